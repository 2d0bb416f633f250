package render

import "casebook/internal/site"

// plainView is a page of the library about itself.
func (p *Pages) plainView(r site.Route) Plain {
	n := p.Node(r.Node)
	d := p.Docs[n.Doc]
	pr := p.prose(r.Path, n.Doc, true)
	return Plain{
		Frame:      p.frame(r, n.Title, d.Head.Summary),
		Summary:    d.Head.Summary,
		Contents:   contents(d.Headings),
		Body:       pr.beside(d.Body),
		References: pr.references(),
		Backlinks:  p.backlinks(r.Path, r.Node),
		Dates:      p.dates(r.Path, r.Node),
	}
}
