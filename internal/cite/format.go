package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Format is a file format that reference managers read.
type Format struct {
	Name  string // as readers know it: RIS
	Ext   string // with the dot: .ris
	Media string // media type, for servers
	form  *form
}

// form is how a format writes a file: what stands before the entries, between two and after them, and each entry.
type form struct {
	open, between, end string
	entry              func(b []byte, r *Reference, key string) []byte
	key                func(key string) string // a key as the format has it, once in a file; nil where any will do as it is
}

// Formats lists them in the order in which pages offer them.
func Formats() []Format {
	return []Format{
		{"RIS", ".ris", "application/x-research-info-systems", &ris},
		{"BibTeX", ".bib", "application/x-bibtex; charset=utf-8", &bibTeX},
		{"CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", &csl},
	}
}

// Append writes references as one file of the format at the end of b.
func (f Format) Append(b []byte, refs []Reference) []byte {
	keys := f.form.keys(refs)
	f.form.tellApart(keys)
	return f.form.file(b, len(refs), func(b []byte, i int) []byte { return f.form.entry(b, &refs[i], keys[i]) })
}

// file writes a file of so many entries at the end of b.
func (f *form) file(b []byte, entries int, entry func(b []byte, i int) []byte) []byte {
	b = append(b, f.open...)
	for i := range entries {
		if i > 0 {
			b = append(b, f.between...)
		}
		b = entry(b, i)
	}
	return append(b, f.end...)
}

// keys are the keys of references as the format has them.
func (f *form) keys(refs []Reference) []string {
	keys := make([]string, len(refs))
	for i := range refs {
		keys[i] = refs[i].Key
		if f.key != nil {
			keys[i] = f.key(keys[i])
		}
	}
	return keys
}

// tellApart gives each further entry of one key a letter, in a format that wants each once.
func (f *form) tellApart(keys []string) {
	if f.key == nil || len(keys) < 2 {
		return
	}
	taken := make(map[string]bool, len(keys))
	for i, own := range keys {
		for n := 0; taken[keys[i]]; n++ {
			keys[i] = own + letters(n)
		}
		taken[keys[i]] = true
	}
}

// titled is the title of a work with the part of it that is cited. A file with a case and its recommendations would otherwise become
// entries of one title, which reference managers take for duplicates.
func titled(r *Reference) string { return joinNonEmpty(", ", r.Title, r.Part) }

// oneLine takes line breaks and what cannot be seen from a value, which has one line in every format. It gives back s itself
// where there is nothing to take.
func oneLine(s string) string {
	if !anythingHidden(s) && utf8.ValidString(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u2028' || r == '\u2029' || unicode.IsControl(r):
			return ' '
		case r == utf8.RuneError, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// anythingHidden reports control characters, separators of lines and marks of direction: U+0000 to U+001F, U+007F to U+009F,
// U+2028 to U+202E, U+2066 to U+2069.
func anythingHidden(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-' ' < 0x7f-' ' {
			continue // what most text is
		}
		switch {
		case c < ' ' || c == 0x7f:
			return true
		case c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0:
			return true
		case c == 0xe2 && i+2 < len(s) && (s[i+1] == 0x80 && s[i+2] >= 0xa8 && s[i+2] <= 0xae || s[i+1] == 0x81 && s[i+2] >= 0xa6 && s[i+2] <= 0xa9):
			return true
		}
	}
	return false
}

// family is the last name with the particle that belongs to it.
func (n Name) family() string { return joinNonEmpty(" ", n.Particle, n.Family) }
