package render

import "html/template"

// Home is the front page.
type Home struct {
	Frame
	Summary    string
	Try        []Link // what others look for
	Notices    []HomeNotice
	Doors      []Door
	Record     Record
	Latest     []Request
	LatestMore Link
	Calls      []Card // closing soonest first; Label is the deadline
	CallsMore  Link
	Body       []Block
}

// HomeNotice is a short dated notice.
type HomeNotice struct {
	ID    string
	Title string
	HTML  template.HTML
	Date  Date
}

// Door is one of the two ways in.
type Door struct {
	ID    string
	Link  Link // "I work here"
	Text  string
	Links []Link
}

// Tombstone is what stays of something withdrawn: number, year, class of reason, date, contact; nothing else.
type Tombstone struct {
	Frame
	Mark    Mark
	Year    string
	Reason  string // the class of reason, a sentence
	Date    Date
	Contact Link
}

// NotFound is the page for an address that leads nowhere. Its links start with the base URL's path.
type NotFound struct {
	Frame
	Summary string
	Links   []Link
}

// Redirect is a small whole page at an old address.
type Redirect struct {
	Frame
	To Link
}
