package render

import (
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// wordKinds are what the small vocabularies are called: all their words, and one of them in a page's title.
var wordKinds = map[string]struct{ many, one, about, under string }{
	"group": {"Groups of students", "group of students", "Whom each project is about, as its authors filed it. A project may be about several groups.",
		"Projects about these students, the latest first."},
	"level": {"Levels of study", "level of study", "How far on in their studies the students were whom each project is about.",
		"Projects about students at this level, the latest first."},
	"form": {"Forms of partnership", "form of partnership", "What students and staff did together in each project, from making a course to finding out how one works.",
		"Projects of this form, the latest first."},
	"student role": {"Students’ roles", "students’ role", "What part students had in each project, from being asked to leading it.",
		"Projects in which students had this part, the latest first."},
	"subject": {"Subjects", "subject of study", "What the students study whom each project is about. The department that was studied may be another one.",
		"Projects about students of this subject, the latest first."},
}

// vocabularyView lists the words of a small vocabulary, with how much is filed under each. Words that nothing is filed
// under are said to be gaps.
func (p *Pages) vocabularyView(r site.Route) Listing {
	title, about := wordKinds[r.Arg].many, wordKinds[r.Arg].about
	v := Listing{Summary: about, Frame: p.frame(r, title, about, p.up(r.Path, "cases/", "Cases")...), Aside: p.waysIn(r.Path)}
	var cards []Card
	var unused []string
	for _, id := range p.OfKind(r.Arg) {
		n := p.Node(id)
		under := p.records.words()[id]
		if _, ok := p.Route(n.Path); !ok || len(under.cases)+len(under.panels)+len(under.recs) == 0 {
			unused = append(unused, n.Title)
			continue
		}
		c := Card{Title: n.Title, Href: p.URL(r.Path, n.Path)}
		if len(under.cases) > 0 {
			c.Meta = append(c.Meta, text.UpperFirst(text.Count(len(under.cases), "project", "projects")))
		}
		if len(under.panels) > 0 {
			c.Meta = append(c.Meta, text.UpperFirst(text.Count(len(under.panels), "panel discussion", "panel discussions")))
		}
		if len(under.recs) > 0 {
			c.Meta = append(c.Meta, text.UpperFirst(text.Count(len(under.recs), "recommendation", "recommendations"))+" of other projects")
		}
		cards = append(cards, c)
	}
	if len(cards) > 0 {
		v.Groups = []CardGroup{{Cards: cards}}
	}
	if len(unused) > 0 {
		between := ", "
		if strings.Contains(strings.Join(unused, ""), ",") {
			between = "; "
		}
		v.Empty = "Nothing is filed under these yet: " + strings.Join(unused, between) + "."
	}
	return v
}

// vocabularyWordView shows everything filed under one word.
func (p *Pages) vocabularyWordView(r site.Route) Listing {
	n := p.Node(r.Node)
	kind := wordKinds[n.Kind]
	folder := n.Path[:strings.IndexByte(n.Path, '/')+1]
	var v Listing
	if r.Page < 2 && len(p.records.words()[r.Node].cases) > 0 {
		v.Summary = kind.under
	}
	v.Frame = p.frame(r, n.Title, "", p.up(r.Path, folder, kind.many)...)
	// Two vocabularies may have one word: PGT is a group and a level.
	v.Title = n.Title + ", " + kind.one + " – " + p.Settings.Title
	if words, ok := p.Doc(r.Node).Entity.(*content.Vocabularies); ok {
		if aka := words.Words[n.Part].Aka; len(aka) > 0 {
			v.Summary = strings.TrimSpace(v.Summary + " Also called " + text.Curly(text.Join(aka, "or")) + ".")
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
	if len(under.panels) > 0 {
		v.Groups = append(v.Groups, CardGroup{ID: "panels", Heading: "Panel discussions", Cards: p.filedCards(r.Path, r.Node, "insight")})
	}
	if len(under.recs) > 0 {
		v.Groups = append(v.Groups, CardGroup{ID: "recommendations", Heading: "Recommendations of other projects", Cards: p.filedCards(r.Path, r.Node, "recommendation")})
	}
	if len(v.Groups) == 0 {
		v.Empty = "Nothing is filed here at present."
	}
	return v
}
