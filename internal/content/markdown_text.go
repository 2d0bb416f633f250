package content

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"casebook/internal/text"
)

// textMark says where in a block's plain text a reference stands.
type textMark struct{ ref, offset int }

// plain is the text of a block or inline as a reader sees it, on one line. It leaves in b.marks where each reference stands.
func (b *body) plain(n ast.Node) string {
	b.buffer, b.marks = b.buffer[:0], b.marks[:0]
	b.appendPlain(n)
	return text.Plain(string(b.buffer))
}

func (b *body) appendPlain(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := c.Value(b.source)
			if !c.IsRaw() {
				value = decoded(value)
			}
			b.buffer = append(b.buffer, value...)
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.buffer = append(b.buffer, ' ')
			}
		case *ast.String:
			b.buffer = append(b.buffer, c.Value...)
		case *ast.AutoLink:
			b.buffer = append(b.buffer, c.Label(b.source)...)
		case *wikilink:
			b.buffer = append(b.buffer, c.words()...)
		case *citation:
			b.appendCitation(c.narrative, c.items[0].key)
		case *hole:
			b.marks = append(b.marks, textMark{c.ref, len(b.buffer)})
			ref := b.doc.Refs[c.ref]
			if b.slotted && !c.image && (ref.Relation != "cite" || ref.Mention.Narrative) {
				b.slots = append(b.slots, c.ref)
				b.buffer = append(b.buffer, Slot)
				continue
			}
			if ref.Relation == "cite" {
				b.appendCitation(ref.Mention.Narrative, ref.Name)
				continue
			}
			b.buffer = append(b.buffer, c.words...)
		case *linked:
			b.marks = append(b.marks, textMark{c.ref, len(b.buffer)})
			b.appendPlain(c)
		case *chartBlock:
			b.buffer = append(b.buffer, c.words()...)
		default:
			b.appendPlain(c)
		}
	}
}

// appendCitation writes the key of a citation that is part of the sentence. One in brackets leaves nothing, not even the
// space before it.
func (b *body) appendCitation(narrative bool, key string) {
	if narrative {
		b.buffer = append(b.buffer, key...)
		return
	}
	b.buffer = bytes.TrimRight(b.buffer, " ")
}

// decoded resolves backslashes and entities in typed text.
func decoded(value []byte) []byte {
	if !holds(value, `\&`) {
		return value
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
}

// holds reports whether a text has one of a few signs. Unlike bytes.ContainsAny it does not look at each byte by itself.
func holds(text []byte, signs string) bool {
	for i := range len(signs) {
		if bytes.IndexByte(text, signs[i]) >= 0 {
			return true
		}
	}
	return false
}

// maxSentence is the longest sentence kept beside a reference, in characters.
const maxSentence = 240

// sentences gives each reference made in a block, from index first on, the sentence that it stands in. Out of a heading, a cell
// or an item of a list that is no sentence there is none to give: elsewhere a few words of it say nothing.
func (b *body) sentences(n ast.Node, first int) {
	b.buffer, b.marks = b.buffer[:0], b.marks[:0]
	b.appendPlain(n)
	words := b.buffer
	start, end := 0, 0 // of the sentence that the last mark stood in
	sentence, long := "", false
	clipped, clippedAt := "", 0
	for _, m := range b.marks {
		if m.ref < first {
			continue
		}
		if at := min(m.offset, len(words)-1); at >= end || sentence == "" {
			start, end = sentenceAround(words, end, at)
			sentence = text.Plain(string(bytes.TrimSpace(words[start:end])))
			if labels(n) && !endsSentence(sentence) {
				sentence = ""
			}
			long, clipped = utf8.RuneCountInString(sentence) > maxSentence, ""
		}
		refs, shown := b.doc.Refs, sentence
		if long {
			// References close to each other share one cut: both stand in it.
			if clipped == "" || m.offset > clippedAt+maxSentence/4 {
				clipped, clippedAt = clipAround(words[start:end], m.offset-start), m.offset
			}
			shown = clipped
		}
		refs[m.ref].Mention.Sentence = shown
		for i := 1; i < refs[m.ref].Mention.Count; i++ {
			refs[m.ref+i].Mention.Sentence = shown
		}
	}
}

// labels reports whether a block often holds a few words and no sentence.
func labels(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindHeading, extension.KindTableCell:
		return true
	}
	return n.Parent() != nil && n.Parent().Kind() == ast.KindListItem
}

// endsSentence is true of words that end in a full stop or the like, with any closing quotation marks and brackets behind it.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "'\"’”)]"))
	return strings.ContainsRune(".?!…:。？！", last)
}

// sentenceAround is where the sentence at an offset begins and ends; from is the end of an earlier one.
func sentenceAround(s []byte, from, at int) (start, end int) {
	start = from
	for i := from + 1; i < len(s); i++ {
		if s[i-1] != ' ' || i > 1 && isLetterOrDigit(s[i-2]) || !beginsSentence(s, i) {
			continue
		}
		if i > at {
			return start, i
		}
		start = i
	}
	return start, len(s)
}

// clipAround is maxSentence characters of a long sentence with the offset inside.
func clipAround(s []byte, at int) string {
	at = min(max(at, 0), len(s))
	start, end := max(at-maxSentence/2, 0), min(at+4*maxSentence, len(s)) // bytes: at least as many as characters are shown
	if start > 0 {
		if gap := bytes.IndexByte(s[start:at], ' '); gap >= 0 {
			start += gap + 1
		}
		for start < at && !utf8.RuneStart(s[start]) {
			start++
		}
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	out := text.Plain(string(s[start:end]))
	if start > 0 {
		out = "…" + out
	}
	if end < len(s) {
		out += " …"
	}
	return text.Clip(out, maxSentence)
}

// beginsSentence is true behind a full stop, question or exclamation mark and a space, before a capital.
func beginsSentence(s []byte, i int) bool {
	if i < 2 || i >= len(s) || s[i-1] != ' ' || isLetterOrDigit(s[i-2]) {
		return false
	}
	before := bytes.TrimRight(s[:i-1], "'\"’”)]")
	if len(before) == 0 || !strings.ContainsRune(".?!", rune(before[len(before)-1])) {
		return false
	}
	// "R. Ortega" is one name.
	if last, size := utf8.DecodeLastRune(before[:len(before)-1]); unicode.IsUpper(last) {
		if initial := before[:len(before)-1-size]; len(initial) == 0 || bytes.HasSuffix(initial, []byte(" ")) {
			return false
		}
	}
	next, _ := utf8.DecodeRune(bytes.TrimLeft(s[i:min(i+8, len(s))], "'\"‘“(["))
	return unicode.IsUpper(next)
}

var typedDashes = strings.NewReplacer("---", "—", "--", "–", "...", "…")

// smart is the typographer for words that goldmark does not read: a link's label, a caption.
func smart(s string) string {
	if !strings.ContainsAny(s, `'"-.`) {
		return s
	}
	s = typedDashes.Replace(s)
	var out strings.Builder
	previous := ' '
	for _, r := range s {
		opens := unicode.IsSpace(previous) || strings.ContainsRune("([—–‘“", previous)
		switch {
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		}
		out.WriteRune(r)
		previous = r
	}
	return out.String()
}
