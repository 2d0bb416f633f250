package content

import (
	"cmp"
	"math"
	"slices"
)

// lineEnd is the name beside the end of a line. Places are shares of the drawing from its left and top.
type lineEnd struct {
	words []string
	x, y  float64 // where the line ends
	at    float64 // the middle of the name
}

func (e lineEnd) height() float64 { return float64(len(e.words)) * letterHeight / 100 }

// ends puts each name where its line ends and moves apart those that would touch.
func (c *chart) ends(s chartScale, places []chartPlace) []lineEnd {
	var out []lineEnd
	tall := 0.0
	for i, name := range c.names[1:] {
		for _, p := range slices.Backward(places) {
			n := c.rows[p.row].numbers[i]
			if n.missing() {
				continue
			}
			y := 1 - s.share(n.value)
			out = append(out, lineEnd{wrapped(name, nameWidth, 3), p.x, y, y})
			tall += out[len(out)-1].height()
			break
		}
	}
	if tall > 1 {
		for i := range out {
			out[i].words = wrapped(out[i].words[0], nameWidth, 1)
		}
	}
	slices.SortStableFunc(out, func(a, b lineEnd) int { return cmp.Compare(a.y, b.y) })
	for i := 1; i < len(out); i++ {
		out[i].at = max(out[i].at, out[i-1].at+between(out[i-1], out[i]))
	}
	if n := len(out) - 1; n >= 0 {
		out[n].at = min(out[n].at, 1)
		for i := n - 1; i >= 0; i-- {
			out[i].at = min(out[i].at, out[i+1].at-between(out[i], out[i+1]))
		}
	}
	return out
}

// between is how far apart the middles of two names must lie.
func between(a, b lineEnd) float64 { return (a.height()+b.height())/2 + 0.005 }

// draw writes the name, with a thin line from where its own line ends when that is elsewhere.
func (e lineEnd) draw(d *drawing) {
	if e.x < 1 {
		d.put(`<line class="chart__leader" x1="`, percent(e.x), `" x2="100%" y1="`, percent(e.y), `" y2="`, percent(e.at), `"/>`)
	} else if math.Abs(e.y-e.at) > 0.015 {
		d.put(`<svg x="100%" overflow="visible"><line class="chart__leader" x1="5" x2="11" y1="`, percent(e.y), `" y2="`, percent(e.at), `"/></svg>`)
	}
	up := trimmedNumber(0.35 - 0.6*float64(len(e.words)-1))
	d.put(`<text class="chart__name" y="`, percent(e.at), `">`)
	for i, line := range e.words {
		dy := "1.2"
		if i == 0 {
			dy = up
		}
		d.put(`<tspan x="100%" dx="1em" dy="`, dy, `em">`, escaped(line), `</tspan>`)
	}
	d.put("</text>\n")
}
