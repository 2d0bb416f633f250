package serve

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

var somePaths = []string{"404.html", "assets/site.0a1b2c3d.css", "cases/cl-2018-01/index.html", "cases/cl-2018-01/poster.pdf", "cases/index.html", "index.html", "robots.txt"}

func TestLocate(t *testing.T) {
	check := func(path string, status int, want string) {
		t.Helper()
		if got := locate(path, somePaths); got != (place{status, want}) {
			t.Errorf("locate(%q) = %v, want %v", path, got, place{status, want})
		}
	}
	check("/", 200, "index.html")
	check("/index.html", 200, "index.html")
	check("/robots.txt", 200, "robots.txt")
	check("/cases/", 200, "cases/index.html")
	check("/cases", 302, "/cases/")
	check("/cases/cl-2018-01", 302, "/cases/cl-2018-01/")
	check("/cases/cl-2018-01/poster.pdf", 200, "cases/cl-2018-01/poster.pdf")
	check("/404.html", 200, "404.html")

	check("//cases/", 302, "/cases/")
	check("//cases", 302, "/cases/")
	check("/./cases/", 302, "/cases/")
	check("/cases/.", 302, "/cases/")
	check("/cases//cl-2018-01/poster.pdf", 302, "/cases/cl-2018-01/poster.pdf")

	check("/nothing", 404, "")
	check("/nothing/", 404, "")
	check("//example.org/", 404, "")
	check("/Cases/", 404, "")
	check("/robots.txt/", 404, "")
	check("/assets/", 404, "")
	check("/.casebook", 404, "")
	check("/casebook.yaml", 404, "")
	check("/content/cases/CL-2018-01.md", 404, "")

	check("", 400, "")
	check("cases/", 400, "")
	check("*", 400, "")
	check("/cases\\index.html", 400, "")
	check("/cases/\x00", 400, "")
}

// waysOut are the forms that dev servers have fallen for, as they stand in a request line, with what is answered.
var waysOut = []struct {
	target string
	status int
}{
	{"/../casebook.yaml", 404},
	{"/../../../../etc/passwd", 404},
	{"/cases/../../casebook.yaml", 404},
	{"/%2e%2e/casebook.yaml", 404},
	{"/%2E%2E/%2E%2E/etc/passwd", 404},
	{"/.%2e/casebook.yaml", 404},
	{"/%2e./casebook.yaml", 404},
	{"/..%2fcasebook.yaml", 404},
	{"/%2e%2e%2fcasebook.yaml", 404},
	{"/%252e%252e/casebook.yaml", 404},
	{"/%252e%252e%252fcasebook.yaml", 404},
	{"/..%255ccasebook.yaml", 404},
	{"/..\\casebook.yaml", 400},
	{"/..%5ccasebook.yaml", 400},
	{"/cases%5c..%5c..%5ccasebook.yaml", 400},
	{"/..;/casebook.yaml", 404},
	{"/cases/..%00/casebook.yaml", 400},
	{"/casebook.yaml%00.html", 400},
	{"http://localhost:8420/../casebook.yaml", 404},
	{"/@fs/etc/passwd", 404},
	{"//etc/passwd", 404},
	{"/....//....//etc/passwd", 404},
	{"/%c0%ae%c0%ae/casebook.yaml", 404},
	{"/C:/Windows/win.ini", 404},
}

func TestNoWayOut(t *testing.T) {
	for _, way := range waysOut {
		u, err := url.ParseRequestURI(way.target)
		if err != nil {
			t.Errorf("%s: %v", way.target, err)
			continue
		}
		if got := locate(u.Path, somePaths); got != (place{status: way.status}) {
			t.Errorf("%s: got %v, want %d and no path", way.target, got, way.status)
		}
	}
}

func FuzzServePath(f *testing.F) {
	for _, seed := range []string{"/", "/cases", "/cases/", "//cases//", "/../x", "/%2e%2e/x", "/a\\b", "/\x00", "/./.", "/cases/.", "/..;/x", "/@fs/etc/passwd", "/404.html/", "x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, p string) {
		got := locate(p, somePaths)
		switch got.status {
		case http.StatusOK:
			if !slices.Contains(somePaths, got.path) {
				t.Fatalf("locate(%q) = %q, which is not published", p, got.path)
			}
		case http.StatusFound:
			if !strings.HasPrefix(got.path, "/") || strings.HasPrefix(got.path, "//") {
				t.Fatalf("locate(%q) sends elsewhere: %q", p, got.path)
			}
			if next := locate(got.path, somePaths); next.status != http.StatusOK {
				t.Fatalf("locate(%q) sends to %q, which is not there", p, got.path)
			}
		case http.StatusNotFound, http.StatusBadRequest:
			if got.path != "" {
				t.Fatalf("locate(%q) = %v", p, got)
			}
		default:
			t.Fatalf("locate(%q) = %v", p, got)
		}
	})
}
