package render

// Insight is what a panel of students said: points, and suggestions with their status.
type Insight struct {
	Frame
	Summary    string
	Glance     []Row  // when, who took part, sent to
	StripHead  string // "Two suggestions: one done, one with no response yet"
	Requests   []Request
	Question   string
	Body       []Block
	Points     []Finding
	Beside     Block   // the notes on what the points name
	PointsOf   []Block // text of the section that is no keyed point
	Limits     []Block
	People     []Row
	Filed      []Row
	Principles []Item
	Also       []CardGroup // stories and events about it, questions
	References []Reference
	Backlinks  []Backlink
	Cite       CiteBlock
	Dates      Dates
}

// Entry is a page of a small collection: an opportunity, an event, a story, an open question, a notice.
type Entry struct {
	Frame
	Kind       string // "Event": above the title
	State      string // "Closing soon", "Cancelled"; empty for none
	StateClass string // soon, open, later, over: how loud it is
	StateNote  string // "Closes in two weeks, on Friday 4 December 2026."
	Summary    string
	Byline     string // of a story: "By Amara Dunbar"
	Glance     []Row
	Action     Link // how to apply or come
	Body       []Block
	People     []Row
	Also       []CardGroup // what it is about, what answers it, earlier projects
	References []Reference
	Backlinks  []Backlink
	Contact    Contact
	Cite       CiteBlock // of a story
	Dates      Dates
}
