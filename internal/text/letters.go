// Package text holds what casebook does with words: addresses, keys to compare names by, nearest spellings, counts,
// clips, order, and dates and numbers as they are written in English.
//
// Strings come in and strings or small numbers go out. Every function is pure: nothing here reads a file, the clock or the
// environment, knows what a case or a page is, or fails; text that a function cannot use comes back as it was, or empty.
package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// asciiLetters spells the letters of Latin alphabets that do not come apart into a letter and a mark.
var asciiLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "ng",
	'ŧ': "t", 'ĸ': "k", 'ƒ': "f", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k",
}

// simplify is s without marks, apostrophes and invisible characters, in lower case (Unicode's, not a locale's), with
// Latin letters spelt in a to z where they have such a spelling. What is left of it is in NFD.
func simplify(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	// Bytes that are not UTF-8 would keep the marks after them from being parted.
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if r < unicode.MaxASCII && r != '\'' {
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		if unicode.In(r, unicode.M, unicode.Cf) || isApostrophe(r) {
			continue
		}
		b.WriteString(spelling(unicode.ToLower(r)))
	}
	return b.String()
}

// spelling is the plain spelling of a Latin letter, ligatures and wide forms included, and r itself for any other.
func spelling(r rune) string {
	if ascii, ok := asciiLetters[r]; ok {
		return ascii
	}
	if !unicode.Is(unicode.Latin, r) {
		return string(r)
	}
	plain := strings.ToLower(norm.NFKD.String(string(r)))
	for _, p := range plain {
		if p > unicode.MaxASCII {
			return string(r)
		}
	}
	return plain
}

// isApostrophe takes in the quotation marks that stand for one when a word processor has been at the text.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// UpperFirst begins a sentence: the first letter is a capital if it is one of a to z.
func UpperFirst(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// IndexLetter is the letter that a word is listed under: its first, without marks, as a capital. Digits share one place.
func IndexLetter(s string) string {
	for _, r := range Fold(s) {
		if unicode.IsDigit(r) {
			return "0–9"
		}
		if unicode.IsLetter(r) {
			return strings.ToUpper(string(r))
		}
	}
	return "–"
}
