package bench

import (
	"context"
	"fmt"
	"os"
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

// TestACaseOfManyRecommendations draws a page for each of 2,000. They take seconds in all, and minutes where one page looks at each
// recommendation for every other.
func TestACaseOfManyRecommendations(t *testing.T) {
	if testing.Short() {
		t.Skip("2,000 recommendations")
	}
	dir := filepath.Join(t.TempDir(), "library")
	if err := library.Write(dir, library.Options{Cases: 10, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	text := strings.Builder{}
	text.WriteString("---\ntitle: All that could be better\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Everywhere]\ncredits: programme\n---\n## Recommendations\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "### Do what has the number %d. {#r%d}\n", i+1, i+1)
	}
	for name, written := range map[string]string{"cases/CL-2021-99.md": text.String(), "units/everywhere.md": "---\ntitle: Everywhere\n---\n"} {
		if err := os.WriteFile(filepath.Join(dir, "content", filepath.FromSlash(name)), []byte(written), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, problems, err := build.Load(context.Background(), options(dir), nil)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	for i := range 2000 {
		name := fmt.Sprintf("cases/cl-2021-99/r%d/index.html", i+1)
		page, ok, err := s.File(name)
		if err != nil || !ok {
			t.Fatal(name, ok, err)
		}
		if len(page.Bytes) > heaviest/5 {
			t.Errorf("/%s has %d bytes", name, len(page.Bytes))
		}
	}
}
