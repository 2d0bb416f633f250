package render

import (
	"html/template"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/site"
)

// listedWork is a work as the bibliography lists it.
type listedWork struct {
	id     site.NodeID
	ref    cite.Reference
	letter string
	suffix string // of the year, where the same authors have another work of that year
}

// bibliography is every work in its order, and the sizes of the files that hold them all.
type bibliography struct {
	works []listedWork
	sizes []int
}

func bibliographyOf(s *site.Site) bibliography {
	ids := s.Cited()
	refs := make([]cite.Reference, len(ids))
	for i, id := range ids {
		refs[i] = s.Reference(id)
	}
	suffixes := cite.YearSuffixes(refs)
	out := bibliography{make([]listedWork, len(ids)), sizesOf(refs)}
	for i, id := range ids {
		out.works[i] = listedWork{id, refs[i], s.EntryLetter(id), suffixes[refs[i].Key]}
	}
	return out
}

// bibliographyView is every reference on file, with its annotation and the pages that cite it. A long one has a page for each letter;
// its first page names every work and leads to the entry.
func (p *Pages) bibliographyView(r site.Route) Bibliography {
	in := p.preface(r.Path, "reference", "Bibliography", "Every work on file, with the pages that cite it.")
	all := p.records.bibliography()
	works := all.works
	v := Bibliography{
		Summary: in.summary, Intro: in.body, Letters: p.lettersOfWorks(r, works),
		Exports: p.citeFilesAt(r.Path, site.ReferenceCitations, all.sizes),
	}
	long := len(works) > site.BibliographySize
	part := long && r.Arg != ""
	var here []listedWork
	for _, w := range works {
		if !part || p.Node(w.id).Path == r.Path {
			here = append(here, w)
		}
	}
	if part {
		v.Summary, v.Intro = "", nil
		v.Frame, v.Paging = p.letterPage(r, in.title, site.BibliographyPath,
			underLetter(p, works, func(w listedWork) site.NodeID { return w.id }, site.BibliographyPath+r.Arg+"/"), site.BibliographySize)
	} else {
		v.Frame = p.frame(r, in.title, in.summary)
	}
	if long {
		v.Showing = counted(len(here), "work", "works")
	}
	for i, w := range here {
		if i == 0 || w.letter != here[i-1].letter {
			v.Groups = append(v.Groups, ReferenceGroup{ID: letterID(w.letter), Heading: w.letter})
		}
		g := &v.Groups[len(v.Groups)-1]
		if long && !part {
			if n := len(g.References); len(works) > mostNamed && n >= namedALetter {
				if n == namedALetter {
					g.References = append(g.References, Reference{HTML: p.wholeLetter(r.Path, p.Node(w.id).Path, w.letter)})
				}
				continue
			}
			g.References = append(g.References, p.namedWork(r.Path, w))
			continue
		}
		g.References = append(g.References, p.fullEntry(r.Path, w, part))
	}
	return v
}

// wholeLetter leads to all entries under a letter.
func (p *Pages) wholeLetter(from, to, letter string) template.HTML {
	to, _, _ = strings.Cut(to, "page/")
	return template.HTML(`<a href="` + template.HTMLEscapeString(p.URL(from, to)) + `">Everything under ` + template.HTMLEscapeString(letter) + `</a>`)
}

// namedWork is a work in one line, linked to its entry.
func (p *Pages) namedWork(from string, w listedWork) Reference {
	name := cite.Narrative(cite.Cited{Ref: w.ref, Suffix: w.suffix}, p.Style())
	return Reference{ID: p.Node(w.id).Anchor, HTML: template.HTML(`<a href="` + template.HTMLEscapeString(p.URL(from, p.Href(w.id))) + `">` +
		template.HTMLEscapeString(name) + `</a> <cite>` + template.HTMLEscapeString(w.ref.Title) + `</cite>`)}
}

// fullEntry is a work with all that is known of it.
func (p *Pages) fullEntry(from string, w listedWork, part bool) Reference {
	out := Reference{ID: p.Node(w.id).Anchor, HTML: entryHTML(w.ref, p.Style(), w.suffix), CitedIn: p.citedIn(from, w.id), COinS: coins(w.ref), Themes: p.links(from, p.ThemesOf(w.id))}
	if doc := p.Annotation(w.id); doc >= 0 {
		// What an annotation cites has its own entry here, or on another letter's page.
		out.Note = p.prose(from, doc, !part).html(p.Docs[doc].Body)
	}
	return out
}

// lettersOfWorks lead to the letters of the bibliography, on this page or their own.
func (p *Pages) lettersOfWorks(r site.Route, works []listedWork) []Link {
	var present []string
	pages := map[string]string{}
	for _, w := range works {
		if !slices.Contains(present, w.letter) {
			present = append(present, w.letter)
			pages["#"+letterID(w.letter)] = p.Node(w.id).Path
		}
	}
	return p.linkLetters(r, alphabet(present), pages, site.BibliographyPath)
}

// mostCitedIn is how many pages the bibliography names below a work.
const mostCitedIn = 20

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
		if locator := mention.Said().Locator; locator != "" && !slices.Contains(places[i], locator) {
			places[i] = append(places[i], locator)
		}
	}
	var out []Item
	for i, id := range ids {
		if i == mostCitedIn {
			l := p.inRelations(from, len(ids)-i)
			return append(out, Item{Text: l.Text, Href: l.Href})
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
