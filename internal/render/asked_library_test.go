package render

import (
	"slices"
	"strings"
	"testing"

	"casebook/internal/content"
	"casebook/internal/site"

	"github.com/rogpeppe/go-internal/txtar"
)

// The library for views of what was asked and answered, as it stood on 20 November 2026.
const askedLibrary = `
-- casebook.yaml --
title: Library
organisation: University
base_url: https://library.example/
licence: CC BY 4.0
contact: Desk
-- content/vocabularies.yaml --
groups:
  everyone: Everyone
  mature: Mature students
  pgt: PGT, masters students
levels:
  ug1: UG1, first year
  pgt: PGT, taught postgraduate
-- content/asks/dates.md --
---
title: Tell us the date
summary: Say when work comes back.
---
Everyone plans by it.
-- content/cases/CL-2018-01.md --
---
title: Week six
summary: Comments came late.
question: When does feedback arrive?
year: 2018-19
published: 2019-06-20
sent: 2019-07-01
studied: [Economics]
themes: [Feedback]
groups: [Everyone]
levels: [UG1]
methods:
  intercept survey: 212 first-years
  interviews: 10
ethics: review
ethics_ref: ETH-1
evidence_type: empirical
transfer: adaptable
exemplifies:
  Say what can change: The dates were named.
credits:
  - person: Amara Dunbar
    affiliation: Economics
    shown: full name
    consent: 2019-05-10
  - unnamed: Second-year student
  - person: Jo Pell
    shown: initials
    consent: 2019-05-10
  - person: Nia Bowen
    affiliation: Law
    shown: full name
    consent: 2019-05-10
  - person: Iolo Prys
    as: staff partner
    shown: role only
funding: Lab, £400
outputs:
  - file: poster.pdf
    title: Poster
  - url: https://data.example/x
formerly:
  Archive: Marking
---
## What we did
We asked [@gibbs2004].
## Findings
Three in all.

- Late for 129. {#f1}
- Dates help. {#f2}
## Recommendations
### Publish the return date. {#r1}
For: Economics
Because: f1; f2
Ask: Tell us the date
Effort: low, one line each
Cost: low, an hour

Put it in the guide.
### Record comments. {#r2}
For: Economics; Law
Because: f1
### Move three deadlines. {#r3}
## Limits
One department.
-- content/cases/CL-2020-01.md --
---
title: On the ward
year: 2020-21
published: 2021
studied: [Law]
credits: programme
---
-- content/cases/CL-2022-01.md --
---
title: Marks
year: 2022-23
published: 2023-06-20
studied: [Law]
themes: [Feedback]
groups: [PGT]
methods:
  survey: 40 people
builds_on: [CL-2018-01]
credits: programme
---
## Recommendations
### Name the day. {#r1}
Ask: Tell us the date
Repeats: CL-2018-01/r1
### Open the room early. {#r2}
For: Law
-- content/cases/CL-2023-04.md --
---
title: Secret
number: CL-2023-04
year: 2023-24
status: withdrawn
withdrawn:
  date: 2025-02-11
  reason: at an author's request
  contact: Data protection
---
-- content/contacts/desk.md --
---
title: Desk
email: desk@library.example
---
-- content/contacts/data-protection.md --
---
title: Data protection
email: dp@library.example
---
-- content/guide/respond.md --
---
title: Respond to a recommendation
published: 2024-01-01
---
-- content/guide/say.md --
---
title: Say it early
summary: In good time.
published: 2024-01-01
themes: [Feedback]
exemplifies:
  Say what can change: it saves time
---
Much as [[CL-2018-01]] did.
-- content/journeys/act.md --
---
title: Act on research
audience: staff
steps: [respond, say]
---
-- content/methods/survey.md --
---
title: Survey
aka: [intercept survey]
people: 2 to write it
---
Ask people.
-- content/methods/interviews.md --
---
title: Interviews
---
-- content/people/amara-dunbar.md --
---
name: Amara Dunbar
page: yes
pronouns: she/her
---
-- content/people/iolo-prys.md --
---
name: Iolo Prys
---
-- content/people/jo-pell.md --
---
name: Jo Pell
---
-- content/people/nia-bowen.md --
---
name: Nia Bowen
page: yes
withdrawn: 2025-01-01
---
-- content/principles/say.md --
---
title: Say what can change
---
-- content/programmes/lab.md --
---
title: Change Lab
prefix: CL
since: 2018-19
who: Any student.
owners: [Law]
---
-- content/references.json --
[{"id": "gibbs2004", "type": "book", "title": "Conditions", "author": [{"family": "Gibbs", "given": "G"}], "issued": {"date-parts": [[2004]]}}]
-- content/responses/a.md --
---
to: [CL-2018-01/r1, CL-2018-01/r3]
date: 2019-07-10
by: Economics
decision: received
---
-- content/responses/b.md --
---
to: CL-2018-01/r1
date: 2019-09-12
by: Economics
decision: accepted
due: 2019-11-01
---
We will do this. Every year.
-- content/responses/c.md --
---
to: CL-2018-01/r1
date: 2019-11-04
by: Economics
decision: done
---
Every guide has it.
## Evidence
- [Guides 2019](https://u.example/g?a=1&b=2), all of them
- A letter
-- content/responses/d.md --
---
to: CL-2018-01/r1
date: 2020-03-04
by: Staff-student forum
decision: confirmed
---
-- content/responses/e.md --
---
to: CL-2018-01/r2
date: 2020-09-12
by: Economics
decision: accepted in principle
due: 2021-12-10
---
We like *the aim*.
-- content/responses/f.md --
---
to: CL-2018-01/r3
date: 2019-09-12
by: Economics
decision: declined
---
It cannot be moved.
-- content/responses/g.md --
---
to: CL-2022-01/r2
date: 2023-09-01
decision: done
---
Doors open at nine.
-- content/schemes/archive.md --
---
title: Archive
terms:
  Marking: Feedback
---
-- content/themes/assessment.md --
---
title: Assessment
---
-- content/themes/careers.md --
---
title: Careers
---
-- content/themes/feedback.md --
---
title: Feedback
broader: [Assessment]
scope: Comments and marks.
---
-- content/units/economics.md --
---
title: Economics
type: department
parent: University
---
Teaches economics.
-- content/units/law.md --
---
title: Law
type: department
---
-- content/units/university.md --
---
title: University
type: university
contact: Desk
---
`

// asked is askedLibrary with its one attachment. Errors of consent do not stop a preview.
func asked(t testing.TB) *Pages { return preview(t, askedLibrary) }

// preview is a site made of files in one text, with drafts, whatever problems it has.
func preview(t testing.TB, files string) *Pages {
	t.Helper()
	var docs []*content.Doc
	for _, f := range sorted(txtar.Parse([]byte(files)).Files) {
		d, _ := content.Parse(f.Name, string(f.Data), content.Options{})
		docs = append(docs, d)
	}
	s, _ := site.Assemble(site.Config{Today: "2026-11-20", Drafts: true}, docs,
		[]site.Attachment{{Path: "content/cases/CL-2018-01/poster.pdf", Size: 317_000}})
	p, err := New(s, load(t), AssetPaths{Stylesheet: "casebook.css"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func sorted(files []txtar.File) []txtar.File {
	slices.SortFunc(files, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

// said is a list in one line: each part, its address in brackets where it has one.
func said(items ...Item) string {
	var out []string
	for _, i := range items {
		if i.Href != "" {
			i.Text += " <" + i.Href + ">"
		}
		out = append(out, i.Text+i.Note)
	}
	return strings.Join(out, "; ")
}

// saidRows are rows as lines: "Where: Economics <../../units/economics/>".
func saidRows(rows []Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Term+": "+said(r.Items...))
	}
	return out
}

// saidStatus is a status in words.
func saidStatus(s Status) string { return strings.TrimSpace(s.Class + ": " + s.Word + " " + s.How) }

// saidCards are titles with their addresses, and what is printed beside them.
func saidCards(cards []Card) []string {
	var out []string
	for _, c := range cards {
		out = append(out, strings.TrimSpace(strings.Join(append([]string{c.Title + " <" + c.Href + ">", c.Reason}, c.Meta...), " | ")))
	}
	return out
}
