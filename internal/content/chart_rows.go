package content

import (
	"strconv"
	"strings"

	"casebook/internal/diag"
)

// chartCell is one cell as typed, without the space around it, and where it stands.
type chartCell struct {
	words       string
	start, stop int
}

// maxChartMessages is how many rows and how many cells of one chart are complained of: a wrong column would bring sixty.
const maxChartMessages = 3

const missingNumberHint = "leave the cell empty, or write –, where there is no number"

// table reads the header row and the rows below it.
func (r *chartReader) table(c *chart, lines []chartLine) {
	var header []chartCell
	var rows [][]chartCell
	edged := false // the rows begin and end with |, as in a Markdown table
	for _, line := range lines {
		switch {
		case line.text == "":
		case header == nil:
			edged = strings.HasPrefix(line.text, "|")
			header = cellsOf(line, edged)
			if !r.header(c, line, header) {
				return
			}
		case len(rows) == 0 && strings.Contains(line.text, "-") && strings.Trim(line.text, "|-: ") == "":
			// The line below the header of a Markdown table means nothing here.
		default:
			rows = append(rows, cellsOf(line, edged))
		}
	}
	if len(rows) == 0 {
		at := r.at
		if header != nil {
			at = r.body.at(header[0].start, header[len(header)-1].stop)
		}
		r.error("CB077", at, "this chart has no rows of numbers").Remedy("below the header row write one row for each bar or point, such as `Micro 1 | 19`")
		return
	}
	if len(rows) > maxChartRows {
		first := rows[maxChartRows]
		r.error("CB079", r.body.at(first[0].start, first[len(first)-1].stop), "this chart has %d rows, and at most %d are drawn", len(rows), maxChartRows).
			Remedy("keep the rows that matter, or attach all as a file and link to it")
		return
	}
	rows = r.sameWidth(header, rows)
	for _, row := range rows {
		c.rows = append(c.rows, r.row(row))
	}
	r.signs(c, rows)
	if !r.failed {
		c.setInTime()
	}
}

// header reads the names of the columns.
func (r *chartReader) header(c *chart, line chartLine, cells []chartCell) bool {
	numbers := 0
	for i, cell := range cells {
		if n, problem := chartNumberOf(cell.words); i > 0 && problem == "" && !n.missing() && !isYear(cell.words) {
			numbers++
		}
		if cell.words == "" {
			r.error("CB077", r.body.at(cell.start, cell.stop), "a column of this chart has no name").Remedy("write in the header row what the column holds, also above the names")
			return false
		}
		c.names = append(c.names, smart(cell.words))
	}
	at := r.place(line)
	switch {
	case len(cells) == 1:
		r.error("CB077", at, "the header row of this chart has only one column").Remedy("put | between the name of the rows and the name of the numbers, such as `Module | Days`")
	case numbers == len(cells)-1:
		r.error("CB077", at, "this chart begins with numbers and has no header row").Remedy("say above them what each column holds, such as `Module | Days`")
	case c.series() > maxChartSeries:
		r.error("CB079", at, "this chart has %d columns of numbers, and at most %d are drawn", c.series(), maxChartSeries).
			Remedy("keep those that matter, or make two charts")
	case c.kind == "bar" && c.series() > 1:
		r.error("CB077", at, "a bar chart has one column of numbers, and this one has %d", c.series()).
			Remedy("write `type: stacked` where they are parts of a whole, `type: dot` to compare them")
	default:
		return true
	}
	return false
}

// sameWidth is the rows with as many cells as the header, and says which have not. When all differ alike, the header is to
// blame.
func (r *chartReader) sameWidth(header []chartCell, rows [][]chartCell) [][]chartCell {
	var right, wrong [][]chartCell
	alike := true
	for _, row := range rows {
		if len(row) == len(header) {
			right = append(right, row)
		} else {
			wrong = append(wrong, row)
		}
		alike = alike && len(row) == len(rows[0])
	}
	if len(wrong) > 1 && len(wrong) == len(rows) && alike {
		r.error("CB077", r.span(header), "the header row has %s, and each row below has %d", cellCount(header), len(rows[0])).
			Remedy("give each column its name in the header row, with | between the names")
		return nil
	}
	for i, row := range wrong {
		if i == maxChartMessages {
			break
		}
		r.error("CB077", r.span(row), "this row has %s, and the header row has %d", cellCount(row), len(header)).
			Remedy("put one | between cells; " + missingNumberHint)
	}
	return right
}

func (r *chartReader) span(cells []chartCell) diag.Pos {
	return r.body.at(cells[0].start, cells[len(cells)-1].stop)
}

// row reads a name and its numbers.
func (r *chartReader) row(cells []chartCell) chartRow {
	out := chartRow{name: smart(cells[0].words)}
	if out.name == "" && r.complaints("CB077") < maxChartMessages {
		r.error("CB077", r.span(cells), "this row has no name").Remedy("write in its first cell what the numbers are of")
	}
	for _, cell := range cells[1:] {
		n, problem := chartNumberOf(cell.words)
		if problem != "" && r.complaints("CB078") < maxChartMessages {
			r.badNumber(cell, problem)
		}
		r.failed = r.failed || problem != ""
		out.numbers = append(out.numbers, n)
	}
	return out
}

// complaints counts the messages with a code that this chart already got.
func (r *chartReader) complaints(code string) int {
	n := 0
	for _, p := range *r.body.problems {
		if p.Code == code && p.At.Line > r.at.Line {
			n++
		}
	}
	return n
}

// signs finds the sign that all numbers have; two sorts on one scale would be compared as if they were one.
func (r *chartReader) signs(c *chart, rows [][]chartCell) {
	sign, all, any := "", true, false
	for i, row := range c.rows {
		for j, n := range row.numbers {
			switch {
			case n.missing():
				continue
			case n.sign == "":
				all = false
			case sign == "":
				sign = n.sign
			case n.sign != sign:
				cell := rows[i][j+1]
				r.error("CB078", r.body.at(cell.start, cell.stop), "this number is in %s, and those before it are in %s", n.sign, sign).
					Remedy("show one sort of number in a chart, and make a second chart for the other")
				return
			}
			any = true
		}
	}
	if all {
		c.sign = sign
	}
	if !any && !r.failed {
		r.error("CB077", r.span(rows[0]), "this chart has rows and no number in them").Remedy("write the numbers, or take the chart away until there are some")
	}
}

// cellsOf cuts a line at its | signs; \| is a sign inside a cell.
func cellsOf(line chartLine, edged bool) []chartCell {
	text, from := line.text, 0
	if edged && strings.HasPrefix(text, "|") {
		from = 1
	}
	if edged && len(text) > 1 && strings.HasSuffix(text, "|") && !strings.HasSuffix(text, `\|`) {
		text = text[:len(text)-1]
	}
	var out []chartCell
	start := from
	for i := from; i <= len(text); i++ {
		if i < len(text) && (text[i] != '|' || i > start && text[i-1] == '\\') {
			continue
		}
		typed := text[start:i]
		trimmed := strings.TrimLeft(typed, " \t")
		cell := chartCell{start: line.start + start + len(typed) - len(trimmed)}
		trimmed = strings.TrimRight(trimmed, " \t")
		cell.words, cell.stop = strings.ReplaceAll(trimmed, `\|`, "|"), cell.start+len(trimmed)
		out = append(out, cell)
		start = i + 1
	}
	return out
}

func cellCount(cells []chartCell) string {
	if len(cells) == 1 {
		return "one cell"
	}
	return strconv.Itoa(len(cells)) + " cells"
}
