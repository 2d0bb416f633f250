package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// mostUsedIn is how many pages a term names that use it.
const mostUsedIn = 8

// glossaryView is every word that the library explains.
func (p *Pages) glossaryView(r site.Route) Glossary {
	in := p.preface(r.Path, "term", "Glossary", "Words as this library uses them, and the words they are mixed up with.")
	v := Glossary{
		Frame:   p.frame(r, in.title, in.summary),
		Summary: in.summary,
		Intro:   in.body,
	}
	terms := slices.Clone(p.OfKind("term"))
	p.ByTitle(terms)
	part := r.Arg != ""
	if part {
		v.Summary, v.Intro = "", nil
		v.Frame, v.Paging = p.letterPage(r, in.title, "glossary/",
			underLetter(p, terms, func(id site.NodeID) site.NodeID { return id }, "glossary/"+r.Arg+"/"), site.GlossarySize)
	}
	var present []string
	pages := map[string]string{}
	for _, id := range terms {
		letter := text.IndexLetter(p.Node(id).Title)
		if !slices.Contains(present, letter) {
			present = append(present, letter)
			pages["#"+letterID(letter)] = p.Node(id).Path
		}
		if part && p.Node(id).Path != r.Path {
			continue
		}
		i := slices.IndexFunc(v.Groups, func(g TermGroup) bool { return g.Letter == letter })
		if i < 0 {
			i = len(v.Groups)
			v.Groups = append(v.Groups, TermGroup{ID: letterID(letter), Letter: letter})
		}
		if p.Node(id).Path != r.Path { // the entry is on its letter's page
			v.Groups[i].Named = append(v.Groups[i].Named, NamedTerm{ID: p.Node(id).Anchor, Text: p.Node(id).Title, Href: p.URLTo(r.Path, id)})
			continue
		}
		v.Groups[i].Terms = append(v.Groups[i].Terms, p.term(r.Path, id))
	}
	v.Letters = p.linkLetters(r, alphabet(present), pages, "glossary/")
	return v
}

// term is one word as the glossary shows it.
func (p *Pages) term(from string, id site.NodeID) Term {
	n := p.Node(id)
	t := p.Docs[n.Doc].Entity.(*content.Term)
	out := Term{
		ID: n.Anchor, Term: t.Term, Aka: strings.Join(t.Aka, ", "),
		HTML:   p.prose(from, n.Doc, false).html(p.Docs[n.Doc].Body),
		Source: p.source(from, p.Rel(n.Doc, t.Source)),
	}
	confused := p.Rels(n.Doc, t.NotToConfuse)
	for _, e := range p.Inverse(id, "not_to_confuse", "term") {
		confused = append(confused, e.From)
	}
	var seen []site.NodeID
	for _, c := range confused {
		if p.Visible(c) && c != id && !slices.Contains(seen, c) {
			seen = append(seen, c)
			href := "#" + p.Node(c).Anchor
			if p.Node(c).Path != from {
				href = p.URLTo(from, c)
			}
			out.Confuse = append(out.Confuse, Link{Text: p.Node(c).Title, Href: href})
		}
	}
	pages := p.usedIn(id)
	for _, page := range pages[:min(len(pages), mostUsedIn)] {
		out.UsedIn = append(out.UsedIn, p.link(from, page))
	}
	out.More = more(len(pages)-mostUsedIn, "").Text
	return out
}

// usedIn are the listed pages that use a term. Other entries of the glossary are not among them.
func (p *Pages) usedIn(id site.NodeID) []site.NodeID {
	var out []site.NodeID
	seen := map[site.NodeID]bool{}
	for _, e := range p.In(id) {
		page := e.From
		if parent := p.Node(page).Parent; parent != site.None {
			page = parent
		}
		if p.Relation(e) == "term" && p.Listed(page) && p.Node(page).Page && !seen[page] {
			seen[page] = true
			out = append(out, page)
		}
	}
	return out
}

// source is the work that a definition leans on, linked to its entry.
func (p *Pages) source(from string, id site.NodeID) template.HTML {
	if id == site.None {
		return ""
	}
	words := cite.Narrative(cite.Cited{Ref: p.Reference(id)}, p.Style())
	return template.HTML(`<a href="` + template.HTMLEscapeString(p.URLTo(from, id)) + `">` + template.HTMLEscapeString(words) + `</a>`)
}

// preface is what stands above a list that casebook makes.
type preface struct {
	title, summary string
	body           []Block
}

// preface reads index.md of a kind's folder. What that does not say is said in the library's own words.
func (p *Pages) preface(from, kind, title, summary string) preface {
	d, doc := p.Intro(kind)
	if d == nil {
		return preface{title: title, summary: summary}
	}
	return preface{
		title:   cmp.Or(d.Head.Title, title),
		summary: cmp.Or(d.Head.Summary, summary),
		body:    p.prose(from, doc, false).blocks(d.Body),
	}
}

func letterID(letter string) string { return "letter-" + strings.Trim(text.Slug(letter), "-") }

// alphabet is A to Z and whatever else a list has, in the list's order where it is not A to Z; a letter without an entry
// leads nowhere.
func alphabet(present []string) []Link {
	var out []Link
	for l := 'A'; l <= 'Z'; l++ {
		link := Link{Text: string(l)}
		if slices.Contains(present, link.Text) {
			link.Href = "#" + letterID(link.Text)
		}
		out = append(out, link)
	}
	for _, letter := range present {
		if len(letter) != 1 || letter < "A" || letter > "Z" {
			out = append(out, Link{Text: letter, Href: "#" + letterID(letter)})
		}
	}
	return out
}
