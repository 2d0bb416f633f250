package search_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"casebook/internal/build"
	"casebook/internal/search"
)

// wanted is one query on the example library: one of Want must be among the first three, as the beginning of an address; and each
// of Each, at whichever of its sections, among as many as it says. The browser's test runs the same file.
type wanted struct {
	Q     string         `json:"q"`
	Want  []string       `json:"want"`
	First bool           `json:"first"`
	Each  map[string]int `json:"each"`
}

// library opens the index of the example library, as a build publishes it.
func library(t testing.TB) *search.Reader {
	t.Helper()
	index, err := libraryIndex()
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, index)
}

// libraryIndex is made once: several tests ask the same index.
var libraryIndex = sync.OnceValues(func() (search.Index, error) {
	s, problems, err := build.Load(context.Background(), build.Options{Source: filepath.Join("..", ".."), Today: "2026-11-22"}, nil)
	if err == nil && problems.Failed() {
		err = fmt.Errorf("the example library has errors: %v", problems)
	}
	if err != nil {
		return search.Index{}, err
	}
	return search.OfSite(s.Site, false), nil
})

func opened(t testing.TB, index search.Index) *search.Reader {
	t.Helper()
	files := map[string][]byte{}
	for _, f := range index.Files {
		files[f.Path] = f.Append(nil)
	}
	x, err := search.Open(index.Start, func(path string) ([]byte, error) {
		if b, ok := files[path]; ok {
			return b, nil
		}
		return nil, os.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// addresses are the first results' addresses, with the section that each leads to.
func addresses(t testing.TB, x *search.Reader, q search.Query) []string {
	t.Helper()
	r, err := search.Rank(x, q)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	rows, err := search.Rows(x, r.Hits)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	var out []string
	for i, row := range rows {
		url := row.URL
		d, err := search.Text(x, r.Hits[i].Doc)
		if err != nil {
			t.Fatalf("%q: %v", q.Text, err)
		}
		if s := r.Hits[i].Section; s >= 0 && d.Headings[s].Anchor != "" && !strings.Contains(url, "#") {
			url += "#" + d.Headings[s].Anchor
		}
		out = append(out, url)
	}
	return out
}

func TestTheExampleLibraryAnswersItsReaders(t *testing.T) {
	data, err := os.ReadFile("testdata/library.json")
	if err != nil {
		t.Fatal(err)
	}
	var queries []wanted
	if err := json.Unmarshal(data, &queries); err != nil {
		t.Fatal(err)
	}
	x := library(t)
	for _, w := range queries {
		ten := addresses(t, x, search.Query{Text: w.Q, Limit: 10})
		for want, places := range w.Each {
			at := slices.IndexFunc(ten, func(a string) bool { return a == want || strings.HasPrefix(a, want+"#") })
			if at < 0 || at >= places {
				t.Errorf("%q: %s is not among the first %d of %s", w.Q, want, places, ten)
			}
		}
		got := ten[:min(3, len(ten))]
		if len(w.Want) == 0 {
			if len(got) > 0 {
				t.Errorf("%q: found %v, want nothing", w.Q, got)
			}
			continue
		}
		near := got
		if w.First {
			near = got[:min(1, len(got))]
		}
		if !anyBegins(near, w.Want) {
			t.Errorf("%q: found %s, want one of %s", w.Q, fmt.Sprint(got), fmt.Sprint(w.Want))
		}
	}
}

func anyBegins(list, beginnings []string) bool {
	for _, s := range list {
		for _, b := range beginnings {
			if strings.HasPrefix(s, b) {
				return true
			}
		}
	}
	return false
}
