package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug is one part of an address. Its characters are a to z, 0 to 9, single hyphens inside, and letters and digits of
// other scripts; it never holds a dot, a slash or a space, and Slug(Slug(s)) == Slug(s). Without any letter or digit it
// is empty.
//
// The rule: accents and other marks go ("Tŷ" is "ty"), ß, æ, ø, đ, ł and their like are spelt in plain letters, capitals
// become small, apostrophes vanish ("don’t" is "dont"), and every other run becomes one hyphen. A run of "+" or "#" that
// ends a word and follows a letter is written out, so that C, C++ and C# stay three names: "c", "c-plus-plus", "c-sharp".
// Marks go in every script, so words that differ in nothing else share a slug.
func Slug(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	runes := []rune(simplify(s))
	gap := false // something stood between the last letter and this one
	for i := 0; i < len(runes); {
		r := runes[i]
		if isWordRune(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			i++
			continue
		}
		n := signs(runes[i:])
		if n > 0 && i > 0 && unicode.IsLetter(runes[i-1]) && endsWord(runes[i+n:]) {
			for _, sign := range runes[i : i+n] {
				b.WriteString(signWords[sign])
			}
		}
		gap = true
		i += max(n, 1)
	}
	return norm.NFC.String(b.String())
}

var signWords = map[rune]string{'+': "-plus", '#': "-sharp"}

// signs is how many of the first characters are + or #.
func signs(runes []rune) int {
	n := 0
	for n < len(runes) && signWords[runes[n]] != "" {
		n++
	}
	return n
}

func endsWord(rest []rune) bool { return len(rest) == 0 || !isWordRune(rest[0]) }

// HeadingID is the anchor of a heading, from the text that a reader sees: its Slug, or "section" when that is empty.
// Anchors are public addresses that others link to, so this rule is frozen: a change of it breaks their links. Making
// it unique within a page is the caller's.
func HeadingID(s string) string {
	if id := Slug(s); id != "" {
		return id
	}
	return "section"
}
