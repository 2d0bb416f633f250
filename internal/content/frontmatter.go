package content

import (
	"bufio"
	"errors"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"casebook/internal/diag"
)

// block is the front matter of a file and what follows it.
type block struct {
	yaml     string
	offset   int // lines above the first YAML line
	body     string
	bodyLine int
	found    bool
}

var dashes = regexp.MustCompile(`^\s*[-–—]{1,4}\s*$`)

// split finds the front matter. It looks at the text before the library does, because the library publishes a block that
// is never closed as text, and ends a block at an indented fence inside a value.
func split(path, source string, problems *diag.List) block {
	none := block{body: source, bodyLine: 1}
	start, number := 0, 1 // of the line looked at: its first byte, its number
	line, next := lineAt(source, start)
	for start < len(source) && strings.TrimSpace(line) == "" {
		start, number = next, number+1
		line, next = lineAt(source, start)
	}
	if start >= len(source) {
		return none
	}
	unread := block{bodyLine: strings.Count(source, "\n") + 1, found: true, offset: number}
	at := diag.Pos{File: path, Line: number, Col: 1, Len: utf8.RuneCountInString(strings.TrimRight(line, " "))}
	opening := strings.TrimRight(line, " \t")
	switch {
	case opening == "---":
	case opening == "+++" || opening == "{" || strings.HasPrefix(opening, `{"`):
		problems.Error("CB019", at, "the front matter is written in another format").
			Remedy("casebook reads YAML between two lines of three hyphens: ---")
		return unread
	case dashes.MatchString(opening) && next < len(source) && strings.Contains(firstLine(source[next:]), ":"):
		problems.Error("CB013", at, "this looks like the start of front matter, but it is not three hyphens").
			Remedy("write --- with the hyphen key; a word processor turns hyphens into dashes")
		return unread
	default:
		return none
	}
	top := next
	for start, number = top, number+1; start < len(source); start, number = next, number+1 {
		line, next = lineAt(source, start)
		if strings.TrimRight(line, " \t") == "---" {
			return block{yaml: source[top:start], offset: unread.offset, body: source[next:], bodyLine: number + 1, found: true}
		}
		at := diag.Pos{File: path, Line: number, Col: 1 + len(line) - len(strings.TrimLeft(line, " ")), Len: 3}
		switch {
		case strings.TrimSpace(line) == "..." && closes(source[next:]):
			problems.Error("CB011", at, "three dots end the front matter for YAML, and every field below them would be lost").
				Remedy("take the line away, or put the dots in quotes")
			return unread
		case strings.TrimSpace(line) == "---" && closes(source[next:]):
			problems.Error("CB015", at, "a line of three hyphens inside a value would end the front matter").
				Remedy("use *** for a line across the text")
			return unread
		}
	}
	problems.Error("CB010", at, "the front matter that begins here is never closed").
		Remedy("add a line of three hyphens, ---, below its last field")
	return unread
}

// lineAt is the line that begins at a byte, and where the next one does.
func lineAt(source string, start int) (line string, next int) {
	if start >= len(source) {
		return "", len(source)
	}
	if i := strings.IndexByte(source[start:], '\n'); i >= 0 {
		return source[start : start+i], start + i + 1
	}
	return source[start:], len(source)
}

// closes reports whether a line of three hyphens ends the front matter further down.
func closes(source string) bool {
	for line := range strings.SplitSeq(source, "\n") {
		if strings.TrimRight(line, " \t") == "---" {
			return true
		}
	}
	return false
}

// readers are handed to the library, which would make one of 4 KB for each file.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// nodes parses the block's YAML into a mapping node; nil when there is none or it is broken, which is then reported.
func nodes(path string, b block, problems *diag.List) *yaml.Node {
	if !hasFields(b.yaml) {
		return nil
	}
	var root yaml.Node
	// One format with a function of ours: the library's own formats would guess the language and decode into Go values.
	format := frontmatter.NewFormat("---", "---", func(data []byte, _ any) error {
		return yaml.Load(data, &root)
	})
	in := readers.Get().(*bufio.Reader)
	defer readers.Put(in)
	in.Reset(strings.NewReader("---\n" + b.yaml + "---\n"))
	_, err := frontmatter.Parse(in, nil, format)
	if err != nil {
		report(path, b.yaml, b.offset, err, problems)
		return nil
	}
	return mappingOf(path, &root, b, problems)
}

// share makes values that stand in the front matter as they are parts of its text, which is kept anyway, instead of copies.
func share(n *yaml.Node, lines []string) {
	if i, at := n.Line-1, n.Column-1; n.Kind == yaml.ScalarNode && n.Value != "" && i >= 0 && i < len(lines) && at >= 0 {
		for _, at := range []int{at, at + 1} { // the value, or behind its quotation mark
			if at <= len(lines[i]) && strings.HasPrefix(lines[i][at:], n.Value) {
				n.Value = lines[i][at : at+len(n.Value)]
				break
			}
		}
	}
	for _, c := range n.Content {
		share(c, lines)
	}
}

// hasFields reports whether a block has more than blank lines and comments.
func hasFields(block string) bool {
	for line := range strings.SplitSeq(block, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return true
		}
	}
	return false
}

func mappingOf(path string, root *yaml.Node, b block, problems *diag.List) *yaml.Node {
	if len(root.Content) == 0 {
		return nil
	}
	if n := root.Content[0]; n.Kind == yaml.MappingNode {
		return n
	}
	if n := root.Content[0]; n.ShortTag() == "!!null" {
		return nil
	}
	for i, line := range strings.Split(b.yaml, "\n") {
		if sayUnspaced(path, line, i+1+b.offset, problems) {
			return nil
		}
	}
	problems.Error("CB012", diag.Pos{File: path, Line: b.offset, Col: 1, Len: 3}, "what stands between the two lines of hyphens is not front matter").
		Remedy("each line there has the form `field: value`. If the hyphens were meant as a line across the page, write *** instead")
	return nil
}

var (
	keyValue   = regexp.MustCompile(`^(\s*(?:- )?)([\p{L}_][\p{L}\p{N} _-]*):\s+(.*)$`)
	badIndent  = regexp.MustCompile(`^[ ]*[\t\x{00a0}]`)
	curlyStart = regexp.MustCompile(`^[“”„‟‘‚]`)
)

// report says what is wrong with broken YAML in an editor's words. The library's message and place are a last resort:
// the commonest mistakes are recognised from the line itself.
func report(path, text string, offset int, err error, problems *diag.List) {
	lines := strings.Split(text, "\n")
	line, col, message := len(lines), 1, err.Error()
	if load := (*yaml.LoadError)(nil); errors.As(err, &load) {
		line, col, message = load.Mark.Line, max(load.Mark.Column, 1), load.Message
	}
	line = min(max(line, 1), len(lines))
	for i, l := range lines {
		if badIndent.MatchString(l) {
			problems.Error("CB014", diag.Pos{File: path, Line: i + 1 + offset, Col: 1, Len: 1}, "this line begins with a tab or a special space, which YAML does not allow").
				Remedy("delete the space before the word and type ordinary spaces")
			return
		}
	}
	// The scanner often notices a mistake only on a later line: look back from there.
	for i := line - 1; i >= 0 && i >= line-6; i-- {
		if say(path, lines[i], i+1+offset, problems) || sayUnspaced(path, lines[i], i+1+offset, problems) {
			return
		}
	}
	problems.Error("CB014", diag.Pos{File: path, Line: line + offset, Col: col, Len: 1}, "the front matter cannot be read from here on").
		Remedy("check the quotes, the colons and the indentation of this line and the one above (%s)", plainYAML(message))
}

// say recognises one broken line and reports it.
func say(path, line string, number int, problems *diag.List) bool {
	m := keyValue.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	indent, key, value := m[1], m[2], strings.TrimSpace(m[3])
	at := diag.Pos{File: path, Line: number, Col: utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(m[3], " ")) + 1, Len: max(utf8.RuneCountInString(value), 1)}
	quoted := strings.TrimSpace(indent + key + ": " + doubleQuoted(value))
	switch {
	case value == "" || strings.HasPrefix(value, "|") || strings.HasPrefix(value, ">"):
		return false
	case curlyStart.MatchString(value):
		problems.Error("CB014", at, "this value has curly quotes, which YAML does not take for quotes").Remedy("use straight quotes: `%s`", quoted)
	case strings.HasPrefix(value, `"`) && (strings.Count(value, `"`)-strings.Count(value, `\"`))%2 == 1:
		problems.Error("CB014", at, "a quotation mark is opened here and never closed").Remedy("close it: `%s`", quoted)
	case strings.HasPrefix(value, `'`) && strings.Count(value, `'`)%2 == 1:
		problems.Error("CB014", at, "an apostrophe stands inside single quotes").
			Remedy("use double quotes: `%s: %s`", strings.TrimSpace(indent+key), doubleQuoted(strings.Trim(value, "'")))
	case strings.HasPrefix(value, `"`) || strings.HasPrefix(value, `'`):
		if strings.HasSuffix(value, value[:1]) {
			return false
		}
		problems.Error("CB014", at, "text stands after the closing quotation mark").Remedy("put the whole value in quotes: `%s`", quoted)
	case strings.ContainsAny(value[:1], "@`%&*!"):
		problems.Error("CB014", at, "this value begins with %s, which YAML keeps for itself", value[:1]).Remedy("put it in quotes: `%s`", quoted)
	case strings.ContainsAny(value[:1], "[{"):
		closing := map[byte]string{'[': "]", '{': "}"}[value[0]]
		if strings.HasSuffix(value, closing) {
			return false
		}
		problems.Error("CB014", at, "a bracket is opened here and not closed").Remedy("add %s at the end of the list", closing)
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		problems.Error("CB014", at, "this %s contains a colon", strings.ReplaceAll(key, "_", " ")).Remedy("put it in quotes: `%s`", quoted)
	default:
		return false
	}
	return true
}

// unspacedKey is a line such as title:A page, which YAML takes for one word.
var unspacedKey = regexp.MustCompile(`^(\s*(?:- )?)([\p{L}_][\p{L}\p{N}_]*):([^\s/:].*)$`)

// sayUnspaced recognises a field without the space behind its colon: one of any name that is not indented, and a known
// one elsewhere, where the line may be part of a text.
func sayUnspaced(path, line string, number int, problems *diag.List) bool {
	m := unspacedKey.FindStringSubmatch(line)
	if m == nil || m[1] != "" && !fieldKeys[m[2]] {
		return false
	}
	at := diag.Pos{File: path, Line: number, Col: utf8.RuneCountInString(m[1]) + 1, Len: utf8.RuneCountInString(m[2]) + 1}
	value := strings.TrimSpace(m[3])
	if strings.Contains(value, ": ") && !strings.ContainsAny(value[:1], "\"'[{") {
		value = doubleQuoted(value)
	}
	problems.Error("CB014", at, "no space stands after the colon of `%s:`, so this line is no field", m[2]).
		Remedy("put a space after the colon: `%s: %s`", strings.TrimSpace(m[1]+m[2]), value)
	return true
}

// plainYAML turns the library's words into ours as far as they are known.
func plainYAML(message string) string {
	for _, w := range []struct{ has, say string }{
		{"mapping values are not allowed", "a colon stands where none is expected"},
		{"did not find expected key", "a line is indented differently from its neighbours"},
		{"cannot start any token", "a character stands here that must be in quotes"},
		{"unexpected end of stream", "something is opened and not closed"},
		{"did not find expected ','", "a bracket is not closed, or a comma is missing"},
		{"could not find expected ':'", "a colon is missing after the field's name"},
		{"did not find expected '-'", "a list item is indented differently from the others"},
		{"nowhere", "a mark refers to nothing"},
	} {
		if strings.Contains(message, w.has) {
			return w.say
		}
	}
	return "YAML cannot read it"
}
