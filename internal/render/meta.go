package render

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
)

// about is a page as its head describes it, gathered once and written in several vocabularies.
type about struct {
	site.Route
	Frame
	node     site.Node
	doc      *content.Doc // nil for a page that no file stands for
	inherits site.Inherited
	view     any
	address  string // absolute, "" without a base URL
	issued   string // a day, or a year alone
	modified string // a later day
	themes   []site.NodeID

	// Of what is cited:
	credits  credits
	keywords []string
	licence  string        // the address of its deed
	sources  []site.NodeID // that its text cites; none of a recommendation
}

// meta writes what the head of a page tells machines: Open Graph on every page, Highwire's tags on cases, Dublin Core on what is
// cited, and JSON-LD. A page that stands for nothing, such as a redirect or a tombstone, has none. Addresses must be absolute
// in all of them, so without a base URL they are left out, and JSON-LD altogether.
func (p *Pages) meta(out []byte, r site.Route, f Frame, view any) []byte {
	switch r.View {
	case "redirect", "tombstone":
		return out
	}
	a := p.about(r, f, view)
	out = p.openGraph(out, &a)
	if r.View == "case" {
		out = p.highwire(out, &a)
	}
	if citable(r.View) {
		out = p.dublinCore(out, &a)
	}
	if p.BaseURL != "" {
		out = append(out, `<script type="application/ld+json">`...)
		out = p.linkedData(out, &a)
		out = append(out, `</script>`...)
	}
	return out
}

// citable are the views of pages that are cited as works of their own.
func citable(view string) bool {
	switch view {
	case "case", "recommendation", "insight", "guide", "story":
		return true
	}
	return false
}

func (p *Pages) about(r site.Route, f Frame, view any) about {
	a := about{Route: r, Frame: f, view: view, address: p.address(r.Path)}
	if r.Node == site.None {
		return a
	}
	a.node, a.doc, a.inherits, a.themes = p.Node(r.Node), p.Doc(r.Node), p.Inherited(r.Node), p.ThemesOf(r.Node)
	if tr, ok := p.TranslationIn(r.Arg, r.Node, ""); ok && r.View == "translation" {
		a.doc = p.Docs[tr.Doc]
	}
	if dated := content.DatedOf(a.doc.Entity); dated != nil {
		a.issued, a.modified = dated.Published, p.Updated(a.doc)
	}
	if r.View == "recommendation" {
		if answers := p.Rec(r.Node).Answers; len(answers) > 0 {
			a.modified = max(a.modified, answers[len(answers)-1].Date)
		}
	}
	if a.modified <= a.issued {
		a.modified = ""
	}
	if citable(r.View) {
		a.credits, a.keywords, a.licence = p.creditsOf(r.Node), p.keywords(&a), p.licenceNamed(a.inherits.Licence).Href
		if r.View != "recommendation" {
			a.sources = p.citedBy(r.Node)
		}
	}
	return a
}

// describe gives a page that has no summary a description: "Commuters: five cases. Partnership Library."
func (p *Pages) describe(f *Frame, view any) {
	if f.Description != "" {
		return
	}
	showing := ""
	switch v := view.(type) {
	case Redirect, Tombstone, NotFound:
		return
	case Listing:
		if showing = v.Summary; showing == "" {
			showing = v.Showing
		}
	}
	f.Description = f.PageTitle + "."
	if showing != "" {
		f.Description = f.PageTitle + ": " + strings.TrimSuffix(lower(showing), ".") + "."
	}
	if f.PageTitle != p.Settings.Title {
		f.Description += " " + p.Settings.Title + "."
	}
}
