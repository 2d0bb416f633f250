package content

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// page collects the HTML of a document's bodies, one behind the other. goldmark writes into it without a buffer between.
type page struct {
	bytes.Buffer
	cuts   []cut
	ends   []end
	pieces []Piece
}

// cut is a hole, and where in the HTML it belongs.
type cut struct {
	at   int
	ref  int
	hole Hole
}

// end is where a body ends: in the HTML, among the cuts and, once they are cut, among the pieces.
type end struct{ html, cuts, pieces int }

// Buffered is always nothing.
func (p *page) Buffered() int { return 0 }

// Flush has nothing to do.
func (p *page) Flush() error { return nil }

// write renders nodes one after the other.
func (p *page) write(source []byte, nodes []ast.Node) {
	for _, n := range nodes {
		if n != nil {
			p.node(source, n)
		}
	}
}

func (p *page) node(source []byte, n ast.Node) {
	if err := commonMark.Renderer().Render(p, source, n); err != nil {
		panic("content: writing to memory failed: " + err.Error())
	}
}

// blocks renders whole blocks and marks the end of each. A heading belongs to the block behind it: no note stands between
// the two.
func (p *page) blocks(source []byte, nodes []ast.Node) {
	for _, n := range nodes {
		if n == nil {
			continue
		}
		before := p.Len()
		p.node(source, n)
		if p.Len() > before && n.Kind() != ast.KindHeading {
			p.hole(-1, End)
		}
	}
}

// hole leaves a hole.
func (p *page) hole(ref int, h Hole) { p.cuts = append(p.cuts, cut{p.Len(), ref, h}) }

// end ends a body.
func (p *page) end() { p.ends = append(p.ends, end{html: p.Len(), cuts: len(p.cuts)}) }

// bodies are what was written since the last call, cut at the holes. Each piece is a part of one string, and each body's
// pieces are a part of one list: a large library has half a million of them.
func (p *page) bodies() []Body {
	html := p.String()
	var from end
	for i, to := range p.ends {
		p.cutBody(html[:to.html], from.html, p.cuts[from.cuts:to.cuts])
		p.ends[i].pieces = len(p.pieces)
		from = to
	}
	out := make([]Body, len(p.ends))
	pieces, first := slices.Clone(p.pieces), 0
	for i, to := range p.ends {
		if to.pieces > first {
			out[i].Pieces = pieces[first:to.pieces:to.pieces]
		}
		first = to.pieces
	}
	p.wipe()
	return out
}

// cutBody adds the pieces of one body, which begins at from. A text that names nothing needs no marks of where its blocks end.
func (p *page) cutBody(html string, from int, cuts []cut) {
	if slices.ContainsFunc(cuts, func(c cut) bool { return c.hole != End }) {
		for _, c := range cuts {
			p.pieces = append(p.pieces, Piece{HTML: html[from:c.at], Ref: c.ref, Hole: c.hole})
			from = c.at
		}
		if from == len(html) {
			return
		}
	} else if len(cuts) == 0 && strings.TrimSpace(html[from:]) == "" {
		return
	}
	p.pieces = append(p.pieces, Piece{HTML: html[from:], Ref: -1})
}

// wipe makes room for the next document and holds on to nothing of this one.
func (p *page) wipe() {
	p.Reset()
	p.cuts, p.ends = p.cuts[:0], p.ends[:0]
	clear(p.pieces)
	p.pieces = p.pieces[:0]
}

// bodyWith is HTML without holes.
func bodyWith(html string) Body {
	if strings.TrimSpace(html) == "" {
		return Body{}
	}
	return Body{[]Piece{{HTML: html, Ref: -1}}}
}

func escaped(s string) string { return string(util.EscapeHTML([]byte(s))) }

// plainBody is text as HTML.
func plainBody(s string) Body { return bodyWith(escaped(smart(s))) }

// plainParagraphs is text with blank lines between paragraphs as HTML.
func plainParagraphs(s string) Body {
	var out strings.Builder
	for p := range strings.SplitSeq(s, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out.WriteString("<p>" + escaped(smart(p)) + "</p>\n")
		}
	}
	return bodyWith(out.String())
}

// bodyRenderer writes the nodes that are ours and those that goldmark would write differently.
type bodyRenderer struct{}

// writeFunc is a node's HTML before and after its children; skip leaves the children out.
type writeFunc func(w util.BufWriter, n ast.Node, entering bool) (skip bool)

// RegisterFuncs tells goldmark which nodes are written here.
func (bodyRenderer) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	for kind, write := range map[ast.NodeKind]writeFunc{
		kindLinked: writeLinked, kindHole: writeHole, kindOutside: writeOutside, kindCalloutTitle: writeCalloutTitle, kindChart: writeChart,
		kindFigure: writeNothing, kindLabelLine: writeNothing, ast.KindHTMLBlock: writeNothing, ast.KindRawHTML: writeNothing,
		ast.KindParagraph: writeParagraph, ast.KindBlockquote: writeQuote, extast.KindTaskCheckBox: writeTask,
		extast.KindTable: writeTable, extast.KindTableHeader: writeTableHeader, extast.KindTableRow: writeTableRow,
		extast.KindTableCell: writeTableCell, extast.KindFootnoteLink: writeFootnoteLink, extast.KindFootnote: writeFootnote,
		extast.KindFootnoteBacklink: writeFootnoteBacklink, extast.KindFootnoteList: writeFootnoteList,
	} {
		to.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			if write(w, n, entering) {
				return ast.WalkSkipChildren, nil
			}
			return ast.WalkContinue, nil
		})
	}
	to.Register(ast.KindText, writeText)
}

// writeText writes typed words. Most have nothing to escape and nothing escaped, which goldmark's writer looks for byte by
// byte, and twice.
func writeText(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	words := n.(*ast.Text)
	value := words.Value(source)
	switch {
	case !holds(value, `&<>"\`):
		_, _ = w.Write(value)
	case words.IsRaw():
		html.DefaultWriter.RawWrite(w, value)
	default:
		html.DefaultWriter.Write(w, value)
	}
	switch {
	case words.HardLineBreak():
		_, _ = w.WriteString("<br>\n")
	case words.SoftLineBreak():
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// either writes one of two texts.
func either(w util.BufWriter, entering bool, before, after string) {
	if !entering {
		before = after
	}
	_, _ = w.WriteString(before)
}

func writeNothing(util.BufWriter, ast.Node, bool) bool { return true }

func writeLinked(w util.BufWriter, n ast.Node, entering bool) bool {
	if entering {
		w.(*page).hole(n.(*linked).ref, Open)
	} else {
		w.(*page).hole(n.(*linked).ref, Close)
	}
	return false
}

func writeHole(w util.BufWriter, n ast.Node, entering bool) bool {
	if entering {
		w.(*page).hole(n.(*hole).ref, Whole)
	}
	return false
}

func writeOutside(w util.BufWriter, n ast.Node, entering bool) bool {
	if !entering {
		_, _ = w.WriteString("</a>")
		return false
	}
	link := n.(*outside)
	_, _ = w.WriteString(`<a href="`)
	_, _ = w.Write(util.EscapeHTML(util.URLEscape([]byte(link.href), false)))
	if link.title != "" {
		_, _ = w.WriteString(`" title="` + escaped(link.title))
	}
	_, _ = w.WriteString(`">`)
	return false
}

// sourceLine is the attribute of a paragraph that says who is quoted above it.
const sourceLine = "source"

func isSourceLine(n ast.Node) bool {
	_, ok := n.AttributeString(sourceLine)
	return ok
}

func writeParagraph(w util.BufWriter, n ast.Node, entering bool) bool {
	f, ok := n.FirstChild().(*figure)
	switch {
	case !ok && isSourceLine(n):
		either(w, entering, "<footer>", "</footer>\n")
	case !ok:
		either(w, entering, "<p>", "</p>\n")
	case entering:
		_, _ = w.WriteString("<figure>")
	default:
		if f.caption != "" {
			_, _ = w.WriteString("<figcaption>" + escaped(f.caption) + "</figcaption>")
		}
		_, _ = w.WriteString("</figure>\n")
	}
	return false
}

func writeQuote(w util.BufWriter, n ast.Node, entering bool) bool {
	title, ok := n.FirstChild().(*calloutTitle)
	if !ok {
		either(w, entering, "<blockquote class=\"quote\">\n", "</blockquote>\n")
		return false
	}
	either(w, entering, `<section class="`+title.callout.class+`" aria-labelledby="`+title.id+"\">\n", "</section>\n")
	return false
}

func writeCalloutTitle(w util.BufWriter, n ast.Node, entering bool) bool {
	title := n.(*calloutTitle)
	switch {
	case entering && title.callout.setting && title.HasChildren():
		_, _ = w.WriteString(`<h3 id="` + title.id + `">` + title.callout.heading + "</h3>\n" + `<p class="prompts__setting">`)
	case entering:
		_, _ = w.WriteString(`<h3 id="` + title.id + `">`)
		if !title.HasChildren() {
			_, _ = w.WriteString(title.callout.heading)
		}
	default:
		either(w, title.callout.setting && title.HasChildren(), "</p>\n", "</h3>\n")
	}
	return false
}

func writeChart(w util.BufWriter, n ast.Node, entering bool) bool {
	if entering {
		_, _ = w.WriteString(n.(*chartBlock).html)
	}
	return false
}

func writeTask(w util.BufWriter, n ast.Node, entering bool) bool {
	if entering {
		either(w, n.(*extast.TaskCheckBox).IsChecked, `<input type="checkbox" disabled checked aria-label="Done"> `, `<input type="checkbox" disabled aria-label="Not done"> `)
	}
	return false
}

func writeTable(w util.BufWriter, n ast.Node, entering bool) bool {
	if !entering {
		_, _ = w.WriteString("</table></div>\n")
		return false
	}
	name, _ := n.AttributeString("name")
	label, _ := name.(string)
	_, _ = w.WriteString(`<div class="scroll" role="region" aria-label="` + escaped(label) + `" tabindex="0">`)
	either(w, columns(n) != nil, `<table class="datatable datatable--stack">`+"\n", `<table class="datatable">`+"\n")
	return false
}

// columns are the names of the columns of a table whose rows stand as blocks on a phone, nil for any other.
func columns(table ast.Node) []string {
	names, _ := table.AttributeString("columns")
	list, _ := names.([]string)
	return list
}

func writeTableHeader(w util.BufWriter, n ast.Node, entering bool) bool {
	either(w, entering, "<thead>\n<tr>", "</tr>\n</thead>\n")
	if !entering && n.NextSibling() != nil {
		_, _ = w.WriteString("<tbody>\n")
	}
	return false
}

func writeTableRow(w util.BufWriter, n ast.Node, entering bool) bool {
	either(w, entering, "<tr>", "</tr>\n")
	if !entering && n.NextSibling() == nil {
		_, _ = w.WriteString("</tbody>\n")
	}
	return false
}

// writeTableCell makes an empty cell of the header an ordinary one: a header that says nothing is announced all the same.
func writeTableCell(w util.BufWriter, n ast.Node, entering bool) bool {
	header := n.Parent().Kind() == extast.KindTableHeader && n.HasChildren()
	if !entering {
		either(w, header, "</th>", "</td>")
		return false
	}
	either(w, header, `<th scope="col"`, "<td")
	if n.(*extast.TableCell).Alignment == extast.AlignRight {
		_, _ = w.WriteString(` class="num"`)
	}
	if names := columns(n.Parent().Parent()); names != nil && n.Parent().Kind() != extast.KindTableHeader {
		writeColumn(w, n, names)
	}
	_ = w.WriteByte('>')
	return false
}

// writeColumn names a cell by its column, for a table whose rows stand as blocks.
func writeColumn(w util.BufWriter, n ast.Node, names []string) {
	at := 0
	for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		at++
	}
	if at < len(names) && names[at] != "" {
		_, _ = w.WriteString(` data-of="` + escaped(names[at]) + `"`)
	}
}

// noteAnchor is the id of a mark of a footnote in the text. Ids beginning with cb- are never those of headings.
func noteAnchor(index, use int) string {
	id := "cb-fnref-" + strconv.Itoa(index)
	if use > 0 {
		id += "-" + strconv.Itoa(use+1)
	}
	return id
}

func writeFootnoteLink(w util.BufWriter, n ast.Node, entering bool) bool {
	if link := n.(*extast.FootnoteLink); entering {
		number := strconv.Itoa(link.Index)
		_, _ = w.WriteString(`<sup><a id="` + noteAnchor(link.Index, link.RefIndex) + `" href="#cb-fn-` + number + `" role="doc-noteref">` + number + "</a></sup>")
	}
	return false
}

func writeFootnoteBacklink(w util.BufWriter, n ast.Node, entering bool) bool {
	if link := n.(*extast.FootnoteBacklink); entering {
		label := "Back to note " + strconv.Itoa(link.Index) + " in the text"
		if link.RefIndex > 0 {
			label += ", place " + strconv.Itoa(link.RefIndex+1)
		}
		_, _ = w.WriteString(` <a href="#` + noteAnchor(link.Index, link.RefIndex) + `" role="doc-backlink" aria-label="` + label + `">↩</a>`)
	}
	return false
}

func writeFootnote(w util.BufWriter, n ast.Node, entering bool) bool {
	number := strconv.Itoa(n.(*extast.Footnote).Index)
	either(w, entering, `<li id="cb-fn-`+number+`" value="`+number+"\">\n", "</li>\n")
	return false
}

func writeFootnoteList(w util.BufWriter, _ ast.Node, entering bool) bool {
	either(w, entering, `<section class="footnotes" role="doc-endnotes" aria-label="Notes">`+"\n<ol>\n", "</ol>\n</section>\n")
	return false
}
