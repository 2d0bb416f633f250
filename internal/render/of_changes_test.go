package render

import (
	"fmt"
	"strings"
	"testing"
)

// changed are the facts of a list of changes in one line each.
func changed(v Changes) []string {
	var out []string
	for _, m := range v.Months {
		out = append(out, m.Heading)
		for _, f := range m.Facts {
			out = append(out, strings.TrimRight("  "+f.Date.Text+": "+strings.TrimSpace(f.What+saidHow(f.Status))+" | "+f.Text+" | "+f.Mark.Number+f.Mark.Key+" | "+f.Note, " |"))
		}
	}
	return out
}

func saidHow(s Status) string { return strings.TrimSpace(s.Word + " " + s.How) }

func TestChanges(t *testing.T) {
	p := preview(t, askedLibrary+`
-- content/guide/pay.md --
---
title: Pay
published: 2023-09-01
reviewed: 2026-09-02
changes:
  2026-10-05: new pay rate
  2027-01-01: not yet
---
-- content/pages/about.md --
---
title: About
published: 2022
changes:
  2026-10-05: a word
---
-- content/guide/both.md --
---
title: Both
published: 2023-06-01
reviewed: 2026-10-04
changes:
  2026-10-04: a table
---
-- content/guide/once.md --
---
title: Once
published: 2026-09-03
reviewed: 2026-09-03
---
-- content/guide/retired.md --
---
title: Retired
published: 2026-09-03
status: archived
---
-- content/responses/h.md --
---
to: [CL-2018-01/r2, CL-2018-01/r1]
date: 2026-10-05
by: Law
decision: used-elsewhere
---
We use it.
`)
	v := drawn[Changes](t, p, "changes/")
	same(t, "newest first, without what is to come, what is not listed, and a review on the day of a change", changed(v)[:15], []string{
		"October 2026",
		"  5 October: Used elsewhere | Publish the return date. | CL-2018-01r1 | Law, with one more recommendation",
		"  5 October: Changed | About |  | a word",
		"  5 October: Changed | Pay |  | new pay rate",
		"  4 October: Changed | Both |  | a table",
		"September 2026",
		"  3 September: New guidance | Once",
		"  2 September: Reviewed | Pay",
		"January 2024",
		"  1 January: New guidance | Respond to a recommendation",
		"  1 January: New guidance | Say it early",
		"September 2023",
		"  1 September: Done no evidence linked | Open the room early. | CL-2022-01r2 | Law",
		"  1 September: New guidance | Pay",
		"June 2023",
	})
	same(t, "further back", v.More, []Link{{Text: "Timeline", Href: "../timeline/"}, {Text: "Asked and answered", Href: "../responses/"}})
	same(t, "machines read the whole date", v.Months[0].Facts[0].Date, Date{ISO: "2026-10-05", Text: "5 October"})
}

func TestTheLastHundredChanges(t *testing.T) {
	var b strings.Builder
	for i := range 130 {
		fmt.Fprintf(&b, "-- content/guide/g%03d.md --\n---\ntitle: Page %d\npublished: 2024-%02d-01\n---\n", i, i, 1+i%12)
	}
	v := drawn[Changes](t, preview(t, b.String()), "changes/")
	n := 0
	for _, m := range v.Months {
		n += len(m.Facts)
	}
	same(t, "a hundred, and a word about the rest", []any{n, strings.Contains(v.Summary, "the last hundred")}, []any{100, true})
}
