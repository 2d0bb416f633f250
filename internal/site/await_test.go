package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhatWaitsForWhat holds what is not there on a day, although its own file has no date, because what gives it something
// to show is yet to come.
func TestWhatWaitsForWhat(t *testing.T) {
	const library = `
-- content/frameworks/ours.md --
---
title: Our agreement
kind: agreement
year: 2021-22
principles: [Name the power]
---
-- content/frameworks/old.md --
---
title: Old values
kind: values
year: 2014
principles: [Trust]
---
-- content/principles/trust.md --
---
title: Trust
summary: Keep your word.
---
-- content/principles/power.md --
---
title: Name the power
summary: Say who decides. See [[Tell us when]].
---
-- content/principles/alone.md --
---
title: Of no framework
summary: On its own.
---
-- content/asks/dates.md --
---
title: Tell us when
summary: Dates, please.
---
-- content/asks/nobody.md --
---
title: What nobody asks
summary: Nothing.
---
-- content/cases/CL-2022-01.md --
---
title: Dates
summary: When.
year: 2022-23
published: 2023-06-20
studied: [Economics]
themes: [Deadlines]
credits: programme
---
## Recommendations
### Say when. {#r1}
Ask: Tell us when
-- content/cases/CL-2022-02.md --
---
title: More dates
summary: When.
year: 2022-23
studied: [Economics]
credits: programme
---
## Recommendations
### Say when. {#r1}
Ask: What nobody asks
-- content/journeys/start.md --
---
title: Start
summary: Begin.
audience: staff
steps: [First steps]
---
-- content/themes/assessment.md --
---
title: Assessment
---
-- content/themes/deadlines.md --
---
title: Deadlines
broader: [Assessment]
---
-- content/themes/nothing.md --
---
title: Filed under by nobody
---
-- content/contacts/panel.md --
---
title: Panel convenor
email: panel@shelf.example
fallback: Desk
---
-- content/programmes/panel.md --
---
title: Panel
since: 2022-23
contact: Panel convenor
---
-- content/guide/index.md --
---
title: Guide
summary: Advice.
---
See [the cases](../cases/index.md) and [[Start]].
-- content/cases/index.md --
---
title: Cases
summary: All.
---
`
	check := func(name string, cfg Config, want ...string) {
		t.Helper()
		s, problems := joined(t, cfg, library)
		for _, p := range problems {
			if p.Code != "CB097" && p.Code != "CB100" && p.Code != "CB032" {
				t.Errorf("%s: %s %s", name, p.Code, p.Message)
			}
		}
		var got []string
		for i, n := range s.Nodes {
			if id := NodeID(i); s.Awaits(id) != "" {
				got = append(got, n.Title+" "+s.Awaits(id))
				if _, ok := s.Route(n.Path); ok != s.Visible(id) && n.Page {
					t.Errorf("%s: %s has the address %s: %v", name, n.Title, n.Path, ok)
				}
				if slices.Contains(s.OfKind(n.Kind), id) && !cfg.Drafts {
					t.Errorf("%s: %s is listed", name, n.Title)
				}
			}
		}
		for _, path := range []string{"cases/", "guide/", "asks/", "journeys/"} {
			if _, ok := s.Route(path); !ok {
				got = append(got, "no /"+path)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	check("before everything", Config{Today: "2021-03-01"},
		"Assessment has nothing published under it",
		"Deadlines has nothing published under it",
		"Feedback has nothing published under it",
		"Name the power is of a framework that begins on 1 September 2021",
		"Panel convenor answers for a programme that has not begun",
		"Start has no published step",
		"Tell us when is made by no published recommendation",
		"What nobody asks is made by no published recommendation",
		"no /asks/", "no /cases/", "no /guide/", "no /journeys/",
	)
	check("the agreement is made", Config{Today: "2022-09-01"},
		"Assessment has nothing published under it",
		"Deadlines has nothing published under it",
		"Start has no published step",
		"Tell us when is made by no published recommendation",
		"What nobody asks is made by no published recommendation",
		"no /asks/", "no /guide/", "no /journeys/",
	)
	check("the case is published", Config{Today: "2023-07-01"},
		"Start has no published step",
		"What nobody asks is made by no published recommendation",
		"no /guide/", "no /journeys/",
	)
	check("all is there but what nobody published makes", Config{Today: "2026-11-20"}, "What nobody asks is made by no published recommendation")
	check("drafts are shown", Config{Today: "2021-03-01", Drafts: true})

	_, problems := joined(t, Config{Today: "2021-03-01"}, library)
	var said []string
	for _, p := range problems {
		if p.Code == "CB097" {
			said = append(said, p.At.File+": "+p.Message)
		}
	}
	for _, want := range []string{
		"content/guide/index.md: /cases/ lists nothing yet, so this mention is shown without a link",
		`content/guide/index.md: "Start" has no published step, so this mention is shown without a link`,
	} {
		if !slices.Contains(said, want) {
			t.Errorf("not said: %s\nin %s", want, strings.Join(said, "\n"))
		}
	}
}

// A work that came out after the day is on the bibliography only where something published cites it: one in print too soon.
func TestWorksOfALaterYear(t *testing.T) {
	const works = `-- content/references.json --
[{"id": "old2019", "citation-key": "old2019", "type": "book", "title": "Old", "issued": {"date-parts": [[2019]]}},
 {"id": "new2024", "citation-key": "new2024", "type": "book", "title": "New", "issued": {"date-parts": [[2024]]}},
 {"id": "soon2027", "citation-key": "soon2027", "type": "book", "title": "Soon", "issued": {"date-parts": [[2027]]}}]
-- content/guide/first.md --
---
title: First steps
summary: How to begin.
published: 2021-01-02
---
Begin [@soon2027].
`
	for day, want := range map[string]string{"2020-06-01": "Old", "2021-06-01": "Old Soon", "2024-06-01": "New Old Soon"} {
		s, _ := joined(t, Config{Today: day}, works)
		var got []string
		for _, id := range s.Cited() {
			got = append(got, s.Node(id).Title)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", day, diff)
		}
	}
}
