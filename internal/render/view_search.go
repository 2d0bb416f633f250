package render

// Search is the search page as it is without its script: a form, and lists that lead to everything. The script puts results and
// filters in.
type Search struct {
	Frame
	Lists      []BrowseList
	Everything []Link // lists of the whole library: A to Z
	Questions  []Link // open questions, for a search that found nothing
	More       Link   // to all of them
	Contact    Link   // whom to ask; Href empty: nobody
}

// BrowseList is one way into the library.
type BrowseList struct {
	ID      string
	Heading Link
	Filters []Filter
}
