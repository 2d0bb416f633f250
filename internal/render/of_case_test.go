package render

import "testing"

func TestCase(t *testing.T) {
	v := drawn[Case](t, asked(t), "cases/cl-2018-01/")
	same(t, "trace", v.Trace, []Link{
		{Text: "Cases", Href: "../../cases/"}, {Text: "2018–19", Href: "../../cases/year/2018-19/"}, {Text: "Feedback", Href: "../../themes/feedback/"},
	})
	same(t, "at a glance", saidRows(v.Glance), []string{
		"Where: Economics <../../units/economics/>",
		"Who: Everyone <../../groups/everyone/>; UG1 <../../levels/ug1/>",
		"Evidence: 212 first-years; interviews, 10",
		"Strength: Empirical enquiry (type 2 of 3)",
		"Carries over: Adaptable to other places",
		"Year: 2018–19 <../../cases/year/2018-19/>, published 20 June 2019",
	})
	same(t, "methods", said(v.Methods...), "Intercept survey <../../methods/survey/>, 212 first-years; Interviews <../../methods/interviews/>, 10")
	same(t, "ethics", v.Ethics, "Ethics: reviewed as research, ETH-1.")
	same(t, "strip", v.StripHead, "Three recommendations: one done")
	var recs []string
	for _, r := range v.Requests {
		recs = append(recs, r.Key+" "+saidStatus(r.Status)+", "+r.Since+", "+r.To)
	}
	same(t, "recommendations", recs, []string{
		"r1 confirmed: Done and confirmed, since March 2020, to Economics",
		"r2 agreed-part: Agreed in principle, since September 2020, to Economics and Law",
		"r3 declined: Declined with a reason, since September 2019, to Economics",
	})
	same(t, "f1 leads to", v.Findings[0].LeadsTo, []Link{{Text: "r1", Href: "#r1"}, {Text: "r2", Href: "#r2"}})
	same(t, "rest of the section", words(v.FindingsOf[0].HTML), "Three in all.")
	same(t, "limits", len(v.Limits), 1)
	same(t, "sources", len(v.References), 1)
	same(t, "contents", v.Headings, []ContentsItem{{Text: "What we did", ID: "what-we-did"}})
	same(t, "people, as each chose to be shown", saidRows(v.People), []string{
		"Researchers: Amara Dunbar <../../people/amara-dunbar/>, Economics; Second-year student; J. P.; A student researcher",
		"Staff partner: Not named",
		"Funding: Lab <../../programmes/lab/>, £400",
		"Programme: Change Lab <../../programmes/lab/>",
	})
	same(t, "outputs", v.Outputs, []Output{
		{Text: "Poster", Href: "../../cases/cl-2018-01/poster.pdf", Note: "PDF, 310 KB"},
		{Text: "https://data.example/x", Href: "https://data.example/x"},
	})
	same(t, "filed", saidRows(v.Filed), []string{
		"Themes: Feedback <../../themes/feedback/>", "Groups: Everyone <../../groups/everyone/>", "Levels: UG1 <../../levels/ug1/>",
		"Formerly under: “Marking” <../../themes/formerly/#archive>, in the Archive",
	})
	same(t, "principles", said(v.Principles...), "Say what can change <../../principles/say/>: The dates were named.")
	same(t, "followed by", saidCards(v.FollowedBy), []string{"Marks <../../cases/cl-2022-01/> |  | Law, 2022–23 | two recommendations: one done, one with no response yet"})
	same(t, "backlinks", v.Backlinks, []Backlink{{Title: "Say it early", Href: "../../guide/say/", Sentence: "Much as Week six did."}})
	same(t, "takedown", v.Contact, Link{Text: "Write to data protection", Href: "mailto:dp@library.example"})
}

// An imported record has what is required and nothing else: the page has no empty section.
func TestThinCase(t *testing.T) {
	v := drawn[Case](t, asked(t), "cases/cl-2020-01/")
	same(t, "at a glance", saidRows(v.Glance), []string{"Where: Law <../../units/law/>", "Year: 2020–21 <../../cases/year/2020-21/>, published 2021"})
	same(t, "people", saidRows(v.People), []string{"Credited to: Change Lab <../../programmes/lab/>"})
	v.Frame, v.Glance, v.People, v.Cite, v.Related, v.Contact, v.Dates = Frame{}, nil, nil, CiteBlock{}, nil, Link{}, Dates{}
	same(t, "nothing else", v, Case{Mark: Mark{Number: "CL-2020-01"}})
}

func TestCaseSaysWhyThereAreNoRecommendations(t *testing.T) {
	p := preview(t, `
-- content/cases/CL-2018-01.md --
---
title: Week six
year: 2018-19
published: 2019-06-20
studied: [Law]
credits:
  - person: Amara Dunbar
    shown: full name
---
## Recommendations
The team was asked for none.
-- content/units/law.md --
---
title: Law
---
-- content/people/amara-dunbar.md --
---
name: Amara Dunbar
page: yes
---
`)
	v := drawn[Case](t, p, "cases/cl-2018-01/")
	same(t, "reason", words(v.NoRequests), "The team was asked for none.")
	same(t, "no list", []any{v.StripHead, len(v.Requests)}, []any{"", 0})
	same(t, "a name without consent is a role in a preview", saidRows(v.People), []string{"Researcher: A student researcher"})
}

func TestStrip(t *testing.T) {
	library := `
-- content/cases/CL-2018-01.md --
---
title: Week six
year: 2018-19
published: 2019-06-20
studied: [Law]
credits: programme
---
## Recommendations
RECS
-- content/units/law.md --
---
title: Law
---
`
	check := func(want string, decisions ...string) {
		t.Helper()
		recs, responses := "", ""
		for i, d := range decisions {
			key := "r" + string(rune('1'+i))
			recs += "### Do " + key + ". {#" + key + "}\n"
			if d != "" {
				responses += "-- content/responses/" + key + ".md --\n---\nto: CL-2018-01/" + key + "\ndate: 2020-01-01\ndecision: " + d + "\n---\nYes.\n"
			}
		}
		v := drawn[Case](t, preview(t, replaced(library, "RECS", recs)+responses), "cases/cl-2018-01/")
		same(t, want, v.StripHead, want)
	}
	check("One recommendation, with no response yet", "")
	check("One recommendation: under way", "started")
	check("Two recommendations, none with a response yet", "", "")
	check("Two recommendations, all done", "done", "confirmed")
	check("Three recommendations: one done, one with no response yet", "done", "declined", "")
	check("Three recommendations: two agreed, one declined or stopped", "accepted", "stopped", "accepted in part")
}
