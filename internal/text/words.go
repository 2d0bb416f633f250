package text

import (
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Words is the words of s as they were typed: runs of letters and digits with their accents. An apostrophe between two
// letters belongs to the word ("don’t" is one); a hyphen does not ("follow-up" is two).
func Words(s string) []string { return slices.Collect(words(s)) }

// CountWords is len(Words(s)).
func CountWords(s string) int {
	n := 0
	for range words(s) {
		n++
	}
	return n
}

func words(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if isWordRune(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start < 0 || unicode.Is(unicode.M, r) || isApostrophe(r) && letterAt(s, i+utf8.RuneLen(r)) {
				continue
			}
			if !yield(s[start:i]) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWordRune(r)
}
