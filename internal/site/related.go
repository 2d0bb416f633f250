package site

import (
	"cmp"
	"slices"
)

// Related is one item worth reading beside another, and why.
type Related struct {
	Node   NodeID
	Reason string
}

// widest is how many items may share a term before sharing it says nothing.
const widest = 80

// tie is what one case has in common with another: a term, by a relation.
type tie struct {
	to, term NodeID
	relation string
	points   float64
	weight   float64
}

// RelatedTo finds cases near a case: a shared ask weighs more than a shared theme and group, these more than a shared
// method, and a rare term more than a common one. It walks the lists of the case's own terms, never all pairs.
func (s *Site) RelatedTo(id NodeID, most int) []Related {
	var space [4 * widest]tie // most cases need no more
	ties := space[:0]
	var nearby [widest + 1]NodeID
	add := func(term NodeID, relation string, weight float64) {
		near := s.sharing(nearby[:0], term, relation, id)
		if len(near) == 0 || len(near) > widest {
			return
		}
		points := weight/float64(1+len(near)) + weight/100
		for _, n := range near {
			ties = append(ties, tie{n, term, relation, points, weight})
		}
	}
	for _, r := range s.RecsOf(id) {
		if ask := s.AskOf(r); ask != None {
			add(ask, "ask", 100)
		}
	}
	for _, e := range s.Out(id) {
		switch relation := s.Relation(e); relation {
		case "themes":
			add(e.To, relation, 30)
		case "groups":
			if s.Nodes[e.To].ID != "everyone" {
				add(e.To, relation, 20)
			}
		case "studied":
			add(e.To, relation, 15)
		case "methods":
			add(e.To, relation, 8)
		}
	}
	// The ties to one case become one: their points together, and the reason that weighs most.
	slices.SortStableFunc(ties, func(a, b tie) int { return cmp.Compare(a.to, b.to) })
	found := ties[:0]
	for i, t := range ties {
		if i == 0 || t.to != found[len(found)-1].to {
			found = append(found, t)
			continue
		}
		f := &found[len(found)-1]
		f.points += t.points
		if t.weight > f.weight {
			f.weight, f.term, f.relation = t.weight, t.term, t.relation
		}
	}
	slices.SortFunc(found, func(a, b tie) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.to, b.to))
	})
	var out []Related
	for _, t := range found {
		if len(out) == most {
			break
		}
		// Those it builds on, or that build on it, are shown under their own heading.
		if !s.buildsOn(id, t.to) && !s.buildsOn(t.to, id) {
			out = append(out, Related{Node: t.to, Reason: s.inCommon(t)})
		}
	}
	return out
}

// inCommon says what two cases have in common.
func (s *Site) inCommon(t tie) string {
	title := s.Nodes[t.term].Title
	switch t.relation {
	case "ask":
		return "asks the same: " + title
	case "studied":
		return "also studied " + title
	case "methods":
		return "uses the same method: " + lowerFirst(title)
	}
	return "also about " + lowerFirst(title)
}

// sharing appends the listed cases, but for one, that stand in a relation to a term themselves or by a recommendation. It
// stops where they are more than widest.
func (s *Site) sharing(out []NodeID, term NodeID, relation string, but NodeID) []NodeID {
	edges := s.In(term)
	if len(edges) > widest*4 {
		return out
	}
	for _, e := range edges {
		if s.Relation(e) != relation {
			continue
		}
		other := e.From
		if parent := s.Nodes[other].Parent; parent != None {
			other = parent
		}
		// Edges come document by document, so that a case's own and its recommendations' follow each other.
		if other == but || len(out) > 0 && out[len(out)-1] == other || s.Nodes[other].Kind != "case" || !s.Listed(other) {
			continue
		}
		if out = append(out, other); len(out) > widest {
			break
		}
	}
	return out
}

func (s *Site) buildsOn(later, earlier NodeID) bool {
	for _, e := range s.Out(later) {
		if e.To == earlier && s.Relation(e) == "builds_on" {
			return true
		}
	}
	return false
}

func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
