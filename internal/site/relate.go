package site

import (
	"slices"

	"casebook/internal/content"
)

// relate lays the relations out as two flat slices, by who states them and by whom they are about. What is not output
// has no relations.
func (s *Site) relate() {
	relations := map[string]uint8{}
	refs := 0
	for _, d := range s.Docs {
		refs += len(d.Refs)
	}
	edges := make([]Edge, 0, refs)
	for i, d := range s.Docs {
		from := s.nodeOf[i]
		if from != None && (!s.Visible(from) || s.Nodes[from].State == Withdrawn) || d.Lang != "" {
			continue
		}
		for j := range d.Refs {
			r := &d.Refs[j]
			t := s.Target(int32(i), int32(j))
			if t.Node == None || s.Nodes[t.Node].State == Withdrawn && r.Relation != "link" && r.Relation != "wiki" {
				continue
			}
			owner := from
			if owner == None {
				owner = s.standIn(d)
			}
			if r.From != "" && from != None {
				if part := s.Part(from, r.From); part != None {
					owner = part
				}
			}
			if owner == None {
				continue
			}
			relation, ok := relations[r.Relation]
			if !ok {
				relation = uint8(len(s.relations))
				relations[r.Relation] = relation
				s.relations = append(s.relations, r.Relation)
			}
			edges = append(edges, Edge{From: owner, To: t.Node, Doc: int32(i), Ref: int32(j), relation: relation})
		}
	}
	s.outAt = make([]int32, len(s.Nodes)+1)
	s.inAt = make([]int32, len(s.Nodes)+1)
	s.out = bucket(edges, s.outAt, func(e Edge) NodeID { return e.From })
	s.in = bucket(edges, s.inAt, func(e Edge) NodeID { return e.To })
}

// bucket sorts edges by one end with a counting sort, which keeps the order of documents; starts gets where each begins.
func bucket(edges []Edge, starts []int32, end func(Edge) NodeID) []Edge {
	for _, e := range edges {
		starts[end(e)+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	next := append([]int32(nil), starts...)
	out := make([]Edge, len(edges))
	for _, e := range edges {
		k := end(e)
		out[next[k]] = e
		next[k]++
	}
	return out
}

// standIn is the node of a document without one of its own: the annotation of a reference.
func (s *Site) standIn(d *content.Doc) NodeID {
	if _, ok := d.Entity.(*content.ReferenceNote); ok {
		if ids := s.lookup("reference", d.ID); len(ids) == 1 {
			return ids[0]
		}
	}
	return None
}

// supersede marks what a published item replaces.
func (s *Site) supersede() {
	for _, e := range s.out {
		if s.Relation(e) == "supersedes" && s.Visible(e.From) && s.Nodes[e.To].State == Public && e.From != e.To {
			s.Nodes[e.To].State = Superseded
		}
	}
	for kind, ids := range s.kindIDs {
		s.kindIDs[kind] = slices.DeleteFunc(ids, func(id NodeID) bool { return !s.Listed(id) })
	}
}

// SupersededBy is what replaced a node, None when nothing did.
func (s *Site) SupersededBy(id NodeID) NodeID {
	for _, e := range s.Inverse(id, "supersedes") {
		return e.From
	}
	return None
}
