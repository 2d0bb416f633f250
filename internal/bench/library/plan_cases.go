package library

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// project is what other files need to know of a case.
type project struct {
	number    string
	title     string
	year      int // in which its academic year begins
	published time.Time
	studied   []int
	buildsOn  int // -1 for none
	asks      [3]request
	answers   []answer
}

// request is one recommendation.
type request struct {
	units   []int
	ask     int    // -1 for none
	earlier string // a label line that names an earlier recommendation, or empty
}

// answer is one response.
type answer struct {
	to          []string
	date        time.Time
	by          string
	decision    string
	due         time.Time
	passedTo    int
	overtakenBy string
}

// courses are the ways in which decisions follow each other. A case whose recommendations were acknowledged together
// begins with that and goes on with one of the later courses.
var (
	courses = [][]string{
		{"received"}, {"received", "accepted"}, {"received", "accepted", "done"}, {"received", "declined"},
		{"received", "accepted in principle", "declined"}, {"received", "started", "done"}, {"passed on", "accepted"},
		{"passed on"}, {"accepted", "started", "done"}, {"accepted", "done", "confirmed"}, {"accepted", "done", "not confirmed"},
		{"started", "stopped"}, {"accepted", "overtaken"},
	}
	laterCourses = [][]string{
		{"accepted"}, {"accepted", "done"}, {"accepted in part"}, {"accepted in part", "done"}, {"accepted in principle"},
		{"declined"}, {"declined"}, {"already in place"}, {"started"}, {"done"}, {"done", "confirmed"}, {"accepted", "started"},
	}
)

func (l *library) planCases(rng *rand.Rand, n *names, count int) {
	l.cases = make([]project, count)
	firstOfYear := 0
	for i := range l.cases {
		c := project{title: n.split(), year: firstYear + i*years/count, buildsOn: -1}
		if i > 0 && l.cases[i-1].year != c.year {
			firstOfYear = i
		}
		c.number = fmt.Sprintf("%s-%d-%04d", prefix, c.year, i-firstOfYear+1)
		ends := c.year + 1
		c.published = dayBetween(rng, date(ends, time.May, 10), date(ends, time.July, 31))
		c.studied = []int{l.asked(rng)}
		if other := l.asked(rng); rng.IntN(8) == 0 && other != c.studied[0] {
			c.studied = append(c.studied, other)
		}
		if firstOfYear > 0 && rng.IntN(5) == 0 {
			c.buildsOn = rng.IntN(firstOfYear)
		}
		for r := range c.asks {
			c.asks[r] = l.planRequest(rng, c, firstOfYear)
		}
		l.cases[i] = c
	}
	if l.skewed {
		l.skewCases()
	}
	for i := range l.cases {
		l.cases[i].answers = l.planAnswers(rng, i)
	}
}

func (l *library) planRequest(rng *rand.Rand, c project, earlier int) request {
	r := request{units: slices.Clone(c.studied), ask: -1}
	switch rng.IntN(6) {
	case 0:
		r.units = []int{l.asked(rng)}
	case 1:
		if other := l.asked(rng); !slices.Contains(r.units, other) {
			r.units = append(r.units, other)
		}
	}
	if rng.IntN(3) == 0 {
		r.ask = rng.IntN(len(l.asks))
	}
	if earlier > 0 && rng.IntN(12) == 0 {
		label := pick(rng, []string{"Repeats", "Extends"})
		r.earlier = fmt.Sprintf("%s: %s/r%d", label, l.cases[rng.IntN(earlier)].number, within(rng, 1, 3))
	}
	return r
}

// planAnswers leaves two recommendations in five without any.
func (l *library) planAnswers(rng *rand.Rand, i int) []answer {
	c := l.cases[i]
	var out []answer
	together := rng.IntN(8) == 0 && slices.Equal(c.asks[0].units, c.asks[1].units) && slices.Equal(c.asks[1].units, c.asks[2].units)
	start := c.published.AddDate(0, 0, within(rng, 14, 60))
	if together && !start.After(lastDay) {
		to := []string{c.number + "/r1", c.number + "/r2", c.number + "/r3"}
		out = append(out, answer{to: to, date: start, by: l.units[c.studied[0]].title, decision: "received"})
	}
	for r := range c.asks {
		if rng.IntN(100) >= 60 {
			continue
		}
		course := pick(rng, laterCourses)
		if !together && rng.IntN(2) == 0 {
			course = pick(rng, courses)
		}
		when := start
		for _, decision := range course {
			when = when.AddDate(0, 0, within(rng, 15, 240))
			if when.After(lastDay) {
				break
			}
			a, ok := l.answered(rng, i, r, decision, when)
			if !ok {
				break
			}
			out = append(out, a)
		}
	}
	return out
}

func (l *library) answered(rng *rand.Rand, i, r int, decision string, when time.Time) (answer, bool) {
	c := l.cases[i]
	to := fmt.Sprintf("%s/r%d", c.number, r+1)
	a := answer{to: []string{to}, date: when, decision: decision, by: l.units[c.asks[r].units[0]].title}
	switch decision {
	case "accepted", "started", "accepted in part", "accepted in principle":
		a.due = when.AddDate(0, 0, within(rng, 60, 400))
	case "passed on":
		a.passedTo = l.asked(rng)
		for slices.Contains(c.asks[r].units, a.passedTo) {
			a.passedTo = l.asked(rng)
		}
	case "overtaken":
		// By the next project of the same year, if that was public by then.
		if i+1 >= len(l.cases) || l.cases[i+1].year != c.year || l.cases[i+1].published.After(when) {
			return answer{}, false
		}
		a.overtakenBy = l.cases[i+1].number
	case "confirmed", "not confirmed":
		a.by = fmt.Sprintf("Student representatives, meeting of %s", when.Format("2 January 2006"))
	}
	return a, true
}

func date(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}
