package render

import "html/template"

// Case is one student project. Imported cases have little more than title, number, year and recommendations.
type Case struct {
	Frame
	Mark       Mark // Number; empty for an insight without one
	Summary    string
	Glance     []Row  // where, who, evidence, strength, carries over, year
	StripHead  string // "Four recommendations: one done, one with no response yet"
	Requests   []Request
	NoRequests template.HTML // the reason why there are none
	Question   string
	Methods    []Item // Text and Href of the method, Note ", 62 sets of minutes"
	Ethics     string
	Headings   []ContentsItem // of Body, for the contents list; the layout adds its own sections
	Body       []Block
	Findings   []Finding
	Beside     Block   // the notes on what the findings name
	FindingsOf []Block // text of the section that is no keyed finding
	Limits     []Block
	Outputs    []Output
	People     []Row // credits in the students' order; then funding, programme
	Filed      []Row // themes, subjects, levels, formerly
	Principles []Item
	BuildsOn   []Card
	FollowedBy []Card
	Also       []CardGroup // stories and events about it, the question it answers
	Related    []Card      // Reason is printed
	References []Reference
	Backlinks  []Backlink
	Cite       CiteBlock
	Contact    Link // about taking something down
	Dates      Dates
}

// Recommendation is one request and what became of it.
type Recommendation struct {
	Frame
	Mark       Mark  // Number and Key
	Voice      Voice // empty for a project
	Status     Status
	Why        string // one or two sentences on the status, from the latest response and derived facts
	Since      string // "Since 14 March 2023. Asked 3 years 4 months ago."
	Waiting    []Item // addressed units that have not answered, when another has
	Stations   []Station
	Detail     template.HTML
	To         []Item
	Because    []Finding // Key, Href, HTML
	Case       Link
	CaseNote   string // "62 sets of minutes, nine departments."
	Trail      []TrailEntry
	Again      string // heading: "The same request, five times in four years"
	Ask        Link
	Asked      []TableRow
	Repeats    []Request // repeats, extends and their inverses; Notes says which
	Effort     string
	Cost       string
	Filed      []Row // themes, groups
	Principles []Item
	Guidance   []Link
	Used       Link // "Tell us what you did"
	Siblings   []Sibling
	All        Link        // to all of its project, where Siblings are those around it
	Also       []CardGroup // stories and events about it
	Cite       CiteBlock
	Backlinks  []Backlink
	Dates      Dates
}

// Sibling is a recommendation of the same project.
type Sibling struct {
	Key     string
	Text    string
	Short   string // a few words; default Text
	Href    string
	Status  Status
	Current bool // the one whose page this is
}

// Voice is what a suggestion's page says where a recommendation's speaks of a project, its authors and their findings.
type Voice struct {
	Finding string // "Point", before its key
	Words   string // heading over the detail: "In the panel’s words"
	Effort  string // heading over effort and cost
	Others  string // heading over the siblings: "From the same discussion"
}

// Ask is the same request across projects and years.
type Ask struct {
	Frame
	Summary   string
	Line      string // "Asked three times, from 2018–19 to 2022–23, of four departments and services."
	Tally     []Tally
	Asked     []TableRow // of a long record the latest
	Best      Request    // best outcome so far; Href empty: none
	BestWhy   template.HTML
	Body      []Block
	Themes    []Link
	Guidance  []Card
	Backlinks []Backlink
	Dates     Dates
	All       Link // to every time; Href empty: all are here
}

// Unit is a department or service seen from the receiving end.
type Unit struct {
	Frame
	Summary   string // "Nine recommendations from five projects have been addressed to this service. …"
	Aka       string
	Tally     []Tally
	Groups    []RequestGroup // waiting (longest first), answered and not finished, settled
	Empty     string         // a sentence when nothing has been asked
	Body      []Block
	Given     []Request // responses given: Status, Text, Date
	Respond   Link      // guidance on answering
	Follow    []Link    // feed, spreadsheet
	Studied   []Card
	Within    []Link // parent
	Parts     []Link // children
	Runs      []Link // programmes
	Questions []Card // open questions from this unit
	Contact   Contact
	Backlinks []Backlink
}

// Register is the site-wide list of recommendations and what happened.
type Register struct {
	Frame
	Summary   string
	Own       Link // of the register of one unit: the unit's own page
	Record    Record
	Filters   []FilterGroup
	Showing   string // "74 recommendations", "13 with no response yet"
	Applied   []Link // filters in force; Href leads to the list without it
	Rows      []RegisterRow
	Empty     string
	Paging    Paging
	Body      []Block // what counts as done
	Downloads []Link
}

// RegisterRow is one line of the register.
type RegisterRow struct {
	Text   string
	Href   string
	Mark   Mark
	Status Status
	Since  string
	To     []Link
	Year   string
}
