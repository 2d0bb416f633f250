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

func TestTheSitemapListsWhatIsPublished(t *testing.T) {
	s := assembled(t, "https://x.example/a&b/", map[string]string{
		"content/guide/a.md":     "---\ntitle: A\nsummary: S.\npublished: 2024-01-02\nchanges:\n  2025-03-04: more\naliases: [old/a]\n---\n",
		"content/guide/b.md":     "---\ntitle: B\nsummary: S.\npublished: 2027-01-02\n---\n",
		"content/pages/about.md": "---\ntitle: About\nsummary: S.\npublished: 2024-05-06\n---\n",
	})
	files := Files(s)
	var set struct {
		URL []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(files[1].Bytes, &set); err != nil {
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
	if robots := string(files[0].Bytes); !strings.Contains(robots, "Sitemap: https://x.example/a&b/sitemap.xml\n") {
		t.Error(robots)
	}
}

func TestWithoutAnAddressThereIsNoSitemap(t *testing.T) {
	files := Files(assembled(t, "", map[string]string{"content/pages/about.md": "---\ntitle: About\nsummary: S.\npublished: 2024-05-06\n---\n"}))
	if len(files) != 1 || files[0].Path != "robots.txt" || strings.Contains(string(files[0].Bytes), "Sitemap") {
		t.Error(files)
	}
}
