package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// listedNames is an index as text: one line for each letter.
func listedNames(groups []LetterGroup) []string {
	var out []string
	for _, g := range groups {
		var names []string
		for _, e := range g.Entries {
			name := e.Text
			switch {
			case e.See.Href != "":
				name += " → " + e.See.Text
			case e.Mark.Number != "":
				name += " (" + e.Mark.Number + ")"
			}
			if e.Note != "" {
				name += " (" + e.Note + ")"
			}
			names = append(names, name)
		}
		out = append(out, strings.TrimSpace(g.Letter+" "+g.Note)+": "+strings.Join(names, ", "))
	}
	return out
}

func TestAToZ(t *testing.T) {
	v := drawn[AToZ](t, asked(t), "a-z/")
	same(t, "pages, lists and other names; no recommendations, nothing withdrawn, nobody without a page", listedNames(v.Groups), []string{
		"A: Act on research (journey), Asked and answered, Assessment (theme)",
		"B: Bibliography",
		"C: Careers (theme), Cases, Change Lab (programme), Contact",
		"D: Data, Departments and services, Dunbar, Amara",
		"E: Economics (department), Everyone (group of students)",
		"F: Feedback (theme), Feeds and calendars, first year → UG1, Formerly filed under",
		"G: Groups of students, Guide",
		"I: intercept survey → Survey, Interviews (method)",
		"J: Journeys",
		"L: Law (department), Levels of study",
		"M: Marks (CL-2022-01), masters students → PGT, Methods",
		"O: On the ward (CL-2020-01)",
		"P: People, PGT (group of students), Principles, Programmes",
		"R: Recent changes, Requests and their history, Respond to a recommendation (guidance)",
		"S: Say it early (guidance), Say what can change (principle), Survey (method)",
		"T: Tell us the date (request), Themes, Timeline",
		"U: UG1 (level of study), University (university)",
		"W: Week six (CL-2018-01), What has been studied, and what has not",
	})
}

func TestAToZOfALargeLibrary(t *testing.T) {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, "-- content/guide/g%03d.md --\n---\ntitle: %c page %03d\npublished: 2024-01-01\n---\n", i, 'A'+rune(i/300), i)
	}
	p := preview(t, b.String())
	one, two := drawn[AToZ](t, p, "a-z/"), drawn[AToZ](t, p, "a-z/page/2/")
	same(t, "pages", []string{one.PageTitle, two.PageTitle, one.Paging.Where, two.Paging.Where}, []string{"A to Z", "A to Z, page 2", "1 to 400 of 504", "401 to 504 of 504"})
	same(t, "a letter on another page", []string{one.Letters[0].Href, one.Letters[19].Href, two.Letters[1].Href, two.Letters[19].Href},
		[]string{"#letter-a", "../a-z/page/2/#letter-t", "../../../a-z/#letter-b", "#letter-t"})
	same(t, "a letter that goes on", two.Groups[0].Note, "goes on from the page before")
}

// What a list is called in the index is what it calls itself.
func TestListsAreCalledAsTheyCallThemselves(t *testing.T) {
	for name, p := range map[string]*Pages{"small": built(t, smallLibrary), "asked": asked(t)} {
		seen := 0
		for _, l := range p.records.index() {
			if l.Node >= 0 || l.View == "crosswalk" { // the crosswalk counts its frameworks
				continue
			}
			view, err := p.View(l.Route)
			if err != nil {
				t.Fatal(err)
			}
			title := view.(interface{ frame() Frame }).frame().PageTitle
			same(t, name+" "+l.Path, l.name, title)
			seen++
		}
		if seen < 8 {
			t.Errorf("%s: only %d lists", name, seen)
		}
	}
}

func TestNamesInTheOrderOfTheLanguage(t *testing.T) {
	check := func(language string, want ...string) {
		t.Helper()
		files := "-- casebook.yaml --\nlanguage: " + language + "\n"
		for i, title := range []string{"Ngwen", "Hafan", "Gwen", "“Did anyone act?”", "Éclair", "Neb", "3 ways", "Dad", "eclair b"} {
			files += fmt.Sprintf("-- content/guide/g%d.md --\n---\ntitle: %q\npublished: 2024-01-01\n---\n", i, title)
		}
		var got []string
		for _, g := range drawn[AToZ](t, preview(t, files), "a-z/").Groups {
			for _, e := range g.Entries {
				if e.Note == "guidance" {
					got = append(got, g.Letter+" "+e.Text)
				}
			}
		}
		same(t, language, got, want)
		letters := []string{}
		for _, g := range drawn[AToZ](t, preview(t, files), "a-z/").Groups {
			if slices.Contains(letters, g.Letter) {
				t.Errorf("%s: %s stands twice", language, g.Letter)
			}
			letters = append(letters, g.Letter)
		}
	}
	check("en-GB", "0–9 3 ways", "D Dad", "D “Did anyone act?”", "E Éclair", "E eclair b", "G Gwen", "H Hafan", "N Neb", "N Ngwen")
	check("cy", "0–9 3 ways", "D Dad", "D “Did anyone act?”", "E Éclair", "E eclair b", "G Gwen", "H Hafan", "N Ngwen", "N Neb")
}
