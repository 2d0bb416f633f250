package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/text"
)

// form is one order in which a name may stand in a text.
type form struct {
	named
	words  []string // in small letters, as they are on file; none when the order is another
	parts  []part
	turned int // the part before which a comma may stand: given names after the family's; 0 for none
	middle int // the part before which one more name or initial may stand; 0 for none
}

// part is what stands between two spaces or hyphens of a name.
type part struct {
	letters string // folded
	joined  bool   // to the one before, by a hyphen
	capital bool   // it begins with one
}

// formsOf are the orders of a name: as typed, and with the family name first.
func formsOf(who named, name, sortName string) []form {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	given, family := words[:len(words)-1], words[len(words)-1:]
	if before, after, ok := strings.Cut(sortName, ","); ok && text.Fold(after+" "+before) == text.Fold(name) {
		given, family = strings.Fields(after), strings.Fields(before)
	}
	straight := form{named: who, words: strings.Fields(strings.ToLower(name)), parts: partsOf(words, name)}
	if len(words) == 2 {
		straight.middle = len(partsOf(words[:1], name))
	}
	turned := form{named: who, parts: partsOf(slices.Concat(family, given), name), turned: len(partsOf(family, name))}
	if len(straight.parts) < 2 || turned.turned == 0 || turned.turned == len(turned.parts) {
		return nil
	}
	return []form{straight, turned}
}

func partsOf(words []string, name string) []part {
	small := strings.ToLower(name) == name // typed without capitals: a text has them all the same
	var out []part
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		joined := false
		for p := range strings.FieldsSeq(text.Fold(w)) {
			letters := strings.Map(func(r rune) rune {
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					return -1
				}
				return r
			}, p)
			if letters == "" {
				continue
			}
			out = append(out, part{letters: letters, joined: joined, capital: !joined && (unicode.IsUpper(first) || small && unicode.IsLower(first))})
			joined = true
		}
	}
	return out
}

// exact is the length in bytes of the name at the beginning of a text, spelt as it is on file, 0 when it is not there. A
// line may end within a name, but not a paragraph.
func (f form) exact(in string) int {
	pos := 0
	for i, w := range f.words {
		if i > 0 {
			gap := gapLength(in[pos:])
			if gap == 0 {
				return 0
			}
			pos += gap
		}
		if len(in)-pos < len(w) || !strings.EqualFold(in[pos:pos+len(w)], w) {
			return 0
		}
		pos += len(w)
	}
	if r, _ := utf8.DecodeRuneInString(in[pos:]); unicode.IsLetter(r) || unicode.IsMark(r) || isUnseen(r) && wordGoesOn(in[pos:]) {
		return 0
	}
	return pos
}

// gapLength is the length of what may stand between two words of a name: spaces of any sort, the end of one line, marks of
// emphasis, or the one dot or plus of an email address. 0 is no gap.
func gapLength(text string) int {
	if len(text) > 1 && (text[0] == '.' || text[0] == '+' || text[0] == '_') && wordLength(text[1:]) > 0 {
		return 1
	}
	rest := text
	for {
		cut := strings.TrimLeft(rest, " \t\u00a0\n>*_~`")
		cut = strings.TrimPrefix(cut, "&nbsp;")
		if len(cut) == len(rest) {
			break
		}
		rest = cut
	}
	gap := text[:len(text)-len(rest)]
	if _, line, ok := strings.Cut(gap, "\n"); ok && strings.HasPrefix(strings.TrimLeft(line, " \t>"), "* ") {
		return 0 // the next item of a list
	}
	if lines := strings.Count(gap, "\n"); lines > 1 || lines == 0 && strings.Contains(gap, ">") {
		return 0
	}
	return len(gap)
}

// like is the length in bytes of what a reader takes for the name at the beginning of a text, 0 when nothing is. It must
// have the capitals of a name, as the parts of many are words.
func (f form) like(in string) int {
	pos := 0
	for i, p := range f.parts {
		if i == 0 {
			if pos = p.at(in); pos == 0 {
				return 0
			}
			continue
		}
		comma := false
		if i == f.turned {
			pos, comma = afterComma(in, pos)
		}
		gap, lines := gapSeen(in[pos:], p.joined)
		if gap == 0 && !comma || lines > 0 && i == f.turned && !comma {
			return 0
		}
		length := p.at(in[pos+gap:])
		if length == 0 && i == f.middle && i > 0 && lines == 0 {
			middle := in[pos+gap:]
			more := middleLength(middle)
			if more == 0 {
				return 0
			}
			gap += more
			if length = p.at(in[pos+gap:]); length > 0 && isSmallWord(middle) {
				return 0
			}
		}
		if length == 0 {
			return 0
		}
		pos += gap + length
	}
	if r, _ := glyph(in[pos:]); unicode.IsLetter(r) || wordGoesOn(in[pos:]) {
		return 0
	}
	return pos
}

// afterComma skips the comma between a family name and what follows it, with marks of emphasis before it.
func afterComma(in string, pos int) (after int, ok bool) {
	if rest := strings.TrimLeft(in[pos:], "*_~`"); strings.HasPrefix(rest, ",") {
		return len(in) - len(rest) + 1, true
	}
	return pos, false
}

// smallWords begin with a capital in a title, and are nobody's middle name.
const smallWords = " a about after all an and any are as at be before but by can do each either every few for from had has have he her his how i if in is it its " +
	"many more most my new no nor not of off on one or our out over per she so some than that the their them then they this those three to two under up us was we what when where which who why with you your "

// isSmallWord reports one of them at the beginning of a text, without the dot of an initial.
func isSmallWord(in string) bool {
	length := wordLength(in)
	return !strings.HasPrefix(in[length:], ".") && strings.Contains(smallWords, " "+strings.ToLower(in[:length])+" ")
}

// middleLength is the length of a middle name or initial with the space after it, 0 when there is none. A and I need their
// dot: they are words.
func middleLength(in string) int {
	first, size := glyph(in)
	if !unicode.IsUpper(first) {
		return 0
	}
	length := max(size, wordLength(in))
	word := in[:length]
	dot := strings.HasPrefix(in[length:], ".")
	if dot {
		length++
	}
	initial := utf8.RuneCountInString(word) == 1 || strings.HasPrefix(word, "&") && length <= size+1
	if !initial && (dot || len(word) < 3) {
		return 0
	}
	gap, lines := gapSeen(in[length:], false)
	if gap == 0 || lines > 0 && !dot {
		return 0
	}
	return length + gap
}
