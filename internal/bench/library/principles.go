package library

import (
	"fmt"
	"iter"
	"math/rand/v2"
)

type framework struct {
	thing
	kind        string
	first, size int // its principles
}

type principle struct {
	thing
	matches []match
}

type match struct {
	with   int
	manner string
}

func (l *library) planPrinciples(rng *rand.Rand, n *names) {
	for _, shape := range []struct {
		kind string
		size int
	}{{"values", 10}, {"list", 9}, {"scale", 6}} {
		f := framework{thing: n.thing(2, 4), kind: shape.kind, first: len(l.principles), size: shape.size}
		for range f.size {
			l.principles = append(l.principles, principle{thing: n.thing(2, 4)})
		}
		l.frameworks = append(l.frameworks, f)
	}
	// Each pair is typed once, on the one of the earlier framework.
	for i := range l.frameworks[2].first {
		from := l.frameworks[1].first
		if i >= from {
			from = l.frameworks[2].first
		}
		for _, with := range some(rng, rng.IntN(3), len(l.principles)-from) {
			m := match{with: from + with, manner: pick(rng, []string{"close", "related", "related", "broader", "narrower"})}
			l.principles[i].matches = append(l.principles[i].matches, m)
		}
	}
}

func (l *library) principleFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for i, fw := range l.frameworks {
			path := "content/frameworks/" + fw.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", fw.title)
			f.field("summary", p.sentence()+".")
			f.field("kind", fw.kind)
			f.field("reference", l.references[i].Key)
			f.lines(fmt.Sprintf("year: %d", l.references[i].Issued.Parts[0][0]), "principles:")
			for _, pr := range l.principles[fw.first : fw.first+fw.size] {
				f.lines("  - " + pr.title)
			}
			text := f.body(joined(p.paragraph())+" [@"+l.references[i].Key+"]", joined(p.paragraph()))
			if !yield(path, text) {
				return
			}
		}
		for _, pr := range l.principles {
			path := "content/principles/" + pr.id + ".md"
			if !yield(path, l.principleFile(l.prose(path), pr)) {
				return
			}
		}
	}
}

func (l *library) principleFile(p *prose, pr principle) string {
	f := newFront()
	f.field("title", pr.title)
	f.field("summary", p.sentence()+".")
	if len(pr.matches) > 0 {
		f.lines("matches:")
	}
	for _, m := range pr.matches {
		f.lines("  " + l.principles[m.with].title + ": " + scalar(m.manner+", "+p.run(within(p.rng, 8, 16))))
	}
	return f.body(
		joined(p.paragraph()),
		joined(p.paragraph()),
		"## Asks of staff\n\n"+bullets(p, "-", 3),
		"## Asks of students\n\n"+bullets(p, "-", 2),
	)
}

func (l *library) asksAndPeople() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, a := range l.asks {
			path := "content/asks/" + a.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", a.title)
			f.field("summary", p.sentence()+".")
			if !yield(path, f.body(p.sentence()+". "+p.sentence()+".")) {
				return
			}
		}
		for _, who := range l.people {
			f := newFront()
			f.field("name", who.name)
			f.field("sort_name", who.family+", "+who.given)
			if who.page {
				f.lines("page: yes")
			}
			if !yield("content/people/"+who.id+".md", f.body()) {
				return
			}
		}
	}
}
