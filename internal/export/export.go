// Package export makes the files beside the pages that machines read: each is a function of the site.
//
// It never writes a name, a fact or an address that no page shows.
package export

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"casebook/internal/site"
)

// File is one published file. Append writes it at the end of b; what may be long has Open instead.
type File struct {
	Path   string
	Append func(b []byte) []byte
	Open   func() io.ReadCloser
}

// Exports are the files of one site, with what several of them are made from: each part is gathered when the first of them is
// asked for.
type Exports struct {
	*site.Site
	holdings func() *holdings
	news     func() news
	works    func() written
}

// Of prepares the files of a site.
func Of(s *site.Site) Exports {
	return Exports{
		Site:     s,
		holdings: sync.OnceValue(func() *holdings { return holdingsOf(s) }),
		news:     sync.OnceValue(func() news { return newsOf(s) }),
		works:    sync.OnceValue(func() written { return writtenOf(s) }),
	}
}

// Files are all of them. Nothing is made before Append is called.
func (x Exports) Files() []File {
	return slices.Concat(forRobots(x.Site), citations(x), feeds(x), data(x), calendars(x.Site), openSearch(x.Site))
}

// whole is a file whose bytes are made as a whole.
func whole(path string, make func() []byte) File {
	return File{Path: path, Append: func(b []byte) []byte { return append(b, make()...) }}
}

// forRobots are the sitemap (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309). Both need the site's address:
// without one there is no sitemap.
func forRobots(s *site.Site) []File {
	robots := "User-agent: *\nAllow: /\n"
	if s.BaseURL == "" {
		return []File{whole("robots.txt", func() []byte { return []byte(robots) })}
	}
	return []File{
		whole("robots.txt", func() []byte { return []byte(robots + "Sitemap: " + s.Absolute("sitemap.xml") + "\n") }),
		{Path: "sitemap.xml", Append: func(b []byte) []byte { return appendSitemap(b, s) }},
	}
}

func appendSitemap(b []byte, s *site.Site) []byte {
	const size = 120 // of an entry, about
	b = append(slices.Grow(b, size*len(s.Routes)), xml.Header+`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`...)
	if s.Translated() {
		b = append(b, ` xmlns:xhtml="http://www.w3.org/1999/xhtml"`...)
	}
	b = append(b, ">\n"...)
	base := xmlText(s.BaseURL)
	for _, r := range s.Routes {
		if s.Unfilled(r) {
			continue
		}
		if r.View == "redirect" || r.View == "tombstone" || r.Node != site.None && !s.Listed(r.Node) && s.Node(r.Node).Kind != "page" {
			continue
		}
		b = append(append(append(append(b, "<url><loc>"...), base...), xmlText(r.Path)...), "</loc>"...)
		if changed := lastChange(s, r); changed != "" {
			b = append(append(append(b, "<lastmod>"...), changed...), "</lastmod>"...)
		}
		for _, v := range s.Versions(r) {
			b = append(b, `<xhtml:link rel="alternate" hreflang="`+xmlText(v.Lang)+`" href="`+xmlText(s.Absolute(v.Path))+`"/>`...)
		}
		b = append(b, "</url>\n"...)
	}
	return append(b, "</urlset>\n"...)
}

// lastChange is the day on which what a page shows last changed, as far as the content says.
func lastChange(s *site.Site, r site.Route) string {
	if r.Node == site.None {
		return ""
	}
	d := s.Doc(r.Node)
	if tr, ok := s.TranslationIn(r.Arg, r.Node, ""); ok && r.View == "translation" {
		d = s.Docs[tr.Doc]
	}
	if d == nil {
		return ""
	}
	changed := s.Updated(d)
	if changed == "" && len(d.Head.Published) == len("2006-01-02") {
		changed = d.Head.Published
	}
	if s.Node(r.Node).Kind == "recommendation" {
		if rec := s.Rec(r.Node); len(rec.Answers) > 0 {
			changed = max(changed, rec.Answers[len(rec.Answers)-1].Date)
		}
	}
	return changed
}

// appendElement writes an element of text after an indent.
func appendElement(b []byte, indent, name, text string) []byte {
	b = append(append(append(append(b, indent...), '<'), name...), '>')
	b = append(b, xmlText(text)...)
	return append(append(append(b, "</"...), name...), '>')
}

// xmlText is a text as XML has it between quotation marks or tags.
func xmlText(text string) string {
	if !strings.ContainsFunc(text, notInXML) {
		return text
	}
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic("export: a text cannot be written: " + err.Error())
	}
	return b.String()
}

// notInXML reports what cannot stand as it is: markup, control characters, what is no character (https://www.w3.org/TR/xml/#charsets).
func notInXML(r rune) bool {
	switch r {
	case '"', '\'', '&', '<', '>', utf8.RuneError, 0xfffe, 0xffff:
		return true
	}
	return r < ' '
}
