package site

import "slices"

// Related is one item worth reading beside another, and why.
type Related struct {
	Node   NodeID
	Reason string
}

// widest is how many items may share a term before sharing it says nothing.
const widest = 80

// bond is a term of a case that others share: by which relation, how much that weighs, and the points that it gives each of them.
type bond struct {
	term     NodeID
	relation string
	weight   float64
	points   float64
}

// tie is a case that shares a term with another: bond is an index into that one's.
type tie struct {
	to   NodeID
	bond int32
}

// near is a case with the points of all its ties, and the bond that weighs most.
type near struct {
	to     NodeID
	points float64
	bond   bond
}

// RelatedTo finds cases near a case: a shared ask weighs more than a shared theme and group, these more than a shared
// method, and a rare term more than a common one. It walks the lists of the case's own terms, never all pairs.
func (s *Site) RelatedTo(id NodeID, most int) []Related {
	var bonds []bond
	ties := make([]tie, 0, 2*widest) // most cases need no more
	add := func(term NodeID, relation string, weight float64) {
		all := s.sharing(ties, int32(len(bonds)), term, relation, id)
		if n := len(all) - len(ties); n > 0 && n <= widest {
			ties, bonds = all, append(bonds, bond{term, relation, weight, weight/float64(1+n) + weight/100})
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
	slices.SortFunc(ties, func(a, b tie) int {
		if a.to != b.to {
			return int(a.to - b.to)
		}
		return int(a.bond - b.bond)
	})
	var nearest []near
	for len(ties) > 0 {
		n := near{to: ties[0].to}
		for len(ties) > 0 && ties[0].to == n.to {
			b := bonds[ties[0].bond]
			n.points += b.points
			if b.weight > n.bond.weight {
				n.bond = b
			}
			ties = ties[1:]
		}
		nearest = s.amongNearest(nearest, n, id, most)
	}
	out := make([]Related, len(nearest))
	for i, n := range nearest {
		out[i] = Related{Node: n.to, Reason: s.inCommon(n.bond)}
	}
	return out
}

// amongNearest puts a case in its place among the nearest to another, the one of most points first, if it has one there. Those that
// one builds on, or that build on it, are shown under their own heading.
func (s *Site) amongNearest(nearest []near, n near, id NodeID, most int) []near {
	at := len(nearest)
	for at > 0 && n.points > nearest[at-1].points {
		at--
	}
	if at == most || s.buildsOn(id, n.to) || s.buildsOn(n.to, id) {
		return nearest
	}
	if len(nearest) == most {
		nearest = nearest[:most-1]
	}
	return slices.Insert(nearest, at, n)
}

// inCommon says what two cases have in common.
func (s *Site) inCommon(b bond) string {
	title := s.Nodes[b.term].Title
	switch b.relation {
	case "ask":
		return "asks the same: " + title
	case "studied":
		return "also studied " + title
	case "methods":
		return "uses the same method: " + lowerFirst(title)
	}
	return "also about " + lowerFirst(title)
}

// sharing appends ties to the listed cases, but for one, that stand in a relation to a term themselves or by a recommendation. It
// stops where they are more than widest.
func (s *Site) sharing(ties []tie, bond int32, term NodeID, relation string, but NodeID) []tie {
	edges := s.In(term)
	if len(edges) > widest*4 {
		return ties
	}
	last, found := but, 0
	for _, e := range edges {
		if s.Relation(e) != relation {
			continue
		}
		other := e.From
		if parent := s.Nodes[other].Parent; parent != None {
			other = parent
		}
		// Edges come document by document, so that a case's own and its recommendations' follow each other.
		if other == but || other == last || s.Nodes[other].Kind != "case" || !s.Listed(other) {
			continue
		}
		ties, last = append(ties, tie{other, bond}), other
		if found++; found > widest {
			break
		}
	}
	return ties
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
