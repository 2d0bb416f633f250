package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is the key under which two names are the same name: without marks, apostrophes and capitals, and with any run of
// spaces, hyphens, dashes and underscores as one space. Other punctuation stays, so "C++" is not "C".
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range simplify(s) {
		if unicode.IsSpace(r) || r == '_' || r == '−' || unicode.Is(unicode.Pd, r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
