package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"

	"casebook/internal/text"
)

// callout is a block quotation that begins with [!NAME].
type callout struct {
	name    string
	class   string
	heading string // the words when none are typed
	setting bool   // the typed words are not the heading but say when and where
}

var callouts = []callout{
	{name: "NOTE", class: "callout callout--note", heading: "Note"},
	{name: "TIP", class: "callout callout--tip", heading: "Tip"},
	{name: "WARNING", class: "callout callout--warning", heading: "Warning"},
	{name: "PROMPTS", class: "prompts", heading: "Talk it through", setting: true},
	{name: "OPTIONS", class: "options", heading: "Options"},
	{name: "EXAMPLE", class: "example", heading: "Worked example"},
}

// calloutTitle is the first line of a callout; its words may be none.
type calloutTitle struct {
	ast.BaseBlock
	callout callout
	id      string
}

var kindCalloutTitle = ast.NewNodeKind("CalloutTitle")

func (*calloutTitle) Kind() ast.NodeKind { return kindCalloutTitle }

// Dump is for debugging goldmark.
func (n *calloutTitle) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// calloutTitles takes the first line off a callout before goldmark looks for emphasis in it, so that nothing begins in
// the title and ends in the text.
type calloutTitles struct{}

func (calloutTitles) Transform(node *ast.Paragraph, reader markdowntext.Reader, pc parser.Context) {
	if node.Parent().Kind() != ast.KindBlockquote || node.PreviousSibling() != nil {
		return
	}
	source := reader.Source()
	lines := node.Lines()
	line := lines.At(0)
	line = line.TrimLeftSpace(source)
	name, rest, ok := bytes.Cut(bytes.TrimPrefix(line.Value(source), []byte("[!")), []byte("]"))
	if !ok || !bytes.HasPrefix(line.Value(source), []byte("[!")) || len(name) == 0 || len(name) > 40 || !letters(name) {
		return
	}
	if sign := bytes.TrimLeft(rest, "+-"); len(sign) > 0 && sign[0] != ' ' && sign[0] != '\n' && sign[0] != '\t' {
		return
	}
	b := bodyOf(pc)
	found, ok := calloutNamed(string(name))
	if !ok {
		names := make([]string, len(callouts))
		for i, c := range callouts {
			names[i] = c.name
		}
		problem := b.problems.Warn("CB059", b.at(line.Start, line.Start+len(name)+3), "there is no callout %q, so this is shown as a quotation", name)
		if near, ok := text.Nearest(string(name), names); ok {
			problem.Remedy("did you mean [!%s]?", near)
		} else {
			problem.Remedy("the callouts are %s", strings.Join(names, ", "))
		}
		return
	}
	title := &calloutTitle{callout: found}
	title.SetPos(line.Start)
	words := bytes.TrimLeft(rest, "+- \t")
	if len(bytes.TrimSpace(words)) > 0 {
		segment := markdowntext.NewSegment(line.Stop-len(words), line.Stop)
		title.Lines().Append(segment.TrimRightSpace(source))
	}
	quote := node.Parent()
	quote.InsertBefore(quote, node, title)
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}

func letters(name []byte) bool {
	for _, c := range name {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' {
			return false
		}
	}
	return true
}

func calloutNamed(name string) (callout, bool) {
	for _, c := range callouts {
		if strings.EqualFold(c.name, name) {
			return c, true
		}
	}
	return callout{}, false
}
