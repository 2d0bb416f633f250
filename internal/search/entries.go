package search

import "encoding/binary"

// entry is one term in the document that is being counted.
type entry struct {
	term   int32
	gap    int32   // how many documents stand between it and the last one that has the term
	tf     int     // how often the term stands in the texts
	title  int     // length of the shortest title or name that it stands in, 0 for none
	heads  int     // how often it stands in headings
	places []place // which they are
}

// entry gives the place in b.open of a term's entry for the document that is being counted.
func (b *builder) entry(term int32, doc int) int {
	t := &b.terms[term]
	if t.doc == int32(doc)+1 {
		return t.at
	}
	gap := int32(doc) - t.doc
	t.doc, t.at = int32(doc)+1, len(b.open)
	t.df++
	if t.at < cap(b.open) {
		b.open = b.open[:t.at+1]
		b.open[t.at] = entry{term: term, gap: gap, places: b.open[t.at].places[:0]}
	} else {
		b.open = append(b.open, entry{term: term, gap: gap})
	}
	return t.at
}

// stands files that an entry's term is in a heading.
func (e *entry) stands(heading, length int) {
	e.heads++
	if n := len(e.places); n == 0 || e.places[n-1].heading != heading {
		e.places = append(e.places, place{heading, length})
	}
}

// file puts the entries of a document that has been counted at the ends of their terms' lists. The lists are the largest part of
// an index while it is made: bytes of variable length take a tenth of what structs would, and the collector does not look at them.
func (b *builder) file() {
	for i := range b.open {
		e := &b.open[i]
		t := &b.terms[e.term]
		marked := e.title > 0 || e.heads > 0
		put := func(n int) { t.entries = binary.AppendUvarint(t.entries, uint64(n)) }
		put(int(e.gap)<<1 | bit(marked))
		put(e.tf)
		if !marked {
			continue
		}
		put(e.title)
		put(e.heads)
		put(len(e.places))
		for _, p := range e.places {
			put(p.heading)
			put(p.length)
		}
	}
	b.open = b.open[:0]
}

// weighed is one entry while its posting is written.
type weighed struct {
	doc, level, title, heads int
	in                       []place
}

// step puts back what a document earns that few look for: half the weight in its text and headings, and a title and headings that
// count as longer than they are. What has a weight keeps one, so the counts of documents stay as they are.
func (w *weighed) step() {
	half := func(n int) int { return (n + 1) / 2 }
	longer := func(n int) int { return min(3*n, maxLength) }
	w.level, w.heads, w.title = half(w.level), half(w.heads), longer(w.title)
	for i := range w.in {
		w.in[i].length = longer(w.in[i].length)
	}
}

// weigh reads the entries of a term, in the order of documents. They hold until the next call.
func (b *builder) weigh(t *termInfo) []weighed {
	b.weighed, b.places = b.weighed[:0], b.places[:0]
	rest := t.entries
	next := func() int {
		n, size := binary.Uvarint(rest)
		rest = rest[size:]
		return int(n)
	}
	doc := 0
	for len(rest) > 0 {
		head, tf := next(), next()
		doc += head >> 1
		l := b.lengths[doc]
		w := weighed{doc: doc, level: level(tf, l.text, b.mean.text, textNorm, textLevels)}
		if head&1 == 1 {
			w.title = next()
			w.heads = level(next(), l.headings, b.mean.headings, headingNorm, headingLevels)
			from := len(b.places)
			for range next() {
				b.places = append(b.places, place{next(), next()})
			}
			w.in = b.places[from:]
		}
		if b.docs[doc].Aside {
			w.step()
		}
		b.weighed = append(b.weighed, w)
		doc++
	}
	return b.weighed
}
