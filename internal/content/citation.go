package content

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
)

// citation is [@key, p. 14; see also @other] or, as part of a sentence, @key.
type citation struct {
	ast.BaseInline
	items       []cited
	narrative   bool
	start, stop int
}

type cited struct {
	prefix, key, locator string
	start                int // of the @
}

var kindCitation = ast.NewNodeKind("Citation")

func (*citation) Kind() ast.NodeKind { return kindCitation }

// Dump is for debugging goldmark.
func (n *citation) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// citations parses citations; see citation.
type citations struct{}

func (citations) Trigger() []byte { return []byte{'[', '@'} }

func (citations) Parse(_ ast.Node, block markdowntext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '@' {
		return narrative(block, line, segment.Start)
	}
	prefixed := isPrefixed(line)
	if !prefixed && (len(line) < 3 || line[1] != '@' && (line[1] != '-' || line[2] != '@')) {
		return nil
	}
	b := bodyOf(pc)
	number, position := block.Position()
	typed, ok := bracket(block, "[", "]")
	if !ok && prefixed {
		return nil
	}
	if !ok {
		b.problems.Error("CB056", b.at(segment.Start, segment.Start+2), "this citation is never closed").Remedy("close it with ], as in [@healey2014]")
		return nil
	}
	if next := block.Peek(); next == '(' || next == '[' {
		block.SetPosition(number, position) // a link whose words begin with @
		return nil
	}
	_, after := block.Position()
	n := &citation{start: segment.Start, stop: after.Start}
	if line[1] == '-' {
		b.problems.Error("CB056", b.at(n.start, n.stop), "a citation without its author is not possible here").Remedy("write @key in the sentence, or [@key] behind it")
		block.SetPosition(number, position)
		return nil
	}
	offset := segment.Start + 1
	for item := range strings.SplitSeq(typed, ";") {
		start := offset + len(item) - len(strings.TrimLeft(item, " "))
		offset += len(item) + 1
		one, wrong := citedItem(strings.TrimSpace(item))
		switch {
		case wrong != "" && prefixed:
			block.SetPosition(number, position) // words in brackets, with an author among them
			return nil
		case wrong != "":
			b.problems.Error("CB056", b.at(start, min(offset-1, n.stop)), "this citation cannot be read").Remedy("%s", wrong)
		default:
			one.start = start + strings.IndexByte(strings.TrimSpace(item), '@')
			n.items = append(n.items, one)
		}
	}
	if len(n.items) == 0 {
		block.SetPosition(number, position)
		return nil
	}
	return n
}

// isPrefixed reports a bracket with at most 61 characters of words, from a letter on, before its first citation: [see also @key].
func isPrefixed(line []byte) bool {
	at := 1 + bytes.IndexAny(line[1:], "[]@;")
	if at < 3 || at+1 >= len(line) || line[at] != '@' || line[at-1] != ' ' {
		return false
	}
	first, _ := utf8.DecodeRune(line[1:])
	return unicode.IsLetter(first) && utf8.RuneCount(line[1:at-1]) <= 61 && keyLength(string(line[at+1:at+2])) == 1
}

// citedItem reads "@key", "@key, locator" or "see @key". wrong says how to write what cannot be read.
func citedItem(s string) (c cited, wrong string) {
	if i := strings.Index(s, " @"); i > 0 {
		c.prefix, s = strings.TrimSpace(strip(s[:i])), s[i+1:]
	}
	if !strings.HasPrefix(s, "@") {
		return c, "each part between the semicolons begins with @ and a key: [@healey2014; @matthews2017, p. 3]"
	}
	length := keyLength(s[1:])
	if length == 0 {
		return c, "a key of letters and digits follows the @, such as @healey2014"
	}
	c.key = s[1 : 1+length]
	rest := strings.TrimSpace(s[1+length:])
	if rest == "" {
		return c, ""
	}
	locator, ok := strings.CutPrefix(rest, ",")
	c.locator = strings.TrimSpace(strip(locator))
	switch {
	case !ok:
		return c, "a comma stands between the key and the place: [@" + c.key + ", " + rest + "]"
	case c.locator == "":
		return c, "write the place behind the comma, such as p. 14, or take the comma away"
	}
	return c, ""
}

// keyLength is how many bytes of s are a citation key: letters, digits and _, with - : . / + inside.
func keyLength(s string) int {
	length := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_':
			length = i + 1
		case i == 0 || !strings.ContainsRune("-:./+", rune(c)):
			return length
		}
	}
	return length
}

// narrative reads @key behind a space, a line's start or an opening bracket: elsewhere an @ is part of an address.
func narrative(block markdowntext.Reader, line []byte, start int) ast.Node {
	if before := block.PrecendingCharacter(); before != '\n' && before != ' ' && before != '(' {
		return nil
	}
	rest := string(line[1:min(len(line), maxBracket)])
	length := keyLength(rest)
	if length < 2 || rest[0] >= '0' && rest[0] <= '9' || strings.HasPrefix(rest[length:], "@") {
		return nil
	}
	block.Advance(1 + length)
	return &citation{items: []cited{{key: rest[:length], start: start}}, narrative: true, start: start, stop: start + 1 + length}
}

func (b *body) cite(parent ast.Node, n *citation, in within) {
	if in.link {
		b.problems.Error("CB056", b.at(n.start, n.stop), "a citation cannot stand inside a link").Remedy("put it behind the link")
		parent.RemoveChild(parent, n)
		return
	}
	first := len(b.doc.Refs)
	for i, c := range n.items {
		r := Ref{
			Relation: "cite", To: "reference", Name: c.key, Note: c.prefix, Optional: n.narrative,
			Mention: &Mention{Locator: c.locator, Narrative: n.narrative},
			From:    b.from, At: b.at(c.start, c.start+1+len(c.key)),
		}
		if i == 0 {
			r.Mention.Count = len(n.items)
		}
		b.doc.Refs = append(b.doc.Refs, r)
	}
	parent.ReplaceChild(parent, n, &hole{ref: first})
}
