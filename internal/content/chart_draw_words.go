package content

import (
	"strings"
	"unicode/utf8"

	"casebook/internal/text"
)

// wrapped cuts words into lines of at most width characters, as SVG cannot. What goes beyond the last line ends in "…":
// the table has it in full.
func wrapped(s string, width, lines int) []string {
	var out []string
	rest := text.Plain(s)
	for len(out) < lines-1 && utf8.RuneCountInString(rest) > width {
		line := lineOf(rest, width)
		if line == "" {
			break
		}
		out = append(out, line)
		rest = strings.TrimSpace(strings.TrimPrefix(rest, line))
	}
	return append(out, text.Clip(rest, width))
}

// balanced is wrapped with lines about as long as each other.
func balanced(s string, width, lines int) []string {
	out := wrapped(s, width, lines)
	for narrower := width - 1; narrower > width/2; narrower-- {
		next := wrapped(s, narrower, lines)
		if len(next) > len(out) || strings.Join(next, " ") != strings.Join(out, " ") {
			break
		}
		out = next
	}
	return out
}

// lineOf is as many whole words as fit, empty when the first does not.
func lineOf(s string, width int) string {
	end, n := 0, 0
	for i, r := range s {
		if r == ' ' {
			end = i
		}
		if n == width {
			break
		}
		n++
	}
	return s[:end]
}

// longest is the number of characters of the longest line.
func longest(lines []string) int {
	n := 0
	for _, line := range lines {
		n = max(n, utf8.RuneCountInString(line))
	}
	return n
}
