package export

import (
	"encoding/xml"
	"strings"
	"testing"

	"casebook/internal/content"
	"casebook/internal/site"
)

func assembled(t *testing.T, base string, files map[string]string) *site.Site {
	t.Helper()
	var docs []*content.Doc
	for _, p := range []string{"content/guide/a.md", "content/guide/b.md", "content/pages/about.md"} {
		if text, ok := files[p]; ok {
			d, problems := content.Parse(p, text, content.Options{})
			if problems.Failed() {
				t.Fatal(problems)
			}
			docs = append(docs, d)
		}
	}
	s, _ := site.Assemble(site.Config{Today: "2026-11-20", BaseURL: base}, docs, nil)
	return s
}

// made are the files of a site by path.
func made(s *site.Site) map[string][]byte {
	out := map[string][]byte{}
	for _, f := range Of(s).Files() {
		out[f.Path] = bytesOf(f)
	}
	return out
}

func TestTheSitemapListsWhatIsPublished(t *testing.T) {
	s := assembled(t, "https://x.example/a&b/", map[string]string{
		"content/guide/a.md":     "---\ntitle: A\nsummary: S.\npublished: 2024-01-02\nchanges:\n  2025-03-04: more\naliases: [old/a]\n---\n",
		"content/guide/b.md":     "---\ntitle: B\nsummary: S.\npublished: 2027-01-02\n---\n",
		"content/pages/about.md": "---\ntitle: About\nsummary: S.\npublished: 2024-05-06\n---\n",
	})
	files := made(s)
	var set struct {
		URL []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &set); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, u := range set.URL {
		got[u.Loc] = u.Lastmod
	}
	for loc, day := range map[string]string{"https://x.example/a&b/guide/a/": "2025-03-04", "https://x.example/a&b/about/": "2024-05-06", "https://x.example/a&b/": ""} {
		if changed, ok := got[loc]; !ok || changed != day {
			t.Errorf("%s: listed %v, changed %q, want %q", loc, ok, changed, day)
		}
	}
	for loc := range got {
		if strings.Contains(loc, "/b/guide/b/") || strings.Contains(loc, "old") {
			t.Errorf("%s is listed", loc)
		}
	}
	if robots := string(files["robots.txt"]); !strings.Contains(robots, "Sitemap: https://x.example/a&b/sitemap.xml\n") {
		t.Error(robots)
	}
}

func TestWithoutAnAddressThereIsNoSitemap(t *testing.T) {
	files := made(assembled(t, "", map[string]string{"content/pages/about.md": "---\ntitle: About\nsummary: S.\npublished: 2024-05-06\n---\n"}))
	if files["sitemap.xml"] != nil || strings.Contains(string(files["robots.txt"]), "Sitemap") {
		t.Error(files)
	}
}

// TestXMLTextIsAsTheStandardLibraryWritesIt holds that what is not passed on to xml.EscapeText needs nothing done to it.
func TestXMLTextIsAsTheStandardLibraryWritesIt(t *testing.T) {
	for _, text := range []string{
		"", "Plain words", "“Quoted” – ŵ 学生 🙂", `<b> & "c" 'd'`, "a\tb\r\nc", "\x00\x1b\x7f", "\xff cut \xe2\x80", "\ufffd", "\ufffe\uffff", "\U0010ffff",
	} {
		var want strings.Builder
		if err := xml.EscapeText(&want, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := xmlText(text); got != want.String() {
			t.Errorf("%q: got %q, want %q", text, got, want.String())
		}
	}
}
