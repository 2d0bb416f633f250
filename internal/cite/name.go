package cite

import (
	"cmp"
	"strings"
	"unicode"

	"casebook/internal/text"
)

// Name is a person, or with Literal a body. Particle is one that belongs to the family name ("van der" Berg);
// DroppingParticle follows the initials ("Humboldt, A. von").
type Name struct {
	Family           string
	Given            string
	Particle         string
	DroppingParticle string
	Suffix           string
	Literal          string
}

// Short is the name as it stands in the text: "van der Berg", "Advance HE".
func (n Name) Short() string {
	if n.Family == "" {
		return cmp.Or(n.Literal, n.Given)
	}
	// "d'" and "al-" stick to the name after them.
	if n.Particle == "" || strings.HasSuffix(n.Particle, "'") || strings.HasSuffix(n.Particle, "’") || strings.HasSuffix(n.Particle, "-") {
		return n.Particle + n.Family
	}
	return n.Particle + " " + n.Family
}

// areInitials reports two or three capitals: "CJ".
func areInitials(given string) bool {
	n := 0
	for _, r := range given {
		if n++; n > 3 || !unicode.IsUpper(r) {
			return false
		}
	}
	return n > 1
}

// initials is "I.M." in Harvard, "I. M." in APA.
func (n Name) initials(style Style) string {
	given := n.Given
	if areInitials(given) {
		given = strings.Join(strings.Split(given, ""), " ")
	}
	initials := text.Initials(given)
	if style == APA {
		return initials
	}
	return strings.ReplaceAll(initials, " ", "")
}

// inverted is "Kinchin, I.M.".
func (n Name) inverted(style Style) string {
	if n.Family == "" {
		return n.Short()
	}
	return joinNonEmpty(", ", n.Short(), joinNonEmpty(" ", n.initials(style), n.DroppingParticle), n.Suffix)
}

// straight is "I.M. Kinchin".
func (n Name) straight(style Style) string {
	if n.Family == "" {
		return n.Short()
	}
	return joinNonEmpty(" ", n.initials(style), n.DroppingParticle, n.Short(), n.Suffix)
}

// sortKey is what the name is filed under: Harvard files van der Berg at B, APA at V.
func (n Name) sortKey(style Style) string {
	if n.Family == "" {
		return text.Fold(n.Short())
	}
	filed := n.Family
	if style == APA {
		filed = n.Short()
	}
	// No character sorts before the separator, so Cook comes before Cook-Sather.
	return text.Fold(filed) + "\x00" + text.Fold(n.initials(Harvard))
}

func joinNonEmpty(sep string, parts ...string) string {
	kept := parts[:0] // the list is a call's own
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, sep)
}

// compareNames orders by the first name that differs; fewer names come first.
func compareNames(a, b []Name, style Style) int {
	for i := range min(len(a), len(b)) {
		if order := cmp.Compare(a[i].sortKey(style), b[i].sortKey(style)); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(a), len(b))
}

// harvardNames lists up to three names, of more the first with "et al.", each written by one.
func harvardNames(people []Name, one func(Name) string) string {
	if len(people) > 3 {
		return one(people[0]) + " et al."
	}
	return text.Join(each(people, one), "and")
}

// apaNames lists up to twenty names, with "&" before the last; of more, nineteen, dots, and the last. comma says
// whether "&" follows a comma when there are only two.
func apaNames(people []Name, one func(Name) string, comma bool) string {
	written := each(people, one)
	last := len(written) - 1
	switch {
	case len(written) > 20:
		return strings.Join(written[:19], ", ") + ", . . . " + written[last]
	case len(written) < 2:
		return strings.Join(written, "")
	case len(written) == 2 && !comma:
		return written[0] + " & " + written[1]
	}
	return strings.Join(written[:last], ", ") + ", & " + written[last]
}

func each(people []Name, one func(Name) string) []string {
	written := make([]string, len(people))
	for i, name := range people {
		written[i] = one(name)
	}
	return written
}

// Full is a name in the order in which it is spoken: "Anna van der Berg".
func Full(n Name) string {
	if n.Family == "" {
		return n.Short()
	}
	return joinNonEmpty(" ", n.Given, n.DroppingParticle, n.Short(), n.Suffix)
}
