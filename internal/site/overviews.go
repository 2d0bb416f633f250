package site

import "iter"

// SearchPath is where the search page is, in a site that has more than one thing to find.
const SearchPath = "search/"

// SearchScript is the address of search that stays; everything else that it loads has a name made of its bytes.
const SearchScript = SearchPath + "search.js"

// overviews adds the pages that look at the library as a whole: coverage, timeline, index of all pages, search, recent changes. Each
// is left out where it would say nothing that a single page does not say.
func (s *Site) overviews(add addRoutes) {
	if s.covers() {
		add("coverage/", "coverage", "", 1)
	}
	if s.passes() {
		add("timeline/", "timeline", "", 1)
	}
	if ofAtLeast(2, s.facts(), func(Fact) bool { return true }) {
		add("changes/", "changes", "", 1)
	}
	lines := s.IndexLines()
	things := 0
	for _, l := range lines {
		if l.Node != None && l.Aka == "" {
			things++
		}
	}
	if things > 1 {
		add.inPages("a-z/", "a-z", "", pagesOf(len(lines), IndexSize))
		add(SearchPath, "search", "", 1)
	}
}

// covers reports whether there are cases, and something that they are about.
func (s *Site) covers() bool {
	if len(s.kindIDs["case"]) == 0 {
		return false
	}
	for _, kind := range []string{"theme", "principle", "group", "level", "subject"} {
		if len(s.kindIDs[kind]) > 0 {
			return true
		}
	}
	return false
}

// passes reports whether the timeline would tell of more than one thing.
func (s *Site) passes() bool {
	projects := len(s.kindIDs["case"]) + len(s.kindIDs["insight"])
	return projects > 1 || ofAtLeast(2-projects, s.facts(), s.OnTimeline)
}

// OnTimeline reports whether the timeline tells a fact: answers, and guidance that came out or was reviewed. Projects stand
// there under their academic year, whether or not their day is known.
func (s *Site) OnTimeline(f Fact) bool {
	return f.What == Answered || s.Nodes[f.Node].Kind == "guide" && f.What != Changed
}

// ofAtLeast reports whether the facts that count are about n different things, one or two.
func ofAtLeast(n int, facts iter.Seq[Fact], counts func(Fact) bool) bool {
	first := None
	for f := range facts {
		if !counts(f) || f.Node == first {
			continue
		}
		if n == 1 || first != None {
			return true
		}
		first = f.Node
	}
	return false
}

// IndexSize is how many lines the index of all pages shows before it is paged.
const IndexSize = 400

// IndexLine is a line of the index of all pages: a page by its title, or another name that leads to it.
type IndexLine struct {
	Route
	Aka string // empty for the page itself
}

// IndexLines are the pages of the site with their other names, in no order that means anything. Recommendations stand on
// their project's page, further pages of a list with the first, parts of a list with the whole.
func (s *Site) IndexLines() []IndexLine {
	var out []IndexLine
	for _, r := range s.Routes {
		if !s.indexed(r) {
			continue
		}
		out = append(out, IndexLine{Route: r})
		if r.Node == None {
			continue
		}
		for _, name := range s.otherNames(r.Node) {
			out = append(out, IndexLine{r, name})
		}
	}
	return out
}

// Unfilled reports the list of a kind of which there is nothing yet: its introduction alone, to which no page leads.
func (s *Site) Unfilled(r Route) bool { return r.View == "listing" && len(s.kindIDs[r.Arg]) == 0 }

func (s *Site) indexed(r Route) bool {
	if r.Path == "" || r.Page > 1 || r.View == "redirect" || r.View == "tombstone" || r.View == "recommendation" || r.View == "a-z" || r.View == "search" || r.View == "translation" {
		return false
	}
	if s.Unfilled(r) {
		return false
	}
	if r.Node == None {
		return r.View != "year" && (r.View != "register" && r.View != "bibliography" && r.View != "glossary" || r.Arg == "")
	}
	return s.Listed(r.Node) && s.Nodes[r.Node].Path == r.Path
}
