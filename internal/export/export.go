// Package export makes the files beside the pages that machines read: each is a function of the site.
//
// It never writes a name, a fact or an address that no page shows.
package export

import (
	"encoding/xml"
	"strings"

	"casebook/internal/output"
	"casebook/internal/site"
)

// Files are the sitemap (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309). Both need the site's address
// and are left out without one.
func Files(s *site.Site) []output.File {
	if s.BaseURL == "" {
		return []output.File{{Path: "robots.txt", Bytes: []byte("User-agent: *\nAllow: /\n")}}
	}
	return []output.File{
		{Path: "robots.txt", Bytes: []byte("User-agent: *\nAllow: /\nSitemap: " + s.Absolute("sitemap.xml") + "\n")},
		{Path: "sitemap.xml", Bytes: sitemap(s)},
	}
}

func sitemap(s *site.Site) []byte {
	var b strings.Builder
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, r := range s.Routes {
		if r.View == "redirect" || r.View == "tombstone" || r.Node != site.None && !s.Listed(r.Node) && s.Node(r.Node).Kind != "page" {
			continue
		}
		b.WriteString("<url><loc>")
		xml.EscapeText(&b, []byte(s.Absolute(r.Path)))
		b.WriteString("</loc>")
		if changed := lastChange(s, r); changed != "" {
			b.WriteString("<lastmod>" + changed + "</lastmod>")
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

// lastChange is the day on which what a page shows last changed, as far as the content says.
func lastChange(s *site.Site, r site.Route) string {
	if r.Node == site.None {
		return ""
	}
	d := s.Doc(r.Node)
	if d == nil {
		return ""
	}
	changed := d.Head.Updated
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
