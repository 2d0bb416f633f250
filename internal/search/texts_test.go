package search_test

import (
	"regexp"
	"strings"
	"testing"

	"casebook/internal/search"
)

// leftOver is what would be left of markup or of a name that stands for something else.
var leftOver = regexp.MustCompile(`\x00|\[\[|\]\]|\*\*|\[\^|\[!|\{#|(^|\W)@[a-z]+[0-9]{4}|(^|\W)[a-z]+(19|20)[0-9]{2}[a-z]?\b|</?[a-z]+>`)

// The handbook for editors shows how markup is written, so it alone may have some.
func TestTextsOfTheExampleLibraryReadAsItsPagesDo(t *testing.T) {
	x := library(t)
	all, err := search.Rank(x, search.Query{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := search.Rows(x, all.Hits)
	if err != nil {
		t.Fatal(err)
	}
	whole := map[string]string{}
	for i, h := range all.Hits {
		d, err := search.Text(x, h.Doc)
		if err != nil {
			t.Fatal(err)
		}
		said := d.Summary + "\n" + strings.Join(d.Texts, "\n")
		whole[rows[i].URL] += said
		if strings.HasPrefix(rows[i].URL, "handbook/") {
			continue
		}
		if m := leftOver.FindStringIndex(said); m != nil {
			t.Errorf("%s: %q", rows[i].URL, said[max(m[0]-40, 0):min(m[1]+40, len(said))])
		}
		if strings.TrimSpace(strings.ReplaceAll(said, "\n", "")) == "" && rows[i].Kind == "statement" {
			t.Errorf("%s has no text", rows[i].URL)
		}
	}
	for url, want := range map[string]string{
		"a-guide-to-the-literature/": "Watson (2003) is on closing the loop and making sure that action comes from student feedback. Most of Show what changed is our attempt at its subject.",
		"guide/propose-a-project/":   "Pay is £14.20 an hour for every hour, meetings and writing included.",
		"accessibility/":             "wide tables, such as the comparison of principles, scroll within their own frame",
	} {
		if !strings.Contains(whole[url], want) {
			t.Errorf("%s does not say %q", url, want)
		}
	}
	if got := addresses(t, x, search.Query{Text: "Cook-Sather handbook", Limit: 10}); !anyBegins(got, []string{"a-guide-to-the-literature/"}) {
		t.Errorf("a page is not found by an author that it cites: %v", got)
	}
}
