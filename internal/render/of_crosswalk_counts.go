package render

import (
	"slices"
	"strconv"

	"casebook/internal/site"
	"casebook/internal/text"
)

// coverage is how many listed cases each top-level theme has, narrower themes included, in each year and each unit. A case
// counts once under each theme and unit.
type coverage struct {
	themes []site.NodeID
	years  []string // earliest first
	units  []site.NodeID
	byYear map[yearCount]int
	byUnit map[unitCount]int
	any    map[site.NodeID]bool // themes and units with a case
}

type yearCount struct {
	theme site.NodeID
	year  string
}

type unitCount struct{ theme, unit site.NodeID }

func (p *Pages) covered() coverage {
	c := coverage{themes: p.TopThemes(), years: p.Years(), byYear: map[yearCount]int{}, byUnit: map[unitCount]int{}, any: map[site.NodeID]bool{}}
	slices.Reverse(c.years)
	tops := map[site.NodeID][]site.NodeID{}
	for _, id := range p.OfKind("case") {
		var themes []site.NodeID
		for _, t := range p.ThemesOf(id) {
			if _, ok := tops[t]; !ok {
				tops[t] = p.TopsOf(t)
			}
			for _, top := range tops[t] {
				if !slices.Contains(themes, top) {
					themes = append(themes, top)
				}
			}
		}
		entity := p.CaseOf(id)
		var units []site.NodeID
		for _, u := range p.Rels(p.Node(id).Doc, entity.Studied) {
			if !slices.Contains(units, u) {
				units = append(units, u)
				c.any[u] = true
			}
		}
		for _, t := range themes {
			c.any[t] = true
			c.byYear[yearCount{t, entity.Year}]++
			for _, u := range units {
				c.byUnit[unitCount{t, u}]++
			}
		}
	}
	c.units = slices.Clone(p.OfKind("unit"))
	p.ByTitle(c.units)
	return c
}

// countTables are themes by year and themes by unit. Units that nobody has studied are named and get no column, so that
// the table stays readable.
func (p *Pages) countTables(from string) []CountTable {
	c := p.covered()
	if len(c.themes) == 0 || len(c.years) == 0 {
		return nil
	}
	how := "A project counts once under each of its themes, narrower themes included. Where it says none, nobody has looked yet."
	return []CountTable{
		p.yearTable(from, c, how+p.never(c, "No project yet on ", c.themes)),
		p.unitTable(from, c, how+p.never(c, "No project yet in ", c.units)),
	}
}

// never names what has no case at all.
func (p *Pages) never(c coverage, words string, ids []site.NodeID) string {
	var names []string
	for _, id := range ids {
		if !c.any[id] {
			names = append(names, p.Node(id).Title)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " " + words + text.Join(names, "or") + "."
}

func (p *Pages) yearTable(from string, c coverage, note string) CountTable {
	t := CountTable{ID: "by-year", Heading: "Themes by year", Caption: "Projects on each theme in each academic year", Note: note, Corner: "Theme"}
	for _, y := range c.years {
		t.Columns = append(t.Columns, Link{Text: text.AcademicYear(y), Href: p.URL(from, "cases/year/"+y+"/")})
	}
	for _, theme := range c.themes {
		row := CountRow{Head: p.link(from, theme)}
		for _, y := range c.years {
			row.Cells = append(row.Cells, countCell(c.byYear[yearCount{theme, y}], row.Head.Href))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (p *Pages) unitTable(from string, c coverage, note string) CountTable {
	t := CountTable{ID: "by-unit", Heading: "Themes by department and service", Caption: "Projects on each theme about each department and service", Note: note, Corner: "Theme"}
	studied := slices.DeleteFunc(slices.Clone(c.units), func(u site.NodeID) bool { return !c.any[u] })
	t.Columns = p.links(from, studied)
	for _, theme := range c.themes {
		row := CountRow{Head: p.link(from, theme)}
		for i, u := range studied {
			row.Cells = append(row.Cells, countCell(c.byUnit[unitCount{theme, u}], t.Columns[i].Href))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// countCell is a count and where its cases are listed; a gap leads nowhere.
func countCell(n int, href string) CountCell {
	if n == 0 {
		return CountCell{}
	}
	return CountCell{Count: strconv.Itoa(n), Href: href}
}
