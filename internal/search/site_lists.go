package search

import (
	"cmp"
	"strings"

	"casebook/internal/content"
)

// lists adds the pages that list all of a kind. Whoever looks for "methods" or "opportunities" wants these first.
func (g *gatherer) lists() {
	for _, r := range g.Routes {
		if r.Page > 1 || (r.View == "glossary" || r.View == "bibliography") && r.Arg != "" { // one letter of it
			continue
		}
		var kind, title string
		switch {
		case r.View == "listing":
			kind = r.Arg
		case r.View == "glossary":
			kind, title = "term", "Glossary"
		case r.View == "bibliography":
			kind, title = "reference", "Bibliography"
		case r.View == "contacts":
			kind, title = "contact", "Contact"
		case r.View == "people":
			kind = "person"
		case r.View == "register" && r.Arg == "":
			kind, title = "response", "Asked and answered"
		default:
			continue
		}
		k, _ := content.KindNamed(kind)
		title = cmp.Or(title, k.ListTitle())
		doc := Document{URL: strings.TrimPrefix(g.URL("", r.Path), "./"), Kind: "page", Names: []string{k.Plural, kind}}
		var prose []content.Prose
		if d, i := g.Intro(kind); d != nil {
			title = cmp.Or(d.Head.Title, title)
			doc.Summary = d.Head.Summary
			for _, w := range d.Words {
				doc.Words = append(doc.Words, w.Words)
			}
			prose = g.filled(&doc, i, d.Prose)
		}
		if doc.Title = title; kind == "response" {
			doc.Names = append(doc.Names, "recommendations")
		}
		doc.fill(prose)
		doc.Values = []int32{g.value(Value{"kind", "page"})}
		g.docs = append(g.docs, doc)
	}
}
