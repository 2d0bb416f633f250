package search_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/internal/search"
)

// TestTypingOnRefines types titles of the example library letter by letter: from its last letters on what a title names is in
// the first places, and once it stands there in whole at most one other, whose words have the same stems, is before it.
func TestTypingOnRefines(t *testing.T) {
	x := library(t)
	everything, err := search.Rank(x, search.Query{Filters: map[string][]string{"kind": {"case", "principle", "method", "ask"}}})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := search.Rows(x, everything.Hits)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 40 {
		t.Fatalf("only %d titles to try", len(rows))
	}
	for i, row := range rows {
		if i%5 != 0 {
			continue
		}
		runes := []rune(row.Title)
		for n := max(len(runes)-3, 3); n <= len(runes); n++ {
			q := string(runes[:n])
			got := addresses(t, x, search.Query{Text: q, Limit: 5})
			at := slices.IndexFunc(got, func(a string) bool { return strings.TrimSuffix(a, "#"+section(a)) == row.URL })
			if at < 0 || n == len(runes) && at > 1 {
				t.Errorf("%q: %s is at %d of %v", q, row.URL, at, got)
			}
		}
	}
}

func section(address string) string {
	_, after, _ := strings.Cut(address, "#")
	return after
}

// TestAWordMoreNarrows holds that a document with all words comes before those with some.
func TestAWordMoreNarrows(t *testing.T) {
	docs := []search.Document{
		{URL: "a/", Kind: "page", Title: "Travel", Texts: []string{""}, Words: words("travel placement reimbursed early travel travel")},
		{URL: "b/", Kind: "page", Title: "Other", Texts: []string{""}, Words: words("travel is a word here")},
		{URL: "c/", Kind: "page", Title: "Third", Texts: []string{""}, Words: words("placement and nothing else")},
		{URL: "d/", Kind: "page", Title: "Fourth", Texts: []string{""}, Words: words("something quite different")},
	}
	x := opened(t, search.Build(docs, search.Setup{English: true}))
	for _, q := range []string{"travel", "travel placement", "travel placement reimbursed", "placement travel nosuchword"} {
		if got := addresses(t, x, search.Query{Text: q}); len(got) == 0 || got[0] != "a/" {
			t.Errorf("%q: found %v", q, got)
		}
	}
}

func BenchmarkSearchIndex(b *testing.B) {
	docs, setup := tiny()
	for b.Loop() {
		search.Build(docs, setup)
	}
}

func BenchmarkRank(b *testing.B) {
	x := library(b)
	for b.Loop() {
		if _, err := search.Rank(x, search.Query{Text: "assessment feedba", Limit: 10}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWhatFewLookForComesLater holds that pages about keeping the site do not push away what readers come for, and are found all the same.
func TestWhatFewLookForComesLater(t *testing.T) {
	doc := func(url, title string, aside bool) search.Document {
		return search.Document{URL: url, Kind: "page", Title: title, Aside: aside, Headings: []search.Heading{{Text: "Marks", Anchor: "marks"}},
			Texts: []string{"", "Marks take ages."}, Words: words("Marks take ages.")}
	}
	x := opened(t, search.Build([]search.Document{doc("a/", "Withdraw marks", true), doc("b/", "Late marks", false), doc("c/", "Other things", false)}, search.Setup{English: true}))
	for q, want := range map[string]string{"marks": "b/#marks a/#marks c/#marks", "withdraw": "a/"} {
		if got := strings.Join(addresses(t, x, search.Query{Text: q}), " "); got != want {
			t.Errorf("%q: %s, want %s", q, got, want)
		}
	}
}

func TestAFilterThatIsNoneNamesTheNearest(t *testing.T) {
	x := library(t)
	for _, row := range [][3]string{
		{"theme", "fedback", `the filter "theme" has no value "fedback": did you mean feedback?`},
		{"theme", "Assessment and feedback", `the filter "theme" has no value "Assessment and feedback": did you mean assessment-and-feedback?`},
		{"effort", "zzz", `the filter "effort" has no value "zzz": there are high, low, medium`},
		{"them", "feedback", `there is no filter "them": did you mean theme?`},
	} {
		if err := search.CheckFilters(x, map[string][]string{row[0]: {row[1]}}); err == nil || err.Error() != row[2] {
			t.Errorf("%s=%s: %v, want %s", row[0], row[1], err, row[2])
		}
	}
	if err := search.CheckFilters(x, map[string][]string{"theme": {"feedback"}}); err != nil {
		t.Error(err)
	}
}
