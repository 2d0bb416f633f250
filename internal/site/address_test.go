package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/internal/diag"
)

// dated is the front matter of a guide page with more fields.
func dated(title, more string) string {
	return "---\ntitle: " + title + "\nsummary: A page.\npublished: 2024-01-03\n" + more + "---\nText.\n"
}

func TestAddresses(t *testing.T) {
	s, problems := joined(t, Config{}, "-- content/guide/ethics/Consent first.md --\n"+dated("Consent", "")+
		"-- content/guide/ethics/long.md --\n"+dated("Long", "slug: short\n")+
		"-- content/guide/Über uns.md --\n"+dated("About us", "aliases: [/old/page/, Guide/FIRST.html]\n")+
		"-- content/pages/index.md --\n"+dated("Home", "")+
		"-- content/pages/about.md --\n"+dated("About", "")+
		"-- content/pages/about/privacy.md --\n"+dated("Privacy", "")+
		"-- content/glossary/partner.md --\n---\nterm: partner\n---\nOne of two.\n"+
		"-- content/people/ada.md --\n---\nname: Ada Lovell\npage: yes\n---\n"+
		"-- content/guide/first/My Plan (2).PDF --\n%PDF\n-- content/guide/first.md --\n---\ntitle: First steps\nsummary: How.\npublished: 2024-01-02\n---\nSee [the plan](<My Plan (2).PDF>).\n")
	if got := said(problems); len(got) > 0 {
		t.Fatal(got, problems[0].Message)
	}
	check := func(kind, name, want string) {
		t.Helper()
		id := s.Called(kind, name)
		if id == None {
			t.Errorf("no %s is called %q", kind, name)
		} else if got := s.Href(id); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	check("case", "CL-2020-01", "cases/cl-2020-01/")
	check("recommendation", "CL-2020-01/r2", "cases/cl-2020-01/r2/")
	check("guide", "ethics/consent-first", "guide/ethics/consent-first/")
	check("guide", "Consent", "guide/ethics/consent-first/")
	check("guide", "ethics/long", "guide/ethics/short/")
	check("guide", "About us", "guide/uber-uns/")
	check("page", "Home", "")
	check("page", "About", "about/")
	check("page", "Privacy", "about/privacy/")
	check("contact", "Desk", "contact/#desk")
	check("term", "partner", "glossary/#partner")
	check("group", "Commuters", "groups/commuters/")
	if s.Nodes[s.Called("person", "Ada Lovell")].Page {
		t.Error("someone whom nothing names in full has a page")
	}

	route := func(path, view, arg string) {
		t.Helper()
		if r, ok := s.Route(path); !ok || r.View != view || r.Arg != arg {
			t.Errorf("/%s: %+v, %v", path, r, ok)
		}
	}
	route("", "home", "")
	route("guide/", "listing", "guide")
	route("guide/ethics/short/", "guide", "")
	route("old/page/", "redirect", "guide/uber-uns/")
	route("guide/first.html", "redirect", "guide/uber-uns/")
	if _, ok := s.Route("guide/ethics/long/"); ok {
		t.Error("a page with a slug has two addresses")
	}
	if !slices.IsSortedFunc(s.Routes, func(a, b Route) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the routes are not sorted")
	}
	if got, want := s.Published(0), "guide/first/my-plan-2.pdf"; got != want {
		t.Errorf("the attachment is published as %q, want %q", got, want)
	}
}

// TestTwoThingsOfOneAddress holds that nothing is published over something else, whatever the disk makes of capitals and
// accents.
func TestTwoThingsOfOneAddress(t *testing.T) {
	check := func(name, files, want, also string) {
		t.Helper()
		_, problems := joined(t, Config{}, files)
		if got := said(problems); len(got) != 1 || got[0] != want {
			t.Errorf("%s: said %q, want %q", name, got, want)
			return
		}
		if p := problems[0]; !strings.Contains(p.Message, also) || !strings.Contains(p.Hint, "slug") {
			t.Errorf("%s: %s (%s), want the other one named: %s", name, p.Message, p.Hint, also)
		}
	}
	const first = "content/guide/first.md"
	check("capitals", "-- content/guide/First.md --\n"+dated("Other", ""), first+":2 error CB034", "content/guide/First.md")
	check("two ways to write an accent", "-- content/guide/caf\u00e9.md --\n"+dated("One", "")+"-- content/guide/cafe\u0301.md --\n"+dated("Two", ""), "content/guide/caf\u00e9.md:2 error CB034", "content/guide/cafe\u0301.md")
	check("spaces and hyphens", "-- content/guide/a b.md --\n"+dated("One", "")+"-- content/guide/a-b.md --\n"+dated("Two", ""), "content/guide/a-b.md:2 error CB034", "content/guide/a b.md")
	check("a slug", "-- content/guide/z.md --\n"+dated("One", "slug: first\n"), "content/guide/z.md:2 error CB034", first)
	const kase = "---\ntitle: %s\nsummary: S.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n---\n## Recommendations\n### Publish. {#r1}\n"
	check("two cases, and so their recommendations", "-- content/cases/CL-2021-01.md --\n"+fmt.Sprintf(kase, "One")+"-- content/cases/CL--2021-01.md --\n"+fmt.Sprintf(strings.Replace(kase, "summary", "number: CL-2021-01\nsummary", 1), "Two"),
		"content/cases/CL-2021-01.md:2 error CB034", "content/cases/CL--2021-01.md")
	check("a page of a listing's name", "-- content/pages/themes.md --\n"+dated("All themes", ""), "content/pages/themes.md:2 error CB034", "a page that casebook makes")
	check("two files of a page", "-- "+first+" --\n---\ntitle: First steps\nsummary: How.\npublished: 2024-01-02\n---\nSee [a](plan.pdf) and [b](PLAN.pdf).\n-- content/guide/first/plan.pdf --\n%PDF\n-- content/guide/first/PLAN.pdf --\n%PDF\n",
		"content/guide/first/plan.pdf:0 error CB034", "content/guide/first/PLAN.pdf")
	_, problems := joined(t, Config{}, "-- content/guide/z.md --\n"+strings.Replace(dated("One", "slug: first\n"), "published: 2024-01-03\n", "", 1))
	if got := said(problems); len(got) > 0 {
		t.Errorf("a draft takes no address, and yet: %q", got)
	}
}

// TestAnAliasThatIsTaken holds that the alias is blamed, in its own line, whoever has the address.
func TestAnAliasThatIsTaken(t *testing.T) {
	check := func(name, files, at, want string) {
		t.Helper()
		_, problems := joined(t, Config{}, files)
		if len(problems) != 1 || problems[0].Code != "CB034" || problems[0].Severity != diag.Error {
			t.Errorf("%s: said %q", name, said(problems))
			return
		}
		p := problems[0]
		if got := fmt.Sprintf("%s+%d", p.At, p.At.Len); got != at {
			t.Errorf("%s: points at %s, want %s", name, got, at)
		}
		if got := p.Message + " (" + p.Hint + ")"; got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
	file := func(name, aliases string) string {
		return "-- content/guide/" + name + ".md --\n" + dated("Page "+name, "aliases: "+aliases+"\n")
	}
	const taken = "the alias /guide/first/ is the address of content/guide/first.md (take this alias away)"
	check("a page's", file("z", "[/guide/first/]"), "content/guide/z.md:5:11+13", taken)
	check("a file's", file("z", "[/old/, /guide/first/index.html]"), "content/guide/z.md:5:18+23", strings.Replace(taken, "first/ is", "first/index.html is", 1))
	check("a page's, on a line of its own", file("z", "\n  - /old/\n  - \"/Guide/First\""), "content/guide/z.md:7:5+14", taken)
	check("one that stands alone", file("z", "guide/first/"), "content/guide/z.md:5:10+12", taken)
	check("a listing's", file("z", "[/guide/]"), "content/guide/z.md:5:11+7", "the alias /guide/ is the address of a page that casebook makes (take this alias away)")
	check("another alias", file("y", "[/old/]")+file("z", "[/older/, /Old]"), "content/guide/z.md:5:20+4", "the alias /old/ is also an alias of content/guide/y.md (take one of the two away)")
	check("its own, twice", file("z", "[/old/, /old/]"), "content/guide/z.md:5:18+5", "the alias /old/ stands twice (take one of the two away)")
	check("its own page's", file("z", "[/guide/z/]"), "content/guide/z.md:5:11+9", "the alias /guide/z/ is this file's own address (take this alias away)")
	check("of what was withdrawn", "-- content/cases/CL-2021-01.md --\n---\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2023-01-01, reason: asked, contact: Desk}\naliases: [/guide/first/]\n---\n",
		"content/cases/CL-2021-01.md:5:11+13", taken)
}

// TestTwoCasesOfOneNumber holds that a number that was given twice is said once: what refers to it is not blamed.
func TestTwoCasesOfOneNumber(t *testing.T) {
	const refs = "-- content/guide/second.md --\n---\ntitle: Second steps\nsummary: How to go on.\npublished: 2024-01-03\n---\nSee [[CL-2021-01]] and [[CL-2021-01/r1]].\n" +
		"-- content/responses/one.md --\n---\nto: CL-2021-01/r1\ndate: 2022-10-01\ndecision: done\n---\nIt is.\n## Evidence\n- [Here](https://shelf.example/x)\n"
	kase := func(file, number string) string {
		return "-- content/cases/" + file + ".md --\n---\ntitle: Of " + file + "\n" + number + "summary: S.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n---\n## Recommendations\n### Publish. {#r1}\n"
	}
	check := func(name, files, want, hint string) {
		t.Helper()
		s, problems := joined(t, Config{}, refs+files)
		if got := strings.Join(said(problems), "\n"); got != want {
			t.Errorf("%s: said %q, want %q", name, got, want)
		} else if want != "" && !strings.Contains(problems[0].Message+problems[0].Hint, hint) {
			t.Errorf("%s: %s (%s)", name, problems[0].Message, problems[0].Hint)
		}
		for _, title := range []string{"Of One", "Of Two"} {
			if want != "" && s.Called("case", title) == None {
				t.Errorf("%s: a case is no longer called %q", name, title)
			}
		}
	}
	const number = "number: CL-2021-01\n"
	check("one", kase("CL-2021-01", ""), "", "")
	check("both typed", kase("One", number)+kase("Two", number), "content/cases/Two.md:3 error CB034", "content/cases/One.md")
	check("in other capitals", kase("One", number)+kase("Two", "number: cl-2021-01\n"), "content/cases/Two.md:3 error CB034\ncontent/cases/Two.md:3 warning CB045", "")
	check("one is its file's name", kase("CL-2021-01", "")+kase("Two", number)+kase("One", "number: CL-2021-02\n"), "content/cases/Two.md:3 error CB034", "content/cases/CL-2021-01.md")
	check("the later one is its file's name", kase("A", number)+strings.Replace(kase("CL-2021-01", ""), "Of CL-2021-01", "Of One", 1)+kase("Two", "number: CL-2021-02\n"), "content/cases/A.md:3 error CB034", "content/cases/CL-2021-01.md")
	check("both are file names", kase("CL-2021-01", "")+kase("old/CL-2021-01", "")+kase("One", "number: CL-2021-02\n")+kase("Two", "number: CL-2021-03\n"), "content/cases/old/CL-2021-01.md:1 error CB034", "rename")
	check("one was withdrawn", kase("One", number)+kase("Two", "number: CL-2021-02\n")+"-- content/cases/Gone.md --\n---\nnumber: CL-2021-01\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2023-01-01, reason: asked, contact: Desk}\n---\n",
		"content/cases/One.md:3 error CB034", "content/cases/Gone.md")
}

func TestRoot(t *testing.T) {
	check := func(path, want string) {
		t.Helper()
		if got := Root(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
	check("", "./")
	check("404.html", "./")
	check("about/", "../")
	check("old/page.html", "../")
	check("cases/cl-2020-01/r1/", "../../../")
}

func TestURL(t *testing.T) {
	check := func(cfg Config, from, to, want, absolute string) {
		t.Helper()
		s, _ := joined(t, cfg, "")
		if got := s.URL(from, to); got != want {
			t.Errorf("%q to %q: %q, want %q", from, to, got, want)
		}
		if got := s.Absolute(to); got != absolute {
			t.Errorf("%q: %q, want %q", to, got, absolute)
		}
	}
	web, disk, elsewhere := Config{}, Config{Portable: true}, Config{BaseURL: "https://else.example/x"}
	check(web, "", "", "./", "https://shelf.example/")
	check(web, "cases/cl-2020-01/", "", "../../", "https://shelf.example/")
	check(web, "cases/cl-2020-01/", "cases/cl-2020-01/r1/", "../../cases/cl-2020-01/r1/", "https://shelf.example/cases/cl-2020-01/r1/")
	check(web, "guide/", "contact/#desk", "../contact/#desk", "https://shelf.example/contact/#desk")
	check(disk, "", "", "./index.html", "https://shelf.example/")
	check(disk, "guide/", "contact/#desk", "../contact/index.html#desk", "https://shelf.example/contact/#desk")
	check(disk, "guide/", "guide/first/plan.pdf", "../guide/first/plan.pdf", "https://shelf.example/guide/first/plan.pdf")
	check(elsewhere, "guide/", "themes/", "../themes/", "https://else.example/x/themes/")
}

// TestLinksToNodes holds that URLTo is URL to a node's Href from every depth, also deeper than the ways up, and on a portable site.
func TestLinksToNodes(t *testing.T) {
	for _, portable := range []bool{false, true} {
		s, _ := joined(t, Config{Portable: portable}, "")
		for _, from := range []string{"", "guide/", "cases/cl-2018-01/r1/", "a/b/c/d/e/", "a/b/c/d/e/f/"} {
			for id := range s.Nodes {
				if got, want := s.URLTo(from, NodeID(id)), s.URL(from, s.Href(NodeID(id))); got != want {
					t.Errorf("from %q to %s: got %q, want %q", from, s.Nodes[id].ID, got, want)
				}
			}
		}
	}
}
