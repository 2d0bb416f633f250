package library_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/bench/library"
)

func TestSameSeedSameBytes(t *testing.T) {
	sum := func(opts library.Options) string {
		h := sha256.New()
		for path, text := range library.Files(opts) {
			fmt.Fprintf(h, "%s %d %s", path, len(text), text)
		}
		return fmt.Sprintf("%x", h.Sum(nil))
	}
	first := sum(library.Options{Cases: 40, Seed: 7})
	if again := sum(library.Options{Cases: 40, Seed: 7}); again != first {
		t.Error("the same options gave other bytes")
	}
	if other := sum(library.Options{Cases: 40, Seed: 8}); other == first {
		t.Error("another seed gave the same bytes")
	}
}

func TestCounts(t *testing.T) {
	// Folder introductions are not counted; those of responses depend on chance and are held by TestResponses.
	check := func(t *testing.T, cases int, want map[string]int) {
		t.Helper()
		got := map[string]int{}
		for path := range library.Files(library.Options{Cases: cases, Seed: 1}) {
			folder, name := filepath.Split(path)
			if name != "index.md" && folder != "content/responses/" {
				got[folder]++
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d cases (-want +got):\n%s", cases, diff)
		}
	}
	fixed := map[string]int{
		"": 1, "content/": 2, "content/themes/": 60, "content/units/": 40, "content/methods/": 15, "content/glossary/": 30,
		"content/contacts/": 3, "content/programmes/": 1, "content/frameworks/": 3, "content/principles/": 25, "content/pages/": 2,
	}
	with := func(cases, guides, journeys, asks, people int) map[string]int {
		m := maps.Clone(fixed)
		for folder, n := range map[string]int{"cases": cases, "guide": guides, "journeys": journeys, "asks": asks, "people": people} {
			if n > 0 {
				m["content/"+folder+"/"] = n
			}
		}
		return m
	}
	check(t, 0, with(0, 10, 1, 8, 30))
	check(t, 1, with(1, 10, 1, 8, 30))
	check(t, 660, with(660, 66, 7, 11, 33))
}

func TestWrite(t *testing.T) {
	opts := library.Options{Cases: 12, Seed: 3}
	dir := filepath.Join(t.TempDir(), "new", "site")
	if err := library.Write(dir, opts); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		got[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(maps.Collect(library.Files(opts)), got); diff != "" {
		t.Errorf("on disk (-want +got):\n%s", diff)
	}
}

func TestWriteRefuses(t *testing.T) {
	check := func(t *testing.T, dir string, cases int, want string) {
		t.Helper()
		err := library.Write(dir, library.Options{Cases: cases})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
	used := t.TempDir()
	if err := os.WriteFile(filepath.Join(used, "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	check(t, used, 1, "is not empty")
	check(t, filepath.Join(used, "notes.txt"), 1, "make the site folder")
	check(t, filepath.Join(used, "new"), -1, "cannot have -1 cases")
}

func TestStoppingEarlyIsAllowed(t *testing.T) {
	for _, stop := range []int{1, 3, 20, 240} {
		n := 0
		for range library.Files(library.Options{Cases: 2}) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("asked for %d files, got %d", stop, n)
		}
	}
}

func BenchmarkFiles(b *testing.B) {
	for b.Loop() {
		size := 0
		for _, text := range library.Files(library.Options{Cases: 1000, Seed: 1}) {
			size += len(text)
		}
		b.SetBytes(int64(size))
	}
}
