package content

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"casebook/internal/text"
)

// chartNumber is one number of a chart.
type chartNumber struct {
	shown string // as typed, with a minus sign that is read aloud; empty where the number is missing
	value float64
	sign  string // % or a currency
}

func (n chartNumber) missing() bool { return n.shown == "" }

// What is drawn lies between these sizes, so that the marks of an axis can be written.
const (
	largestChartNumber  = 1e15
	smallestChartNumber = 1e-9
)

var chartNumberForm = regexp.MustCompile(`^([-−–+]?)([£$€]?) ?([-−–]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d+)? ?(%?)$`)

// chartNumberOf reads a cell. problem says in the editor's words why it cannot be had: empty when it can.
func chartNumberOf(cell string) (n chartNumber, problem string) {
	switch cell {
	case "", "-", "–", "—", "−":
		return chartNumber{}, ""
	}
	m := chartNumberForm.FindStringSubmatch(cell)
	if m == nil || m[4] == "" && m[5] == "" || m[1] != "" && m[3] != "" || m[2] != "" && m[6] != "" {
		return chartNumber{}, "is no number"
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(m[4], ",", "")+m[5], 64)
	switch {
	case err != nil || value > largestChartNumber:
		return chartNumber{}, "is too large to draw"
	case value < smallestChartNumber && strings.ContainsAny(m[4]+m[5], "123456789"):
		return chartNumber{}, "is too small to draw"
	}
	before := m[1]
	if before == "-" || before == "–" || m[3] != "" {
		before = "−"
	}
	if before == "−" {
		value = -value
	}
	return chartNumber{shown: before + m[2] + m[4] + m[5] + m[6], value: value, sign: m[2] + m[6]}, ""
}

// isYear is true of a year on its own: the name of a column of numbers, not a number.
func isYear(cell string) bool {
	year, err := strconv.Atoi(cell)
	return err == nil && len(cell) == 4 && year >= 1800 && year < 2200
}

var (
	decimalComma  = regexp.MustCompile(`^[-−–]?[£$€]?\d+,\d+ ?%?$`)
	spacedNumber  = regexp.MustCompile(`^\d{1,3}(?:[ \x{a0}]\d{3})+$`)
	numberAndUnit = regexp.MustCompile(`^([-−–]?[\d,.]*\d) ?(\pL[\pL ]*)$`)
)

// badNumber says what is wrong with a cell and what to write instead.
func (r *chartReader) badNumber(cell chartCell, problem string) {
	d := r.error("CB078", r.body.at(cell.start, cell.stop), "%q %s", text.Clip(cell.words, 40), problem)
	switch unit := numberAndUnit.FindStringSubmatch(cell.words); {
	case problem != "is no number":
		d.Remedy("give it in other units, such as millions, and say so in `unit:`")
	case spacedNumber.MatchString(cell.words):
		d.Remedy("write thousands with commas: %s", strings.NewReplacer(" ", ",", "\u00a0", ",").Replace(cell.words))
	case decimalComma.MatchString(cell.words):
		d.Remedy("write decimals with a full stop, and thousands with a comma before each three digits: %s", strings.Replace(cell.words, ",", ".", 1))
	case unit != nil:
		d.Remedy("write %s alone, and `unit: %s` above the line ---", unit[1], unit[2])
	default:
		d.Remedy("write digits, with £ before or %% behind them if you like; " + missingNumberHint)
	}
}

// percent writes a share of one as a percentage for an SVG attribute, with at most two decimals.
func percent(share float64) string {
	return trimmedNumber(math.Round(share*10000)/100) + "%"
}

// trimmedNumber is the shortest way to write a number without an exponent.
func trimmedNumber(f float64) string {
	if f == 0 {
		return "0" // not -0
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
