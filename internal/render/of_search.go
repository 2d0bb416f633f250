package render

import (
	"strconv"

	"casebook/internal/site"
	"casebook/internal/text"
)

// searchHref leads to the search page; it is empty when the site has none.
func (p *Pages) searchHref(from string) string {
	if _, ok := p.Route(site.SearchPath); !ok {
		return ""
	}
	return p.URL(from, site.SearchPath)
}

// questionsShown is how many open questions a search that found nothing names.
const questionsShown = 3

func (p *Pages) searchView(r site.Route) Search {
	v := Search{Frame: p.frame(r, "Search the library", "Search and browse the library by theme, student group, place, year and what happened.")}
	v.SearchHref = p.URL(r.Path, site.SearchPath)
	for _, l := range []BrowseList{p.browseThemes(r.Path), p.browseStatuses(r.Path), p.browseUnits(r.Path), p.browseYears(r.Path),
		p.browseWords(r.Path, "group", "groups/"), p.browseWords(r.Path, "method", "methods/")} {
		if len(l.Filters) > 0 {
			v.Lists = append(v.Lists, l)
		}
	}
	for _, l := range []Link{{Text: "Everything from A to Z", Href: indexPath}, {Text: "All cases", Href: "cases/"}, {Text: "All recommendations", Href: "responses/"},
		{Text: "Glossary", Href: "glossary/"}, {Text: "Bibliography", Href: "bibliography/"}} {
		if _, ok := p.Route(l.Href); ok {
			v.Everything = append(v.Everything, Link{Text: l.Text, Href: p.URL(r.Path, l.Href)})
		}
	}
	for _, id := range p.OfKind("question") {
		if _, order := p.entryGroup(id); order == "0" && len(v.Questions) < questionsShown {
			v.Questions = append(v.Questions, p.link(r.Path, id))
		}
	}
	if _, ok := p.Route("questions/"); ok && len(v.Questions) > 0 {
		v.More = Link{Text: "All open questions", Href: p.URL(r.Path, "questions/")}
	}
	v.Contact = p.help(func(path string) string { return p.URL(r.Path, path) }).Contact
	return v
}

// browse is a list with its heading, which says what is counted: the filters beside it count all that is found; the heading leads to a page of its own if the site has that.
func (p *Pages) browse(from, id, heading, path string, filters []Filter) BrowseList {
	l := BrowseList{ID: id, Heading: Link{Text: heading}, Filters: filters}
	if _, ok := p.Route(path); ok {
		l.Heading.Href = p.URL(from, path)
	}
	return l
}

func (p *Pages) browseThemes(from string) BrowseList {
	var out []Filter
	for _, id := range p.TopThemes() {
		if n := len(p.Everything(id, "case")); n > 0 {
			out = append(out, Filter{Text: p.Node(id).Title, Href: p.URLTo(from, id), Count: strconv.Itoa(n)})
		}
	}
	return p.browse(from, "by-theme", "Cases by theme", "themes/", out)
}

func (p *Pages) browseStatuses(from string) BrowseList {
	l := BrowseList{ID: "by-status"}
	if len(p.records.lists().asked.All) > 0 {
		l = p.browse(from, l.ID, "What happened to recommendations", "responses/", p.registerFilters(from, "")[0].Filters)
	}
	return l
}

func (p *Pages) browseUnits(from string) BrowseList {
	known := p.records.lists()
	var out []Filter
	for _, id := range known.units {
		out = append(out, Filter{Text: p.Node(id).Title, Href: p.URLTo(from, id), Count: strconv.Itoa(len(known.asked.ByUnit[id]))})
	}
	return p.browse(from, "by-unit", "Recommendations by department or service", "units/", out)
}

func (p *Pages) browseYears(from string) BrowseList {
	known := p.records.lists()
	var out []Filter
	for _, year := range known.years {
		out = append(out, Filter{Text: text.AcademicYear(year), Href: p.URL(from, "cases/year/"+year+"/"), Count: strconv.Itoa(len(known.byYear[year]))})
	}
	return p.browse(from, "by-year", "Cases by year", "cases/", out)
}

// browseWords lists the groups of students or the methods that cases are about or use.
func (p *Pages) browseWords(from, kind, path string) BrowseList {
	var out []Filter
	for _, id := range p.OfKind(kind) {
		n := len(p.records.words()[id].cases)
		if kind == "method" {
			n = len(projectsIn(p.usesOf(id)))
		}
		if _, ok := p.Route(p.Node(id).Path); ok && n > 0 {
			out = append(out, Filter{Text: p.Node(id).Title, Href: p.URLTo(from, id), Count: strconv.Itoa(n)})
		}
	}
	heading := "Cases by group of students"
	if kind == "method" {
		heading = "Projects by method"
	}
	return p.browse(from, "by-"+kind, heading, path, out)
}
