package cite

import (
	"slices"
	"testing"
)

func TestKey(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{`{"id":"x1","citation-key":"healeyEngagement2014"}`, "healeyEngagement2014"},
		{`{"id":"healey2014"}`, "healey2014"},
		{`{"id":"pratt:2014_a-b"}`, "pratt:2014_a-b"},
		{`{"id":"http://zotero.org/users/1/items/AB","author":[{"family":"Cook-Sather"}],"issued":{"raw":"2014"}}`, "cook-sather2014"},
		{`{"id":17,"author":[{"family":"Müller","non-dropping-particle":"von"}],"issued":{"raw":"2014"}}`, "muller2014"},
		{`{"id":"1234/AB","author":[{"literal":"Advance HE"}]}`, "advance-hend"},
		{`{"editor":[{"family":"Rust"}],"issued":{"raw":"2011"}}`, "rust2011"},
		{`{"title":"The long way","issued":{"raw":"2011"}}`, "the2011"},
		{`{}`, "refnd"},
	} {
		check(t, row.in, decode(t, row.in).Key, row.want)
	}
}

func TestKeysAreUnique(t *testing.T) {
	for _, row := range []struct{ refs, want []string }{
		{nil, []string{}},
		{ // by authors and title, whatever the order of the file
			[]string{
				`{"title":"Students as co-creators","author":[{"family":"Bovill"},{"family":"Cook-Sather"}],"issued":{"raw":"2011"}}`,
				`{"title":"The model","author":[{"family":"Bovill"},{"family":"Bulley"}],"issued":{"raw":"2011"}}`,
				`{"title":"A model","author":[{"family":"Bovill"},{"family":"Bulley"}],"issued":{"raw":"2011"}}`,
			},
			[]string{"bovill2011b", "bovill2011a", "bovill2011"},
		},
		{ // what the reference manager wrote stays
			[]string{
				`{"title":"A model","author":[{"family":"Bovill"}],"issued":{"raw":"2011"}}`,
				`{"title":"Z","citation-key":"bovill2011"}`,
				`{"title":"Y","id":"bovill2011a"}`,
				`{"title":"X","id":"bovill2011"}`,
			},
			[]string{"bovill2011c", "bovill2011", "bovill2011a", "bovill2011b"},
		},
	} {
		var refs []Reference
		for _, item := range row.refs {
			refs = append(refs, decode(t, item))
		}
		check(t, row.refs, Keys(refs), row.want)
	}
	refs := slices.Repeat([]Reference{decode(t, `{"title":"x"}`)}, 30)
	check(t, "after z", Keys(refs)[26:], []string{"xndz", "xndaa", "xndab", "xndac"})
}
