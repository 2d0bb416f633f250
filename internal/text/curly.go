package text

import (
	"strings"
	"unicode"
)

// Curly is s with the typewriter's quotation marks and apostrophes set as a printer would: ‘ ’ “ ”. A mark opens at the
// beginning and after a space, bracket or dash; an apostrophe before a number ('90s) does not.
func Curly(s string) string {
	if !strings.ContainsAny(s, `'"`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	before := ' '
	runes := []rune(s)
	for i, r := range runes {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([{–—-/‘“", before)
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
			r = '‘'
		case r == '\'':
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
