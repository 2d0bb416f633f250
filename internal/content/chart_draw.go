package content

import (
	"strconv"
	"strings"
)

// A chart is drawn without ids, styles or scripts, so that any number of them may stand on a page with a strict policy.
// Places are percentages of the drawing, and letters keep their size however wide it is: nothing shrinks on a phone. The
// classes chart__s1 to chart__s8 are the looks of the series: a stroke or pattern and a mark each, never colour alone.

// drawing is HTML on its way. Everything typed goes through escaped.
type drawing struct{ strings.Builder }

func (d *drawing) put(parts ...string) {
	for _, part := range parts {
		d.WriteString(part)
	}
}

// figure is the whole chart. name is that of the region in which its table scrolls.
func (c *chart) figure(name string) string {
	var d drawing
	d.put(`<figure class="chart chart--`, c.kind, "\">\n")
	switch c.kind {
	case "bar", "stacked":
		c.caption(&d, "")
		c.bars(&d, name)
	case "line":
		c.lines(&d, name)
	case "dot":
		c.dots(&d, name)
	}
	d.put("</figure>\n")
	return d.String()
}

// caption says what the chart is about; note is a sentence about its scale. chart.css shows the source below the chart.
func (c *chart) caption(d *drawing, note string) {
	d.put("<figcaption>\n")
	for _, p := range []struct{ class, before, words string }{
		{"title", "", c.title}, {"says", "", c.description}, {"unit", "", c.unit}, {"note", "", note}, {"source", "Source: ", c.source},
	} {
		if p.words != "" {
			d.put(`<p class="chart__`, p.class, `">`, p.before, escaped(p.words), "</p>\n")
		}
	}
	d.put("</figcaption>\n")
}

// numbers is the table that stands beside a drawing which has no numbers in it.
func (c *chart) numbers(d *drawing, name string) {
	d.put(`<details class="chart__numbers"><summary>The numbers</summary>`, "\n",
		`<div class="scroll" role="region" aria-label="`, escaped(name), `" tabindex="0"><table class="datatable">`, "\n<thead>\n<tr>")
	for i, column := range c.names {
		d.put(`<th scope="col"`, numeric(i > 0), `>`, escaped(column), `</th>`)
	}
	d.put("</tr>\n</thead>\n<tbody>\n")
	for _, row := range c.rows {
		d.put(`<tr><th scope="row">`, escaped(row.name), `</th>`)
		for _, n := range row.numbers {
			d.put(`<td class="num">`, n.html(), `</td>`)
		}
		d.put("</tr>\n")
	}
	d.put("</tbody>\n</table></div>\n</details>\n")
}

func numeric(is bool) string {
	if is {
		return ` class="num"`
	}
	return ""
}

// html is what stands in a cell: a dash alone would be read as nothing.
func (n chartNumber) html() string {
	if n.missing() {
		return `<span aria-hidden="true">–</span><span class="vh">no figure</span>`
	}
	return escaped(n.shown)
}

// key tells which look is which series. Readers of speech have the names in the head of the table.
func (c *chart) key(d *drawing, swatch func(series int) string) {
	d.put(`<ul class="chart__key" role="list" aria-hidden="true">`, "\n")
	for i, name := range c.names[1:] {
		d.put(`<li><svg class="chart__swatch" width="16" height="16">`, swatch(i), `</svg> `, escaped(name), "</li>\n")
	}
	d.put("</ul>\n")
}

// look is the class of a series.
func look(series int) string { return "chart__s" + strconv.Itoa(series+1) }

// marks are the shapes of the eight series around their middle, about ten units wide.
var marks = [maxChartSeries]string{
	"M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z", // disc
	"M-4-4h8v8h-8z",                      // square
	"M0-5.2 5 4.2H-5z",                   // triangle
	"M0-5.6 5.6 0 0 5.6-5.6 0z",          // diamond
	"M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", // ring
	"M-3.5-3.5h7v7h-7z",                  // open square
	"M0 5.2 5-4.2H-5z",                   // triangle on its head, open
	"M0-5 5 0 0 5-5 0z",                  // open diamond
}

// markAt is the mark of a series with its middle at x and y, which are lengths of SVG.
func markAt(series int, x, y string) string {
	open := ""
	if series >= maxChartSeries/2 {
		open = " is-open"
	}
	return `<svg x="` + x + `" y="` + y + `" overflow="visible"><path class="chart__mark ` + look(series) + open + `" d="` + marks[series] + `"/></svg>`
}

// plot is the drawing of a line or dot chart with the room in em that is left beside it, and lines of letters below it.
type plot struct {
	height            string // an SVG length; chart.css gives lines another
	start, end, below int
}

func (c *chart) begin(d *drawing, p plot) {
	d.put(`<div class="chart__plot`)
	for _, side := range []struct {
		name string
		em   int
	}{{"start", p.start}, {"end", p.end}, {"below", p.below}} {
		if side.em > 0 {
			d.put(` chart__plot--`, side.name, `-`, strconv.Itoa(side.em))
		}
	}
	d.put(`"><svg role="img" width="100%" height="`, p.height, `" overflow="visible">`, "\n",
		"<title>", escaped(c.title), "</title><desc>", escaped(c.description), "</desc>\n")
}

// rooms are the widths in em that chart.css can leave beside a drawing.
var rooms = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12}

// room is the least of them that so many letters fit in; 0.6em is a wide digit.
func room(letters int) int {
	for _, em := range rooms {
		if float64(em) >= float64(letters)*0.6+0.8 {
			return em
		}
	}
	return rooms[len(rooms)-1]
}
