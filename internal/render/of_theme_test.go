package render

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheme(t *testing.T) {
	p := asked(t)
	v := drawn[Theme](t, p, "themes/assessment/")
	var groups []string
	for _, g := range v.Requests {
		line := g.ID + " " + g.Heading + ":"
		for _, r := range g.Requests {
			line += " " + r.Mark.Number + "/" + r.Mark.Key
		}
		groups = append(groups, line)
	}
	same(t, "recommendations by status, narrower themes included", groups, []string{
		"no-response No response yet: CL-2022-01/r1", "agreed Agreed: CL-2018-01/r2", "done Done: CL-2022-01/r2",
		"confirmed Done and confirmed: CL-2018-01/r1", "declined Declined or stopped: CL-2018-01/r3",
	})
	same(t, "a count leads to its group", v.Tally[0], Tally{Status: Status{Class: "none", Word: "No response yet"}, Count: "1", Href: "#no-response"})
	same(t, "narrower", v.Narrower, []Link{{Text: "Feedback", Href: "../../themes/feedback/"}})
	same(t, "asks", saidCards(v.Asks), []string{"Tell us the date <../../asks/dates/> |  | Asked twice"})
	same(t, "cases by year", outlined(v.Cases), []string{"2022–23: Marks | Law, 2022–23 | two recommendations: one done, one with no response yet", "2018–19: Week six | Economics, 2018–19 | three recommendations: one done"})

	narrow := drawn[Theme](t, p, "themes/feedback/")
	same(t, "scope stands in for a summary", []any{narrow.Summary, len(narrow.Scope)}, []any{"Comments and marks.", 0})
	same(t, "broader", narrow.Broader, []Link{{Text: "Assessment", Href: "../../themes/assessment/"}})
	same(t, "formerly", said(narrow.Formerly...), "Marking <../../themes/formerly/#archive>, in the Archive")
	same(t, "guidance", saidCards(narrow.Guidance), []string{"Say it early <../../guide/say/> |"})

	none := drawn[Theme](t, p, "themes/careers/")
	none.Frame, none.Feeds = Frame{}, nil
	same(t, "nothing is filed here", none, Theme{})
}

func TestMethod(t *testing.T) {
	v := drawn[Method](t, asked(t), "methods/survey/")
	same(t, "in short", saidRows(v.Rows), []string{"People: 2 to write it"})
	same(t, "used by", v.UsedLine, "Used by two projects. The numbers they give go from 40 to 212.")
	var uses []string
	for _, u := range v.Uses {
		uses = append(uses, strings.Join([]string{u.Title, u.As, u.Year}, " | "))
	}
	same(t, "in the project's own words", uses, []string{"Marks | 40 people | 2022–23", "Week six | Intercept survey, 212 first-years | 2018–19"})
	same(t, "combined", said(v.Combined...), "Interviews <../../methods/interviews/>, in one project")
}

func TestAsk(t *testing.T) {
	v := drawn[Ask](t, asked(t), "asks/dates/")
	same(t, "line", v.Line, "Asked twice, from 2018–19 to 2022–23, of two departments and services.")
	same(t, "tally", v.Tally, []Tally{
		{Status: Status{Class: "none", Word: "No response yet"}, Count: "1", Href: "#asked"},
		{Status: Status{Class: "confirmed", Word: "Done and confirmed"}, Count: "1", Href: "#asked"},
	})
	same(t, "first time", v.Asked[0], TableRow{
		Mark: Mark{"CL-2018-01", "r1"}, Href: "../../cases/cl-2018-01/r1/", When: "2018–19", Text: "Publish the return date.", To: "Economics",
		Status: Status{Class: "confirmed", Word: "Done and confirmed"},
	})
	same(t, "best outcome", []string{v.Best.Text, v.Best.Who, v.Best.Date.ISO}, []string{"Publish the return date.", "Staff-student forum", "2020-03-04"})
	same(t, "themes", v.Themes, []Link{{Text: "Feedback", Href: "../../themes/feedback/"}})
}

func TestProgramme(t *testing.T) {
	v := drawn[Programme](t, asked(t), "programmes/lab/")
	same(t, "rows", saidRows(v.Rows), []string{"Since: 2018–19", "Who can take part: Any student.", "Run by: Law <../../units/law/>"})
	same(t, "projects", len(v.Projects), 3)
}

// A case that shows less than the full name is not among a person's works, and someone who withdrew has no page.
func TestPerson(t *testing.T) {
	p := asked(t)
	v := drawn[Person](t, p, "people/amara-dunbar/")
	same(t, "works", saidCards(v.Works), []string{"Week six <../../cases/cl-2018-01/> |  | Economics, 2018–19 | three recommendations: one done"})
	for _, path := range []string{"people/nia-bowen/", "people/jo-pell/", "people/iolo-prys/"} {
		if _, ok := p.Route(path); ok {
			t.Errorf("/%s is a page", path)
		}
	}
}

func TestTombstone(t *testing.T) {
	v := drawn[Tombstone](t, asked(t), "cases/cl-2023-04/")
	same(t, "not for search engines", v.NoIndex, true)
	same(t, "title", v.PageTitle, "CL-2023-04 was withdrawn")
	v.Frame = Frame{}
	same(t, "nothing else", v, Tombstone{
		Mark: Mark{Number: "CL-2023-04"}, Year: "2023–24", Reason: "At an author’s request", Date: Date{"2025-02-11", "11 February 2025"},
		Contact: Link{Text: "Write to data protection", Href: "mailto:dp@library.example"},
	})
}

// TestYearsWithoutAProject: gaps between a programme's first project and the last year that is over are said.
func TestYearsWithoutAProject(t *testing.T) {
	library := func(years ...string) *Pages {
		var files strings.Builder
		files.WriteString("-- content/programmes/change-lab.md --\n---\ntitle: Change Lab\nsummary: Teams.\nprefix: CL\nowners: [Law]\n---\n-- content/units/law.md --\n---\ntitle: Law\n---\n")
		for i, y := range years {
			fmt.Fprintf(&files, "-- content/cases/CL-%s-%02d.md --\n---\ntitle: Case %d\nyear: %s\npublished: %s-06-20\nstudied: [Law]\ncredits: programme\n---\n", y[:4], i+1, i, y, y[:4])
		}
		return preview(t, files.String())
	}
	for want, years := range map[string][]string{
		"":                                     {"2024-25", "2025-26"},
		"No project is published for 2025–26.": {"2024-25"},
		"No project is published for 2020–21 to 2022–23 and 2025–26.": {"2019-20", "2023-24", "2024-25"},
	} {
		same(t, want, drawn[Programme](t, library(years...), "programmes/change-lab/").Without, want)
	}
}
