// Package content parses one file of a site: front matter into a typed entity, Markdown into HTML with holes.
//
// In come a file's path and normalised text and Options; out come one Doc, with everything the file says and everything
// it refers to, and the problems found in it. A parse never looks at another file: what it refers to is left as a Ref,
// and the HTML of a link, citation or embedded fact is left as a hole for package site to resolve and render to fill.
// So a parse may be remembered by the hash of the file's bytes, its path and the options.
//
// YAML is read by go.yaml.in/yaml/v4 into nodes with positions and never into Go values: `no`, `012` and `1.10` stay as
// they were written. It was chosen over goccy/go-yaml, which gives caret excerpts of its own but needs twice the time
// for ten thousand files.
package content

import "casebook/internal/diag"

// Doc is one parsed file. It is never changed after Parse returns.
type Doc struct {
	Path     string // below the site folder, with slashes: content/cases/CL-2018-01.md
	Kind     string // name of the kind: case
	ID       string // cl-2018-01; "index" for a folder's introduction
	Lang     string // of a translation (x.cy.md), else empty
	Head     Head   // what every kind has, whatever its fields are called
	Entity   Entity // pointer to the kind's struct: *Case
	Fields   []Field
	Refs     []Ref
	Parts    []Part
	Body     Body
	Sections []Section   // named sections lifted from the body, in the order written
	Headings []Heading   // of Body, in order
	Prose    []Prose     // all of its text, for search
	Words    []PartWords // of Prose
	Source   string      // the file's whole text, for excerpts and for the audit of names
	BodyLine int         // the line on which the Markdown begins
	Broken   bool        // it has errors, so what it is called and says is not all known
}

// Head is what site needs of every document without knowing its kind.
type Head struct {
	Title     string
	Summary   string
	Short     string // a shorter title, where the kind has one
	Number    string // catalogue number as typed: CL-2018-01
	Aka       []string
	Aliases   []Alias
	Slug      string
	Status    string // draft, archived, withdrawn or empty
	PageLike  bool   // needs `published` to be public
	Published string // a date or a year
	Begins    string // the day before which there is no such thing, of a programme, framework or retired scheme
	Expires   string
	OnExpiry  string
	Withdrawn string // the day from which a tombstone stands in its place
	Updated   string // last date of `changes`
	Language  string
	NoFront   bool // the file has no front matter at all
}

// Field is one top-level line of front matter as it was written, for embedded facts and for positions.
type Field struct {
	Key   string
	Value string   // the scalar; empty for lists and maps
	Where diag.Pos // of the value
}

// Rel names one of a document's Refs: its index plus one, so that zero means "not given".
type Rel int

// Ref is one mention of something else, in front matter or in the body.
type Ref struct {
	Relation string // exemplifies, for, …; in a body: link, wiki, image, file, cite, fact, term
	To       string // kinds it may name, separated by |; empty for any
	Name     string // as typed: "Say what can change", "../principles/trust.md", "healey2014"
	Note     string // the reason or number that stands beside it; of a citation, the words before it: "see"
	From     string // key of the part it stands in: r1
	Optional bool   // unknown names are text, with a warning
	Mention  *Mention
	At       diag.Pos
}

// Mention is what stands around a Ref in a body. Most of a library's Refs stand in front matter and have none, nor room for
// one: there are nine of them to a file.
type Mention struct {
	Anchor    string // what follows # in a link
	Label     string // the words shown for it, when the author gave them; of a term without a successor, the reason
	Locator   string // of a citation: "p. 14"
	Count     int    // of the first citation in a bracket: how many stand in it
	Narrative bool   // a citation whose author is part of the sentence
	Sentence  string // the sentence it stands in, for backlinks
	Alt       string // of an image
}

// Said is the Ref's Mention, or an empty one.
func (r Ref) Said() Mention {
	if r.Mention == nil {
		return Mention{}
	}
	return *r.Mention
}

// Hole says which half of a reference's HTML belongs in a place.
type Hole uint8

const (
	// Whole is an image, a citation, a fact, a wikilink without label.
	Whole Hole = iota
	// Open begins a link.
	Open
	// Close ends it.
	Close
	// End is no reference: it stands behind each paragraph, list or other whole block of a text that names anything. There
	// notes on what the block names may stand.
	End
)

// Piece is HTML followed by at most one hole.
type Piece struct {
	HTML string
	Ref  int // index into Doc.Refs, -1 for none and for an End
	Hole Hole
}

// Body is HTML with holes.
type Body struct{ Pieces []Piece }

// Empty reports whether there is nothing to show.
func (b Body) Empty() bool { return len(b.Pieces) == 0 }

// Heading is one heading of a body.
type Heading struct {
	Level int
	ID    string
	Text  string
	At    diag.Pos
}

// Section is a named section lifted from the body.
type Section struct {
	Name     string // canonical: Findings
	ID       string // the anchor of its heading
	Body     Body   // what stands before the first item, or all of it
	Headings []Heading
	At       diag.Pos
}

// Part is something inside a document with a key of its own: a finding or a recommendation.
type Part struct {
	Kind string // finding, recommendation
	Key  string // f1, r1
	Text string // plain text, one line
	At   diag.Pos
}

// Rel gives the Ref that a Rel names; ok is false for "not given".
func (d *Doc) Rel(r Rel) (Ref, bool) {
	if r <= 0 || int(r) > len(d.Refs) {
		return Ref{}, false
	}
	return d.Refs[r-1], true
}

// Field finds a top-level front matter line.
func (d *Doc) Field(key string) (Field, bool) {
	for _, f := range d.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// At is the place to blame for a field: its value, or the first line when it was not typed.
func (d *Doc) At(key string) diag.Pos {
	if f, ok := d.Field(key); ok {
		return f.Where
	}
	return diag.Pos{File: d.Path, Line: 1, Col: 1, Len: 3}
}

// Section finds a lifted section by its name.
func (d *Doc) Section(name string) (Section, bool) {
	for _, s := range d.Sections {
		if s.Name == name {
			return s, true
		}
	}
	return Section{}, false
}
