package export

import (
	"slices"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

func recommendations(s *holdings) Collection {
	rec := func(id site.NodeID) *site.RecState { return s.Rec(id) }
	var held []string // of the column being read
	ids := func(nodes []site.NodeID) []string {
		held = held[:0]
		for _, n := range nodes {
			if s.Visible(n) {
				held = append(held, s.Nodes[n].ID)
			}
		}
		return held
	}
	return Collection{
		Name: "recommendations", Title: "Recommendations", About: "Each thing that a project or panel asked for, and where it stands on the day of the build.",
		rows: func(yield func(row) bool) {
			for r := range s.rows("recommendation") {
				if s.Recommendation(r.id).Withdrawn == "" && !yield(r) {
					return
				}
			}
		},
		Columns: append(opening(s),
			one("from", "The id of the case or insight.", func(id site.NodeID) string { return s.Nodes[s.Nodes[id].Parent].ID }),
			one("number", "Its catalogue number.", func(id site.NodeID) string { return s.Nodes[id].Number }),
			one("key", "The permanent key in it.", func(id site.NodeID) string { return s.Nodes[id].Key }),
			one("text", "What is asked for.", func(id site.NodeID) string { return s.Nodes[id].Title }),
			several("for", "Ids of the units addressed.", func(id site.NodeID) []string { return ids(rec(id).For) }),
			one("asked", "The day on which it was sent; a year alone in old records.", func(id site.NodeID) string { return rec(id).Asked }),
			one("status", "Where it stands in a reader’s words.", func(id site.NodeID) string { return rec(id).Bucket().Word() }),
			one("decision", "The latest decision, empty without a response.", func(id site.NodeID) string { return rec(id).Decision }),
			one("since", "The day of that decision.", func(id site.NodeID) string { return rec(id).Since }),
			one("due", "The earliest day that is promised and still owed.", func(id site.NodeID) string { return rec(id).Due }),
			several("waiting", "Ids of units addressed that have not answered.", func(id site.NodeID) []string { return ids(rec(id).Waiting) }),
			several("because", "Keys of the findings behind it.", func(id site.NodeID) []string { return s.Recommendation(id).Because }),
			one("ask", "The id of the recurring request it belongs to.", func(id site.NodeID) string {
				if ask := s.AskOf(id); s.Visible(ask) {
					return s.Nodes[ask].ID
				}
				return ""
			}),
			several("themes", "Ids of its themes, or of its case’s.", func(id site.NodeID) []string { return ids(s.ThemesOf(id)) }),
			one("effort", "What its authors thought it would take.", func(id site.NodeID) string { return s.Recommendation(id).Effort }),
			one("cost", "What its authors thought it would cost.", func(id site.NodeID) string { return s.Recommendation(id).Cost }),
		),
	}
}

func findings(s *holdings) Collection {
	return Collection{
		Name: "findings", Title: "Findings", About: "What projects found, and the points that panels made.", rows: s.rows("finding"),
		Columns: append(opening(s),
			one("from", "The id of the case or insight.", func(id site.NodeID) string { return s.Nodes[s.Nodes[id].Parent].ID }),
			one("key", "The permanent key in it.", func(id site.NodeID) string { return s.Nodes[id].Key }),
			one("text", "What was found.", func(id site.NodeID) string { return s.Nodes[id].Title }),
		),
	}
}

func references(s *holdings) Collection {
	text := func(key, doc string, value func(r cite.Reference) string) Column {
		return one(key, doc, func(id site.NodeID) string { return value(s.Reference(id)) })
	}
	return Collection{
		Name: "references", Title: "References", About: "What the library cites. For a reference manager take the files of the bibliography.", rows: s.rows("reference"),
		Columns: append(opening(s)[:2],
			text("type", "What it is, in the words of CSL.", func(r cite.Reference) string { return r.Type }),
			several("authors", "Who wrote it.", func(id site.NodeID) []string {
				var out []string
				for _, a := range s.Reference(id).Authors {
					out = append(out, cite.Full(a))
				}
				return out
			}),
			text("year", "When it came out.", func(r cite.Reference) string { return r.Issued.YearText() }),
			text("title", "Its title.", func(r cite.Reference) string { return r.Title }),
			text("in", "The journal, book or site that it is part of.", func(r cite.Reference) string { return r.ContainerTitle }),
			text("publisher", "Who published it.", func(r cite.Reference) string { return r.Publisher }),
			text("doi", "Its DOI.", func(r cite.Reference) string { return r.DOI }),
			text("address", "Its address on the web.", func(r cite.Reference) string { return r.URL }),
		),
	}
}

func words(s *holdings) Collection {
	var kinds []string
	for _, v := range content.VocabularyKinds {
		kinds = append(kinds, v.Kind)
	}
	return Collection{
		Name: "vocabulary", Title: "Vocabulary", About: "The words that cases are filed under: groups, levels, forms, roles, subjects, audiences.",
		rows: s.rows(kinds...),
		Columns: []Column{
			one("kind", "Which vocabulary it belongs to.", func(id site.NodeID) string { return s.Nodes[id].Kind }),
			one("id", "The permanent id.", func(id site.NodeID) string { return s.Nodes[id].ID }),
			one("title", "The word.", func(id site.NodeID) string { return s.Nodes[id].Title }),
		},
	}
}

// relations are all edges between what is shown, without those to people and to roles.
func relations(s *holdings) Collection {
	of := func(key, doc string, value func(e site.Edge) string) Column {
		var held [1]string
		return Column{Key: key, Doc: doc, value: func(r row) []string {
			held[0] = value(r.edge)
			return held[:]
		}}
	}
	return Collection{
		Name: "relations", Title: "Relations", About: "Who is related to what, each typed once: from one thing, by a relation, to another.",
		rows: func(yield func(row) bool) {
			for i := range s.Nodes {
				if !s.named[i] {
					continue
				}
				out := s.Out(site.NodeID(i))
				for j, e := range out {
					if !s.named[e.To] {
						continue
					}
					again := slices.ContainsFunc(out[:j], func(o site.Edge) bool {
						return o.To == e.To && s.Relation(o) == s.Relation(e) && s.Ref(o).Note == s.Ref(e).Note
					})
					if !again && !yield(row{edge: e}) {
						return
					}
				}
			}
		},
		Columns: []Column{
			of("from_kind", "The kind of the first.", func(e site.Edge) string { return s.Nodes[e.From].Kind }),
			of("from", "The id of the first.", func(e site.Edge) string { return s.Nodes[e.From].ID }),
			of("relation", "How it is related: the name of a field, or link, wiki, cite and term for a mention in the text.", s.Relation),
			of("to_kind", "The kind of the second.", func(e site.Edge) string { return s.Nodes[e.To].Kind }),
			of("to", "The id of the second.", func(e site.Edge) string { return s.Nodes[e.To].ID }),
			of("note", "The reason or number that stands beside it.", func(e site.Edge) string { return s.Ref(e).Note }),
		},
	}
}
