package site

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"casebook/internal/content"
)

// What says what happened on a day.
type What uint8

// What can have happened, in the order in which the facts of one day stand.
const (
	Answered  What = iota // a response was given
	Published             // something listed came out
	Changed               // and was changed, with a note
	Reviewed              // the whole page was reviewed
)

// Fact is something that happened on a day.
type Fact struct {
	Date   string // YYYY-MM-DD
	What   What
	Node   NodeID   // the page; of an answer the response
	Note   string   // what changed
	Answer *Answer  // of an answer
	Recs   []NodeID // the listed recommendations that it answers
}

// Facts are the dated facts about what is listed, newest first. A year alone is no day, and what is still to come no fact. They
// are put in order when they are first asked for.
func (s *Site) Facts() []Fact { return s.inOrder() }

func (s *Site) orderFacts() []Fact {
	out := slices.AppendSeq(make([]Fact, 0, len(s.Docs)), s.facts()) // most documents tell of one day
	slices.SortFunc(out, func(a, b Fact) int {
		if a.Date != b.Date {
			return cmp.Compare(b.Date, a.Date)
		}
		return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(s.Nodes[a.Node].ID, s.Nodes[b.Node].ID), cmp.Compare(a.Node, b.Node))
	})
	return out
}

// facts yields them in no order that means anything.
func (s *Site) facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		past := func(day string) bool { return len(day) == len(time.DateOnly) && day <= s.Today }
		for i, d := range s.Docs {
			id, dated := s.nodeOf[i], content.DatedOf(d.Entity)
			if id == None || dated == nil || !s.Listed(id) {
				continue
			}
			if past(dated.Published) && !yield(Fact{Date: dated.Published, What: Published, Node: id}) {
				return
			}
			for _, c := range dated.Changes {
				if past(c.Date) && !yield(Fact{Date: c.Date, What: Changed, Node: id, Note: c.Note}) {
					return
				}
			}
			if past(dated.Reviewed) && dated.Reviewed != dated.Published && !yield(Fact{Date: dated.Reviewed, What: Reviewed, Node: id}) {
				return
			}
		}
		for _, f := range s.answers() {
			if !yield(f) {
				return
			}
		}
	}
}

// answers are the responses to listed recommendations, each once.
func (s *Site) answers() []Fact {
	responses := len(s.kindIDs["response"])
	out := make([]Fact, 0, responses)
	at := make(map[NodeID]int, responses)
	for i := range s.Recs {
		rec := &s.Recs[i]
		if len(rec.Answers) == 0 || !s.Listed(rec.Node) || s.Recommendation(rec.Node).Withdrawn != "" {
			continue
		}
		for k := range rec.Answers {
			a := &rec.Answers[k]
			j, ok := at[a.Node]
			if !ok {
				j = len(out)
				at[a.Node] = j
				out = append(out, Fact{Date: a.Date, What: Answered, Node: a.Node, Answer: a})
			}
			out[j].Recs = append(out[j].Recs, rec.Node)
		}
	}
	return out
}

// AcademicYear is the academic year, from September to August, in which a day lies: "2018-19". "" for what is no day.
func AcademicYear(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	if t.Month() < time.September {
		t = t.AddDate(-1, 0, 0)
	}
	return t.Format("2006") + "-" + t.AddDate(1, 0, 0).Format("06")
}
