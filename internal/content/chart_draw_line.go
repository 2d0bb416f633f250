package content

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	nameWidth    = 15  // letters in a line of the name beside a line's end
	timeWidth    = 12  // letters in a line of a name below the drawing
	letterHeight = 6.5 // of a line of letters, in percent of the lowest drawing that chart.css makes
	maxMarks     = 60  // numbers up to which each gets its mark
)

// lines draws one line for each column over the places that the first column names.
func (c *chart) lines(d *drawing, name string) {
	s := c.newScale(4)
	places := c.places
	c.caption(d, s.zeroNote())
	before := 0
	for _, t := range s.ticks {
		before = max(before, utf8.RuneCountInString(s.tick(t)))
	}
	ends, after := c.ends(s, places), 2
	for _, e := range ends {
		after = max(after, longest(e.words)+1)
	}
	times := make([][]string, len(places))
	below := 1
	for i, p := range places {
		times[i] = wrapped(c.rows[p.row].name, timeWidth, 2)
		below = max(below, len(times[i]))
	}
	of := below
	if !c.timed {
		below += 2
	}
	p := plot{height: "260", start: room(before), end: room(after), below: below}
	c.begin(d, p)
	for _, t := range s.ticks {
		y := percent(1 - s.share(t))
		class := "chart__grid"
		if t == 0 || t == s.low && s.low > 0 {
			class = "chart__axis"
		}
		d.put(`<line class="`, class, `" x1="0" x2="100%" y1="`, y, `" y2="`, y, `"/><text x="0" dx="-.6em" y="`, y, `" dy=".35em" text-anchor="end">`, s.tick(t), "</text>\n")
	}
	p.times(d, places, times)
	if !c.timed {
		d.put(`<text x="50%" y="100%" dy="`, em(1.75+1.25*float64(of)), `" text-anchor="middle">`, escaped(wrapped(c.names[0], 30, 1)[0]), "</text>\n")
	}
	for i := range c.series() {
		c.line(d, i, s, places)
	}
	for _, e := range ends {
		e.draw(d)
	}
	d.put("</svg></div>\n")
	c.numbers(d, name)
}

// line draws one series: a gap where a number is missing, and a mark at each number, or where there are many at each end.
func (c *chart) line(d *drawing, series int, s chartScale, places []chartPlace) {
	var path, dots strings.Builder
	joined := 0 // points of the run that the path is in
	for i, p := range places {
		n := c.rows[p.row].numbers[series]
		if n.missing() {
			joined = 0
			continue
		}
		share := 1 - s.share(n.value)
		command := "L"
		if joined == 0 {
			command = "M"
		}
		joined++
		path.WriteString(command + trimmedPercent(p.x) + " " + trimmedPercent(share))
		next := i + 1
		ends := next == len(places) || c.rows[places[next].row].numbers[series].missing()
		if ends || len(places)*c.series() <= maxMarks {
			dots.WriteString(markAt(series, percent(p.x), percent(share)))
		}
	}
	if path.Len() == 0 {
		return
	}
	d.put(`<svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><path class="chart__line `, look(series), `" fill="none" vector-effect="non-scaling-stroke" d="`, path.String(), `"/></svg>`,
		dots.String(), "\n")
}

func trimmedPercent(share float64) string { return strings.TrimSuffix(percent(share), "%") }

// The least width of a chart on a phone and beside a margin, and of a letter, in px of letters 13px high.
const (
	narrowChart, wideChart = 288, 544
	letter, letterEm       = 7.3, 13
)

// times writes the first and last names below the drawing and as many between as there is room for: fewer on a phone,
// where chart.css hides the others.
func (p plot) times(d *drawing, places []chartPlace, names [][]string) {
	width := 1
	for _, lines := range names {
		width = max(width, longest(lines))
	}
	half := float64(width) * letter / 2
	fit := func(chart int) []int {
		return spaced(places, max(2, 1+int(float64(chart-letterEm*(p.start+p.end))/letter)/(width+2)))
	}
	few, many := fit(narrowChart), fit(wideChart)
	for i, at := range places {
		class := ""
		switch inFew, inMany := slices.Contains(few, i), slices.Contains(many, i); {
		case !inFew && !inMany:
			continue
		case !inFew:
			class = ` class="chart__wide"`
		case !inMany:
			class = ` class="chart__narrow"`
		}
		anchor := "middle"
		if at.x == 0 && half > float64(p.start*letterEm) {
			anchor = "start"
		} else if at.x == 1 && half > float64(p.end*letterEm) {
			anchor = "end"
		}
		d.put(`<svg`, class, ` x="`, percent(at.x), `" y="100%" overflow="visible"><path class="chart__axis" d="M0 0v5"/><text y="0.35em" text-anchor="`, anchor, `">`)
		for _, line := range names[i] {
			d.put(`<tspan x="0" dy="1.25em">`, escaped(line), `</tspan>`)
		}
		d.put("</text></svg>\n")
	}
}

// spaced picks about n places: the first, the last, and those between that are nearest to even steps; all when they are few
// and none too close to its neighbour to be written beside it.
func spaced(places []chartPlace, n int) []int {
	last := len(places) - 1
	if last == 0 {
		return []int{0}
	}
	var picked []int
	if n > last {
		for i := range last {
			picked = append(picked, i)
		}
	} else {
		least := math.Inf(1)
		for steps := n - 1; steps >= max(n-3, 1); steps-- {
			if list, off := evenly(places, steps); off < least {
				picked, least = list, off
			}
		}
	}
	out, room := []int{0}, 0.7/float64(n-1)
	for _, i := range picked {
		if places[i].x-places[out[len(out)-1]].x > room && places[last].x-places[i].x > room {
			out = append(out, i)
		}
	}
	return append(out, last)
}

// evenly picks the places nearest to even steps, without the last, and tells how far off the worst of them is.
func evenly(places []chartPlace, steps int) (out []int, off float64) {
	for k := range steps {
		want, best := float64(k)/float64(steps), 0
		for i := range places {
			if math.Abs(places[i].x-want) < math.Abs(places[best].x-want) {
				best = i
			}
		}
		out, off = append(out, best), max(off, math.Abs(places[best].x-want))
	}
	return out, off
}
