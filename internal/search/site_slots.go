package search

import (
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// filled takes prose of a document, puts into its texts the words that were not known when they were read, as the page shows them,
// and lets the document be found by them. Most texts have none and stay as they are.
func (g *gatherer) filled(doc *Document, from int32, prose []content.Prose) {
	var suffixes map[string]string
	if slices.ContainsFunc(prose, func(p content.Prose) bool { return len(p.Slots) > 0 }) {
		suffixes = g.yearSuffixes(from)
	}
	for _, p := range prose {
		if len(p.Slots) > 0 {
			p.Text = g.fillSlots(doc, from, p, suffixes)
		}
		g.prose = append(g.prose, p)
	}
}

func (g *gatherer) fillSlots(doc *Document, from int32, p content.Prose, suffixes map[string]string) string {
	const each = 32 // bytes that most fillings take
	var out strings.Builder
	out.Grow(len(p.Text) + each*len(p.Slots))
	rest := p.Text
	for _, ref := range p.Slots {
		before, after, _ := strings.Cut(rest, string(content.Slot))
		words := g.named(from, ref, suffixes)
		doc.About = append(doc.About, words)
		out.WriteString(before)
		out.WriteString(words)
		rest = after
	}
	out.WriteString(rest)
	return out.String()
}

// named is what a page says for a mention without words of its own.
func (g *gatherer) named(from int32, ref int, suffixes map[string]string) string {
	r, t := g.Docs[from].Refs[ref], g.Target(from, int32(ref))
	switch {
	case r.Relation == "cite" && t.Node != site.None:
		reference := g.Reference(t.Node)
		return cite.Narrative(cite.Cited{Ref: reference, Prefix: r.Note, Locator: r.Said().Locator, Suffix: suffixes[reference.Key]}, g.Style())
	case r.Relation == "cite":
		return "@" + r.Name
	case t.Node == site.None:
		return r.Name
	case t.Text != "":
		return t.Text
	}
	n := g.Node(t.Node)
	switch {
	case n.State == site.Withdrawn:
		return n.Number
	case n.Kind == "recommendation":
		return strings.TrimSuffix(n.Title, ".")
	}
	return n.Title
}

// yearSuffixes are the letters behind years that tell apart the works that one document cites. They are copied only when two of
// them are of one year: most documents need no letter.
func (g *gatherer) yearSuffixes(doc int32) map[string]string {
	var cited []site.NodeID
	var years []int
	twice := false
	for i, r := range g.Docs[doc].Refs {
		if r.Relation != "cite" {
			continue
		}
		id := g.Target(doc, int32(i)).Node
		if id == site.None || slices.Contains(cited, id) {
			continue
		}
		year := g.Reference(id).Issued.Year
		twice = twice || slices.Contains(years, year)
		cited, years = append(cited, id), append(years, year)
	}
	if !twice {
		return nil
	}
	works := make([]cite.Reference, len(cited))
	for i, id := range cited {
		works[i] = g.Reference(id)
	}
	return cite.YearSuffixes(works)
}
