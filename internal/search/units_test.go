package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestWordsAreInTheOrderOfBrowsers(t *testing.T) {
	words := strings.Fields("a ab abc b z zé é éa 한 \ud7ff \ue000 \uf900 ﬁ \uffff 𝒜 𝒜a 😀 \U0010ffff ﬁ𝒜 ﬁa 𝒜𝒜 𝒜ﬁ")
	for _, a := range words {
		for _, b := range words {
			want := slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
			if got := byUnits(a, b); got != want {
				t.Errorf("%q and %q: %d, not %d", a, b, got, want)
			}
		}
	}
}
