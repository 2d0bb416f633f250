package serve

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strings"

	"casebook/internal/build"
	"casebook/internal/diag"
)

// DevLine is what the preview adds to each page, before </head>, and the only difference from what a build writes. It is not
// needed where a page has no head.
const DevLine = `<script src="/-/casebook-dev.js" defer></script>`

// moment is what is served until the next one is. It is immutable, but that its end is told by closing over.
type moment struct {
	snap     *build.Snapshot // of the last load without errors; nil before the first
	paths    []string        // of snap
	problems []problem       // why the latest load is not shown; none when it is
	over     chan struct{}
}

// then is the moment after a load.
func (m *moment) then(next *build.Snapshot, list diag.List, err error) *moment {
	after := &moment{snap: m.snap, paths: m.paths, problems: problemsOf(list, err), over: make(chan struct{})}
	if err == nil && !list.Failed() {
		after.snap, after.paths = next, next.Paths()
	}
	return after
}

// answer is what a request gets.
type answer struct {
	status   int
	kind     string // media type
	body     []byte
	open     func() (io.ReadCloser, error) // of what is not held in memory, instead of a body
	location string                        // of a redirect
}

// page reports whether an answer is a page.
func (a answer) page() bool { return strings.HasPrefix(a.kind, "text/html") }

// answer finds what stands at an address's path, without DevLine.
func (m *moment) answer(path string) answer {
	if m.snap == nil {
		return trouble(http.StatusServiceUnavailable, m.problems)
	}
	to := m.locate(path)
	switch to.status {
	case http.StatusOK:
		return m.file(http.StatusOK, to.path)
	case http.StatusFound:
		return answer{status: to.status, location: (&url.URL{Path: to.path}).EscapedPath()}
	case http.StatusNotFound:
		return m.file(http.StatusNotFound, "404.html")
	}
	return plain(to.status)
}

// locate finds a request's path among those published. They stand at the root and, as the 404 page names what it loads
// from the path of base_url, below that path too.
func (m *moment) locate(path string) place {
	to := m.published(path)
	base := basePath(m.snap.Site.BaseURL)
	if to.status != http.StatusNotFound || base == "/" {
		return to
	}
	if path+"/" == base {
		return place{http.StatusFound, base}
	}
	rest, below := strings.CutPrefix(path, base)
	if !below {
		return to
	}
	if to = m.published("/" + rest); to.status == http.StatusFound {
		to.path = base + strings.TrimPrefix(to.path, "/")
	}
	return to
}

// published finds a path among those published. The files of the search index have no place in the list: they are made when
// one of them is first asked for.
func (m *moment) published(path string) place {
	to := locate(path, m.paths)
	if name := strings.TrimPrefix(path, "/"); to.status == http.StatusNotFound && m.snap.Searches(name) {
		return place{http.StatusOK, name}
	}
	return to
}

// basePath is the decoded path of a site's address, with a slash at both ends.
func basePath(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.Trim(u.Path, "/") == "" {
		return "/"
	}
	return "/" + strings.Trim(u.Path, "/") + "/"
}

// file renders one published path.
func (m *moment) file(status int, path string) answer {
	f, ok, err := m.snap.File(path)
	if err != nil {
		return trouble(http.StatusInternalServerError, []problem{{Place: path, Message: "this page could not be made: " + err.Error()}})
	}
	if !ok {
		return plain(http.StatusNotFound)
	}
	if f.Bytes != nil {
		return answer{status: status, kind: f.Type, body: f.Bytes}
	}
	return answer{status: status, kind: f.Type, open: f.Open}
}

// plain answers with a status and its name.
func plain(status int) answer {
	return answer{status: status, kind: "text/plain; charset=utf-8", body: []byte(http.StatusText(status) + "\n")}
}

// trouble answers with a page of problems.
func trouble(status int, problems []problem) answer {
	return answer{status: status, kind: "text/html; charset=utf-8", body: problemsPage(problems)}
}

// withDevLine adds DevLine to a page. The first </head> is the head's own: layouts escape every < that comes from content.
func withDevLine(page []byte) []byte {
	before, after, found := bytes.Cut(page, []byte("</head>"))
	if !found {
		return page
	}
	out := make([]byte, 0, len(page)+len(DevLine))
	out = append(append(out, before...), DevLine...)
	return append(append(out, "</head>"...), after...)
}
