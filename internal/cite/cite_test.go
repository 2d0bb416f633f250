package cite

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// check compares what a function gave for in with what it should give.
func check[T any](t *testing.T, in any, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v (-want +got):\n%s", in, diff)
	}
}

// decode reads an item written in a test.
func decode(t *testing.T, item string) Reference {
	t.Helper()
	r, err := Decode(json.RawMessage(item))
	if err != nil {
		t.Fatalf("%s: %v", item, err)
	}
	return r
}

// library is the references of the example library, with their keys.
func library(t *testing.T) []Reference {
	t.Helper()
	raw, err := os.ReadFile("testdata/references.json")
	if err != nil {
		t.Fatal(err)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		t.Fatal(err)
	}
	var refs []Reference
	for _, item := range items {
		refs = append(refs, decode(t, string(item)))
	}
	for i, key := range Keys(refs) {
		refs[i].Key = key
	}
	return refs
}

func libraryByKey(t *testing.T) map[string]Reference {
	t.Helper()
	refs := map[string]Reference{}
	for _, r := range library(t) {
		refs[r.Key] = r
	}
	return refs
}

// marked is an entry as tests write it: *italic*, and [an address].
func marked(runs []Run) string {
	s := ""
	for _, run := range runs {
		switch {
		case run.URL != "":
			s += "[" + run.URL + "]"
		case run.Italic:
			s += "*" + run.Text + "*"
		default:
			s += run.Text
		}
	}
	return s
}

func TestEntriesOfTheExampleLibrary(t *testing.T) {
	golden, err := os.ReadFile("testdata/entries.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	blocks := strings.Split(strings.TrimSpace(string(golden)), "\n\n")[1:]
	for _, block := range blocks {
		lines := strings.Split(block, "\n")
		want[lines[0]] = lines[1:]
	}
	refs := library(t)
	check(t, "entries", len(refs), len(want))
	for _, r := range refs {
		got := []string{marked(Entry(r, Harvard, "")), marked(Entry(r, APA, ""))}
		check(t, r.Key, got, want[r.Key])
	}
	check(t, "no letters are needed", YearSuffixes(refs), map[string]string{})
}
