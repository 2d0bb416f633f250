package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"casebook/internal/content"
	"casebook/internal/site"
)

// built is a site made of files written in one text. It must have no errors.
func built(t testing.TB, files string) *Pages {
	t.Helper()
	return builtWith(t, files)
}

// builtWith is built with attachments.
func builtWith(t testing.TB, files string, attachments ...site.Attachment) *Pages {
	t.Helper()
	archive := txtar.Parse([]byte(files))
	slices.SortFunc(archive.Files, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	var opts content.Options
	for _, f := range archive.Files {
		if d, _ := content.Parse(f.Name, string(f.Data), opts); strings.HasPrefix(f.Name, "content/glossary/") && d.Kind == "term" {
			opts.Terms = append(opts.Terms, content.GlossaryTerm{Name: d.Head.Title, ID: d.ID})
		}
	}
	var docs []*content.Doc
	for _, f := range archive.Files {
		d, problems := content.Parse(f.Name, string(f.Data), opts)
		if problems.Failed() {
			t.Fatalf("%s: %v", f.Name, problems)
		}
		if c, ok := d.Entity.(*content.Config); ok {
			opts.Languages = c.Languages
		}
		docs = append(docs, d)
	}
	s, problems := site.Assemble(site.Config{Today: "2026-11-20"}, docs, attachments)
	if problems.Failed() {
		t.Fatal(problems)
	}
	p, err := New(s, load(t), AssetPaths{Stylesheet: "casebook.css"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// drawn is the view of one address.
func drawn[V any](t testing.TB, p *Pages, path string) V {
	t.Helper()
	r, ok := p.Route(path)
	if !ok {
		t.Fatalf("the site has no page /%s", path)
	}
	view, err := p.View(r)
	if err != nil {
		t.Fatal(err)
	}
	v, ok := view.(V)
	if !ok {
		t.Fatalf("/%s is a %T", path, view)
	}
	return v
}

// same compares what a page has with what it should have.
func same(t *testing.T, name string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// The library that most tests of views look at.
const smallLibrary = `
-- casebook.yaml --
title: Library
organisation: University of Thornmere
base_url: https://library.example/p/
-- content/contacts/desk.md --
---
title: Partnership desk
email: desk@library.example
unit: Registry
response_time: within three days
---
-- content/contacts/access.md --
---
title: Access
fallback: Partnership desk
---
Ask about *ramps*.
-- content/units/registry.md --
---
title: Registry
aka: [Academic Registry]
---
-- content/units/economics.md --
---
title: Economics
---
-- content/units/law.md --
---
title: Law
---
-- content/themes/assessment.md --
---
title: Assessment
---
-- content/themes/feedback.md --
---
title: Feedback
broader: [Assessment]
---
-- content/themes/careers.md --
---
title: Careers
---
-- content/frameworks/ours.md --
---
title: Our principles
kind: agreement
year: 2021-22
parties: [academic registry, The students]
principles: [Say what can change, Name the power]
---
-- content/frameworks/propositions.md --
---
title: Propositions
kind: list
year: 2017
principles:
  First: [Foster inclusion]
  Second: [Share power]
---
-- content/frameworks/stairs.md --
---
title: Stairs
kind: scale
principles: [Actor, Partner]
---
-- content/frameworks/values.md --
---
title: Values
summary: Eight and two more.
kind: values
reference: healey2014
year: 2014
principles: [Trust, Community]
---
A way of working [@bovill2020, p. 3]. See [[Our principles]].
-- content/principles/actor.md --
---
title: Actor
---
-- content/principles/community.md --
---
title: Community
---
-- content/principles/inclusion.md --
---
title: Foster inclusion
---
-- content/principles/partner.md --
---
title: Partner
---
-- content/principles/power.md --
---
title: Name the power
matches:
  Share power: broader, naming comes first
---
-- content/principles/say.md --
---
title: Say what can change
summary: Say it early.
---
Tell everyone what is open.
## Asks of staff
- Say it.
## Asks of students
- Ask.
-- content/principles/share.md --
---
title: Share power
---
-- content/principles/trust.md --
---
title: Trust
matches:
  Say what can change: related, an early word is believed
---
-- content/references.json --
[{"id": "healey2014", "type": "book", "title": "Engagement", "author": [{"family": "Healey", "given": "Mick"}], "issued": {"date-parts": [[2014]]}},
 {"id": "bovill2020", "type": "book", "title": "Co-creating", "author": [{"family": "Bovill", "given": "Cathy"}], "issued": {"date-parts": [[2020]]}},
 {"id": "arnstein1969", "type": "book", "title": "A ladder", "author": [{"family": "Arnstein", "given": "Sherry"}], "issued": {"date-parts": [[1969]]}}]
-- content/references/healey2014.md --
---
verified: 2026-11-10
---
Start *here*.
-- content/cases/CL-2018-01.md --
---
title: Waiting for week six
year: 2018-19
published: 2019-06-20
studied: [Economics]
themes: [Feedback]
credits: programme
exemplifies:
  Say what can change: the dates were named at once
formerly:
  Archive: Marking
---
Read [@bovill2020, p. 9] and [@bovill2020, p. 12].
## Recommendations
### Publish the dates. {#r1}
Principles: Say what can change

### Send comments sooner. {#r2}
Withdrawn: it asked too much
-- content/cases/CL-2020-01.md --
---
title: Marks without stories
year: 2020-21
published: 2021-06-20
studied: [Economics, Registry]
themes: [Feedback, Assessment]
credits: programme
exemplifies:
  Say what can change: Tutors said what was fixed.
  Trust: nobody was named
---
A change agent wrote it.
## Recommendations
### Annotate an example. {#r1}
For: Registry
-- content/cases/CL-2022-01.md --
---
title: Quiet rooms
year: 2022-23
published: 2023-06-20
studied: [Registry]
themes: [Assessment]
credits: programme
---
## Recommendations
### Keep a room quiet. {#r1}
-- content/responses/one.md --
---
to: CL-2018-01/r1
date: 2020-03-04
decision: started
---
We have begun.
-- content/guide/index.md --
---
title: The guide
---
-- content/guide/begin.md --
---
title: Before you begin
short: Begin
published: 2024-01-01
reviewed: 2026-01-10
review_every: 12 months
owner: Partnership desk
audience: staff
themes: [Assessment]
exemplifies:
  Say what can change: it saves time
counterpart: Your side of it
---
## One
Much as [[CL-2022-01]] did, or [[CL-2018-01/r1|the dates]]. A change agent may help [@healey2014].
-- content/guide/students.md --
---
title: Your side of it
published: 2024-01-01
audience: students
---
-- content/guide/meet-one.md --
---
title: First meeting with one
published: 2024-01-01
---
-- content/guide/meet-many.md --
---
title: First meeting with many
published: 2024-01-01
primary: Short way
---
-- content/guide/end.md --
---
title: End well
summary: Say thank you.
published: 2024-01-01
---
-- content/journeys/long.md --
---
title: Long way
summary: All of it.
audience: staff
steps:
  - begin
  - or: [meet-one, meet-many]
    title: Your first meeting
  - page: end
    optional: yes
secondary: [students]
related: [meet-many]
---
Take your *time*.
-- content/journeys/short.md --
---
title: Short way
steps: [meet-many, end]
---
-- content/glossary/change-agent.md --
---
term: change agent
aka: [agent]
not_to_confuse: [éclair]
source: healey2014
---
One who changes things.
-- content/glossary/eclair.md --
---
term: éclair
---
A cake, and no change agent.
-- content/schemes/archive.md --
---
title: Archive
retired: 2021-09-01
terms:
  Marking: [Feedback, Assessment]
  Other: none, it held nothing in common
---
Twelve *headings*.
-- content/pages/about.md --
---
title: About
summary: What this is.
published: 2024-09-02
aliases: [old/about, who.html]
---
## Who
Kept with [[Our principles]] in mind.
`
