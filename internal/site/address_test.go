package site

import (
	"slices"
	"strings"
	"testing"
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
	check("an alias", "-- content/guide/z.md --\n"+dated("One", "aliases: [/guide/first/]\n"), "content/guide/z.md:5 error CB034", first)
	check("an alias of a file", "-- content/guide/z.md --\n"+dated("One", "aliases: [/guide/first/index.html]\n"), "content/guide/z.md:5 error CB034", first)
	check("two aliases", "-- content/guide/y.md --\n"+dated("One", "aliases: [/old/]\n")+"-- content/guide/z.md --\n"+dated("Two", "aliases: [/Old]\n"), "content/guide/z.md:5 error CB034", "content/guide/y.md")
	check("a page of a listing's name", "-- content/pages/themes.md --\n"+dated("All themes", ""), "content/pages/themes.md:2 error CB034", "a page that casebook makes")
	check("two files of a page", "-- "+first+" --\n---\ntitle: First steps\nsummary: How.\npublished: 2024-01-02\n---\nSee [a](plan.pdf) and [b](PLAN.pdf).\n-- content/guide/first/plan.pdf --\n%PDF\n-- content/guide/first/PLAN.pdf --\n%PDF\n",
		"content/guide/first/plan.pdf:0 error CB034", "content/guide/first/PLAN.pdf")
	_, problems := joined(t, Config{}, "-- content/guide/z.md --\n"+strings.Replace(dated("One", "slug: first\n"), "published: 2024-01-03\n", "", 1))
	if got := said(problems); len(got) > 0 {
		t.Errorf("a draft takes no address, and yet: %q", got)
	}
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
