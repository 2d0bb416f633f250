package content

import (
	"math"
	"strings"

	"casebook/internal/text"
)

// bars is a table whose last column holds the bars. On a phone each row becomes a block; browsers of today keep what its cells
// are all the same, and the HTML standard forbids to say it by roles as well.
func (c *chart) bars(d *drawing, name string) {
	stacked := c.kind == "stacked"
	low, high := c.reach()
	if stacked {
		c.key(d, func(i int) string { return segment(i, "0", "16") })
		d.put(`<div class="scroll" role="region" aria-label="`, escaped(name), `" tabindex="0"><table class="chart__table`, c.width(), `">`, "\n")
	} else {
		d.put(`<table class="chart__table" aria-label="`, escaped(c.title), `">`, "\n")
	}
	d.put("<thead>\n<tr>")
	for i, column := range c.names {
		d.put(`<th scope="col"`, numeric(i > 0), `>`, escaped(column), `</th>`)
	}
	d.put(`<td></td></tr>`, "\n</thead>\n", `<tbody>`, "\n")
	for _, row := range c.rows {
		d.put(`<tr><th scope="row">`, escaped(row.name), `</th>`)
		for i, n := range row.numbers {
			d.put(`<td class="num"`)
			if stacked {
				d.put(` data-of="`, escaped(text.Clip(c.names[i+1], 60)), `"`)
			}
			d.put(`>`, n.html(), `</td>`)
		}
		d.put(`<td class="chart__bar"><svg width="100%" height="18" aria-hidden="true">`, row.bar(low, high, stacked), "</svg></td></tr>\n")
	}
	d.put("</tbody>\n</table>")
	if stacked {
		d.put("</div>")
	}
	d.put("\n")
}

// width is the class of a table with too many columns to stand side by side: its rows are always blocks.
func (c *chart) width() string {
	if c.series() > 4 {
		return " chart__table--many"
	}
	return ""
}

// reach is how far the bars go to the left and to the right of zero.
func (c *chart) reach() (low, high float64) {
	for _, row := range c.rows {
		left, right := 0.0, 0.0
		for _, n := range row.numbers {
			left, right = left+min(n.value, 0), right+max(n.value, 0)
		}
		low, high = min(low, left), max(high, right)
	}
	return low, high
}

// thinnest is the least share of the width that a number other than zero gets, about one point on a phone.
const thinnest = 0.004

// bar is the drawing of one row: parts above zero run to the right of it, parts below to the left.
func (r chartRow) bar(low, high float64, stacked bool) string {
	var out strings.Builder
	span := high - low
	if span == 0 {
		span = 1
	}
	zero := -low / span
	left, right := zero, zero
	for i, n := range r.numbers {
		if n.value == 0 {
			continue
		}
		share := max(math.Abs(n.value)/span, thinnest)
		from := right
		if n.value < 0 {
			left -= share
			from = left
		} else {
			right += share
		}
		from = max(from, 0)
		share = min(share, 1-from)
		if stacked {
			out.WriteString(segment(i, percent(from), percent(share)))
			continue
		}
		out.WriteString(`<rect class="chart__s1" x="` + percent(from) + `" width="` + percent(share) + `" height="100%"/>`)
	}
	if low < 0 {
		out.WriteString(`<line class="chart__zero" x1="` + percent(zero) + `" x2="` + percent(zero) + `" y1="-50%" y2="150%"/>`)
	}
	return out.String()
}

// patterned are the series whose part of a bar has a pattern on its shade: a thick or thin dashed line through the middle,
// which needs no id as an SVG pattern would.
var patterned = [maxChartSeries]bool{1: true, 3: true, 5: true, 7: true}

// segment is one series' part of a stacked bar.
func segment(series int, x, width string) string {
	out := `<rect class="` + look(series) + `" x="` + x + `" width="` + width + `" height="100%"/>`
	if patterned[series] {
		out += `<svg x="` + x + `" width="` + width + `" height="100%"><line class="` + look(series) + `" x2="100%" y1="50%" y2="50%"/></svg>`
	}
	return out
}
