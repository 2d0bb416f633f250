package search

import (
	"slices"

	"casebook/internal/site"
	"casebook/internal/text"
)

// closed facets show values that nothing has as well: that nobody asked about student carers is an answer.
var closed = []string{"theme", "status", "about", "level"}

// facets lists the values that documents have, each list in the order in which it is shown.
func (g *gatherer) facets() []Facet {
	var out []Facet
	for _, f := range facetList {
		values := slices.DeleteFunc(g.listOf(f.id), func(v FacetValue) bool {
			_, had := g.numbers[Value{f.id, v.ID}]
			return !had && !slices.Contains(closed, f.id)
		})
		if slices.ContainsFunc(values, func(v FacetValue) bool { _, had := g.numbers[Value{f.id, v.ID}]; return had }) {
			out = append(out, Facet{ID: f.id, Title: f.title, More: f.more, Values: values})
		}
	}
	return out
}

// listOf is every value that a facet may have.
func (g *gatherer) listOf(facet string) []FacetValue {
	switch facet {
	case "theme":
		return g.themes()
	case "about":
		return g.vocabulary("group")
	case "level":
		return g.vocabulary("level")
	case "form":
		return g.vocabulary("form")
	case "role":
		return g.vocabulary("student role")
	case "unit", "to":
		return g.byTitle("unit")
	case "method", "principle", "programme":
		return g.byTitle(facet)
	case "year":
		var years []string
		for _, v := range g.values {
			if v.Facet == "year" {
				years = append(years, v.ID)
			}
		}
		slices.Sort(years)
		slices.Reverse(years)
		return flat(years, text.AcademicYear)
	case "status":
		var out []FacetValue
		for _, b := range site.Buckets {
			out = append(out, FacetValue{b.Slug(), b.Word(), -1})
		}
		return out
	case "kind":
		var out []FacetValue
		for _, k := range kindWords {
			out = append(out, FacetValue{k[0], k[1], -1})
		}
		return out
	case "evidence":
		return flat([]string{"narrative", "empirical", "causal"}, text.UpperFirst)
	case "effort":
		return flat([]string{"low", "medium", "high"}, text.UpperFirst)
	case "output":
		return flat([]string{"report", "poster", "video", "toolkit", "slides", "podcast", "other"}, text.UpperFirst)
	case "audience":
		return []FacetValue{{"staff", "For staff", -1}, {"students", "For students", -1}, {"both", "For both", -1}}
	}
	return nil
}

func flat(ids []string, title func(string) string) []FacetValue {
	var out []FacetValue
	for _, id := range ids {
		out = append(out, FacetValue{id, title(id), -1})
	}
	return out
}

func (g *gatherer) vocabulary(kind string) []FacetValue {
	var out []FacetValue
	for _, n := range g.Nodes {
		if n.Kind == kind {
			out = append(out, FacetValue{n.ID, n.Title, -1})
		}
	}
	return out
}

func (g *gatherer) byTitle(kind string) []FacetValue {
	ids := slices.Clone(g.OfKind(kind))
	g.ByTitle(ids)
	var out []FacetValue
	for _, id := range ids {
		out = append(out, FacetValue{g.Node(id).ID, g.Node(id).Title, -1})
	}
	return out
}

// themes is the tree of themes: each followed by the narrower ones. A theme under several wider ones stands under the first.
func (g *gatherer) themes() []FacetValue {
	var out []FacetValue
	seen := map[site.NodeID]bool{}
	var add func(id site.NodeID, parent int)
	add = func(id site.NodeID, parent int) {
		if seen[id] {
			return
		}
		seen[id] = true
		at := len(out)
		out = append(out, FacetValue{g.Node(id).ID, g.Node(id).Title, parent})
		for _, n := range g.Narrower(id) {
			add(n, at)
		}
	}
	for _, id := range g.TopThemes() {
		add(id, -1)
	}
	return out
}
