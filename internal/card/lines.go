package card

import (
	"strings"

	"golang.org/x/image/font"
)

// mostLines is how many lines a title may take.
const mostLines = 4

// set finds the size, in pixels, at which a title stands best, and its lines: a short one large, a long one smaller and on more
// lines, the longest cut. A title has at least one word.
func set(title string, width int) (size int, lines []string) {
	for i, size := range []int{84, 72, 62} {
		if lines = wrapped(sized(serif(), float64(size)), title, width, mostLines); len(lines) <= i+1 && !strings.HasSuffix(lines[len(lines)-1], "…") {
			return size, lines
		}
	}
	const smallest = 56
	return smallest, wrapped(sized(serif(), smallest), title, width, mostLines)
}

// wrapped breaks text into lines of a width in pixels, most of them at most; the last one then ends in "…".
func wrapped(face font.Face, text string, width, most int) (lines []string) {
	words := strings.Fields(text)
	for len(words) > 0 {
		if len(lines) == most-1 {
			return append(lines, clipped(face, strings.Join(words, " "), width))
		}
		n := 1
		for n < len(words) && measure(face, strings.Join(words[:n+1], " ")) <= width {
			n++
		}
		lines = append(lines, clipped(face, strings.Join(words[:n], " "), width))
		words = words[n:]
	}
	return lines
}

// clipped is text that fits a width: cut after a word if there is one, and ending in "…".
func clipped(face font.Face, text string, width int) string {
	if measure(face, text) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		cut := strings.TrimRight(string(runes[:n]), " ,;:.–-") + "…"
		if measure(face, cut) > width {
			continue
		}
		if at := strings.LastIndexByte(string(runes[:n]), ' '); at > 0 && runes[n] != ' ' {
			return strings.TrimRight(string(runes[:n])[:at], " ,;:.–-") + "…"
		}
		return cut
	}
	return "…"
}

func measure(face font.Face, text string) int { return font.MeasureString(face, text).Ceil() }
