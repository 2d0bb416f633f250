package site

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/text"
)

// Credited is one person as an item shows them.
type Credited struct {
	Shown string    // a name, or the words for a part
	Page  NodeID    // the person's own page, None without
	Name  cite.Name // as a citation names them; zero when only a part may be shown
}

// Credited is a credit of a document by what its consent allows. Without consent, or after it was withdrawn, it is a part alone.
func (s *Site) Credited(doc int32, c content.Credit) Credited {
	if c.Person == 0 {
		return Credited{Shown: c.Unnamed, Page: None}
	}
	role := "A student researcher"
	if c.As != "" {
		role = text.UpperFirst(c.As)
	}
	id := s.Rel(doc, c.Person)
	if id == None {
		return Credited{Shown: role, Page: None}
	}
	person := s.Doc(id).Entity.(*content.Person)
	if person.Withdrawn != "" || !s.Consented(c) {
		return Credited{Shown: role, Page: None}
	}
	given, family := person.Name, ""
	if i := strings.LastIndexByte(person.Name, ' '); i > 0 {
		given, family = person.Name[:i], person.Name[i+1:]
	}
	named := func(name string) Credited { return Credited{name, None, cite.Name{Literal: name}} }
	switch c.Shown {
	case "full name":
		out := named(person.Name)
		if s.Nodes[id].Page {
			out.Page = id
		}
		if family != "" {
			out.Name = cite.Name{Family: family, Given: given}
		}
		return out
	case "first name":
		first, _, _ := strings.Cut(given, " ")
		return named(first)
	case "initials":
		return named(text.Initials(person.Name))
	case "chosen name":
		if person.Chosen != "" {
			return named(person.Chosen)
		}
	}
	return Credited{Shown: role, Page: None}
}

// Authors are those whom the citation of an item names: people as each chose to be named, then its programme where some of
// them are not. Who took another part in a project is thanked, not an author; who tells a story is its author in any part.
// What has no credits is by the organisation.
func (s *Site) Authors(id NodeID) []cite.Name {
	if p := s.Node(id).Parent; p != None {
		id = p
	}
	d := s.Doc(id)
	credits, _ := content.CreditsOf(d.Entity)
	out := make([]cite.Name, 0, len(credits.People)+1)
	all := !credits.Programme
	for _, cr := range credits.People {
		if cr.As != "" && s.Nodes[id].Kind != "story" {
			continue
		}
		if name := s.Credited(s.Nodes[id].Doc, cr).Name; name != (cite.Name{}) {
			out = append(out, name)
		} else {
			all = false
		}
	}
	if all && len(out) > 0 {
		return out
	}
	by := ""
	if programme := s.Programme(id); programme != None {
		by = s.Nodes[programme].Title
	} else if len(out) == 0 {
		by = cmp.Or(s.Settings.Organisation, s.Settings.Title)
	}
	if by != "" {
		out = append(out, cite.Name{Literal: by})
	}
	return out
}

// citable are the kinds that are cited as works of their own, in the order of the files of all of them.
var citable = []string{"guide", "case", "insight", "story"}

// Citable reports whether a kind is cited as a work of its own.
func Citable(kind string) bool { return contains(citable, kind) }

// Work is an item of the library, or a theme, as others cite it; a recommendation as a part of its case.
func (s *Site) Work(id NodeID) cite.Reference {
	n := s.Node(id)
	of := id
	if n.Kind == "recommendation" {
		of = n.Parent
	}
	m, d := s.Node(of), s.Doc(of)
	r := cite.Reference{
		Key: m.Kind + "-" + strings.ReplaceAll(m.ID, "/", "-"), Title: m.Title, Authors: s.Authors(of), Publisher: s.Settings.Organisation,
		URL: s.Absolute(n.Path), Language: s.Inherited(of).Language, Abstract: d.Head.Summary,
	}
	if dated := content.DatedOf(d.Entity); dated != nil {
		r.Issued, r.DOI = day(dated.Published), dated.DOI
	}
	switch m.Kind {
	case "case", "insight":
		r.Type, r.Number = "report", m.Number
		if m.Kind == "case" {
			r.Key = m.Number
		}
	case "story":
		r.Type, r.ContainerTitle = "post-weblog", s.Settings.Title
	default:
		r.Type, r.ContainerTitle = "webpage", s.Settings.Title
		if updated := s.Updated(d); updated > d.Head.Published {
			r.Issued = day(updated)
		}
	}
	if of != id {
		r = s.PartOf(r, id)
	}
	return r
}

// PartOf is a recommendation as a part of the work that it comes from.
func (s *Site) PartOf(work cite.Reference, rec NodeID) cite.Reference {
	n := &s.Nodes[rec]
	work.Key += "-" + n.Key
	work.Part, work.Abstract = "recommendation "+strings.TrimLeft(n.Key, "abcdefghijklmnopqrstuvwxyz"), n.Title
	work.URL = s.Absolute(n.Path)
	return work
}

// day is as much of a date as was typed: a day or a year.
func day(iso string) cite.Date {
	part := func(from, to int) int {
		if len(iso) < to {
			return 0
		}
		n, _ := strconv.Atoi(iso[from:to])
		return n
	}
	return cite.Date{Year: part(0, 4), Month: part(5, 7), Day: part(8, 10)}
}

// Works are the entries of an item's citation files: of a case or insight itself and its recommendations, else the item alone.
func (s *Site) Works(id NodeID) []cite.Reference {
	recs := s.RecsOf(id)
	out := append(make([]cite.Reference, 0, 1+len(recs)), s.Work(id))
	for _, r := range recs {
		out = append(out, s.PartOf(out[0], r))
	}
	return out
}

// WorksUnder are the works filed under a theme, those of its citation files.
func (s *Site) WorksUnder(theme NodeID) []NodeID {
	var out []NodeID
	for _, kind := range citable {
		out = s.everything(out, theme, kind)
	}
	return out
}

// HasWorks reports whether an item has citation files: a theme only with works under it.
func (s *Site) HasWorks(id NodeID) bool {
	if n := s.Nodes[id]; n.Kind != "theme" {
		return Citable(n.Kind)
	}
	for _, t := range s.Under(id) {
		for _, e := range s.In(t) {
			if s.Relation(e) == "themes" && Citable(s.Nodes[e.From].Kind) && s.Listed(e.From) {
				return true
			}
		}
	}
	return false
}

// AllWorks are the works of the library: what is listed of each citable kind.
func (s *Site) AllWorks() []NodeID {
	var out []NodeID
	for _, kind := range citable {
		out = append(out, s.kindIDs[kind]...)
	}
	return out
}

// AllReferences are what the library cites, in the order of the bibliography.
func (s *Site) AllReferences() []cite.Reference {
	ids := s.Cited()
	out := make([]cite.Reference, len(ids))
	for i, id := range ids {
		out[i] = s.Reference(id)
	}
	return out
}

// CitationPath is where the citation files of an item lie, without the extension: beside its page, under its name. ".cite" keeps
// them apart from every attachment, of which a name has one dot.
func (s *Site) CitationPath(id NodeID) string {
	p := s.Node(id).Path
	return p + path.Base(p) + ".cite"
}

// The citation files of the library and of what it cites, without the extension.
const (
	LibraryCitations   = "data/library.cite"
	ReferenceCitations = BibliographyPath + "references.cite"
)
