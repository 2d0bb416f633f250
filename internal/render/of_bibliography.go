package render

import (
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/site"
	"casebook/internal/text"
)

// bibliographyView is every reference on file, with its annotation and the pages that cite it.
func (p *Pages) bibliographyView(r site.Route) Bibliography {
	in := p.preface(r.Path, "reference", "Bibliography", "Every work on file, with the pages that cite it.")
	v := Bibliography{
		Frame:   p.frame(r, in.title, in.summary),
		Summary: in.summary,
		Intro:   in.body,
	}
	ids := p.Cited()
	refs := make([]cite.Reference, len(ids))
	for i, id := range ids {
		refs[i] = p.Reference(id)
	}
	suffixes := cite.YearSuffixes(refs)
	var present []string
	for i, id := range ids {
		letter := initialOf(cite.PlainText(cite.Entry(refs[i], p.Style(), "")))
		at := slices.Index(present, letter)
		if at < 0 {
			at = len(present)
			present = append(present, letter)
			v.Groups = append(v.Groups, ReferenceGroup{ID: letterID(letter), Heading: letter})
		}
		g := &v.Groups[at]
		entry := Reference{ID: p.Node(id).Anchor, HTML: entryHTML(refs[i], p.Style(), suffixes[refs[i].Key]), CitedIn: p.citedIn(r.Path, id), COinS: coins(refs[i])}
		if doc := p.Annotation(id); doc >= 0 {
			// This page has the list that an annotation's own citations lead to.
			entry.Note = p.prose(r.Path, doc, true).html(p.Docs[doc].Body)
		}
		entry.Themes = p.links(r.Path, p.ThemesOf(id))
		g.References = append(g.References, entry)
	}
	v.Letters = alphabet(present)
	v.Exports = p.citeFilesAt(r.Path, site.ReferenceCitations, refs)
	return v
}

// mostCitedIn is how many pages the bibliography names below a work.
const mostCitedIn = 30

// citedIn are the listed pages that cite a work, each once with every place it points to: ", p. 14, p. 20".
func (p *Pages) citedIn(from string, ref site.NodeID) []Item {
	var ids []site.NodeID
	var places [][]string
	for _, e := range p.In(ref) {
		mention := p.Ref(e)
		// A framework says where it was published, a term what its definition leans on.
		if mention.Relation != "cite" && mention.Relation != "reference" && mention.Relation != "source" {
			continue
		}
		id := e.From
		if parent := p.Node(id).Parent; parent != site.None {
			id = parent
		}
		if kind := p.Node(id).Kind; kind == "response" || kind == "reference" || !p.Listed(id) {
			continue
		}
		// Mentions come page by page.
		i := len(ids) - 1
		if i < 0 || ids[i] != id {
			i++
			ids, places = append(ids, id), append(places, nil)
		}
		if mention.Locator != "" && !slices.Contains(places[i], mention.Locator) {
			places[i] = append(places[i], mention.Locator)
		}
	}
	var out []Item
	for i, id := range ids {
		if i == mostCitedIn {
			return append(out, Item{Text: "and " + text.Number(len(ids)-i) + " more"})
		}
		l := p.link(from, id)
		item := Item{Text: l.Text, Href: l.Href}
		if len(places[i]) > 0 {
			item.Note = ", " + strings.ReplaceAll(strings.Join(places[i], ", "), "-", "–")
		}
		out = append(out, item)
	}
	return out
}
