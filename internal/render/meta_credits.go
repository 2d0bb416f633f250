package render

import (
	"cmp"
	"slices"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// credit is somebody as machines are told: only names that the record of consent lets the page show.
type credit struct {
	site.Credited
	orcid       string // only beside a full name
	affiliation string
}

// credits are those behind an item. The authors are those whom its citation names (site.Authors); body is who stands for
// those who are not named: the programme, else, with body None, the organisation. whole says that nobody is left for it.
type credits struct {
	authors  []credit
	partners []credit // who took another part
	body     site.NodeID
	whole    bool
}

// creditsOf gathers them. A recommendation has those of its case; guidance has nobody, so the organisation stands for it.
func (p *Pages) creditsOf(id site.NodeID) credits {
	if parent := p.Node(id).Parent; parent != site.None {
		id = parent
	}
	n := p.Node(id)
	typed, _ := content.CreditsOf(p.Docs[n.Doc].Entity)
	out := credits{authors: make([]credit, 0, len(typed.People)), body: p.Programme(id), whole: !typed.Programme}
	for _, cr := range typed.People {
		one := credit{Credited: p.Credited(n.Doc, cr), affiliation: cr.Affiliation}
		author := cr.As == "" || n.Kind == "story"
		if one.Name == (cite.Name{}) {
			out.whole = out.whole && !author
			continue
		}
		if cr.Shown == "full name" {
			one.orcid = p.Doc(p.Rel(n.Doc, cr.Person)).Entity.(*content.Person).ORCID
		}
		if author {
			out.authors = append(out.authors, one)
		} else {
			out.partners = append(out.partners, one)
		}
	}
	out.whole = out.whole && len(out.authors) > 0
	return out
}

// behind is what stands for those who are not named; "" when everybody is.
func (p *Pages) behind(c credits) string {
	switch {
	case c.whole:
		return ""
	case c.body != site.None:
		return p.Node(c.body).Title
	case len(c.authors) == 0:
		return cmp.Or(p.Settings.Organisation, p.Settings.Title)
	}
	return ""
}

// familyFirst is "Prys, Iolo", or the name of a body.
func familyFirst(n cite.Name) string {
	if n.Family == "" || n.Given == "" {
		return n.Short()
	}
	return n.Short() + ", " + n.Given
}

// keywords are what an item is filed under, as words: themes; of a case also groups, methods, levels and subjects.
func (p *Pages) keywords(a *about) []string {
	ids := slices.Clip(a.themes)
	if a.View == "case" {
		c, doc := p.CaseOf(a.Route.Node), a.node.Doc
		ids = append(ids, p.Rels(doc, c.Groups)...)
		ids = append(ids, p.Rels(doc, c.Methods)...)
		ids = append(ids, p.Rels(doc, c.Levels)...)
		ids = append(ids, p.Rels(doc, c.Subjects)...)
	}
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if title := p.Node(id).Title; !slices.Contains(out, title) {
			out = append(out, title)
		}
	}
	return out
}
