package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Initials is the first letter of each part of a name: "R. O." for Rosa Ortega. A hyphen stays ("J.-L. P."), a particle
// in small letters gives a small one ("A. v. d. B."), "d'Arcy" gives "d'A.", and initials that stand already count each
// ("I.M. Kinchin" is "I. M. K.").
func Initials(name string) string {
	if initials, ok := initialsASCII(name); ok {
		return initials
	}
	var parts []string
	for _, word := range strings.Fields(strings.ReplaceAll(norm.NFC.String(name), ".", ". ")) {
		if initial := initialOf(word); initial != "" {
			parts = append(parts, initial)
		}
	}
	return strings.ReplaceAll(strings.Join(parts, " "), " -", "-")
}

// initialsASCII is Initials for names of plain letters and spaces, which most are.
func initialsASCII(name string) (string, bool) {
	var space [32]byte
	out := space[:0]
	begins := true
	for i := range len(name) {
		switch c := name[i]; {
		case c == ' ':
			begins = true
		case c|0x20 < 'a' || c|0x20 > 'z':
			return "", false
		case begins:
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out = append(out, c, '.')
			begins = false
		}
	}
	return string(out), true
}

func initialOf(word string) string {
	var parts []string
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return unicode.Is(unicode.Pd, r) }) {
		if initial := firstLetter(part); initial != "" {
			parts = append(parts, initial+".")
		}
	}
	initials := strings.Join(parts, "-")
	if strings.HasPrefix(word, "-") && initials != "" {
		return "-" + initials // the second half of "J.-L.", which the full stop cut off
	}
	return initials
}

// firstLetter is the first letter of a part of a name, with an elided particle before it.
func firstLetter(part string) string {
	runes := []rune(strings.TrimLeftFunc(part, func(r rune) bool { return !unicode.IsLetter(r) }))
	switch {
	case len(runes) == 0:
		return ""
	case len(runes) > 2 && unicode.IsLower(runes[0]) && isApostrophe(runes[1]) && unicode.IsUpper(runes[2]):
		return string(runes[:3])
	}
	return string(runes[:1])
}
