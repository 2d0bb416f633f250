package build

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casebook/internal/search"
)

// TestTheSearchPageKnowsEveryFilter holds that each filter of the index may stand in an address of the search page.
func TestTheSearchPageKnowsEveryFilter(t *testing.T) {
	s, problems := load(t, path.Join("..", ".."), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	page, _, err := s.File("search/index.html")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`data-search="([^"]*)"`).FindStringSubmatch(string(page.Bytes))
	if m == nil {
		t.Fatal("the search page names no filters")
	}
	i := slices.IndexFunc(s.SearchPaths(), func(p string) bool { return strings.HasSuffix(p, "/facets.json") })
	f, _, err := s.File(s.SearchPaths()[i])
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Facets []struct{ ID string } }
	if err := json.Unmarshal(f.Bytes, &file); err != nil || len(file.Facets) < 10 {
		t.Fatal(err, file)
	}
	for _, f := range file.Facets {
		if !slices.Contains(strings.Fields(m[1]), f.ID) {
			t.Errorf("the search page does not know the filter %s", f.ID)
		}
	}
}

// TestAClosedFacetShowsWhatNothingHas holds that a group of students whom nobody asked stands among the filters.
func TestAClosedFacetShowsWhatNothingHas(t *testing.T) {
	s, problems := load(t, path.Join("..", ".."), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	counts, err := search.Counts(reader(t, s), search.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []string{"carers-and-parents", "mature", "disabled"} {
		if _, there := counts["about"][v]; !there {
			t.Errorf("the group %s is not in the list", v)
		}
	}
	if _, there := counts["method"]["usability-test"]; !there {
		t.Error("a method that was used is not in its list")
	}
}
