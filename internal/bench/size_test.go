package bench

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"casebook/internal/bench/library"
	"casebook/internal/build"
)

// heaviest is how many bytes of HTML a page may have: more is slow to open on a phone and tedious to scroll.
const heaviest = 300_000

// TestNoPageOfALargeLibraryIsHeavy draws the pages that grow with the library, which those of cases and recommendations do not. With
// 2,000 cases the largest are a quarter larger than here.
func TestNoPageOfALargeLibraryIsHeavy(t *testing.T) {
	if testing.Short() {
		t.Skip("500 cases")
	}
	dir := filepath.Join(t.TempDir(), "library")
	if err := library.Write(dir, library.Options{Cases: 500, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	s, problems, err := build.Load(context.Background(), options(dir), nil)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	largest, drawn := 0, 0
	for _, r := range s.Site.Routes {
		if r.View == "case" || r.View == "recommendation" {
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
