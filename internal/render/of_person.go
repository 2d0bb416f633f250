package render

import (
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
	v.Works = p.works(r.Path, r.Node)
	return v
}

// workKinds are what somebody may have taken part in.
var workKinds = []string{"case", "insight", "story"}

// works are the cards of what a person is named in with the full name, latest first, and where all are when there are more.
func (p *Pages) works(from string, person site.NodeID) []Card {
	var ids []site.NodeID
	var more []Card
	for _, kind := range workKinds {
		some, all := p.firstFiled(from, person, kind)
		ids, more = append(ids, some...), onward(more, all)
	}
	p.byPublished(ids)
	return append(p.becauseFiled(from, person, ids), more...)
}

// partIn is the part that somebody took in an item.
func (p *Pages) partIn(e site.Edge) string {
	cr, _ := p.Credit(e)
	if cr.As != "" {
		return text.UpperFirst(cr.As)
	}
	if c := p.CaseOf(e.From); c != nil {
		if role := p.Rel(e.Doc, c.StudentRole); role != site.None {
			return p.Node(role).Title
		}
	}
	if p.Node(e.From).Kind == "story" {
		return "Author of a story"
	}
	return ""
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
	v.Paging = p.paging(r.Path, "people/", r.Page, len(ids))
	var cards []Card
	for _, id := range onPage(ids, r.Page) {
		c := Card{Title: p.Doc(id).Entity.(*content.Person).Name, Href: p.URL(r.Path, p.Node(id).Path)}
		n := 0
		for _, kind := range workKinds {
			n += len(p.filed(id, kind))
		}
		if n > 0 {
			c.Meta = []string{counted(n, "contribution", "contributions")}
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
