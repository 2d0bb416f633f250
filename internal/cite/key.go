package cite

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"casebook/internal/text"
)

var keyShape = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_:-]*$`)

// ownKey is the key of a reference by itself: its citation-key, else an id that looks like a key (a letter, then letters,
// digits, _, : and -; not an address or a number), else the first family name and the year: "cook-sather2014".
func ownKey(r Reference) string {
	if r.CitationKey != "" {
		return r.CitationKey
	}
	if keyShape.MatchString(r.ID) {
		return r.ID
	}
	return derivedKey(r)
}

func isDerived(r Reference) bool { return r.CitationKey == "" && !keyShape.MatchString(r.ID) }

func derivedKey(r Reference) string {
	name := ""
	if people := slices.Concat(r.Authors, r.Editors, r.Translators); len(people) > 0 {
		name = text.Slug(cmp.Or(people[0].Family, people[0].Literal, people[0].Given))
	}
	if name == "" {
		name, _, _ = strings.Cut(text.Slug(r.Title), "-")
	}
	year := "nd"
	if r.Issued.Year != 0 {
		year = Date{Year: r.Issued.Year}.YearText()
	}
	return cmp.Or(name, "ref") + year
}

// Keys gives each reference a key of its own, in the order given. Keys that the reference manager wrote stay. Among those
// made of name and year the first by authors and title has none, the next "a", then "b": bovill2011, bovill2011a. A key
// that was written twice gets a letter too, in the order given; whether that is an error is the caller's to say.
func Keys(refs []Reference) []string {
	order := make([]int, len(refs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := refs[i], refs[j]
		if isDerived(a) != isDerived(b) {
			if isDerived(b) {
				return -1
			}
			return 1
		}
		if !isDerived(a) {
			return 0
		}
		return cmp.Or(compareNames(a.Authors, b.Authors, Harvard), cmp.Compare(text.Fold(a.Title), text.Fold(b.Title)))
	})
	keys := make([]string, len(refs))
	taken := map[string]bool{}
	for _, i := range order {
		own := ownKey(refs[i])
		key := own
		for n := 0; taken[key]; n++ {
			key = own + letters(n)
		}
		taken[key] = true
		keys[i] = key
	}
	return keys
}

// letters counts a, b, … z, aa, ab, ….
func letters(n int) string {
	s := ""
	for ; n >= 0; n = n/26 - 1 {
		s = string(rune('a'+n%26)) + s
	}
	return s
}
