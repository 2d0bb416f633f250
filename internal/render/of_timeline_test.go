package render

import (
	"strings"
	"testing"
)

// happened is a timeline as text.
func happened(v Timeline) []string {
	var out []string
	for _, y := range v.Years {
		out = append(out, y.Heading)
		for _, l := range y.Lines {
			line := "  " + l.Term + ": " + l.Count.Text
			if l.Count.Href != "" {
				line += " <" + l.Count.Href + ">"
			}
			for _, tally := range l.Tally {
				line += "; " + tally.Status.Word + " " + tally.Count
			}
			out = append(out, line)
			for _, e := range l.Entries {
				out = append(out, strings.TrimRight("    "+strings.TrimSpace(e.Status.Word+" "+e.Text)+" | "+e.Mark.Number+e.Mark.Key+" | "+e.Note, " |"))
			}
			if l.More.Text != "" {
				out = append(out, "    "+l.More.Text)
			}
		}
	}
	return out
}

func TestTimeline(t *testing.T) {
	v := drawn[Timeline](t, asked(t), "timeline/")
	same(t, "years", happened(v), []string{
		"2023–24",
		"  Answers given: One answer",
		"    Done Open the room early | CL-2022-01r2 | Law, 1 September 2023",
		"  Guidance published: Two pages",
		"    Respond to a recommendation",
		"    Say it early",
		"2022–23",
		"  Projects: One project <../cases/year/2022-23/>",
		"    Marks | CL-2022-01",
		"  Requests made: Two recommendations <../responses/year/2022-23/>; No response yet 1; Done 1",
		"2020–21",
		"  Projects: One project <../cases/year/2020-21/>",
		"    On the ward | CL-2020-01",
		"  Answers given: One answer",
		"    Agreed Record comments | CL-2018-01r2 | Economics, 12 September 2020",
		"2019–20",
		"  Answers given: Four answers",
		"    Done and confirmed Publish the return date | CL-2018-01r1 | Staff-student forum, 4 March 2020",
		"    Done Publish the return date | CL-2018-01r1 | Economics, 4 November 2019",
		"    Agreed Publish the return date | CL-2018-01r1 | Economics, 12 September 2019",
		"    Declined Move three deadlines | CL-2018-01r3 | Economics, 12 September 2019",
		"2018–19",
		"  Projects: One project <../cases/year/2018-19/>",
		"    Week six | CL-2018-01",
		"  Requests made: Three recommendations <../responses/year/2018-19/>; Agreed 1; Done and confirmed 1; Declined or stopped 1",
		"  Answers given: One answer",
		"    Being considered Publish the return date | CL-2018-01r1 | Economics, with one more recommendation, 10 July 2019",
	})
	same(t, "ways to the years", v.Jump[0], Link{Text: "2023–24", Href: "#y2023-24"})
	same(t, "an answer leads to its words", v.Years[0].Lines[0].Entries[0].Href, "../cases/cl-2022-01/r2/#g")
}

func TestTimelineOfALargeYear(t *testing.T) {
	v := drawn[Timeline](t, preview(t, crowded(120)), "timeline/")
	l := v.Years[0].Lines[0]
	same(t, "the first few", []any{l.Count.Text, len(l.Entries), l.More}, []any{"120 projects", mostOfYear, Link{Text: "and 110 more", Href: "../cases/year/2018-19/"}})
	same(t, "few years need no way to them", len(v.Jump), 0)
}

func TestGuidanceOnTheTimeline(t *testing.T) {
	guide := func(name, dates string) string {
		return "-- content/guide/" + name + ".md --\n---\ntitle: " + name + "\n" + dates + "\n---\n"
	}
	v := drawn[Timeline](t, preview(t, guide("old", "published: 2019")+guide("new", "published: 2024-10-01\nreviewed: 2025-03-01")+
		guide("kept", "published: 2023-09-01\nreviewed: 2024-09-01")+guide("ahead", "published: 2023-10-01\nreviewed: 2027-09-01")), "timeline/")
	same(t, "a year alone has no place, a new page is not reviewed as well, what is to come has not happened", happened(v), []string{
		"2024–25",
		"  Guidance published: One page", "    new",
		"  Guidance reviewed: One page", "    kept",
		"2023–24",
		"  Guidance published: Two pages", "    ahead", "    kept",
	})
}
