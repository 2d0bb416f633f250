package search

import (
	"cmp"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
)

// lists are the pages that list all of a kind. Whoever looks for "methods" or "opportunities" wants these first.
func (g *gatherer) lists() []addressed {
	var list []addressed
	for i, r := range g.Routes {
		if kind, _ := listed(r); kind != "" {
			list = append(list, addressed{url: strings.TrimPrefix(g.URL("", r.Path), "./"), node: site.None, route: i})
		}
	}
	return list
}

// listed is the kind of which a page lists all, if it does, and what the page is called unless its introduction or the kind says so.
func listed(r site.Route) (kind, title string) {
	if r.Page > 1 || (r.View == "glossary" || r.View == "bibliography") && r.Arg != "" { // one letter of it
		return "", ""
	}
	switch {
	case r.View == "listing":
		return r.Arg, ""
	case r.View == "glossary":
		return "term", "Glossary"
	case r.View == "bibliography":
		return "reference", "Bibliography"
	case r.View == "contacts":
		return "contact", "Contact"
	case r.View == "people":
		return "person", ""
	case r.View == "register" && r.Arg == "":
		return "response", "Asked and answered"
	}
	return "", ""
}

// list fills in the document of a list.
func (g *gatherer) list(doc *Document, route int) {
	kind, title := listed(g.Routes[route])
	k, _ := content.KindNamed(kind)
	doc.Kind, doc.Names = "page", []string{k.Plural, kind}
	doc.Title = cmp.Or(title, k.ListTitle())
	if d, i := g.Intro(kind); d != nil {
		doc.Title = cmp.Or(d.Head.Title, doc.Title)
		doc.Summary = d.Head.Summary
		g.says(doc, i)
	}
	if kind == "response" {
		doc.Names = append(doc.Names, "recommendations")
	}
	doc.fill(g.prose)
	doc.Values = append(doc.Values, g.value(Value{"kind", "page"}))
}
