package site

import (
	"fmt"
	"strings"
	"testing"
)

// history turns rows of "date decision [key: value]…" into response files, in an order that is not that of the dates.
func history(rows ...string) string {
	var out strings.Builder
	for i, row := range rows {
		head, rest, _ := strings.Cut(row, ";")
		date, decision, _ := strings.Cut(head, " ")
		to := "CL-2020-01/r1"
		var more strings.Builder
		for field := range strings.SplitSeq(rest, ";") {
			switch field = strings.TrimSpace(field); {
			case field == "":
			case strings.HasPrefix(field, "to: "):
				to = strings.TrimPrefix(field, "to: ")
			default:
				more.WriteString(field + "\n")
			}
		}
		fmt.Fprintf(&out, "-- content/responses/x%d.md --\n---\nto: %s\ndate: %s\ndecision: %s\n%s---\nWords.\n", 9-i, to, date, strings.TrimSpace(decision), more.String())
	}
	return out.String()
}

// standing is all that a reader is told: bucket word (how) since date, due; each unit's own; who is waited for.
func standing(s *Site, rec NodeID) string {
	r := s.Rec(rec)
	st := r.Standing()
	out := st.Word
	if st.How != "" {
		out += " (" + st.How + ")"
	}
	if r.Since != "" {
		out += " since " + r.Since
	}
	if r.Due != "" {
		out += ", due " + r.Due
	}
	for _, u := range r.Units {
		if u.Decision != "" {
			out += "; " + s.Nodes[u.Unit].Title + " " + u.Decision + " " + u.Since
		}
	}
	var waiting []string
	for _, u := range r.Waiting {
		waiting = append(waiting, s.Nodes[u].Title)
	}
	if len(waiting) > 0 {
		out += "; waiting for " + strings.Join(waiting, ", ")
	}
	return out
}

// TestWhereARecommendationStands is a table of histories and of what readers are told on a day. r1 is addressed to
// Economics, which lies inside the College; r2 to the Library and to Economics.
func TestWhereARecommendationStands(t *testing.T) {
	check := func(name, rec, today, want string, rows ...string) {
		t.Helper()
		s, _ := joined(t, Config{Today: today}, history(rows...))
		ids := s.lookup("recommendation", "CL-2020-01/"+rec)
		if len(ids) != 1 {
			t.Fatalf("%s: no recommendation %s", name, rec)
		}
		if got := standing(s, ids[0]); got != want {
			t.Errorf("%s, on %s\n got %s\nwant %s", name, today, got, want)
		}
	}
	const now = "2026-11-20"
	check("nothing", "r1", now, "No response yet; waiting for Economics")
	check("to nobody but two", "r2", now, "No response yet; waiting for The Library, Economics")
	for _, row := range []struct{ decision, want string }{
		{"received", "Being considered"},
		{"passed-on; passed_to: The Library", "Being considered (passed on)"},
		{"accepted", "Agreed"},
		{"accepted in part", "Agreed (in part)"},
		{"accepted-in-principle", "Agreed (in principle)"},
		{"started", "Under way"},
		{"done", "Done"},
		{"already-in-place", "Done (already in place)"},
		{"confirmed", "Done and confirmed"},
		{"not-confirmed", "Students say not yet"},
		{"declined", "Declined"},
		{"stopped", "Stopped"},
		{"overtaken; overtaken_by: CL-2020-01/r2", "Overtaken"},
	} {
		decision, _, _ := strings.Cut(row.decision, ";")
		check(row.decision, "r1", now, row.want+" since 2021-10-01; Economics "+strings.ReplaceAll(decision, " ", "-")+" 2021-10-01", "2021-10-01 "+row.decision)
	}

	// What is dated later is not known yet.
	path := []string{"2021-10-01 accepted; due: 2022-09-01", "2022-03-01 started", "2022-08-30 done", "2023-05-01 confirmed; by: Course reps"}
	check("the day before", "r1", "2021-09-30", "No response yet; waiting for Economics", path...)
	check("the day", "r1", "2021-10-01", "Agreed since 2021-10-01, due 2022-09-01; Economics accepted 2021-10-01", path...)
	check("a promise stands while work goes on", "r1", "2022-03-01", "Under way since 2022-03-01, due 2022-09-01; Economics started 2022-03-01", path...)
	check("a promise kept is no promise", "r1", "2022-08-30", "Done since 2022-08-30; Economics done 2022-08-30", path...)
	check("students' words count for all units", "r1", "2023-05-01", "Done and confirmed since 2023-05-01; Economics confirmed 2023-05-01", path...)
	check("written in any order", "r1", now, "Done and confirmed since 2023-05-01; Economics confirmed 2023-05-01", path[3], path[2], path[1], path[0])
	check("a promise is moved", "r1", now, "Agreed since 2022-10-01, due 2023-09-01; Economics accepted 2022-10-01", path[0], "2022-10-01 accepted; due: 2023-09-01")
	check("a promise is given up", "r1", now, "Stopped since 2022-10-01; Economics stopped 2022-10-01", path[0], "2022-10-01 stopped")
	check("students say not yet", "r1", now, "Students say not yet since 2023-05-01; Economics not-confirmed 2023-05-01", path[2], "2023-05-01 not-confirmed; by: Course reps")
	check("and a new promise follows", "r1", now, "Under way since 2023-06-01, due 2023-09-01; Economics started 2023-06-01", path[2], "2023-05-01 not-confirmed", "2023-06-01 started; due: 2023-09-01")

	// Of one day, the decision that follows from the other counts, whatever the files are called.
	check("received and done on one day", "r1", now, "Done since 2021-10-01; Economics done 2021-10-01", "2021-10-01 done", "2021-10-01 received")
	check("done and confirmed on one day", "r1", now, "Done and confirmed since 2021-10-01; Economics confirmed 2021-10-01", "2021-10-01 confirmed", "2021-10-01 done")

	// A use elsewhere is news, not an answer.
	check("used elsewhere alone", "r1", now, "No response yet; waiting for Economics", "2021-10-01 used-elsewhere; by: The Library")
	check("used elsewhere after a refusal", "r1", now, "Declined since 2021-10-01; Economics declined 2021-10-01", "2021-10-01 declined", "2022-10-01 used-elsewhere; by: The Library")

	// Each unit has its own standing.
	check("one of two answers", "r2", now, "Done since 2021-10-01; The Library done 2021-10-01; waiting for Economics", "2021-10-01 done; to: CL-2020-01/r2; by: The Library")
	check("two answers", "r2", now, "Declined since 2022-10-01; The Library done 2021-10-01; Economics declined 2022-10-01",
		"2022-10-01 declined; to: CL-2020-01/r2; by: Economics", "2021-10-01 done; to: CL-2020-01/r2; by: The Library")
	check("two answers, the second not yet known", "r2", "2022-09-30", "Done since 2021-10-01; The Library done 2021-10-01; waiting for Economics",
		"2022-10-01 declined; to: CL-2020-01/r2; by: Economics", "2021-10-01 done; to: CL-2020-01/r2; by: The Library")
	check("the unit above answers", "r2", now, "Agreed since 2021-10-01, due 2022-01-01; Economics accepted 2021-10-01; waiting for The Library", "2021-10-01 accepted; to: CL-2020-01/r2; by: College; due: 2022-01-01")
	check("one file answers two", "r2", now, "Agreed (in part) since 2021-10-01; Economics accepted-in-part 2021-10-01; waiting for The Library", "2021-10-01 accepted-in-part; to: [CL-2020-01/r1, CL-2020-01/r2]; by: Economics")
	check("one file answers two", "r1", now, "Agreed (in part) since 2021-10-01; Economics accepted-in-part 2021-10-01", "2021-10-01 accepted-in-part; to: [CL-2020-01/r1, CL-2020-01/r2]; by: Economics")
	check("one who was not asked answers", "r1", now, "Done since 2021-10-01; waiting for Economics", "2021-10-01 done; by: The Library")
	check("passed on and answered there", "r1", now, "Done since 2022-10-01; Economics passed-on 2021-10-01", "2021-10-01 passed-on; passed_to: The Library", "2022-10-01 done; by: The Library")

	// Each unit keeps its own promise. The headline is the latest decision; its day is the earliest that anyone still owes.
	const library, economics = "; to: CL-2020-01/r2; by: The Library", "; to: CL-2020-01/r2; by: Economics"
	both := []string{"2021-10-01 accepted; due: 2022-06-01" + library, "2021-11-01 accepted; due: 2022-01-01" + economics}
	check("two promises: the earlier one", "r2", now, "Agreed since 2021-11-01, due 2022-01-01; The Library accepted 2021-10-01; Economics accepted 2021-11-01", both...)
	check("one kept: the other's stands", "r2", now, "Done since 2021-12-01, due 2022-06-01; The Library accepted 2021-10-01; Economics done 2021-12-01", append(both, "2021-12-01 done"+economics)...)
	check("one given up: the other's stands", "r2", now, "Stopped since 2021-12-01, due 2022-06-01; The Library accepted 2021-10-01; Economics stopped 2021-12-01", append(both, "2021-12-01 stopped"+economics)...)
	check("both kept", "r2", now, "Done since 2022-01-05; The Library done 2022-01-05; Economics done 2021-12-01", append(both, "2021-12-01 done"+economics, "2022-01-05 done"+library)...)
	check("one moved beyond the other", "r2", now, "Agreed since 2021-12-01, due 2022-06-01; The Library accepted 2021-10-01; Economics accepted 2021-12-01", append(both, "2021-12-01 accepted; due: 2023-01-01"+economics)...)
	check("students' words settle both", "r2", now, "Students say not yet since 2022-02-01; The Library not-confirmed 2022-02-01; Economics not-confirmed 2022-02-01", append(both, "2022-02-01 not-confirmed; to: CL-2020-01/r2")...)
	check("the unit above promises, one below keeps it", "r2", now, "Done since 2021-11-01; Economics done 2021-11-01; waiting for The Library", "2021-10-01 accepted; to: CL-2020-01/r2; by: College; due: 2022-01-01", "2021-11-01 done"+economics)
	check("a promise of where it was passed on", "r1", now, "Agreed since 2021-11-01, due 2022-01-01; Economics passed-on 2021-10-01", "2021-10-01 passed-on; passed_to: The Library", "2021-11-01 accepted; by: The Library; due: 2022-01-01")
	check("kept there", "r1", now, "Done since 2021-12-01; Economics passed-on 2021-10-01", "2021-10-01 passed-on; passed_to: The Library", "2021-11-01 accepted; by: The Library; due: 2022-01-01", "2021-12-01 done; by: The Library")
	check("still owed there when the unit asked is done", "r1", now, "Done since 2021-12-01, due 2022-01-01; Economics done 2021-12-01", "2021-11-01 accepted; by: The Library; due: 2022-01-01", "2021-12-01 done; by: Economics")
	check("a day typed beside done is no promise", "r1", now, "Done since 2021-10-01; Economics done 2021-10-01", "2021-10-01 done; due: 2022-01-01")

	// What is not public is not there.
	check("a draft", "r1", now, "No response yet; waiting for Economics", "2021-10-01 done; status: draft")
	check("a withdrawn response", "r1", now, "Agreed since 2021-01-01; Economics accepted 2021-01-01", "2021-10-01 done; status: withdrawn", "2021-01-01 accepted")
}

// TestAChildAnswersForTheUnitAbove is the other direction: the request went to the College, a department of it answers.
func TestAChildAnswersForTheUnitAbove(t *testing.T) {
	s, problems := joined(t, Config{}, `
-- content/cases/CL-2021-01.md --
---
title: Later comments
summary: Later still.
year: 2021-22
published: 2022-06-20
studied: [College]
credits: programme
---
## Recommendations
### Publish more. {#r1}
`+history("2022-10-01 accepted; to: CL-2021-01/r1; by: Economics; due: 2023-01-01"))
	if got := said(problems); len(got) > 0 {
		t.Error(got)
	}
	want := "Agreed since 2022-10-01, due 2023-01-01; College accepted 2022-10-01"
	if got := standing(s, s.Called("recommendation", "CL-2021-01/r1")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAnswersToNobody holds that a recommendation whose units are misspelt keeps its answers.
func TestAnswersToNobody(t *testing.T) {
	s, _ := joined(t, Config{}, "-- content/cases/CL-2020-01.md --\n---\ntitle: Late comments\nsummary: S.\nyear: 2020-21\npublished: 2021-06-20\nstudied: [Nowhere]\ncredits: programme\n---\n## Recommendations\n### Publish the dates. {#r1}\n"+
		history("2021-10-01 confirmed; by: Course reps", "2021-11-01 accepted; by: The Library; due: 2022-01-01", "2021-12-01 not-confirmed; by: Course reps", "2021-12-02 started; by: Economics; due: 2023-01-01"))
	if got, want := standing(s, s.Called("recommendation", "CL-2020-01/r1")), "Under way since 2021-12-02, due 2023-01-01"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAUnitsOwnPromise holds that one unit's answer leaves another's promise as it was.
func TestAUnitsOwnPromise(t *testing.T) {
	s, _ := joined(t, Config{}, history("2021-10-01 accepted; to: CL-2020-01/r2; by: The Library; due: 2022-01-01", "2021-11-01 done; to: CL-2020-01/r2; by: Economics"))
	rec := s.Called("recommendation", "CL-2020-01/r2")
	check := func(unit, due, decision string) {
		t.Helper()
		id := s.Called("unit", unit)
		if got := s.UnitDue(rec, id); got != due {
			t.Errorf("%s: due %q, want %q", unit, got, due)
		}
		a, ok := s.UnitAnswer(rec, id)
		if got := s.UnitStanding(rec, id).Decision; got != decision || ok != (decision != "") || a.Decision != decision {
			t.Errorf("%s: %q and %q, want %q", unit, got, a.Decision, decision)
		}
	}
	check("The Library", "2022-01-01", "accepted")
	check("Economics", "", "done")
}

// TestPromisedDaysThatPassed holds that a day which passed stays on record, whenever the promise was kept, given up or
// renewed, and that none is noted when that happened by the day.
func TestPromisedDaysThatPassed(t *testing.T) {
	check := func(name, today, want string, rows ...string) {
		t.Helper()
		s, _ := joined(t, Config{Today: today}, history(rows...))
		var got []string
		for _, m := range s.Rec(s.Called("recommendation", "CL-2020-01/r2")).Missed {
			line := m.Due
			for _, u := range m.By {
				line += " " + s.Nodes[u].Title
			}
			got = append(got, line)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s, on %s\n got %s\nwant %s", name, today, got, want)
		}
	}
	row := func(date, decision, by, due string) string {
		out := date + " " + decision + "; to: CL-2020-01/r2; by: " + by
		if due != "" {
			out += "; due: " + due
		}
		return out
	}
	const now = "2026-11-20"
	promised := row("2021-10-01", "accepted", "The Library", "2022-01-01")
	check("on the day", "2022-01-01", "", promised)
	check("the day after", "2022-01-02", "2022-01-01 The Library", promised)
	check("kept on the day", now, "", promised, row("2022-01-01", "done", "The Library", ""))
	check("kept late", now, "2022-01-01 The Library", promised, row("2024-11-12", "done", "The Library", ""))
	check("given up late", now, "2022-01-01 The Library", promised, row("2022-01-03", "declined", "The Library", ""))
	check("renewed in time", now, "", promised, row("2021-12-01", "started", "The Library", "2030-01-01"))
	check("renewed late, twice", now, "2022-01-01 The Library, 2023-01-01 The Library", promised,
		row("2022-02-01", "started", "The Library", "2023-01-01"), row("2023-02-01", "started", "The Library", "2030-01-01"))
	check("an answer that leaves it open", now, "2022-01-01 The Library", promised, row("2021-12-01", "accepted-in-part", "The Library", ""))
	check("kept by another unit", now, "2022-01-01 The Library", promised, row("2021-11-01", "done", "Economics", ""))
	check("promised by two for one day", now, "2022-01-01 The Library Economics", promised, row("2021-11-01", "accepted", "Economics", "2022-01-01"))
	check("not yet known on the day of the build", "2023-01-01", "2022-01-01 The Library", promised, row("2024-11-12", "done", "The Library", ""))
}

// TestWhatCountsAsAsked holds from which day a request is counted, and of whom.
func TestWhatCountsAsAsked(t *testing.T) {
	s, _ := joined(t, Config{}, `
-- content/cases/CL-2021-01.md --
---
title: Later comments
summary: Later still.
year: 2021-22
published: 2022-06-20
sent: 2022-07-01
studied: [Economics, The Library]
credits: programme
---
## Recommendations
### Publish more. {#r1}
### Publish less. {#r2}
For: College
`)
	check := func(rec, asked string, units ...string) {
		t.Helper()
		r := s.Rec(s.Called("recommendation", rec))
		var got []string
		for _, u := range r.For {
			got = append(got, s.Nodes[u].Title)
		}
		if r.Asked != asked || strings.Join(got, "; ") != strings.Join(units, "; ") {
			t.Errorf("%s: asked %s of %q, want %s of %q", rec, r.Asked, got, asked, units)
		}
	}
	check("CL-2020-01/r1", "2021-06-20", "Economics")
	check("CL-2021-01/r1", "2022-07-01", "Economics", "The Library")
	check("CL-2021-01/r2", "2022-07-01", "College")
}
