package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the key under which two names are the same name: without marks, apostrophes and capitals, and with any run of
// spaces, hyphens, dashes and underscores as one space. Other punctuation stays, so "C++" is not "C".
func Fold(s string) string {
	if key, ok := foldASCII(s); ok {
		return key
	}
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

// SameName reports whether two names are the same. Most are told apart by their first letters, without a key.
func SameName(a, b string) bool {
	if beginsPlain(a) && beginsPlain(b) && a[0]|0x20 != b[0]|0x20 {
		return false
	}
	return Fold(a) == Fold(b)
}

// beginsPlain reports a first letter that no mark can stand on.
func beginsPlain(s string) bool {
	return len(s) > 1 && (s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') && s[1] < utf8.RuneSelf
}

// foldASCII is Fold for text without any other letters, which most names are: one pass, and one allocation unless it is
// folded already.
func foldASCII(s string) (string, bool) {
	var space [64]byte
	out := space[:0]
	gap := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80:
			return "", false
		case c == '\'' || c == '`':
			if isApostrophe(rune(c)) {
				continue
			}
		case c == ' ' || c >= '\t' && c <= '\r' || c == '_' || c == '-':
			gap = true
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = append(out, c)
	}
	if string(out) == s {
		return s, true
	}
	return string(out), true
}
