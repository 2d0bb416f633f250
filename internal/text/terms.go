package text

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TermKind says how a term stands in its text.
type TermKind uint8

const (
	// Single is a word of its own.
	Single TermKind = iota
	// Part is one part of a compound: "co" of "co-creation", "tool" of "devTool".
	Part
	// Whole is a compound written as one word, after its parts: "cocreation".
	Whole
)

// MaxTerm is the most characters of a word that count. What is longer is cut; a longer compound has its parts alone.
const MaxTerm = 40

// Terms gives the words of s as search compares them: without marks and apostrophes, in lower case, Latin letters spelt
// in a to z where they can be. A word is a run of letters and digits (Unicode L and N, after NFKD without M and Cf). A
// hyphen, en dash or low line between two words, or a capital after a small letter, makes parts of one compound. The bytes
// are good until emit returns.
//
// The browser's client does the same by the same rules; internal/search/FORMAT.md states them.
func Terms(s string, emit func(word []byte, kind TermKind)) { new(Tokenizer).Terms(s, emit) }

// Tokenizer is Terms for text after text: it keeps its room. The zero value is ready.
type Tokenizer struct {
	reading compound
	typed   []byte // the text, for words that stand in it as they are compared
}

// Terms gives the words of s, as the function of that name does.
func (t *Tokenizer) Terms(s string, emit func(word []byte, kind TermKind)) {
	t.typed = append(t.typed[:0], s...)
	if !settled(t.typed) {
		s = withoutMarks(s)
		t.typed = append(t.typed[:0], s...)
	}
	c := &t.reading
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r >= 'a' && r <= 'z': // what most texts are
			for i+size < len(s) && s[i+size] >= 'a' && s[i+size] <= 'z' {
				size++
			}
			if end := i + size; len(c.word) == 0 && end < len(s) && (s[end] == ' ' || s[end] == ',' || s[end] == '.' || s[end] == '\n') {
				emit(clipTerm(t.typed[i:end]), Single)
				size++
				break
			}
			c.word = append(c.word, s[i:i+size]...)
			c.inside, c.small = true, true
		case isTermRune(r):
			c.add(r)
		case len(c.word) == 0 || !c.inside:
		case isApostrophe(r) && possessive(s[i+size:]):
			size++ // and the s
		case isApostrophe(r) && termAt(s[i+size:]):
		case joins(r) && termAt(s[i+size:]):
			c.cut()
		default:
			c.flush(emit)
		}
		i += size
	}
	c.flush(emit)
}

// compound is what Terms is reading.
type compound struct {
	word   []byte // its parts in one, folded
	ends   []int  // of the parts before the last
	inside bool   // a word has begun
	small  bool   // the last letter was a small one
}

func (c *compound) add(r rune) {
	c.inside = true
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			if c.small {
				c.cut()
			}
			r += 'a' - 'A'
			c.small = false
		} else {
			c.small = r >= 'a'
		}
		c.word = append(c.word, byte(r))
		return
	}
	if unicode.IsUpper(r) && c.small {
		c.cut()
	}
	c.small = unicode.IsLower(r)
	r = unicode.ToLower(r)
	if spelt, ok := asciiLetters[r]; ok {
		c.word = append(c.word, spelt...)
		return
	}
	if r == 'ς' {
		r = 'σ'
	}
	c.word = utf8.AppendRune(c.word, r)
}

func (c *compound) cut() {
	c.small = false
	if n := len(c.ends); n > 0 && c.ends[n-1] == len(c.word) || len(c.word) == 0 {
		return
	}
	c.ends = append(c.ends, len(c.word))
}

func (c *compound) flush(emit func([]byte, TermKind)) {
	if len(c.word) > 0 {
		if len(c.ends) == 0 {
			emit(clipTerm(c.word), Single)
		} else {
			from := 0
			for _, end := range c.ends {
				emit(clipTerm(c.word[from:end]), Part)
				from = end
			}
			emit(clipTerm(c.word[from:]), Part)
			if utf8.RuneCount(c.word) <= MaxTerm {
				emit(c.word, Whole)
			}
		}
	}
	c.word, c.ends, c.inside, c.small = c.word[:0], c.ends[:0], false, false
}

// clipTerm cuts a word behind its first MaxTerm characters.
func clipTerm(w []byte) []byte {
	if len(w) <= MaxTerm {
		return w
	}
	at := 0
	for range MaxTerm {
		if at >= len(w) {
			return w
		}
		_, size := utf8.DecodeRune(w[at:])
		at += size
	}
	return w[:at]
}

// settled reports a text that withoutMarks would leave as it is, by the signs that English texts have beside ASCII.
func settled(s []byte) bool {
	for i := 0; i < len(s); {
		if i+8 <= len(s) && binary.LittleEndian.Uint64(s[i:])&0x8080808080808080 == 0 {
			i += 8 // bytes of ASCII
			continue
		}
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		switch r {
		case '‘', '’', '“', '”', '–', '—', '£', '€', '·', '×', '−', '•', '‐', '†':
			i += size
		default:
			return false
		}
	}
	return true
}

// withoutMarks is s in NFKD without marks and invisible characters.
func withoutMarks(s string) string {
	s = norm.NFKD.String(s)
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		} else if !unicode.In(r, unicode.M, unicode.Cf) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func isTermRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

func termAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isTermRune(r)
}

// possessive reports an s that ends its word.
func possessive(s string) bool {
	return s != "" && (s[0] == 's' || s[0] == 'S') && !termAt(s[1:])
}

func joins(r rune) bool { return r == '-' || r == '_' || r == '‐' || r == '‑' || r == '–' }
