package serve

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

var loaded = regexp.MustCompile(`(?:href|src)="([^"]+\.(?:css|js|svg|ico))"`)

// TestBelowTheBaseAddress holds that a site which will be published in a folder answers there too: the 404 page, which a host
// shows at any depth, can name what it loads in no other way.
func TestBelowTheBaseAddress(t *testing.T) {
	dir := newSite(t)
	put(t, dir, "casebook.yaml", "title: Canary library\nbase_url: https://canary.example/a/b%20c/\n")
	p := previewOf(t, dir)
	get := func(target string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+target, nil))
		return w
	}
	check := func(target string, status int, location, like string) {
		t.Helper()
		w := get(target)
		if w.Code != status || w.Header().Get("Location") != location {
			t.Errorf("%s: %d %q, want %d %q", target, w.Code, w.Header().Get("Location"), status, location)
		}
		if like != "" && w.Body.String() != get(like).Body.String() {
			t.Errorf("%s is not what %s is", target, like)
		}
	}
	check("/a/b%20c/", 200, "", "/")
	check("/a/b%20c", 302, "/a/b%20c/", "")
	check("/a/b%20c/guide/alpha/", 200, "", "/guide/alpha/")
	check("/a/b%20c/guide/alpha", 302, "/a/b%20c/guide/alpha/", "")
	check("/a/b%20c//guide/alpha/", 302, "/a/b%20c/guide/alpha/", "")
	check("/a/b%20c/nothing/", 404, "", "/nothing/")
	check("/a/b%20cd/guide/alpha/", 404, "", "/nothing/")
	check("/a/b%20c/a/b%20c/guide/alpha/", 404, "", "/nothing/")
	check("/a/", 404, "", "/nothing/")
	check("/a/b%20c/casebook.yaml", 404, "", "/nothing/")
	for _, at := range []string{"/nothing/", "/a/b%20c/nothing/", "/a/b%20c/deep/er/nothing.html"} {
		at, err := url.Parse("http://localhost" + at)
		if err != nil {
			t.Fatal(err)
		}
		found := loaded.FindAllStringSubmatch(get(at.EscapedPath()).Body.String(), -1)
		if len(found) < 2 {
			t.Errorf("%s loads nothing: %v", at, found)
		}
		for _, f := range found {
			to, err := at.Parse(f[1])
			if err != nil {
				t.Fatal(err)
			}
			if w := get(to.EscapedPath()); w.Code != http.StatusOK {
				t.Errorf("%s loads %s: %d", at, to.Path, w.Code)
			}
		}
	}
	if facts := get("/-/page?path=" + url.QueryEscape("/a/b%20c/guide/alpha/")).Body.String(); !strings.Contains(facts, "content/guide/alpha.md") {
		t.Errorf("the bar knows nothing of a page below the base: %s", facts)
	}
	for _, way := range waysOut {
		if strings.HasPrefix(way.target, "/") {
			if u, err := url.ParseRequestURI("/a/b%20c" + way.target); err == nil {
				if got := p.current.Load().locate(u.Path); got.status != way.status || got.path != "" {
					t.Errorf("%s: got %v, want %d", u.Path, got, way.status)
				}
			}
		}
	}
}
