package export

import (
	"strings"
	"testing"

	"casebook/internal/content"
	"casebook/internal/site"
)

func hosted(t *testing.T, base string, portable bool) map[string]string {
	t.Helper()
	d, problems := content.Parse("content/guide/a.md", "---\ntitle: A\nsummary: S.\npublished: 2024-01-02\naliases: [old/ty, b.html]\n---\n", content.Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	s, _ := site.Assemble(site.Config{Today: "2026-11-20", BaseURL: base, Portable: portable}, []*content.Doc{d}, nil)
	out := map[string]string{}
	for _, f := range Hosting(s, []string{"assets/style.0123456789.css"}) {
		out[f.Path] = string(f.Append(nil))
	}
	return out
}

func TestHostingFiles(t *testing.T) {
	files := hosted(t, "https://x.example/lib/", false)
	for _, row := range []struct{ file, line string }{
		{"_headers", "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\n"},
		{"_headers", "/assets/style.0123456789.css\n  Cache-Control: public, max-age=31536000, immutable\n"},
		{"_headers", "/search/search.js\n  Cache-Control: no-cache\n"},
		{".htaccess", "<If \"%{REQUEST_URI} =~ m#/search/search.js$#\">\nHeader set Cache-Control \"no-cache\"\n</If>\n"},
		{"nginx.conf.txt", "location ~ \"/search/search.js$\" {\n  add_header Cache-Control \"no-cache\" always;\n  add_header Content-Security-Policy"},
		{"_redirects", "/lib/b.html /lib/guide/a/ 301\n"},
		{"_redirects", "/lib/old/ty/ /lib/guide/a/ 301\n"},
		{".htaccess", "ErrorDocument 404 /lib/404.html\n"},
		{".htaccess", "RedirectMatch 301 \"^/lib/b\\.html$\" \"/lib/guide/a/\"\n"},
		{".htaccess", "Header always set Content-Security-Policy \"" + Policy + "\"\n"},
		{".htaccess", "AddOutputFilterByType DEFLATE text/html text/css text/javascript "},
		{"nginx.conf.txt", "gzip on;\ngzip_vary on;\ngzip_min_length 1024;\ngzip_types text/css text/javascript "},
		{"nginx.conf.txt", "location = \"/lib/b.html\" { return 301 \"/lib/guide/a/\"; }\n"},
		{"nginx.conf.txt", "error_page 404 /lib/404.html;\n"},
	} {
		if !strings.Contains(files[row.file], row.line) {
			t.Errorf("%s has no %q:\n%s", row.file, row.line, files[row.file])
		}
	}
	if opened := strings.Count(files[".htaccess"], "<IfModule"); opened != strings.Count(files[".htaccess"], "</IfModule>") {
		t.Error("a part of .htaccess is not closed")
	}
	if strings.Count(files["nginx.conf.txt"], "{") != strings.Count(files["nginx.conf.txt"], "}") {
		t.Error("a block of nginx.conf.txt is not closed")
	}
	for p, text := range hosted(t, "", false) {
		if strings.Contains(text, "404.html") || p != "_redirects" && strings.Contains(text, "guide/a") {
			t.Errorf("%s names paths without knowing where the site begins:\n%s", p, text)
		}
	}
	if n := len(hosted(t, "", true)); n != 0 {
		t.Errorf("a copy for a disk has %d files for hosts", n)
	}
}

func TestOpenSearchNeedsASearchPage(t *testing.T) {
	empty, _ := site.Assemble(site.Config{BaseURL: "https://library.example/"}, nil, nil)
	if len(openSearch(empty)) != 0 {
		t.Error("a search is described that is not there")
	}
	if len(openSearch(library(t, ""))) != 1 {
		t.Error("the search is not described")
	}
}

func TestOpenSearchKeepsWordsWhole(t *testing.T) {
	for name, want := range map[string]string{
		"Library": "Library", "Partnership Library": "Partnership", "Sixteen letters!": "Sixteen letters!", "Sixteen letters! And": "Sixteen letters!",
		"Partneriaethmyfyrwyr": "Partneriaethmyfy", "Llyfrgell ŵyl ŵŵ ŵ": "Llyfrgell ŵyl ŵŵ", "Ask, answer, and tell": "Ask, answer, and", "Ask and answers, told": "Ask and answers",
	} {
		if got := wholeWords(name, 16); got != want {
			t.Errorf("%q became %q, not %q", name, got, want)
		}
	}
}
