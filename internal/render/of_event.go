package render

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) fillEvent(v *Entry, r site.Route, e *content.Event) {
	n := p.Node(r.Node)
	switch {
	case e.Status == "cancelled":
		v.State, v.StateClass, v.StateNote = "Cancelled", "over", "It will not take place."
	case p.Over(r.Node):
		v.State, v.StateClass, v.StateNote = "Over", "over", "It took place on "+text.Moment(e.Start)+"."
	case e.Status == "moved":
		v.State, v.StateClass, v.StateNote = "Moved", "soon", "It is now on "+text.Moment(e.Start)+"."
		if e.Was != "" {
			v.StateNote = "It was to be on " + text.Moment(e.Was) + " and is now on " + text.Moment(e.Start) + "."
		}
	}
	v.Glance = append(v.Glance, fact("When", timesOf(e.Start, e.End))...)
	v.Glance = append(v.Glance, fact("Where", e.Place)...)
	if e.Online != "" {
		v.Glance = append(v.Glance, Row{Term: "Online", Items: []Item{{Text: "Join from elsewhere", Href: e.Online}}})
	}
	v.Glance = append(v.Glance, fact("Access", e.Access)...)
	if !strings.Contains(e.Book, "://") {
		v.Glance = append(v.Glance, fact("How to come", e.Book)...)
	} else if v.StateClass != "over" {
		v.Action = Link{Text: "Book a place", Href: e.Book}
	}
	if !p.Over(r.Node) {
		v.Glance = append(v.Glance, p.calendar(r.Path, r.Node))
	}
	seen := Row{Term: "Afterwards"}
	for _, l := range []Item{{Text: "Recording", Href: e.Recording}, {Text: "Transcript", Href: e.Transcript}} {
		if l.Href != "" {
			seen.Items = append(seen.Items, l)
		}
	}
	if len(seen.Items) > 0 {
		v.Glance = append(v.Glance, seen)
	}
	v.about(p, r.Path, p.Rels(n.Doc, e.About))
}

// timesOf is when something begins and ends: "Wednesday 2 December 2026, 12:30 to 14:00". One day is said once, and a time
// of day alone stands behind "at".
func timesOf(start, end string) string {
	const day = len("2027-03-10")
	if end == "" || end == start {
		return text.Moment(start)
	}
	span := func(moment string) string { return strings.Replace(text.Moment(moment), " at ", ", ", 1) }
	switch {
	case len(end) < day || end[:day] != start[:min(day, len(start))]:
		return span(start) + " to " + span(end)
	case len(start) == day:
		return span(start) + ", until " + end[day+1:]
	case len(end) == day:
		return text.Moment(start)
	}
	return span(start) + " to " + end[day+1:]
}
