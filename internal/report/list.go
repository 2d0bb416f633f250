package report

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// Row is one line of `casebook list`.
type Row struct {
	Number string   `json:"number,omitempty"`
	Title  string   `json:"title"`
	Aka    []string `json:"aka,omitempty"`
	ID     string   `json:"id"`
	State  string   `json:"state,omitempty"` // empty when simply published
	Depth  int      `json:"depth,omitempty"` // of a theme under a broader one
}

// Rows lists everything of a kind, published or not: what has a number by number, themes as a tree, the rest by title.
func Rows(s *site.Site, kind string) []Row {
	var ids []site.NodeID
	for i := range s.Nodes {
		if s.Nodes[i].Kind == kind {
			ids = append(ids, site.NodeID(i))
		}
	}
	order := text.Collate(s.Settings.Language)
	slices.SortStableFunc(ids, func(a, b site.NodeID) int {
		x, y := s.Node(a), s.Node(b)
		if x.Number != y.Number {
			return strings.Compare(x.Number, y.Number)
		}
		if x.Key != "" {
			return int(a - b)
		}
		return order(x.Title, y.Title)
	})
	if kind == "theme" {
		return tree(s, ids)
	}
	out := make([]Row, len(ids))
	for i, id := range ids {
		out[i] = row(s, id)
	}
	return out
}

// Count is how much there is of a kind.
type Count struct {
	Kind   string `json:"kind"`
	All    int    `json:"all"`
	Hidden int    `json:"hidden,omitempty"` // drafts, what waits for its date, what is withdrawn or over
}

// Counts counts every kind of which there is something, in the order given.
func Counts(s *site.Site, kinds []string) []Count {
	all, hidden := map[string]int{}, map[string]int{}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		all[n.Kind]++
		if n.State != site.Public {
			hidden[n.Kind]++
		}
	}
	var out []Count
	for _, k := range kinds {
		if all[k] > 0 {
			out = append(out, Count{Kind: k, All: all[k], Hidden: hidden[k]})
		}
	}
	return out
}

func row(s *site.Site, id site.NodeID) Row {
	n := s.Node(id)
	r := Row{Number: n.Number, Title: n.Title, ID: n.ID, State: stateWord(n.State)}
	if n.Key != "" {
		r.Number += "/" + n.Key
	}
	if n.Part < 0 && n.Doc >= 0 {
		r.Aka = s.Docs[n.Doc].Head.Aka
	}
	if v, ok := s.Docs[n.Doc].Entity.(*content.Vocabularies); ok {
		r.Aka = v.Words[n.Part].Aka
	}
	if rec := s.Rec(id); rec != nil && r.State == "" {
		r.State = strings.ToLower(rec.Standing().Word)
	}
	return r
}

// stateWord is how a state is marked in a list: nothing for what is simply published.
func stateWord(st site.State) string {
	return map[site.State]string{site.Draft: "draft", site.Scheduled: "scheduled", site.Expired: "expired", site.Archived: "archived",
		site.Superseded: "superseded", site.Withdrawn: "withdrawn"}[st]
}

// tree puts each theme under every broader one, as the site shows it. Themes that are broader than themselves by way of
// others are an error elsewhere; here each stands once more at most.
func tree(s *site.Site, ids []site.NodeID) []Row {
	under := map[site.NodeID][]site.NodeID{}
	var top []site.NodeID
	for _, id := range ids {
		broader := false
		for _, e := range s.Out(id) {
			if s.Relation(e) == "broader" {
				under[e.To] = append(under[e.To], id)
				broader = true
			}
		}
		if !broader {
			top = append(top, id)
		}
	}
	var out []Row
	seen := map[site.NodeID]bool{}
	var add func(id site.NodeID, above []site.NodeID)
	add = func(id site.NodeID, above []site.NodeID) {
		if slices.Contains(above, id) {
			return
		}
		seen[id] = true
		r := row(s, id)
		r.Depth = len(above)
		out = append(out, r)
		for _, n := range under[id] {
			add(n, append(slices.Clone(above), id))
		}
	}
	for _, id := range top {
		add(id, nil)
	}
	for _, id := range ids {
		if !seen[id] {
			add(id, nil)
		}
	}
	return out
}
