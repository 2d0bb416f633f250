package export

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// Collection is a table of what the library holds of one sort. Each is published as JSON and as CSV.
type Collection struct {
	Name    string // cases: the file's name
	Title   string
	About   string
	Columns []Column
	rows    func(yield func(row) bool)
}

// Column is one column of a collection: a text, or a list of texts.
type Column struct {
	Key   string
	Doc   string
	List  bool
	value func(r row) []string
}

// row is what a line of a collection is about: a node, or an edge.
type row struct {
	id   site.NodeID
	edge site.Edge
}

// notOutput are fields that pages do not show, or that stand in a column of their own.
var notOutput = []string{"slug", "aliases", "status", "withdrawn", "on_expiry", "credits", "recommendations", "language", "licence", "audience", "owner", "review_every", "supersedes"}

// notCollected are kinds without a collection: people are named with what they agreed to and not as a list; roles to write to
// stand on the page of contacts; there is one accessibility statement, and it is a page.
var notCollected = []string{"person", "contact", "reference", "statement"}

// holdings are what the collections draw on: the nodes that pages show, by kind in the order of the documents, and what each
// response says on the first recommendation that shows it. A response is shown only with one, from its day on.
type holdings struct {
	*site.Site
	byKind  map[string][]site.NodeID
	named   []bool // of all nodes those that relations name: neither people nor roles
	answers map[site.NodeID]*site.Answer
}

func holdingsOf(s *site.Site) *holdings {
	h := &holdings{Site: s, byKind: map[string][]site.NodeID{}, named: make([]bool, len(s.Nodes)), answers: map[site.NodeID]*site.Answer{}}
	for i := range s.Recs {
		if rec := &s.Recs[i]; s.Visible(rec.Node) {
			for j := range rec.Answers {
				if a := &rec.Answers[j]; h.answers[a.Node] == nil {
					h.answers[a.Node] = a
				}
			}
		}
	}
	for i := range s.Nodes {
		id, kind := site.NodeID(i), s.Nodes[i].Kind
		if s.Visible(id) && (kind != "response" || h.answers[id] != nil) {
			h.named[i] = kind != "person" && kind != "contact"
			h.byKind[kind] = append(h.byKind[kind], id)
		}
	}
	return h
}

// rows are the nodes of some kinds.
func (h *holdings) rows(kinds ...string) func(func(row) bool) {
	return func(yield func(row) bool) {
		for _, kind := range kinds {
			for _, id := range h.byKind[kind] {
				if !yield(row{id: id}) {
					return
				}
			}
		}
	}
}

// collections are all tables that hold something.
func collections(s *holdings) []Collection {
	var out []Collection
	for _, k := range content.Kinds {
		if slices.Contains(notCollected, k.Name) || len(s.byKind[k.Name]) == 0 {
			continue
		}
		out = append(out, ofKind(s, k))
		if k.Name == "insight" || k.Name == "case" && len(s.byKind["insight"]) == 0 {
			out = append(out, recommendations(s), findings(s))
		}
	}
	if len(s.byKind["reference"]) > 0 {
		out = append(out, references(s))
	}
	out = append(out, words(s), relations(s))
	return slices.DeleteFunc(out, func(c Collection) bool {
		for range c.rows {
			return false
		}
		return true
	})
}

// one is a column of one text.
func one(key, doc string, value func(id site.NodeID) string) Column {
	var held [1]string
	return Column{Key: key, Doc: doc, value: func(r row) []string {
		held[0] = value(r.id)
		return held[:]
	}}
}

// several is a column of a list.
func several(key, doc string, value func(id site.NodeID) []string) Column {
	return Column{Key: key, Doc: doc, List: true, value: func(r row) []string { return value(r.id) }}
}

// opening are the columns that every collection of things with an address begins with.
func opening(s *holdings) []Column {
	return []Column{
		one("id", "The permanent id.", func(id site.NodeID) string { return s.Nodes[id].ID }),
		one("url", "Where it stands: the whole address, or below the site's root when the library has none.", func(id site.NodeID) string {
			if s.BaseURL == "" {
				return s.Href(id)
			}
			return s.Absolute(s.Href(id))
		}),
		one("state", "published, archived or superseded; draft and scheduled in a preview.", func(id site.NodeID) string { return stateWord(s.Nodes[id].State) }),
	}
}

func stateWord(st site.State) string {
	switch st {
	case site.Draft:
		return "draft"
	case site.Scheduled:
		return "scheduled"
	case site.Archived:
		return "archived"
	case site.Superseded:
		return "superseded"
	}
	return "published"
}

// ofKind is the collection of a kind: its fields as `casebook explain` lists them, and what follows from them.
func ofKind(s *holdings, k content.Kind) Collection {
	c := Collection{Name: k.Folder, Title: strings.ToUpper(k.Plural[:1]) + k.Plural[1:], rows: s.rows(k.Name)}
	c.Columns = opening(s)
	for _, f := range content.Specs(k) {
		if slices.Contains(notOutput, f.Key) {
			continue
		}
		if col, ok := fieldColumn(s, f); ok {
			if other := derived(s, k.Name, f.Key); other != nil {
				typed := col.value
				col.value = func(r row) []string {
					if v := typed(r); len(v) > 0 {
						return v
					}
					return []string{other(r.id)}
				}
			}
			c.Columns = append(c.Columns, col)
		}
	}
	switch k.Name {
	case "case", "insight", "story", "guide":
		c.Columns = append(c.Columns, several("authors", "Those whom a citation names: people as each agreed to be named, then the programme.", func(id site.NodeID) []string {
			var out []string
			for _, a := range s.Authors(id) {
				out = append(out, cite.Full(a))
			}
			return out
		}), one("licence", "The licence of the text.", func(id site.NodeID) string { return s.Inherited(id).Licence }),
			one("language", "The language of the text.", func(id site.NodeID) string { return s.Inherited(id).Language }))
	}
	switch k.Name {
	case "case", "insight":
		c.Columns = append(c.Columns, one("asked", "How many recommendations it makes.", func(id site.NodeID) string { return strconv.Itoa(len(s.RecsOf(id))) }))
	case "guide", "journey", "opportunity":
		c.Columns = append(c.Columns, one("audience", "Who it is for: staff, students or both.", func(id site.NodeID) string { return s.Inherited(id).Audience }))
	}
	return c
}

// derived is what stands in a field that was left out; nil where nothing does.
func derived(s *holdings, kind, key string) func(id site.NodeID) string {
	switch kind + " " + key {
	case "case number":
		return func(id site.NodeID) string { return s.Nodes[id].Number }
	case "case programme":
		return func(id site.NodeID) string { return idOf(s, s.Programme(id)) }
	case "response by":
		return func(id site.NodeID) string {
			a := s.answers[id]
			if a.By == site.None {
				return a.ByText
			}
			return idOf(s, a.By)
		}
	}
	return nil
}

func idOf(s *holdings, id site.NodeID) string {
	if !s.Visible(id) {
		return ""
	}
	return s.Nodes[id].ID
}

// fieldColumn is the column of a field; ok is false for what has lines of its own.
func fieldColumn(s *holdings, f content.FieldSpec) (Column, bool) {
	switch f.Holds() {
	case "relation":
		if f.To == "person" || f.To == "file" || f.To == "contact" {
			return Column{}, false
		}
		doc := f.Doc
		if f.Map {
			doc += " Here: the id, a colon and the note."
		}
		var held []string
		return Column{Key: f.Key, Doc: doc, List: f.Several(), value: func(r row) []string {
			held = leadsTo(held[:0], s, r.id, f.Key, f.Map)
			return held
		}}, true
	case "lines":
		return Column{}, false
	}
	return Column{Key: f.Key, Doc: f.Doc, List: f.Several(), value: func(r row) []string {
		texts, _ := f.Texts(s.Doc(r.id).Entity)
		return texts
	}}, true
}

// leadsTo appends the ids of what a node names in a field.
func leadsTo(out []string, s *holdings, id site.NodeID, relation string, notes bool) []string {
	for _, e := range s.Out(id) {
		if s.Relation(e) != relation || !s.Visible(e.To) {
			continue
		}
		to := s.Nodes[e.To].ID
		if notes {
			if note := s.Ref(e).Note; note != "" {
				to += ": " + note
			}
		}
		out = append(out, to)
	}
	return out
}
