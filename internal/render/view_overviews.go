package render

// Coverage is what has been studied and what has not: tables of counts, and below each its gaps in words.
type Coverage struct {
	Frame
	Summary  string
	Sections []CoverageSection
}

// CoverageSection is one way of counting the projects. Narrow tables, of two columns each, stand side by side.
type CoverageSection struct {
	ID      string
	Heading string
	Note    string // how it is counted, and what the table leaves out
	Narrow  []CountTable
	Wide    []CountTable
	Scrolls bool // Wide is wider than a phone
	Gaps    []Gap
}

// CountTable is a table of counts.
type CountTable struct {
	Caption Link   // Href: the page of what it counts; may be empty
	Corner  string // head of the first column: "Theme"
	Columns []Link
	Rows    []CountRow
}

// CountRow is a row of counts.
type CountRow struct {
	Head  Link
	Cells []CountCell
}

// CountCell is a count, linked to the list that it counts where there is one. Count empty: a gap, drawn as a point and said
// as "none".
type CountCell struct {
	Count string
	Href  string
}

// Gap is what is missing, by name.
type Gap struct {
	Lead  string // "No project on"
	Links []Link
	More  string // "and 12 more"
}

// Timeline is what happened in each academic year, the latest first.
type Timeline struct {
	Frame
	Summary string
	Jump    []Link // to each year, when there are many
	Years   []TimelineYear
}

// TimelineYear is one academic year.
type TimelineYear struct {
	ID      string // y2024-25
	Heading string
	Lines   []TimelineLine
}

// TimelineLine is one sort of thing that happened: how many, which, and where the rest are.
type TimelineLine struct {
	Term    string // "Projects"
	Count   Link   // "Four projects"; Href empty: no list of just these
	Tally   []Tally
	Entries []TimelineEntry
	More    Link // "and eight more"; Href may be empty
}

// TimelineEntry is one thing that happened.
type TimelineEntry struct {
	Text   string
	Href   string
	Mark   Mark
	Status Status
	Note   string // "Economics, 4 November 2019"
}

// AToZ is every page by its name.
type AToZ struct {
	Frame
	Summary string
	Letters []Link
	Showing string // "212 entries"
	Groups  []LetterGroup
	Paging  Paging
}

// LetterGroup is the names under one letter.
type LetterGroup struct {
	ID      string
	Letter  string
	Note    string // "goes on from the page before"
	Entries []LetterEntry
}

// LetterEntry is a page, or another name (Href empty) and the page to see instead.
type LetterEntry struct {
	Text string
	Href string
	Note string // "case", "theme"
	Mark Mark
	See  Link
}

// Changes is the latest dated facts, newest first.
type Changes struct {
	Frame
	Summary string
	Months  []ChangeMonth
	More    []Link // where older ones are
	Follow  []Link // feeds
}

// ChangeMonth is the facts of one month.
type ChangeMonth struct {
	ID      string // m2026-11
	Heading string // "November 2026"
	Facts   []ChangeFact
}

// ChangeFact is one dated fact. Status or What says what happened.
type ChangeFact struct {
	Date   Date
	Status Status // of a response
	What   string // "New case", "Reviewed"
	Text   string
	Href   string
	Mark   Mark
	Note   string // who, or what changed
}
