package render

import (
	"slices"
	"strconv"

	"casebook/internal/site"
	"casebook/internal/text"
)

// howCounted stands above both tables of themes.
const howCounted = "A project counts once under each of its themes, narrower themes included."

// coverYears is in how many of the latest years a theme had no project when it is said to be quiet.
const coverYears = 3

// placesCovered are the places studied by theme. A count leads to the project that it counts, or, as there is no list of
// both, to the theme's projects. Places that nobody
// has studied have no row: they are named.
func (p *Pages) placesCovered(from string) CoverageSection {
	out := CoverageSection{ID: "places", Heading: "Departments and services by theme", Note: "How many projects there are about each place, by theme. " + howCounted}
	type pair struct{ theme, unit site.NodeID }
	counts := map[pair]int{}
	only := map[pair]site.NodeID{} // the last case counted: of one, the one
	inUnit := map[site.NodeID]int{}
	for _, id := range p.records.lists().cases {
		for _, u := range p.studiedIn(id) {
			inUnit[u]++
		}
	}
	themes := p.TopThemes()
	inTheme := map[site.NodeID]int{}
	for _, t := range themes {
		cases := p.records.themes()[t]
		inTheme[t] = len(cases)
		for _, id := range cases {
			for _, u := range p.studiedIn(id) {
				counts[pair{t, u}]++
				only[pair{t, u}] = id
			}
		}
	}
	units := slices.Clone(p.OfKind("unit"))
	p.ByTitle(units)
	var rows, gaps []site.NodeID
	for _, u := range units {
		if inUnit[u] > 0 {
			rows = append(rows, u)
		} else if !p.Whole(u) {
			gaps = append(gaps, u)
		}
	}
	if len(rows) == 0 || len(themes) == 0 {
		return out
	}
	all, allThemes := len(rows), len(themes)
	rows = most(rows, mostRows, func(u site.NodeID) int { return inUnit[u] })
	themes = most(themes, mostColumns, func(t site.NodeID) int { return inTheme[t] })
	out.Note += cut(len(rows), all, "departments and services") + cut(len(themes), allThemes, "themes")
	t := CountTable{Caption: Link{Text: "Projects about each department and service, by theme"}, Corner: "Department or service", Columns: p.links(from, themes)}
	for _, u := range rows {
		row := CountRow{Head: p.link(from, u)}
		for _, theme := range themes {
			n, href := counts[pair{theme, u}], ""
			switch {
			case n == 1:
				href = p.link(from, only[pair{theme, u}]).Href
			case n > 1:
				href = p.URL(from, p.Node(theme).Path+"#cases")
			}
			row.Cells = append(row.Cells, countCell(n, href))
		}
		t.Rows = append(t.Rows, row)
	}
	out.Wide = []CountTable{t}
	out.Gaps = p.gap(from, "No project about", gaps)
	return out
}

// studiedIn are the places that a project is about, each once.
func (p *Pages) studiedIn(id site.NodeID) []site.NodeID {
	var out []site.NodeID
	for _, u := range p.Rels(p.Node(id).Doc, p.CaseOf(id).Studied) {
		if !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	return out
}

// cut says what a table leaves out.
func cut(shown, all int, things string) string {
	if shown == all {
		return ""
	}
	return " Shown are the " + strconv.Itoa(shown) + " most studied of " + strconv.Itoa(all) + " " + things + "."
}

// yearsCovered are the themes by academic year, the latest first. Each count leads to the theme's projects of that year.
func (p *Pages) yearsCovered(from string) CoverageSection {
	out := CoverageSection{ID: "years", Heading: "Themes by year", Note: "How many projects there are on each theme, by academic year. " + howCounted}
	years := p.records.lists().years
	themes := p.TopThemes()
	if len(themes) == 0 || len(years) == 0 {
		return out
	}
	if len(years) > mostColumns {
		out.Note += " Shown are the latest " + text.Number(mostColumns) + " of " + strconv.Itoa(len(years)) + " years."
		years = years[:mostColumns]
	}
	lately := ""
	if len(years) > coverYears {
		lately = years[coverYears-1]
	}
	var quiet []site.NodeID
	for _, theme := range themes {
		if cases := p.records.themes()[theme]; len(cases) > 0 && p.CaseOf(cases[0]).Year < lately {
			quiet = append(quiet, theme)
		}
	}
	t := CountTable{Caption: Link{Text: "Projects on each theme in each academic year"}, Corner: "Theme"}
	for _, y := range years {
		t.Columns = append(t.Columns, p.yearLink(from, y))
	}
	rows := most(themes, mostRows, func(t site.NodeID) int { return len(p.records.themes()[t]) })
	out.Note += cut(len(rows), len(themes), "themes")
	for _, theme := range rows {
		row := CountRow{Head: p.link(from, theme)}
		counts, hrefs := p.ofYears(from, theme)
		for _, y := range years {
			row.Cells = append(row.Cells, countCell(counts[y], hrefs[y]))
		}
		t.Rows = append(t.Rows, row)
	}
	out.Wide = []CountTable{t}
	var never []site.NodeID
	for _, e := range p.titled(p.OfKind("theme"), "") {
		if len(p.records.themes()[e.id]) == 0 {
			never = append(never, e.id)
		}
	}
	out.Gaps = p.gap(from, "No project on", never)
	out.Gaps = append(out.Gaps, p.gap(from, "No project in the latest "+text.Number(coverYears)+" years on", quiet)...)
	return out
}

// ofYears counts a theme's projects of each year, and says where they are listed: under the year's heading on the theme's
// own page, or in its list of cases when there are more than that shows.
func (p *Pages) ofYears(from string, theme site.NodeID) (counts map[string]int, hrefs map[string]string) {
	counts, hrefs = map[string]int{}, map[string]string{}
	cases := p.records.themes()[theme]
	for i, id := range cases {
		year := p.CaseOf(id).Year
		if counts[year]++; counts[year] > 1 {
			continue
		}
		path := p.Node(theme).Path
		if len(cases) > site.PageSize {
			path += "cases/"
			if page := i/site.PageSize + 1; page > 1 {
				path += "page/" + strconv.Itoa(page) + "/"
			}
		}
		hrefs[year] = p.URL(from, path+"#y"+year)
	}
	return counts, hrefs
}
