package render

import (
	"slices"

	"casebook/internal/content"
	"casebook/internal/site"
)

// contactsView is the roles that answer: first the one for everything else, then the others by name.
func (p *Pages) contactsView(r site.Route) Contacts {
	in := p.preface(r.Path, "contact", "Contact", "Who answers what, and how soon. These are roles, so an address stays when people move on.")
	v := Contacts{
		Frame:   p.frame(r, in.title, in.summary),
		Summary: in.summary,
		Intro:   in.body,
	}
	ids := slices.Clone(p.OfKind("contact"))
	p.ByTitle(ids)
	if i := slices.Index(ids, p.Site.Root); i >= 0 {
		ids = slices.Insert(slices.Delete(ids, i, i+1), 0, p.Site.Root)
	}
	for _, id := range ids {
		n := p.Node(id)
		c := p.contact(r.Path, id)
		if c.Fallback.Href != "" {
			// It is answered on this very page.
			c.Fallback.Href = "#" + p.Node(p.Rel(n.Doc, p.Docs[n.Doc].Entity.(*content.Contact).Fallback)).Anchor
		}
		c.HTML = p.prose(r.Path, n.Doc, false).html(p.Docs[n.Doc].Body)
		v.Contacts = append(v.Contacts, c)
	}
	return v
}
