package render

import (
	"fmt"
	"strings"
	"testing"
)

// registered are the rows of the register in one line each.
func registered(v Register) []string {
	var out []string
	for _, r := range v.Rows {
		out = append(out, r.Mark.Number+"/"+r.Mark.Key+" "+saidStatus(r.Status)+", "+r.Since)
	}
	return out
}

func TestPartsOfTheRegister(t *testing.T) {
	p := asked(t)
	check := func(path, title, showing, applied string, rows ...string) {
		t.Helper()
		v := drawn[Register](t, p, path)
		same(t, path, []string{v.PageTitle, v.Showing, v.Applied[0].Text, v.Applied[0].Href}, []string{title, showing, applied, "../../../responses/"})
		same(t, path+" rows", registered(v), rows)
		same(t, path+" has a title of its own", strings.HasPrefix(v.Title, title), true)
	}
	check("responses/status/agreed/", "Agreed", "One recommendation: agreed", "Agreed", "CL-2018-01/r2 agreed-part: Agreed in principle, since September 2020")
	check("responses/unit/economics/", "Asked of Economics", "Three recommendations", "Economics",
		"CL-2018-01/r1 confirmed: Done and confirmed, since March 2020", "CL-2018-01/r2 agreed-part: Agreed in principle, since September 2020",
		"CL-2018-01/r3 declined: Declined with a reason, since September 2019")
	check("responses/year/2018-19/", "Asked in 2018–19", "Three recommendations", "2018–19",
		"CL-2018-01/r1 confirmed: Done and confirmed, since March 2020", "CL-2018-01/r2 agreed-part: Agreed in principle, since September 2020",
		"CL-2018-01/r3 declined: Declined with a reason, since September 2019")
	// Economics has answered r2, Law has not: each unit's list has its own standing.
	check("responses/unit/law/", "Asked of Law", "Three recommendations", "Law",
		"CL-2022-01/r1 none: No response yet, asked 3 years 5 months ago", "CL-2022-01/r2 done: Done no evidence linked, since September 2023",
		"CL-2018-01/r2 none: No response yet, asked 7 years 4 months ago")
	same(t, "a unit's own page", drawn[Register](t, p, "responses/unit/law/").Own, Link{Text: "Law, with what has waited longest first", Href: "../../../units/law/"})
	same(t, "what became of a year's", drawn[Register](t, p, "responses/year/2022-23/").Record.Tally, []Tally{
		{Status: Status{Class: "none", Word: "No response yet"}, Count: "1"}, {Status: Status{Class: "done", Word: "Done"}, Count: "1"},
	})
}

func TestEveryPageOfTheRegisterHasTheSameFilters(t *testing.T) {
	p := asked(t)
	said := func(v Register) (filters, current string) {
		for _, g := range v.Filters {
			for _, f := range g.Filters {
				filters += f.Text + " " + strings.TrimPrefix(strings.TrimLeft(f.Href, "./"), "responses/") + " " + f.Count + "\n"
				if f.Current {
					current += f.Text
				}
			}
		}
		return filters, current
	}
	all, none := said(drawn[Register](t, p, "responses/"))
	same(t, "nothing is current on the whole", none, "")
	for path, want := range map[string]string{"responses/status/agreed/": "Agreed", "responses/unit/law/": "Law", "responses/year/2018-19/": "2018–19"} {
		filters, current := said(drawn[Register](t, p, path))
		same(t, path, []string{filters, current}, []string{all, want})
	}
	for _, missing := range []string{"responses/unit/university/", "responses/year/2020-21/", "responses/status/overtaken/"} {
		same(t, missing+" would be empty", p.has(missing), false)
	}
}

// crowded is a library in which n projects ask one thing each of Law.
func crowded(n int) string {
	var files strings.Builder
	files.WriteString("-- content/units/law.md --\n---\ntitle: Law\n---\n")
	for i := range n {
		fmt.Fprintf(&files, "-- content/cases/CL-2018-%03d.md --\n---\ntitle: Case %d\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ncredits: programme\n---\n## Recommendations\n### Do it. {#r1}\n", i+1, i+1)
	}
	return files.String()
}

func TestALongPartOfTheRegisterIsPaged(t *testing.T) {
	p := preview(t, crowded(120))
	for _, base := range []string{"responses/unit/law/", "responses/year/2018-19/", "responses/status/no-response/"} {
		v := drawn[Register](t, p, base+"page/3/")
		same(t, base, []any{len(v.Rows), v.Paging.Where, v.Paging.Prev.Href, v.Summary}, []any{20, "101 to 120 of 120", "../../../../../" + base + "page/2/", ""})
		same(t, base+" says which page", strings.HasSuffix(v.PageTitle, ", page 3"), true)
		same(t, base+" ends there", p.has(base+"page/4/"), false)
	}
	inbox := drawn[Unit](t, p, "units/law/").Groups[0]
	same(t, "a cut inbox leads to the rest", []any{len(inbox.Requests), inbox.Note, inbox.More}, []any{mostInbox,
		"Longest waiting first. A good “no”, with its reason, counts as an answer. The first 75 of 120.",
		Link{Text: "All 120 recommendations to Law", Href: "../../responses/unit/law/"}})
	var answers strings.Builder
	for i := range 60 {
		fmt.Fprintf(&answers, "-- content/responses/a%d.md --\n---\nto: CL-2018-%03d/r1\nby: Law\ndate: 2020-01-01\ndecision: accepted\n---\nYes.\n", i, i+1)
	}
	given := drawn[Unit](t, preview(t, crowded(120)+answers.String()), "units/law/").Given
	same(t, "so does a cut list of responses", []any{len(given), given[50].Text, given[50].Href},
		[]any{51, "All 120 recommendations to Law", "../../responses/unit/law/"})
	same(t, "a whole one does not", drawn[Unit](t, preview(t, crowded(3)), "units/law/").Groups[0].More, Link{})
}
