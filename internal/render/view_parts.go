package render

import (
	"html/template"
	"strings"
)

// Link is a text that leads somewhere. Where a layout says so, an empty Href leaves the link out.
type Link struct {
	Text    string
	Href    string
	Current bool // where the reader is: aria-current
}

// Item is a text in a line or list: linked when Href is set, followed by Note as it stands (so a note starts with its own
// punctuation or word: ", with nine departments", ": the study shows the cost of not answering").
type Item struct {
	Text string
	Href string
	Note string
}

// Row is one line of a description list: a term and its items, separated by "; ".
type Row struct {
	Term  string
	Items []Item
	Wide  bool // long enough to need the whole width of a list in two columns
}

// Date is a day for machines and for people. Text alone (a bare year) prints without <time>.
type Date struct {
	ISO  string // 2022-06-20, or 2022
	Text string // 20 June 2022
}

// Mark is a catalogue number, with the key of a part of it: CL-2021-03 | r2. Number empty: none.
type Mark struct {
	Number string
	Key    string
}

// Status is where a recommendation stands. Class is one of none, considered, agreed, agreed-part, underway, done, confirmed,
// notyet, declined, stopped, overtaken: it picks shape and hue (agreed-part is the hollow diamond, for "in part" and "in
// principle"). Word always stands beside the shape; Word empty: no status at all.
type Status struct {
	Class string
	Word  string // "Agreed"
	How   string // "in principle", "with a reason", "no evidence linked"; may be empty
}

// Card is one page as listings show it. Only Title and Href are needed.
type Card struct {
	Kind    string // "Case", "Guide"; empty where the list has one kind only
	Title   string
	Href    string
	Summary string
	Mark    Mark
	Status  Status
	Label   string   // a bold line above the title: "Closes in 9 days, Friday 21 November"
	Meta    []string // short facts below: "Economics, 2018–19", "survey of 212"
	Reason  string   // why it stands in this list, as a sentence: "Both ask for return dates."
}

// CardGroup is a part of a listing. Heading empty: the cards alone.
type CardGroup struct {
	ID      string
	Heading string
	Href    string // of what the heading names, when that has a page
	Note    string
	Cards   []Card
}

// Request is one recommendation wherever it is listed. Every layout uses the fields that it needs:
// a case's own list: Key, Text, Href, Status, Since, To, Address; a unit's inbox: Wait, WaitNote, Text, Href, From, Mark,
// Notes, Status; latest responses and the register: Status, Text, Href, Who, Date, Mark.
type Request struct {
	Key      string // r1
	Text     string // the sentence
	Short    string // a few words for strips and sibling lists; default Text
	Href     string
	Mark     Mark
	From     Link // the project it comes from
	Status   Status
	Since    string // "since October 2023", "asked 3 years 4 months ago"
	To       string // "to the Students’ Union, Registry"
	Wait     string // "5 years", "Overdue", "On time"
	WaitNote string // "since June 2020", "by 10 weeks"
	Who      string // "Estates", "Confirmed by the Disabled Students’ Network"
	Date     Date
	Year     string   // academic year of the project, for tables
	Notes    []string // "asked by three projects", "also to Estates"
	Address  string   // the permanent address without scheme, printed on paper only
}

// RequestGroup is a part of an inbox or of a theme's recommendations.
type RequestGroup struct {
	ID       string
	Heading  string
	Note     string
	More     Link // where all of a long group are; Href empty: all are here
	Requests []Request
}

// Count is a figure that links to the list it counts.
type Count struct {
	Number string
	Words  string
	Href   string
}

// Tally is how many recommendations have a status; Href leads to the list of them.
type Tally struct {
	Status Status
	Count  string
	Href   string
}

// BarPart is one piece of the bar above a tally, in hundredths of its width: X and Width as decimal numbers ("17.5").
type BarPart struct {
	Class string
	X     string
	Width string
}

// Record is the figures of the library or a part of it: counts, then the bar, then the tally that the bar repeats.
type Record struct {
	Span   string // "Seven years, 2018–19 to 2024–25"
	Counts []Count
	Bar    []BarPart
	Tally  []Tally
}

// Block is one or more whole elements of running text with the notes that stand in the margin beside the last of them, and
// those for which the margin has no room, which stand under it. A body without notes is one block.
type Block struct {
	HTML  template.HTML
	Notes []Note
	Under []Note
}

// Note is something kept in the margin: its head, then whatever is set of the rest, in this order.
type Note struct {
	Variant string // "" (source, fact, word), "case" (in practice), "open" (still open)
	Kind    string // the words at its head: "Source", "Fact: pay", "In practice", the word that is explained
	Label   string // the same for readers of speech, who go from note to note: "Source: Healey et al. (2014)"
	HTML    template.HTML
	Items   []NoteItem // what it is on; several of a kind may share a note
	Text    string
}

// NoteItem is a case, a request, or the keeper of a fact.
type NoteItem struct {
	Before string // stands before the link: "£14.20 an hour, kept on"
	Link   Link
	Mark   Mark
	Status Status
}

// ContentsItem is a heading of the page.
type ContentsItem struct {
	Text string
	ID   string
}

// JourneyBar says where a page stands in its primary journey. Title empty: it is in none.
type JourneyBar struct {
	Title string
	Href  string
	Where string // "Step 6 of 10"
	Steps []JourneyMark
	Prev  StepLink
	Next  StepLink
}

// JourneyMark is one bar of the journey: State is "before", "here" or "ahead".
type JourneyMark struct {
	Number string
	Title  string
	Href   string
	State  string
}

// StepLink is back or on. Href empty: the end of the journey.
type StepLink struct {
	Label string // "Back, step 5"
	Title string
	Href  string
}

// Match is an equivalent of a principle in another framework. Class is one of exact, close, broader, narrower, related and
// picks the drawing; Word is said.
type Match struct {
	Class     string
	Word      string
	Title     string
	Href      string
	Framework Link
	Reason    string
}

// Finding is one keyed finding and the recommendations it led to.
type Finding struct {
	Key     string // f1
	Href    string // where it stands, for a recommendation; a case has it on the page and leaves this empty
	HTML    template.HTML
	LeadsTo []Link
}

// Station is one of the five stages of a recommendation. State is "reached", "last" (reached, the next is not) or "ahead".
type Station struct {
	Name  string
	Note  string
	State string
}

// TrailEntry is one dated line of a recommendation's record, by the institution or derived by the library. Symbol is a status
// class, or "asked" (filled square) or "dated" (hollow square: a date passed). Class gives the hue: a status class or "".
type TrailEntry struct {
	ID       string // the response's id, an anchor; empty for derived entries
	Symbol   string
	Class    string
	Word     string // "Agreed", "Asked again", "The promised date passed"
	How      string // "in principle, Registry"
	Date     Date
	HTML     template.HTML // the response's own words
	Request  Mention       // another recommendation, for "Asked again"; Href empty: none
	Evidence []Item
	Note     string // quiet line: "Noted by the library, not by Registry."
	Due      Date   // said as "Due by …"
}

// Mention is something else that a trail leads to. Status has a word when it is a recommendation.
type Mention struct {
	Text   string
	Href   string
	Mark   Mark
	Status Status
}

// TableRow is one time that a request was made.
type TableRow struct {
	Mark    Mark
	Href    string // empty for the row that is this page
	Source  string // instead of a mark: "Insight Panel"
	When    string // "2021–22, this one"
	Text    string // the sentence; shown by an ask, not by a recommendation
	To      string
	Status  Status
	Current bool
}

// CiteBlock is the citation as plain selectable text and its files. HTML empty: left out.
type CiteBlock struct {
	Heading string // "Cite this case"
	Style   string // of HTML, the site's own: "Harvard"
	HTML    template.HTML
	Other   CiteText // in another style
	Files   string   // what the files hold, where that is not only what is cited: "The case with its four recommendations:"
	Exports []Link   // files for reference managers: "RIS, 2 KB"
	Licence Link
}

// CiteText is a citation in a style that is not the site's own. HTML empty: left out.
type CiteText struct {
	Style string
	HTML  template.HTML
}

// Reference is one entry of a reference list, with the pages that cite it (bibliography) and the annotation.
type Reference struct {
	ID      string // ref-healey2014
	HTML    template.HTML
	Note    template.HTML // annotation
	CitedIn []Item        // Note is the locator: ", p. 14"
	COinS   template.HTML // the finished span for reference managers; may be empty
	Themes  []Link        // in the bibliography
}

// Backlink is a page that mentions this one, with the sentence in which it does.
type Backlink struct {
	Title    string
	Href     string
	Sentence string
	More     []Link // of the last one, which has no Href: the pages that are named without their sentences
}

// Change is a dated note about what was changed.
type Change struct {
	Date Date
	Note string
}

// Dates is the foot of a page: when it was checked, when it was changed, who looks after it. Empty parts are left out.
type Dates struct {
	Published  Date
	Reviewed   Date
	NextReview Date
	Updated    Date
	Changes    []Change
	Owner      Item
	Themes     []Link // of a guide page, journey or page; other kinds show theirs among their facts
	Replaces   Item   // the older page that this one supersedes
	Overdue    string // a plain sentence, after the grace period
}

// Output is a file or address that a project left.
type Output struct {
	Text        string
	Href        string
	Note        string // "PDF, 310 KB"
	Alternative Link   // the accessible alternative
}

// FilterGroup is a set of static links that narrow a list.
type FilterGroup struct {
	Heading string
	Filters []Filter
}

// Filter is one narrowing: Href leads to a page of its own. Count "0" is shown without a link.
type Filter struct {
	Text    string
	Href    string
	Count   string
	Status  Status // shown instead of Text when it has a word
	Current bool
}

// Paging is where a listing goes on.
type Paging struct {
	Where string // "1 to 50 of 240"
	Prev  Link
	Next  Link
	Pages []Link
}

// Contact is a role that answers.
type Contact struct {
	ID       string
	Role     string
	Unit     Link
	Email    Link // Href "mailto:…"
	Form     Link
	Responds string // "within three working days"
	Fallback Link   // who answers when nobody does
	HTML     template.HTML
}

// Parts is the number at its hyphens, for the label on the spine: CL, 2021, 03.
func (m Mark) Parts() []string { return strings.Split(m.Number, "-") }
