package search

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// facetList names the facets in the order in which they are shown; those of `more` wait behind a button.
var facetList = []struct {
	id, title string
	more      bool
}{
	{"theme", "Theme", false}, {"about", "About", false}, {"unit", "Studied at", false}, {"year", "Year", false}, {"status", "What happened", false},
	{"kind", "Kind", true}, {"method", "Method", true}, {"level", "Level", true}, {"form", "Form of partnership", true}, {"role", "Student role", true},
	{"principle", "Principle", true}, {"evidence", "Evidence type", true}, {"to", "Addressed to", true}, {"effort", "Effort", true},
	{"programme", "Programme", true}, {"output", "Has output", true}, {"audience", "Audience", true},
}

// relationFacets are relations whose other end is a value.
var relationFacets = map[string]string{
	"groups": "about", "studied": "unit", "methods": "method", "levels": "level", "form": "form", "student_role": "role",
	"exemplifies": "principle", "principles": "principle",
}

// named are relations whose other end's names are words to find a document by.
var named = []string{"groups", "studied", "methods", "levels", "subjects", "sent_to", "unit"}

// classify gives a document its values, and the names of what it is filed under as words.
func (g *gatherer) classify(doc *Document, id site.NodeID) {
	n := g.Node(id)
	about := false
	has := func(facet, value string) {
		if value == "" {
			return
		}
		if v := g.value(Value{facet, value}); !slices.Contains(doc.Values, v) {
			doc.Values = append(doc.Values, v)
		}
		about = about || facet == "about"
	}
	has("kind", n.Kind)
	doc.About = append(doc.About, n.Kind)
	themes := g.ThemesOf(id)
	if n.Kind == "theme" {
		themes = []site.NodeID{id}
	}
	for _, t := range themes {
		g.wider(doc, t, has, 0)
		doc.call(g, t, id)
	}
	for _, from := range []site.NodeID{id, n.Parent} {
		if from == site.None {
			continue
		}
		for _, e := range g.Out(from) {
			relation := g.Relation(e)
			if from == n.Parent && !inherits(relation) || from == n.Parent && relation == "groups" && about {
				continue
			}
			if facet := relationFacets[relation]; facet != "" && g.Visible(e.To) {
				has(facet, g.Node(e.To).ID)
			}
			if slices.Contains(named, relation) && g.Visible(e.To) {
				doc.call(g, e.To, id)
			}
		}
	}
	if isVocabulary(n.Kind) {
		return
	}
	d := g.Site.Doc(id)
	if item := content.ItemOf(d.Entity); item != nil {
		has("audience", item.Audience)
	}
	c := content.OriginOf(d.Entity)
	if c == nil {
		return
	}
	has("year", c.Year)
	if p := g.Programme(id); p != site.None {
		has("programme", g.Node(p).ID)
	}
	if n.Kind == "recommendation" {
		g.classifyRec(doc, id, has)
		return
	}
	has("evidence", c.EvidenceType)
	for _, o := range c.Outputs {
		has("output", outputKind(o))
	}
	for _, r := range g.RecsOf(id) {
		has("status", g.Rec(r).Bucket().Slug())
	}
}

func (g *gatherer) classifyRec(doc *Document, id site.NodeID, has func(facet, value string)) {
	rec := g.Rec(id)
	has("status", rec.Bucket().Slug())
	for _, u := range rec.For {
		has("to", g.Node(u).ID)
		doc.call(g, u, id)
	}
	r := g.Recommendation(id)
	effort, _, _ := strings.Cut(r.Effort, ",")
	if effort = strings.ToLower(strings.TrimSpace(effort)); slices.Contains([]string{"low", "medium", "high"}, effort) {
		has("effort", effort)
	}
	if ask := g.AskOf(id); ask != site.None {
		doc.call(g, ask, id)
	}
}

// value is the number of a value.
func (g *gatherer) value(v Value) int32 {
	n, ok := g.numbers[v]
	if !ok {
		n = int32(len(g.values))
		g.numbers[v] = n
		g.values = append(g.values, v)
	}
	return n
}

// inherits reports what a recommendation has from its case.
func inherits(relation string) bool {
	return slices.Contains([]string{"groups", "studied", "methods", "levels", "form", "student_role", "subjects", "exemplifies"}, relation)
}

func isVocabulary(kind string) bool {
	return slices.Contains([]string{"group", "level", "form", "student role", "subject"}, kind)
}

// wider gives a document a theme and every wider one.
func (g *gatherer) wider(doc *Document, theme site.NodeID, has func(facet, value string), depth int) {
	has("theme", g.Node(theme).ID)
	if subject := (Heading{Text: g.Node(theme).Title}); doc.Kind == "case" && !slices.Contains(doc.Headings, subject) {
		doc.head(subject.Text) // as a library catalogue has it
	}
	if depth > 10 {
		return
	}
	for _, e := range g.Out(theme) {
		if g.Relation(e) == "broader" && g.Listed(e.To) {
			g.wider(doc, e.To, has, depth+1)
		}
	}
}

// call adds the names of something to the words that a document is found by.
func (doc *Document) call(g *gatherer, other, self site.NodeID) {
	if other == self {
		return
	}
	n := g.Node(other)
	doc.name(n.Title)
	if d := g.Site.Doc(other); d != nil {
		if v, ok := d.Entity.(*content.Vocabularies); ok {
			doc.name(v.Words[n.Part].Aka...)
		} else if n.Parent == site.None {
			doc.name(d.Head.Aka...)
		}
	}
}

func (doc *Document) name(names ...string) {
	for _, name := range names {
		if !slices.Contains(doc.About, name) {
			doc.About = append(doc.About, name)
		}
	}
}

// outputKind is what an output is, by what it is called.
func outputKind(o content.Output) string {
	title := text.Fold(o.Title)
	for _, kind := range []string{"poster", "video", "report", "toolkit", "slides", "podcast"} {
		if strings.Contains(title, kind) {
			return kind
		}
	}
	return "other"
}
