package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain is s on one line: every run of white space, line breaks included, as one space, none at the ends.
func Plain(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isPlain reports text that is one line as it stands. It says no when it would have to look closer.
func isPlain(s string) bool {
	space := true // none at the beginning
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < ' ' || c == 0xc2 || c == 0xe1 || c == 0xe2 && i+1 < len(s) && s[i+1] != 0x80 || c == 0xe3:
			return false // a control, or the first byte of white space that is not ASCII, apart from dashes and quotes
		case c == 0xe2:
			// The spaces of U+2000 to 200A, 2028, 2029 and 202F; the typographer's dashes and quotes are beside them.
			if i+2 >= len(s) || s[i+2] <= 0x8a || s[i+2] == 0xa8 || s[i+2] == 0xa9 || s[i+2] == 0xaf {
				return false
			}
			space = false
		default:
			space = false
		}
	}
	return !space
}

// Clip is s if it has at most n characters, else its first whole words and "…", n characters at most altogether. A first
// word longer than that is cut. With n below 1 it is empty.
func Clip(s string, n int) string {
	if n < 1 {
		return ""
	}
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	first, end := 0, 0 // bytes of the first n characters, and of these without the last
	for range n {
		_, size := utf8.DecodeRuneInString(s[first:])
		first, end = first+size, first
	}
	if space := strings.LastIndexFunc(s[:first], unicode.IsSpace); space >= 0 {
		if words := strings.TrimRightFunc(s[:space], unicode.IsSpace); words != "" {
			end = len(words)
		}
	}
	// A mark must not lose the letter under it, nor stay on a letter that it was cut from.
	for end > 0 {
		if r, _ := utf8.DecodeRuneInString(s[end:]); !unicode.Is(unicode.M, r) {
			break
		}
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	return strings.TrimRightFunc(s[:end], isLoose) + "…"
}

// isLoose is what looks wrong before "…".
func isLoose(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;:.–—-…([“‘", r)
}

// abbreviations end in a full stop that seldom ends a sentence.
var abbreviations = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "prof": true, "st": true, "nos": true, "vs": true,
	"cf": true, "al": true, "ed": true, "eds": true, "p": true, "pp": true, "fig": true, "vol": true, "e.g": true,
	"i.e": true, "eg": true, "ie": true, "approx": true, "dept": true,
}

// FirstSentence is the first sentence of a text, on one line: up to ".", "?", "!" or "…" with any closing quotation marks
// and brackets, before white space and something that is not a small letter, or up to a blank line. Initials ("R. Ortega")
// and common abbreviations do not end it.
func FirstSentence(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
	s, _, _ = strings.Cut(s, "\n\n")
	end := 0
	for i, r := range s {
		if i < end || !strings.ContainsRune(".?!…。", r) {
			continue
		}
		rest := strings.TrimLeft(s[i+utf8.RuneLen(r):], "'\"’”)].?!…")
		end = len(s) - len(rest)
		if rest == "" || r == '。' {
			return Plain(s[:end])
		}
		if next := strings.TrimLeftFunc(rest, unicode.IsSpace); next == rest || startsSmall(next) {
			continue
		}
		if r == '.' && isAbbreviation(s[:i]) {
			continue
		}
		return Plain(s[:end])
	}
	return Plain(s)
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'\"‘“(["))
	return unicode.IsLower(r)
}

// isAbbreviation looks at the last word before a full stop.
func isAbbreviation(before string) bool {
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	word = strings.TrimLeft(word, "'\"‘“([")
	if abbreviations[strings.ToLower(word)] {
		return true
	}
	last := word[strings.LastIndex(word, ".")+1:]
	r, size := utf8.DecodeRuneInString(last)
	return size == len(last) && unicode.IsUpper(r) && word != "I"
}
