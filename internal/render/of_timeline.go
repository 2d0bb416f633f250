package render

import (
	"slices"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

const timelineTitle = "Timeline"

// A year of the timeline shows the first few of each sort and leads to the rest.
const (
	mostOfYear    = 10
	mostAnswers   = 5
	yearsForJumps = 4
)

// timelineView is what happened in each academic year, the latest first.
func (p *Pages) timelineView(r site.Route) Timeline {
	v := Timeline{Summary: "Year by year, from September to August: what was studied, what was asked, and what was answered."}
	v.Frame = p.frame(r, timelineTitle, v.Summary)
	years := p.yearRecords()
	for _, y := range years {
		out := TimelineYear{ID: "y" + y.year, Heading: text.AcademicYear(y.year)}
		lines := []TimelineLine{
			p.projectsLine(r.Path, y.year), p.panelsLine(r.Path, y.panels), p.requestsLine(r.Path, y.year), p.answersLine(r.Path, y.answers),
		}
		for _, l := range append(lines, p.guidanceLines(r.Path, y.guidance)...) {
			if l.Count.Text != "" {
				out.Lines = append(out.Lines, l)
			}
		}
		v.Years = append(v.Years, out)
		if len(years) >= yearsForJumps {
			v.Jump = append(v.Jump, Link{Text: out.Heading, Href: "#" + out.ID})
		}
	}
	return v
}

// yearRecord is what the timeline tells of an academic year beside its projects and what they asked.
type yearRecord struct {
	year     string
	panels   []site.NodeID
	answers  []site.Fact // newest first
	guidance []site.Fact
}

// yearRecords are the years in which something happened, latest first.
func (p *Pages) yearRecords() []yearRecord {
	at := map[string]int{}
	var out []yearRecord
	of := func(year string) *yearRecord {
		i, ok := at[year]
		if !ok {
			i = len(out)
			at[year] = i
			out = append(out, yearRecord{year: year})
		}
		return &out[i]
	}
	for _, year := range slices.Concat(p.records.lists().years, p.records.lists().asked.Years()) {
		of(year)
	}
	for _, id := range p.OfKind("insight") {
		if year := p.CaseOf(id).Year; year != "" {
			y := of(year)
			y.panels = append(y.panels, id)
		}
	}
	for _, f := range p.Facts() {
		year := site.AcademicYear(f.Date)
		switch {
		case year == "" || !p.OnTimeline(f):
		case f.What == site.Answered:
			y := of(year)
			y.answers = append(y.answers, f)
		default:
			y := of(year)
			y.guidance = append(y.guidance, f)
		}
	}
	slices.SortFunc(out, func(a, b yearRecord) int { return strings.Compare(b.year, a.year) })
	return out
}

func (p *Pages) projectsLine(from, year string) TimelineLine {
	cases := p.records.lists().byYear[year]
	if len(cases) == 0 {
		return TimelineLine{}
	}
	list := p.yearLink(from, year)
	out := TimelineLine{Term: "Projects", Count: Link{Text: counted(len(cases), "project", "projects"), Href: list.Href}}
	out.Entries = p.timelineEntries(from, cases)
	out.More = more(len(cases)-mostOfYear, list.Href)
	return out
}

func (p *Pages) panelsLine(from string, panels []site.NodeID) TimelineLine {
	if len(panels) == 0 {
		return TimelineLine{}
	}
	out := TimelineLine{Term: "Panel discussions", Count: Link{Text: counted(len(panels), "discussion", "discussions")}}
	out.Entries = p.timelineEntries(from, panels)
	out.More = more(len(panels)-mostOfYear, p.URL(from, "insights/"))
	return out
}

// requestsLine is what the year's projects asked for and where that stands today.
func (p *Pages) requestsLine(from, year string) TimelineLine {
	recs := p.records.lists().asked.ByYear[year]
	if len(recs) == 0 {
		return TimelineLine{}
	}
	return TimelineLine{
		Term:  "Requests made",
		Count: Link{Text: counted(len(recs), "recommendation", "recommendations"), Href: p.URL(from, site.RegisterPath(site.YearPart(year)))},
		Tally: p.tally(recs, func(site.Bucket) string { return "" }),
	}
}

// answersLine is the latest answers of a year, to projects of any year.
func (p *Pages) answersLine(from string, answers []site.Fact) TimelineLine {
	if len(answers) == 0 {
		return TimelineLine{}
	}
	out := TimelineLine{Term: "Answers given", Count: Link{Text: counted(len(answers), "answer", "answers")}}
	for _, f := range answers[:min(len(answers), mostAnswers)] {
		said := p.answered(from, f)
		e := TimelineEntry{Text: brief(said.Text), Href: said.Href, Mark: said.Mark, Status: said.Status, Note: text.LongDate(f.Date)}
		if said.Note != "" {
			e.Note = said.Note + ", " + e.Note
		}
		out.Entries = append(out.Entries, e)
	}
	out.More = more(len(answers)-mostAnswers, p.URL(from, "responses/"))
	return out
}

// guidanceLines are the guide pages that came out, and those that were reviewed. What did both in a year came out.
func (p *Pages) guidanceLines(from string, guidance []site.Fact) []TimelineLine {
	isNew := map[site.NodeID]bool{}
	for _, f := range guidance {
		isNew[f.Node] = isNew[f.Node] || f.What == site.Published
	}
	var published, reviewed []site.NodeID
	for _, f := range guidance {
		switch {
		case f.What == site.Published:
			published = append(published, f.Node)
		case !isNew[f.Node]:
			reviewed = append(reviewed, f.Node)
		}
	}
	return []TimelineLine{p.guidanceLine(from, "Guidance published", published), p.guidanceLine(from, "Guidance reviewed", reviewed)}
}

func (p *Pages) guidanceLine(from, term string, pages []site.NodeID) TimelineLine {
	if len(pages) == 0 {
		return TimelineLine{}
	}
	out := TimelineLine{Term: term, Count: Link{Text: counted(len(pages), "page", "pages")}, Entries: p.timelineEntries(from, pages)}
	out.More = more(len(pages)-mostOfYear, p.URL(from, "guide/"))
	return out
}

// timelineEntries are the first few pages of a line.
func (p *Pages) timelineEntries(from string, pages []site.NodeID) []TimelineEntry {
	var out []TimelineEntry
	for _, id := range pages[:min(len(pages), mostOfYear)] {
		n := p.Node(id)
		e := TimelineEntry{Text: n.Title, Href: p.URL(from, n.Path)}
		if n.Kind == "case" {
			e.Mark.Number = n.Number
		}
		out = append(out, e)
	}
	return out
}

// more says how many are left out, nothing when none are.
func more(n int, href string) Link {
	if n <= 0 {
		return Link{}
	}
	return Link{Text: "and " + text.Number(n) + " more", Href: href}
}
