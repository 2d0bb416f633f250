package library

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// No date in a library is later than lastDay, so that nothing waits for its publication.
var lastDay = time.Date(2025, time.June, 30, 0, 0, 0, 0, time.UTC)

const (
	firstYear = 2004 // the first academic year is 2004-05
	years     = 20
	prefix    = "GN"
)

// library is what has to be settled before any page is written: everything a page may name, and all that two files
// must agree on. The words of a page are left to its own chance.
type library struct {
	seed       uint64
	skewed     bool
	words      vocabulary
	themes     []theme
	units      []unit
	faculties  int // units before this one are the university and its faculties
	subjects   []thing
	methods    []method
	terms      []term
	phrases    []string
	programme  thing
	frameworks []framework
	principles []principle
	asks       []thing
	people     []person
	references []reference
	guides     []thing
	journeys   []thing
	cases      []project
}

type theme struct {
	thing
	parent int // -1 for a broad one
}

type unit struct {
	thing
	kind   string
	parent int
}

type term struct {
	thing
	confused int // the number of another term, or -1
}

func planned(opts Options) *library {
	cases := max(0, opts.Cases)
	rng := chance(opts.Seed, "plan")
	l := &library{seed: opts.Seed, skewed: opts.Skewed, words: newVocabulary(chance(opts.Seed, "vocabulary"))}
	n := newNames(rng, l.words)
	l.planClasses(rng, n)
	l.planPrinciples(rng, n)
	l.asks = things(max(8, cases/60), func() thing { return n.thing(4, 7) })
	l.guides = things(max(10, cases/10), func() thing { return n.thing(3, 6) })
	l.journeys = things((len(l.guides)+9)/10, func() thing { return n.thing(3, 5) })
	for i := range max(30, cases/20) {
		l.people = append(l.people, personNumber(i))
	}
	works := 120 + cases/50
	if l.skewed {
		works += cases / 4
	}
	l.references = planReferences(rng, n, works)
	if l.skewed {
		l.skewWords(n, cases)
	}
	l.planCases(rng, n, cases)
	return l
}

func (l *library) planClasses(rng *rand.Rand, n *names) {
	for i := range 60 {
		t := theme{thing: n.thing(1, 3), parent: -1}
		switch {
		case i >= 40:
			t.parent = within(rng, 10, 39)
		case i >= 10:
			t.parent = rng.IntN(10)
		}
		l.themes = append(l.themes, t)
	}
	l.units = []unit{{n.around("University of", 1, 1, ""), "university", -1}}
	for range 5 {
		l.units = append(l.units, unit{n.around("Faculty of", 1, 2, ""), "faculty", 0})
	}
	l.faculties = len(l.units)
	for i := range 24 {
		l.units = append(l.units, unit{n.around("Department of", 1, 2, ""), "department", 1 + i%5})
	}
	for range 10 {
		l.units = append(l.units, unit{n.around("", 1, 2, "service"), "service", 0})
	}
	l.subjects = things(20, func() thing { return n.thing(1, 2) })
	l.methods = planMethods()
	l.programme = thing{id: "green-notebook", title: "Green Notebook"}
	for i := range 30 {
		t := term{confused: -1}
		if i < 22 {
			t.title = strings.ToLower(n.title(1, 1))
		} else {
			t.title = strings.ToLower(n.title(2, 2))
			l.phrases = append(l.phrases, t.title)
		}
		t.id = slug(t.title)
		if i%5 == 4 {
			t.confused = i - 1
		}
		l.terms = append(l.terms, t)
	}
}

func things(count int, make func() thing) []thing {
	var out []thing
	for range count {
		out = append(out, make())
	}
	return out
}

// asked is a unit that recommendations may be addressed to: a department or a service.
func (l *library) asked(rng *rand.Rand) int { return within(rng, l.faculties, len(l.units)-1) }

// academic writes the year that begins in a calendar year as 2018-19.
func academic(begins int) string { return fmt.Sprintf("%d-%02d", begins, (begins+1)%100) }

func day(t time.Time) string { return t.Format(time.DateOnly) }

// between two days, both possible.
func dayBetween(rng *rand.Rand, from, to time.Time) time.Time {
	return from.AddDate(0, 0, rng.IntN(int(to.Sub(from).Hours()/24)+1))
}

// some are numbers below n, all different, in the order chance gave.
func some(rng *rand.Rand, count, n int) []int { return rng.Perm(n)[:min(count, n)] }
