package render

import "testing"

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
	same(t, "the counts have a page of their own", v.Coverage, Link{Text: "What has been studied, and what has not", Href: "../../coverage/"})
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
	same(t, "view", []any{v.PageTitle, len(v.Columns), len(v.Rows), v.Coverage.Href}, []any{"Frameworks side by side", 0, 0, ""})
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
