package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"

	"casebook/internal/text"
)

// labelLine is a line such as `For: Economics` directly below a recommendation. It prints nothing.
type labelLine struct {
	ast.BaseBlock
	spec     *FieldSpec
	misspelt bool
	signed   bool // written as a list item or in bold letters
	start    int  // of the word
	colon    int
	stop     int // end of the value
	under    *ast.Heading
}

var kindLabelLine = ast.NewNodeKind("LabelLine")

func (*labelLine) Kind() ast.NodeKind { return kindLabelLine }

// IsRaw keeps goldmark from looking for emphasis in a value.
func (*labelLine) IsRaw() bool { return true }

// Dump is for debugging goldmark.
func (n *labelLine) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// labelLines takes label lines out of the text before anything in them is read as Markdown. It is a block parser, not a
// search through the lines, so that goldmark decides what is a heading and what is a sample of one in a code block.
type labelLines struct{}

// Trigger is nil: a label may begin with any letter, since it may be misspelt.
func (labelLines) Trigger() []byte { return nil }

func (labelLines) Open(parent ast.Node, reader markdowntext.Reader, pc parser.Context) (ast.Node, parser.State) {
	b := bodyOf(pc)
	if !asks(b.kind) || parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	under := headingAbove(parent)
	if under == nil || under.Level != 3 {
		return nil, parser.NoChildren
	}
	line, segment := reader.PeekLine()
	start := len(line) - len(bytes.TrimLeft(line, " "))
	colon := bytes.IndexByte(line, ':')
	if colon < start || colon > 40 {
		return nil, parser.NoChildren
	}
	spec, near, ok := labelNamed(string(line[start:colon]))
	if !ok || !b.underRecommendations(under) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	end := len(bytes.TrimRight(line, " \t\n"))
	base := segment.Start - segment.Padding
	return &labelLine{spec: spec, misspelt: near, start: base + start, colon: base + colon, stop: base + max(end, colon+1), under: under}, parser.NoChildren
}

// labelNamed finds the label that a word is, or nearly is.
func labelNamed(word string) (spec *FieldSpec, near, ok bool) {
	for _, r := range word {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != ' ' {
			return nil, false, false
		}
	}
	folded := text.Fold(word)
	for i := range recLabels {
		if recLabels[i].Key == folded {
			return &recLabels[i], false, true
		}
	}
	for i := range recLabels {
		if misspelt(folded, recLabels[i].Key) {
			return &recLabels[i], true, true
		}
	}
	return nil, false, false
}

func (labelLines) Continue(ast.Node, markdowntext.Reader, parser.Context) parser.State {
	return parser.Close
}

func (labelLines) Close(ast.Node, markdowntext.Reader, parser.Context) {}

// CanInterruptParagraph is false: once the detail has begun, a word and a colon are part of it.
func (labelLines) CanInterruptParagraph() bool { return false }

func (labelLines) CanAcceptIndentedLine() bool { return false }
