package render

import (
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// tombstoneView shows what stays of something withdrawn: number, year, class of reason, day, contact; nothing else.
func (p *Pages) tombstoneView(r site.Route) Tombstone {
	n := p.Node(r.Node)
	e := p.Doc(r.Node).Entity
	kind, _ := content.KindNamed(n.Kind)
	trace := p.up(r.Path, kind.Folder+"/", p.listTitle(kind.Name))
	var w *content.Withdrew
	if d := content.DatedOf(e); d != nil {
		w = d.Withdrawn
	}
	year := ""
	if c, ok := e.(*content.Case); ok {
		year = c.Year
	}
	title := "This page was withdrawn"
	if n.Number != "" {
		title = n.Number + " was withdrawn"
	}
	if r.Arg != "" {
		title = n.Number + "/" + r.Arg + " was withdrawn" // of a recommendation, whose address answers as its case does
	}
	v := Tombstone{Frame: p.frame(r, title, "", trace...), Mark: Mark{Number: n.Number}, Year: text.AcademicYear(year)}
	v.NoIndex = true
	if w == nil {
		return v
	}
	v.Reason, v.Date = text.UpperFirst(w.Reason), date(w.Date)
	contact := p.Rel(n.Doc, w.Contact)
	if contact == site.None {
		contact = p.Site.Root
	}
	if to := p.write(r.Path, contact); to != "" {
		v.Contact = Link{Text: "Write to " + lower(p.Node(contact).Title), Href: to}
	}
	return v
}
