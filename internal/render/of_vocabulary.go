package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// wordKinds are what the small vocabularies are called: all their words, and one of them in a page's title.
var wordKinds = map[string]struct{ many, one string }{
	"group": {"Groups of students", "group of students"}, "level": {"Levels of study", "level of study"},
	"form": {"Forms of partnership", "form of partnership"}, "student role": {"Students’ roles", "students’ role"},
	"subject": {"Subjects", "subject of study"},
}

// vocabularyView lists the words of a small vocabulary, with how much is filed under each. Words that nothing is filed
// under are said to be gaps.
func (p *Pages) vocabularyView(r site.Route) Listing {
	title := wordKinds[r.Arg].many
	v := Listing{Frame: p.frame(r, title, "", p.up(r.Path, "cases/", "Cases")...), Aside: p.waysIn(r.Path)}
	var cards []Card
	var unused []string
	for _, id := range p.OfKind(r.Arg) {
		n := p.Node(id)
		cases, recs := p.filedUnderWord(id)
		if _, ok := p.Route(n.Path); !ok || len(cases)+len(recs) == 0 {
			unused = append(unused, n.Title)
			continue
		}
		c := Card{Title: n.Title, Href: p.URL(r.Path, n.Path)}
		if len(cases) > 0 {
			c.Meta = append(c.Meta, upper(text.Count(len(cases), "project", "projects")))
		}
		if len(recs) > 0 {
			c.Meta = append(c.Meta, upper(text.Count(len(recs), "recommendation", "recommendations"))+" of other projects")
		}
		cards = append(cards, c)
	}
	if len(cards) > 0 {
		v.Groups = []CardGroup{{Cards: cards}}
	}
	if len(unused) > 0 {
		v.Empty = "Nothing is filed under these yet: " + strings.Join(unused, ", ") + "."
	}
	return v
}

// filedUnderWord are the listed cases under a word, latest first, and the recommendations under it whose case is not.
func (p *Pages) filedUnderWord(word site.NodeID) (cases, recs []site.NodeID) {
	seen := map[site.NodeID]bool{}
	for _, e := range p.In(word) {
		if seen[e.From] || !p.Listed(e.From) {
			continue
		}
		seen[e.From] = true
		switch p.Node(e.From).Kind {
		case "case":
			cases = append(cases, e.From)
		case "recommendation":
			if p.Recommendation(e.From).Withdrawn == "" {
				recs = append(recs, e.From)
			}
		}
	}
	recs = slices.DeleteFunc(recs, func(id site.NodeID) bool { return seen[p.Node(id).Parent] })
	p.ByYear(cases)
	return cases, recs
}

// vocabularyWordView shows everything filed under one word.
func (p *Pages) vocabularyWordView(r site.Route) Listing {
	n := p.Node(r.Node)
	kind := wordKinds[n.Kind]
	folder := n.Path[:strings.IndexByte(n.Path, '/')+1]
	v := Listing{Frame: p.frame(r, n.Title, "", p.up(r.Path, folder, kind.many)...)}
	// Two vocabularies may have one word: PGT is a group and a level.
	v.Title = n.Title + ", " + kind.one + " – " + p.Settings.Title
	if words, ok := p.Doc(r.Node).Entity.(*content.Vocabularies); ok {
		if aka := words.Words[n.Part].Aka; len(aka) > 0 {
			v.Summary = "Also called " + text.Join(aka, "or") + "."
		}
	}
	cases, recs := p.filedUnderWord(r.Node)
	if len(cases) > 0 {
		v.Showing = counted(len(cases), "case", "cases")
	}
	v.Groups = p.yearGroups(r.Path, onPage(cases, r.Page))
	v.Paging = p.paging(r.Path, n.Path, r.Page, len(cases))
	if r.Page > 1 {
		v.Title = n.Title + ", " + kind.one + ", page " + strconv.Itoa(r.Page) + " – " + p.Settings.Title
		return v
	}
	if len(recs) > 0 {
		v.Groups = append(v.Groups, CardGroup{ID: "recommendations", Heading: "Recommendations of other projects", Cards: p.cards(r.Path, recs)})
	}
	if len(v.Groups) == 0 {
		v.Empty = "Nothing is filed here at present."
	}
	return v
}
