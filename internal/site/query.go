package site

import (
	"cmp"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/text"
)

// ListedRecs are the recommendations of listed cases, latest asked first.
func (s *Site) ListedRecs() []NodeID {
	ids := slices.Clone(s.kindIDs["recommendation"])
	ids = slices.DeleteFunc(ids, func(id NodeID) bool { return s.Recommendation(id).Withdrawn != "" })
	slices.SortStableFunc(ids, func(a, b NodeID) int {
		if order := cmp.Compare(s.Rec(b).Asked, s.Rec(a).Asked); order != 0 {
			return order
		}
		return cmp.Compare(s.Nodes[a].ID, s.Nodes[b].ID)
	})
	return ids
}

// Years are the academic years of listed cases, latest first.
func (s *Site) Years() []string {
	var out []string
	for _, id := range s.kindIDs["case"] {
		if y := s.CaseOf(id).Year; y != "" && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// Cases are the listed cases, latest year first, then by number.
func (s *Site) Cases() []NodeID {
	ids := slices.Clone(s.kindIDs["case"])
	s.ByYear(ids)
	return ids
}

// ByYear puts cases in order: latest year first, then by number.
func (s *Site) ByYear(cases []NodeID) {
	slices.SortFunc(cases, func(a, b NodeID) int { return cmp.Compare(s.place[a], s.place[b]) })
}

// placeCases remembers the place of each case in that order, which listings ask for many times.
func (s *Site) placeCases() {
	var cases []NodeID
	for i := range s.Nodes {
		if s.Nodes[i].Kind == "case" && s.Nodes[i].Parent == None {
			cases = append(cases, NodeID(i))
		}
	}
	slices.SortStableFunc(cases, func(a, b NodeID) int {
		return cmp.Or(cmp.Compare(s.yearOf(b), s.yearOf(a)), cmp.Compare(s.Nodes[a].Number, s.Nodes[b].Number))
	})
	s.place = make([]int32, len(s.Nodes))
	for i, id := range cases {
		s.place[id] = int32(i)
	}
}

func (s *Site) yearOf(id NodeID) string {
	if c := s.CaseOf(id); c != nil {
		return c.Year
	}
	return ""
}

// RecsOf are the recommendations of a case in its own order, without those that its authors withdrew. The list is the site's own.
func (s *Site) RecsOf(id NodeID) []NodeID {
	n := &s.Nodes[id]
	if n.Parent != None {
		return nil
	}
	from, to := s.recsAt[n.Doc], s.recsAt[n.Doc+1]
	return s.recs[from:to:to]
}

// Part finds a part of a case by its key, None without one.
func (s *Site) Part(parent NodeID, key string) NodeID {
	doc := s.Nodes[parent].Doc
	parts := s.byKey[s.partsAt[doc]:s.partsAt[doc+1]]
	i, ok := slices.BinarySearchFunc(parts, key, func(id NodeID, key string) int { return cmp.Compare(s.Nodes[id].Key, key) })
	if !ok {
		return None
	}
	return parts[i]
}

// UnitStanding is where a recommendation stands with one of the units addressed.
func (s *Site) UnitStanding(rec, unit NodeID) UnitState {
	for _, u := range s.Rec(rec).Units {
		if u.Unit == unit {
			return u
		}
	}
	return UnitState{Unit: unit}
}

// AskOf is the recurring ask a recommendation belongs to, None without one.
func (s *Site) AskOf(rec NodeID) NodeID {
	return s.Rel(s.Nodes[rec].Doc, s.Recommendation(rec).Ask)
}

// ThemesOf are a node's themes: its own, else for a recommendation its case's.
func (s *Site) ThemesOf(id NodeID) []NodeID {
	var out []NodeID
	for _, e := range s.Out(id) {
		if s.Relation(e) == "themes" {
			out = append(out, e.To)
		}
	}
	if len(out) == 0 && s.Nodes[id].Kind == "recommendation" {
		return s.ThemesOf(s.Nodes[id].Parent)
	}
	return out
}

// Narrower are the themes directly under a theme.
func (s *Site) Narrower(theme NodeID) []NodeID {
	var out []NodeID
	for _, e := range s.In(theme) {
		if s.Relation(e) == "broader" && s.Listed(e.From) {
			out = append(out, e.From)
		}
	}
	s.ByTitle(out)
	return out
}

// Under is a theme with every narrower one, itself first.
func (s *Site) Under(theme NodeID) []NodeID {
	out := []NodeID{theme}
	for i := 0; i < len(out) && i < 10_000; i++ {
		for _, n := range s.Narrower(out[i]) {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// Everything lists what is filed under a theme or a narrower one, of one kind. Recommendations inherit their case's.
func (s *Site) Everything(theme NodeID, kind string) []NodeID { return s.everything(nil, theme, kind) }

// everything appends them.
func (s *Site) everything(out []NodeID, theme NodeID, kind string) []NodeID {
	all := s.kindIDs[kind]
	if len(all) == 0 {
		return out
	}
	first, last := all[0], all[len(all)-1]
	seen := make([]uint64, (last-first)/64+1) // a bit a node, as a theme may hold a good part of them
	take := func(id NodeID) {
		if !s.Listed(id) {
			return
		}
		if at, bit := (id-first)/64, uint64(1)<<((id-first)%64); seen[at]&bit == 0 {
			seen[at] |= bit
			out = append(out, id)
		}
	}
	under := s.Under(theme)
	for _, t := range under {
		for _, e := range s.In(t) {
			if s.Relation(e) != "themes" {
				continue
			}
			if s.Nodes[e.From].Kind == kind {
				take(e.From)
			}
			if kind == "recommendation" && s.asks(e.From) {
				for _, r := range s.RecsOf(e.From) {
					if slices.ContainsFunc(s.ThemesOf(r), func(t NodeID) bool { return slices.Contains(under, t) }) {
						take(r)
					}
				}
			}
		}
	}
	return out
}

// asks reports what recommendations come from: a case or an insight.
func (s *Site) asks(id NodeID) bool {
	return s.Nodes[id].Kind == "case" || s.Nodes[id].Kind == "insight"
}

// ByTitle sorts nodes by title as the site's language does.
func (s *Site) ByTitle(ids []NodeID) {
	if len(ids) < 2 {
		return // making an order costs more than most lists
	}
	order := text.Collate(s.Settings.Language)
	slices.SortStableFunc(ids, func(a, b NodeID) int { return order(s.Nodes[a].Title, s.Nodes[b].Title) })
}

// Backlink is a mention of a page in the prose of another.
type Backlink struct {
	From     NodeID
	Sentence string
}

// Backlinks are the mentions of a node in prose, each page once, with the first sentence that one stands in; a page that
// mentions it only in a heading, a table or a list has none.
func (s *Site) Backlinks(id NodeID) []Backlink {
	var out []Backlink
	at := map[NodeID]int{}
	for _, e := range s.In(id) {
		if relation := s.Relation(e); relation != "link" && relation != "wiki" {
			continue
		}
		from := e.From
		i, seen := at[from]
		switch {
		case seen && (out[i].Sentence != "" || s.Ref(e).Said().Sentence == ""), from == id, !s.Listed(from), s.Nodes[from].Parent == id:
		case seen:
			out[i].Sentence = s.sentence(e)
		default:
			at[from] = len(out)
			out = append(out, Backlink{From: from, Sentence: s.sentence(e)})
		}
	}
	return out
}

// sentence is the sentence of a mention as readers see it: bare wikilinks, facts and citations by what they print.
func (s *Site) sentence(e Edge) string {
	d := s.Docs[e.Doc]
	typed := d.Refs[e.Ref].Said().Sentence
	if typed == "" {
		return ""
	}
	out := typed
	for i := range d.Refs {
		r := &d.Refs[i]
		said := r.Mention
		if said == nil || said.Sentence != typed || said.Label != "" {
			continue
		}
		t := s.Target(e.Doc, int32(i))
		words := ""
		switch {
		case t.Node == None:
		case r.Relation == "wiki" && t.Text != "":
			words = t.Text
		case r.Relation == "wiki":
			words = strings.TrimSuffix(s.Nodes[t.Node].Title, ".") // the sentence it stands in has its own
		case r.Relation == "cite" && said.Narrative:
			words = cite.Narrative(cite.Cited{Ref: s.Reference(t.Node), Locator: said.Locator}, s.Style())
		}
		if words != "" {
			out = strings.Replace(out, r.Name, words, 1)
		}
	}
	return out
}

// Match is how another framework's principle stands to one of ours.
type Match struct {
	Other  NodeID
	Word   string // what the other one is, compared with this one
	Reason string
}

// Matches are a principle's equivalents, whichever of the two types them.
func (s *Site) Matches(principle NodeID) []Match {
	var out []Match
	for _, e := range s.Out(principle) {
		if s.Relation(e) == "matches" {
			word, reason := content.SplitMatch(s.Ref(e).Note)
			out = append(out, Match{Other: e.To, Word: word, Reason: reason})
		}
	}
	for _, e := range s.Inverse(principle, "matches") {
		word, reason := content.SplitMatch(s.Ref(e).Note)
		if !slices.ContainsFunc(out, func(m Match) bool { return m.Other == e.From }) {
			out = append(out, Match{Other: e.From, Word: content.MatchWords[word], Reason: reason})
		}
	}
	return out
}

// FrameworkOf is the framework a principle is part of, None without one.
func (s *Site) FrameworkOf(principle NodeID) NodeID {
	for _, e := range s.Inverse(principle, "principles", "framework") {
		return e.From
	}
	return None
}

// Exemplified are the listed items of a kind that show a principle at work, with the edge that holds the reason.
func (s *Site) Exemplified(principle NodeID, kind string) []Edge {
	var out []Edge
	for _, e := range s.Inverse(principle, "exemplifies", kind) {
		if s.Listed(e.From) {
			out = append(out, e)
		}
	}
	return out
}

// Cited are the references that listed items cite, in the order of the bibliography.
func (s *Site) Cited() []NodeID {
	var ids []NodeID
	for i := range s.Nodes {
		if s.Nodes[i].Kind == "reference" && s.Listed(NodeID(i)) {
			ids = append(ids, NodeID(i))
		}
	}
	s.byEntry(ids)
	return ids
}

// byEntry puts works in the order of the bibliography.
func (s *Site) byEntry(ids []NodeID) {
	refs := make(map[NodeID]string, len(ids))
	for _, id := range ids {
		refs[id] = text.Fold(cite.PlainText(cite.Entry(s.Reference(id), s.Style(), "")))
	}
	slices.SortStableFunc(ids, func(a, b NodeID) int { return cmp.Compare(refs[a], refs[b]) })
}

// Reference is the data behind a reference's node.
func (s *Site) Reference(id NodeID) cite.Reference {
	n := s.Nodes[id]
	return s.Docs[n.Doc].Entity.(*content.References).Items[n.Part].Reference
}

// Style is the citation style of the site.
func (s *Site) Style() cite.Style {
	switch s.Settings.CitationStyle {
	case "apa":
		return cite.APA
	case "harvard-10":
		return cite.HarvardCiteThemRight10
	}
	return cite.Harvard
}

// Citers are the listed items that cite a reference, each once.
func (s *Site) Citers(ref NodeID) []NodeID {
	var out []NodeID
	for _, e := range s.Inverse(ref, "cite") {
		id := e.From
		if s.Nodes[id].Parent != None {
			id = s.Nodes[id].Parent
		}
		if s.Listed(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Annotation is the document that annotates a reference, -1 without one.
func (s *Site) Annotation(ref NodeID) int32 {
	if i, ok := s.byPath["content/references/"+s.Nodes[ref].ID+".md"]; ok {
		return i
	}
	return -1
}

// StepOf is one step of a journey as its pages show it.
type StepOf struct {
	Title    string
	Pages    []NodeID // one, or several of which a reader takes one
	Optional bool
}

// Steps are the steps of a journey that have a page.
func (s *Site) Steps(journey NodeID) []StepOf {
	d := s.Nodes[journey].Doc
	j := s.Docs[d].Entity.(*content.Journey)
	var out []StepOf
	for _, st := range j.Steps {
		step := StepOf{Title: st.Title, Optional: st.Optional, Pages: s.Rels(d, st.Or)}
		if p := s.Rel(d, st.Page); p != None {
			step.Pages = append(step.Pages, p)
		}
		step.Pages = slices.DeleteFunc(step.Pages, func(id NodeID) bool { return !s.Visible(id) })
		if len(step.Pages) == 0 {
			continue
		}
		if step.Title == "" {
			titles := make([]string, len(step.Pages))
			for i, p := range step.Pages {
				titles[i] = s.Nodes[p].Title
			}
			step.Title = strings.Join(titles, " or ")
		}
		out = append(out, step)
	}
	return out
}

// BestOutcome is the furthest an ask has come: the recommendation and its standing.
func (s *Site) BestOutcome(recs []NodeID) NodeID {
	order := []Bucket{Confirmed, Done, UnderWay, Agreed, NotYet, Considered, Overtaken, Declined, NoResponse}
	best, at := None, len(order)
	for _, id := range recs {
		if i := slices.Index(order, s.Rec(id).Bucket()); i < at {
			best, at = id, i
		}
	}
	return best
}

// LatestAnswers are the most recent responses of the site with their recommendations, newest first.
func (s *Site) LatestAnswers(n int) []struct {
	Rec    NodeID
	Answer Answer
} {
	type pair = struct {
		Rec    NodeID
		Answer Answer
	}
	var all []pair
	for i := range s.Recs {
		r := &s.Recs[i]
		if !s.Listed(r.Node) || len(r.Answers) == 0 {
			continue
		}
		all = append(all, pair{r.Node, r.Answers[len(r.Answers)-1]})
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.Answer.Date, a.Answer.Date), cmp.Compare(s.Nodes[a.Rec].ID, s.Nodes[b.Rec].ID))
	})
	return all[:min(n, len(all))]
}

// Formerly are the old terms that a theme took over, with the scheme.
func (s *Site) Formerly(theme NodeID) []Edge { return s.Inverse(theme, "terms", "scheme") }
