package search

import (
	"encoding/binary"
	"slices"
)

// entry is one term in the document that is being counted.
type entry struct {
	term   int32
	gap    int32   // how many documents stand between it and the last one that has the term
	tf     int     // how often the term stands in the texts
	title  int     // length of the shortest title or name that it stands in, 0 for none
	heads  int     // how often it stands in headings
	places []place // which they are
}

// entry gives a term's entry for the document that is being counted.
func (b *builder) entry(term, doc int32) *entry {
	t := &b.terms[term]
	if t.doc == doc+1 {
		return &b.open[t.at]
	}
	gap, at := doc-t.doc, len(b.open)
	t.doc, t.at = doc+1, int32(at)
	if at < cap(b.open) {
		b.open = b.open[:at+1]
		b.open[at] = entry{term: term, gap: gap, places: b.open[at].places[:0]}
	} else {
		b.open = append(b.open, entry{term: term, gap: gap})
	}
	return &b.open[at]
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
		list := &b.terms[e.term].entries
		if cap(*list)-len(*list) < 16 { // append would let a long list grow by a quarter at a time, and copy it again and again
			*list = slices.Grow(*list, max(len(*list), 32))
		}
		marked, once := e.title > 0 || e.heads > 0, e.tf == 1
		out := binary.AppendUvarint(*list, uint64(int(e.gap)<<2|bit(once)<<1|bit(marked)))
		put := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
		if !once {
			put(e.tf)
		}
		if marked {
			put(e.title)
			put(e.heads)
			put(len(e.places))
			for _, p := range e.places {
				put(p.heading)
				put(p.length)
			}
		}
		*list = out
	}
	b.open = b.open[:0]
}

// means are those of the lengths of all documents.
type means struct{ title, headings, text float64 }

func meansOf(lengths []docLengths) means {
	var m means
	for _, l := range lengths {
		m.title += float64(l.title)
		m.headings += float64(l.headings)
		m.text += float64(l.text)
	}
	if n := float64(len(lengths)); n > 0 {
		m.title, m.headings, m.text = m.title/n, m.headings/n, m.text/n
	}
	return m
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

// exactly gives the entries of a term that is typed exactly: it counts as a title of one word.
func (b *builder) exactly(list []typed) []weighed {
	b.weighed = b.weighed[:0]
	for _, t := range list {
		w := weighed{doc: int(t.doc), title: 1}
		if b.lengths[t.doc].aside {
			w.step()
		}
		b.weighed = append(b.weighed, w)
	}
	return b.weighed
}

// weigh reads the entries of a term, in the order of documents. They hold until the next call.
func (b *builder) weigh(t *termInfo, mean means) []weighed {
	b.weighed, b.places = b.weighed[:0], b.places[:0]
	rest := t.entries
	next := func() int {
		n, size := binary.Uvarint(rest)
		rest = rest[size:]
		return int(n)
	}
	doc := 0
	for len(rest) > 0 {
		head, tf := next(), 1
		if head&2 == 0 {
			tf = next()
		}
		doc += head >> 2
		l := b.lengths[doc]
		w := weighed{doc: doc, level: level(tf, l.text, mean.text, textNorm, textLevels)}
		if head&1 == 1 {
			w.title = next()
			w.heads = level(next(), l.headings, mean.headings, headingNorm, headingLevels)
			from := len(b.places)
			for range next() {
				b.places = append(b.places, place{next(), next()})
			}
			w.in = b.places[from:]
		}
		if l.aside {
			w.step()
		}
		b.weighed = append(b.weighed, w)
		doc++
	}
	return b.weighed
}
