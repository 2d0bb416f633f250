package search_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/search"
	"casebook/internal/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func words(texts ...string) []text.Counts {
	var c text.Counter
	for _, s := range texts {
		c.Add(s)
	}
	return []text.Counts{c.Counts()}
}

// tiny is a site of four documents.
func tiny() ([]search.Document, search.Setup) {
	docs := []search.Document{
		{
			URL: "cases/cl-2018-01/", Kind: "case", Title: "Waiting for week six", Number: "CL-2018-01", Summary: "Comments came late.", Month: 1424,
			Headings: []search.Heading{{Text: "What we did", Anchor: "what-we-did"}, {Text: "Publish the return date", Anchor: "r1"}},
			Texts:    []string{"We asked 212 first-years.", "We counted co-created comments.", "It belongs in the module guide."},
			Words:    words("We asked 212 first-years. We counted co-created comments. It belongs in the module guide."),
			Values:   []int32{0, 2},
		},
		{
			URL: "cases/cl-2018-01/r1/", Kind: "recommendation", Title: "Publish the return date", Number: "CL-2018-01/r1", Keys: []string{"r1"},
			Status: search.Status{Class: "done", Words: "Done"}, Month: 1425, Texts: []string{"It belongs in the module guide."},
			Words:  words("It belongs in the module guide."),
			Values: []int32{0, 3},
		},
		{URL: "glossary/#vle", Kind: "term", Title: "VLE", Names: []string{"virtual learning environment"}, Texts: []string{"The online system."}, Words: words("The online system.")},
		{
			URL: "themes/assessment/", Kind: "theme", Title: "Assessment & “feedback” <b>", Texts: []string{"Marks and ‘comments’ \u2028."}, Words: words("Marks and comments."),
			Values: []int32{1, 4},
		},
	}
	values := []search.Value{{Facet: "theme", ID: "feedback"}, {Facet: "theme", ID: "assessment"}, {Facet: "kind", ID: "case"}, {Facet: "kind", ID: "recommendation"}, {Facet: "kind", ID: "theme"}}
	setup := search.Setup{English: true, Synonyms: [][]string{{"VLE", "course site"}}, Values: values, Facets: []search.Facet{
		{ID: "theme", Title: "Theme", Values: []search.FacetValue{{ID: "assessment", Title: "Assessment", Parent: -1}, {ID: "feedback", Title: "Feedback", Parent: 0}, {ID: "voice", Title: "Voice", Parent: -1}}},
		{ID: "kind", Title: "Kind", More: true, Values: []search.FacetValue{{ID: "case", Title: "Case", Parent: -1}, {ID: "recommendation", Title: "Recommendation", Parent: -1}, {ID: "theme", Title: "Theme", Parent: -1}}},
	}}
	return docs, setup
}

// written is an index as text, a line for each file.
func written(index search.Index) string {
	var b strings.Builder
	fmt.Fprintf(&b, "start %s\n", index.Start)
	for _, f := range index.Files {
		fmt.Fprintf(&b, "%s %s\n", f.Path, f.Append(nil))
	}
	return b.String()
}

func TestTheIndexOfATinySite(t *testing.T) {
	got := written(search.Build(tiny()))
	const golden = "testdata/tiny.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("the index changed (-want +got); go test -update writes it anew, and the client has to agree:\n%s", d)
	}
}

func TestTheSameIndexWhateverTheOrderAndTheMachine(t *testing.T) {
	docs, setup := tiny()
	want := written(search.Build(docs, setup))
	for _, n := range []int{1, 2, 7} {
		docs, setup := tiny() // they are taken over
		slices.Reverse(docs)
		before := runtime.GOMAXPROCS(n)
		if written(search.Build(docs, setup)) != want {
			t.Errorf("with %d processors the index differs", n)
		}
		runtime.GOMAXPROCS(before)
	}
}

func TestEveryFileIsJSONAndAPortableOneIsAScript(t *testing.T) {
	docs, setup := tiny()
	for _, f := range search.Build(docs, setup).Files {
		if !json.Valid(f.Append(nil)) || !strings.HasSuffix(f.Path, ".json") {
			t.Errorf("%s is not JSON", f.Path)
		}
	}
	setup.Portable = true
	for _, f := range search.Build(docs, setup).Files {
		name := strings.TrimSuffix(f.Path[strings.LastIndexByte(f.Path, '/')+1:], ".js")
		inside, ok := bytes.CutPrefix(f.Append(nil), []byte(`casebookSearch("`+name+`",`))
		inside, end := bytes.CutSuffix(inside, []byte(");\n"))
		if !ok || !end || !json.Valid(inside) {
			t.Errorf("%s is not a call with its name and a value", f.Path)
		}
	}
}

func TestNothingToFind(t *testing.T) {
	x := opened(t, search.Build(nil, search.Setup{English: true}))
	for _, q := range []string{"", "feedback", "r1", "a b c"} {
		if got := addresses(t, x, search.Query{Text: q}); len(got) > 0 {
			t.Errorf("%q: found %v in an empty index", q, got)
		}
	}
}

func TestWhatTinyQueriesFind(t *testing.T) {
	x := opened(t, search.Build(tiny()))
	check := func(q string, want ...string) {
		t.Helper()
		if got := addresses(t, x, search.Query{Text: q}); !slices.Equal(got, want) {
			t.Errorf("%q: found %v, want %v", q, got, want)
		}
	}
	const c, r1, vle, theme = "cases/cl-2018-01/", "cases/cl-2018-01/r1/", "glossary/#vle", "themes/assessment/"
	check("CL-2018-01", c, r1)
	check("cl 2018 01", c, r1)
	check("cl-2018-01/R1", r1, c)
	check("r1", r1)
	check("publish the return date", r1, c+"#r1")
	check("course site", vle)
	check("virtual learning", vle)
	check("cocreated", c)
	check("co-created", c)
	check("co‑created", c) // a hyphen that does not break
	check("commnets", c, theme)
	check("moduel guide", r1, c)
	check("assess", theme)
	check("the of and")
	check("zzzz")
	check("constructor")
	check("__proto__")
	check("<img src=x>")
}

func TestFiltersAndCounts(t *testing.T) {
	x := opened(t, search.Build(tiny()))
	check := func(q string, filters map[string][]string, total int, want map[string]int) {
		t.Helper()
		r, err := search.Rank(x, search.Query{Text: q, Filters: filters})
		if err != nil {
			t.Fatal(err)
		}
		if r.Total != total {
			t.Errorf("%q %v: %d results, want %d", q, filters, r.Total, total)
		}
		counts, err := search.Counts(x, search.Query{Text: q, Filters: filters})
		if err != nil {
			t.Fatal(err)
		}
		for key, n := range want {
			facet, value, _ := strings.Cut(key, "=")
			if counts[facet][value] != n {
				t.Errorf("%q %v: %s would show %d, want %d", q, filters, key, counts[facet][value], n)
			}
		}
	}
	type f = map[string][]string
	check("", nil, 4, map[string]int{"theme=assessment": 3, "theme=feedback": 2, "theme=voice": 0, "kind=case": 1})
	check("guide", nil, 2, map[string]int{"theme=feedback": 2, "kind=theme": 0})
	check("guide", f{"kind": {"case"}}, 1, map[string]int{"kind=recommendation": 1, "theme=feedback": 1})
	check("", f{"kind": {"case", "theme"}}, 2, map[string]int{"kind=recommendation": 1, "theme=feedback": 1, "theme=assessment": 2})
	check("", f{"kind": {"case"}, "theme": {"voice"}}, 0, map[string]int{"theme=feedback": 1, "kind=case": 0})
}

// TestDamagedFilesAreSaid cuts every file at many lengths: the answer is an error or results, never a panic.
func TestDamagedFilesAreSaid(t *testing.T) {
	index := search.Build(tiny())
	whole := map[string][]byte{}
	for _, f := range index.Files {
		whole[f.Path] = f.Append(nil)
	}
	for cut, b := range whole {
		for n := 0; n < len(b); n += 1 + len(b)/40 {
			x, err := search.Open(index.Start, func(path string) ([]byte, error) {
				if path == cut {
					return b[:n], nil
				}
				return whole[path], nil
			})
			if err != nil {
				if !strings.HasSuffix(cut, "/root.json") {
					t.Fatal(err)
				}
				continue
			}
			failed := false
			for _, q := range []search.Query{{Text: "comments guide publish r1 assess"}, {Text: "commnets"}, {Filters: map[string][]string{"theme": {"feedback"}}}} {
				failed = tryAll(x, q) != nil || failed
			}
			if n == 0 && !failed && !strings.Contains(cut, "/s") && !strings.Contains(cut, "/x") && !strings.Contains(cut, "/t") {
				t.Errorf("%s is empty and nobody says so", cut)
			}
		}
	}
}

func tryAll(x *search.Reader, q search.Query) error {
	r, err := search.Rank(x, q)
	if err != nil {
		return err
	}
	if _, err := search.Rows(x, r.Hits); err != nil {
		return err
	}
	for _, h := range r.Hits {
		if _, err := search.Text(x, h.Doc); err != nil {
			return err
		}
	}
	_, err = search.Counts(x, q)
	return err
}

func FuzzQuery(f *testing.F) {
	for _, q := range []string{"feedback", "CL-2018-01/r1", "(a+)+$", "[", `\`, "__proto__", strings.Repeat("a ", 5000), "\x00\xff", "don’t co-", "‑", "é́́", "ẞ ŉ ﬁ", "a\u2028b"} {
		f.Add(q)
	}
	x := opened(f, search.Build(tiny()))
	f.Fuzz(func(t *testing.T, q string) {
		r, err := search.Rank(x, search.Query{Text: q, Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		if r.Total < len(r.Hits) || len(r.Hits) > 3 {
			t.Errorf("%d results of %d", len(r.Hits), r.Total)
		}
		for i := 1; i < len(r.Hits); i++ {
			if r.Hits[i].Score > r.Hits[i-1].Score {
				t.Error("the results are not in order")
			}
		}
		again, err := search.Rank(x, search.Query{Text: q, Limit: 3})
		if err != nil || !slices.Equal(again.Hits, r.Hits) {
			t.Error("asked again, the answer is another")
		}
	})
}

// FuzzShard gives the reader shards that nobody wrote.
func FuzzShard(f *testing.F) {
	index := search.Build(tiny())
	whole := map[string][]byte{}
	for _, file := range index.Files {
		whole[file.Path] = file.Append(nil)
		f.Add(string(whole[file.Path]))
	}
	f.Fuzz(func(t *testing.T, data string) {
		x, err := search.Open(index.Start, func(path string) ([]byte, error) {
			if strings.Contains(path, "/t") {
				return []byte(data), nil
			}
			return whole[path], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		_ = tryAll(x, search.Query{Text: "comments guide publish r1 assess"})
	})
}
