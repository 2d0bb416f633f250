package render

import (
	"html/template"
	"testing"
)

func TestFrameworks(t *testing.T) {
	p := built(t, smallLibrary)
	check := func(path string, want Framework) {
		t.Helper()
		v := drawn[Framework](t, p, path)
		v.Frame, v.Body = Frame{}, nil
		want.Compare = Link{Text: "All frameworks side by side", Href: "../../principles/compare/"}
		want.Dates.Owner = Item{Text: "Partnership desk", Href: "../../contact/#desk"}
		same(t, path, v, want)
	}
	item := func(number, title, id, summary, cases string) FrameworkItem {
		return FrameworkItem{Number: number, Title: title, Href: "../../principles/" + id + "/", Summary: summary, Cases: cases}
	}
	check("frameworks/ours/", Framework{
		Kind: "agreement", By: "Agreed in 2021–22", Parties: []Item{{Text: "Registry", Href: "../../units/registry/"}, {Text: "The students"}},
		Groups: []FrameworkGroup{{Items: []FrameworkItem{item("1", "Say what can change", "say", "Say it early.", "2 cases"), item("2", "Name the power", "power", "", "")}}},
		Backlinks: []Backlink{{Title: "Values", Href: "../../frameworks/values/", Sentence: "See Our principles."},
			{Title: "About", Href: "../../about/", Sentence: "Kept with Our principles in mind."}},
	})
	check("frameworks/propositions/", Framework{
		Kind: "list", By: "2017",
		Groups: []FrameworkGroup{{Heading: "First", Items: []FrameworkItem{item("1", "Foster inclusion", "inclusion", "", "")}},
			{Heading: "Second", Items: []FrameworkItem{item("2", "Share power", "share", "", "")}}},
	})
	check("frameworks/stairs/", Framework{
		Kind: "scale", Groups: []FrameworkGroup{{Items: []FrameworkItem{item("1", "Actor", "actor", "", ""), item("2", "Partner", "partner", "", "")}}},
	})
	check("frameworks/values/", Framework{
		Kind: "values", Summary: "Eight and two more.", By: "Healey, 2014",
		Groups: []FrameworkGroup{{Items: []FrameworkItem{item("", "Trust", "trust", "", "1 case"), item("", "Community", "community", "", "")}}},
		References: []Reference{
			{ID: "ref-bovill2020", HTML: "Bovill, C. (2020) <cite>Co-creating</cite>."},
			{ID: "ref-healey2014", HTML: "Healey, M. (2014) <cite>Engagement</cite>."},
		},
	})
}

func TestMatrix(t *testing.T) {
	group := func(heading string, titles ...string) FrameworkGroup {
		g := FrameworkGroup{Heading: heading}
		for _, title := range titles {
			g.Items = append(g.Items, FrameworkItem{Title: title})
		}
		return g
	}
	type table struct {
		Columns []string
		Rows    []FrameworkRow
	}
	check := func(name string, axes []string, groups []FrameworkGroup, want table) {
		t.Helper()
		columns, rows := matrix(axes, groups)
		same(t, name, table{columns, rows}, want)
	}
	rows := []FrameworkRow{{"Voice", group("", "a", "b").Items}, {"Action", group("", "c", "d").Items}}
	check("a list is cut into rows", []string{"voice to action", "led by staff, led by students"}, []FrameworkGroup{group("", "a", "b", "c", "d")},
		table{[]string{"Led by staff", "Led by students"}, rows})
	check("headings are rows", []string{"emphasis", "staff; students"}, []FrameworkGroup{group("Voice", "a", "b"), group("Action", "c", "d")},
		table{[]string{"Staff", "Students"}, rows})
	check("a cell is missing", []string{"emphasis", "staff; students"}, []FrameworkGroup{group("Voice", "a", "b"), group("Action", "c")}, table{})
	check("an axis without ends", []string{"emphasis", "lead"}, []FrameworkGroup{group("", "a", "b")}, table{})
	check("one axis", []string{"staff; students"}, []FrameworkGroup{group("Voice", "a", "b")}, table{})
	check("no principles", []string{"a; b", "c; d"}, nil, table{})
}

func TestFrameworkWithTwoAxes(t *testing.T) {
	p := built(t, `
-- content/frameworks/m.md --
---
title: M
kind: matrix
axes: [voice to action, staff; students]
principles: [A, B, C, D]
---
-- content/frameworks/n.md --
---
title: N
kind: matrix
principles: [A]
---
-- content/principles/a.md --
---
title: A
---
-- content/principles/b.md --
---
title: B
---
-- content/principles/c.md --
---
title: C
---
-- content/principles/d.md --
---
title: D
---
`)
	m, n := drawn[Framework](t, p, "frameworks/m/"), drawn[Framework](t, p, "frameworks/n/")
	same(t, "a table", []any{m.Kind, len(m.Groups), m.Columns, len(m.Rows), m.Rows[1].Cells[0].Title}, []any{"matrix", 0, []string{"Staff", "Students"}, 2, "C"})
	same(t, "without axes a list", []any{n.Kind, len(n.Groups), len(n.Rows)}, []any{"list", 1, 0})
	principle := drawn[Principle](t, p, "principles/a/")
	same(t, "a principle of two", []any{principle.Framework.Text, principle.Position, principle.PartOf}, []any{"M", "One of four", []Link{{Text: "N", Href: "../../frameworks/n/"}}})
}

func TestPrinciple(t *testing.T) {
	v := drawn[Principle](t, built(t, smallLibrary), "principles/say/")
	ours := Link{Text: "Our principles", Href: "../../frameworks/ours/"}
	same(t, "trace", v.Trace, []Link{{Text: "Principles", Href: "../../principles/"}, ours})
	same(t, "where it stands", []any{v.Framework, v.Position, v.PartOf, v.CrosswalkHref}, []any{ours, "First of two", []Link(nil), "../../principles/compare/"})
	same(t, "what it asks", []template.HTML{v.AsksStaff, v.AsksStudents, v.AsksEveryone}, []template.HTML{"<ul>\n<li>Say it.</li>\n</ul>\n", "<ul>\n<li>Ask.</li>\n</ul>\n", ""})
	same(t, "a match typed on the other side", v.Matches, []Match{{
		Class: "related", Word: "Related", Title: "Trust", Href: "../../principles/trust/", Framework: Link{Text: "Values", Href: "../../frameworks/values/"}, Reason: "An early word is believed."}})
	var cases []string
	for _, c := range v.Cases {
		cases = append(cases, c.Mark.Number+" "+c.Reason)
	}
	same(t, "cases, the latest first", cases, []string{"CL-2020-01 Tutors said what was fixed.", "CL-2018-01 The dates were named at once."})
	same(t, "guidance", v.Guidance, []Card{{Title: "Before you begin", Href: "../../guide/begin/"}})
	same(t, "recommendations", []any{len(v.Requests), v.Requests[0].Text}, []any{1, "Publish the dates."})
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "first", 12: "twelfth", 13: "13th", 21: "21st", 22: "22nd", 33: "33rd", 111: "111th", 112: "112th"} {
		same(t, want, ordinal(n), want)
	}
}
