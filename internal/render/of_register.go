package render

import (
	"strconv"

	"casebook/internal/site"
	"casebook/internal/text"
)

// registerView lists the recommendations of the whole site, or those of one status (Arg).
func (p *Pages) registerView(r site.Route) Register {
	known := p.records.lists()
	list, base, status := known.recs, "responses/", Status{}
	for _, b := range site.Buckets {
		if r.Arg != "" && b.Slug() == r.Arg {
			list, base, status = known.byStatus[b], "responses/status/"+r.Arg+"/", Status{Class: b.Class(), Word: b.Word()}
		}
	}
	words := p.introduced(r, "response", p.registerTitle(), "Everything that students have recommended, and what became of it.")
	v := Register{
		Frame: words.Frame, Summary: words.Summary, Body: words.Intro, Filters: p.registerFilters(r.Path, r.Arg),
		Showing: counted(len(list), "recommendation", "recommendations"), Paging: p.paging(r.Path, base, r.Page, len(list)),
	}
	switch {
	case r.Arg != "":
		title := status.Word
		if r.Page > 1 {
			title += ", page " + strconv.Itoa(r.Page)
		}
		v.Frame = p.frame(r, title, counted(len(list), "recommendation", "recommendations")+": "+lower(status.Word)+".", p.up(r.Path, "responses/", p.registerTitle())...)
		v.Title = title + ", recommendations – " + p.Settings.Title
		v.Summary, v.Body = "", nil
		v.Showing = upper(text.Count(len(list), "recommendation", "recommendations")) + ": " + lower(status.Word)
		v.Applied = []Link{{Text: status.Word, Href: p.URL(r.Path, "responses/")}}
	case r.Page < 2:
		v.Record = p.record(r.Path)
	}
	if len(list) == 0 {
		v.Showing, v.Empty = "", "No recommendation stands here at present."
	}
	for _, id := range onPage(list, r.Page) {
		v.Rows = append(v.Rows, p.registerRow(r.Path, id))
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

func (p *Pages) registerRow(from string, id site.NodeID) RegisterRow {
	n, rec := p.Node(id), p.Rec(id)
	row := RegisterRow{
		Text: n.Title, Href: p.URL(from, n.Path), Mark: Mark{Number: n.Number, Key: n.Key}, Status: p.statusOf(rec),
		To: p.links(from, rec.For), Year: text.AcademicYear(p.CaseOf(id).Year), Since: p.since(rec),
	}
	if rec.Decision == "" {
		row.Since = lower(askedAgo(rec.Asked, p.Today))
	}
	return row
}

// registerFilters are links to narrower lists: by status within the register; by unit and year, the pages that have them.
func (p *Pages) registerFilters(from, current string) []FilterGroup {
	known := p.records.lists()
	happened := FilterGroup{Heading: "What happened"}
	for _, b := range site.Buckets {
		f := Filter{Text: b.Word(), Status: Status{Class: b.Class(), Word: b.Word()}, Count: strconv.Itoa(len(known.byStatus[b])), Current: b.Slug() == current}
		if len(known.byStatus[b]) > 0 {
			f.Href = p.URL(from, "responses/status/"+b.Slug()+"/")
		}
		happened.Filters = append(happened.Filters, f)
	}
	out := []FilterGroup{happened}
	units := FilterGroup{Heading: "Department or service"}
	for _, id := range known.units {
		l := p.link(from, id)
		units.Filters = append(units.Filters, Filter{Text: l.Text, Href: l.Href, Count: strconv.Itoa(known.askedOf[id])})
	}
	if len(units.Filters) > 0 {
		out = append(out, units)
	}
	years := p.yearFilters(from, "")
	for i := range years {
		years[i].Heading = "Projects of a year"
	}
	return append(out, years...)
}

// record is the figures of the library: each count leads to the list of what it counts, if there is one.
func (p *Pages) record(from string) Record {
	known := p.records.lists()
	answered := len(known.recs) - len(known.byStatus[site.NoResponse])
	done, confirmed := len(known.byStatus[site.Done]), len(known.byStatus[site.Confirmed])
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
	if len(known.recs) == 0 {
		return out
	}
	add(len(known.recs), "recommendation", "recommendations", "responses/")
	add(answered, "has an answer", "have an answer", "")
	words := "done"
	if confirmed > 0 {
		words += ", and " + text.Number(confirmed) + " more confirmed by students"
	}
	add(done, words, words, "responses/status/"+site.Done.Slug()+"/")
	out.Tally = p.tally(known.recs, p.statusHref(from))
	out.Bar = bar(out.Tally)
	return out
}

// spanOfYears is "Seven years, 2018–19 to 2024–25".
func (p *Pages) spanOfYears() string {
	years := p.records.lists().years
	if len(years) == 0 {
		return ""
	}
	first, last := years[len(years)-1], years[0]
	if first == last {
		return text.AcademicYear(first)
	}
	between := text.AcademicYear(first) + " to " + text.AcademicYear(last)
	if n := yearsBetween(first, last); n > 1 {
		return upper(text.Number(n)) + " years, " + between
	}
	return between
}
