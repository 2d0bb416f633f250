package render

import (
	"cmp"
	"slices"
	"strconv"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

const (
	coveragePath  = "coverage/"
	coverageTitle = "What has been studied, and what has not"
)

// A table of a large library shows the rows and columns that hold most projects and says so. Gaps are named up to a number.
const (
	mostRows    = 60
	mostColumns = 20
	mostGaps    = 40
)

// columnsOnPhone is how many columns of counts stand beside the first one on a screen of 390 pixels.
const columnsOnPhone = 2

// coverageView counts the projects by principle, place, year and students. What the tables leave empty is named below them.
func (p *Pages) coverageView(r site.Route) Coverage {
	v := Coverage{Summary: "Projects counted by what they are about. A gap is a question that somebody could ask next."}
	v.Frame = p.frame(r, coverageTitle, v.Summary)
	for _, s := range []CoverageSection{p.principlesCovered(r.Path), p.placesCovered(r.Path), p.yearsCovered(r.Path), p.studentsCovered(r.Path)} {
		s.Scrolls = slices.ContainsFunc(s.Wide, func(t CountTable) bool { return len(t.Columns) > columnsOnPhone })
		if len(s.Narrow)+len(s.Wide) > 0 {
			v.Sections = append(v.Sections, s)
		}
	}
	return v
}

// principlesCovered are the principles of each framework, and last those of none, by how many projects show them.
func (p *Pages) principlesCovered(from string) CoverageSection {
	out := CoverageSection{ID: "principles", Heading: "Principles", Note: "How many projects show each principle at work, in their own words."}
	inOne := map[site.NodeID]bool{}
	table := func(caption Link, ids []site.NodeID) {
		count := func(id site.NodeID) CountCell {
			return countCell(p.casesShowing(id), p.URL(from, p.Node(id).Path+"#cases"))
		}
		p.addNarrow(&out, from, caption, "Principle", ids, count)
	}
	for _, f := range p.titled(p.OfKind("framework"), "") {
		doc := p.Node(f.id).Doc
		ids, _ := p.principlesOf(doc, p.Docs[doc].Entity.(*content.Framework))
		ids = slices.DeleteFunc(ids, func(id site.NodeID) bool { return !p.Listed(id) })
		for _, id := range ids {
			inOne[id] = true
		}
		table(p.link(from, f.id), ids)
	}
	rest := slices.DeleteFunc(slices.Clone(p.OfKind("principle")), func(id site.NodeID) bool { return inOne[id] })
	p.ByTitle(rest)
	caption := Link{Text: "Principles"}
	if len(inOne) > 0 {
		caption.Text = "Other principles"
	}
	table(caption, rest)
	return out
}

// studentsCovered are the words of the small vocabularies for students and what they study.
func (p *Pages) studentsCovered(from string) CoverageSection {
	out := CoverageSection{ID: "students", Heading: "Students", Note: "How many projects are about each group, level and subject."}
	for _, words := range []struct{ kind, folder string }{{"group", "groups/"}, {"level", "levels/"}, {"subject", "subjects/"}} {
		caption := Link{Text: wordKinds[words.kind].many}
		if p.has(words.folder) {
			caption.Href = p.URL(from, words.folder)
		}
		p.addNarrow(&out, from, caption, text.UpperFirst(words.kind), p.OfKind(words.kind), func(id site.NodeID) CountCell {
			return countCell(len(p.records.words()[id].cases), p.link(from, id).Href)
		})
	}
	return out
}

// addNarrow adds a table of one count for each id, and names those without any.
func (p *Pages) addNarrow(to *CoverageSection, from string, caption Link, corner string, ids []site.NodeID, count func(site.NodeID) CountCell) {
	if len(ids) == 0 {
		return
	}
	var gaps []site.NodeID
	cells := make(map[site.NodeID]CountCell, len(ids))
	for _, id := range ids {
		cells[id] = count(id)
		if cells[id].Count == "" {
			gaps = append(gaps, id)
		}
	}
	if len(ids) > mostRows { // a long list says in words what it has nothing for
		ids = slices.DeleteFunc(slices.Clone(ids), func(id site.NodeID) bool { return cells[id].Count == "" })
	}
	kept := most(ids, mostRows, func(id site.NodeID) int { n, _ := strconv.Atoi(cells[id].Count); return n })
	if len(kept) < len(ids) {
		to.Note += " Of " + caption.Text + ", the " + text.Number(mostRows) + " with most projects."
	}
	t := CountTable{Caption: caption, Corner: corner, Columns: []Link{{Text: "Projects"}}}
	for _, id := range kept {
		head := p.link(from, id)
		if !p.has(p.Node(id).Path) {
			head.Href = ""
		}
		t.Rows = append(t.Rows, CountRow{Head: head, Cells: []CountCell{cells[id]}})
	}
	if len(t.Rows) > 0 {
		to.Narrow = append(to.Narrow, t)
	}
	to.Gaps = append(to.Gaps, p.gap(from, caption.Text+": no project on", gaps)...)
}

// gap names what is missing, nothing when nothing is.
func (p *Pages) gap(from, lead string, ids []site.NodeID) []Gap {
	if len(ids) == 0 {
		return nil
	}
	g := Gap{Lead: lead}
	for _, id := range ids[:min(len(ids), mostGaps)] {
		l := p.link(from, id)
		if !p.has(p.Node(id).Path) {
			l.Href = ""
		}
		g.Links = append(g.Links, l)
	}
	if n := len(ids) - mostGaps; n > 0 {
		g.More = "and " + strconv.Itoa(n) + " more"
	}
	return []Gap{g}
}

// has reports whether the site has a page.
func (p *Pages) has(path string) bool {
	_, ok := p.Route(path)
	return ok
}

// countCell is a count and where what it counts is listed; a gap leads nowhere.
func countCell(n int, href string) CountCell {
	if n == 0 {
		return CountCell{}
	}
	return CountCell{Count: strconv.Itoa(n), Href: href}
}

// most are the n items of a list that weigh most, in the order of the list.
func most[T comparable](items []T, n int, weight func(T) int) []T {
	if len(items) <= n {
		return items
	}
	best := slices.Clone(items)
	slices.SortStableFunc(best, func(a, b T) int { return cmp.Compare(weight(b), weight(a)) })
	in := make(map[T]bool, n)
	for _, item := range best[:n] {
		in[item] = true
	}
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return !in[item] })
}
