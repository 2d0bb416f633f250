package render

import (
	"strings"
	"testing"
)

// inboxLines are the requests of a group in one line each.
func inboxLines(g RequestGroup) []string {
	var out []string
	for _, r := range g.Requests {
		out = append(out, strings.Join(append([]string{r.Wait, r.WaitNote, r.Text, saidStatus(r.Status)}, r.Notes...), " | "))
	}
	return out
}

func TestUnit(t *testing.T) {
	p := asked(t)
	v := drawn[Unit](t, p, "units/economics/")
	same(t, "summary", v.Summary, "Three recommendations from one project have been addressed to this department. One still needs something from it.")
	same(t, "waiting", inboxLines(v.Groups[0]), []string(nil))
	same(t, "open", inboxLines(v.Groups[1]), []string{"Overdue | by 4 years | Record comments. | agreed-part: Agreed in principle | also to Law | promised for 10 December 2021"})
	same(t, "settled", inboxLines(v.Groups[2]), []string{
		"4 months | to finish | Publish the return date. | confirmed: Done and confirmed | asked by two projects",
		"Answered | September 2019 | Move three deadlines. | declined: Declined with a reason",
	})
	same(t, "tally", v.Tally, []Tally{
		{Status: Status{Class: "agreed", Word: "Agreed"}, Count: "1", Href: "#open"},
		{Status: Status{Class: "confirmed", Word: "Done and confirmed"}, Count: "1", Href: "#settled"},
		{Status: Status{Class: "declined", Word: "Declined"}, Count: "1", Href: "#settled"},
	})
	var given []string
	for _, g := range v.Given {
		given = append(given, g.Date.ISO+" "+g.Href+" "+g.Status.Word)
	}
	same(t, "responses given, latest first", given, []string{
		"2020-09-12 ../../cases/cl-2018-01/r2/#e Agreed",
		"2019-11-04 ../../cases/cl-2018-01/r1/#c Done",
		"2019-09-12 ../../cases/cl-2018-01/r1/#b Agreed",
		"2019-09-12 ../../cases/cl-2018-01/r3/#f Declined",
		"2019-07-10 ../../cases/cl-2018-01/r1/#a Being considered",
		"2019-07-10 ../../cases/cl-2018-01/r3/#a Being considered",
	})
	same(t, "part of", v.Within, []Link{{Text: "University", Href: "../../units/university/"}})
	same(t, "studied", saidCards(v.Studied), []string{"Week six <../../cases/cl-2018-01/> |  | Economics, 2018–19 | three recommendations: one done"})
	same(t, "respond", v.Respond, Link{Text: "Respond to a recommendation", Href: "../../guide/respond/"})
}

func TestUnitThatRunsProgrammes(t *testing.T) {
	v := drawn[Unit](t, asked(t), "units/law/")
	same(t, "programmes, by title", v.Runs, []Link{{Text: "Change Lab", Href: "../../programmes/lab/"}})
}

// One of two addressees may have answered: each page has the unit's own standing.
func TestUnitHasItsOwnStanding(t *testing.T) {
	v := drawn[Unit](t, asked(t), "units/law/")
	same(t, "waiting, longest first", inboxLines(v.Groups[0]), []string{
		"7 years | since July 2019 | Record comments. | none: No response yet | also to Economics",
		"3 years | since June 2023 | Name the day. | none: No response yet | asked by two projects",
	})
	same(t, "settled", inboxLines(v.Groups[2]), []string{"2 months | to finish | Open the room early. | done: Done no evidence linked"})
	same(t, "summary", v.Summary, "Three recommendations from two projects have been addressed to this department. Two still need something from it.")
}

func TestUnitOfWhichNothingIsAsked(t *testing.T) {
	v := drawn[Unit](t, asked(t), "units/university/")
	same(t, "said", []any{v.Empty, v.Summary, len(v.Groups), len(v.Tally)}, []any{"Nothing has been asked of this university yet.", "", 0, 0})
	same(t, "parts", v.Parts, []Link{{Text: "Economics", Href: "../../units/economics/"}})
	same(t, "contact", v.Contact.Role, "Desk")
}

func TestUnitSummary(t *testing.T) {
	p := asked(t)
	recs := drawnRecs(t, p)
	check := func(n, open int, want string) {
		t.Helper()
		same(t, want, p.unitSummary("service", recs[:n], open), want)
	}
	check(0, 0, "")
	check(1, 1, "One recommendation has been addressed to this service and still needs something from it.")
	check(1, 0, "One recommendation has been addressed to this service. It is settled.")
	check(2, 2, "Two recommendations from one project have been addressed to this service. Both still need something from it.")
	check(2, 0, "Two recommendations from one project have been addressed to this service. Both are settled.")
	check(5, 5, "Five recommendations from two projects have been addressed to this service. All still need something from it.")
	check(5, 1, "Five recommendations from two projects have been addressed to this service. One still needs something from it.")
	check(5, 3, "Five recommendations from two projects have been addressed to this service. Three still need something from it.")
}

func TestPromised(t *testing.T) {
	p := asked(t)
	check := func(due, since, want string) {
		t.Helper()
		wait, note := p.promised(due, since)
		same(t, due, strings.TrimSpace(wait+" "+note), want)
	}
	check("", "2023-03-15", "since March 2023")
	check("2026-09-08", "2026-01-01", "Overdue by 2 months")
	check("2026-11-20", "2026-01-01", "On time due November 2026")
	check("2027-07-01", "2026-01-01", "On time due July 2027")
}
