package site

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// names finds nodes by anything they may be called, folded.
type names struct {
	byKind map[string]map[string][]NodeID
	kinds  []string // in a fixed order
	linked []string // those that a wikilink without a kind may mean
}

// called is a name of something of a kind.
type called struct{ kind, name string }

// index makes the names and reports ids, numbers and titles that stand twice.
func (s *Site) index(problems *diag.List) {
	s.names = names{byKind: map[string]map[string][]NodeID{}}
	s.byPath = make(map[string]int32, len(s.Docs))
	s.kindIDs = map[string][]NodeID{}
	s.broken = map[string]bool{}
	for i, d := range s.Docs {
		s.byPath[d.Path] = int32(i)
		if d.Broken {
			switch d.Entity.(type) {
			case *content.Config:
			case *content.References:
				s.broken["reference"] = true
			case *content.Vocabularies:
				for _, v := range content.VocabularyKinds {
					s.broken[v.Kind] = true
				}
			default:
				s.broken[d.Kind] = true
			}
		}
	}
	numbers := s.numbers(problems)
	titles, ids := make(map[called]NodeID, len(s.Docs)), make(map[called]bool, len(s.Docs))
	for i := range s.Nodes {
		id, n := NodeID(i), &s.Nodes[i]
		if s.Listed(id) {
			s.kindIDs[n.Kind] = append(s.kindIDs[n.Kind], id)
		}
		if n.Key != "" && n.Parent != None {
			continue // Part finds it
		}
		if n.Kind == "person" {
			s.people = append(s.people, id)
		}
		names := s.namesOf(id)
		if s.sameTitle(id, titles, problems) {
			names = without(names, n.Title)
		}
		if key := (called{n.Kind, n.ID}); !ids[key] {
			ids[key] = true
		} else if n.Part < 0 {
			names = names[1:] // two files of one address, which is reported with the addresses
		}
		if n.Kind == "case" && n.Number != "" && numbers[text.Fold(n.Number)] != id {
			names = without(names, n.Number)
		}
		for _, name := range names {
			s.names.add(n.Kind, name, id)
		}
	}
	s.names.kinds = make([]string, 0, len(s.names.byKind))
	for kind := range s.names.byKind {
		s.names.kinds = append(s.names.kinds, kind)
	}
	slices.Sort(s.names.kinds)
	for _, kind := range s.names.kinds {
		if !contains(notLinked, kind) {
			s.names.linked = append(s.names.linked, kind)
		}
	}
	s.placeCases()
}

// without takes a name from a list, however it is written there.
func without(names []string, name string) []string {
	key := text.Fold(name)
	return slices.DeleteFunc(names, func(n string) bool { return text.Fold(n) == key })
}

// numbers says which case holds each number, folded, and reports one that two cases have. Names lead to the one that is not
// withdrawn, or that comes first, so that what refers to the number is not blamed as well.
func (s *Site) numbers(problems *diag.List) map[string]NodeID {
	holders := map[string]NodeID{}
	for i := range s.Nodes {
		id, n := NodeID(i), &s.Nodes[i]
		if n.Kind != "case" || n.Number == "" {
			continue
		}
		key := text.Fold(n.Number)
		first, twice := holders[key]
		if !twice {
			holders[key] = id
			continue
		}
		if s.Doc(first).Head.Status == "withdrawn" {
			holders[key] = id
		}
		if s.Nodes[first].ID != n.ID { // of one id, which is reported with the addresses
			s.sayNumber(first, id, problems)
		}
	}
	return holders
}

// sayNumber blames the later of two cases for their number, unless only the other one types it.
func (s *Site) sayNumber(other, blamed NodeID, problems *diag.List) {
	typed := func(id NodeID) bool { _, ok := s.Doc(id).Field("number"); return ok }
	if typed(other) && !typed(blamed) {
		other, blamed = blamed, other
	}
	problem := problems.Error("CB034", s.Doc(blamed).At("number"), "two cases have the number %s: this one and %s", s.Nodes[blamed].Number, s.Doc(other).Path)
	if typed(blamed) {
		problem.Remedy("change `number:` in one of the two: a number is given once, and never again")
		return
	}
	problem.Remedy("rename one of the two files, or give it a `number:` of its own")
}

// sameTitle reports a title that another thing of the kind has.
func (s *Site) sameTitle(id NodeID, titles map[called]NodeID, problems *diag.List) bool {
	n := s.Nodes[id]
	if n.Title == "" || n.Part >= 0 || n.Kind == "response" || n.State == Withdrawn {
		return false
	}
	key := called{n.Kind, text.Fold(n.Title)}
	first, ok := titles[key]
	if !ok {
		titles[key] = id
		return false
	}
	problems.Error("CB033", s.titleAt(id), "two %s have the title %q", plural(n.Kind), n.Title).
		Remedy("the other is %s; give one of them another title", s.Docs[s.Nodes[first].Doc].Path)
	return true
}

func (n *names) add(kind, name string, id NodeID) {
	m := n.byKind[kind]
	if m == nil {
		m = map[string][]NodeID{}
		n.byKind[kind] = m
	}
	key := text.Fold(name)
	if key != "" && !slices.Contains(m[key], id) {
		m[key] = append(m[key], id)
	}
}

// namesOf lists the names of a node: id, number, title, other names.
func (s *Site) namesOf(id NodeID) []string {
	n := s.Nodes[id]
	d := s.Docs[n.Doc]
	switch e := d.Entity.(type) {
	case *content.Vocabularies:
		return append([]string{n.ID, n.Title}, e.Words[n.Part].Aka...)
	case *content.References:
		return []string{n.ID}
	case *content.Person:
		return []string{n.ID, e.Name, e.SortName}
	}
	out := []string{n.ID}
	if n.State != Withdrawn {
		out = append(out, n.Title)
	}
	if n.Number != "" {
		out = append(out, n.Number)
	}
	return append(out, d.Head.Aka...)
}

func (s *Site) titleAt(id NodeID) diag.Pos {
	d := s.Docs[s.Nodes[id].Doc]
	for _, key := range []string{"title", "name", "term"} {
		if f, ok := d.Field(key); ok {
			return f.Where
		}
	}
	return diag.Pos{File: d.Path, Line: 1, Col: 1, Len: 1}
}

// plural is the word for several things of a kind.
func plural(kind string) string {
	if k, ok := content.KindNamed(kind); ok {
		return k.Plural
	}
	for _, v := range content.VocabularyKinds {
		if v.Kind == kind {
			return v.Plural
		}
	}
	return kind + "s"
}

// notLinked are kinds that a wikilink without a kind never means.
var notLinked = []string{"reference", "group", "level", "form", "student role", "subject", "audience", "response", "person"}

// may reports whether a kind is among those of to (separated by |, empty for any).
func may(to, kind string) bool {
	for one := range strings.SplitSeq(to, "|") {
		if one == kind {
			return true
		}
	}
	return to == ""
}

// lookup finds what a name means among the kinds of to (separated by |, empty for any). What it gives is the site's own.
func (s *Site) lookup(to, name string) []NodeID {
	name = strings.TrimSpace(name)
	key := text.Fold(name)
	var found []NodeID
	in := func(kind string) {
		if ids := s.names.byKind[kind][key]; len(found) == 0 {
			found = ids
		} else if len(ids) > 0 {
			found = slices.Concat(found, ids)
		}
	}
	if to == "" {
		for _, kind := range s.names.linked {
			in(kind)
		}
	} else {
		for kind := range strings.SplitSeq(to, "|") {
			in(kind)
		}
	}
	if len(found) > 0 {
		return found
	}
	kind, rest, ok := strings.Cut(name, "/")
	if !ok {
		return nil
	}
	if kind = strings.ToLower(strings.TrimSpace(kind)); may(to, kind) {
		if ids := s.names.byKind[kind][text.Fold(rest)]; len(ids) > 0 {
			return ids
		}
	}
	if i := strings.LastIndexByte(name, '/'); i > 0 {
		return s.lookupPart(to, name[:i], strings.TrimSpace(name[i+1:]))
	}
	return nil
}

// lookupPart finds a finding or recommendation: CL-2018-01/r1.
func (s *Site) lookupPart(to, parent, key string) []NodeID {
	for _, p := range s.lookup("case|insight", strings.TrimPrefix(strings.TrimPrefix(parent, "case/"), "insight/")) {
		if s.Doc(p).Head.Status == "withdrawn" {
			return []NodeID{p} // its parts are gone
		}
		if id := s.Part(p, strings.ToLower(key)); id != None && may(to, s.Nodes[id].Kind) {
			return []NodeID{id}
		}
	}
	return nil
}

// candidates lists the names that a mistyped one may have meant.
func (s *Site) candidates(to string) []string {
	var out []string
	for i := range s.Nodes {
		n := s.Nodes[i]
		if to != "" && !slices.Contains(strings.Split(to, "|"), n.Kind) || to == "" && slices.Contains(notLinked, n.Kind) || n.Kind == "finding" {
			continue
		}
		switch {
		case n.Kind == "recommendation":
			out = append(out, n.Number+"/"+n.Key)
		case n.Number != "":
			out = append(out, n.Number, n.Title)
		case n.Kind == "reference":
			out = append(out, n.ID)
		default:
			out = append(out, n.Title)
			if n.Part < 0 {
				out = append(out, n.ID)
				out = append(out, s.Docs[n.Doc].Head.Aka...)
			}
		}
	}
	return out
}

// otherNames are what a node may be called beside its title.
func (s *Site) otherNames(id NodeID) []string {
	n := s.Nodes[id]
	d := s.Docs[n.Doc]
	names := d.Head.Aka
	if words, ok := d.Entity.(*content.Vocabularies); ok {
		names = words.Words[n.Part].Aka
	}
	var out []string
	seen := map[string]bool{text.Fold(n.Title): true}
	for _, name := range names {
		if key := text.Fold(name); key != "" && !seen[key] {
			seen[key] = true
			out = append(out, name)
		}
	}
	return out
}
