package build

import (
	"context"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// page is what the checks below need of one built page.
type page struct {
	ids      map[string]bool
	repeated []string
	links    []string
	h1       int
	title    string
	lang     string
	unsafe   []string
	main     bool
	data     []string // blocks of JSON-LD
}

func parsePage(t *testing.T, text string) page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	p := page{ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if p.ids[a.Val] {
					p.repeated = append(p.repeated, a.Val)
				}
				p.ids[a.Val] = true
			case a.Key == "href" || a.Key == "src" || a.Key == "action":
				p.links = append(p.links, a.Val)
			case n.Data == "meta" && a.Key == "content" && strings.HasPrefix(a.Val, "https://"):
				p.links = append(p.links, a.Val)
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				p.unsafe = append(p.unsafe, n.Data+" "+a.Key)
			}
			if n.Data == "html" && a.Key == "lang" {
				p.lang = a.Val
			}
		}
		switch n.Data {
		case "h1":
			p.h1++
		case "main":
			p.main = true
		case "title":
			if n.Parent.Data == "head" && n.FirstChild != nil {
				p.title = n.FirstChild.Data
			}
		case "script", "style":
			switch {
			case n.FirstChild == nil:
			case len(n.Attr) == 1 && n.Attr[0].Val == "application/ld+json":
				p.data = append(p.data, n.FirstChild.Data)
				p.links = append(p.links, addresses(t, n.FirstChild.Data)...)
			default:
				p.unsafe = append(p.unsafe, "inline "+n.Data)
			}
		}
	}
	return p
}

// checkPages parses every page and holds what must be true of all of them: links and anchors resolve, ids and titles are
// unique, one h1, a language, a main landmark, nothing inline. Addresses in the head count as links.
func checkPages(t *testing.T, files map[string]string, base string) {
	t.Helper()
	pages := map[string]page{}
	titles := map[string]string{}
	for p, text := range files {
		if !strings.HasSuffix(p, ".html") {
			continue
		}
		pg := parsePage(t, text)
		pages[p] = pg
		if pg.h1 != 1 || pg.lang == "" || !pg.main || pg.title == "" {
			t.Errorf("%s: %d h1, lang %q, main %v, title %q", p, pg.h1, pg.lang, pg.main, pg.title)
		}
		if len(pg.repeated) > 0 || len(pg.unsafe) > 0 {
			t.Errorf("%s: ids twice: %v; inline: %v", p, pg.repeated, pg.unsafe)
		}
		if first, ok := titles[pg.title]; ok {
			t.Errorf("%s and %s have the title %q", first, p, pg.title)
		}
		titles[pg.title] = p
	}
	for p, pg := range pages {
		for _, link := range pg.links {
			target, anchor, _ := strings.Cut(link, "#")
			target, _, _ = strings.Cut(target, "?")
			switch {
			case strings.HasPrefix(target, "mailto:"), strings.HasPrefix(target, "tel:"):
				continue
			case base != "" && strings.HasPrefix(target, base):
				target = "/" + strings.TrimPrefix(target, base)
			case strings.Contains(target, "://"):
				continue
			}
			if p == "404.html" && strings.HasPrefix(target, "/") {
				continue // absolute on purpose, checked by where it is made
			}
			to := p
			if target != "" {
				to = path.Join(path.Dir(p), target)
				if strings.HasPrefix(target, "/") {
					to = strings.TrimPrefix(target, "/")
				}
				if target == "." || target == "./" || target == "/" || strings.HasSuffix(target, "/") {
					to = path.Join(to, "index.html")
				}
			}
			if _, ok := files[to]; !ok {
				t.Errorf("%s: the link %q leads to %s, which is not published", p, link, to)
				continue
			}
			if anchor != "" && strings.HasSuffix(to, ".html") && !pages[to].ids[anchor] {
				t.Errorf("%s: the link %q names an anchor that %s does not have", p, link, to)
			}
		}
	}
}

func TestEveryLinkOfTheSmallLibraryResolves(t *testing.T) {
	s, _ := load(t, folder(t, small(t)), nil)
	checkPages(t, outputs(t, s), s.Site.BaseURL)
}

func TestAPortableSiteLinksToFiles(t *testing.T) {
	s, _, err := Load(context.Background(), Options{Source: folder(t, small(t)), Today: today, Portable: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := outputs(t, s)
	checkPages(t, files, s.Site.BaseURL)
	for p, text := range files {
		if !strings.HasSuffix(p, ".html") || p == "404.html" {
			continue
		}
		for _, link := range parsePage(t, text).links {
			target, _, _ := strings.Cut(link, "#")
			if strings.HasSuffix(target, "/") && !strings.Contains(target, "://") {
				t.Errorf("%s: %q cannot be opened from a disk", p, link)
			}
		}
	}
}

// TestLinksThatNamePlaces holds that what follows # is kept where it leads somewhere and let go where a tombstone stands,
// whichever way the link is written.
func TestLinksThatNamePlaces(t *testing.T) {
	const page = "---\ntitle: %s\nsummary: Others.\npublished: 2024-01-02\n"
	const withdrawn = "status: withdrawn\nwithdrawn: {date: 2025-01-01, reason: asked, contact: Desk}\n"
	const kase, gone = "../../cases/cl-2021-01/", "../../guide/fifth/"
	rows := []struct{ typed, want string }{
		{"[x](fifth.md#there)", gone},
		{"[x](fifth.md#nope)", gone},
		{"[x](/guide/fifth/#there)", gone},
		{"[x](/gone/#there)", gone},
		{"[[fifth#there]]", gone},
		{"[x](../cases/CL-2021-01.md#f1)", kase},
		{"[[CL-2021-01#f1]]", kase},
		{"[[CL-2021-01#f1|the project]]", kase},
		{"[[CL-2021-01/r1]]", kase},
		{"[x](/cases/cl-2021-01/#f1)", kase},
		{"[x](/cases/cl-2021-01/r1/#main)", kase + "r1/"},
		{"[x](fourth.md#there)", "../../guide/fourth/#there"},
		{"[[Fourth#There]]", "../../guide/fourth/#there"},
		{"[x](/guide/fourth/#there)", "../../guide/fourth/#there"},
		{"[x](/guide/fourth/index.html#there)", "../../guide/fourth/#there"},
		{"[x](/guide/fourth#there)", "../../guide/fourth/#there"},
		{"[x](/old/#there)", "../../guide/fourth/#there"},
		{"[x](/older.html)", "../../guide/fourth/"},
		{"[x](/guide/third/#here)", "#here"},
		{"[x](/guide/third/)", "#main"},
		{"[x](/cases/cl-2020-01/#f1)", "../../cases/cl-2020-01/#f1"},
		{"[x](/cases/#main)", "../../cases/#main"},
		{"[x](/contact/#desk)", "../../contact/#desk"},
		{"[x](/)", "../../"},
		{"[x](/#main)", "../../#main"},
	}
	third := strings.Replace(page, "%s", "Third", 1) + "---\n## Here\n"
	for _, row := range rows {
		third += "\nIt is " + row.typed + ".\n"
	}
	files := small(t)
	files["content/guide/third.md"] = third
	files["content/guide/fourth.md"] = strings.Replace(page, "%s", "Fourth", 1) + "aliases: [/old/, /older.html]\n---\n## There\nText.\n"
	files["content/guide/fifth.md"] = strings.Replace(page, "%s", "Fifth", 1) + withdrawn + "aliases: [/gone/]\n---\n## There\nText.\n"
	files["content/cases/CL-2021-01.md"] = "---\nyear: 2021-22\n" + withdrawn + "---\n## Findings\n- One. {#f1}\n## Recommendations\n### Do it. {#r1}\n"
	s, problems := load(t, folder(t, files), nil)
	for _, p := range problems.ForBuild() {
		t.Errorf("%s: %s %s", p.At, p.Code, p.Message)
	}
	out := outputs(t, s)
	checkPages(t, out, s.Site.BaseURL)
	got := strings.Split(out["guide/third/index.html"], "It is ")[1:]
	if len(got) != len(rows) {
		t.Fatalf("%d links, want %d", len(got), len(rows))
	}
	for i, row := range rows {
		if link, _, _ := strings.Cut(got[i], "</a>"); !strings.HasPrefix(link, `<a href="`+row.want+`">`) {
			t.Errorf("%s: %s, want %s", row.typed, link, row.want)
		}
	}
}

// TestTheExampleLibrary builds the repository itself.
func TestTheExampleLibrary(t *testing.T) {
	t.Parallel()
	library := builtToday()
	for _, p := range library.problems.ForBuild() {
		t.Errorf("%s: %s %s", p.At, p.Code, p.Message)
	}
	checkPages(t, library.files, library.site.BaseURL)
}
