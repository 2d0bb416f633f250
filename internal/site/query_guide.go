package site

import (
	"cmp"
	"iter"
	"slices"

	"casebook/internal/content"
)

// Stand is where a guide page stands in a journey: on step N of Steps, counted from 1, or with N 0 beside them.
type Stand struct {
	Journey NodeID
	N       int
	Steps   []StepOf
}

// StandsIn lists the journeys that a guide page belongs to, in the order of their files: its main journey first, then
// other steps, then those that it only stands beside. It walks the relations of the page, not all journeys.
func (s *Site) StandsIn(page NodeID) []Stand {
	var out []Stand
	for _, e := range s.In(page) {
		switch s.Docs[e.Doc].Refs[e.Ref].Relation {
		case "page", "or", "secondary", "related":
		default:
			continue
		}
		if s.Nodes[e.From].Kind != "journey" || !s.Listed(e.From) || slices.ContainsFunc(out, func(o Stand) bool { return o.Journey == e.From }) {
			continue
		}
		steps := s.Steps(e.From)
		n := 1 + slices.IndexFunc(steps, func(st StepOf) bool { return slices.Contains(st.Pages, page) })
		out = append(out, Stand{Journey: e.From, N: n, Steps: steps})
	}
	primary := None
	if g, ok := s.Doc(page).Entity.(*content.Guide); ok {
		primary = s.Rel(s.Nodes[page].Doc, g.Primary)
	}
	rank := func(p Stand) int {
		switch {
		case p.N == 0:
			return 2
		case p.Journey == primary:
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b Stand) int { return cmp.Compare(rank(a), rank(b)) })
	return out
}

// Called finds the one published thing of a kind that goes by a name, None when nothing or more than one thing does.
func (s *Site) Called(kind, name string) NodeID {
	ids := s.lookup(kind, name)
	if len(ids) != 1 || !s.Visible(ids[0]) {
		return None
	}
	return ids[0]
}

// TopThemes are the listed themes that lie under no other, by title.
func (s *Site) TopThemes() []NodeID {
	var out []NodeID
	for _, id := range s.kindIDs["theme"] {
		if len(s.broader(id)) == 0 {
			out = append(out, id)
		}
	}
	s.ByTitle(out)
	return out
}

func (s *Site) broader(theme NodeID) []NodeID {
	var out []NodeID
	for _, e := range s.Out(theme) {
		if s.Docs[e.Doc].Refs[e.Ref].Relation == "broader" && s.Listed(e.To) {
			out = append(out, e.To)
		}
	}
	return out
}

// reach is how many relations of one theme or principle are looked through for cases near a page, and enough how many
// finds are weighed. The latest cases are looked at first, so that a page of a large library costs no more.
const (
	reach  = 200
	enough = 24
)

// InPractice are listed cases that show what a guide page advises, each with its reason: first those that the page names,
// in its order, then those that share most principles and themes with it, the latest first.
func (s *Site) InPractice(page NodeID, most int) []Related {
	var out []Related
	for _, e := range s.Out(page) {
		id := e.To
		if s.Nodes[id].Parent != None {
			id = s.Nodes[id].Parent
		}
		if !s.byHand(e) || s.Nodes[id].Kind != "case" || !s.Listed(id) || slices.ContainsFunc(out, func(r Related) bool { return r.Node == id }) {
			continue
		}
		if out = append(out, Related{Node: id, Reason: s.shared(page, id)}); len(out) == most {
			return out
		}
	}
	found := s.nearCases(page)
	for len(out) < most {
		best := -1
		for i, n := range found {
			if n.points > 0 && (best < 0 || n.points > found[best].points || n.points == found[best].points && n.year > found[best].year) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		n := found[best]
		found[best].points = 0
		if !slices.ContainsFunc(out, func(o Related) bool { return o.Node == n.by.From }) {
			out = append(out, Related{Node: n.by.From, Reason: s.nearBy(n.by)})
		}
	}
	return out
}

// byHand is true of a link in prose, and of what an author put under see_also.
func (s *Site) byHand(e Edge) bool {
	switch s.Docs[e.Doc].Refs[e.Ref].Relation {
	case "link", "wiki", "see_also":
		return true
	}
	return false
}

// shared says what a case that a page names has to do with it.
func (s *Site) shared(page, id NodeID) string {
	for _, e := range s.Out(id) {
		if s.Relation(e) == "exemplifies" && s.Ref(e).From == "" && s.states(page, "exemplifies", e.To) {
			return s.atWork(e)
		}
	}
	return "Named on this page"
}

func (s *Site) states(id NodeID, relation string, to NodeID) bool {
	return slices.ContainsFunc(s.Out(id), func(e Edge) bool { return e.To == to && s.Docs[e.Doc].Refs[e.Ref].Relation == relation })
}

// atWork is the reason that a case gives for showing a principle.
func (s *Site) atWork(e Edge) string {
	title := s.Nodes[e.To].Title
	if note := s.Ref(e).Note; note != "" {
		return title + ": " + note
	}
	return "Shows " + title
}

// nearCase is a case that shares something with a page: how much, and by which of its relations.
type nearCase struct {
	by     Edge
	points int
	year   string
}

// nearCases are the latest cases that share a principle (three points) or a theme (two) with a page.
func (s *Site) nearCases(page NodeID) []nearCase {
	var found []nearCase
	look := func(term NodeID, relation string, points int) {
		for e := range s.latest(term, relation) {
			if s.Nodes[e.From].Kind != "case" || !s.Listed(e.From) {
				continue
			}
			if i := slices.IndexFunc(found, func(n nearCase) bool { return n.by.From == e.From }); i >= 0 {
				found[i].points += points
				continue
			}
			found = append(found, nearCase{by: e, points: points, year: s.CaseOf(e.From).Year})
		}
	}
	for _, e := range s.Out(page) {
		if s.Docs[e.Doc].Refs[e.Ref].Relation == "exemplifies" {
			look(e.To, "exemplifies", 3)
		}
	}
	for _, e := range s.Out(page) {
		if s.Docs[e.Doc].Refs[e.Ref].Relation == "themes" {
			look(e.To, "themes", 2)
		}
	}
	return found
}

// nearBy says why a case stands beside a page.
func (s *Site) nearBy(e Edge) string {
	if s.Docs[e.Doc].Refs[e.Ref].Relation == "exemplifies" {
		return s.atWork(e)
	}
	return "Also about " + lowerFirst(s.Nodes[e.To].Title)
}

// latest yields the relations of one name that cases, or recommendations in them, have to a term: the last documents
// first, up to what is enough.
func (s *Site) latest(term NodeID, relation string) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		cases := s.kindIDs["case"]
		if len(cases) == 0 {
			return
		}
		// Edges are in the order of documents, and a kind's documents lie together.
		edges := s.In(term)
		end, _ := slices.BinarySearchFunc(edges, s.Nodes[cases[len(cases)-1]].Doc+1, func(e Edge, doc int32) int { return cmp.Compare(e.Doc, doc) })
		finds := 0
		for _, e := range slices.Backward(edges[max(0, end-reach):end]) {
			if s.Docs[e.Doc].Refs[e.Ref].Relation != relation {
				continue
			}
			if finds++; finds > enough || !yield(e) {
				return
			}
		}
	}
}

// AskedNear are listed recommendations that bear on a guide page: those that it names, else one each of the latest cases
// that share a theme with it.
func (s *Site) AskedNear(page NodeID, most int) []NodeID {
	var out []NodeID
	take := func(id NodeID) {
		if len(out) < most && s.Nodes[id].Kind == "recommendation" && s.Listed(id) && s.Recommendation(id).Withdrawn == "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, e := range s.Out(page) {
		if s.byHand(e) {
			take(e.To)
		}
	}
	if len(out) > 0 {
		return out // what shares a theme with most of the guide would stand on most of its pages
	}
	from := func(id NodeID) bool {
		return slices.ContainsFunc(out, func(o NodeID) bool { return s.Nodes[o].Parent == id })
	}
	for _, t := range s.ThemesOf(page) {
		for e := range s.latest(t, "themes") {
			switch {
			case len(out) == most:
				return out
			case s.Nodes[e.From].Kind == "recommendation" && !from(s.Nodes[e.From].Parent):
				take(e.From)
			case s.Nodes[e.From].Kind == "case" && !from(e.From):
				recs := s.RecsOf(e.From)
				if i := slices.IndexFunc(recs, func(r NodeID) bool { return s.isAbout(r, t) }); i >= 0 {
					take(recs[i])
				}
			}
		}
	}
	return out
}

// isAbout reports whether a recommendation has a theme, its own or, when it has none, its case's.
func (s *Site) isAbout(rec, theme NodeID) bool {
	own := false
	for _, e := range s.Out(rec) {
		if s.Docs[e.Doc].Refs[e.Ref].Relation == "themes" {
			own = true
			if e.To == theme {
				return true
			}
		}
	}
	return !own && s.states(s.Nodes[rec].Parent, "themes", theme)
}
