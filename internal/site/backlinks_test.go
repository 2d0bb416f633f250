package site

import (
	"slices"
	"testing"
)

// TestBacklinksWithoutASentence holds that a page which names another only in a table or list is still among its mentions,
// and that the first whole sentence of a page is the one shown.
func TestBacklinksWithoutASentence(t *testing.T) {
	s, _ := joined(t, Config{}, "-- content/pages/cell.md --\n---\ntitle: Cell\npublished: 2024-01-01\n---\n| A | B |\n|---|---|\n| [[Economics]], once asked | C |\n"+
		"-- content/pages/both.md --\n---\ntitle: Both\npublished: 2024-01-01\n---\n- [[Economics]], in short\n\nAsk [[Economics]] first.\n")
	var got []string
	for _, b := range s.Backlinks(s.Called("unit", "Economics")) {
		if from := s.Nodes[b.From].Title; from == "Cell" || from == "Both" {
			got = append(got, from+": "+b.Sentence)
		}
	}
	slices.Sort(got)
	if want := []string{"Both: Ask Economics first.", "Cell: "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
