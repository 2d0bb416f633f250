package build

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"casebook/internal/diag"
)

// small is the files of testdata/small.txtar.
func small(t testing.TB) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/small.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range a.Files {
		out[f.Name] = string(f.Data)
	}
	return out
}

// folder writes files into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, dir, name, text)
	}
	return dir
}

func put(t testing.TB, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const today = "2026-11-20"

// dressed is a snapshot of nothing but the built-in layouts and static files, which take longer to prepare than a small library.
var dressed = sync.OnceValue(func() *Snapshot {
	s, _, err := Load(context.Background(), Options{Source: "../..", Today: today}, nil)
	if err != nil {
		panic(err)
	}
	return &Snapshot{set: s.set, sheets: s.sheets, static: s.static}
})

// load builds from nothing when prev is nil, but for layouts and static files.
func load(t testing.TB, dir string, prev *Snapshot) (*Snapshot, diag.List) {
	t.Helper()
	if prev == nil {
		prev = dressed()
	}
	s, problems, err := Load(context.Background(), Options{Source: dir, Today: today}, prev)
	if err != nil {
		t.Fatal(err)
	}
	return s, problems
}

// outputs is every published file with its bytes.
func outputs(t testing.TB, s *Snapshot) map[string]string {
	t.Helper()
	out, err := everyFile(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func everyFile(s *Snapshot) (map[string]string, error) {
	out := map[string]string{}
	for _, p := range append(slices.Clone(s.Paths()), s.SearchPaths()...) {
		f, ok, err := s.File(p)
		if err != nil || !ok {
			return nil, fmt.Errorf("%s: %v", p, err)
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return nil, err
		}
		out[p] = string(data)
	}
	return out, nil
}

func TestTheSmallLibraryHasNoProblems(t *testing.T) {
	_, problems := load(t, folder(t, small(t)), nil)
	for _, p := range problems.ForBuild() {
		t.Errorf("%s: %s %s", p.At, p.Code, p.Message)
	}
}

// TestOfSameFilesTheSameBytes holds that folder, number of workers, time zone and an earlier build change nothing.
func TestOfSameFilesTheSameBytes(t *testing.T) {
	files := small(t)
	first, _ := load(t, folder(t, files), nil)
	want := outputs(t, first)
	check := func(name string, s *Snapshot) {
		t.Helper()
		got := outputs(t, s)
		for p := range want {
			if got[p] != want[p] {
				t.Errorf("%s: %s differs", name, p)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d files, want %d", name, len(got), len(want))
		}
	}
	other := folder(t, files)
	again, _ := load(t, other, first)
	check("another folder, after an earlier build", again)
	t.Setenv("TZ", "Pacific/Kiritimati")
	for _, workers := range []int{1, 2, 7} {
		s, _, err := Load(context.Background(), Options{Source: other, Today: today, Workers: workers}, nil)
		if err != nil {
			t.Fatal(err)
		}
		check("workers", s)
	}
}

// TestPublishWritesWhatFileAnswers holds that build and serve give the same site.
func TestPublishWritesWhatFileAnswers(t *testing.T) {
	dir := folder(t, small(t))
	s, _ := load(t, dir, nil)
	out := filepath.Join(t.TempDir(), "public")
	report, err := Publish(context.Background(), s, out, PublishOptions{Workers: 3})
	if err != nil {
		t.Fatal(err)
	}
	want := outputs(t, s)
	if report.Written != len(want) {
		t.Errorf("wrote %d files, want %d", report.Written, len(want))
	}
	for p, text := range want {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(p)))
		if err != nil || string(data) != text {
			t.Errorf("%s: on disk it differs (%v)", p, err)
		}
	}
	again, err := Publish(context.Background(), s, out, PublishOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if again.Written != 0 || again.Unchanged != len(want) {
		t.Errorf("the second build wrote %d files and left %d", again.Written, again.Unchanged)
	}
	paths := slices.Sorted(func(yield func(string) bool) {
		for p := range want {
			if !yield(p) {
				return
			}
		}
	})
	if !slices.Equal(paths, slices.Sorted(slices.Values(append(slices.Clone(s.Paths()), s.SearchPaths()...)))) {
		t.Error("Paths and SearchPaths do not list what is published")
	}
}
