package render

import (
	"strings"
	"testing"
)

func TestCrosswalk(t *testing.T) {
	v := drawn[Crosswalk](t, built(t, smallLibrary), "principles/compare/")
	same(t, "title", v.PageTitle, "Three frameworks side by side")
	same(t, "key of the kinds that are used", v.Key, []MatchKind{{"broader", "Broader", "takes ours in, and more"}, {"related", "Related", "worth reading together"}})
	same(t, "columns: the agreement, then the others by year, without the scale", v.Columns, []CrossColumn{
		{Title: "Our principles", Href: "../../frameworks/ours/", Note: "Registry and The students, 2021–22. Agreement of two."},
		{Title: "Values", Href: "../../frameworks/values/", Note: "Healey, 2014. Two values."},
		{Title: "Propositions", Href: "../../frameworks/propositions/", Note: "2017. List of two."},
	})
	same(t, "rows", v.Rows, []CrossRow{
		{Title: "Say what can change", Href: "../../principles/say/", Note: "2 cases", Cells: []CrossCell{
			{Matches: []Match{{Class: "related", Word: "Related", Title: "Trust", Href: "../../principles/trust/", Reason: "An early word is believed."}}}, {}}},
		{Title: "Name the power", Href: "../../principles/power/", Note: "no cases yet", Cells: []CrossCell{
			{}, {Matches: []Match{{Class: "broader", Word: "Broader", Title: "Share power", Href: "../../principles/share/", Reason: "Naming comes first."}}}}},
	})
	same(t, "rest", v.Rest, []CrossRest{
		{Links: []Link{{Text: "Community", Href: "../../principles/community/"}}},
		{Links: []Link{{Text: "Foster inclusion", Href: "../../principles/inclusion/"}}},
	})
	same(t, "rest is ours", v.RestLabel, "Nothing of ours yet")
}

// counts is a table of counts as text: one line for each row, gaps as dots.
func counts(t CountTable) string {
	heads := []string{t.Corner}
	for _, c := range t.Columns {
		heads = append(heads, c.Text)
	}
	lines := []string{strings.Join(heads, " | ")}
	for _, r := range t.Rows {
		cells := []string{r.Head.Text}
		for _, c := range r.Cells {
			if c.Count == "" {
				c.Count = "."
			}
			cells = append(cells, strings.TrimSpace(c.Count+" "+c.Href))
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return strings.Join(lines, "\n")
}

func TestCountTables(t *testing.T) {
	v := drawn[Crosswalk](t, built(t, smallLibrary), "principles/compare/")
	if len(v.Tables) != 2 {
		t.Fatalf("%d tables", len(v.Tables))
	}
	const how = "A project counts once under each of its themes, narrower themes included. Where it says none, nobody has looked yet."
	same(t, "themes by year, a narrower theme under its broader one and only once", counts(v.Tables[0]), `Theme | 2018–19 | 2020–21 | 2022–23
Assessment | 1 ../../themes/assessment/ | 1 ../../themes/assessment/ | 1 ../../themes/assessment/
Careers | . | . | .`)
	same(t, "years lead to their lists", v.Tables[0].Columns[0].Href, "../../cases/year/2018-19/")
	same(t, "gaps are named", v.Tables[0].Note, how+" No project yet on Careers.")
	same(t, "themes by unit, without units that nobody studied", counts(v.Tables[1]), `Theme | Economics | Registry
Assessment | 2 ../../units/economics/ | 2 ../../units/registry/
Careers | . | .`)
	same(t, "they are named", v.Tables[1].Note, how+" No project yet in Law.")
}

func TestCrosswalkOfOneColumnHasNoTable(t *testing.T) {
	v := drawn[Crosswalk](t, built(t, `
-- content/frameworks/list.md --
---
title: List
kind: list
principles: [A]
---
-- content/frameworks/stairs.md --
---
title: Stairs
kind: scale
principles: [B]
---
-- content/principles/a.md --
---
title: A
---
-- content/principles/b.md --
---
title: B
---
`), "principles/compare/")
	same(t, "view", []any{v.PageTitle, len(v.Columns), len(v.Rows), len(v.Tables)}, []any{"Frameworks side by side", 0, 0, 0})
}

func TestCrosswalkTakesAMatchedScaleAndASharedPrinciple(t *testing.T) {
	v := drawn[Crosswalk](t, built(t, `
-- content/frameworks/a-list.md --
---
title: List
kind: list
principles: [A, C]
---
-- content/frameworks/stairs.md --
---
title: Stairs
kind: scale
principles: [B, C]
---
-- content/principles/a.md --
---
title: A
matches:
  B: narrower, it is one step
---
-- content/principles/b.md --
---
title: B
---
-- content/principles/c.md --
---
title: C
---
`), "principles/compare/")
	same(t, "columns", v.Columns, []CrossColumn{{"List", "../../frameworks/a-list/", "List of two."}, {"Stairs", "../../frameworks/stairs/", "Scale of two steps."}})
	same(t, "key", v.Key, []MatchKind{{"exact", "Exact", "the same idea"}, {"narrower", "Narrower", "a part of it"}})
	same(t, "a principle of both", v.Rows[1].Cells, []CrossCell{{Matches: []Match{{Class: "exact", Word: "Exact", Title: "C", Href: "../../principles/c/", Reason: "It is part of both."}}}})
	same(t, "nothing is left", []any{len(v.Rest), v.RestLabel}, []any{0, ""})
}
