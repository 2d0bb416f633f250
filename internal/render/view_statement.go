package render

// Statement is the accessibility statement. Its layout holds the sentences of the model statement, which the law does not let
// anyone change; the view holds what goes into their blanks. A blank that nobody filled leaves out its sentence.
type Statement struct {
	Frame
	Summary      string
	Note         string // before everything else
	Contents     []ContentsItem
	Website      string // what the statement applies to
	RunBy        string // the organisation, with its article
	Organisation string // the same, as a sentence begins
	UsersCan     []string
	Difficulties []string
	Contact      Contact // about accessibility and for other formats
	Problems     Contact // for barriers, when another; Role empty: the same
	Formats      string
	Reply        string // "two working days"; Contact says it otherwise
	Northern     bool   // the organisation is in Northern Ireland, where another body enforces the law
	Standard     Link   // "Web Content Accessibility Guidelines version 2.2"
	Compliance   string // fully, partially, not: the editors' word
	Because      string // "non-compliances and exemptions", of what is listed
	Fails        []Barrier
	Burden       []Barrier
	OutOfScope   []Barrier
	Doing        []string
	Prepared     Date
	Reviewed     Date
	Tested       Date
	TestedBy     string
	Against      string
	Sample       string
	Checks       []string
	Unchecked    []string
}

// Barrier is content that not everybody can use.
type Barrier struct {
	Text        string
	Criterion   string // "1.1.1 Non-text content"
	Level       string // "WCAG 2.2", which the criterion belongs to
	Fixed       Date   // by which it will be put right
	Assessment  string // of a burden
	Alternative string
}
