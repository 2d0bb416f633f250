package site

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// checkNames is the audit of names: the full name of anyone on file may stand only in an item that credits them with
// consent to be named in full.
func (s *Site) checkNames(problems *diag.List) {
	names := s.fullNames()
	if len(names.by) == 0 {
		return
	}
	found := make([]diag.List, len(s.Docs))
	s.Each(len(s.Docs), func(i int) {
		d := s.Docs[i]
		if d.Kind == "person" || !s.isShown(s.nodeOf[i], d) {
			return
		}
		names.findSlug(addressesOf(d), func(who NodeID) {
			s.unconsented(int32(i), who, diag.Pos{File: d.Path}, &found[i])
		})
		names.find(d.Source, func(who NodeID, from, to int) {
			at, before := placeIn(d, from, to)
			if at.Line >= d.BodyLine || !neverShown(before) {
				s.unconsented(int32(i), who, at, &found[i])
			}
		})
	})
	*problems = append(*problems, slices.Concat(found...)...)
	for i, a := range s.Attachments {
		if s.wanted[i] == "" {
			continue
		}
		names.findSlug(text.Slug(strings.TrimSuffix(path.Base(a.Path), path.Ext(a.Path))), func(who NodeID) {
			if doc, ok := s.beside(a.Path); ok && s.agreed(doc, who) {
				return
			}
			problems.Add(s.blocking(), "CB085", diag.Pos{File: a.Path}, "the file's name holds the name of a person on file").
				Remedy("rename the file, and the link to it")
		})
	}
}

// isShown reports whether a document's text is output: on a page of its own, above a listing, or below a reference.
func (s *Site) isShown(id NodeID, d *content.Doc) bool {
	if id == None {
		return d.Lang == "" && (d.Kind == "index" || s.standIn(d) != None)
	}
	return s.Visible(id) && s.Nodes[id].State != Withdrawn
}

// addressesOf are the addresses of a document, present and former. An annotation has none: its file is named after a key,
// as the works of people on file are.
func addressesOf(d *content.Doc) string {
	if d.Kind == "reference" {
		return ""
	}
	out := d.ID + "/" + d.Head.Slug
	for _, a := range d.Head.Aliases {
		out += "/" + a.Path
	}
	return out
}

// beside is the document in whose folder an attachment lies.
func (s *Site) beside(file string) (doc int32, ok bool) {
	for dir := path.Dir(file); dir != "." && !ok; dir = path.Dir(dir) {
		doc, ok = s.byPath[dir+".md"]
	}
	return doc, ok
}

// placeIn is the place of some bytes of a document, as far as their first line goes, and what stands before them there.
func placeIn(d *content.Doc, from, to int) (at diag.Pos, before string) {
	before = d.Source[strings.LastIndexByte(d.Source[:from], '\n')+1 : from]
	found, _, _ := strings.Cut(d.Source[from:to], "\n")
	return diag.Pos{
		File: d.Path, Line: 1 + strings.Count(d.Source[:from], "\n"), Col: 1 + utf8.RuneCountInString(before), Len: utf8.RuneCountInString(found),
	}, before
}

var unquoted = strings.NewReplacer(`"`, "", "'", "")

// neverShown reports a line of front matter whose value is not printed as it stands: who is credited, where their agreement
// is kept, and comments.
func neverShown(before string) bool {
	before = strings.TrimSpace(unquoted.Replace(before))
	return strings.HasSuffix(before, "person:") || strings.Contains(before, "consent_ref:") || strings.HasPrefix(before, "#")
}

func (s *Site) unconsented(doc int32, who NodeID, at diag.Pos, problems *diag.List) {
	if s.agreed(doc, who) {
		return
	}
	problems.Add(s.blocking(), "CB085", at, "a person on file is named here, but this item has no record of their consent to it").
		Remedy("write their role instead, or credit them in this item with `shown: full name` and `consent:`")
}

// agreed reports whether an item records someone's consent to be named in it in full.
func (s *Site) agreed(doc int32, who NodeID) bool {
	credits, ok := content.CreditsOf(s.Docs[doc].Entity)
	return ok && s.Doc(who).Entity.(*content.Person).Withdrawn == "" && slices.ContainsFunc(credits.People, func(cr content.Credit) bool {
		return cr.Shown == "full name" && cr.Consent != "" && s.Rel(doc, cr.Person) == who
	})
}

// fullNames finds the full names of people on file in a text: an index by first word in small letters, so that a text is
// read once however many people there are.
type fullNames struct {
	by     map[string][]fullName
	slugs  map[string]NodeID // lena-okafor, as addresses and file names have it
	begins *[1 << 15]bool    // the beginnings of first words
}

type fullName struct {
	words []string // in small letters
	id    NodeID
}

func (s *Site) fullNames() fullNames {
	out := fullNames{by: map[string][]fullName{}, slugs: map[string]NodeID{}, begins: new([1 << 15]bool)}
	for _, id := range s.people {
		p := s.Doc(id).Entity.(*content.Person)
		words := strings.Fields(strings.ToLower(p.Name))
		if len(words) < 2 {
			continue
		}
		last := len(words) - 1
		reversed := append([]string{words[last] + ","}, words[:last]...)
		for _, order := range [][]string{words, reversed} {
			first := order[0][:wordLength(order[0])]
			if first == "" {
				continue // it begins with a sign: a text that has it so is matched by its address only
			}
			out.by[first] = append(out.by[first], fullName{words: order, id: id})
			if n, ok := beginning(first); ok {
				out.begins[n] = true
			}
		}
		out.slugs[text.Slug(p.Name)] = id
	}
	return out
}

// beginning is a small number for the first letters of a word, at most three, the same in capitals; ok is false when they
// are not plain letters.
func beginning(word string) (n uint16, ok bool) {
	for i := range min(len(word), 3) {
		if inWord[word[i]] != 1 {
			return 0, false
		}
		n |= uint16(word[i]&31) << (5 * i)
	}
	return n, true
}

// find calls report for each full name that stands in text, in any capitals, with where it begins and ends.
func (n fullNames) find(text string, report func(id NodeID, from, to int)) {
	for i := 0; i < len(text); {
		length := wordLength(text[i:])
		if length == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if start, plain := beginning(text[i : i+length]); !plain || n.begins[start] {
			word := strings.ToLower(text[i : i+length])
			for _, name := range n.by[word] {
				if l := name.at(text[i:]); l > 0 {
					report(name.id, i, i+l)
				}
			}
		}
		if strings.IndexByte(text[i:i+length], '-') > 0 {
			n.findSlug(strings.ToLower(text[i:i+length]), func(id NodeID) { report(id, i, i+length) })
		}
		i += length
	}
}

// findSlug calls report for each full name among the parts of an address.
func (n fullNames) findSlug(slug string, report func(id NodeID)) {
	parts := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '/' })
	for from := range parts {
		for to := from + 2; to <= min(len(parts), from+5); to++ {
			if id, ok := n.slugs[strings.Join(parts[from:to], "-")]; ok {
				report(id)
			}
		}
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

// at is the length in bytes of the name at the beginning of text, 0 when it is not there. A line may end within a name,
// but not a paragraph.
func (n fullName) at(text string) int {
	pos := 0
	for i, w := range n.words {
		if i > 0 {
			gap := gapLength(text[pos:])
			if gap == 0 {
				return 0
			}
			pos += gap
		}
		if len(text)-pos < len(w) || !strings.EqualFold(text[pos:pos+len(w)], w) {
			return 0
		}
		pos += len(w)
	}
	if r, _ := utf8.DecodeRuneInString(text[pos:]); unicode.IsLetter(r) {
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
	if lines := strings.Count(gap, "\n"); lines > 1 || lines == 0 && strings.Contains(gap, ">") {
		return 0
	}
	return len(gap)
}
