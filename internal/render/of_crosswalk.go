package render

import (
	"cmp"
	"html/template"
	"slices"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// framework is one of those that are set side by side.
type framework struct {
	id         site.NodeID
	doc        int32
	of         *content.Framework
	principles []site.NodeID
}

// crosswalkView is the frameworks side by side.
func (p *Pages) crosswalkView(r site.Route) Crosswalk {
	all := p.frameworks()
	v := Crosswalk{}
	if p.has(coveragePath) {
		v.Coverage = Link{Text: coverageTitle, Href: p.URL(r.Path, coveragePath)}
	}
	title := "Frameworks side by side"
	if len(all) > 1 {
		title = text.UpperFirst(text.Number(len(all))) + " frameworks side by side"
		ours := all[0].of.Form == "agreement"
		v.Summary = "Read across from " + p.Node(all[0].id).Title + ". Every match says of what kind it is and gives its reason."
		for _, f := range all {
			l := p.link(r.Path, f.id)
			v.Columns = append(v.Columns, CrossColumn{Title: l.Text, Href: l.Href, Note: p.columnNote(f)})
		}
		v.Rows, v.Rest = p.crossRows(r.Path, all)
		v.Key = matchKey(v.Rows, ours)
		if ours {
			v.RestLabel = "Nothing of ours yet"
		}
		v.Body = []Block{{HTML: passage("reading", "Reading this table", "A cell without a match means that nobody has proposed one, not that none exists. "+
			"The word says what the other principle is, compared with the one at the beginning of its row.")}}
	}
	v.Frame = p.frame(r, title, v.Summary, p.up(r.Path, "principles/", "Principles")...)
	return v
}

// passage is a heading and a paragraph in the library's own words.
func passage(id, heading, words string) template.HTML {
	return template.HTML(`<h2 id="` + template.HTMLEscapeString(id) + `">` + template.HTMLEscapeString(heading) + `</h2><p>` + template.HTMLEscapeString(words) + `</p>`)
}

// frameworks are those that the table shows: first the agreement, or without one the first of all, then the others by
// year. A scale or matrix has nothing to read across to unless somebody has matched one of its parts.
func (p *Pages) frameworks() []framework {
	var all []framework
	for _, id := range p.OfKind("framework") {
		doc := p.Node(id).Doc
		f := framework{id: id, doc: doc, of: p.Docs[doc].Entity.(*content.Framework)}
		f.principles, _ = p.principlesOf(doc, f.of)
		all = append(all, f)
	}
	if len(all) == 0 {
		return nil
	}
	first := max(0, slices.IndexFunc(all, func(f framework) bool { return f.of.Form == "agreement" }))
	base := all[first]
	others := slices.DeleteFunc(slices.Delete(all, first, first+1), func(f framework) bool {
		return (f.of.Form == "scale" || f.of.Form == "matrix") && !p.anyMatch(base, f)
	})
	slices.SortStableFunc(others, func(a, b framework) int { return cmp.Compare(a.of.Year, b.of.Year) })
	return append([]framework{base}, others...)
}

func (p *Pages) anyMatch(base, other framework) bool {
	return slices.ContainsFunc(base.principles, func(id site.NodeID) bool {
		return slices.ContainsFunc(p.Matches(id), func(m site.Match) bool { return slices.Contains(other.principles, m.Other) })
	})
}

// columnNote is "Healey, Flint and Harrington, 2014. Eight values."
func (p *Pages) columnNote(f framework) string {
	by := p.publishedBy(f.doc, f.of)
	if f.of.Form == "agreement" && f.of.Reference == 0 && len(f.of.Parties) > 0 {
		names := make([]string, len(f.of.Parties))
		for i, party := range p.parties("", f.of.Parties) {
			names[i] = party.Text
		}
		by = text.Join(names, "and")
		if f.of.Year != "" {
			by += ", " + text.AcademicYear(f.of.Year)
		}
	}
	n := len(f.principles)
	size := text.UpperFirst(f.of.Form) + " of " + text.Number(n)
	switch f.of.Form {
	case "values":
		size = text.UpperFirst(text.Count(n, "value", "values"))
	case "scale":
		size = "Scale of " + text.Count(n, "step", "steps")
	}
	if by == "" {
		return sentence(size)
	}
	return sentence(by) + " " + sentence(size)
}

// crossRows are the principles of the first framework with their matches in each other one, and what is left of those.
func (p *Pages) crossRows(from string, all []framework) ([]CrossRow, []CrossRest) {
	var rows []CrossRow
	matched := map[site.NodeID]bool{}
	for _, id := range all[0].principles {
		l := p.link(from, id)
		row := CrossRow{Title: l.Text, Href: l.Href, Note: cmp.Or(cases(p.casesShowing(id)), "no cases yet")}
		found := p.Matches(id)
		matched[id] = true
		for _, f := range all[1:] {
			var cell CrossCell
			if slices.Contains(f.principles, id) {
				cell.Matches = append(cell.Matches, p.match(from, site.Match{Other: id, Word: "exact", Reason: "It is part of both"}))
			}
			for _, m := range found {
				if slices.Contains(f.principles, m.Other) {
					matched[m.Other] = true
					cell.Matches = append(cell.Matches, p.match(from, m))
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	var rest []CrossRest
	left := false
	for _, f := range all[1:] {
		var c CrossRest
		for _, id := range f.principles {
			if !matched[id] {
				c.Links = append(c.Links, p.link(from, id))
				left = true
			}
		}
		rest = append(rest, c)
	}
	if !left {
		return rows, nil
	}
	return rows, rest
}

// matchKey explains the kinds of match that the table has.
func matchKey(rows []CrossRow, ours bool) []MatchKind {
	used := map[string]bool{}
	for _, row := range rows {
		for _, cell := range row.Cells {
			for _, m := range cell.Matches {
				used[m.Class] = true
			}
		}
	}
	broader, narrower := "takes it in, and more", "a part of it"
	if ours {
		broader, narrower = "takes ours in, and more", "a part of ours"
	}
	var out []MatchKind
	for _, k := range []MatchKind{
		{"exact", "Exact", "the same idea"}, {"close", "Close", "nearly the same idea"}, {"broader", "Broader", broader},
		{"narrower", "Narrower", narrower}, {"related", "Related", "worth reading together"},
	} {
		if used[k.Class] {
			out = append(out, k)
		}
	}
	return out
}
