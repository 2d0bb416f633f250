// Package cite holds what a reader is told about a source: one reference as data, and its citation and reference-list
// entry in Harvard (Cite Them Right) and APA style.
//
// One CSL-JSON item comes in; text and runs of text go out, for others to escape and to put into HTML. Nothing here reads
// a file, looks anything up, or knows which page cites what. Titles keep the capitals they were given, because only a
// person can tell a name from a word; details that are missing are left out, never guessed.
package cite

import "strconv"

// Reference is one source. The fields are those of CSL-JSON 1.0.2 (https://docs.citationstyles.org/en/stable/
// specification.html#appendix-iv-variables), as text without markup; one that is not given is empty.
type Reference struct {
	Key         string // by which pages cite it: see Keys
	ID          string // as the reference manager wrote it
	CitationKey string

	Type             string // "article-journal", "book", "chapter", "report", "webpage", …
	Title            string
	ContainerTitle   string // the journal, the book around a chapter, the web site
	Collection       string // the series
	CollectionNumber string
	Event            string // the conference
	Genre            string // "PhD thesis", "Working paper"
	Edition          string // "2", or in words
	Number           string // of a report; of an article, its article number
	Part             string // of a report, when a part of it is meant: "recommendation 2"

	Authors     []Name
	Editors     []Name
	Translators []Name

	Issued   Date
	Accessed Date

	Volume    string
	Issue     string
	Page      string
	Publisher string
	Place     string

	DOI  string // without https://doi.org/
	ISBN string
	ISSN string
	URL  string

	Language string
	Abstract string
}

// Date is as much of a date as is known: Month and Day may be 0. EndYear closes a range of years. With Year 0 there is
// Literal, such as "in press", or nothing.
type Date struct {
	Year, Month, Day int
	EndYear          int
	Literal          string
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

// YearText is "2019", "2019–2021", or the words that stand for the year; empty without any.
func (d Date) YearText() string {
	switch {
	case d.Year == 0:
		return d.Literal
	case d.EndYear > d.Year:
		return strconv.Itoa(d.Year) + "–" + strconv.Itoa(d.EndYear)
	}
	return strconv.Itoa(d.Year)
}

// Style is a way to write citations. The zero value, and any other, means Harvard.
type Style string

const (
	// Harvard is Cite Them Right, 13th edition: the 12th edition's rules without the place of publication.
	Harvard Style = "harvard"
	// HarvardCiteThemRight10 is its 10th edition: with the place, and editors' family names first.
	HarvardCiteThemRight10 Style = "harvard-10"
	// APA is the American Psychological Association's 7th edition.
	APA Style = "apa"
)

// Run is a stretch of an entry. Text is plain; URL is empty unless the stretch is a
// link: then it is an http or https address.
type Run struct {
	Text   string
	Italic bool
	URL    string
}

// PlainText is the runs as one string.
func PlainText(runs []Run) string {
	s := ""
	for _, run := range runs {
		s += run.Text
	}
	return s
}

// Entry is the reference-list entry in a style. suffix is the letter after the year, from YearSuffixes, or empty. An
// entry ends with a full stop, unless it ends with an address.
func Entry(r Reference, style Style, suffix string) []Run {
	empty := line{bytes: make([]byte, 0, 512), stretches: make([]stretch, 0, 8)} // enough for most
	if style == APA {
		return apaEntry(empty, &r, suffix).runs()
	}
	return harvardEntry(empty, &r, style, suffix).runs()
}
