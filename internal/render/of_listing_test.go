package render

import (
	"fmt"
	"strings"
	"testing"

	"casebook/internal/site"
)

// drawnRecs are all recommendations, oldest project first.
func drawnRecs(t *testing.T, p *Pages) []site.NodeID {
	t.Helper()
	var out []site.NodeID
	for _, c := range p.OfKind("case") {
		out = append(out, p.RecsOf(c)...)
	}
	return out
}

// outlined are the headings of a listing with the titles under each.
func outlined(groups []CardGroup) []string {
	var out []string
	for _, g := range groups {
		var titles []string
		for _, c := range g.Cards {
			titles = append(titles, strings.Join(append([]string{c.Title}, c.Meta...), " | "))
		}
		out = append(out, g.Heading+": "+strings.Join(titles, "; "))
	}
	return out
}

func TestListings(t *testing.T) {
	p := asked(t)
	check := func(path, title, showing string, groups ...string) {
		t.Helper()
		v := drawn[Listing](t, p, path)
		same(t, path, append([]string{v.PageTitle, v.Showing}, outlined(v.Groups)...), append([]string{title, showing}, groups...))
	}
	check("cases/", "Cases", "Three cases", "2022–23: Marks | Law, 2022–23 | two recommendations: one done, one with no response yet", "2020–21: On the ward | Law, 2020–21",
		"2018–19: Week six | Economics, 2018–19 | three recommendations: one done")
	check("cases/year/2018-19/", "Cases of 2018–19", "One case", ": Week six | Economics, 2018–19 | three recommendations: one done")
	check("themes/", "Themes", "Three themes", "Assessment: Feedback | Two projects", "Other themes: Careers")
	check("units/", "Departments and services", "Three departments and services",
		"Departments: Economics | Three recommendations; Law | Three recommendations", "University: University | Nothing asked yet")
	check("guide/", "Guide", "Two pages", ": Respond to a recommendation; Say it early")
	check("asks/", "Requests and their history", "One request", ": Tell us the date | Asked twice")
	check("methods/", "Methods", "Two methods", ": Interviews | One project; Survey | Two projects")
	check("programmes/", "Programmes", "One programme", ": Change Lab | Three projects")
	check("journeys/", "Journeys", "One journey", ": Act on research | Two steps")
	check("people/", "People", "One person", ": Amara Dunbar | One contribution")
	check("groups/", "Groups of students", "", ": Everyone | One project; PGT | One project")
	check("levels/ug1/", "UG1", "One case", "2018–19: Week six | Economics, 2018–19 | three recommendations: one done")
	panel := preview(t, askedLibrary+"-- content/insights/p.md --\n---\ntitle: An evening\npanel: Change Lab\nterm: spring 2024\npublished: 2024-03-25\ngroups: [Mature students]\ncredits: programme\n---\n")
	same(t, "panels stand beside the projects", strings.Join(outlined(drawn[Listing](t, panel, "groups/mature/").Groups), "; "), "Panel discussions: An evening | Spring 2024")
	same(t, "and are counted", strings.Contains(strings.Join(outlined(drawn[Listing](t, panel, "groups/").Groups), "; "), "Mature students | One panel discussion"), true)
	same(t, "gaps are said", drawn[Listing](t, p, "groups/").Empty, "Nothing is filed under these yet: Mature students.")
	same(t, "the vocabulary is in the title", drawn[Listing](t, p, "groups/pgt/").Title, "PGT, group of students – Library")
	same(t, "year filters", drawn[Listing](t, p, "cases/year/2018-19/").Filters, []FilterGroup{{Heading: "Year", Filters: []Filter{
		{Text: "2022–23", Href: "../../../cases/year/2022-23/", Count: "1"}, {Text: "2020–21", Href: "../../../cases/year/2020-21/", Count: "1"},
		{Text: "2018–19", Href: "../../../cases/year/2018-19/", Count: "1", Current: true},
	}}})
}

func TestListingInPages(t *testing.T) {
	var files strings.Builder
	files.WriteString("-- content/units/law.md --\n---\ntitle: Law\n---\n")
	for i := range 60 {
		fmt.Fprintf(&files, "-- content/cases/CL-%d-%02d.md --\n---\ntitle: Case %d\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ncredits: programme\n---\n", 2018, i+1, i+1)
	}
	p := preview(t, files.String())
	v := drawn[Listing](t, p, "cases/page/2/")
	same(t, "second page", []any{v.PageTitle, v.Showing, len(v.Groups[0].Cards), v.Groups[0].Cards[0].Title, v.Paging.Prev.Href, v.Paging.Where},
		[]any{"Cases, page 2", "60 cases", 10, "Case 51", "../../../cases/", "51 to 60 of 60"})
	same(t, "a year in pages", len(drawn[Listing](t, p, "cases/year/2018-19/page/2/").Groups[0].Cards), 10)
}

func TestRegister(t *testing.T) {
	p := asked(t)
	v := drawn[Register](t, p, "responses/")
	same(t, "head", []string{v.PageTitle, v.Showing}, []string{"Asked and answered", "Five recommendations"})
	var rows []string
	for _, r := range v.Rows {
		rows = append(rows, strings.Join([]string{r.Mark.Number + "/" + r.Mark.Key, saidStatus(r.Status), r.Since, r.Year}, " | "))
	}
	same(t, "rows, latest asked first", rows, []string{
		"CL-2022-01/r1 | none: No response yet | asked 3 years 5 months ago | 2022–23",
		"CL-2022-01/r2 | done: Done no evidence linked | since September 2023 | 2022–23",
		"CL-2018-01/r1 | confirmed: Done and confirmed | since March 2020 | 2018–19",
		"CL-2018-01/r2 | agreed-part: Agreed in principle | since September 2020 | 2018–19",
		"CL-2018-01/r3 | declined: Declined with a reason | since September 2019 | 2018–19",
	})
	var filters []string
	for _, g := range v.Filters {
		line := g.Heading + ":"
		for _, f := range g.Filters {
			if f.Count != "0" {
				line += " " + f.Text + " " + f.Count
			}
			same(t, f.Text+" leads on only when something is there", f.Href == "", f.Count == "0")
		}
		filters = append(filters, line)
	}
	same(t, "filters", filters, []string{
		"What happened: No response yet 1 Has an answer 4 Agreed 1 Done 1 Done and confirmed 1 Declined or stopped 1",
		"Department or service: Economics 3 Law 3", "Academic year: 2022–23 2 2018–19 3",
	})
	same(t, "counts lead to the lists they count", v.Record.Counts, []Count{
		{Number: "3", Words: "projects", Href: "../cases/"}, {Number: "5", Words: "recommendations", Href: "../responses/"},
		{Number: "4", Words: "have an answer", Href: "../responses/status/answered/"}, {Number: "1", Words: "done", Href: "../responses/status/done/"},
		{Number: "1", Words: "done, and confirmed by students", Href: "../responses/status/confirmed/"},
	})
	same(t, "span", v.Record.Span, "Five years, 2018–19 to 2022–23")

	one := drawn[Register](t, p, "responses/status/agreed/")
	same(t, "one status", []any{one.PageTitle, one.Title, one.Showing, len(one.Rows)}, []any{"Agreed", "Agreed, recommendations – Library", "One recommendation: agreed", 1})
	same(t, "the way back", one.Applied, []Link{{Text: "Agreed", Href: "../../../responses/"}})
}

func TestHome(t *testing.T) {
	v := drawn[Home](t, asked(t), "")
	same(t, "title without a page of its own", v.PageTitle, "Library")
	var doors []string
	for _, d := range v.Doors {
		line := d.Link.Text + " " + d.Link.Href + ":"
		for _, l := range d.Links {
			line += " " + l.Href
		}
		doors = append(doors, line)
	}
	same(t, "doors", doors, []string{
		"I work here ./journeys/act/: ./journeys/act/ ./units/ ./guide/respond/",
		"I study here ./themes/: ./themes/ ./cases/ ./responses/",
	})
	var latest []string
	for _, r := range v.Latest {
		latest = append(latest, r.Date.ISO+" "+r.Who+", "+saidStatus(r.Status))
	}
	same(t, "latest responses", latest, []string{
		"2023-09-01 Law, done: Done no evidence linked",
		"2020-09-12 Economics, agreed-part: Agreed in principle",
		"2020-03-04 Staff-student forum confirmed it, confirmed: Done and confirmed",
		"2019-09-12 Economics, declined: Declined with a reason",
	})
	empty := drawn[Home](t, preview(t, "-- casebook.yaml --\ntitle: Empty\n"), "")
	empty.Frame = Frame{}
	same(t, "an empty library has an empty front page", empty, Home{})
}

// TestTheDoorForStudents holds that it leads to open questions and open calls, if there are any.
func TestTheDoorForStudents(t *testing.T) {
	const question = "-- content/questions/q.md --\n---\ntitle: Do reminders help?\nsummary: We do not know.\nunit: Registry\npublished: 2020-01-01\nANSWERED---\nText.\n"
	const call = "-- content/opportunities/o.md --\n---\ntitle: Call\nsummary: Money.\ntype: fund\npublished: 2020-01-01\nrolling: yes\napply: https://library.example/apply\n---\nText.\n"
	links := func(files string) []string {
		var out []string
		for _, d := range drawn[Home](t, built(t, smallLibrary+files), "").Doors {
			for _, l := range d.Links {
				if d.ID == "door-students" && (l.Href == "#calls" || l.Href == "./questions/") {
					out = append(out, l.Text)
				}
			}
		}
		return out
	}
	same(t, "neither", links(""), []string(nil))
	same(t, "a question and a call", links(strings.Replace(question, "ANSWERED", "", 1)+call), []string{"Questions nobody has studied yet", "Calls that are open now"})
	same(t, "an answered question", links(strings.Replace(question, "ANSWERED", "answered_by: [CL-2018-01]\n", 1)), []string(nil))
}
