package search

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// byUnits compares by UTF-16 code units, as browsers compare strings. UTF-8 has that order but for the characters from U+10000
// on, which UTF-16 writes with units below U+E000.
func byUnits[T string | []byte](a, b T) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if x, y := a[i], b[i]; x != y {
			if x >= 0xee && y >= 0xee && (x < 0xf0) != (y < 0xf0) {
				return cmp.Compare(y, x)
			}
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(len(a), len(b))
}

// shardSize is how many bytes a term shard has: small ones cost a query least, and a large library would have too many of them.
func shardSize(n int) int {
	switch {
	case n <= 2000:
		return 4000
	case n <= 5000:
		return 8000
	case n <= 20000:
		return 16000
	}
	return 20000
}

// shards writes the terms in order. A bound is as short as tells a shard from the one before.
func (b *builder) shards(mean means, meanTitle float64) (files [][]byte, bounds []string) {
	var w, d, s, x []byte
	flush := func() {
		if len(w) > 0 {
			files = append(files, shardJSON(w[1:], d[1:], s[1:], x[1:]))
			w, d, s, x = w[:0], d[:0], s[:0], x[:0]
		}
	}
	n := len(b.docs)
	var previous []byte
	size := shardSize(n)
	var one packed
	put := func(term []byte, plain bool, list []weighed) {
		one = pack(n, meanTitle, list, one)
		if len(w) > 0 && len(w)+len(d)+len(s)+len(x)+len(term)+len(one.d)+len(one.s)+len(one.x) > size {
			flush()
		}
		if len(w) == 0 {
			bounds = append(bounds, bound(previous, term))
		}
		w = append(w, ' ')
		if !plain {
			w = append(w, '-')
		}
		w = append(w, term...)
		d = append(append(d, ' '), one.d...)
		s = append(append(s, ' '), one.s...)
		x = append(append(x, ' '), one.x...)
		previous = term
	}
	// What is typed exactly comes first: its sign is before all letters and digits.
	slices.SortFunc(b.typed, func(x, y typed) int { return cmp.Or(byUnits(x.term, y.term), cmp.Compare(x.doc, y.doc)) })
	for rest := slices.Compact(b.typed); len(rest) > 0; {
		same := 1
		for same < len(rest) && rest[same].term == rest[0].term {
			same++
		}
		put([]byte(rest[0].term), true, b.exactly(rest[:same]))
		rest = rest[same:]
	}
	order := make([]int32, len(b.terms))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int { return byUnits(b.keys.Word(int(x)), b.keys.Word(int(y))) })
	for _, id := range order {
		put(b.keys.Word(int(id)), b.terms[id].plain, b.weigh(&b.terms[id], mean))
	}
	flush()
	if len(bounds) > 0 {
		bounds[0] = ""
	}
	return files, bounds
}

// shardJSON is a shardFile as JSON. Terms are letters and digits, and no symbol is a quotation mark or backslash: nothing is escaped.
func shardJSON(w, d, s, x []byte) []byte {
	return slices.Concat([]byte(`{"w":"`), w, []byte(`","d":"`), d, []byte(`","s":"`), s, []byte(`","x":"`), x, []byte(`"}`))
}

// bound is the shortest beginning of a term that comes after the one before it.
func bound(previous, term []byte) string {
	for i := range term {
		if i > 0 && utf8.RuneStart(term[i]) && byUnits(term[:i], previous) > 0 {
			return string(term[:i])
		}
	}
	return string(term)
}

type shardFile struct {
	W string `json:"w"`
	D string `json:"d"`
	S string `json:"s"`
	X string `json:"x"`
}

// packed is one term's entries of the lists.
type packed struct {
	d, s, x []byte
	scores  []float64 // room for best
}

// pack writes a term's postings, into the room of the last term's.
func pack(n int, meanTitle float64, list []weighed, p packed) packed {
	p.d, p.s, p.x = p.d[:0], p.s[:0], p.x[:0]
	if len(list) > maxPostings {
		c := countOf(list)
		list, p.scores = best(list, worthOf(n, c), meanTitle, p.scores)
		p.d = append(p.d, '!')
		for _, v := range []int{c.all, c.title, c.headings, c.text} {
			p.d = appendNumber(p.d, v)
		}
	}
	next := 0
	for _, e := range list {
		p.d = appendNumber(p.d, e.doc-next)
		next = e.doc + 1
		flags := e.level
		if e.title > 0 {
			flags += 16
			p.x = appendSymbol(p.x, e.title)
		}
		if e.heads > 0 {
			flags += 32
			p.x = appendSymbol(p.x, e.heads)
			p.x = packPlaces(p.x, e.in)
		}
		p.s = appendSymbol(p.s, flags)
	}
	return p
}

// packPlaces writes the headings that a term stands in.
func packPlaces(out []byte, in []place) []byte {
	out = appendNumber(out, len(in))
	after := 0
	for _, p := range in {
		out = appendNumber(out, p.heading-after)
		out = appendSymbol(out, p.length)
		after = p.heading + 1
	}
	return out
}

func countOf(list []weighed) counts {
	c := counts{all: len(list)}
	for _, p := range list {
		c.title += bit(p.title > 0)
		c.headings += bit(p.heads > 0)
		c.text += bit(p.level > 0)
	}
	return c
}

// best keeps the postings that score most, the first of equal ones, in the order of documents and in the room of the list. Only the
// scores are sorted, to see how much is enough: they take a tenth of the time that postings would.
func best(list []weighed, w worth, meanTitle float64, room []float64) (kept []weighed, scores []float64) {
	score := func(e weighed) float64 {
		return w.score(posting{level: e.level, title: e.title, heads: e.heads}, meanTitle)
	}
	scores = room[:0]
	for _, e := range list {
		scores = append(scores, score(e))
	}
	slices.Sort(scores)
	least := scores[len(scores)-maxPostings]
	equal := maxPostings // how many that score the least have a place
	for i := len(scores) - 1; scores[i] > least; i-- {
		equal--
	}
	kept = list[:0]
	for _, e := range list {
		s := score(e)
		if s == least {
			equal--
		}
		if s > least || s == least && equal >= 0 {
			kept = append(kept, e)
		}
	}
	return kept, scores
}
