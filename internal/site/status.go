package site

import (
	"cmp"
	"slices"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// Bucket is what a reader is told about a recommendation.
type Bucket uint8

// The reader's buckets, in the order in which figures list them.
const (
	NoResponse Bucket = iota
	Considered
	Agreed
	UnderWay
	Done
	Confirmed
	NotYet
	Declined
	Overtaken
)

// Buckets lists them all.
var Buckets = []Bucket{NoResponse, Considered, Agreed, UnderWay, Done, Confirmed, NotYet, Declined, Overtaken}

// bucketNames are the buckets' names: as a literal within a function the list would be copied at every call.
var bucketNames = [...]struct{ word, slug, class string }{
	{"No response yet", "no-response", "none"},
	{"Being considered", "considered", "considered"},
	{"Agreed", "agreed", "agreed"},
	{"Under way", "under-way", "underway"},
	{"Done", "done", "done"},
	{"Done and confirmed", "confirmed", "confirmed"},
	{"Students say not yet", "not-yet", "notyet"},
	{"Declined or stopped", "declined", "declined"},
	{"Overtaken", "overtaken", "overtaken"},
}

// Word is the bucket in a reader's words.
func (b Bucket) Word() string { return bucketNames[b].word }

// Slug is the bucket in an address.
func (b Bucket) Slug() string { return bucketNames[b].slug }

// Class is the bucket's name in the theme.
func (b Bucket) Class() string { return bucketNames[b].class }

// BucketOf is where a decision puts a recommendation.
func BucketOf(decision string) Bucket {
	switch decision {
	case "received", "passed-on":
		return Considered
	case "accepted", "accepted-in-part", "accepted-in-principle":
		return Agreed
	case "started":
		return UnderWay
	case "done", "already-in-place":
		return Done
	case "confirmed":
		return Confirmed
	case "not-confirmed":
		return NotYet
	case "declined", "stopped":
		return Declined
	case "overtaken":
		return Overtaken
	}
	return NoResponse
}

// Standing is how a decision is shown: the mark's class, the word, and what follows it.
type Standing struct {
	Bucket Bucket
	Class  string
	Word   string
	How    string // in principle, in part, already in place
}

// StandingOf puts a decision into words. The bucket "Declined or stopped" says which it was.
func StandingOf(decision string) Standing {
	b := BucketOf(decision)
	s := Standing{Bucket: b, Class: b.Class(), Word: b.Word()}
	switch decision {
	case "accepted-in-part":
		s.Class, s.How = "agreed-part", "in part"
	case "accepted-in-principle":
		s.Class, s.How = "agreed-part", "in principle"
	case "passed-on":
		s.How = "passed on"
	case "already-in-place":
		s.How = "already in place"
	case "declined":
		s.Word = "Declined"
	case "stopped":
		s.Class, s.Word = "stopped", "Stopped"
	}
	return s
}

// Answer is one response to one recommendation.
type Answer struct {
	Node     NodeID // the response
	By       NodeID // the unit, None when free words say who
	ByText   string
	Date     string
	Decision string
	Due      string
	Evidence bool // links stand under Evidence
}

// UnitState is where a recommendation stands with one unit addressed.
type UnitState struct {
	Unit     NodeID
	Decision string // empty without an answer
	Since    string
	Due      string // promised and not yet kept or given up
	By       NodeID // the unit that promised Due, None when free words say who
}

// Missed is a promised day by which nobody kept, gave up or renewed the promise. It stays on record whatever came later.
type Missed struct {
	Due string
	By  []NodeID // the units that had promised it; empty when free words say who
}

// RecState is where a recommendation stands.
type RecState struct {
	Node     NodeID
	For      []NodeID
	Asked    string // the date on which it was sent
	Answers  []Answer
	Decision string // the latest that changes the status; empty for none
	Since    string
	Due      string   // the earliest day that a unit promised and still owes, whatever others have done since; empty for none
	Missed   []Missed // the promised days that passed, the earliest first
	Units    []UnitState
	Waiting  []NodeID // addressees without any answer
}

// Bucket is the bucket of the headline status.
func (r *RecState) Bucket() Bucket { return BucketOf(r.Decision) }

// Standing is the headline status.
func (r *RecState) Standing() Standing { return StandingOf(r.Decision) }

// statuses derives from dated responses where each recommendation stands.
func (s *Site) statuses(problems *diag.List) {
	s.recOf = make([]int32, len(s.Nodes))
	recs := 0
	for i := range s.recOf {
		s.recOf[i] = -1
		if s.Nodes[i].Kind == "recommendation" {
			s.recOf[i] = int32(recs)
			recs++
		}
	}
	s.Recs = make([]RecState, recs)
	for i, at := range s.recOf {
		if at >= 0 {
			s.Recs[at] = s.blankState(NodeID(i))
		}
	}
	for i := range s.Nodes {
		if s.Nodes[i].Kind == "response" {
			s.answer(NodeID(i), problems)
		}
	}
	for i := range s.Recs {
		s.settle(&s.Recs[i], problems)
	}
}

// CaseOf gives the case behind a case or a part of one; for an insight and its parts, the insight read as one.
func (s *Site) CaseOf(id NodeID) *content.Case { return content.OriginOf(s.Doc(id).Entity) }

// Recommendation gives what a recommendation's node is about.
func (s *Site) Recommendation(id NodeID) content.Recommendation {
	return s.CaseOf(id).Recs[s.Nodes[id].Part]
}

func (s *Site) blankState(id NodeID) RecState {
	n := s.Nodes[id]
	c := s.CaseOf(id)
	st := RecState{Node: id, Asked: c.Sent}
	if st.Asked == "" {
		st.Asked = c.Published
	}
	st.For = s.Rels(n.Doc, c.Recs[n.Part].For)
	if len(st.For) == 0 {
		st.For = s.Rels(n.Doc, c.Studied)
	}
	for _, u := range st.For {
		st.Units = append(st.Units, UnitState{Unit: u, By: None})
	}
	return st
}

// answer files one response with the recommendations it answers.
func (s *Site) answer(id NodeID, problems *diag.List) {
	n := s.Nodes[id]
	d := s.Docs[n.Doc]
	r := d.Entity.(*content.Response)
	if !s.Visible(id) || r.Date == "" || r.Decision == "" {
		return
	}
	if r.Date > s.Today {
		return // not yet known on the day for which the site is built
	}
	for _, to := range r.To {
		target := s.Rel(n.Doc, to)
		if target == None {
			continue
		}
		rec := s.Rec(target)
		if rec == nil || !s.Visible(target) {
			ref, _ := d.Rel(to)
			if s.Nodes[target].State == Withdrawn {
				problems.Warn("CB091", ref.At, "%s was withdrawn, so this response is not shown", ref.Name).Remedy("delete the response, or set `status: withdrawn` in it")
				continue
			}
			problems.Warn("CB091", ref.At, "%s is not published, so this response is not shown", ref.Name).
				Remedy("it will be, once the case is published")
			continue
		}
		a := Answer{Node: id, Date: r.Date, Decision: r.Decision, By: s.Rel(n.Doc, r.By), Due: r.Due}
		if ref, ok := d.Rel(r.By); ok && a.By == None {
			a.ByText = text.Curly(ref.Name)
		}
		if sec, ok := d.Section("Evidence"); ok && !sec.Body.Empty() {
			a.Evidence = true
		}
		if s.Nodes[id].Path == "responses/" {
			s.Nodes[id].Path = s.Nodes[target].Path // it stands on each recommendation that it answers; links lead to the first
		}
		s.byWhom(&a, rec, d, problems)
		s.possible(a, rec, d, problems)
		rec.Answers = append(rec.Answers, a)
	}
}

// byWhom fills in the only addressee, and says when an answer comes from elsewhere.
func (s *Site) byWhom(a *Answer, rec *RecState, d *content.Doc, problems *diag.List) {
	byStudents := a.Decision == "confirmed" || a.Decision == "not-confirmed" || a.Decision == "used-elsewhere"
	switch {
	case a.By == None && a.ByText == "" && len(rec.For) == 1 && !byStudents:
		a.By = rec.For[0]
	case a.By == None && a.ByText == "" && !byStudents && len(rec.For) > 1:
		names := make([]string, len(rec.For))
		for i, u := range rec.For {
			names[i] = s.Nodes[u].Title
		}
		problems.Error("CB089", d.At("to"), "the response does not say who answers").Remedy("add `by:` with one of: %s", text.Join(names, "or"))
	case a.By == None && a.ByText != "" && !byStudents:
		if r := (content.Ref{Name: a.ByText, To: "unit", At: d.At("by")}); len(s.lookup(r.To, r.Name)) == 0 {
			s.unknown(r, problems) // a draft, or one name of two units, has been said
		}
	case a.By != None && !byStudents && !s.asked(a.By, rec):
		names := make([]string, len(rec.For))
		for i, u := range rec.For {
			names[i] = s.Nodes[u].Title
		}
		problems.Warn("CB088", d.At("by"), "%s answers, but the recommendation is addressed to %s", s.Nodes[a.By].Title, text.Join(names, "and")).
			Remedy("check `by:`; if the request was handed over, record that first with `decision: passed-on`").InCheck()
	}
}

// asked reports whether a unit, or one above or below it, was addressed, or a response passed the request on to it.
func (s *Site) asked(unit NodeID, rec *RecState) bool {
	is := func(u NodeID) bool { return u != None && (s.within(u, unit) || s.within(unit, u)) }
	return slices.ContainsFunc(rec.For, is) || slices.ContainsFunc(s.Inverse(rec.Node, "to", "response"), func(e Edge) bool {
		return is(s.Rel(e.Doc, s.Doc(e.From).Entity.(*content.Response).PassedTo))
	})
}

// possible reports an answer given before the question.
func (s *Site) possible(a Answer, rec *RecState, d *content.Doc, problems *diag.List) {
	c := s.CaseOf(rec.Node)
	if len(c.Year) < 4 {
		return
	}
	if begin := c.Year[:4] + "-09-01"; a.Date < begin {
		problems.Error("CB087", d.At("date"), "the response is dated %s, before the project's year began (%s)", a.Date, begin).
			Remedy("check the year of `date:`, and that `to:` names the right case")
	}
}

// within reports whether a unit is another one or lies inside it.
func (s *Site) within(unit, in NodeID) bool {
	for range 20 {
		if unit == in {
			return true
		}
		n := s.Nodes[unit]
		u, ok := s.Docs[n.Doc].Entity.(*content.Unit)
		if !ok {
			return false
		}
		unit = s.Rel(n.Doc, u.Parent)
		if unit == None {
			return false
		}
	}
	return false
}

// settle puts the answers in order and derives the headline and each unit's own status.
func (s *Site) settle(r *RecState, problems *diag.List) {
	slices.SortStableFunc(r.Answers, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(rank(a.Decision), rank(b.Decision)), cmp.Compare(s.Nodes[a.Node].ID, s.Nodes[b.Node].ID))
	})
	done := false
	var others []UnitState // units that answer without having been addressed
	for _, a := range r.Answers {
		if a.Decision == "used-elsewhere" {
			continue
		}
		if (a.Decision == "confirmed" || a.Decision == "not-confirmed") && !done {
			problems.Warn("CB090", s.Docs[s.Nodes[a.Node].Doc].At("decision"), "students answer here to what nobody has reported as done").
				Remedy("record the unit's own response with `decision: done` first").InCheck()
		}
		done = done || BucketOf(a.Decision) == Done
		r.Decision, r.Since = a.Decision, a.Date
		asked := false
		for i := range r.Units {
			asked = s.hear(a, &r.Units[i], r) || asked
		}
		for i := range others {
			asked = s.hear(a, &others[i], r) || asked
		}
		if !asked {
			others = append(others, UnitState{Unit: a.By, By: None})
			s.hear(a, &others[len(others)-1], r)
		}
	}
	for _, units := range [...][]UnitState{r.Units, others} {
		for _, u := range units {
			if u.Due != "" && (r.Due == "" || u.Due < r.Due) {
				r.Due = u.Due
			}
			r.miss(u, s.Today)
		}
	}
	slices.SortFunc(r.Missed, func(a, b Missed) int { return cmp.Compare(a.Due, b.Due) })
	for _, u := range r.Units {
		if u.Decision == "" {
			r.Waiting = append(r.Waiting, u.Unit)
		}
	}
}

// miss records that a unit's promise stood on a day after the one it was for.
func (r *RecState) miss(u UnitState, day string) {
	if u.Due == "" || u.Due >= day {
		return
	}
	i := slices.IndexFunc(r.Missed, func(m Missed) bool { return m.Due == u.Due })
	if i < 0 {
		i = len(r.Missed)
		r.Missed = append(r.Missed, Missed{Due: u.Due})
	}
	if u.By != None && !slices.Contains(r.Missed[i].By, u.By) {
		r.Missed[i].By = append(r.Missed[i].By, u.By)
	}
}

// hear counts an answer for a unit, if it is its own, or that of a unit above or below it, or of students, who speak to all.
// An answer that ends or renews a promise after its day leaves that day among those missed.
func (s *Site) hear(a Answer, u *UnitState, r *RecState) bool {
	if a.By != None && (u.Unit == None || !s.within(u.Unit, a.By) && !s.within(a.By, u.Unit)) {
		return false
	}
	u.Decision, u.Since = a.Decision, a.Date
	switch {
	case BucketOf(a.Decision) >= Done:
		r.miss(*u, a.Date)
		u.Due, u.By = "", None // kept, given up, or to be promised anew
	case a.Due != "":
		r.miss(*u, a.Date)
		u.Due, u.By = a.Due, a.By
	}
	return true
}

// rank orders decisions of one day as they follow each other.
func rank(decision string) int {
	return slices.Index([]string{"received", "passed-on", "accepted-in-principle", "accepted-in-part", "accepted", "started", "declined", "stopped",
		"already-in-place", "done", "confirmed", "not-confirmed", "overtaken", "used-elsewhere"}, decision)
}
