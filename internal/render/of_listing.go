package render

import (
	"strconv"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// introduced is a listing with the words of its folder's index.md, else with those given. Further pages of a list have a
// title of their own and no introduction.
func (p *Pages) introduced(r site.Route, kind, title, summary string, trace ...Link) Listing {
	d, doc := p.Intro(kind)
	var v Listing
	if d != nil {
		title, summary = d.Head.Title, d.Head.Summary
		if r.Page < 2 {
			v.Intro = p.prose(r.Path, doc, true).blocks(d.Body)
		}
	}
	v.Summary = summary
	if r.Page > 1 {
		title, v.Summary = title+", page "+strconv.Itoa(r.Page), ""
	}
	v.Frame = p.frame(r, title, summary, trace...)
	return v
}

// listTitle is what the listing of a kind is called, wherever it is named.
func (p *Pages) listTitle(name string) string {
	if d, _ := p.Intro(name); d != nil && d.Head.Title != "" {
		return d.Head.Title
	}
	kind, _ := content.KindNamed(name)
	return kind.ListTitle()
}

// listingView lists everything of one kind.
func (p *Pages) listingView(r site.Route) Listing {
	kind, _ := content.KindNamed(r.Arg)
	v := p.introduced(r, r.Arg, kind.ListTitle(), "")
	entries := p.entries(r.Arg)
	n := distinct(entries)
	if r.Arg == "case" {
		n = len(p.records.lists().cases)
		v.Groups = p.yearGroups(r.Path, onPage(p.records.lists().cases, r.Page))
		v.Filters, v.Aside = p.yearFilters(r.Path, ""), p.waysIn(r.Path)
	} else {
		v.Groups = p.entryGroups(r.Path, onPage(entries, r.Page))
	}
	v.Showing = counted(n, kind.Name, kind.Plural)
	v.Follow = p.takeAway(r.Path, r.Arg)
	switch {
	case n == 0:
		v.Showing, v.Empty, v.Follow = "", "Nothing has been published here yet.", nil
	case r.Arg == "question":
		open := 0
		for _, id := range p.OfKind("question") {
			if _, order := p.entryGroup(id); order == "0" {
				open++
			}
		}
		v.Showing = counted(open, "open question", "open questions")
		if n > open {
			v.Showing += ", " + text.Number(n-open) + " answered"
		}
	case r.Arg == "ask":
		v.Showing = counted(n, "request", "requests")
	case r.Arg == "guide":
		v.Showing = counted(n, "page", "pages")
	case r.Arg == "unit":
		v.Showing = counted(n, "department or service", "departments and services")
	}
	if r.Arg == "case" {
		v.Paging = p.paging(r.Path, kind.Folder+"/", r.Page, n)
	} else {
		v.Paging = p.paging(r.Path, kind.Folder+"/", r.Page, len(entries))
	}
	return v
}

// grouped says whether a list begins with a group under a heading.
func grouped(v Listing) Listing {
	v.Grouped = len(v.Groups) > 0 && v.Groups[0].Heading != ""
	return v
}

// distinct counts what a listing names: a theme may stand under several broader ones.
func distinct(entries []entry) int {
	seen := map[site.NodeID]bool{}
	for _, e := range entries {
		seen[e.id] = true
	}
	return len(seen)
}

// cardWithCount is a card that says how much is behind it.
func (p *Pages) cardWithCount(from string, id site.NodeID) Card {
	c := p.card(from, id)
	say := func(n int, one, many string) {
		if n > 0 {
			c.Meta = append(c.Meta, text.UpperFirst(text.Count(n, one, many)))
		}
	}
	switch p.Node(id).Kind {
	case "theme":
		if c.Summary == "" {
			c.Summary = p.Doc(id).Entity.(*content.Theme).Scope
		}
		say(len(p.Everything(id, "case")), "project", "projects")
	case "unit":
		say(len(p.records.lists().asked.ByUnit[id]), "recommendation", "recommendations")
		if len(c.Meta) == 0 {
			c.Meta = append(c.Meta, "Nothing asked yet")
		}
	case "method":
		say(len(projectsIn(p.usesOf(id))), "project", "projects")
	case "programme":
		say(len(p.records.lists().projects[id]), "project", "projects")
	case "principle":
		say(len(p.Exemplified(id, "case")), "project", "projects")
	case "journey":
		say(len(p.Steps(id)), "step", "steps")
	case "ask":
		if n := len(p.records.asks()[id].recs); n > 0 {
			c.Meta = append(c.Meta, "Asked "+times(n))
		}
	}
	return c
}

// yearFilters are the lists of cases of one year.
func (p *Pages) yearFilters(from, current string) []FilterGroup {
	known := p.records.lists()
	g := FilterGroup{Heading: "Year"}
	for _, y := range known.years {
		if l := p.yearLink(from, y); l.Href != "" {
			g.Filters = append(g.Filters, Filter{Text: l.Text, Href: l.Href, Count: strconv.Itoa(len(known.byYear[y])), Current: y == current})
		}
	}
	if len(g.Filters) < 2 && current == "" {
		return nil
	}
	return []FilterGroup{g}
}

// waysIn are the other lists that lead to cases.
func (p *Pages) waysIn(from string) []FilterGroup {
	var g FilterGroup
	for _, l := range []Link{
		{Text: "Themes", Href: "themes/"}, {Text: "Groups of students", Href: "groups/"}, {Text: "Levels of study", Href: "levels/"},
		{Text: "Subjects", Href: "subjects/"}, {Text: "Departments and services", Href: "units/"}, {Text: "Methods", Href: "methods/"},
		{Text: "Forms of partnership", Href: "forms/"}, {Text: "Students’ roles", Href: "roles/"}, {Text: p.listTitle("ask"), Href: "asks/"},
		{Text: "Formerly filed under", Href: "themes/formerly/"},
	} {
		if _, ok := p.Route(l.Href); ok && !p.nothingIn(l.Href) {
			g.Filters = append(g.Filters, Filter{Text: l.Text, Href: p.URL(from, l.Href)})
		}
	}
	if len(g.Filters) == 0 {
		return nil
	}
	return []FilterGroup{g}
}

// yearView lists the cases of one academic year.
func (p *Pages) yearView(r site.Route) Listing {
	cases := p.records.lists().byYear[r.Arg]
	title := "Cases of " + text.AcademicYear(r.Arg)
	v := Listing{
		Showing: counted(len(cases), "case", "cases"), Groups: []CardGroup{{Cards: p.cards(r.Path, onPage(cases, r.Page))}},
		Filters: p.yearFilters(r.Path, r.Arg), Paging: p.paging(r.Path, "cases/year/"+r.Arg+"/", r.Page, len(cases)),
	}
	if r.Page > 1 {
		v.Frame = p.frame(r, title+", page "+strconv.Itoa(r.Page), "", p.up(r.Path, "cases/", "Cases")...)
		return v
	}
	recs := 0
	for _, id := range cases {
		recs += len(p.RecsOf(id))
	}
	v.Summary = counted(len(cases), "project", "projects") + " and " + text.Count(recs, "recommendation", "recommendations") + "."
	v.Frame = p.frame(r, title, v.Summary, p.up(r.Path, "cases/", "Cases")...)
	return v
}
