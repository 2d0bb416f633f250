package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"

	"casebook/internal/diag"
)

// chart is what a fenced block with the word chart says: one table of numbers and how it is drawn.
type chart struct {
	kind        string // one of chartTypes
	title       string
	description string
	unit        string
	source      string
	names       []string // of the columns; the first is that of the rows' names
	rows        []chartRow
	sign        string // % or a currency that every number has, else empty
	places      []chartPlace
	timed       bool // the rows' names are dates, which need no word to say so
}

// chartRow is one line of numbers; there are as many as the chart has columns after the first.
type chartRow struct {
	name    string
	numbers []chartNumber
}

var chartTypes = []string{"bar", "stacked", "line", "dot"}

const (
	maxChartRows   = 60
	maxChartSeries = 8
)

// series is how many columns of numbers there are.
func (c *chart) series() int { return len(c.names) - 1 }

// chartBlock is a chart in the tree. It is drawn when its fence ends: nothing in it depends on what follows.
type chartBlock struct {
	ast.BaseBlock
	title, description string
	html               string
}

var kindChart = ast.NewNodeKind("Chart")

func (*chartBlock) Kind() ast.NodeKind { return kindChart }

// IsRaw keeps goldmark from looking for emphasis in it.
func (*chartBlock) IsRaw() bool { return true }

// Dump is for debugging goldmark.
func (n *chartBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// words is what a search and a count of words see of a chart; the numbers would only be noise there.
func (n *chartBlock) words() string { return n.title + ": " + n.description }

// chartFences makes a chart of each fenced block whose first word is chart. One with mistakes stays code.
type chartFences struct{ parser.BlockParser }

func (f chartFences) Close(node ast.Node, reader markdowntext.Reader, pc parser.Context) {
	f.BlockParser.Close(node, reader, pc)
	fence, ok := node.(*ast.FencedCodeBlock)
	if !ok || fence.Info == nil {
		return
	}
	info := fence.Info.Segment
	word, rest, _ := bytes.Cut(info.Value(reader.Source()), []byte(" "))
	b := bodyOf(pc)
	switch strings.ToLower(string(word)) {
	case "chart":
	case "fields":
		b.drawFields(fence, b.at(info.Start, info.Start+len(word)))
		return
	default:
		return
	}
	r := chartReader{body: b, at: b.at(info.Start, info.Start+len(word)), set: map[string]chartLine{}}
	if rest = bytes.TrimSpace(rest); len(rest) > 0 {
		r.error("CB076", b.at(info.Stop-len(rest), info.Stop), "nothing stands on the line of the word chart but that word").
			Remedy("write each setting on a line of its own below it, such as `type: bar`")
	}
	if !fenceIsClosed(fence, reader.Source()) {
		r.error("CB075", r.at, "this chart is never closed, so everything below it would be part of it").
			Remedy("add a line with the same three signs that it begins with below the last row")
		return
	}
	c, ok := r.read(chartLines(fence, reader.Source()))
	if !ok {
		return
	}
	block := &chartBlock{title: c.title, description: c.description, html: c.figure(b.tableName("Table: " + c.title))}
	block.SetPos(fence.Pos())
	block.SetBlankPreviousLines(fence.HasBlankPreviousLines())
	parent := node.Parent()
	parent.ReplaceChild(parent, node, block)
}

// chartLine is a line inside the fence without the space around it.
type chartLine struct {
	text     string
	start    int // offset in the source
	indented bool
}

func (l chartLine) stop() int { return l.start + len(l.text) }

func chartLines(fence *ast.FencedCodeBlock, source []byte) []chartLine {
	lines := fence.Lines()
	out := make([]chartLine, 0, lines.Len())
	for i := range lines.Len() {
		segment := lines.At(i)
		typed := string(source[segment.Start:segment.Stop])
		text := strings.TrimLeft(typed, " \t")
		line := chartLine{start: segment.Start + len(typed) - len(text), indented: len(text) < len(typed) || segment.Padding > 0}
		line.text = strings.TrimRight(text, " \t\r\n")
		out = append(out, line)
	}
	return out
}

// fenceIsClosed looks at the line behind the last one of a fence: goldmark closes one that is left open at the end of the
// file, list or quotation.
func fenceIsClosed(fence *ast.FencedCodeBlock, source []byte) bool {
	stop := fence.Info.Segment.Stop
	if lines := fence.Lines(); lines.Len() > 0 {
		stop = lines.At(lines.Len() - 1).Stop
	} else if end := bytes.IndexByte(source[stop:], '\n'); end >= 0 {
		stop += end + 1
	}
	line, _, _ := bytes.Cut(source[min(stop, len(source)):], []byte("\n"))
	line = bytes.TrimLeft(line, " \t>")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

// chartReader reads one fence and says what is wrong in it.
type chartReader struct {
	body   *body
	at     diag.Pos             // the word chart, to blame for what is missing
	set    map[string]chartLine // settings that were met, also those misspelt
	failed bool
}

func (r *chartReader) error(code string, at diag.Pos, format string, args ...any) *diag.Diag {
	r.failed = true
	return r.body.problems.Error(code, at, format, args...)
}

// read is the chart, and false after anything was wrong.
func (r *chartReader) read(lines []chartLine) (*chart, bool) {
	c := &chart{}
	rows := r.settings(c, lines)
	if rows != nil {
		r.table(c, rows)
	}
	return c, !r.failed
}
