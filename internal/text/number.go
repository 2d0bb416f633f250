package text

import (
	"strconv"
	"strings"
)

var small = [...]string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
}

// Number writes n for running text: in words from zero to twenty, else in digits with a comma at each thousand ("1,234").
func Number(n int) string {
	if n >= 0 && n < len(small) {
		return small[n]
	}
	digits, sign := strconv.Itoa(n), ""
	if n < 0 {
		digits, sign = digits[1:], "−"
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// Count writes a number of things: "one recommendation", "24 cases", and "no cases" for 0.
func Count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return Number(n) + " " + one
	}
	return Number(n) + " " + many
}

// Join lists items in a sentence, with last ("and", "or") before the last one and no comma there: "a, b and c".
func Join(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	end := len(items) - 1
	return strings.Join(items[:end], ", ") + " " + last + " " + items[end]
}
