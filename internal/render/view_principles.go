package render

import "html/template"

// Framework is a set of principles. Kind is list, values, agreement, scale or matrix and picks the drawing.
type Framework struct {
	Frame
	Kind       string
	Summary    string
	By         string // "Healey, Flint and Harrington, 2014"
	Parties    []Item
	Body       []Block
	Groups     []FrameworkGroup // all kinds but matrix; one group without heading unless the framework has headings
	Columns    []string         // matrix: headings of the columns
	Rows       []FrameworkRow   // matrix
	Compare    Link             // to the crosswalk
	References []Reference
	Backlinks  []Backlink
	Dates      Dates
}

// FrameworkGroup is some of the principles; a scale lists the lowest first and the layout draws it as rungs.
type FrameworkGroup struct {
	Heading string
	Items   []FrameworkItem
}

// FrameworkRow is a row of a matrix.
type FrameworkRow struct {
	Heading string
	Cells   []FrameworkItem
}

// FrameworkItem is a principle within its framework.
type FrameworkItem struct {
	Number  string
	Title   string
	Href    string
	Summary string
	Cases   string // "5 cases"; may be empty
}

// Principle is one principle: its wording, what it asks, equivalents elsewhere, practice.
type Principle struct {
	Frame
	Framework     Link
	Position      string // "Third of eight"
	Summary       string
	Body          []Block // the wording and what follows
	AsksStaff     template.HTML
	AsksStudents  template.HTML
	AsksEveryone  template.HTML
	Matches       []Match
	Cases         []Card // Reason says how the case shows it
	CasesNote     string // "The latest hundred of 1,834."
	Guidance      []Card
	Requests      []Request
	PartOf        []Link // further frameworks
	References    []Reference
	Backlinks     []Backlink
	Cite          CiteBlock
	Dates         Dates
	CrosswalkHref string
}

// Crosswalk is frameworks side by side.
type Crosswalk struct {
	Frame
	Summary   string
	Key       []MatchKind
	Columns   []CrossColumn // the first is the framework that is read across
	Rows      []CrossRow
	Rest      []CrossRest // principles of the other frameworks without a match, one for each column after the first
	RestLabel string      // "Nothing of ours yet"
	Body      []Block     // how to read the table
	Coverage  Link        // to the counts of what has been studied
	Downloads []Link
	Dates     Dates
}

// MatchKind explains one kind of match.
type MatchKind struct {
	Class   string
	Word    string
	Meaning string
}

// CrossColumn is the head of a column.
type CrossColumn struct {
	Title string
	Href  string
	Note  string // "Matthews, 2017. List of five."
}

// CrossRow is a principle of the first framework and its matches, one cell for each other column.
type CrossRow struct {
	Title string
	Href  string
	Note  string // "5 cases"
	Cells []CrossCell
}

// CrossCell is the matches of one principle in one framework. None: the layout says "No match recorded".
type CrossCell struct {
	Matches []Match
}

// CrossRest is what is left of one framework.
type CrossRest struct {
	Links []Link
}
