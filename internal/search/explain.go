package search

import "strings"

// Reading is how one word of a query was read.
type Reading struct {
	Word  string
	Terms []ReadTerm
}

// ReadTerm is one term that a word was taken for.
type ReadTerm struct {
	Term      string
	How       string // exact, compound, joined, synonym, beginning, spelling
	Weight    float64
	Documents int // that have all of its words
}

// Explain says how the words of a query are read.
func Explain(x *Reader, q string) ([]Reading, error) {
	q = cutQuery(q)
	words := queryWords(q, x.root.English)
	units, at := unitsOf(q, words[:min(len(words), maxWords)])
	if _, err := x.read(words[:min(len(words), maxWords)], units, at); err != nil {
		return nil, err
	}
	var out []Reading
	for _, u := range units {
		r := Reading{Word: u.word}
		for _, a := range u.alts {
			list, err := x.postings(a)
			if err != nil {
				return nil, err
			}
			r.Terms = append(r.Terms, ReadTerm{strings.Join(a.terms, " "), a.how, a.weight, len(list)})
		}
		out = append(out, r)
	}
	return out, nil
}
