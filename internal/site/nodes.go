package site

import (
	"cmp"
	"slices"

	"casebook/internal/content"
	"casebook/internal/text"
)

// settings reads casebook.yaml and fills in what it leaves out.
func (s *Site) settings() {
	for _, d := range s.Docs {
		if c, ok := d.Entity.(*content.Config); ok {
			s.Settings = *c
		}
	}
	set := &s.Settings
	if set.Title == "" {
		set.Title = "Casebook"
	}
	if set.Language == "" {
		set.Language = "en-GB"
	}
	if set.Audience == "" {
		set.Audience = "both"
	}
	if set.CitationStyle == "" {
		set.CitationStyle = "harvard"
	}
	if s.BaseURL == "" {
		s.BaseURL = set.BaseURL
	}
	if s.BaseURL != "" && s.BaseURL[len(s.BaseURL)-1] != '/' {
		s.BaseURL += "/"
	}
}

// nodes makes one node for each document and each part of one.
func (s *Site) nodes() {
	s.nodeOf = make([]NodeID, len(s.Docs))
	s.Nodes = make([]Node, 0, mostNodes(s.Docs))
	s.partsAt, s.recsAt = make([]int32, len(s.Docs)+1), make([]int32, len(s.Docs)+1)
	for i, d := range s.Docs {
		s.nodeOf[i] = None
		s.partsAt[i], s.recsAt[i] = int32(len(s.byKey)), int32(len(s.recs))
		doc := int32(i)
		switch e := d.Entity.(type) {
		case nil, *content.Config, *content.Intro:
		case *content.Vocabularies:
			s.Synonyms = e.Synonyms
			for part, w := range e.Words {
				s.add(Node{Kind: w.Kind, ID: text.Slug(w.ID), Title: w.Title, Doc: doc, Part: int32(part), Parent: None})
			}
		case *content.References:
			for part, r := range e.Items {
				s.add(Node{Kind: "reference", ID: r.Key, Title: r.Title, Doc: doc, Part: int32(part), Parent: None, Anchor: "ref-" + text.Slug(r.Key)})
			}
		case *content.ReferenceNote:
		default:
			if d.Head.NoFront && !d.Broken || d.Lang != "" {
				continue
			}
			kind, _ := content.KindNamed(d.Kind)
			s.nodeOf[i] = s.add(Node{Kind: d.Kind, ID: d.ID, Title: d.Head.Title, Number: d.Head.Number, Doc: doc, Part: -1, Parent: None,
				State: s.stateOf(d), Page: kind.Page})
			if insight, ok := d.Entity.(*content.Insight); ok {
				s.Nodes[s.nodeOf[i]].Number = text.UpperFirst(insight.Term) // what its suggestions are known by
			}
			if c := content.OriginOf(d.Entity); c != nil {
				s.parts(s.nodeOf[i], doc, c)
			}
		}
	}
	s.partsAt[len(s.Docs)], s.recsAt[len(s.Docs)] = int32(len(s.byKey)), int32(len(s.recs))
}

// mostNodes is how many nodes documents can have, next to none too many.
func mostNodes(docs []*content.Doc) int {
	n := len(docs)
	for _, d := range docs {
		switch e := d.Entity.(type) {
		case *content.Vocabularies:
			n += len(e.Words)
		case *content.References:
			n += len(e.Items)
		}
		if c := content.OriginOf(d.Entity); c != nil {
			n += len(c.Findings) + len(c.Recs)
		}
	}
	return n
}

func (s *Site) add(n Node) NodeID {
	s.Nodes = append(s.Nodes, n)
	return NodeID(len(s.Nodes) - 1)
}

// parts makes the nodes of a case's parts, behind its own.
func (s *Site) parts(parent NodeID, doc int32, c *content.Case) {
	p, before := s.Nodes[parent], len(s.byKey)
	for i, f := range c.Findings {
		id := s.add(Node{Kind: "finding", ID: p.ID + "/" + f.Key, Title: f.Text, Number: p.Number, Key: f.Key, Doc: doc, Part: int32(i), Parent: parent, State: p.State, Anchor: f.Key})
		s.byKey = append(s.byKey, id)
	}
	taken := make(map[string]bool, len(c.Recs))
	for i, r := range c.Recs {
		if taken[r.Key] {
			continue // two have this key, which is reported: the first has the address
		}
		taken[r.Key] = true
		id := s.add(Node{Kind: "recommendation", ID: p.ID + "/" + r.Key, Title: r.Text, Number: p.Number, Key: r.Key, Doc: doc, Part: int32(i), Parent: parent, State: p.State, Page: true})
		s.byKey = append(s.byKey, id)
		if r.Withdrawn == "" {
			s.recs = append(s.recs, id)
		}
	}
	slices.SortFunc(s.byKey[before:], func(a, b NodeID) int { return cmp.Or(cmp.Compare(s.Nodes[a].Key, s.Nodes[b].Key), cmp.Compare(a, b)) })
}

// stateOf derives a document's state from its head and the date.
func (s *Site) stateOf(d *content.Doc) State {
	h := d.Head
	switch {
	case d.Broken && h.Status == "":
		return Public // nothing will be published until it is mended: until then it keeps what refers to it quiet
	case s.toBeWithdrawn(d) && !s.Drafts:
		return Scheduled // its content is gone from the file, and its tombstone waits
	case h.Status == "withdrawn":
		return Withdrawn
	case h.Status == "draft":
		return Draft
	case h.PageLike && h.Published == "":
		return Draft
	case h.PageLike && later(h.Published, s.Today), h.Begins > s.Today:
		return Scheduled
	case h.Expires != "" && h.Expires < s.Today && h.OnExpiry == "hide":
		return Expired
	case h.Status == "archived" || h.Expires != "" && h.Expires < s.Today:
		return Archived
	}
	return Public
}

// toBeWithdrawn reports what has a tombstone only from a later day on.
func (s *Site) toBeWithdrawn(d *content.Doc) bool {
	return d.Head.Status == "withdrawn" && later(d.Head.Withdrawn, s.Today)
}

// later compares a date or a year alone with a day.
func later(published, today string) bool {
	if len(published) == 4 && len(today) >= 4 {
		return published > today[:4]
	}
	return published > today
}

// shown reports whether something in this state has a page with its content.
func (s *Site) shown(st State) bool {
	switch st {
	case Public, Archived, Superseded:
		return true
	case Draft, Scheduled:
		return s.Drafts
	}
	return false
}

// Listed reports whether a node appears in listings and counts.
func (s *Site) Listed(id NodeID) bool {
	st := s.Nodes[id].State
	return st == Public || s.Drafts && (st == Draft || st == Scheduled)
}

// Visible reports whether a node's content is output at all.
func (s *Site) Visible(id NodeID) bool { return id != None && s.shown(s.Nodes[id].State) }
