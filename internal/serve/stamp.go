package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"net/http"
	"slices"
	"strings"

	"casebook/internal/site"
)

// stamp tells two answers for one address apart. Stylesheets are kept by themselves, because a page can change them without
// being loaded again.
type stamp struct {
	page   string // status, bytes with the names of stylesheets left out
	styles string // those names, each of which carries a hash of its stylesheet
}

// String is the form in which a browser sends the stamp back.
func (s stamp) String() string { return s.page + "." + s.styles }

// parseStamp reads String's form; anything else is no stamp.
func parseStamp(text string) (stamp, bool) {
	page, styles, ok := strings.Cut(text, ".")
	return stamp{page, styles}, ok && page != "" && styles != ""
}

// stampHeader is how a page's own script learns which rendering it stands on, so that a change between the page and its
// first event is not lost: a Server-Timing entry, which scripts can read of their own page
// (https://www.w3.org/TR/server-timing/).
func stampHeader(s stamp) string { return `casebook;desc="` + s.String() + `"` }

// stampOf makes the stamp of an answer; paths are those published.
func stampOf(a answer, paths []string) stamp {
	page, styles := sha256.New(), sha256.New()
	page.Write([]byte{byte(a.status >> 8), byte(a.status)})
	rest := a.body
	for {
		before, name, after, found := stylesheet(rest, paths)
		page.Write(before)
		if !found {
			break
		}
		styles.Write(append(name, 0))
		rest = after
	}
	return stamp{short(page), short(styles)}
}

// stamp is the stamp of what stands at an address. The search page itself does not change with what can be found; its script does,
// because it names the index.
func (m *moment) stamp(path string, a answer) stamp {
	if m.snap != nil && m.locate(path).path == site.SearchPath+"index.html" {
		a.body = slices.Concat(a.body, m.file(http.StatusOK, site.SearchScript).body)
	}
	return stampOf(a, m.paths)
}

// stylesheet finds the first quoted address of a published stylesheet.
func stylesheet(page []byte, paths []string) (before, name, after []byte, found bool) {
	const end = `.css"`
	for from := 0; ; {
		i := bytes.Index(page[from:], []byte(end))
		if i < 0 {
			return page, nil, nil, false
		}
		stop := from + i + len(end) - 1
		start := bytes.LastIndexByte(page[:stop], '"') + 1
		address := strings.TrimLeft(string(page[start:stop]), "./")
		if _, ok := slices.BinarySearch(paths, address); ok {
			return page[:start], []byte(address), page[stop:], true
		}
		from = stop
	}
}

// short is enough of a hash to tell renderings of one page apart.
func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:8]) }
