package render

import (
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// tombstoneView shows what stays of something withdrawn: number, year, class of reason, day, contact; nothing else.
func (p *Pages) tombstoneView(r site.Route) Tombstone {
	n := p.Node(r.Node)
	var w *content.Withdrew
	year := ""
	var trace []Link
	switch e := p.Doc(r.Node).Entity.(type) {
	case *content.Case:
		w, year, trace = e.Withdrawn, e.Year, p.up(r.Path, "cases/", "Cases")
	case *content.Guide:
		w = e.Withdrawn
	case *content.PlainPage:
		w = e.Withdrawn
	}
	title := "This page was withdrawn"
	if n.Number != "" {
		title = n.Number + " was withdrawn"
	}
	v := Tombstone{Frame: p.frame(r, title, "", trace...), Mark: Mark{Number: n.Number}, Year: text.AcademicYear(year)}
	v.NoIndex = true
	if w == nil {
		return v
	}
	v.Reason, v.Date = upper(w.Reason), date(w.Date)
	contact := p.Rel(n.Doc, w.Contact)
	if contact == site.None {
		contact = p.Site.Root
	}
	if to := p.write(r.Path, contact); to != "" {
		v.Contact = Link{Text: "Write to " + lower(p.Node(contact).Title), Href: to}
	}
	return v
}
