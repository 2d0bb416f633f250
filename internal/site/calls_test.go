package site

import (
	"strings"
	"testing"
)

// TestWhenACallIsOpen is a table of an opportunity's dates and what readers are told on a day.
func TestWhenACallIsOpen(t *testing.T) {
	check := func(fields, today, want string) {
		t.Helper()
		s, problems := joined(t, Config{Today: today}, "-- content/opportunities/fund.md --\n---\ntitle: Fund\npublished: 2020-01-01\ntype: fund\napply: https://u.example/\n"+
			strings.ReplaceAll(fields, "; ", "\n")+"\n---\nWords.\n")
		if problems.Failed() {
			t.Fatalf("%s: %v", fields, problems)
		}
		c := s.Call(s.OfKind("opportunity")[0])
		if got := strings.TrimSpace(c.State.Word() + " " + c.Closes + " " + c.Note); got != want {
			t.Errorf("%s on %s: %q, want %q", fields, today, got, want)
		}
	}
	check("deadline: 2027-01-22 12:00", "2026-11-20", "Open 2027-01-22 12:00")
	check("deadline: 2027-01-22 12:00", "2027-01-08", "Closing soon 2027-01-22 12:00")
	check("deadline: 2027-01-22 12:00", "2027-01-22", "Closing soon 2027-01-22 12:00")
	check("deadline: 2027-01-22 12:00", "2027-01-23", "Closed 2027-01-22 12:00")
	check("opens: 2027-02-01; deadline: 2027-03-01", "2026-11-20", "Opens later 2027-03-01")
	check("opens: 2027-02-01; deadline: 2027-03-01", "2027-02-01", "Open 2027-03-01")
	check("rolling: yes", "2026-11-20", "Open")
	check("dates: to be announced", "2026-11-20", "Not open yet")
	check("rounds:\n  2026-12-04: decisions in January\n  2027-05-07: decisions in June", "2026-11-20", "Closing soon 2026-12-04 decisions in January")
	check("rounds:\n  2026-12-04: decisions in January\n  2027-05-07: decisions in June", "2026-12-05", "Open 2027-05-07 decisions in June")
	check("rounds:\n  2026-12-04: decisions in January\n  2027-05-07: decisions in June", "2027-06-01", "Closed 2027-05-07 decisions in June")
}

// A programme is there from the academic year since which it runs, a retired classification from the day it went out of use.
func TestWhatHasNotBegun(t *testing.T) {
	const files = "-- content/programmes/panel.md --\n---\ntitle: Panel\nsince: 2022-23\n---\nIt meets.\n-- content/schemes/old.md --\n---\ntitle: Old drawers\nretired: 2021-09-01\nterms:\n  Odds: none, nobody used it\n---\n"
	for today, want := range map[string][2]bool{"2020-01-01": {false, false}, "2021-09-01": {false, true}, "2022-08-31": {false, true}, "2022-09-01": {true, true}} {
		s, _ := joined(t, Config{Today: today}, files)
		named := func(kind, title string) bool {
			for _, id := range s.OfKind(kind) {
				if s.Nodes[id].Title == title {
					return true
				}
			}
			return false
		}
		if got := [2]bool{named("programme", "Panel"), named("scheme", "Old drawers")}; got != want {
			t.Errorf("%s: programme and scheme %v, want %v", today, got, want)
		}
	}
}
