package bench

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"casebook/internal/bench/library"
	"casebook/internal/build"
	"casebook/internal/site"
)

// heaviest is how many bytes of HTML a page may have here, and so 300,000 with 2,000 cases: more is slow to open on a phone and tedious
// to scroll.
const heaviest = 250_000

// TestNoPageOfALargeLibraryIsHeavy draws the pages that grow with the library: all but those of most cases and recommendations. In this
// library nearly everything shares a method, a unit, a theme, a request, a member of staff and so on.
func TestNoPageOfALargeLibraryIsHeavy(t *testing.T) {
	if testing.Short() {
		t.Skip("500 cases")
	}
	dir := filepath.Join(t.TempDir(), "library")
	if err := library.Write(dir, library.Options{Cases: 500, Seed: 1, Skewed: true}); err != nil {
		t.Fatal(err)
	}
	s, problems, err := build.Load(context.Background(), options(dir), nil)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	largest, drawn := 0, 0
	for _, r := range s.Site.Routes {
		if (r.View == "case" || r.View == "recommendation") && !grows(s.Site, r) {
			continue
		}
		name := r.Path
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		page, ok, err := s.File(name)
		if err != nil || !ok {
			t.Fatal(name, ok, err)
		}
		if len(page.Bytes) > heaviest {
			t.Errorf("/%s has %d bytes", r.Path, len(page.Bytes))
		}
		largest, drawn = max(largest, len(page.Bytes)), drawn+1
	}
	t.Logf("%d pages, the largest of %d bytes", drawn, largest)
}

// grows reports a case or recommendation that much leads to, or that has many recommendations.
func grows(s *site.Site, r site.Route) bool {
	return len(s.In(r.Node)) > 50 || len(s.RecsOf(r.Node)) > 50
}
