package render

import (
	"slices"
	"strconv"

	"casebook/internal/site"
	"casebook/internal/text"
)

// registerView lists the recommendations of the whole site, or a part of them (Arg).
func (p *Pages) registerView(r site.Route) Register {
	part := p.registerPart(r.Path, r.Arg)
	words := p.introduced(r, "response", p.registerTitle(), "Everything that students have recommended, and what became of it.")
	v := Register{
		Frame: words.Frame, Summary: words.Summary, Body: words.Intro, Filters: p.registerFilters(r.Path, r.Arg),
		Showing: counted(len(part.list), "recommendation", "recommendations") + part.showing,
		Paging:  p.paging(r.Path, site.RegisterPath(r.Arg), r.Page, len(part.list)),
	}
	switch {
	case r.Arg != "":
		title := part.title
		if r.Page > 1 {
			title += ", page " + strconv.Itoa(r.Page)
		}
		v.Frame = p.frame(r, title, v.Showing+".", p.up(r.Path, "responses/", p.registerTitle())...)
		if part.showing != "" {
			v.Title = title + ", recommendations – " + p.Settings.Title // a status alone says too little
		}
		v.Summary, v.Body = "", nil
		v.Applied = []Link{{Text: part.word, Href: p.URL(r.Path, "responses/")}}
		if r.Page < 2 {
			v.Summary, v.Own = part.summary, part.own
		}
		if r.Page < 2 && part.tallied {
			v.Record.Tally = p.tally(part.list, func(site.Bucket) string { return "" })
		}
	case r.Page < 2:
		v.Record = p.record(r.Path)
	}
	v.Downloads = p.takeAway(r.Path, "response")
	if len(part.list) == 0 {
		v.Showing, v.Empty = "", "No recommendation stands here at present."
	}
	shown := onPage(part.list, r.Page)
	v.Rows = make([]RegisterRow, 0, len(shown))
	for _, id := range shown {
		v.Rows = append(v.Rows, p.registerRow(r.Path, id, part.unit))
	}
	return v
}

// registerTitle is what the register is called, whichever page of it is asked for.
func (p *Pages) registerTitle() string {
	if d, _ := p.Intro("response"); d != nil {
		return d.Head.Title
	}
	return "Asked and answered"
}

// registerRow is a recommendation and what became of it: with a unit, what that unit made of it.
func (p *Pages) registerRow(from string, id, unit site.NodeID) RegisterRow {
	n, rec := p.Node(id), p.Rec(id)
	row := RegisterRow{
		Text: n.Title, Href: p.URLTo(from, id), Mark: Mark{Number: n.Number, Key: n.Key},
		To: p.links(from, rec.For), Year: text.AcademicYear(p.CaseOf(id).Year),
	}
	if unit == site.None {
		row.Status, row.Since = p.statusOf(rec), p.since(rec)
		return row
	}
	row.Status = p.unitStatus(id, unit)
	if own := p.UnitStanding(id, unit); own.Decision != "" {
		row.Since = "since " + text.MonthYear(own.Since)
	} else {
		row.Since = askedAgo(rec.Asked, p.Today)
	}
	return row
}

// record is the figures of the library: each count leads to the list of what it counts, if there is one.
func (p *Pages) record(from string) Record {
	known := p.records.lists()
	answered := len(known.asked.All) - len(known.asked.ByStatus[site.NoResponse])
	done, confirmed := len(known.asked.ByStatus[site.Done]), len(known.asked.ByStatus[site.Confirmed])
	out := Record{Span: p.spanOfYears()}
	add := func(n int, one, many, to string) {
		c := Count{Number: text.Number(n), Words: many}
		if n == 1 {
			c.Words = one
		}
		if n <= 20 {
			c.Number = strconv.Itoa(n)
		}
		if _, ok := p.Route(to); ok && to != "" {
			c.Href = p.URL(from, to)
		}
		out.Counts = append(out.Counts, c)
	}
	if len(known.cases) > 0 {
		add(len(known.cases), "project", "projects", "cases/")
	}
	if len(known.asked.All) == 0 {
		return out
	}
	add(len(known.asked.All), "recommendation", "recommendations", "responses/")
	add(answered, "has an answer", "have an answer", site.RegisterPath(site.AnsweredPart))
	add(done, "done", "done", site.RegisterPath(site.StatusPart(site.Done)))
	if confirmed > 0 {
		add(confirmed, "done, and confirmed by students", "done, and confirmed by students", site.RegisterPath(site.StatusPart(site.Confirmed)))
	}
	out.Tally = p.tally(known.asked.All, p.statusHref(from))
	out.Bar = bar(out.Tally)
	return out
}

// spanOfYears is "Seven years, 2018–19 to 2024–25": those of the projects and of every recommendation, a panel's too.
func (p *Pages) spanOfYears() string {
	known := p.records.lists()
	years := slices.Clone(known.years)
	for _, id := range known.asked.All {
		if year := p.CaseOf(id).Year; year != "" && !slices.Contains(years, year) {
			years = append(years, year)
		}
	}
	if len(years) == 0 {
		return ""
	}
	first, last := slices.Min(years), slices.Max(years)
	if first == last {
		return text.AcademicYear(first)
	}
	between := text.AcademicYear(first) + " to " + text.AcademicYear(last)
	if n := yearsBetween(first, last); n > 1 {
		return text.UpperFirst(text.Number(n)) + " years, " + between
	}
	return between
}
