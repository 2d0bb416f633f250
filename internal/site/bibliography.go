package site

import (
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/text"
)

// BibliographyPath is where the bibliography is, glossaryPath the glossary.
const (
	BibliographyPath = "bibliography/"
	glossaryPath     = "glossary/"
)

// BibliographySize is how many works the bibliography shows on one page, GlossarySize how many terms the glossary. A longer list has
// a page for each letter, and of a letter with more than that several. Its first page then names every entry, so that an address from
// before, bibliography/#ref-healey2014, still leads to the entry.
const (
	BibliographySize = 60
	GlossarySize     = 150
)

// placeEntries gives each work and each term the page that has its entry. Whatever does not begin with A to Z shares a page.
func (s *Site) placeEntries() {
	var refs, terms []NodeID
	for i := range s.Nodes {
		switch s.Nodes[i].Kind {
		case "reference":
			refs = append(refs, NodeID(i))
		case "term":
			terms = append(terms, NodeID(i))
		}
	}
	s.placeByLetter(refs, BibliographyPath, BibliographySize, s.EntryLetter, s.byEntry)
	s.placeByLetter(terms, glossaryPath, GlossarySize, func(id NodeID) string { return text.IndexLetter(s.Nodes[id].Title) }, s.ByTitle)
}

// placeByLetter places the entries of one list, most of them on a page.
func (s *Site) placeByLetter(ids []NodeID, base string, most int, letter func(NodeID) string, inOrder func([]NodeID)) {
	if len(ids) <= most {
		for _, id := range ids {
			s.Nodes[id].Path = base
		}
		return
	}
	parts := map[string][]NodeID{}
	for _, id := range ids {
		part := partOf(letter(id))
		parts[part] = append(parts[part], id)
	}
	for part, ids := range parts {
		if len(ids) > most {
			inOrder(ids)
		}
		for i, id := range ids {
			s.Nodes[id].Path = onPage(base+part+"/", i/most+1)
		}
	}
}

// EntryLetter is the letter that a work is listed under.
func (s *Site) EntryLetter(id NodeID) string {
	return text.IndexLetter(cite.PlainText(cite.Entry(s.Reference(id), s.Style(), "")))
}

func partOf(letter string) string {
	if len(letter) == 1 && letter >= "A" && letter <= "Z" {
		return strings.ToLower(letter)
	}
	return "other"
}

// entries adds the pages of a list of entries: its own, then those that placeEntries put entries on.
func (s *Site) entries(add addRoutes, kind, base, view string) {
	made := map[string]bool{base: true}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Kind != kind {
			continue
		}
		if len(made) == 1 {
			add(base, view, "", 1)
			made[""] = true
		}
		if made[n.Path] {
			continue
		}
		made[n.Path] = true
		part, page, _ := strings.Cut(strings.TrimPrefix(n.Path, base), "/")
		number, err := strconv.Atoi(strings.Trim(strings.TrimPrefix(page, "page/"), "/"))
		if err != nil {
			number = 1
		}
		add(n.Path, view, part, number)
	}
}
