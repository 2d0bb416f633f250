package render

import (
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
		under := p.records.words()[id]
		if _, ok := p.Route(n.Path); !ok || len(under.cases)+len(under.recs) == 0 {
			unused = append(unused, n.Title)
			continue
		}
		c := Card{Title: n.Title, Href: p.URL(r.Path, n.Path)}
		if len(under.cases) > 0 {
			c.Meta = append(c.Meta, upper(text.Count(len(under.cases), "project", "projects")))
		}
		if len(under.recs) > 0 {
			c.Meta = append(c.Meta, upper(text.Count(len(under.recs), "recommendation", "recommendations"))+" of other projects")
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
	under := p.records.words()[r.Node]
	if len(under.cases) > 0 {
		v.Showing = counted(len(under.cases), "case", "cases")
	}
	v.Groups = p.yearGroups(r.Path, onPage(under.cases, r.Page))
	v.Paging = p.paging(r.Path, n.Path, r.Page, len(under.cases))
	if r.Page > 1 {
		v.Title = n.Title + ", " + kind.one + ", page " + strconv.Itoa(r.Page) + " – " + p.Settings.Title
		return v
	}
	if len(under.recs) > 0 {
		v.Groups = append(v.Groups, CardGroup{ID: "recommendations", Heading: "Recommendations of other projects", Cards: p.cards(r.Path, under.recs)})
	}
	if len(v.Groups) == 0 {
		v.Empty = "Nothing is filed here at present."
	}
	return v
}
