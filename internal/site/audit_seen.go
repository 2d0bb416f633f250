package site

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/text"
)

const zeroWidthSpace = '\u200b'

// hides are the bytes with which something begins that a reader sees as letters, or does not see at all.
var hides = func() (out [256]bool) {
	for c := range out {
		out[c] = c >= utf8.RuneSelf || strings.IndexByte("&*~`'<\\", byte(c)) >= 0
	}
	return out
}()

// glyph is the character that a reader sees at the beginning of a text, and how many bytes write it: entities and
// backslashes are read.
func glyph(in string) (r rune, size int) {
	if in == "" {
		return utf8.RuneError, 0
	}
	switch in[0] {
	case '&':
		if end := strings.IndexByte(in[:min(len(in), 34)], ';'); end > 1 {
			if read := html.UnescapeString(in[:end+1]); len(read) <= end && utf8.RuneCountInString(read) == 1 {
				r, _ = utf8.DecodeRuneInString(read)
				return r, end + 1
			}
		}
	case '\\':
		if len(in) > 1 && in[1] > ' ' && in[1] < utf8.RuneSelf && inWord[in[1]] != 1 && !unicode.IsDigit(rune(in[1])) {
			return rune(in[1]), 2
		}
	}
	return utf8.DecodeRuneInString(in)
}

// isUnseen reports what takes no place of its own on the page: soft hyphens, what is of no width, accents after their letter.
func isUnseen(r rune) bool {
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Cf, unicode.M)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// markLength is the length of marks within a word that a page does not show: emphasis, HTML tags.
func markLength(in string) int {
	switch in[0] {
	case '*', '~', '`':
		return 1
	case '<':
		if length, parts := tagLength(in); !parts {
			return length
		}
	}
	return 0
}

// inline are the HTML and SVG elements within a line.
const inline = " a abbr b bdi bdo big br cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tspan u var wbr "

// tagLength is the length of a tag or comment within a line, 0 for anything else, and whether it parts words: a break, a
// text of its own in a drawing.
func tagLength(in string) (length int, parts bool) {
	if strings.HasPrefix(in, "<!--") {
		if end := strings.Index(in[:min(len(in), longest/2)], "-->"); end > 0 {
			return end + 3, false
		}
		return 0, false
	}
	end := strings.IndexByte(in[:min(len(in), longest/2)], '>')
	if end < 0 {
		return 0, false
	}
	name := strings.TrimLeft(in[1:end], "/")
	name = strings.ToLower(name[:wordLength(name)])
	if name == "" || !strings.Contains(inline, " "+name+" ") {
		return 0, false
	}
	return end + 1, name == "tspan" || name == "br"
}

// firstWord appends the folded letters of the word with which a text begins, as far as they may be of use.
func firstWord(in string, to []byte) []byte {
	for pos := 0; pos < len(in) && len(to) < cap(to)-8; {
		c := in[pos]
		if inWord[c] == 1 {
			to, pos = append(to, c|0x20), pos+1
			continue
		}
		if c >= '0' && c <= '9' {
			to, pos = append(to, c), pos+1
			continue
		}
		if !hides[c] {
			break
		}
		if n := markLength(in[pos:]); n > 0 {
			pos += n
			continue
		}
		r, size := glyph(in[pos:])
		switch {
		case isUnseen(r) || isApostrophe(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			to = append(to, text.Fold(string(r))...)
		default:
			return to
		}
		pos += size
	}
	return to
}

// at is the length in bytes of a part of a name at the beginning of a text, 0 when it is not there.
func (p part) at(in string) int {
	pos, rest := 0, p.letters
	for rest != "" {
		if pos >= len(in) {
			return 0
		}
		if c := in[pos]; inWord[c] == 1 { // most letters are, and need no folding
			if c|0x20 != rest[0] || pos == 0 && p.capital && c >= 'a' {
				return 0
			}
			rest, pos = rest[1:], pos+1
			continue
		}
		if pos > 0 && hides[in[pos]] {
			if n := markLength(in[pos:]); n > 0 {
				pos += n
				continue
			}
		}
		r, size := glyph(in[pos:])
		if pos > 0 && (isUnseen(r) || isApostrophe(r)) {
			pos += size
			continue
		}
		if pos == 0 && p.capital && !unicode.IsUpper(r) && !unicode.IsTitle(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return 0
		}
		folded := text.Fold(string(r))
		if folded == "" || !strings.HasPrefix(rest, folded) {
			return 0
		}
		rest, pos = rest[len(folded):], pos+size
	}
	for pos < len(in) { // accents of the last letter
		r, size := glyph(in[pos:])
		if !unicode.IsMark(r) {
			break
		}
		pos += size
	}
	return pos
}

// wordGoesOn reports letters that a reader sees joined to what comes before, behind marks that are not seen.
func wordGoesOn(in string) bool {
	pos := 0
	for pos < len(in) {
		if n := markLength(in[pos:]); n > 0 {
			pos += n
			continue
		}
		r, size := glyph(in[pos:])
		if r == zeroWidthSpace || !isUnseen(r) {
			return unicode.IsLetter(r)
		}
		pos += size
	}
	return false
}

// gapSeen is the length of what a reader takes for a space between two parts of a name, or for their hyphen when they are
// joined, and how many lines end in it. 0 is no gap.
func gapSeen(in string, joined bool) (length, lines int) {
	pos, seen := 0, false
loop:
	for pos < len(in) && pos < longest {
		switch c := in[pos]; {
		case c == ' ' || c == '\t' || joined && c == '-':
			seen, pos = true, pos+1
		case c == '*' || c == '_' || c == '~' || c == '`' || c == '[' || c == '\\' && strings.HasPrefix(in[pos+1:], "\n"):
			pos++
		case c == '\n':
			rest := strings.TrimLeft(in[pos+1:], " \t>")
			if lines++; lines > 1 || strings.HasPrefix(rest, "* ") {
				return 0, lines
			}
			seen, pos = true, len(in)-len(rest)
		case c == ']' && strings.HasPrefix(in[pos+1:], "("):
			end := strings.IndexAny(in[pos:], ")\n")
			if end < 0 || in[pos+end] == '\n' {
				break loop
			}
			pos += end + 1
		case c == '<':
			tag, parts := tagLength(in[pos:])
			if tag == 0 {
				break loop
			}
			seen, pos = seen || parts, pos+tag
		case c < utf8.RuneSelf && c != '&':
			break loop
		default:
			r, size := glyph(in[pos:])
			switch {
			case unicode.IsSpace(r) || r == zeroWidthSpace || r == '\u2010' || r == '\u2011' || joined && (unicode.Is(unicode.Pd, r) || r == '−'):
				seen = true
			case !isUnseen(r):
				break loop
			}
			pos += size
		}
	}
	if !seen {
		return 0, lines
	}
	return pos, lines
}
