package site

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// AskedOf are the listed recommendations addressed to a unit, oldest first. It follows the unit's own
// relations: those that name it, and those of projects about it that name nobody.
func (s *Site) AskedOf(unit NodeID) []NodeID {
	var out []NodeID
	seen := map[NodeID]bool{}
	take := func(id NodeID) {
		if seen[id] || !s.Listed(id) || s.Recommendation(id).Withdrawn != "" || !slices.Contains(s.Rec(id).For, unit) {
			return
		}
		seen[id] = true
		out = append(out, id)
	}
	for _, e := range s.In(unit) {
		switch s.Relation(e) {
		case "for":
			if s.Nodes[e.From].Kind == "recommendation" {
				take(e.From)
			}
		case "studied", "sent_to":
			for _, r := range s.RecsOf(e.From) {
				take(r)
			}
		}
	}
	s.byAsked(out)
	return out
}

// byAsked puts recommendations in the order in which they were asked.
func (s *Site) byAsked(ids []NodeID) {
	slices.SortStableFunc(ids, func(a, b NodeID) int {
		if order := cmp.Compare(s.Rec(a).Asked, s.Rec(b).Asked); order != 0 {
			return order
		}
		return cmp.Compare(s.Nodes[a].ID, s.Nodes[b].ID)
	})
}

// Whole reports whether a unit holds all others: a university is no place among its departments.
func (s *Site) Whole(unit NodeID) bool {
	all := s.OfKind("unit")
	return len(all) > 1 && !slices.ContainsFunc(all, func(u NodeID) bool { return !s.within(u, unit) })
}

// UnitDue is the day by which a unit addressed promised a recommendation; "" without a promise, or when it has been kept or
// given up.
func (s *Site) UnitDue(rec, unit NodeID) string { return s.UnitStanding(rec, unit).Due }

// UnitAnswer is the response behind a unit's own standing; ok is false without one.
func (s *Site) UnitAnswer(rec, unit NodeID) (a Answer, ok bool) {
	for _, b := range s.Rec(rec).Answers {
		if b.Decision != "used-elsewhere" && (b.By == None || s.within(unit, b.By) || s.within(b.By, unit)) {
			a, ok = b, true
		}
	}
	return a, ok
}

// FileBeside is the attachment of that name in a document's own folder, -1 without one.
func (s *Site) FileBeside(doc int32, name string) int32 {
	d := s.Docs[doc]
	if i, ok := s.fileAt(path.Join(strings.TrimSuffix(d.Path, path.Ext(d.Path)), name)); ok {
		return i
	}
	return -1
}
