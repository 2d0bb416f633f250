package serve

import (
	_ "embed"
	"io"
	"net/http"
	"strconv"
	"strings"
)

//go:embed dev.js
var devScript []byte

//go:embed dev.css
var devStyle []byte

// own is where the preview's own addresses begin. No page can be published there: a slug begins with a letter or digit.
const own = "/-/"

// ServeHTTP answers one request.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	switch {
	case !hostAllowed(r.Host, p.host):
		a := plain(http.StatusForbidden)
		a.body = []byte("the preview does not answer to this name: open it at the address that casebook serve has printed\n")
		send(w, a)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		send(w, plain(http.StatusMethodNotAllowed))
	case strings.HasPrefix(r.URL.Path, own):
		p.own(w, r)
	default:
		m := p.current.Load()
		a := m.answer(r.URL.Path)
		if a.location != "" && r.URL.RawQuery != "" {
			a.location += "?" + r.URL.RawQuery
		}
		if a.page() {
			w.Header().Set("Server-Timing", stampHeader(m.stamp(r.URL.Path, a)))
			a.body = withDevLine(a.body)
		}
		send(w, a)
	}
}

// own answers what the script on each page asks for, and asks for the script.
func (p *preview) own(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		send(w, plain(http.StatusForbidden))
		return
	}
	switch strings.TrimPrefix(r.URL.Path, own) {
	case "casebook-dev.js":
		send(w, answer{status: http.StatusOK, kind: "text/javascript; charset=utf-8", body: devScript})
	case "casebook-dev.css":
		send(w, answer{status: http.StatusOK, kind: "text/css; charset=utf-8", body: devStyle})
	case "page":
		send(w, pageAnswer(p.current.Load(), r.URL.Query().Get("path")))
	case "events":
		p.events(w, r)
	default:
		send(w, plain(http.StatusNotFound))
	}
}

// send writes an answer. net/http leaves the body out for HEAD.
func send(w http.ResponseWriter, a answer) {
	h := w.Header()
	if a.location != "" {
		h.Set("Location", a.location)
		w.WriteHeader(a.status)
		return
	}
	h.Set("Content-Type", a.kind)
	if a.open == nil {
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
		w.WriteHeader(a.status)
		w.Write(a.body) // an error is a browser that has gone
		return
	}
	file, err := a.open()
	if err != nil {
		send(w, plain(http.StatusNotFound)) // it went between loading and asking
		return
	}
	defer file.Close()
	w.WriteHeader(a.status)
	io.Copy(w, file) // without a length: the file may have grown since it was loaded
}
