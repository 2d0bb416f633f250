package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"casebook/internal/text"
)

// Query is what is looked for. Filters name values of facets: one of each facet's must be there.
type Query struct {
	Text    string
	Filters map[string][]string
	Limit   int // 0 for all
	Offset  int
}

// Hit is one document found.
type Hit struct {
	Doc     int     `json:"doc"`
	Score   float64 `json:"score"`
	Section int     `json:"section"` // index of the heading that answers best, -1 for none
}

// Ranking is the answer to a query.
type Ranking struct {
	Total     int
	Hits      []Hit
	Corrected [][2]string // words that the index does not have, and the nearest that it has
	Unknown   []string    // words that nothing was found for
	all       []Hit
}

// Rank finds the documents that a query is about, the best first.
func Rank(x *Reader, q Query) (Ranking, error) {
	var r Ranking
	hits, err := x.find(q.Text, &r)
	if err != nil {
		return Ranking{}, err
	}
	r.all = hits
	if hits, err = x.filter(hits, q.Filters); err != nil {
		return Ranking{}, err
	}
	r.Total = len(hits)
	r.Hits = hits[min(max(q.Offset, 0), len(hits)):]
	if q.Limit > 0 && len(r.Hits) > q.Limit {
		r.Hits = r.Hits[:q.Limit]
	}
	return r, nil
}

// first is added to the score of a document whose number or key was typed.
const first = 1e6

// find ranks all documents that match a text.
func (x *Reader) find(q string, r *Ranking) ([]Hit, error) {
	q = cutQuery(q)
	words := queryWords(q, x.root.English)
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	if len(words) == 0 {
		if strings.TrimFunc(q, isSpace) != "" {
			return nil, nil
		}
		return x.everything()
	}
	units, at := unitsOf(q, words)
	corrected, err := x.read(words, units, at)
	if err != nil {
		return nil, err
	}
	r.Corrected = corrected
	for _, u := range units {
		if len(u.alts) == 0 {
			r.Unknown = append(r.Unknown, u.word)
		}
	}
	hits, err := x.score(units)
	if err != nil {
		return nil, err
	}
	if hits, err = x.typed(q, hits); err != nil {
		return nil, err
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Doc, b.Doc)) })
	return hits, nil
}

// isSpace reports what browsers trim.
func isSpace(r rune) bool { return unicode.IsSpace(r) && r != '\u0085' || r == '\ufeff' }

// typed raises the documents whose number or key the query is.
func (x *Reader) typed(q string, hits []Hit) ([]Hit, error) {
	term, _ := exactTerms(new(text.Tokenizer), q)
	if term == "" {
		return hits, nil
	}
	l, err := x.term(term)
	if err != nil || l == nil {
		return hits, err
	}
	at := make(map[int]int, len(hits))
	for i, h := range hits {
		at[h.Doc] = i
	}
	for _, p := range l.postings {
		i, ok := at[p.doc]
		if !ok {
			hits = append(hits, Hit{Doc: p.doc, Section: -1})
			i = len(hits) - 1
		}
		hits[i].Score += first
		hits[i].Section = -1
	}
	return hits, nil
}
