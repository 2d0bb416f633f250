package content

import (
	"math"
	"strconv"
	"strings"
)

// chartScale is a stretch between two round numbers with a few round ones marked.
type chartScale struct {
	low, high float64
	step      float64
	ticks     []float64
	sign      string
}

// newScale covers the numbers of a chart with about so many marks. It takes in zero when the numbers lie nearer to zero
// than to each other: a line need not begin there, but a reader expects it.
func (c *chart) newScale(most int) chartScale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, row := range c.rows {
		for _, n := range row.numbers {
			if !n.missing() {
				low, high = min(low, n.value), max(high, n.value)
			}
		}
	}
	if low == high || low > 0 && low <= high/2 {
		low = min(low, 0)
	}
	if low == high || high < 0 && high >= low/2 {
		high = max(high, 0)
	}
	if low == high {
		high = low + 1
	}
	s := chartScale{step: roundStep((high - low) / float64(most)), sign: c.sign}
	first, last := math.Floor(low/s.step), math.Ceil(high/s.step)
	s.low, s.high = first*s.step, last*s.step
	for k := first; k <= last && len(s.ticks) < most+3; k++ {
		s.ticks = append(s.ticks, k*s.step)
	}
	return s
}

// roundStep is the least of 1, 2 and 5 times a power of ten that is not below a number.
func roundStep(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= least*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// share is how far a number lies along the scale, from 0 to 1.
func (s chartScale) share(value float64) float64 {
	return min(max((value-s.low)/(s.high-s.low), 0), 1)
}

// zeroNote tells that a scale leaves out zero, which changes how steep a line looks.
func (s chartScale) zeroNote() string {
	if s.low <= 0 && s.high >= 0 {
		return ""
	}
	return "The scale does not begin at zero."
}

// sizes are the short words for large numbers on an axis.
var sizes = []struct {
	value float64
	word  string
}{{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}}

// tick is how a mark of the scale is written: 1,500 or £2m or 40%.
func (s chartScale) tick(value float64) string {
	step, word := s.step, ""
	for _, size := range sizes {
		if math.Max(math.Abs(s.low), math.Abs(s.high)) >= size.value && step >= size.value/100 {
			value, step, word = value/size.value, step/size.value, size.word
			break
		}
	}
	decimals := int(max(0, -math.Floor(math.Log10(step)+1e-9)))
	out := grouped(strconv.FormatFloat(math.Abs(value), 'f', decimals, 64))
	if strings.Trim(out, "0.") == "" {
		out, word = "0", ""
	} else if strings.Contains(out, ".") && word != "" {
		out = strings.TrimRight(strings.TrimRight(out, "0"), ".")
	}
	if s.sign == "%" {
		out += word + "%"
	} else {
		out = s.sign + out + word
	}
	if value < 0 && out != "0" {
		out = "−" + out
	}
	return out
}

// grouped puts commas between thousands.
func grouped(digits string) string {
	whole, decimals, ok := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if ok {
		whole += "." + decimals
	}
	return whole
}
