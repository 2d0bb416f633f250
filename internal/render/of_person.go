package render

import (
	"cmp"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) personView(r site.Route) Person {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	person := d.Entity.(*content.Person)
	v := Person{
		Frame: p.frame(r, person.Name, "", p.up(r.Path, "people/", "People")...), Pronouns: person.Pronouns,
		Body: p.prose(r.Path, n.Doc, true).blocks(d.Body),
	}
	if person.ORCID != "" {
		v.ORCID = Link{Text: "ORCID " + person.ORCID, Href: "https://orcid.org/" + person.ORCID}
	}
	for _, w := range p.works(r.Node) {
		c := p.card(r.Path, w.id)
		c.Reason = w.part
		v.Works = append(v.Works, c)
	}
	return v
}

// work is a case, insight or story and the part that somebody took in it.
type work struct {
	id   site.NodeID
	part string
}

// works are the listed items in which a person is named in full, latest first. An item that shows less of the name is left
// out: its being here would say whose the initials are.
func (p *Pages) works(person site.NodeID) []work {
	var out []work
	for _, e := range p.Inverse(person, "person", "case", "insight", "story") {
		cr, ok := p.Credit(e)
		if !ok || cr.Shown != "full name" || !p.Consented(cr) || !p.Listed(e.From) {
			continue
		}
		w := work{id: e.From, part: text.UpperFirst(cr.As)}
		if c := p.CaseOf(e.From); c != nil && w.part == "" {
			if role := p.Rel(e.Doc, c.StudentRole); role != site.None {
				w.part = p.Node(role).Title
			}
		}
		if p.Node(e.From).Kind == "story" && w.part == "" {
			w.part = "Author of a story"
		}
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b work) int {
		return cmp.Or(cmp.Compare(p.Doc(b.id).Head.Published, p.Doc(a.id).Head.Published), cmp.Compare(p.Node(a.id).Number, p.Node(b.id).Number))
	})
	return out
}

// peopleView lists the people who agreed to a page, by family name.
func (p *Pages) peopleView(r site.Route) Listing {
	v := p.introduced(r, "person", "People", "Those who agreed to be listed here. Many more took part.")
	var ids []site.NodeID
	for _, id := range p.OfKind("person") {
		if p.Node(id).Page {
			ids = append(ids, id)
		}
	}
	order := text.Collate(p.Settings.Language)
	slices.SortStableFunc(ids, func(a, b site.NodeID) int { return order(sortName(p.Site, a), sortName(p.Site, b)) })
	v.Showing = counted(len(ids), "person", "people")
	var cards []Card
	for _, id := range ids {
		n := p.Node(id)
		c := Card{Title: p.Doc(id).Entity.(*content.Person).Name, Href: p.URL(r.Path, n.Path)}
		if works := p.works(id); len(works) > 0 {
			c.Meta = []string{counted(len(works), "contribution", "contributions")}
		}
		cards = append(cards, c)
	}
	v.Groups = []CardGroup{{Cards: cards}}
	return v
}

// sortName is a name with the family name first.
func sortName(s *site.Site, id site.NodeID) string {
	person := s.Doc(id).Entity.(*content.Person)
	if person.SortName != "" {
		return person.SortName
	}
	i := strings.LastIndexByte(person.Name, ' ')
	if i < 0 {
		return person.Name
	}
	return person.Name[i+1:] + ", " + person.Name[:i]
}
