package site

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/content"
)

// assembled is a site of files, whatever is wrong with them.
func assembled(files map[string]string) *Site {
	var docs []*content.Doc
	for _, path := range slices.Sorted(maps.Keys(files)) {
		d, _ := content.Parse(path, files[path], content.Options{})
		docs = append(docs, d)
	}
	s, _ := Assemble(Config{Today: "2026-11-20"}, docs, nil)
	return s
}

// ids are the ids of nodes.
func ids(s *Site, nodes []NodeID) []string {
	out := []string{}
	for _, n := range nodes {
		out = append(out, s.Nodes[n].ID)
	}
	return out
}

func TestTopThemes(t *testing.T) {
	s := assembled(map[string]string{
		"content/themes/a.md":     "---\ntitle: A\n---\n",
		"content/themes/b.md":     "---\ntitle: B\nbroader: [A]\n---\n",
		"content/themes/c.md":     "---\ntitle: C\nbroader: [A, E]\n---\n",
		"content/themes/d.md":     "---\ntitle: D\nbroader: [B, C]\n---\n",
		"content/themes/e.md":     "---\ntitle: E\n---\n",
		"content/themes/round.md": "---\ntitle: Round\nbroader: [Again]\n---\n",
		"content/themes/again.md": "---\ntitle: Again\nbroader: [Round]\n---\n",
		"content/themes/kept.md":  "---\ntitle: Kept\nstatus: archived\n---\n",
		"content/themes/under.md": "---\ntitle: Under\nbroader: [Kept]\n---\n",
	})
	if diff := cmp.Diff([]string{"a", "e", "under"}, ids(s, s.TopThemes())); diff != "" {
		t.Errorf("top themes (-want +got):\n%s", diff)
	}
}

func TestCalled(t *testing.T) {
	s := assembled(map[string]string{
		"content/units/one.md":   "---\ntitle: Registry\naka: [Records, Office]\n---\n",
		"content/units/two.md":   "---\ntitle: Finance\naka: [Office]\n---\n",
		"content/units/draft.md": "---\ntitle: Estates\nstatus: draft\n---\n",
	})
	check := func(name string, found bool) {
		t.Helper()
		if id := s.Called("unit", name); (id != None) != found {
			t.Errorf("%q: %v", name, id)
		}
	}
	check("registry", true)
	check("Records", true)
	check("Office", false) // two units
	check("Estates", false)
	check("Nobody", false)
}

// A page of a large library looks at the latest cases only, however many other pages share its theme.
func TestNearAPageOfALargeLibrary(t *testing.T) {
	files := map[string]string{
		"content/themes/t.md": "---\ntitle: Pay\n---\n", "content/units/u.md": "---\ntitle: U\n---\n",
		"content/principles/p.md": "---\ntitle: Fair\n---\n",
	}
	for i := range 300 {
		year := 1900 + i/3
		more := ""
		if i == 290 {
			more = "exemplifies:\n  Fair: paid weekly\n"
		}
		files[fmt.Sprintf("content/cases/CL-%d-%02d.md", year, i)] = fmt.Sprintf("---\ntitle: Case %d\nyear: %d-%02d\npublished: %d\nstudied: [U]\nthemes: [Pay]\ncredits: programme\n%s---\n## Recommendations\n### Pay %d. {#r1}\n### Pay again. {#r2}\n",
			i, year, (year+1)%100, year+1, more, i)
		files[fmt.Sprintf("content/guide/g%03d.md", i)] = fmt.Sprintf("---\ntitle: G %d\npublished: 2024-01-01\nthemes: [Pay]\nexemplifies: [Fair]\n---\n", i)
	}
	s := assembled(files)
	page := s.Called("guide", "g100")
	got := []string{}
	for _, r := range s.InPractice(page, 3) {
		got = append(got, s.Nodes[r.Node].Title+": "+r.Reason)
	}
	want := []string{"Case 290: Fair: paid weekly", "Case 299: Also about pay", "Case 298: Also about pay"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in practice (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"cl-1999-299/r1", "cl-1999-298/r1", "cl-1999-297/r1", "cl-1998-296/r1"}, ids(s, s.AskedNear(page, 4))); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
}
