package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

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
	shown   []bool
	answers map[site.NodeID]site.Answer
}

func holdingsOf(s *site.Site) *holdings {
	h := &holdings{Site: s, byKind: map[string][]site.NodeID{}, shown: make([]bool, len(s.Nodes)), answers: map[site.NodeID]site.Answer{}}
	for i := range s.Recs {
		if rec := &s.Recs[i]; s.Visible(rec.Node) {
			for _, a := range rec.Answers {
				if _, ok := h.answers[a.Node]; !ok {
					h.answers[a.Node] = a
				}
			}
		}
	}
	for i := range s.Nodes {
		id, kind := site.NodeID(i), s.Nodes[i].Kind
		_, answers := h.answers[id]
		if s.Visible(id) && (kind != "response" || answers) {
			h.shown[i] = true
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
		return Column{Key: f.Key, Doc: doc, List: f.Several(), value: func(r row) []string { return leadsTo(s, r.id, f.Key, f.Map) }}, true
	case "lines":
		return Column{}, false
	}
	return Column{Key: f.Key, Doc: f.Doc, List: f.Several(), value: func(r row) []string {
		texts, _ := f.Texts(s.Doc(r.id).Entity)
		return texts
	}}, true
}

// leadsTo are the ids of what a node names in a field.
func leadsTo(s *holdings, id site.NodeID, relation string, notes bool) []string {
	var out []string
	for _, e := range s.Out(id) {
		if s.Relation(e) != relation || !s.Visible(e.To) {
			continue
		}
		to := s.Nodes[e.To].ID
		if note := s.Ref(e).Note; notes && note != "" {
			to += ": " + note
		}
		out = append(out, to)
	}
	return out
}

func recommendations(s *holdings) Collection {
	rec := func(id site.NodeID) *site.RecState { return s.Rec(id) }
	ids := func(nodes []site.NodeID) []string {
		var out []string
		for _, n := range nodes {
			if s.Visible(n) {
				out = append(out, s.Nodes[n].ID)
			}
		}
		return out
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
			one("status", "Where it stands in a reader’s words.", func(id site.NodeID) string { return rec(id).Standing().Bucket.Word() }),
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
	kept := func(id site.NodeID) bool {
		return s.shown[id] && s.Nodes[id].Kind != "person" && s.Nodes[id].Kind != "contact"
	}
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
				if !kept(site.NodeID(i)) {
					continue
				}
				out := s.Out(site.NodeID(i))
				for j, e := range out {
					again := slices.ContainsFunc(out[:j], func(o site.Edge) bool {
						return o.To == e.To && s.Relation(o) == s.Relation(e) && s.Ref(o).Note == s.Ref(e).Note
					})
					if !again && kept(e.To) && !yield(row{edge: e}) {
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

// collectionNamed makes a collection anew: its columns keep what they hold for one writer.
func collectionNamed(s *holdings, name string) Collection {
	for _, c := range collections(s) {
		if c.Name == name {
			return c
		}
	}
	return Collection{rows: func(func(row) bool) {}}
}

// DataFile is one file below data/ as the page about data lists it.
type DataFile struct {
	Path  string
	Group string // the collection's name, or dictionary, schema
	Title string
	About string
	Type  string // CSV
	Size  int    // in bytes
	Rough bool   // Size is told from the first rows
}

// Data is what stands below data/.
type Data struct{ holdings func() *holdings }

// DataOf is the data of a site; what its files share is gathered when the first is asked for.
func DataOf(s *site.Site) Data {
	return Data{sync.OnceValue(func() *holdings { return holdingsOf(s) })}
}

// Collections are the tables with the meaning of their columns.
func (d Data) Collections() []Collection { return collections(d.holdings()) }

// measured is how many rows tell the size of a table: a long one is not written twice to name its size.
const measured = 400

// Files are the collections, what their columns mean, and the schema of each kind's front matter, with their sizes.
func (d Data) Files() []DataFile {
	s := d.holdings()
	var out []DataFile
	for _, c := range collections(s) {
		some, rows := c.first(measured)
		for _, f := range []struct {
			kind, ext string
			size      int
		}{{"CSV", ".csv", len(csvForm().appendAll(nil, some))}, {"JSON", ".json", len(jsonForm().appendAll(nil, some))}} {
			file := DataFile{Path: "data/" + c.Name + f.ext, Group: c.Name, Title: c.Title, About: c.About, Type: f.kind, Size: f.size}
			if rows > measured {
				file.Size, file.Rough = int(int64(f.size)*int64(rows)/measured), true
			}
			out = append(out, file)
		}
	}
	out = append(out, DataFile{
		Path: "data/dictionary.csv", Group: "dictionary", Title: "Data dictionary", About: "What each column of each collection means.", Type: "CSV",
		Size: len(appendDictionary(nil, collections(s))),
	})
	for _, k := range content.Kinds {
		p := schemaPath(k)
		out = append(out, DataFile{Path: p, Group: "schema", Title: strings.ToUpper(k.Name[:1]) + k.Name[1:], Type: "JSON Schema", Size: len(content.Schema(k, s.Absolute(p)))})
	}
	return out
}

func schemaPath(k content.Kind) string { return "data/schema/" + k.Name + ".json" }

// first is a collection of n of the rows, spread over all of them, and how many there are.
func (c Collection) first(n int) (some Collection, rows int) {
	for range c.rows {
		rows++
	}
	if rows <= n {
		return c, rows
	}
	all, step := c.rows, rows/n
	c.rows = func(yield func(row) bool) {
		i, given := 0, 0
		for r := range all {
			if i%step == 0 && given < n {
				given++
				if !yield(r) {
					return
				}
			}
			i++
		}
	}
	return c, rows
}

// data are the files themselves.
func data(s *site.Site) []File {
	d := DataOf(s)
	var out []File
	for _, c := range d.Collections() {
		anew := func() Collection { return collectionNamed(d.holdings(), c.Name) }
		out = append(out,
			File{Path: "data/" + c.Name + ".csv", Open: func() io.ReadCloser { return csvForm().open(anew()) }},
			File{Path: "data/" + c.Name + ".json", Open: func() io.ReadCloser { return jsonForm().open(anew()) }})
	}
	out = append(out, File{Path: "data/dictionary.csv", Append: func(b []byte) []byte { return appendDictionary(b, d.Collections()) }})
	for _, k := range content.Kinds {
		p := schemaPath(k)
		out = append(out, whole(p, func() []byte { return content.Schema(k, s.Absolute(p)) }))
	}
	return out
}
