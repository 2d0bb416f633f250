package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// records are what many pages share. Each part is made once for a site, when the first page asks for it, so that one page
// does not wait for what only others need.
type records struct {
	helpers func() helpers
	asks    func() map[site.NodeID]askRecord
	lists   func() lists
	metas   func() map[site.NodeID][]string // where and when each case was, as cards say it
	works   func() map[site.NodeID]citedWork
	terms   func() map[site.NodeID]definition // definitions, as the margin has them
	words   func() map[site.NodeID]filed
	themes  func() map[site.NodeID][]site.NodeID // listed cases under a theme or a narrower one, latest first
	index   func() []indexLine                   // the index of all pages in its order
	cites   *citedWorks
	filed   *sync.Map // of filedKey: long lists in their order
	filters *sync.Map // of prefixes to the root: the register's filters

	bibliography func() bibliography
}

func recordsOf(s *site.Site) records {
	return records{
		helpers: sync.OnceValue(func() helpers { return helpersOf(s) }),
		asks:    sync.OnceValue(func() map[site.NodeID]askRecord { return asksOf(s) }),
		lists:   sync.OnceValue(func() lists { return listsOf(s) }),
		metas:   sync.OnceValue(func() map[site.NodeID][]string { return metasOf(s) }),
		works:   sync.OnceValue(func() map[site.NodeID]citedWork { return worksOf(s) }),
		words:   sync.OnceValue(func() map[site.NodeID]filed { return filedOf(s) }),
		themes:  sync.OnceValue(func() map[site.NodeID][]site.NodeID { return casesByTheme(s) }),
		index:   sync.OnceValue(func() []indexLine { return indexOf(s) }),
		filed:   &sync.Map{},
		filters: &sync.Map{},
		cites:   &citedWorks{known: make([]atomic.Pointer[cite.Reference], len(s.Nodes))},

		bibliography: sync.OnceValue(func() bibliography { return bibliographyOf(s) }),
	}
}

// helpers are the guide pages and the contact that other pages send readers to.
type helpers struct {
	guides   map[site.NodeID][]site.NodeID // guide pages that show a principle, or are about a theme
	respond  site.NodeID                   // the guide page on answering
	takedown site.NodeID                   // the contact for taking something down
}

func helpersOf(s *site.Site) helpers {
	h := helpers{guides: map[site.NodeID][]site.NodeID{}, respond: site.None, takedown: s.Root}
	for _, id := range s.OfKind("guide") {
		if text.Fold(s.Node(id).Title) == "respond to a recommendation" {
			h.respond = id
		}
		for _, e := range s.Out(id) {
			relation := s.Relation(e)
			if (relation == "exemplifies" || relation == "themes") && !slices.Contains(h.guides[e.To], id) {
				h.guides[e.To] = append(h.guides[e.To], id)
			}
		}
	}
	for _, id := range s.OfKind("contact") {
		c := s.Doc(id).Entity.(*content.Contact)
		if slices.ContainsFunc(append([]string{c.Title}, c.Aka...), func(name string) bool { return text.Fold(name) == "data protection" }) {
			h.takedown = id
		}
	}
	return h
}

// askRecord is every time that a request was made.
type askRecord struct {
	recs     []site.NodeID // listed recommendations, oldest first
	projects int           // how many cases they are of
	heading  string        // "The same request, five times in four years"
}

func asksOf(s *site.Site) map[site.NodeID]askRecord {
	out := map[site.NodeID]askRecord{}
	for _, ask := range s.OfKind("ask") {
		r := askRecord{}
		projects := map[site.NodeID]bool{}
		first, last := "", ""
		for _, e := range s.Inverse(ask, "ask", "recommendation") {
			if !s.Listed(e.From) || s.Recommendation(e.From).Withdrawn != "" {
				continue
			}
			r.recs = append(r.recs, e.From)
			projects[s.Node(e.From).Parent] = true
			year := s.CaseOf(e.From).Year
			if first == "" || year < first {
				first = year
			}
			last = max(last, year)
		}
		slices.SortFunc(r.recs, func(a, b site.NodeID) int {
			return cmp.Or(strings.Compare(s.Rec(a).Asked, s.Rec(b).Asked), strings.Compare(s.Node(a).ID, s.Node(b).ID))
		})
		r.projects = len(projects)
		r.heading = "The same request, " + times(len(r.recs))
		if n := yearsBetween(first, last); n > 1 {
			r.heading += " in " + text.Number(n) + " years"
		}
		out[ask] = r
	}
	return out
}

// lists are what listings and the register show.
type lists struct {
	asked    site.Register
	cases    []site.NodeID // latest year first
	byYear   map[string][]site.NodeID
	years    []string                      // latest first
	projects map[site.NodeID][]site.NodeID // cases of a programme, latest year first
	units    []site.NodeID                 // those of which something is asked, by title
}

func listsOf(s *site.Site) lists {
	l := lists{
		asked: s.Register(), cases: s.Cases(), years: s.Years(), byYear: map[string][]site.NodeID{}, projects: map[site.NodeID][]site.NodeID{},
	}
	for _, id := range l.cases {
		year := s.CaseOf(id).Year
		l.byYear[year] = append(l.byYear[year], id)
		if p := s.Programme(id); p != site.None {
			l.projects[p] = append(l.projects[p], id)
		}
	}
	for _, id := range s.OfKind("unit") {
		if len(l.asked.ByUnit[id]) > 0 {
			l.units = append(l.units, id)
		}
	}
	s.ByTitle(l.units)
	return l
}

// filed is what stands under a word of a small vocabulary: the listed cases and panel discussions, latest first, and the
// recommendations of others.
type filed struct{ cases, panels, recs []site.NodeID }

func filedOf(s *site.Site) map[site.NodeID]filed {
	out := map[site.NodeID]filed{}
	for kind := range wordKinds {
		for _, word := range s.OfKind(kind) {
			out[word] = filedUnder(s, word)
		}
	}
	return out
}

func filedUnder(s *site.Site, word site.NodeID) filed {
	out := filed{cases: s.Filed(word, "case"), panels: s.Filed(word, "insight"), recs: s.Filed(word, "recommendation")}
	s.ByYear(out.cases)
	return out
}

func casesByTheme(s *site.Site) map[site.NodeID][]site.NodeID {
	out := map[site.NodeID][]site.NodeID{}
	for _, theme := range s.OfKind("theme") {
		cases := s.Everything(theme, "case")
		s.ByYear(cases)
		out[theme] = cases
	}
	return out
}

// citedWork is a reference as lists print it.
type citedWork struct {
	place int           // in a list of them all
	entry template.HTML // without a letter behind the year
	name  string        // as a sentence calls it: Healey, Flint and Harrington (2014)
	twin  bool          // another one has the same authors and year, so a list of both needs letters
}

func worksOf(s *site.Site) map[site.NodeID]citedWork {
	var refs []cite.Reference
	ids := map[string]site.NodeID{}
	for _, id := range s.OfKind("reference") {
		ref := s.Reference(id)
		refs = append(refs, ref)
		ids[ref.Key] = id
	}
	suffixes := cite.YearSuffixes(refs)
	out := make(map[site.NodeID]citedWork, len(refs))
	for i, ref := range cite.Sort(refs, s.Style()) {
		out[ids[ref.Key]] = citedWork{place: i, entry: entryHTML(ref, s.Style(), ""), name: cite.Narrative(cite.Cited{Ref: ref}, s.Style()), twin: suffixes[ref.Key] != ""}
	}
	return out
}

func metasOf(s *site.Site) map[site.NodeID][]string {
	cases := s.OfKind("case")
	out := make(map[site.NodeID][]string, len(cases))
	for _, id := range cases {
		out[id] = slices.Clip(caseMeta(s, id))
	}
	return out
}
