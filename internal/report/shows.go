package report

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
)

// shows lists the files that a node's page shows something of, each with what, its own text first.
func shows(s *site.Site, id site.NodeID) []Shown {
	var out []Shown
	add := func(what, file string) {
		if one := (Shown{what, file}); file != "" && !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	n := s.Node(id)
	if n.Doc >= 0 {
		add("its own text", s.Docs[n.Doc].Path)
	}
	nodes := []site.NodeID{id}
	if n.Kind == "case" {
		nodes = append(nodes, s.RecsOf(id)...)
	}
	for _, part := range nodes {
		if rec := s.Rec(part); rec != nil {
			for _, a := range rec.Answers {
				add("a response", s.Doc(a.Node).Path)
			}
		}
	}
	for _, part := range nodes {
		for _, e := range s.Out(part) {
			add(shownAs(s, e, true), fileOf(s, e.To))
		}
		for _, e := range s.In(part) {
			if r := s.Ref(e); !prose(r.Relation) && r.Relation != "to" && shownToAll(s, e.From) {
				add(shownAs(s, e, false), fileOf(s, e.From))
			}
		}
	}
	if n.Doc >= 0 && n.Part < 0 {
		for ref := range s.Docs[n.Doc].Refs {
			if file := s.Target(n.Doc, int32(ref)).File; file >= 0 {
				add("a file", s.Attachments[file].Path)
			}
		}
	}
	if n.Kind == "case" {
		for _, r := range s.RelatedTo(id, 3) {
			add("a card: "+r.Reason, fileOf(s, r.Node))
		}
	}
	return slices.DeleteFunc(out, func(one Shown) bool {
		return n.Doc >= 0 && one.File == s.Docs[n.Doc].Path && one.What != "its own text"
	})
}

func fileOf(s *site.Site, id site.NodeID) string {
	if d := s.Doc(id); d != nil {
		return d.Path
	}
	return ""
}

func prose(relation string) bool {
	return relation == "link" || relation == "wiki" || relation == "term"
}

// shownAs is what one end of a relation is on the page of the other: from is the page that states it.
func shownAs(s *site.Site, e site.Edge, from bool) string {
	r := s.Ref(e)
	switch {
	case prose(r.Relation):
		return "a link in its text"
	case r.Relation == "cite" && from:
		return "a reference"
	case r.Relation == "cite":
		return "cited in"
	case r.Relation == "person" && from:
		return "a credit"
	case from:
		return strings.ReplaceAll(r.Relation, "_", " ")
	}
	return inverse(s.Node(e.From).Kind, r.Relation)
}

// inverse is what a relation is called from its other side.
func inverse(kind, relation string) string {
	if relation == "person" {
		return "contributions" // of a credit, which the specs of a case leave out
	}
	if kind == "recommendation" {
		kind = "case"
	}
	k, _ := content.KindNamed(kind)
	if k.New == nil {
		return relation
	}
	if word, ok := inverseIn(content.Specs(k), relation); ok {
		return word
	}
	return strings.ReplaceAll(relation, "_", " ")
}

func inverseIn(fields []content.FieldSpec, relation string) (string, bool) {
	for _, f := range fields {
		if f.Key == relation && f.Inverse != "" {
			return f.Inverse, true
		}
	}
	for _, f := range fields {
		if word, ok := inverseIn(f.Fields, relation); ok {
			return word, true
		}
	}
	return "", false
}
