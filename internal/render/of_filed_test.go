package render

import (
	"fmt"
	"strings"
	"testing"

	"casebook/internal/site"
)

// oneOfAll is a library of n cases that share a method, a unit, a request, a principle, a member of staff, and follow the first.
func oneOfAll(n int) string {
	var files strings.Builder
	files.WriteString(`-- content/units/law.md --
---
title: Law
---
-- content/methods/survey.md --
---
title: Survey
---
-- content/asks/dates.md --
---
title: Tell us the date
---
-- content/principles/trust.md --
---
title: Trust
---
-- content/people/ada-byron.md --
---
name: Ada Byron
page: yes
---
-- content/vocabularies.yaml --
groups:
  carers: Carers
`)
	for i := range n {
		fmt.Fprintf(&files, `-- content/cases/CL-2018-%03d.md --
---
title: Case %[1]d
year: 2018-19
published: 2019-06-20
studied: [Law]
groups: [Carers]
methods:
  survey: %[1]d students
exemplifies:
  Trust: They kept promise %[1]d.
builds_on: [CL-2018-001]
credits:
  - person: Ada Byron
    as: staff partner
    shown: full name
    consent: 2019-01-01
---
## Recommendations
### Do it. {#r1}
For: Law
Ask: Tell us the date
`, i+1)
	}
	return strings.Replace(files.String(), "builds_on: [CL-2018-001]\n", "", 1)
}

func TestALongListOnAPageLeadsToAllOfIt(t *testing.T) {
	const n = 130
	p := built(t, oneOfAll(n))
	check := func(path string, all any, want string, total int) {
		t.Helper()
		to, pages := "", 0
		switch v := all.(type) {
		case Link:
			to = v.Text + " " + v.Href
		case []Card:
			to = v[len(v)-1].Title + " " + v[len(v)-1].Href
		}
		list := want[strings.LastIndex(want, "../")+3:]
		same(t, path+" leads to all", to, want)
		seen := map[string]bool{}
		for base := list; p.has(base); base = fmt.Sprintf("%spage/%d/", list, pages+1) {
			pages++
			for _, g := range drawn[Listing](t, p, base).Groups {
				for _, c := range g.Cards {
					seen[strings.TrimLeft(c.Href, "./")] = true
				}
			}
		}
		same(t, list+" has everything once, on few pages", []int{len(seen), pages}, []int{total, (total + site.FiledSize - 1) / site.FiledSize})
	}
	survey := drawn[Method](t, p, "methods/survey/")
	check("methods/survey/", survey.All, "All 130 cases ../../methods/survey/cases/", n)
	ask := drawn[Ask](t, p, "asks/dates/")
	check("asks/dates/", ask.All, "All 130 recommendations ../../asks/dates/recommendations/", n)
	check("units/law/", drawn[Unit](t, p, "units/law/").Studied, "All 130 cases ../../units/law/cases/", n)
	check("people/ada-byron/", drawn[Person](t, p, "people/ada-byron/").Works, "All 130 cases ../../people/ada-byron/cases/", n)
	check("principles/trust/", drawn[Principle](t, p, "principles/trust/").Cases, "All 130 cases ../../principles/trust/cases/", n)
	check("cases/cl-2018-001/", drawn[Case](t, p, "cases/cl-2018-001/").FollowedBy, "All 129 cases ../../cases/cl-2018-001/cases/", n-1)
	same(t, "and shows the first", []int{len(survey.Uses), len(ask.Asked)}, []int{site.FiledSize, site.FiledSize})

	list := drawn[Listing](t, p, "principles/trust/cases/page/2/")
	same(t, "title, way back, page", []any{list.PageTitle, list.Trace, list.Paging.Where}, []any{"Trust: all cases, page 2",
		[]Link{{Text: "Principles", Href: "../../../../../principles/"}, {Text: "Trust", Href: "../../../../../principles/trust/"}}, "101 to 130 of 130"})
	same(t, "each with its reason", list.Groups[0].Cards[0].Reason, "They kept promise 101.")

	short := built(t, oneOfAll(3))
	for _, path := range []string{"methods/survey/cases/", "asks/dates/recommendations/", "units/law/cases/"} {
		same(t, path+" for three", short.has(path), false)
	}
	same(t, "three are all there", []any{len(drawn[Method](t, short, "methods/survey/").Uses), drawn[Ask](t, short, "asks/dates/").All}, []any{3, Link{}})
}

func TestALongGlossary(t *testing.T) {
	var files strings.Builder
	for i := range site.GlossarySize + 1 {
		fmt.Fprintf(&files, "-- content/glossary/term-%03d.md --\n---\nterm: %s term %03[1]d\nnot_to_confuse: [change]\n---\nA word.\n", i, []string{"quiet", "loud"}[i%2])
	}
	files.WriteString("-- content/glossary/change.md --\n---\nterm: change\n---\nA word.\n")
	p := built(t, files.String())
	first := drawn[Glossary](t, p, "glossary/")
	same(t, "the first page names each, at its address from before", []any{first.Groups[0].Named, len(first.Groups[0].Terms)},
		[]any{[]NamedTerm{{ID: "change", Text: "change", Href: "../glossary/c/#change"}}, 0})
	loud := drawn[Glossary](t, p, "glossary/l/")
	same(t, "a letter has the entries", []any{loud.PageTitle, len(loud.Groups), len(loud.Groups[0].Terms)}, []any{"Glossary, L", 1, 75})
	same(t, "which lead to those of other letters", loud.Groups[0].Terms[0].Confuse, []Link{{Text: "change", Href: "../../glossary/c/#change"}})
	same(t, "letters", loud.Letters[11], Link{Text: "L", Href: "../../glossary/l/#letter-l", Current: true})
}

func TestALetterWithManyWorksIsPaged(t *testing.T) {
	p := built(t, manyWorks(3*site.BibliographySize+3))
	v := drawn[Bibliography](t, p, "bibliography/h/page/2/")
	same(t, "what is left", []any{v.PageTitle, len(v.Groups[0].References), v.Paging.Prev.Href, v.Letters[7].Current},
		[]any{"Bibliography, H, page 2", 1, "../../../../bibliography/h/", true})
}

func TestAReferenceListLongerThanItsFirstPage(t *testing.T) {
	v := drawn[Bibliography](t, built(t, manyWorks(mostNamed+2)), "bibliography/")
	last := v.Groups[1].References
	same(t, "some of a letter, then all of it", []any{len(last), string(last[len(last)-1].HTML)},
		[]any{namedALetter + 1, `<a href="../bibliography/b/">Everything under B</a>`})
}

func TestListsOfCallsLeadToTheCalendar(t *testing.T) {
	const event = "-- content/events/open-day.md --\n---\ntitle: Open day\npublished: 2024-01-01\nstart: 2030-05-05 10:00\nend: 2030-05-05 12:00\nplace: Hall\n---\nCome.\n"
	v := drawn[Listing](t, built(t, event), "events/")
	same(t, "follow", v.Follow[0], Link{Text: "All calls and events as a calendar (ICS)", Href: "../feeds/calendar.ics"})
}
