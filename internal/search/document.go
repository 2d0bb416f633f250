package search

import "casebook/internal/text"

// Document is one thing that can be found.
type Document struct {
	URL     string // from the site's root
	Kind    string
	Title   string
	Names   []string // other names it goes by, each as good as a title
	Number  string   // shown, and found when typed: CL-2018-01, CL-2018-01/r1
	Keys    []string // found when typed exactly, beside Number: r1
	Status  Status   // of a recommendation
	Summary string
	Month   int  // 12·(year−1900)+month−1 of its date, 0 without
	Aside   bool // few look for it: what its words earn is less

	Headings []Heading
	Texts    []string      // plain; Texts[0] stands before the first heading, Texts[i+1] below Headings[i]
	Words    []text.Counts // of the texts, in any division
	About    []string      // a few more words that it is found by: names of its themes and units

	Values []int32 // of facets: places in Setup.Values
}

// Heading is one heading of a document. Words without an anchor are found as a heading and lead to no section.
type Heading struct{ Text, Anchor string }

// Value names one value of one facet.
type Value struct{ Facet, ID string }

// Facet is one list of values to filter by.
type Facet struct {
	ID, Title string
	More      bool // shown closed
	Values    []FacetValue
}

// FacetValue is one of them. Parent is its place in the list, -1 without.
type FacetValue struct {
	ID, Title string
	Parent    int
}

// Status is the class and the words of a recommendation's status.
type Status struct{ Class, Words string }

// Setup is what an index depends on beside its documents.
type Setup struct {
	English  bool
	Portable bool
	Synonyms [][]string // groups of phrases that mean the same
	Values   []Value    // that documents have, each once
	Facets   []Facet    // in the order shown; values that they do not list are left out
}
