package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

// registerPart is a part of the register as its pages show it: of one status, one unit, or one academic year. All of it has
// no title of its own.
type registerPart struct {
	list    []site.NodeID
	unit    site.NodeID // whose own standing the rows show; None for what became of it all told
	title   string
	word    string // the filter in force
	showing string // behind the count, ": agreed"
	summary string
	own     Link // the page of what the part is about
	tallied bool // its first page counts what became of the list
}

func (p *Pages) registerPart(from, arg string) registerPart {
	known := p.records.lists()
	out := registerPart{unit: site.None}
	kind, word, _ := strings.Cut(arg, "/")
	switch kind {
	case "status":
		if arg == site.AnsweredPart {
			out.list, out.title, out.word = known.asked.Answered, "Has an answer", "Has an answer"
			out.showing, out.summary = " that have an answer", "Everything that has had a response, whatever it said."
		}
		for _, b := range site.Buckets {
			if b.Slug() == word {
				out.list, out.title, out.word, out.showing = known.asked.ByStatus[b], b.Word(), b.Word(), ": "+lower(b.Word())
			}
		}
	case "unit":
		for _, id := range known.units {
			if p.UnitPart(id) == arg {
				name := p.Node(id).Title
				out.list, out.unit, out.title, out.word = known.asked.ByUnit[id], id, "Asked of "+p.unitInText(id), name
				out.summary = "Each with what " + p.unitInText(id) + " itself has answered, the latest asked first."
				out.own = Link{Text: name + ", with what has waited longest first", Href: p.URLTo(from, id)}
			}
		}
	case "year":
		out.list, out.word = known.asked.ByYear[word], text.AcademicYear(word)
		out.title = "Asked in " + out.word
		out.summary = "What the " + p.sources() + " of that academic year asked for, and what became of it."
		out.tallied = true
	default:
		out.list = known.asked.All
	}
	return out
}

// sources are what recommendations come from.
func (p *Pages) sources() string {
	if len(p.OfKind("insight")) > 0 {
		return "projects and panels"
	}
	return "projects"
}

// registerFilters are the parts of the register, of which one may be the current one.
func (p *Pages) registerFilters(from, current string) []FilterGroup {
	out := slices.Clone(p.allFilters(from))
	if current == "" {
		return out
	}
	here := p.URL(from, site.RegisterPath(current))
	for i, g := range out {
		if at := slices.IndexFunc(g.Filters, func(f Filter) bool { return f.Href == here }); at >= 0 {
			out[i].Filters = slices.Clone(g.Filters)
			out[i].Filters[at].Current = true
		}
	}
	return out
}

// allFilters are the same on each page of the register that is as deep as this one, so they are made once for each depth. A part
// without anything leads nowhere.
func (p *Pages) allFilters(from string) []FilterGroup {
	root := site.Root(from)
	if made, ok := p.records.filters.Load(root); ok {
		return made.([]FilterGroup)
	}
	known := p.records.lists()
	filter := func(f Filter, part string, n int) Filter {
		f.Count = strconv.Itoa(n)
		if n > 0 {
			f.Href = p.URL(from, site.RegisterPath(part))
		}
		return f
	}
	happened := FilterGroup{Heading: "What happened", Filters: make([]Filter, 0, len(site.Buckets)+1)}
	for _, b := range site.Buckets {
		f := Filter{Text: b.Word(), Status: Status{Class: b.Class(), Word: b.Word()}}
		happened.Filters = append(happened.Filters, filter(f, site.StatusPart(b), len(known.asked.ByStatus[b])))
	}
	answered := Filter{Text: "Has an answer"}
	happened.Filters = slices.Insert(happened.Filters, 1, filter(answered, site.AnsweredPart, len(known.asked.Answered)))
	units := FilterGroup{Heading: "Department or service", Filters: make([]Filter, 0, len(known.units))}
	for _, id := range known.units {
		units.Filters = append(units.Filters, filter(Filter{Text: p.Node(id).Title}, p.UnitPart(id), len(known.asked.ByUnit[id])))
	}
	asked := known.asked.Years()
	years := FilterGroup{Heading: "Academic year", Filters: make([]Filter, 0, len(asked))}
	for _, year := range asked {
		years.Filters = append(years.Filters, filter(Filter{Text: text.AcademicYear(year)}, site.YearPart(year), len(known.asked.ByYear[year])))
	}
	out := []FilterGroup{happened}
	for _, g := range []FilterGroup{units, years} {
		if len(g.Filters) > 0 {
			out = append(out, g)
		}
	}
	p.records.filters.Store(root, out)
	return out
}

// registerOf leads to the register's page of what is asked of a unit; Href empty when nothing is.
func (p *Pages) registerOf(from string, unit site.NodeID) Link {
	path := site.RegisterPath(p.UnitPart(unit))
	if _, ok := p.Route(path); !ok {
		return Link{}
	}
	n := len(p.records.lists().asked.ByUnit[unit])
	return Link{Text: "All " + text.Count(n, "recommendation", "recommendations") + " to " + p.unitInText(unit), Href: p.URL(from, path)}
}
