package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
)

// signedLabels reads a label line that was written as a list item or in bold letters. It stands before goldmark's lists,
// which would take it for the detail; what it names counts, so that one message is enough.
type signedLabels struct{ labelLines }

func (signedLabels) Trigger() []byte { return []byte("-*+_") }

func (signedLabels) Open(parent ast.Node, reader markdowntext.Reader, pc parser.Context) (ast.Node, parser.State) {
	b := bodyOf(pc)
	if !asks(b.kind) || parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	under := headingAbove(parent)
	if under == nil || under.Level != 3 {
		return nil, parser.NoChildren
	}
	line, segment := reader.PeekLine()
	const signs = "-*+_ \t"
	start := len(line) - len(bytes.TrimLeft(line, signs))
	colon := bytes.IndexByte(line, ':')
	if start == 0 || colon < start || colon > 40 {
		return nil, parser.NoChildren
	}
	spec, near, ok := labelNamed(string(bytes.TrimRight(line[start:colon], signs)))
	if !ok || near || !b.underRecommendations(under) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	for colon+1 < len(line) && (line[colon+1] == '*' || line[colon+1] == '_') {
		colon++ // the value begins behind the last sign
	}
	end := len(bytes.TrimRight(line, " \t\n"))
	base := segment.Start - segment.Padding
	return &labelLine{spec: spec, signed: true, start: base + start, colon: base + colon, stop: base + max(end, colon+1), under: under}, parser.NoChildren
}

// headingAbove is the heading that a label line would belong to: the one above it, or above the label lines above it.
func headingAbove(parent ast.Node) *ast.Heading {
	switch last := parent.LastChild().(type) {
	case *ast.Heading:
		return last
	case *labelLine:
		return last.under
	}
	return nil
}
