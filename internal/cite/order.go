package cite

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"casebook/internal/text"
)

// Sort is the references in the order of a reference list: by author, year and title. A work alone comes before one with
// others, an undated one before a dated one, one in press after it. One without an author is filed under its title, past "the" and "a".
func Sort(refs []Reference, style Style) []Reference {
	out := slices.Clone(refs)
	slices.SortStableFunc(out, func(a, b Reference) int {
		return cmp.Or(
			compareNames(filedUnder(&a, style), filedUnder(&b, style), style),
			cmp.Compare(filedYear(a.Issued), filedYear(b.Issued)),
			cmp.Compare(titleKey(a.Title), titleKey(b.Title)),
			cmp.Compare(a.Key, b.Key),
		)
	})
	return out
}

func filedYear(d Date) int {
	if d.Year == 0 && d.Literal != "" {
		return math.MaxInt
	}
	return d.Year
}

// filedUnder is the names at the head of the entry, or the title as if it were one.
func filedUnder(r *Reference, style Style) []Name {
	lead := leadOf(r, style)
	switch lead {
	case leadContainer:
		return []Name{{Literal: titleKey(r.ContainerTitle)}}
	case leadTitle:
		return []Name{{Literal: titleKey(r.Title)}}
	}
	return people(r, lead)
}

func titleKey(s string) string {
	key := text.Fold(strings.TrimLeft(s, "'\"‘“"))
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, found := strings.CutPrefix(key, article); found {
			return rest
		}
	}
	return key
}

// YearSuffixes gives a letter, by key, to each reference that a citation could not tell from another: same names, same
// year. Letters follow the titles. Pass the references of one list. Names count as same when either style would print
// the same (three authors of whom the first is the same are "et al." in APA), so the letters do not depend on the style.
func YearSuffixes(refs []Reference) map[string]string {
	same := map[string][]Reference{}
	for _, r := range refs {
		named := label(&r, APA, "&")
		if leadOf(&r, Harvard) == leadContainer {
			named = r.ContainerTitle
		}
		cited := text.Fold(named) + "\x00" + yearText(&r, APA, "")
		same[cited] = append(same[cited], r)
	}
	suffixes := map[string]string{}
	for _, group := range same {
		if len(group) < 2 {
			continue
		}
		slices.SortStableFunc(group, func(a, b Reference) int {
			return cmp.Or(cmp.Compare(titleKey(a.Title), titleKey(b.Title)), cmp.Compare(a.Key, b.Key))
		})
		for i, r := range group {
			suffixes[r.Key] = letters(i)
		}
	}
	return suffixes
}
