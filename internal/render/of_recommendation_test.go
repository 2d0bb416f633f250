package render

import (
	"fmt"
	"html/template"
	"strings"
	"testing"

	"casebook/internal/site"
)

func replaced(s, old, new string) string { return strings.Replace(s, old, new, 1) }

// saidStations are the stations as one line, with a mark for the last one reached.
func saidStations(stations []Station) string {
	var out []string
	for _, s := range stations {
		out = append(out, map[string]string{"reached": "+", "last": ">", "ahead": "-"}[s.State]+s.Name+" "+s.Note)
	}
	return strings.Join(out, ", ")
}

// saidTrail is each entry of a trail in one line.
func saidTrail(trail []TrailEntry) []string {
	var out []string
	for _, e := range trail {
		line := strings.Join([]string{e.ID, e.Symbol, e.Word, e.How, e.Date.ISO, words(e.HTML), e.Due.ISO, said(e.Evidence...), e.Request.Text, e.Note}, "|")
		out = append(out, strings.ReplaceAll(line, "||", "|"))
	}
	return out
}

func TestRecommendation(t *testing.T) {
	p := asked(t)
	v := drawn[Recommendation](t, p, "cases/cl-2018-01/r1/")
	same(t, "trace", v.Trace, []Link{
		{Text: "Cases", Href: "../../../cases/"}, {Text: "Week six", Href: "../../../cases/cl-2018-01/"},
		{Text: "Recommendations", Href: "../../../cases/cl-2018-01/#recommendations"},
	})
	same(t, "description", v.Description, "A recommendation to Economics from Week six (CL-2018-01): done and confirmed.")
	same(t, "status", saidStatus(v.Status), "confirmed: Done and confirmed")
	same(t, "since", v.Since, "Since 4 March 2020. Asked 7 years 4 months ago.")
	same(t, "stations", saidStations(v.Stations), "+Found findings f1 and f2, +Asked 1 July 2019, +Answered 10 July 2019, +Done 4 November 2019, +Confirmed 4 March 2020")
	same(t, "findings behind it", []string{v.Because[0].Key, v.Because[0].Href, words(v.Because[0].HTML)}, []string{"f1", "../../../cases/cl-2018-01/#f1", "Late for 129."})
	same(t, "case", v.CaseNote, "212 first-years, interviews, 10.")
	same(t, "trail", saidTrail(v.Trail), []string{
		"|asked|Asked|2019-07-01|||Sent to Economics.",
		"a|considered|Being considered|Economics|2019-07-10|||",
		"b|agreed|Agreed|Economics|2019-09-12|We will do this. Every year.|2019-11-01||",
		"|dated|The promised date passed|2019-11-01|||Nothing more had been recorded by then. Noted by the library, not by Economics.",
		"c|done|Done|Economics|2019-11-04|Every guide has it.|Guides 2019 <https://u.example/g?a=1&b=2>, all of them; A letter|",
		"d|confirmed|Done and confirmed|Staff-student forum|2020-03-04|||",
		"|asked|Asked again|by another project|2023-06-20||Name the day.|",
	})
	same(t, "again", v.Again, "The same request, twice in five years")
	same(t, "the table", v.Asked, []TableRow{
		{Mark: Mark{"CL-2018-01", "r1"}, When: "2018–19, this one", To: "Economics", Status: v.Status, Current: true},
		{Mark: Mark{"CL-2022-01", "r1"}, Href: "../../../cases/cl-2022-01/r1/", When: "2022–23", To: "Law", Status: Status{Class: "none", Word: "No response yet"}},
	})
	same(t, "tied", []string{v.Repeats[0].Text, v.Repeats[0].Notes[0]}, []string{"Name the day.", "repeats this one"})
	same(t, "effort", []string{v.Effort, v.Cost}, []string{"Low: one line each.", "Cost: low, an hour."})
	same(t, "filed", saidRows(v.Filed), []string{"Themes: Feedback <../../../themes/feedback/>", "Groups: Everyone <../../../groups/everyone/>"})
	same(t, "guidance", v.Guidance, []Link{
		{Text: "Respond to a recommendation", Href: "../../../guide/respond/"}, {Text: "Say it early", Href: "../../../guide/say/"},
	})
	same(t, "used", v.Used.Href, "mailto:desk@library.example?subject=CL-2018-01%20r1")
	var siblings []string
	for _, s := range v.Siblings {
		siblings = append(siblings, s.Key+" "+s.Short+" "+s.Status.Word)
		same(t, "current", s.Current, s.Key == "r1")
	}
	same(t, "siblings", siblings, []string{"r1 Publish the return date Done and confirmed", "r2 Record comments Agreed", "r3 Move three deadlines Declined"})
}

func TestRecommendationStandings(t *testing.T) {
	p := asked(t)
	check := func(path, status, why, since, waiting, stations string) {
		t.Helper()
		v := drawn[Recommendation](t, p, path)
		same(t, path, []string{saidStatus(v.Status), v.Why, v.Since, said(v.Waiting...), saidStations(v.Stations)}, []string{status, why, since, waiting, stations})
	}
	check("cases/cl-2018-01/r2/", "agreed-part: Agreed in principle",
		"Economics: “We like the aim.” The promised date, 10 December 2021, has passed without a further response.",
		"Since 12 September 2020. Asked 7 years 4 months ago.", "Law <../../../units/law/>",
		"+Found finding f1, +Asked 1 July 2019, >Answered 12 September 2020, -Done not yet, -Confirmed by students, not yet")
	check("cases/cl-2018-01/r3/", "declined: Declined with a reason", "Economics: “It cannot be moved.”",
		"Since 12 September 2019. Asked 7 years 4 months ago.", "",
		"+Found in the project, +Asked 1 July 2019, >Answered 10 July 2019, -Done declined, -Confirmed nothing to confirm")
	check("cases/cl-2022-01/r1/", "none: No response yet", "", "Asked 3 years 5 months ago.", "",
		"+Found in the project, >Asked 20 June 2023, -Answered not yet, -Done not yet, -Confirmed by students, not yet")
	check("cases/cl-2022-01/r2/", "done: Done no evidence linked", "Law: “Doors open at nine.”", "Since 1 September 2023. Asked 3 years 5 months ago.", "",
		"+Found in the project, +Asked 20 June 2023, +Answered 1 September 2023, >Done 1 September 2023, -Confirmed by students, not yet")

	trail := saidTrail(drawn[Recommendation](t, p, "cases/cl-2018-01/r2/").Trail)
	same(t, "the library notes that the day passed", trail[len(trail)-1],
		"|dated|The promised date passed|2021-12-10|||No response has been recorded since. Noted by the library, not by Economics.")
}

// Another unit's answer leaves a promise standing: the headline is the latest answer, and the promise is said beside it.
func TestAPromiseThatIsStillOwed(t *testing.T) {
	check := func(due, why, last string) {
		t.Helper()
		p := preview(t, replaced(askedLibrary, "due: 2021-12-10\n", "due: "+due+"\n")+
			"-- content/responses/z.md --\n---\nto: CL-2018-01/r2\ndate: 2022-01-05\nby: Law\ndecision: done\n---\nWe record all.\n## Evidence\n- [Here](https://u.example/r)\n")
		v := drawn[Recommendation](t, p, "cases/cl-2018-01/r2/")
		trail := saidTrail(v.Trail)
		same(t, due, []string{saidStatus(v.Status), v.Why, trail[len(trail)-1]}, []string{"done: Done", why, last})
	}
	check("2022-06-01", "Law: “We record all.” Economics promised its part for 1 June 2022, and that day has passed.",
		"|dated|The promised date passed|2022-06-01|||No response has been recorded since. Noted by the library, not by Economics.")
	check("2030-06-01", "Law: “We record all.” Economics promised its part for 1 June 2030.", "z|done|Done|Law|2022-01-05|We record all.|Here <https://u.example/r>|")
}

// Labels and free words that goldmark does not read have a printer's apostrophes too.
func TestRecommendationInPrintersMarks(t *testing.T) {
	p := preview(t, replaced(replaced(askedLibrary, "Effort: low, one line each", "Effort: low, an hour of a tutor's time"), "by: Staff-student forum", "by: \"Staff's forum\""))
	v := drawn[Recommendation](t, p, "cases/cl-2018-01/r1/")
	same(t, "effort and who answered", []string{v.Effort, v.Trail[len(v.Trail)-2].How}, []string{"Low: an hour of a tutor’s time.", "Staff’s forum"})
}

func TestRecommendationThatIsWithdrawn(t *testing.T) {
	p := preview(t, replaced(askedLibrary, "### Record comments. {#r2}\n", "### Record comments. {#r2}\nWithdrawn: it asked too much\n"))
	same(t, "notice", drawn[Recommendation](t, p, "cases/cl-2018-01/r2/").Notice.Text, "The authors withdrew this recommendation: it asked too much.")
	same(t, "its case does not list it", len(drawn[Case](t, p, "cases/cl-2018-01/").Requests), 2)
}

func TestAskedAgo(t *testing.T) {
	check := func(asked, want string) {
		t.Helper()
		same(t, asked, askedAgo(asked, "2026-11-20"), want)
	}
	check("", "")
	check("2019", "asked in 2019")
	check("2023-07-20", "asked 3 years 4 months ago")
	check("2026-11-20", "asked today")
	check("2027-01-05", "to be sent on 5 January 2027")
}

func TestEvidence(t *testing.T) {
	check := func(list, want string) {
		t.Helper()
		same(t, list, said(evidence(template.HTML(list))...), want)
	}
	check("", "")
	check("<ul><li>A letter</li></ul>", "A letter")
	check(`<ul><li><a href="/a?x=1&amp;y=2">One &amp; all</a></li><li><a class="x" href="/b">Two</a>, a page</li></ul>`, "One & all </a?x=1&y=2>; Two </b>, a page")
	check(`<p>See <a href="/c">the <em>log</em></a> for 2019</p>`, "See the log </c> for 2019")
}

func TestEffort(t *testing.T) {
	check := func(before, typed, want string) {
		t.Helper()
		same(t, before+typed, effort(before, typed), want)
	}
	check("", "", "")
	check("Cost: ", "", "")
	check("", "medium", "Medium.")
	check("", "low, one line for each", "Low: one line for each.")
	check("Cost: ", "high, five benches.", "Cost: high, five benches.")
}

// A panel has points and a discussion where a project has findings.
func TestASuggestionSpeaksOfItsPanel(t *testing.T) {
	p := asked(t)
	found := func(kind string, because ...string) string {
		return p.stations(&site.RecState{}, because, kind)[0].Note + ", " + voiceOf(kind).Finding
	}
	same(t, "found", []string{found("insight", "p1", "p2"), found("insight", "p1"), found("insight"), found("case", "f1")},
		[]string{"points p1 and p2, Point", "point p1, Point", "in the discussion, Point", "finding f1, "})
}

// TestBrief holds that a long recommendation ends with a phrase where it has one.
func TestBrief(t *testing.T) {
	for in, want := range map[string]string{
		"Publish a log.": "Publish a log",
		"Publish a running log of each point raised, the person dealing with it and the outcome.":    "Publish a running log of each point raised…",
		"Hand each incoming representative a pack from the last one that lists what is still open.":  "Hand each incoming representative a pack from the last one…",
		"Recognise representatives’ time with pay or an entry on the transcript of their own degree": "Recognise representatives’ time with pay or an entry on the transcript…",
		"Pay, train and thank everyone without waiting for the end of the year or for a new budget":  "Pay, train and thank everyone without waiting for the end of the year…",
	} {
		same(t, in, brief(in), want)
	}
}

// TestTheOthersOfALongProject holds that of very many recommendations a page names those around it and leads to all.
func TestTheOthersOfALongProject(t *testing.T) {
	var many strings.Builder
	for i := range 1201 {
		fmt.Fprintf(&many, "### Do it. {#r%d}\n", i+1)
		if i+1 == 900 {
			many.WriteString("Withdrawn: it was done before.\n")
		}
	}
	p := preview(t, "-- content/cases/CL-2022-01.md --\n---\ntitle: Later\nyear: 2022-23\npublished: 2023-06-20\ncredits: programme\n---\n## Recommendations\n"+many.String())
	check := func(key, first, last string) {
		t.Helper()
		v := drawn[Recommendation](t, p, "cases/cl-2022-01/"+key+"/")
		n := len(v.Siblings)
		same(t, key, []string{v.Siblings[0].Key, v.Siblings[n-1].Key}, []string{first, last})
		same(t, key+": how many", n, mostSiblings)
		same(t, key+": all", v.All, Link{Text: "All 1,200 recommendations", Href: "../../../cases/cl-2022-01/#recommendations"})
	}
	check("r1", "r1", "r20")
	check("r600", "r590", "r609")
	check("r900", "r890", "r910") // withdrawn, so it is not among them
	check("r1201", "r1182", "r1201")
	few := drawn[Recommendation](t, asked(t), "cases/cl-2018-01/r1/")
	same(t, "of few", few.All, Link{})
}
