package render

import "html/template"

// Plain is a page of text without a kind of its own: about, statements, essays; and a guide page or page in another language.
type Plain struct {
	Frame
	Summary    string
	Contents   []ContentsItem // shown from three headings on
	Body       []Block
	References []Reference
	Backlinks  []Backlink
	Cite       CiteBlock
	Dates      Dates
}

// Guide is a page of guidance, usually a step of a journey.
type Guide struct {
	Frame
	Summary     string
	Audience    string // "For staff."
	Counterpart Link   // the same advice for the other side: "Students have their own version of this page"
	Journey     JourneyBar
	AlsoIn      []Item         // other journeys: Text and Href of the journey, Note ", step 2 of 5"
	Contents    []ContentsItem // shown from three headings on; the layout adds Sources
	Body        []Block
	Principles  []Item      // exemplified: Note is ": " and the reason
	InPractice  []Card      // three cases at most
	Requests    []Request   // related recommendations
	Also        []CardGroup // stories and events about it
	References  []Reference
	Backlinks   []Backlink
	Cite        CiteBlock
	Dates       Dates
}

// Journey is an ordered way through guidance, also a checklist on paper.
type Journey struct {
	Frame
	Summary   string
	Audience  string
	Intro     template.HTML
	Steps     []JourneyStep
	Secondary []Card
	Related   []Card // Reason says how: part of, secondary to, related to
	Dates     Dates
}

// JourneyStep is one step: one page, or several of which the reader takes one.
type JourneyStep struct {
	Number   string
	Optional bool
	Choices  []Card
}
