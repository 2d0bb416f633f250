package library

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
)

// A skewed library has everything in one place: what three cases in four share, one request, work or page that everything else leads
// to, and lists that other libraries hold a few of. Pages that grow with what leads to them are as large in it as they ever get.

// shares reports whether the i-th of many things has what nearly all of a skewed library have.
func (l *library) shares(i int) bool { return l.skewed && i%4 != 0 }

// also adds what nearly all share to what chance gave a case.
func also[T comparable](share bool, some []T, one T) []T {
	if share && !slices.Contains(some, one) {
		return append(some, one)
	}
	return some
}

// skewWords makes the glossary long, and the people as many as the cases.
func (l *library) skewWords(n *names, cases int) {
	for len(l.terms) < 400 {
		title := strings.ToLower(n.title(2, 2))
		l.terms = append(l.terms, term{thing: thing{slug(title), title}, confused: -1})
	}
	for len(l.people) < cases {
		l.people = append(l.people, personNumber(len(l.people)))
	}
	for i := range l.people {
		l.people[i].page = true
	}
	for i := range l.references { // all but a quarter under one letter
		if a := &l.references[i].Author[0]; i%4 != 0 {
			a.Family = "A" + strings.ToLower(a.Family)
		}
	}
}

// skewCases sends most recommendations to one service, makes one request of a seventh of them, and lets half of all follow the first.
func (l *library) skewCases() {
	for i := range l.cases {
		c := &l.cases[i]
		if l.shares(i) {
			c.studied = also(true, c.studied, len(l.units)-1)
		}
		for r := range c.asks {
			if l.shares(i + r) {
				c.asks[r].units = also(true, c.asks[r].units, len(l.units)-1)
			}
			if (3*i+r)%7 == 0 {
				c.asks[r].ask = 0
			}
			if i > 0 && r == 0 && i%2 == 0 {
				c.asks[r].earlier = "Repeats: " + l.cases[0].number + "/r1"
			}
		}
		if i > 0 && i%2 == 0 {
			c.buildsOn = 0
		}
	}
}

// skewedFiles are what only a skewed library holds: a retired classification, panels, questions, stories, past events and calls, a tenth
// as many of each as there are cases, all on one theme, and a case with sixty recommendations.
func (l *library) skewedFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		if !l.skewed {
			return
		}
		f := newFront()
		f.field("title", "Old archive")
		f.field("retired", "2021-09-01")
		f.lines("terms:", "  Everything old: "+l.themes[10].title)
		_ = yield("content/schemes/old-archive.md", f.body("Once in use."))
		for i := range len(l.cases) / 10 {
			for _, kind := range []struct {
				folder string
				lines  []string
			}{
				{"insights", []string{"panel: " + l.programme.title, "term: autumn 2022", "question: What came up?", "credits: programme"}},
				{"questions", []string{"unit: " + l.units[len(l.units)-1].title}},
				{"stories", []string{"about: [" + l.cases[0].number + ", " + l.cases[0].number + "/r1]", "credits: programme"}},
				{"events", []string{"start: 2022-11-26 16:00", "end: 2022-11-26 18:00", "place: Hall", "about: [" + l.cases[0].number + "]"}},
				{"opportunities", []string{"type: fund", "programme: " + l.programme.title, "deadline: 2035-01-22 12:00", "apply: https://library.example/apply"}},
			} {
				path := fmt.Sprintf("content/%s/%s-%d.md", kind.folder, kind.folder, i)
				p, f := l.prose(path), newFront()
				f.field("title", upper(p.line(4, 8))+fmt.Sprint(" ", kind.folder, " ", i))
				f.field("summary", p.line(10, 25)+".")
				f.field("published", "2022-10-01")
				f.list("themes", l.themes[10].title)
				f.lines(kind.lines...)
				if !yield(path, f.body(joined(p.paragraph()))) {
					return
				}
			}
		}
		p, f := l.prose("sixty"), newFront()
		f.field("title", "Sixty recommendations")
		f.field("year", academic(firstYear))
		f.field("published", "2005-06-01")
		f.list("studied", l.units[len(l.units)-1].title)
		f.field("credits", "programme")
		blocks := []string{"## Recommendations"}
		for r := range 60 {
			blocks = append(blocks, fmt.Sprintf("### Publish %s. {#r%d}\nFor: %s", p.run(18), r+1, l.units[len(l.units)-1].title), joined(p.paragraph()))
		}
		_ = yield("content/cases/"+prefix+fmt.Sprintf("-%d-9999.md", firstYear), f.body(blocks...))
	}
}

// methodNumbers are the methods of a case.
func (l *library) methodNumbers(rng *rand.Rand, i int) []int {
	return also(l.shares(i), some(rng, within(rng, 1, 2), len(l.methods)), 0)
}

// credited are the people of a case: in a skewed library its own student first and the same member of staff second.
func (l *library) credited(rng *rand.Rand, i int) []int {
	out := some(rng, within(rng, 2, 4), len(l.people))
	if !l.skewed {
		return out
	}
	return append([]int{max(i, 1), 0}, slices.DeleteFunc(out, func(n int) bool { return n == 0 || n == max(i, 1) })...)
}
