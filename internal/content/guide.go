package content

// Guide is one page of guidance.
type Guide struct {
	Dated       `complete:"summary"`
	PageType    string `cb:"page_type,enum=explain|how-to|consider|template" doc:"What the page does for its reader."`
	Exemplifies []Rel  `cb:"exemplifies,to=principle,inverse=guidance on this principle" doc:"Principles this guidance puts to work."`
	Counterpart Rel    `cb:"counterpart,to=guide,inverse=the version for the others" doc:"The same guidance for the other audience."`
	Primary     Rel    `cb:"primary,to=journey,inverse=main journey of" doc:"The journey that gives back and next, when it is in several."`
}

// PlainPage is a page of the library about itself: home, about, privacy.
type PlainPage struct {
	Dated `complete:"summary"`
}

// Journey is an ordered way through the guide.
type Journey struct {
	Item      `complete:"summary"`
	Steps     []Step `cb:"steps,required" doc:"The pages in order. A step is a page, or a map with title, page, or, optional."`
	Secondary []Rel  `cb:"secondary,to=guide,inverse=secondary to" doc:"Pages worth reading beside the steps."`
	Related   []Rel  `cb:"related,to=guide,inverse=related to" doc:"Other guidance near this journey."`
}

// Step is one step of a journey: a page, or several of which a reader takes one.
type Step struct {
	Page     Rel    `cb:"page,to=guide,inverse=in journeys,bare" doc:"The page."`
	Or       []Rel  `cb:"or,to=guide,inverse=in journeys" doc:"Several pages, of which one is taken."`
	Title    string `cb:"title" doc:"The step's name, needed with or."`
	Optional bool   `cb:"optional" doc:"yes when the step can be left out."`
}
