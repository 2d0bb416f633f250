package text

import (
	"strings"
	"unicode/utf8"
)

// Nearest is the candidate that an editor most likely meant by word, for "did you mean". Both are compared folded. It
// allows one edit up to four letters, two up to eight, three from nine (see Distance), and takes a candidate that word
// begins when word has four letters; such a beginning counts as nearer than two edits. Of equals the first wins.
func Nearest(word string, candidates []string) (string, bool) {
	folded := Fold(word)
	length := utf8.RuneCountInString(folded)
	if length == 0 {
		return "", false
	}
	best, bestCost := "", 0
	for _, candidate := range candidates {
		c, ok := cost(folded, Fold(candidate), length)
		if !ok || best != "" && c >= bestCost {
			continue
		}
		best, bestCost = candidate, c
	}
	return best, best != ""
}

// cost is twice the number of edits between two folded names, and 3 where the first begins the second.
func cost(word, candidate string, length int) (int, bool) {
	begins := length >= 4 && strings.HasPrefix(candidate, word)
	edits, near := edits(word, candidate, length)
	switch {
	case near && (edits <= 1 || !begins):
		return 2 * edits, true
	case begins:
		return 3, true
	}
	return 0, false
}

// edits is the distance, if it is small enough for a word of that length and leaves at least one letter where it was.
func edits(word, candidate string, length int) (int, bool) {
	limit := allowed(length)
	other := utf8.RuneCountInString(candidate)
	// The distance is never less than the difference in length: long texts are not compared at all.
	if other-length > limit || length-other > limit {
		return 0, false
	}
	d := Distance(word, candidate)
	return d, d <= limit && d < max(length, other)
}

func allowed(length int) int {
	switch {
	case length <= 4:
		return 1
	case length <= 8:
		return 2
	}
	return 3
}

// Distance is how many letters must be added, removed, replaced, or swapped with their neighbour to make b from a: the
// optimal string alignment distance (restricted Damerau–Levenshtein: no stretch is edited twice). It compares what it is
// given; fold first to disregard capitals and accents.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(y); j++ {
			replaced := last[j-1]
			if x[i-1] != y[j-1] {
				replaced++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replaced)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(y)]
}
