package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/content"
	"casebook/internal/site"
)

// small is a site of a few files, assembled with its drafts.
func small(t *testing.T) *site.Site {
	t.Helper()
	files := [][2]string{
		{"casebook.yaml", "title: Small\nbase_url: https://small.example/lib/\nlanguages: [cy]\n"},
		{"content/cases/SE-2023-01.md", "---\nyear: 2023-24\nstatus: withdrawn\nwithdrawn: {date: 2027-01-01, reason: asked, contact: Desk}\n---\n"},
		{"content/cases/SE-2024-01.md", "---\ntitle: Seats\naka: [Chairs]\nyear: 2024-25\npublished: 2025-06-01\nstudied: [Library]\nthemes: [Rooms]\ncredits: programme\n---\n" +
			"## Findings\n- Empty. {#f1}\n## Recommendations\n### Put up a sign. {#r1}\n![plan](plan.png)\n"},
		{"content/contacts/desk.md", "---\ntitle: Desk\nemail: desk@small.example\n---\n"},
		{"content/guide/draft.md", "---\ntitle: Draft page\n---\nRead [[Seats]] first. Then rest.\n"},
		{"content/guide/gone.md", "---\ntitle: Gone\npublished: 2020-01-01\nexpires: 2021-01-01\non_expiry: hide\n---\nText.\n"},
		{"content/guide/kept.md", "---\ntitle: Kept\npublished: 2020-01-01\nexpires: 2021-01-01\naliases: [/old/kept/]\n---\nText.\n"},
		{"content/guide/new.md", "---\ntitle: Newer\npublished: 2021\nsupersedes: Older\n---\nText.\n"},
		{"content/guide/new.cy.md", "---\ntitle: Newydd\npublished: 2021\n---\nTestun.\n"},
		{"content/guide/old.cy.md", "---\ntitle: Hen\n---\nTestun.\n"},
		{"content/guide/old.md", "---\ntitle: Older\npublished: 2020\n---\nText.\n"},
		{"content/people/a.md", "---\nname: Ada Bell\n---\n"},
		{"content/people/b.md", "---\nname: Bo Ek\npage: yes\nwithdrawn: 2027-01-01\n---\n"},
		{"content/responses/late.md", "---\nto: SE-2024-01/r1\ndate: 2027-01-01\ndecision: done\n---\nDone.\n"},
		{"content/themes/rooms.md", "---\ntitle: Rooms\n---\n"},
		{"content/units/library.md", "---\ntitle: Library\n---\n"},
	}
	var docs []*content.Doc
	for _, f := range files {
		d, problems := content.Parse(f[0], f[1], content.Options{Languages: []string{"cy"}})
		if problems.Failed() {
			t.Fatal(f[0], problems)
		}
		docs = append(docs, d)
	}
	files2 := []site.Attachment{{Path: "content/cases/SE-2024-01/plan.png"}, {Path: "content/cases/SE-2024-01/spare.png"}}
	s, problems := site.Assemble(site.Config{Today: "2026-11-22", Drafts: true}, docs, files2)
	if problems.Failed() {
		t.Fatal(problems)
	}
	return s
}

func TestFind(t *testing.T) {
	s := small(t)
	for asked, want := range map[string]string{
		"content/cases/SE-2024-01.md":                    "se-2024-01",
		"cases/SE-2024-01.md":                            "se-2024-01",
		`content\cases\SE-2024-01.md`:                    "se-2024-01",
		"/cases/se-2024-01/":                             "se-2024-01",
		"cases/se-2024-01":                               "se-2024-01",
		"cases/SE-2024-01/index.html":                    "se-2024-01",
		"https://small.example/lib/cases/se-2024-01/":    "se-2024-01",
		"http://localhost:8420/cases/se-2024-01/":        "se-2024-01",
		"https://small.example/lib/cases/se-2024-01/r1/": "se-2024-01/r1",
		"se 2024 01":                                     "se-2024-01",
		"chairs":                                         "se-2024-01",
		"SE-2024-01/R1":                                  "se-2024-01/r1",
		"/cases/se-2024-01/#f1":                          "se-2024-01/f1",
		"unit/library":                                   "library",
		"/guide/gone/":                                   "gone",
		"/cases/":                                        "page cases/",
		"/":                                              "page ",
		"content/cases/SE-2024-01/plan.png":              "file content/cases/SE-2024-01/plan.png",
		"/cases/se-2024-01/plan.png":                     "file content/cases/SE-2024-01/plan.png",
		"/old/kept/":                                     "kept",
		"nothing":                                        "",
		"":                                               "",
		"/nothing/":                                      "",
		"%zz":                                            "",
	} {
		got := ""
		for _, f := range Find(s, asked) {
			switch {
			case f.Node != site.None:
				got += s.Node(f.Node).ID
			case f.File >= 0:
				got += "file " + s.Attachments[f.File].Path
			default:
				got += "page " + f.Route.Path
			}
		}
		if got != want {
			t.Errorf("%q is %q, want %q", asked, got, want)
		}
	}
}

func TestWhyPublished(t *testing.T) {
	s := small(t)
	for asked, want := range map[string]string{
		"Seats":                              "true published: `published:` says 1 June 2025",
		"Draft page":                         "false not published: without a `published:` date it is a draft",
		"Gone":                               "false no longer published: `expires:` says 1 January 2021",
		"Bo Ek":                              "true published: this kind needs no date, and nothing holds it back; no page and no name anywhere: the person withdrew it, `withdrawn:` says 1 January 2027",
		"SE-2023-01":                         "false nothing is published yet: `withdrawn:` says 1 January 2027, from which day a tombstone stands",
		"Kept":                               "true published with a notice and not listed: `expires:` says 1 January 2021",
		"Older":                              "true published with a notice and not listed: Newer supersedes it",
		"Newer":                              "true published: `published:` says 2021",
		"Rooms":                              "true published: this kind needs no date",
		"late":                               "false not shown yet: `date:` says 1 January 2027",
		"content/guide/new.cy.md":            "true published: it translates content/guide/new.md, and both are public",
		"/cy/guide/old/":                     "false not published: it is a draft",
		"/old/kept/":                         "true `aliases:` in content/guide/kept.md sends readers on to /guide/kept/",
		"/cases/":                            "true published: casebook lists the 1 cases there are",
		"content/cases/SE-2024-01/plan.png":  "true published: a published page names it",
		"content/cases/SE-2024-01/spare.png": "false not published: no page names it",
		"Ada Bell":                           "true published: this kind needs no date, and nothing holds it back; no page of its own: the file does not say `page: yes`",
	} {
		p := Why(s, Find(s, asked)[0])
		got := map[bool]string{true: "true ", false: "false "}[p.Published] + strings.Join(p.Why, "; ")
		if !strings.HasPrefix(got, want) {
			t.Errorf("%q: %q, want %q", asked, got, want)
		}
	}
}

func TestWhyShowsAndLinks(t *testing.T) {
	s := small(t)
	p := Why(s, Find(s, "SE-2024-01")[0])
	if d := cmp.Diff([]Shown{
		{"its own text", "content/cases/SE-2024-01.md"},
		{"studied", "content/units/library.md"},
		{"themes", "content/themes/rooms.md"},
		{"a file", "content/cases/SE-2024-01/plan.png"},
	}, p.Shows); d != "" {
		t.Errorf("shows (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]Linked{
		{Title: "Draft page", File: "content/guide/draft.md", Address: "/guide/draft/", Draft: true, How: []string{"“Read Seats first.”"}},
		{Title: "the response of 1 January 2027: done", File: "content/responses/late.md", Address: "/responses/#late", How: []string{"r1: `to:`, shown here as responses"}},
	}, p.Linked); d != "" {
		t.Errorf("linked (-want +got):\n%s", d)
	}
	unit := Why(s, Find(s, "unit/library")[0])
	if d := cmp.Diff([]string{"`studied:`, shown here as studied here"}, unit.Linked[0].How); d != "" {
		t.Errorf("unit (-want +got):\n%s", d)
	}
}

func TestNear(t *testing.T) {
	s := small(t)
	if near, ok := Near(s, "SE-2024-10"); !ok || near != "se-2024-01" {
		t.Errorf("near %q %v", near, ok)
	}
	if near, ok := Near(s, "zzzzzzzzz"); ok {
		t.Errorf("near %q", near)
	}
}
