package site

import (
	"slices"

	"casebook/internal/content"
)

// FiledSize is how many things each page of a list holds that is too long for the page it belongs to.
const FiledSize = 2 * PageSize

// FiledShown is how many things of a kind a page shows of all that is filed under it: fewer where it has many lists.
func (s *Site) FiledShown(page NodeID, kind string) int {
	on := s.Nodes[page].Kind
	switch {
	case kind != "case" && kind != "recommendation":
		return 20
	case on == "theme" || on == "unit":
		return PageSize
	}
	return FiledSize
}

// filing is what leads to a page and is listed there: things of a kind, by the relations in which they stand to it. Without any it is
// whatever the relation, or one that is derived.
type filing struct {
	kind      string
	relations []string
}

func by(kind string, relations ...string) filing { return filing{kind, relations} }

var (
	about = []filing{by("question", "answered_by"), by("story", "about"), by("event", "about")}
	words = []filing{by("insight"), by("recommendation")}
)

// filings are the lists of a page that may outgrow it, by the page's kind. What a unit is asked has the register, and the cases under
// a word of a small vocabulary are paged where they stand.
var filings = map[string][]filing{
	"theme": {by("case"), by("insight"), by("guide"), by("question"), by("story"), by("event"), by("opportunity"), by("reference")},
	"group": words, "level": words, "form": words, "student role": words, "subject": words,
	"method":    {by("case", "methods")},
	"ask":       {by("recommendation", "ask")},
	"unit":      {by("case", "studied"), by("question", "unit")},
	"person":    {by("case", "person"), by("insight", "person"), by("story", "person")},
	"principle": {by("case", "exemplifies"), by("insight", "exemplifies"), by("guide", "exemplifies"), by("recommendation", "principles")},
	"programme": {by("case"), by("insight", "panel"), by("opportunity", "programme")},
	"case":      append([]filing{by("case", "builds_on")}, about...),
	"guide":     about, "insight": about, "opportunity": about, "event": about, "story": about, "question": about,
	"recommendation": append([]filing{by("recommendation", "repeats", "extends")}, about...),
}

// Filed lists what of a kind is filed under a page, each once, in the order of the documents: all that its list holds, however much of
// it the page shows.
func (s *Site) Filed(page NodeID, kind string) []NodeID { return s.filed(nil, page, kind) }

// filed lists it in the room of a list that is no longer needed.
func (s *Site) filed(out []NodeID, page NodeID, kind string) []NodeID {
	n := &s.Nodes[page]
	out = out[:0]
	switch {
	case n.Kind == "theme":
		return s.filedUnderTheme(out, page, kind)
	case n.Kind == "programme" && kind == "case":
		return s.paidFor(page)
	}
	var relations []string
	for _, f := range filings[n.Kind] {
		if f.kind == kind {
			relations = f.relations
		}
	}
	for _, e := range s.In(page) {
		from := &s.Nodes[e.From]
		switch {
		case from.Kind != kind || relations != nil && !slices.Contains(relations, s.Relation(e)) || !s.Listed(e.From):
			continue
		case kind == "recommendation" && (s.Recommendation(e.From).Withdrawn != "" || isVocabulary(n.Kind) && s.leads(from.Parent, page)):
			continue
		case n.Kind == "person" && !s.creditedInFull(e):
			continue
		case kind == "opportunity" && s.Call(e.From).State == CallClosed:
			continue
		}
		out = append(out, e.From)
	}
	slices.Sort(out) // nearly always they are: edges come document by document
	return slices.Compact(out)
}

// leads reports whether one node stands in any relation to another: a case under a word speaks for its recommendations.
func (s *Site) leads(from, to NodeID) bool {
	return slices.ContainsFunc(s.Out(from), func(e Edge) bool { return e.To == to })
}

// filedUnderTheme appends what is filed under a theme or a narrower one: under guidance also journeys and other pages, of calls those
// that are not closed.
func (s *Site) filedUnderTheme(out []NodeID, theme NodeID, kind string) []NodeID {
	out = s.everything(out, theme, kind)
	switch kind {
	case "guide":
		return s.everything(s.everything(out, theme, "journey"), theme, "page")
	case "opportunity":
		return slices.DeleteFunc(out, func(id NodeID) bool { return s.Call(id).State == CallClosed })
	}
	return out
}

// paidFor are the projects of others that name a programme, or a call of its, as what paid for them.
func (s *Site) paidFor(programme NodeID) []NodeID {
	edges := s.Inverse(programme, "funding", "case")
	for _, e := range s.Inverse(programme, "programme", "opportunity") {
		if s.Listed(e.From) {
			edges = append(edges, s.Inverse(e.From, "funding", "case")...)
		}
	}
	var out []NodeID
	for _, e := range edges {
		if s.Listed(e.From) && s.Programme(e.From) != programme {
			out = append(out, e.From)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// creditedInFull reports whether an edge to a person is a contribution that shows the full name. An item that shows less of it is
// left out of that person's page: its being there would say whose the initials are.
func (s *Site) creditedInFull(e Edge) bool {
	cr, ok := s.Credit(e)
	return ok && cr.Shown == "full name" && s.Consented(cr)
}

// FiledPath is where all that is filed under a page has its list, when that is long.
func (s *Site) FiledPath(page NodeID, kind string) string {
	folder := "recommendations"
	if k, ok := content.KindNamed(kind); ok {
		folder = k.Folder
	}
	return s.Nodes[page].Path + folder + "/"
}

// filedPages adds the pages of each list that is longer than its page shows, and the further pages of a word's cases. Lists are made
// to be counted: the last one is handed in and out, for its room.
func (s *Site) filedPages(list []NodeID, add addRoutes, id NodeID) []NodeID {
	kind := s.Nodes[id].Kind
	if kind != "theme" && kind != "programme" && len(s.In(id)) <= 20 {
		return list
	}
	if isVocabulary(kind) {
		list = s.filed(list, id, "case")
		for p := 2; p <= pages(len(list)); p++ {
			add(onPage(s.Nodes[id].Path, p), "term", "", p)
		}
	}
	for _, f := range filings[kind] {
		if list = s.filed(list, id, f.kind); len(list) > s.FiledShown(id, f.kind) {
			add.inPages(s.FiledPath(id, f.kind), "filed", f.kind, pagesOf(len(list), FiledSize))
		}
	}
	return list
}
