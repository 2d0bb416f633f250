package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// entry is one node of a listing and the heading it stands under.
type entry struct {
	id    site.NodeID
	group string
}

// entries are the nodes of a kind in the order and under the headings of its listing.
func (p *Pages) entries(kind string) []entry {
	switch kind {
	case "case":
		return nil // by year, and too many to go through for each page
	case "theme":
		return p.themeEntries()
	case "unit":
		return p.unitEntries()
	case "principle":
		return p.principleEntries()
	case "ask":
		// One that no public recommendation makes has nothing to tell yet.
		asked := slices.DeleteFunc(slices.Clone(p.OfKind(kind)), func(id site.NodeID) bool { return len(p.records.asks()[id].recs) == 0 })
		return p.titled(asked, "")
	case "insight", "opportunity", "event", "story", "question", "notice":
		return p.datedEntries(kind)
	}
	return p.titled(p.OfKind(kind), "")
}

// datedEntries are the members of a small collection: what a reader can still act on first, then the latest.
func (p *Pages) datedEntries(kind string) []entry {
	ids := slices.Clone(p.OfKind(kind))
	if kind == "notice" { // one that has ended is archived, and its page stays
		for i := range p.Nodes {
			if id := site.NodeID(i); p.Nodes[i].Kind == kind && p.Nodes[i].State == site.Archived {
				ids = append(ids, id)
			}
		}
	}
	p.ByTitle(ids)
	groups, orders := map[site.NodeID]string{}, map[site.NodeID]string{}
	for _, id := range ids {
		groups[id], orders[id] = p.entryGroup(id)
	}
	slices.SortStableFunc(ids, func(a, b site.NodeID) int { return strings.Compare(orders[a], orders[b]) })
	var out []entry
	for _, id := range ids {
		out = append(out, entry{id: id, group: groups[id]})
	}
	return out
}

// titled are nodes by title under one heading.
func (p *Pages) titled(ids []site.NodeID, group string) []entry {
	ids = slices.Clone(ids)
	p.ByTitle(ids)
	var out []entry
	for _, id := range ids {
		out = append(out, entry{id: id, group: group})
	}
	return out
}

// themeEntries are the themes as a tree: each that has narrower ones, then those; and last the themes without any.
func (p *Pages) themeEntries() []entry {
	var tops, single []site.NodeID
	for _, id := range p.OfKind("theme") {
		switch broader := p.Rels(p.Node(id).Doc, p.Doc(id).Entity.(*content.Theme).Broader); {
		case slices.ContainsFunc(broader, p.Listed):
		case len(p.Narrower(id)) > 0:
			tops = append(tops, id)
		default:
			single = append(single, id)
		}
	}
	p.ByTitle(tops)
	var out []entry
	for _, top := range tops {
		for _, id := range p.Under(top) {
			out = append(out, entry{id: id, group: p.Node(top).Title})
		}
	}
	rest := ""
	if len(tops) > 0 {
		rest = "Other themes"
	}
	return append(out, p.titled(single, rest)...)
}

// unitTypes are the types that come first, in this order; others follow by name.
var unitTypes = []string{"department", "service", "union", "committee"}

func (p *Pages) unitEntries() []entry {
	byType := map[string][]site.NodeID{}
	var types []string
	for _, id := range p.OfKind("unit") {
		t := strings.ToLower(p.Doc(id).Entity.(*content.Unit).Type)
		if byType[t] == nil {
			types = append(types, t)
		}
		byType[t] = append(byType[t], id)
	}
	place := func(t string) string {
		switch i := slices.Index(unitTypes, t); {
		case i >= 0:
			return strconv.Itoa(i)
		case t == "":
			return "~"
		}
		return t
	}
	slices.SortFunc(types, func(a, b string) int { return strings.Compare(place(a), place(b)) })
	var out []entry
	for _, t := range types {
		heading := several(t)
		if len(byType[t]) == 1 {
			heading = text.UpperFirst(t)
		}
		if t == "" && len(types) > 1 {
			heading = "Others"
		}
		out = append(out, p.titled(byType[t], heading)...)
	}
	return out
}

// several is the heading above things of a type: "Departments", "Universities".
func several(t string) string {
	switch {
	case t == "":
		return ""
	case strings.HasSuffix(t, "y"):
		return text.UpperFirst(strings.TrimSuffix(t, "y")) + "ies"
	case strings.HasSuffix(t, "s"):
		return text.UpperFirst(t)
	}
	return text.UpperFirst(t) + "s"
}

// principleEntries are the principles of each framework in its order, then those that are in none.
func (p *Pages) principleEntries() []entry {
	var out []entry
	seen := map[site.NodeID]bool{}
	for _, f := range p.titled(p.OfKind("framework"), "") {
		for _, e := range p.Out(f.id) {
			if p.Relation(e) == "principles" && !seen[e.To] && p.Listed(e.To) {
				seen[e.To] = true
				out = append(out, entry{id: e.To, group: p.Node(f.id).Title})
			}
		}
	}
	var rest []site.NodeID
	for _, id := range p.OfKind("principle") {
		if !seen[id] {
			rest = append(rest, id)
		}
	}
	heading := ""
	if len(out) > 0 {
		heading = "Other principles"
	}
	return append(out, p.titled(rest, heading)...)
}

// entryGroups puts what is on one page of a listing under its headings.
func (p *Pages) entryGroups(from string, entries []entry) []CardGroup {
	var out []CardGroup
	for i, e := range entries {
		if i == 0 || entries[i-1].group != e.group {
			g := CardGroup{Heading: e.group}
			if e.group != "" {
				g.ID = "in-" + text.Slug(e.group)
			}
			out = append(out, g)
		}
		g := &out[len(out)-1]
		if n := p.Node(e.id); len(g.Cards) == 0 && n.Kind == "theme" && n.Title == e.group { // a broad theme is the heading of those under it
			c := p.cardWithCount(from, e.id)
			g.Href, g.Note = c.Href, c.Summary
			for _, m := range c.Meta {
				g.Note = strings.TrimSpace(g.Note + " " + m + ".")
			}
			continue
		}
		g.Cards = append(g.Cards, p.cardWithCount(from, e.id))
	}
	return out
}
