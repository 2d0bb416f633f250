package search

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"casebook/internal/text"
)

const (
	maxQuery = 300 // characters of a query that count
	maxWords = 24
)

// queryWord is one word of a query, or one part of a compound.
type queryWord struct {
	word  string // as typed, folded
	key   string
	whole string // key of the compound that it is a part of
	stop  bool
}

// queryWords takes a query apart.
func queryWords(q string, english bool) []queryWord {
	key := func(w string) string {
		if english {
			return text.Stem(w)
		}
		return w
	}
	var out []queryWord
	parts := 0 // of the compound being read
	text.Terms(q, func(w []byte, kind text.TermKind) {
		switch kind {
		case text.Whole:
			whole := key(string(w))
			for i := len(out) - parts; i < len(out); i++ {
				out[i].whole = whole
			}
			parts = 0
			return
		case text.Part:
			parts++
		default:
			parts = 0
		}
		s := string(w)
		out = append(out, queryWord{word: s, key: key(s), stop: english && text.IsStopWord(s)})
	})
	return out
}

// cutQuery is a query as far as it counts.
func cutQuery(q string) string {
	n := 0
	for i := range q {
		if n == maxQuery {
			return q[:i]
		}
		n++
	}
	return q
}

// unit is one word that results are to match, with everything that it may be read as.
type unit struct {
	word string // as typed, folded
	key  string
	open bool // the last word, perhaps not typed to its end
	alts []alt
}

// alt is one reading: a term, or several that must all be there.
type alt struct {
	terms  []string
	weight float64
	how    string // for explanations: exact, compound, joined, synonym, beginning, spelling
}

// unitsOf makes units of the words of a query; at tells for every word that is no stop word its unit.
func unitsOf(q string, words []queryWord) (units []unit, at []int) {
	last, _ := utf8.DecodeLastRuneInString(q)
	open := unicode.IsLetter(last) || unicode.IsNumber(last)
	for i, w := range words {
		if w.stop {
			continue
		}
		n := slices.IndexFunc(units, func(u unit) bool { return u.key == w.key })
		if n < 0 {
			n = len(units)
			units = append(units, unit{word: w.word, key: w.key})
		}
		if open && i == len(words)-1 {
			units[n].word, units[n].open = w.word, true
		}
		at = append(at, n)
	}
	return units, at
}
