package site

import (
	"slices"
	"strings"
	"testing"
)

// TestTheRecommendationsOfACase holds that a case has those which its authors did not withdraw, in its own order, and that each part
// is found by its key. Of two with one key, which the parse reports, the first has the address.
func TestTheRecommendationsOfACase(t *testing.T) {
	check := func(name, recommendations, want, problems string) {
		t.Helper()
		s, found := joined(t, Config{}, "-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n"+recommendations)
		id := s.Called("case", "CL-2021-01")
		var keys []string
		for _, rec := range s.RecsOf(id) {
			n := s.Nodes[rec]
			if keys = append(keys, n.Key+" "+n.Title); s.Part(id, n.Key) != rec {
				t.Errorf("%s: %s leads to %d, not %d", name, n.Key, s.Part(id, n.Key), rec)
			}
		}
		if got := strings.Join(keys, "; "); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if part := s.Part(id, "r99"); part != None {
			t.Errorf("%s: r99 is %d", name, part)
		}
		if got := strings.Join(said(found), "\n"); got != problems {
			t.Errorf("%s: got %q, want %q", name, got, problems)
		}
	}
	check("in its own order", "---\n## Findings\n- Late. {#f1}\n## Recommendations\n### Ten. {#r10}\n### Two. {#r2}\n### Gone. {#r1}\nWithdrawn: it was done before.\n### Three. {#r3}\n",
		"r10 Ten.; r2 Two.; r3 Three.", "")
	check("a key that stands twice", "recommendations:\n  - key: r1\n    text: One.\n  - key: r2\n    text: Two.\n    for: [Economics]\n  - key: r1\n    text: One again.\n    for: [Economics]\n---\nText.\n",
		"r1 One.; r2 Two.", "content/cases/CL-2021-01.md:16 error CB068")
	s, _ := joined(t, Config{}, "")
	if recs := s.RecsOf(s.Called("unit", "Economics")); len(recs) > 0 {
		t.Errorf("a unit has the recommendations %v", recs)
	}
	rec := s.kindIDs["recommendation"][0]
	if recs := s.RecsOf(rec); len(recs) > 0 || !slices.Contains(s.RecsOf(s.Nodes[rec].Parent), rec) {
		t.Errorf("a recommendation has the recommendations %v", recs)
	}
}
