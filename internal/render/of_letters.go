package render

import (
	"strconv"
	"strings"

	"casebook/internal/site"
)

// A long list of entries, the bibliography or the glossary, has a page for each letter. Its first page names the entries: all of them
// up to mostNamed, and of a list that is longer still the first few of each letter.
const (
	mostNamed    = 1000
	namedALetter = 40
)

// letterPage is the frame and the paging of a letter's page: letter is the letter's own list of n entries, size of them on a page.
func (p *Pages) letterPage(r site.Route, title, base string, n, size int) (Frame, Paging) {
	full := title + ", " + strings.ToUpper(r.Arg[:1]) + r.Arg[1:]
	if r.Page > 1 {
		full += ", page " + strconv.Itoa(r.Page)
	}
	return p.frame(r, full, "", p.up(r.Path, base, title)...), p.pagingOf(r.Path, base+r.Arg+"/", r.Page, n, size)
}

// underLetter counts the entries of a list that stand on the pages of a route's letter.
func underLetter[T any](p *Pages, entries []T, id func(T) site.NodeID, letter string) int {
	n := 0
	for _, e := range entries {
		if strings.HasPrefix(p.Node(id(e)).Path, letter) {
			n++
		}
	}
	return n
}

// linkLetters sends the letters of a long list to their pages: pages are those of each letter's first entry, by its anchor.
func (p *Pages) linkLetters(r site.Route, letters []Link, pages map[string]string, base string) []Link {
	for i, l := range letters {
		if path := pages[l.Href]; path != "" && path != base {
			letters[i].Href, letters[i].Current = p.URL(r.Path, path+l.Href), r.Arg != "" && strings.HasPrefix(r.Path, path)
		}
	}
	return letters
}
