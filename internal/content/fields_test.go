package content

import (
	"slices"
	"testing"
)

// TestSummaryIsPartOfACompleteRecord holds for which kinds check misses a summary. It is said by check only.
func TestSummaryIsPartOfACompleteRecord(t *testing.T) {
	missed := []string{"guide", "page", "case", "journey", "framework", "principle", "ask", "insight", "opportunity", "event", "story", "question", "notice"}
	for _, k := range Kinds {
		for _, f := range Specs(k) {
			if want := slices.Contains(missed, k.Name); f.Key == "summary" && f.Complete != want {
				t.Errorf("%s: summary is part of a complete record: %v, want %v", k.Name, f.Complete, want)
			}
		}
	}
	check := func(file, text string, want ...string) {
		t.Helper()
		_, problems := Parse(file, text, Options{})
		var got []string
		for _, p := range problems {
			if p.Code != "CB040" {
				continue
			}
			got = append(got, p.At.String()+" "+p.Message)
			if !p.Check || p.Hint == "" {
				t.Errorf("%s: said by build too, or without a remedy: %+v", file, p)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: said %q, want %q", file, got, want)
		}
	}
	const said = " the record is not complete: `summary` is missing"
	check("content/guide/x.md", "---\ntitle: A\npublished: 2024-01-02\n---\n", "content/guide/x.md:1:1"+said)
	check("content/pages/x.md", "---\ntitle: A\nsummary:\npublished: 2024-01-02\n---\n", "content/pages/x.md:3:1"+said)
	check("content/asks/x.md", "---\ntitle: A\n---\n", "content/asks/x.md:1:1"+said)
	check("content/asks/x.md", "---\ntitle: A\nsummary: S.\n---\n")
	check("content/themes/x.md", "---\ntitle: A\n---\n")
	check("content/guide/index.md", "---\ntitle: A\n---\n")
}
