package render

import (
	"html"
	"html/template"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// mostAgain is how many later requests a trail notes; the table of the ask has more.
const mostAgain = 5

// trail is the dated record of a recommendation, oldest first: what was asked and answered, and what the library notes.
func (p *Pages) trail(from string, id site.NodeID) []TrailEntry {
	rec := p.Rec(id)
	others := p.askedLater(id)
	out := make([]TrailEntry, 0, len(rec.Answers)+len(rec.Missed)+len(others)+1)
	if rec.Asked != "" && rec.Asked <= p.Today {
		out = append(out, p.askedEntry(id))
	}
	seen := map[string]bool{}
	for _, a := range rec.Answers {
		e := p.answerEntry(from, a)
		if seen[e.ID] {
			e.ID = ""
		}
		seen[e.ID] = true
		out = append(out, e)
	}
	for _, m := range rec.Missed {
		out = append(out, p.passedEntry(rec, m))
	}
	for _, other := range others {
		how := "by another project"
		if p.Node(p.Node(other).Parent).Kind == "insight" {
			how = "by a panel"
		}
		out = append(out, TrailEntry{Symbol: "asked", Word: "Asked again", How: how, Date: date(p.Rec(other).Asked), Request: p.mention(from, other)})
	}
	slices.SortStableFunc(out, func(a, b TrailEntry) int { return strings.Compare(a.Date.ISO, b.Date.ISO) })
	return out
}

func (p *Pages) askedEntry(id site.NodeID) TrailEntry {
	rec := p.Rec(id)
	to := p.toUnits(rec.For)
	e := TrailEntry{Symbol: "asked", Word: "Asked", Date: date(rec.Asked)}
	switch {
	case p.CaseOf(id).Sent == "" && to == "":
		e.Note = "Published with the case."
	case p.CaseOf(id).Sent == "":
		e.Note = "Published with the case, and addressed " + to + "."
	case to != "":
		e.Note = "Sent " + to + "."
	}
	return e
}

// answerEntry is a response in its author's words.
func (p *Pages) answerEntry(from string, a site.Answer) TrailEntry {
	n := p.Node(a.Node)
	d := p.Docs[n.Doc]
	pr := p.prose(from, n.Doc, false)
	s := p.answerStatus(a)
	e := TrailEntry{ID: n.Anchor, Symbol: s.Class, Class: s.Class, Word: s.Word, Date: date(a.Date), HTML: pr.html(d.Body), Due: date(a.Due)}
	if a.Decision == "used-elsewhere" {
		e.Symbol, e.Class, e.Word = "dated", "", "Used elsewhere"
	}
	e.How = strings.Join(slices.DeleteFunc([]string{s.How, p.who(a)}, func(s string) bool { return s == "" }), ", ")
	r := d.Entity.(*content.Response)
	if to := p.Rel(n.Doc, r.PassedTo); to != site.None {
		e.Note = "Passed on " + p.toUnits([]site.NodeID{to}) + "."
	}
	if by := p.Rel(n.Doc, r.OvertakenBy); by != site.None {
		e.Request = p.mention(from, by)
	}
	if s, ok := d.Section("Evidence"); ok {
		e.Evidence = evidence(pr.html(s.Body))
	}
	return e
}

// mention is something else that a trail leads to.
func (p *Pages) mention(from string, id site.NodeID) Mention {
	n := p.Node(id)
	l := p.link(from, id)
	q := Mention{Text: l.Text, Href: l.Href, Mark: Mark{Number: n.Number, Key: n.Key}}
	if n.Kind == "recommendation" {
		q.Status = p.statusOf(p.Rec(id))
	}
	return q
}

// passedEntry is a promised day that went by, also when the promise was kept or renewed later.
func (p *Pages) passedEntry(rec *site.RecState, m site.Missed) TrailEntry {
	e := TrailEntry{Symbol: "dated", Word: "The promised date passed", Date: date(m.Due), Note: "Noted by the library."}
	if len(m.By) > 0 {
		names := make([]string, len(m.By))
		for i, u := range m.By {
			names[i] = p.unitInText(u)
		}
		e.Note = "Noted by the library, not by " + text.Join(names, "or") + "."
	}
	// A response that comes later may say that the promise was kept: the library knows only what it had been told.
	since := "Nothing more had been recorded by then. "
	if a, ok := latest(rec); ok && a.Date <= m.Due {
		since = "No response has been recorded since. "
	}
	e.Note = since + e.Note
	return e
}

// promiser is who promised the day that is owed, within a sentence; "" when the record does not say.
func (p *Pages) promiser(rec *site.RecState) string {
	by := ""
	for _, a := range rec.Answers {
		if a.Due == rec.Due && a.By != site.None {
			by = p.unitInText(a.By)
		}
	}
	return by
}

// askedLater are later recommendations of other projects that ask the same, the next few.
func (p *Pages) askedLater(id site.NodeID) []site.NodeID {
	n, rec := p.Node(id), p.Rec(id)
	var others []site.NodeID
	later := func(other site.NodeID) {
		asked := p.Rec(other).Asked
		if asked > rec.Asked && asked <= p.Today && p.Node(other).Parent != n.Parent && p.Listed(other) && !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	for _, tie := range ties {
		for _, e := range p.Inverse(id, tie.relation, "recommendation") {
			if len(others) < mostAgain {
				later(e.From)
			}
		}
	}
	if ask := p.AskOf(id); ask != site.None {
		all := p.records.asks()[ask].recs // oldest first
		for _, other := range all[slices.Index(all, id)+1:] {
			if len(others) < mostAgain {
				later(other)
			}
		}
	}
	return others
}

// evidence turns the list of links under Evidence into items; a line without a link is its words.
func evidence(list template.HTML) []Item {
	open := "<li"
	if !strings.Contains(string(list), open) {
		open = "<p"
	}
	var out []Item
	for i, line := range strings.Split(string(list), open) {
		if i == 0 {
			continue
		}
		_, line, _ = strings.Cut(line, ">")
		if item := evidenceLine(line); item.Text != "" {
			out = append(out, item)
		}
	}
	return out
}

func evidenceLine(line string) Item {
	plain := func(s string) string { return words(template.HTML(s)) }
	before, link, ok := strings.Cut(line, "<a ")
	if !ok {
		return Item{Text: plain(line)}
	}
	attributes, rest, _ := strings.Cut(link, ">")
	_, href, _ := strings.Cut(attributes, `href="`)
	href, _, _ = strings.Cut(href, `"`)
	text, note, _ := strings.Cut(rest, "</a>")
	item := Item{Text: plain(text), Href: html.UnescapeString(href), Note: plain(note)}
	if item.Note != "" && !strings.ContainsAny(item.Note[:1], ",.;:") {
		item.Note = " " + item.Note
	}
	if lead := plain(before); lead != "" {
		item.Text = lead + " " + item.Text
	}
	return item
}
