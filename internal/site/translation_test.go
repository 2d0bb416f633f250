package site

import (
	"slices"
	"strings"
	"testing"
)

// welsh is the shelf with a guide page, a page about the library, and both in Welsh.
const welsh = `
-- casebook.yaml --
title: Shelf
base_url: https://shelf.example/
contact: Desk
languages: [cy, ga]
-- content/guide/second.md --
---
title: Second steps
summary: How to go on.
published: 2024-01-03
---
## How

Ask. See [about](../pages/about.md).
-- content/guide/second.cy.md --
---
title: Camau nesaf
summary: Sut i fynd ymlaen.
published: 2024-01-04
---
## Sut

Gofynnwch. Gweler [amdanom](../pages/about.md), [eto](../pages/about.md#who), [[about]], [y rhain](second.cy.md#sut).
-- content/pages/about.md --
---
title: About
summary: Who we are.
published: 2024-01-03
---
## Who

Us.
-- content/pages/about.cy.md --
---
title: Amdanom ni
summary: Pwy ydym ni.
published: 2024-01-03
---
## Pwy

Ni.
`

func TestATranslationIsAsPublicAsItsOriginalAndItself(t *testing.T) {
	check := func(name, from, to string, drafts, want bool) {
		t.Helper()
		s, _ := joined(t, Config{Drafts: drafts}, strings.Replace(welsh, from, to, 1))
		if _, got := s.Route("cy/guide/second/"); got != want || (len(s.translations[s.lookup("guide", "second")[0]]) > 0) != want {
			t.Errorf("%s: a page %v, want %v", name, got, want)
		}
	}
	const original, translation = "published: 2024-01-03\n", "published: 2024-01-04\n"
	check("both public", "", "", false, true)
	check("an original without a date", original, "", false, false)
	check("an original to come", original, "published: 2030-01-01\n", false, false)
	check("an original to come, in a preview", original, "published: 2030-01-01\n", true, true)
	check("an original past its day", original, original+"expires: 2025-01-01\non_expiry: hide\n", false, false)
	check("an archived original", original, original+"status: archived\n", false, true)
	check("a withdrawn original", original, original+"status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: it was wrong, contact: Desk}\n", false, false)
	check("a translation without a date", translation, "", false, false)
	check("a draft, in a preview", translation, "", true, true)
	check("a translation to come", translation, "published: 2030-01-01\n", false, false)
	check("a withdrawn translation", translation, translation+"status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: it was wrong, contact: Desk}\n", false, false)
}

func TestWhatIsSaidOfTranslations(t *testing.T) {
	const about, second = "content/pages/about.cy.md", "content/guide/second.cy.md"
	front := "---\ntitle: Arall\nsummary: Un arall.\npublished: 2024-01-03\n---\nTestun.\n"
	rows := []struct{ name, from, to, want, remedy string }{
		{"nothing", "", "", "", ""},
		{"no original", "-- content/pages/about.cy.md --", "-- content/pages/abuot.cy.md --", "content/pages/abuot.cy.md:0 warning CB099", "about.cy.md?"},
		{"nothing like it", "-- content/pages/about.cy.md --", "-- content/pages/privacy.cy.md --", "content/pages/privacy.cy.md:0 warning CB099", "after the file"},
		{"another kind", "-- content/pages/about.cy.md --", "-- content/units/economics.cy.md --\n---\ntitle: Economeg\n---\n-- content/pages/about.cy.md --", "content/units/economics.cy.md:0 warning CB099", "keep the file"},
		{"the front page", "-- content/pages/about.cy.md --", "-- content/pages/index.cy.md --\n" + front + "-- content/pages/about.cy.md --", "content/pages/index.cy.md:0 warning CB099", "keep the file"},
		{"a list's introduction", "-- content/pages/about.cy.md --", "-- content/guide/index.cy.md --\n---\ntitle: Canllaw\n---\n-- content/pages/about.cy.md --", "content/guide/index.cy.md:0 warning CB099", "keep the file"},
		{"a later original", "published: 2024-01-03\n---\n## How", "published: 2024-01-03\nchanges: {2024-05-06: More.}\n---\n## How", second + ":4 warning CB134 in check", "`changes:`"},
		{"a later original of a day to come", "published: 2024-01-03\n---\n## How", "published: 2024-01-03\nchanges: {2030-05-06: More.}\n---\n## How", "", ""},
		{"a later original, looked at since", "published: 2024-01-03\n---\n## How", "published: 2024-01-03\nchanges: {2024-01-04: More.}\n---\n## How", "", ""},
		{"a link to a heading of neither", "about.md#who", "about.md#whom", second + ":8 error CB052", "#who"},
		{"a link to a heading of the translation", "about.md#who", "about.md#pwy", "", ""},
		{"a link to a heading that a translation has not", "second.cy.md#sut", "second.cy.md#how", second + ":8 error CB052", "#sut"},
		{"a wikilink to a heading of neither", "[[about]]", "[[about#whom]]", second + ":8 error CB052", "#who"},
		{"a link to a translation that is not published", "published: 2024-01-04\n", "status: draft\n", "", ""},
		{"a translation without a day", "published: 2024-01-04\n", "", second + ":0 warning CB135", "status: draft"},
		{"the address of another page", "-- content/pages/about.cy.md --", "-- content/pages/cy/about.md --\n" + front + "-- content/pages/about.cy.md --", about + ":2 error CB034", "rename"},
	}
	for _, row := range rows {
		_, problems := joined(t, Config{}, strings.Replace(welsh, row.from, row.to, 1))
		got := said(problems)
		if strings.Join(got, "\n") != row.want {
			t.Errorf("%s: said %q, want %q", row.name, got, row.want)
		} else if row.want != "" && !strings.Contains(problems[0].Hint, row.remedy) {
			t.Errorf("%s: the remedy %q does not say %q", row.name, problems[0].Hint, row.remedy)
		}
	}
}

func TestTranslationsStandInNoListOrRelation(t *testing.T) {
	plain, _ := joined(t, Config{}, strings.NewReplacer("second.cy.md --", "second.cy.txt --", "about.cy.md --", "about.cy.txt --").Replace(welsh))
	s, _ := joined(t, Config{}, welsh)
	if len(s.Nodes) != len(plain.Nodes) || len(s.out) != len(plain.out) || !slices.Equal(s.OfKind("guide"), plain.OfKind("guide")) || len(s.IndexLines()) != len(plain.IndexLines()) {
		t.Errorf("%d nodes, %d relations, %d lines of the index; without translations %d, %d, %d", len(s.Nodes), len(s.out), len(s.IndexLines()), len(plain.Nodes), len(plain.out), len(plain.IndexLines()))
	}
	if len(s.Routes) != len(plain.Routes)+2 {
		t.Errorf("%d pages, without translations %d", len(s.Routes), len(plain.Routes))
	}
}

func TestAFormerAddressOfATranslation(t *testing.T) {
	s, problems := joined(t, Config{}, strings.Replace(welsh, "title: Camau nesaf", "title: Camau nesaf\naliases: [cy/guide/old]", 1))
	if r, ok := s.Route("cy/guide/old/"); !ok || r.Arg != "cy/guide/second/" {
		t.Errorf("%+v, %v", r, problems)
	}
}
