package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/content"
	"casebook/internal/text"
)

// fullNames finds the names of people on file in a text: an index by first word, folded, so that a text is read once
// however many people there are.
type fullNames struct {
	by     map[string][]form
	slugs  map[string]named // lena-okafor, as addresses and file names have it
	opens  map[string]bool  // the first parts of slugs
	begins *[1 << 15]bool   // the beginnings of first words
	plain  *[1 << 16]bool   // the hashes of first words
}

// named is whose name it is, and which of the two.
type named struct {
	id     NodeID
	chosen bool
}

// shown is what a credit must say for the name to stand in its item.
func (n named) shown() string {
	if n.chosen {
		return "chosen name"
	}
	return "full name"
}

// finding is a name in a text.
type finding struct {
	named
	from, to int
	loose    bool // it is not spelt as it is on file
}

// longest is more bytes than any name takes up in a text.
const longest = 400

// isIn reports a finding that another makes a mistake: it is part of a longer name, or read into one that is spelt out.
func (f finding) isIn(g finding) bool {
	longer := g.from <= f.from && f.to <= g.to && g.to-g.from > f.to-f.from
	return longer && (f.loose || !g.loose) || f.loose && !g.loose && f.overlaps(g)
}

func (f finding) overlaps(g finding) bool { return f.from < g.to && g.from < f.to }

func (f finding) isAt(g finding) bool { return f.from == g.from && f.to == g.to }

func noNames() fullNames {
	return fullNames{by: map[string][]form{}, slugs: map[string]named{}, opens: map[string]bool{}, begins: new([1 << 15]bool), plain: new([1 << 16]bool)}
}

func (s *Site) fullNames() fullNames {
	out := noNames()
	for _, id := range s.people {
		p := s.Doc(id).Entity.(*content.Person)
		out.add(named{id: id}, p.Name, p.SortName)
		if text.Fold(p.Chosen) != text.Fold(p.Name) {
			out.add(named{id: id, chosen: true}, p.Chosen, "")
		}
	}
	return out
}

// add takes up a name of two words or more. One word alone is too often no name.
func (n fullNames) add(who named, name, sortName string) {
	forms := formsOf(who, name, sortName)
	for _, f := range forms {
		first := f.parts[0].letters
		n.by[first] = append(n.by[first], f)
		if start, plain := beginning(first); plain {
			n.begins[start] = true
		}
		if _, hash := plainWord(first); hash != 0 {
			n.plain[uint16(hash)] = true
		}
	}
	if slug := text.Slug(name); len(forms) > 0 {
		n.slugs[slug] = who
		open, _, _ := strings.Cut(slug, "-")
		n.opens[open] = true
	}
}

// plainWord is the length of the word of plain letters with which a text begins, and a hash of it, the same in capitals.
// The hash is 0 when something follows that may belong to the word, which must then be looked at more closely.
func plainWord(in string) (length int, hash uint32) {
	const most = 64 // bytes of a word that is looked at so
	hash = 1
	for length < len(in) && inWord[in[length]] == 1 {
		hash = hash*31 + uint32(in[length]|0x20)
		length++
	}
	if length == 0 || length > most || length < len(in) && (inWord[in[length]] != 0 || hides[in[length]] || in[length] >= '0' && in[length] <= '9') {
		return length, 0
	}
	hash ^= hash >> 16
	return length, hash | 1<<31
}

// beginning is a small number for the first letters of a word, at most three, the same in capitals; plain is false when
// something stands among them that must be looked at more closely.
func beginning(word string) (n uint16, plain bool) {
	for i := range min(len(word), 3) {
		c := word[i]
		if inWord[c] != 1 {
			return n, !hides[c]
		}
		n |= uint16(c&31) << (5 * i)
	}
	return n, true
}

// find lists the names that stand in a text, in the order of where they begin.
func (n fullNames) find(in string) []finding {
	var out []finding
	for i := 0; i < len(in); {
		if inWord[in[i]] == 0 && !hides[in[i]] {
			i++
			continue
		}
		if length, hash := plainWord(in[i:]); hash != 0 {
			if n.plain[uint16(hash)] {
				out = n.at(in, i, out)
			}
			i += length
			continue
		}
		length := wordLength(in[i:])
		if length == 0 {
			if in[i] != '&' {
				_, size := utf8.DecodeRuneInString(in[i:])
				i += size
				continue
			}
			if r, size := glyph(in[i:]); size > 1 && unicode.IsLetter(r) {
				length = size
			} else {
				i++
				continue
			}
		}
		if start, plain := beginning(in[i:]); !plain || n.begins[start] {
			out = n.at(in, i, out)
		}
		if strings.IndexByte(in[i:i+length], '-') > 0 {
			n.findSlug(strings.ToLower(in[i:i+length]), func(who named) {
				out = append(out, finding{named: who, from: i, to: i + length})
			})
		}
		i += length
	}
	slices.SortStableFunc(out, func(a, b finding) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	return out
}

// at adds the names that begin at a place.
func (n fullNames) at(in string, i int, out []finding) []finding {
	var space [96]byte
	for _, f := range n.by[string(firstWord(in[i:], space[:0]))] {
		length, loose := f.exact(in[i:]), false
		if length == 0 {
			length, loose = f.like(in[i:]), true
		}
		if length == 0 || goesOn(in[:i]) || strings.HasPrefix(lineOf(in, i), "#") && strings.Contains(in[i:i+length], "\n") {
			continue
		}
		out = append(out, finding{named: f.named, from: i, to: i + length, loose: loose})
	}
	return out
}

// goesOn reports a text that ends within a word: with letters that a reader sees joined to what follows.
func goesOn(before string) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	if !isUnseen(r) || r == zeroWidthSpace || unicode.IsMark(r) {
		return false
	}
	r, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
	return unicode.IsLetter(r)
}

// lineOf is the beginning of the line in which a place is.
func lineOf(in string, i int) string { return in[strings.LastIndexByte(in[:i], '\n')+1 : i] }

// findSlug calls report for each full name among the parts of an address.
func (n fullNames) findSlug(slug string, report func(who named)) {
	for rest := slug; rest != ""; {
		open := rest
		if end := strings.IndexAny(rest, "-/"); end >= 0 {
			open = rest[:end]
		}
		if n.opens[open] {
			parts := strings.FieldsFunc(rest, func(r rune) bool { return r == '-' || r == '/' })
			for to := 2; to <= min(len(parts), 5); to++ {
				if who, ok := n.slugs[strings.Join(parts[:to], "-")]; ok {
					report(who)
				}
			}
		}
		rest = rest[min(len(open)+1, len(rest)):]
	}
}

// inWord says what a byte may be in a word: 1 a letter, 2 a mark that stands between letters, 0 neither, 3 to be looked at as
// part of a longer character.
var inWord = func() (out [256]byte) {
	for c := range out {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			out[c] = 1
		case c == '-' || c == '\'':
			out[c] = 2
		case c >= utf8.RuneSelf:
			out[c] = 3
		}
	}
	return out
}()

// wordLength is the length in bytes of the word with which a text begins, 0 when it begins with none.
func wordLength(text string) int {
	end := 0
	for end < len(text) {
		class := inWord[text[end]]
		if class == 1 || class == 2 && end > 0 {
			end++
			continue
		}
		if class != 3 {
			break
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && (end == 0 || !unicode.IsMark(r) && r != '’') {
			break
		}
		end += size
	}
	return end
}
