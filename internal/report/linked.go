package report

import (
	"slices"
	"strings"

	"casebook/internal/site"
)

// linked lists the pages that name a node or a part of it, each once, in the order of their files.
func linked(s *site.Site, id site.NodeID) []Linked {
	var out []Linked
	at := map[int32]int{}
	nodes := []site.NodeID{id}
	for i := range s.Nodes {
		if s.Nodes[i].Parent == id {
			nodes = append(nodes, site.NodeID(i))
		}
	}
	for _, to := range nodes {
		for _, e := range s.In(to) {
			if e.Doc == s.Node(id).Doc {
				continue
			}
			i, ok := at[e.Doc]
			if !ok {
				i = len(out)
				at[e.Doc] = i
				out = append(out, linkFrom(s, e))
			}
			if how := howLinked(s, e, to != id); !slices.Contains(out[i].How, how) {
				out[i].How = append(out[i].How, how)
			}
		}
	}
	slices.SortFunc(out, func(a, b Linked) int { return strings.Compare(a.File, b.File) })
	return out
}

func linkFrom(s *site.Site, e site.Edge) Linked {
	from := e.From
	if n := s.Node(from); n.Parent != site.None {
		from = n.Parent
	}
	return Linked{Title: titleOf(s, from), File: s.Docs[e.Doc].Path, Address: "/" + s.Href(from), Draft: !shownToAll(s, from)}
}

func howLinked(s *site.Site, e site.Edge, part bool) string {
	r := s.Ref(e)
	said := r.Said()
	of := ""
	if part {
		of = s.Node(e.To).Key + ": "
	}
	switch {
	case prose(r.Relation) && said.Sentence != "":
		return of + "“" + said.Sentence + "”"
	case prose(r.Relation):
		return of + "a link in its text"
	case r.Relation == "cite" && said.Locator != "":
		return of + "cited, " + said.Locator
	case r.Relation == "cite":
		return of + "cited"
	}
	how := "`" + r.Relation + ":`"
	if word := inverse(s.Node(e.From).Kind, r.Relation); word != "" {
		how += ", shown here as " + word
	}
	if r.Note != "" {
		how += ": " + r.Note
	}
	return of + how
}
