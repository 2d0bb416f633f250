package render

import (
	"strings"
	"testing"
)

// steps is a journey bar in one line: where, then each step with its state, then back and on.
func steps(b JourneyBar) string {
	if b.Title == "" {
		return ""
	}
	out := []string{b.Title + " " + b.Href, b.Where}
	for _, s := range b.Steps {
		out = append(out, s.Number+" "+s.State+" "+s.Title+" "+s.Href)
	}
	for _, s := range []StepLink{b.Prev, b.Next} {
		if s.Href != "" {
			out = append(out, s.Label+": "+s.Title+" "+s.Href)
		}
	}
	return strings.Join(out, "\n")
}

func TestGuideInJourneys(t *testing.T) {
	p := built(t, smallLibrary)
	check := func(path, bar, also string) {
		t.Helper()
		v := drawn[Guide](t, p, path)
		same(t, path, steps(v.Journey), bar)
		var items []string
		for _, i := range v.AlsoIn {
			items = append(items, i.Text+" "+i.Href+i.Note)
		}
		same(t, path+" also in", strings.Join(items, "; "), also)
	}
	check("guide/begin/", `Long way ../../journeys/long/
Step 1 of 3
1 here Begin ../../guide/begin/
2 ahead Your first meeting ../../guide/meet-one/
3 ahead End well ../../guide/end/
On, step 2: Your first meeting ../../guide/meet-one/`, "")
	check("guide/meet-one/", `Long way ../../journeys/long/
Step 2 of 3
1 before Begin ../../guide/begin/
2 here Your first meeting ../../guide/meet-one/
3 ahead End well ../../guide/end/
Back, step 1: Begin ../../guide/begin/
On, step 3: End well ../../guide/end/`, "")
	check("guide/meet-many/", `Short way ../../journeys/short/
Step 1 of 2
1 here First meeting with many ../../guide/meet-many/
2 ahead End well ../../guide/end/
On, step 2: End well ../../guide/end/`, "Long way ../../journeys/long/, step 2 of 3")
	check("guide/end/", `Long way ../../journeys/long/
Step 3 of 3
1 before Begin ../../guide/begin/
2 before Your first meeting ../../guide/meet-one/
3 here End well ../../guide/end/
Back, step 2: Your first meeting ../../guide/meet-one/`, "Short way ../../journeys/short/, step 2 of 2")
	check("guide/students/", "", "Long way ../../journeys/long/, beside the steps")
}

func TestGuideBesideItsText(t *testing.T) {
	v := drawn[Guide](t, built(t, smallLibrary), "guide/begin/")
	same(t, "trace", v.Trace, []Link{{Text: "Guide", Href: "../../guide/"}})
	same(t, "principles", v.Principles, []Item{{Text: "Say what can change", Href: "../../principles/say/", Note: ": it saves time"}})
	same(t, "contents", v.Contents, []ContentsItem{{Text: "One", ID: "one"}})
	same(t, "sources", len(v.References), 1)
	same(t, "owner", v.Dates.Owner, Item{Text: "Partnership desk", Href: "../../contact/#desk"})
	same(t, "next review", v.Dates.NextReview, Date{ISO: "2027-01-10", Text: "10 January 2027"})

	var cases []string
	for _, c := range v.InPractice {
		cases = append(cases, c.Mark.Number+" "+c.Reason)
	}
	same(t, "in practice: named cases first, then the one that shares most", cases, []string{
		"CL-2022-01 Named on this page.",
		"CL-2018-01 Say what can change: the dates were named at once.",
		"CL-2020-01 Say what can change: Tutors said what was fixed.",
	})
	var asked []string
	for _, r := range v.Requests {
		asked = append(asked, r.Mark.Number+" "+r.Key+" "+r.Status.Word)
	}
	same(t, "asked: what it names, and no others", asked, []string{"CL-2018-01 r1 Under way"})
}

func TestGuideForWhom(t *testing.T) {
	p := built(t, smallLibrary)
	check := func(path, audience, words, href string) {
		t.Helper()
		v := drawn[Guide](t, p, path)
		same(t, path, []string{v.Audience, v.Counterpart.Text, v.Counterpart.Href}, []string{audience, words, href})
	}
	check("guide/begin/", "For staff.", "Students have their own version of this page", "../../guide/students/")
	check("guide/students/", "For students.", "Staff have their own version of this page", "../../guide/begin/")
	check("guide/end/", "", "", "")
}

func TestGuideOfAnAudienceByDefault(t *testing.T) {
	p := built(t, `
-- casebook.yaml --
title: Library
audience: staff
defaults:
  - kind: guide
    audience: students
-- content/guide/a.md --
---
title: A
published: 2024-01-01
counterpart: B
---
-- content/guide/b.md --
---
title: B
published: 2024-01-01
audience: both
---
-- content/journeys/j.md --
---
title: J
steps: [a]
---
-- content/journeys/k.md --
---
title: For students
audience: students
steps: [b]
---
-- content/opportunities/o.md --
---
title: Places
type: panel place
published: 2024-01-01
rolling: yes
apply: https://library.example/apply
---
`)
	same(t, "a title that says so", drawn[Journey](t, p, "journeys/k/").Audience, "")
	place := drawn[Entry](t, p, "opportunities/o/")
	same(t, "the state is said once", place.State+" | "+place.StateNote, "Open | All year.")
	same(t, "the kind's", drawn[Guide](t, p, "guide/a/").Audience, "For students.")
	same(t, "the site's", drawn[Journey](t, p, "journeys/j/").Audience, "For staff.")
	same(t, "a version for both", drawn[Guide](t, p, "guide/a/").Counterpart, Link{Text: "This advice has another version: B", Href: "../../guide/b/"})
}

func TestJourney(t *testing.T) {
	v := drawn[Journey](t, built(t, smallLibrary), "journeys/long/")
	same(t, "trace", v.Trace, []Link{{Text: "Guide", Href: "../../guide/"}, {Text: "Journeys", Href: "../../journeys/"}})
	v.Frame = Frame{}
	same(t, "journey", v, Journey{
		Summary: "All of it.", Audience: "For staff.", Intro: "<p>Take your <em>time</em>.</p>\n",
		Steps: []JourneyStep{
			{Number: "1", Choices: []Card{{Title: "Before you begin", Href: "../../guide/begin/"}}},
			{Number: "2", Choices: []Card{{Title: "First meeting with one", Href: "../../guide/meet-one/"}, {Title: "First meeting with many", Href: "../../guide/meet-many/"}}},
			{Number: "3", Optional: true, Choices: []Card{{Title: "End well", Href: "../../guide/end/", Summary: "Say thank you."}}},
		},
		Secondary: []Card{{Title: "Your side of it", Href: "../../guide/students/"}},
		Related:   []Card{{Title: "First meeting with many", Href: "../../guide/meet-many/", Reason: "Part of Short way"}},
		Dates:     Dates{Owner: Item{Text: "Partnership desk", Href: "../../contact/#desk"}},
	})
}

func TestPlain(t *testing.T) {
	v := drawn[Plain](t, built(t, smallLibrary), "about/")
	same(t, "page", []any{v.PageTitle, v.Summary, len(v.Trace), v.Contents, v.Body, v.Dates.Published.Text}, []any{
		"About", "What this is.", 0, []ContentsItem{{Text: "Who", ID: "who"}},
		[]Block{{HTML: "<h2 id=\"who\">Who</h2>\n<p>Kept with <a href=\"../frameworks/ours/\">Our principles</a> in mind.</p>\n"}}, "2 September 2024",
	})
}

func TestSentence(t *testing.T) {
	check := func(in, want string) { t.Helper(); same(t, in, sentence(in), want) }
	check("both ask who is kept out", "Both ask who is kept out.")
	check(" Why? ", "Why?")
	check("and so on…", "And so on…")
	check("", "")
}
