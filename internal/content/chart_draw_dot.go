package content

import (
	"strconv"
	"unicode/utf8"
)

// Sizes of a dot chart in em. Names stand above their row; chart.css moves them to its left where there is room.
const (
	dotAxis = 2.2  // above the first row
	dotLine = 1.25 // a line of a name
	dotLane = 1.4  // the dots
	dotName = 30   // letters in a line of a name
)

// dots draws each row as dots along one scale.
func (c *chart) dots(d *drawing, name string) {
	s := c.dotScale()
	c.caption(d, s.zeroNote())
	if c.series() > 1 {
		c.key(d, func(i int) string { return markAt(i, "8", "8") })
	}
	names := make([][]string, len(c.rows))
	height := dotAxis
	for i, row := range c.rows {
		names[i] = balanced(row.name, dotName, 3)
		height += dotLine*float64(len(names[i])) + dotLane
	}
	c.begin(d, plot{height: em(height)})
	for i, t := range s.ticks {
		x := percent(s.share(t))
		class, anchor := "chart__grid", "middle"
		if t == 0 {
			class = "chart__axis"
		}
		long := utf8.RuneCountInString(s.tick(t)) > 3
		switch {
		case long && i == 0:
			anchor = "start"
		case long && i == len(s.ticks)-1:
			anchor = "end"
		}
		d.put(`<line class="`, class, `" x1="`, x, `" x2="`, x, `" y1="1.6em" y2="100%"/><text x="`, x, `" y="1em" text-anchor="`, anchor, `">`, s.tick(t), "</text>\n")
	}
	y := dotAxis
	for i, row := range c.rows {
		row.dots(d, s, names[i], y)
		y += dotLine*float64(len(names[i])) + dotLane
	}
	d.put("</svg></div>\n")
	c.numbers(d, name)
}

// dotScale has as many marks as can be written side by side on a phone, at least three.
func (c *chart) dotScale() chartScale {
	for most := 5; ; most-- {
		s := c.newScale(most)
		letters := 0
		for _, t := range s.ticks {
			letters += utf8.RuneCountInString(s.tick(t)) + 2
		}
		if letters <= 36 || most == 2 {
			return s
		}
	}
}

// dots draws one row whose name begins at y, in em.
func (r chartRow) dots(d *drawing, s chartScale, name []string, y float64) {
	d.put(`<text class="chart__row chart__row--`, strconv.Itoa(len(name)), `" y="`, em(y), `">`)
	for i, line := range name {
		dy := dotLine
		if i == 0 {
			dy = 1
		}
		d.put(`<tspan x="0" dy="`, em(dy), `">`, escaped(line), `</tspan>`)
	}
	lane := em(y + dotLine*float64(len(name)) + dotLane/2 - 0.1)
	d.put(`</text><line class="chart__lane" x1="0" x2="100%" y1="`, lane, `" y2="`, lane, `"/>`)
	low, high, any := 1.0, 0.0, 0
	for _, n := range r.numbers {
		if !n.missing() {
			low, high = min(low, s.share(n.value)), max(high, s.share(n.value))
			any++
		}
	}
	if any > 1 {
		d.put(`<line class="chart__range" x1="`, percent(low), `" x2="`, percent(high), `" y1="`, lane, `" y2="`, lane, `"/>`)
	}
	for i, n := range r.numbers {
		if !n.missing() {
			d.put(markAt(i, percent(s.share(n.value)), lane))
		}
	}
	d.put("\n")
}

// em writes a length in em with at most two decimals.
func em(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) + "em" }
