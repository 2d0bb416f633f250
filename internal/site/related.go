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

// RelatedTo finds cases near a case: a shared ask weighs more than a shared theme and group, these more than a shared
// method, and a rare term more than a common one. It walks the lists of the case's own terms, never all pairs.
func (s *Site) RelatedTo(id NodeID, most int) []Related {
	type score struct {
		points float64
		best   float64
		reason string
	}
	scores := map[NodeID]*score{}
	add := func(term NodeID, relation string, weight float64, reason string) {
		edges := s.In(term)
		if len(edges) > widest*4 {
			return
		}
		var near []NodeID
		for _, e := range edges {
			if s.Ref(e).Relation != relation {
				continue
			}
			other := e.From
			if s.Nodes[other].Parent != None {
				other = s.Nodes[other].Parent
			}
			if other != id && s.Nodes[other].Kind == "case" && s.Listed(other) && !slices.Contains(near, other) {
				near = append(near, other)
			}
		}
		if len(near) == 0 || len(near) > widest {
			return
		}
		points := weight / float64(1+len(near))
		for _, n := range near {
			sc := scores[n]
			if sc == nil {
				sc = &score{}
				scores[n] = sc
			}
			sc.points += points + weight/100
			if weight > sc.best {
				sc.best, sc.reason = weight, reason
			}
		}
	}
	for _, r := range s.RecsOf(id) {
		if ask := s.AskOf(r); ask != None {
			add(ask, "ask", 100, "asks the same: "+s.Nodes[ask].Title)
		}
	}
	for _, e := range s.Out(id) {
		switch s.Ref(e).Relation {
		case "themes":
			add(e.To, "themes", 30, "also about "+lowerFirst(s.Nodes[e.To].Title))
		case "groups":
			if s.Nodes[e.To].ID != "everyone" {
				add(e.To, "groups", 20, "also about "+lowerFirst(s.Nodes[e.To].Title))
			}
		case "studied":
			add(e.To, "studied", 15, "also studied "+s.Nodes[e.To].Title)
		case "methods":
			add(e.To, "methods", 8, "uses the same method: "+lowerFirst(s.Nodes[e.To].Title))
		}
	}
	// Those it builds on, or that build on it, are shown under their own heading.
	for _, e := range s.Out(id) {
		if s.Ref(e).Relation == "builds_on" {
			delete(scores, e.To)
		}
	}
	for _, e := range s.Inverse(id, "builds_on") {
		delete(scores, e.From)
	}
	ids := make([]NodeID, 0, len(scores))
	for n := range scores {
		ids = append(ids, n)
	}
	slices.SortFunc(ids, func(a, b NodeID) int {
		return cmp.Or(cmp.Compare(scores[b].points, scores[a].points), cmp.Compare(a, b))
	})
	var out []Related
	for _, n := range ids[:min(most, len(ids))] {
		out = append(out, Related{Node: n, Reason: scores[n].reason})
	}
	return out
}

func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
