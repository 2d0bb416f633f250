package serve

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestServeHTTP(t *testing.T) {
	dir := newSite(t)
	p := previewOf(t, dir)
	check := func(method, target string, status int, header, want string) {
		t.Helper()
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequest(method, "http://localhost:8420"+target, nil))
		if w.Code != status || w.Header().Get(header) != want {
			t.Errorf("%s %s: %d, %s: %q; want %d and %q", method, target, w.Code, header, w.Header().Get(header), status, want)
		}
		for name, value := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": policy, "Access-Control-Allow-Origin": ""} {
			if got := w.Header().Get(name); got != value {
				t.Errorf("%s %s: %s: %q", method, target, name, got)
			}
		}
	}
	check("GET", "/", 200, "Content-Type", "text/html; charset=utf-8")
	check("GET", "/guide/alpha/", 200, "Content-Type", "text/html; charset=utf-8")
	check("HEAD", "/guide/alpha/", 200, "Content-Type", "text/html; charset=utf-8")
	check("GET", "/guide/alpha", 302, "Location", "/guide/alpha/")
	check("GET", "/guide/alpha?q=x", 302, "Location", "/guide/alpha/?q=x")
	check("GET", "/nothing/", 404, "Content-Type", "text/html; charset=utf-8")
	check("GET", "/casebook.yaml", 404, "Content-Type", "text/html; charset=utf-8")
	check("GET", "/content/guide/alpha.md", 404, "Content-Type", "text/html; charset=utf-8")
	check("GET", "/a%5cb", 400, "Content-Type", "text/plain; charset=utf-8")
	check("GET", "/-/casebook-dev.js", 200, "Content-Type", "text/javascript; charset=utf-8")
	check("GET", "/-/casebook-dev.css", 200, "Content-Type", "text/css; charset=utf-8")
	check("GET", "/-/other", 404, "Content-Type", "text/plain; charset=utf-8")
	check("GET", "/-/events", 400, "Content-Type", "text/plain; charset=utf-8")
	check("HEAD", "/-/events?path=/", 200, "Content-Type", "text/event-stream")
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
		check(method, "/guide/alpha/", 405, "Allow", "GET, HEAD")
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	p := previewOf(t, newSite(t))
	check := func(target, host, origin string, status int) {
		t.Helper()
		r := httptest.NewRequest("GET", target, nil)
		r.Host = host
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		w := httptest.NewRecorder()
		p.ServeHTTP(w, r)
		if w.Code != status || w.Code != 200 && strings.Contains(w.Body.String(), "Alpha") {
			t.Errorf("%s of %s from %s: %d %s", target, host, origin, w.Code, w.Body)
		}
	}
	check("/", "localhost:8420", "", 200)
	check("/", "evil.example", "", 403)
	check("/-/page?path=/guide/alpha/", "evil.example:8420", "", 403)
	check("/-/page?path=/guide/alpha/", "localhost:8420", "http://localhost:8420", 200)
	check("/-/page?path=/guide/alpha/", "localhost:8420", "http://evil.example", 403)
	check("/-/events?path=/", "localhost:8420", "http://evil.example", 403)
	check("/-/casebook-dev.js", "localhost:8420", "http://evil.example", 403)
}

func TestPagesAreThoseOfTheBuild(t *testing.T) {
	p := previewOf(t, newSite(t))
	m := p.current.Load()
	for _, path := range m.paths {
		f, _, err := m.snap.File(path)
		if err != nil {
			t.Fatal(err)
		}
		if f.Bytes == nil {
			continue
		}
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/"+path, nil))
		if d := cmp.Diff(string(f.Bytes), strings.Replace(w.Body.String(), DevLine, "", 1)); d != "" {
			t.Errorf("%s: -build +serve:\n%s", path, d)
		}
		if page := strings.HasSuffix(path, ".html"); page != strings.Contains(w.Body.String(), DevLine) {
			t.Errorf("%s: has DevLine: %v", path, !page)
		}
	}
}

func TestPageFacts(t *testing.T) {
	dir := newSite(t)
	put(t, dir, "content/guide/draft.md", "---\ntitle: Not yet\nsummary: A page.\nstatus: draft\n---\nText.\n")
	p := previewOf(t, dir)
	check := func(path string, want pageFacts) {
		t.Helper()
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/-/page?path="+path, nil))
		var got pageFacts
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: -want +got:\n%s", path, d)
		}
	}
	check("/guide/alpha/", pageFacts{Refer: "[[Alpha]]", File: "content/guide/alpha.md"})
	check("/guide/draft/", pageFacts{Draft: true, State: "Draft", Refer: "[[Not yet]]", File: "content/guide/draft.md"})
	check("/guide/draft/index.html", pageFacts{Draft: true, State: "Draft", Refer: "[[Not yet]]", File: "content/guide/draft.md"})
	check("/", pageFacts{})
	check("/nothing/", pageFacts{})
	check("/../casebook.yaml", pageFacts{})
	check("%25zz", pageFacts{})
	check("", pageFacts{})
}

// What stands in a request line goes to the server as it is: a client of net/http would clean it.
func TestNoWayOutOnTheWire(t *testing.T) {
	server := httptest.NewServer(previewOf(t, newSite(t)))
	defer server.Close()
	for _, way := range waysOut {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", way.target)
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(way.target, err)
		}
		body, err := io.ReadAll(answer.Body)
		conn.Close()
		if err != nil || answer.StatusCode != way.status || strings.Contains(string(body), "title: ") || strings.Contains(string(body), "root:") {
			t.Errorf("%s: %d %v\n%s", way.target, answer.StatusCode, err, body)
		}
	}
}
