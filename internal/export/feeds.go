package export

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// mostEntries bounds a feed: the newest, as a feed reader comes back often.
const mostEntries = 50

// entry is one thing in a feed. Its id is its address, which never changes.
type entry struct {
	id, url    string
	title      string
	summary    string
	published  string // a day
	updated    string
	authors    []string
	categories []string
}

// feeds are the feeds in both formats.
func feeds(x Exports) []File {
	s := x.Site
	var out []File
	for _, f := range s.Feeds() {
		entries := &shared[[]entry]{users: 2, make: func() []entry { return x.news().of(s, f) }}
		out = append(out,
			File{Path: f.Path + ".atom", Append: func(b []byte) []byte { return appendAtom(b, s, f, entries.get(), x.news().last) }},
			File{Path: f.Path + ".json", Append: func(b []byte) []byte { return appendJSONFeed(b, s, f, entries.get()) }})
	}
	return out
}

// news are the latest facts of each feed that follows from facts, newest first.
type news struct {
	everything, cases, responses []site.Fact
	themes                       map[site.NodeID][]site.Fact
	last                         string // the day of the latest fact
}

func newsOf(s *site.Site) news {
	n := news{themes: map[site.NodeID][]site.Fact{}}
	above := map[site.NodeID][]site.NodeID{} // a theme with all that are broader
	for _, theme := range s.OfKind("theme") {
		for _, t := range s.Under(theme) {
			above[t] = append(above[t], theme)
		}
	}
	open := len(s.OfKind("theme"))
	told := map[site.NodeID]bool{}
	for _, f := range s.Facts() {
		kind := s.Node(f.Node).Kind
		if kind == "case" && f.What == site.Published {
			take(&n.cases, f) // a change makes no new case
		}
		if f.What == site.Reviewed || told[f.Node] {
			continue // a review changes nothing, and of a thing the latest counts
		}
		told[f.Node] = true
		if n.last == "" {
			n.last = f.Date
		}
		take(&n.everything, f)
		about := []site.NodeID{f.Node}
		if f.What == site.Answered {
			take(&n.responses, f)
			about = f.Recs
		}
		if open == 0 {
			continue
		}
		var seen []site.NodeID
		for _, id := range about {
			for _, t := range s.ThemesOf(id) {
				for _, theme := range above[t] {
					if slices.Contains(seen, theme) {
						continue
					}
					seen = append(seen, theme)
					list := n.themes[theme]
					if take(&list, f); len(list) == mostEntries && len(n.themes[theme]) < mostEntries {
						open--
					}
					n.themes[theme] = list
				}
			}
		}
	}
	return n
}

func take(list *[]site.Fact, f site.Fact) {
	if len(*list) < mostEntries {
		*list = append(*list, f)
	}
}

func (n news) of(s *site.Site, f site.Feed) []entry {
	facts := n.everything
	switch f.Of {
	case "case":
		facts = n.cases
	case "response":
		facts = n.responses
	case "theme":
		facts = n.themes[f.Node]
	case "unit":
		return asked(s, f.Node)
	}
	out := make([]entry, 0, len(facts))
	for _, fact := range facts {
		out = append(out, told(s, fact))
	}
	return out
}

// told is a fact as a feed tells it.
func told(s *site.Site, f site.Fact) entry {
	if f.What == site.Answered {
		return answered(s, f)
	}
	n, d := s.Node(f.Node), s.Doc(f.Node)
	e := entry{id: s.Absolute(n.Path), title: n.Title, summary: d.Head.Summary, updated: f.Date, published: f.Date, categories: titles(s, s.ThemesOf(f.Node))}
	if published := content.DatedOf(d.Entity).Published; len(published) == len(time.DateOnly) {
		e.published = published
	}
	e.url = e.id
	if f.What == site.Changed && f.Note != "" {
		e.summary = strings.TrimSpace(e.summary + " Changed: " + f.Note)
	}
	if site.Citable(n.Kind) {
		for _, a := range s.Authors(f.Node) {
			e.authors = append(e.authors, cite.Full(a))
		}
	}
	return e
}

// answered is a response: the decision and what was recommended, then who answered and on which project.
func answered(s *site.Site, f site.Fact) entry {
	rec := s.Node(f.Recs[0])
	a := f.Answer
	e := entry{
		id: s.Absolute(rec.Path + "#" + s.Node(f.Node).Anchor), title: decided(a.Decision) + ": " + rec.Title, published: f.Date, updated: f.Date,
		categories: titles(s, s.ThemesOf(f.Recs[0])),
	}
	e.url = e.id
	by := a.ByText
	if a.By != site.None {
		by = s.Node(a.By).Title
	}
	if by != "" {
		e.authors = []string{by}
		e.summary = by + ", on "
	} else {
		e.summary = "On "
	}
	e.summary += "recommendation " + rec.Number + "/" + rec.Key + " of “" + s.Node(rec.Parent).Title + "”."
	return e
}

// decided is a decision in a reader's words.
func decided(decision string) string {
	if decision == "used-elsewhere" {
		return "Used elsewhere"
	}
	st := site.StandingOf(decision)
	if st.How == "" {
		return st.Word
	}
	return st.Word + ", " + st.How
}

// asked are the recommendations addressed to a unit, those that moved last first.
func asked(s *site.Site, unit site.NodeID) []entry {
	type moved struct {
		rec site.NodeID
		day string
	}
	var all []moved
	for _, id := range s.AskedOf(unit) {
		m := moved{id, max(s.Rec(id).Asked, s.UnitStanding(id, unit).Since)}
		if len(m.day) == len(time.DateOnly) && m.day <= s.Today {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b moved) int {
		if a.day != b.day {
			return cmp.Compare(b.day, a.day)
		}
		return cmp.Compare(s.Nodes[a.rec].ID, s.Nodes[b.rec].ID)
	})
	var out []entry
	for _, m := range all[:min(len(all), mostEntries)] {
		n := s.Node(m.rec)
		e := entry{id: s.Absolute(n.Path), title: n.Title, updated: m.day, published: m.day, categories: titles(s, s.ThemesOf(m.rec))}
		if asked := s.Rec(m.rec).Asked; len(asked) == len(time.DateOnly) {
			e.published = asked
		}
		e.url = e.id
		e.summary = decided(s.UnitStanding(m.rec, unit).Decision) + ". Recommendation " + n.Number + "/" + n.Key + " of “" + s.Node(n.Parent).Title + "”."
		for _, a := range s.Authors(m.rec) {
			e.authors = append(e.authors, cite.Full(a))
		}
		out = append(out, e)
	}
	return out
}

func titles(s *site.Site, ids []site.NodeID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, s.Node(id).Title)
	}
	return out
}
