package render

import "html/template"

// Theme is a subject of the library and everything under it.
type Theme struct {
	Frame
	Summary   string
	Scope     []Block
	Aka       string
	Broader   []Link
	Narrower  []Link
	Asks      []Card
	Tally     []Tally
	Requests  []RequestGroup // by status
	Cases     []CardGroup    // by year
	Insights  []Card
	Guidance  []Card
	Questions []Card
	Stories   []Card
	Events    []Card
	Funding   []Card
	Reading   []Item // works on it: Text "Bovill (2020)", Note ": the title"
	Formerly  []Item // old terms: Text "Marking and feedback", Note ", in the 2018–21 archive"
	Feeds     []Link
	Backlinks []Backlink
	Cite      CiteBlock
}

// Method is a card about a way of finding out, and who used it.
type Method struct {
	Frame
	Summary    string
	Aka        string
	Rows       []Row // good for, not for, people, time, materials, ethics
	Body       []Block
	UsedLine   string // "Used by six projects, with 75 to 611 people."
	Uses       []MethodUse
	Combined   []Item // other methods, Note ", in 3 projects"
	References []Reference
	Backlinks  []Backlink
	Dates      Dates
	All        Link // to every use; Href empty: all are here
}

// MethodUse is one project's use of a method, in the project's own words.
type MethodUse struct {
	Title string
	Href  string
	Mark  Mark
	As    string // "Intercept survey, 340"
	Year  string
}

// Programme is a scheme under which projects run.
type Programme struct {
	Frame
	Summary     string
	Rows        []Row // since, cycle, who can take part, owners
	Counterpart Item
	Calls       []Card
	Body        []Block
	Projects    []CardGroup // by year
	Without     string      // "No project is published for 2025–26."
	Funded      []Card      // projects of other programmes that it paid for
	Insights    []Card
	Contact     Contact
	Backlinks   []Backlink
	Dates       Dates
}

// Person is somebody who agreed to have a page.
type Person struct {
	Frame
	Pronouns string
	ORCID    Link
	Body     []Block
	Works    []Card // Reason is the role: "Lead researcher"
}

// Listing is any list of cards.
type Listing struct {
	Frame
	Summary string
	Intro   []Block
	Letters []Link // A to Z; Href empty: nothing under this letter
	Filters []FilterGroup
	Showing string // "24 cases"
	Groups  []CardGroup
	Empty   string // a sentence when there is nothing
	Paging  Paging
	Aside   []FilterGroup // ways on, without counts
	Follow  []Link        // feeds, spreadsheets
	Grouped bool          // the groups have headings, beside which Showing is none
}

// Glossary is every word that the library explains.
type Glossary struct {
	Frame
	Summary string
	Intro   []Block
	Letters []Link // Current: this page's
	Groups  []TermGroup
	Paging  Paging // of a letter with very many
}

// TermGroup is the terms under one letter.
type TermGroup struct {
	ID     string
	Letter string
	Terms  []Term
	Named  []NamedTerm // of a long glossary, whose entries are on the letters' pages
}

// NamedTerm is a word that leads to its entry. It has the entry's id, so that addresses from before the glossary grew lead on.
type NamedTerm struct {
	ID   string
	Text string
	Href string
}

// Term is one word.
type Term struct {
	ID      string
	Term    string
	Aka     string
	HTML    template.HTML
	Confuse []Link // not to be confused with
	Source  template.HTML
	UsedIn  []Link
	More    string // "and three more", of the pages that use it
}

// Bibliography is every reference, with the pages that cite it; of a long one the references under one letter, or all in brief.
type Bibliography struct {
	Frame
	Summary string
	Intro   []Block
	Letters []Link // Current: this page's
	Showing string // "160 works", of a long one
	Groups  []ReferenceGroup
	Exports []Link
	Paging  Paging // of a letter with many
}

// ReferenceGroup is references under a letter or a question. Heading empty: the list alone.
type ReferenceGroup struct {
	ID         string
	Heading    string
	References []Reference
}

// Formerly is the retired classifications and where their terms went.
type Formerly struct {
	Frame
	Summary string
	Intro   []Block
	Schemes []Scheme
}

// Scheme is one retired classification.
type Scheme struct {
	ID      string
	Title   string
	Retired string // "Retired in 2021"
	HTML    template.HTML
	Terms   []FormerTerm
}

// FormerTerm is an old term: where it went, or why nowhere.
type FormerTerm struct {
	ID     string
	Term   string
	Themes []Link
	Reason string
	Items  []Link // what was filed under it
}

// Contacts is the roles that answer.
type Contacts struct {
	Frame
	Summary  string
	Intro    []Block
	Contacts []Contact
}
