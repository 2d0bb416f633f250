package site

import (
	"strings"

	"casebook/internal/cite"
	"casebook/internal/text"
)

// BibliographyPath is where the bibliography is.
const BibliographyPath = "bibliography/"

// BibliographySize is how many works the bibliography shows on one page. A longer one has a page for each letter. Its first page
// then names every work, so that an address from before, bibliography/#ref-healey2014, still leads to the work.
const BibliographySize = 60

// placeReferences gives each work the page that has its entry: its letter's, in a bibliography of more than one page. Whatever does
// not begin with A to Z shares a page.
func (s *Site) placeReferences() {
	var refs []NodeID
	for i := range s.Nodes {
		if s.Nodes[i].Kind == "reference" {
			refs = append(refs, NodeID(i))
		}
	}
	for _, id := range refs {
		n := &s.Nodes[id]
		n.Path = BibliographyPath
		if len(refs) > BibliographySize {
			n.Path += partOf(s.EntryLetter(id)) + "/"
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

// bibliography adds the pages of the bibliography.
func (s *Site) bibliography(add addRoutes) {
	made := map[string]bool{}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Kind != "reference" {
			continue
		}
		if !made[BibliographyPath] {
			made[BibliographyPath] = true
			add(BibliographyPath, "bibliography", "", 1)
		}
		if !made[n.Path] {
			made[n.Path] = true
			add(n.Path, "bibliography", strings.Trim(strings.TrimPrefix(n.Path, BibliographyPath), "/"), 1)
		}
	}
}
