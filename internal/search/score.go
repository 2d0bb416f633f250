package search

import (
	"math"
	"slices"
)

// tally is what is known of each document while a query is answered. Its lists are as long as there are documents and are
// cleaned after use.
type tally struct {
	docs  []float64 // one unit's score, -1 for none
	title []int     // of one unit: title length
	all   []found
}

// found is what a document has of the query so far.
type found struct {
	sum, matched float64
	inTitle      float64 // worth of the units in the title
	units        int     // in the title
	title        int     // its length
	seen         bool
}

// inHeading is the same for one heading.
type inHeading struct {
	worth         float64
	units, length int
	unit          int // the last one counted
}

type headingKey struct{ doc, heading int }

// score adds up what the units find.
func (x *Reader) score(units []unit) ([]Hit, error) {
	t := &x.tally
	if len(t.docs) != x.root.N {
		*t = tally{docs: make([]float64, x.root.N), title: make([]int, x.root.N), all: make([]found, x.root.N)}
		for i := range t.docs {
			t.docs[i] = -1
		}
	}
	headings := map[headingKey]inHeading{}
	var order []headingKey
	query := 0.0
	var docs []int
	for n := range units {
		u := &units[n]
		worth, err := x.worth(u)
		if err != nil {
			return nil, err
		}
		query += worth
		var met []int
		for _, a := range u.alts {
			list, err := x.postings(a)
			if err != nil {
				return nil, err
			}
			for _, p := range list {
				if t.docs[p.doc] < 0 {
					met = append(met, p.doc)
				}
				t.docs[p.doc] = max(t.docs[p.doc], float64(a.weight*p.score))
				if p.title > 0 && (t.title[p.doc] == 0 || p.title < t.title[p.doc]) {
					t.title[p.doc] = p.title
				}
				for _, h := range p.in {
					k := headingKey{p.doc, h.heading}
					e, ok := headings[k]
					if !ok {
						order = append(order, k)
						e.unit = -1
					}
					if e.unit != n {
						e.unit, e.length = n, h.length
						e.units++
						e.worth += worth
						headings[k] = e
					}
				}
			}
		}
		for _, d := range met {
			f := &t.all[d]
			if !f.seen {
				f.seen = true
				docs = append(docs, d)
			}
			f.sum += t.docs[d]
			f.matched += worth
			if l := t.title[d]; l > 0 {
				f.inTitle += worth
				f.units++
				if f.title == 0 || l < f.title {
					f.title = l
				}
			}
			t.docs[d], t.title[d] = -1, 0
		}
	}
	return t.hits(docs, order, headings, query), nil
}

// enough is the least part of the best match that a document must have.
const enough = 0.2

// hits turns what was found into results, and cleans the lists.
func (t *tally) hits(docs []int, order []headingKey, headings map[headingKey]inHeading, query float64) []Hit {
	best, section := map[int]float64{}, map[int]int{}
	for _, k := range order {
		h := headings[k]
		c := h.worth / query
		share := min(1, float64(h.units)/float64(h.length))
		v := float64(float64(c*c) * share)
		if old, ok := best[k.doc]; !ok || v > old || v == old && k.heading < section[k.doc]>>1 {
			best[k.doc] = v
			section[k.doc] = k.heading<<1 | bit(c >= 0.33)
		}
	}
	most := 0.0
	for _, d := range docs {
		most = max(most, t.all[d].matched)
	}
	out := make([]Hit, 0, len(docs))
	for _, d := range docs {
		f := t.all[d]
		t.all[d] = found{}
		if f.matched < float64(enough*most) {
			continue
		}
		bonus := best[d]
		if f.units > 0 {
			c := f.inTitle / query
			share := min(1, float64(f.units)/float64(f.title))
			bonus = float64(float64(float64(0.4*c)*c)*math.Sqrt(share)) + bonus
		}
		h := Hit{Doc: d, Score: float64(f.sum*math.Sqrt(f.matched/query)) + float64(2*query*bonus), Section: -1}
		if s, ok := section[d]; ok && s&1 == 1 {
			h.Section = s >> 1
		}
		out = append(out, h)
	}
	return out
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// worth is what a unit counts in the query.
func (x *Reader) worth(u *unit) (float64, error) {
	if len(u.alts) == 0 {
		return 0.3 * idf(x.root.N, 0), nil
	}
	most := 0.0
	for i, a := range u.alts {
		if i > 0 && a.how == "joined" {
			continue
		}
		sum := 0.0
		for _, term := range a.terms {
			l, err := x.term(term)
			if err != nil {
				return 0, err
			}
			sum += idf(x.root.N, l.counts.all)
		}
		most = max(most, float64(a.weight*float64(sum/float64(len(a.terms)))))
	}
	return most, nil
}

// scored is a posting with what it earns.
type scored struct {
	doc   int
	score float64
	title int
	in    []place
}

// postings are the documents that have all terms of a reading.
func (x *Reader) postings(a alt) ([]scored, error) {
	var out []scored
	for i, term := range a.terms {
		l, err := x.term(term)
		if err != nil {
			return nil, err
		}
		w := worthOf(x.root.N, l.counts)
		if i == 0 {
			out = make([]scored, len(l.postings))
			for j, p := range l.postings {
				out[j] = scored{p.doc, w.score(p, float64(x.root.Title)), p.title, p.in}
			}
			continue
		}
		out = join(out, l.postings, w, float64(x.root.Title))
	}
	if n := len(a.terms); n > 1 {
		for i := range out {
			out[i].score /= float64(n)
		}
	}
	return out, nil
}

// join keeps the documents of both, both lists ascending, with what they have in common.
func join(a []scored, b []posting, w worth, meanTitle float64) []scored {
	out := a[:0]
	j := 0
	for _, s := range a {
		for j < len(b) && b[j].doc < s.doc {
			j++
		}
		if j == len(b) {
			break
		}
		p := b[j]
		if p.doc != s.doc {
			continue
		}
		s.score += w.score(p, meanTitle)
		if s.title > 0 {
			s.title = p.title
		}
		var both []place
		for _, h := range s.in {
			if slices.ContainsFunc(p.in, func(g place) bool { return g.heading == h.heading }) {
				both = append(both, h)
			}
		}
		s.in = both
		out = append(out, s)
	}
	return out
}
