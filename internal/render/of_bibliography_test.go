package render

import (
	"fmt"
	"strings"
	"testing"

	"casebook/internal/site"
)

// manyWorks is a library that cites n works by authors of two letters and one without.
func manyWorks(n int) string {
	var b strings.Builder
	b.WriteString("-- content/references.json --\n[")
	for i := range n {
		name := []string{"Healey", "Bovill", "42nd Street"}[i%3]
		fmt.Fprintf(&b, `{"id": "work%d", "type": "book", "title": "Book %d", "author": [{"family": "%s"}], "issued": {"date-parts": [[%d]]}},`, i, i, name, 1950+i%70)
	}
	text := strings.TrimSuffix(b.String(), ",") + "]\n"
	return text + `-- content/references/work0.md --
---
verified: 2026-11-10
---
Compare [@work1].
-- content/guide/waiting.md --
---
title: Waiting
published: 2024-01-01
---
As [@work3] says, see [the list](/bibliography/#ref-work3).
`
}

func TestLongBibliography(t *testing.T) {
	p := built(t, manyWorks(site.BibliographySize+1))
	first := drawn[Bibliography](t, p, "bibliography/")
	same(t, "works", first.Showing, "61 works")
	entry := func(v Bibliography, id string) (out Reference) {
		for _, g := range v.Groups {
			for _, r := range g.References {
				if r.ID == id {
					out = r
				}
			}
		}
		out.COinS = ""
		return out
	}
	same(t, "an address from before leads on", entry(first, "ref-work3"), Reference{ID: "ref-work3", HTML: `<a href="../bibliography/h/#ref-work3">Healey (1953)</a> <cite>Book 3</cite>`})

	h := drawn[Bibliography](t, p, "bibliography/h/")
	same(t, "title, letters", []any{h.PageTitle, h.Showing, len(h.Groups), h.Letters[1], h.Letters[7], h.Letters[26]}, []any{"Bibliography, H", "21 works", 1,
		Link{Text: "B", Href: "../../bibliography/b/#letter-b"}, Link{Text: "H", Href: "../../bibliography/h/#letter-h", Current: true}, Link{Text: "0–9", Href: "../../bibliography/other/#letter-0-9"}})
	same(t, "the whole entry", entry(h, "ref-work3"), Reference{ID: "ref-work3", HTML: "Healey (1953) <cite>Book 3</cite>.", CitedIn: []Item{{Text: "Waiting", Href: "../../guide/waiting/"}}})
	same(t, "an annotation cites across letters", string(entry(h, "ref-work0").Note), "<p>Compare <span class=\"ref\">(<a href=\"../../bibliography/b/#ref-work1\">Bovill, 1951</a>)</span>.</p>\n")

	_, short := built(t, manyWorks(site.BibliographySize)).Route("bibliography/h/")
	same(t, "up to that many there is one page", short, false)
}
