package render

import (
	"fmt"
	"strings"
	"testing"
)

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

// saidGaps are gaps as sentences.
func saidGaps(s CoverageSection) []string {
	var out []string
	for _, g := range s.Gaps {
		var names []string
		for _, l := range g.Links {
			names = append(names, l.Text)
		}
		out = append(out, strings.TrimSpace(g.Lead+": "+strings.Join(names, ", ")+" "+g.More))
	}
	return out
}

// section is a part of the page of coverage, with nothing in it when it is left out.
func coverageSection(v Coverage, id string) CoverageSection {
	for _, s := range v.Sections {
		if s.ID == id {
			return s
		}
	}
	return CoverageSection{}
}

func TestCoverage(t *testing.T) {
	v := drawn[Coverage](t, built(t, smallLibrary), "coverage/")
	principles := coverageSection(v, "principles")
	var tables []string
	for _, table := range principles.Narrow {
		tables = append(tables, table.Caption.Text+"\n"+counts(table))
	}
	same(t, "principles by framework", tables, []string{
		"Our principles\nPrinciple | Projects\nSay what can change | 2 ../principles/say/#cases\nName the power | .",
		"Propositions\nPrinciple | Projects\nFoster inclusion | .\nShare power | .",
		"Stairs\nPrinciple | Projects\nActor | .\nPartner | .",
		"Values\nPrinciple | Projects\nTrust | 1 ../principles/trust/#cases\nCommunity | .",
	})
	same(t, "principles that nobody shows", saidGaps(principles), []string{"Our principles: no project on: Name the power",
		"Propositions: no project on: Foster inclusion, Share power", "Stairs: no project on: Actor, Partner", "Values: no project on: Community"})

	places := coverageSection(v, "places")
	same(t, "places by theme: no list of both, so to the theme's", counts(places.Wide[0]), `Department or service | Assessment | Careers
Economics | 2 ../themes/assessment/#cases | .
Registry | 2 ../themes/assessment/#cases | .`)
	same(t, "places that nobody studied have no row", saidGaps(places), []string{"No project about: Law"})

	years := coverageSection(v, "years")
	same(t, "themes by year, a narrower theme under its broader one and only once", counts(years.Wide[0]), `Theme | 2022–23 | 2020–21 | 2018–19
Assessment | 1 ../themes/assessment/#y2022-23 | 1 ../themes/assessment/#y2020-21 | 1 ../themes/assessment/#y2018-19
Careers | . | . | .`)
	same(t, "years lead to their lists", years.Wide[0].Columns[0].Href, "../cases/year/2022-23/")
	same(t, "themes that nobody studied", saidGaps(years), []string{"No project on: Careers"})
	same(t, "no vocabulary, no students", coverageSection(v, "students").ID, "")
}

func TestCoverageSaysOfTheWholeAndOfThePhone(t *testing.T) {
	unit := func(id, parent string) string {
		return "-- content/units/" + id + ".md --\n---\ntitle: " + strings.ToUpper(id) + "\nparent: " + parent + "\n---\n"
	}
	files := "-- content/units/whole.md --\n---\ntitle: Whole\n---\n" + unit("a", "Whole") + unit("b", "A") + unit("c", "Whole")
	for i := range 3 {
		files += fmt.Sprintf("-- content/themes/t%d.md --\n---\ntitle: T%d\n---\n", i, i)
	}
	files += "-- content/cases/CL-2018-001.md --\n---\ntitle: One\nyear: 2018-19\npublished: 2019-06-20\nstudied: [B]\nthemes: [T0, T1, T2]\ncredits: programme\n---\n"
	v := drawn[Coverage](t, preview(t, files), "coverage/")
	same(t, "what holds all others is no gap, what holds some is", saidGaps(coverageSection(v, "places")), []string{"No project about: A, C"})
	same(t, "three themes are wider than a phone, one year is not", []bool{coverageSection(v, "places").Scrolls, coverageSection(v, "years").Scrolls}, []bool{true, false})
}

func TestCoverageOfStudents(t *testing.T) {
	s := coverageSection(drawn[Coverage](t, asked(t), "coverage/"), "students")
	same(t, "groups", counts(s.Narrow[0]), "Group | Projects\nEveryone | 1 ../groups/everyone/\nMature students | .\nPGT | 1 ../groups/pgt/")
	same(t, "nobody has studied", saidGaps(s), []string{"Groups of students: no project on: Mature students", "Levels of study: no project on: PGT"})
	same(t, "the words have a page", s.Narrow[0].Caption, Link{Text: "Groups of students", Href: "../groups/"})
	same(t, "a word without a page has no link", s.Narrow[0].Rows[1].Head, Link{Text: "Mature students"})
}

// wide is a library of more themes, units and years than its tables show, in which the first theme has most projects.
func wide() string {
	var b strings.Builder
	for i := range 90 {
		fmt.Fprintf(&b, "-- content/units/u%02d.md --\n---\ntitle: Unit %02d\n---\n-- content/themes/t%02d.md --\n---\ntitle: Theme %02d\n---\n", i, i, i, i)
	}
	for i := range 120 {
		fmt.Fprintf(&b, "-- content/cases/CL-%d-%03d.md --\n---\ntitle: Case %d\nyear: %d-%02d\npublished: %d-06-20\nstudied: [Unit %02d]\nthemes: [Theme 00, Theme %02d]\ncredits: programme\n---\n",
			1990+i%30, i+1, i, 1990+i%30, (91+i%30)%100, 1991+i%30, i%80, i%80)
	}
	return b.String()
}

func TestCoverageOfALargeLibraryIsCut(t *testing.T) {
	v := drawn[Coverage](t, preview(t, wide()), "coverage/")
	places, years := coverageSection(v, "places"), coverageSection(v, "years")
	same(t, "places", []int{len(places.Wide[0].Rows), len(places.Wide[0].Columns)}, []int{mostRows, mostColumns})
	same(t, "it says so", strings.Contains(places.Note, "Shown are the 60 most studied of 80 departments and services. Shown are the 20 most studied of 90 themes."), true)
	same(t, "years", []int{len(years.Wide[0].Rows), len(years.Wide[0].Columns)}, []int{mostRows, mostColumns})
	same(t, "the latest years", []string{years.Wide[0].Columns[0].Text, years.Wide[0].Columns[19].Text}, []string{"2019–20", "2000–01"})
	same(t, "a theme with many cases leads to where its year begins", years.Wide[0].Rows[0].Cells[0].Href+" "+years.Wide[0].Rows[0].Cells[13].Href,
		"../themes/t00/cases/#y2019-20 ../themes/t00/cases/page/2/#y2006-07")
	same(t, "gaps are cut too", saidGaps(places), []string{"No project about: Unit 80, Unit 81, Unit 82, Unit 83, Unit 84, Unit 85, Unit 86, Unit 87, Unit 88, Unit 89"})
	quiet := years.Gaps[1]
	same(t, "themes of old are quiet", []any{quiet.Lead, len(quiet.Links), quiet.More}, []any{"No project in the latest three years on", mostGaps, "and 27 more"})
}

func TestMost(t *testing.T) {
	check := func(want []int, n int, items ...int) {
		t.Helper()
		same(t, fmt.Sprint(items), most(items, n, func(i int) int { return i / 10 }), want)
	}
	check([]int{11, 30}, 2, 11, 12, 30)
	check([]int{11, 12}, 2, 11, 12)
	check([]int{30, 20}, 2, 1, 30, 20, 10)
}
