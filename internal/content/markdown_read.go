package content

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"casebook/internal/text"
)

// within says what a block lies in, as far as that changes how it is read.
type within struct {
	quote bool // a quotation: its words are not ours to link
	title bool // a heading, a table's header, a term
	link  bool // the label of a link
}

// read turns what a block refers to into Refs and holes. It is false when nothing of the block is left.
func (b *body) read(n ast.Node, in within) bool {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *chartBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		return true
	case *ast.HTMLBlock:
		b.htmlBlock(n)
		return false
	case *ast.Paragraph, *ast.TextBlock, *extast.TableCell:
		return b.readBlock(n, in)
	case *ast.Heading, *calloutTitle, *extast.DefinitionTerm:
		in.title = true
		return b.readBlock(n, in)
	case *extast.TableHeader:
		in.title = true
	case *extast.Table:
		b.nameTable(n)
	case *ast.Blockquote:
		if _, ok := n.FirstChild().(*calloutTitle); !ok {
			in.quote = true
		}
	}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if !b.read(c, in) {
			n.RemoveChild(n, c)
		}
		c = next
	}
	if quote, ok := n.(*ast.Blockquote); ok && in.quote {
		b.sourceOf(quote)
	}
	return true
}

// longestSource is how many characters the line under a quotation may have.
const longestSource = 120

// sourceOf finds the line that says who is quoted: the last paragraph of several, short and without a full stop.
func (b *body) sourceOf(quote *ast.Blockquote) {
	last, ok := quote.LastChild().(*ast.Paragraph)
	if !ok || last.PreviousSibling() == nil || last.PreviousSibling().Kind() != ast.KindParagraph {
		return
	}
	words := b.plain(last)
	if utf8.RuneCountInString(words) > longestSource || strings.ContainsAny(words[max(len(words)-1, 0):], ".!?:;") || strings.HasSuffix(words, "…") ||
		strings.HasSuffix(words, "”") || strings.HasSuffix(words, "’") {
		return
	}
	last.SetAttributeString(sourceLine, true)
}

// readBlock reads the words of a block. A paragraph of which nothing is left goes; one that holds only an image becomes a
// figure.
func (b *body) readBlock(n ast.Node, in within) bool {
	first := len(b.doc.Refs)
	var html droppedHTML
	b.inlines(n, in, &html)
	if html.any {
		b.trim(n)
	}
	if b.terms != nil && !in.title && !in.quote {
		b.linkTerms(n)
	}
	if len(b.doc.Refs) > first {
		b.sentences(n, first)
	}
	if n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock {
		b.checkUnspaced(n)
	}
	b.undefinedLinks(n)
	if n.Kind() == ast.KindHeading {
		return !b.blankInlines(n)
	}
	if n.Kind() != ast.KindParagraph {
		return true
	}
	if image, ok := n.FirstChild().(*hole); ok && image.image && image.NextSibling() == nil {
		n.InsertBefore(n, image, &figure{caption: smart(b.doc.Refs[image.ref].Note)})
	}
	return !b.blankInlines(n)
}

func (b *body) blankInlines(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); !ok || !util.IsBlank(t.Value(b.source)) {
			return false
		}
	}
	return true
}

// trim takes away the white space that dropped tags left at the edges of a block.
func (b *body) trim(n ast.Node) {
	for c, ok := n.FirstChild().(*ast.Text); ok; c, ok = n.FirstChild().(*ast.Text) {
		c.Segment = c.Segment.TrimLeftSpace(b.source)
		if c.Segment.Start < c.Segment.Stop {
			break
		}
		n.RemoveChild(n, c)
	}
	for c, ok := n.LastChild().(*ast.Text); ok; c, ok = n.LastChild().(*ast.Text) {
		c.Segment = c.Segment.TrimRightSpace(b.source)
		c.SetSoftLineBreak(false)
		c.SetHardLineBreak(false)
		if c.Segment.Start < c.Segment.Stop {
			break
		}
		n.RemoveChild(n, c)
	}
}

// inlines reads the inline nodes of one parent and tells in html what of it was met.
func (b *body) inlines(parent ast.Node, in within, html *droppedHTML) {
	for c := parent.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			// goldmark leaves one run of words in several nodes; a glossary term may lie across them.
			if previous, ok := c.PreviousSibling().(*ast.Text); ok && c.Segment.Start < c.Segment.Stop && !previous.SoftLineBreak() && !previous.HardLineBreak() &&
				previous.Segment.Stop > previous.Segment.Start && previous.Merge(c, b.source) {
				parent.RemoveChild(parent, c)
			}
		case *ast.CodeSpan:
		case *ast.Link:
			b.link(parent, c, in, html)
		case *ast.Image:
			b.image(parent, c)
		case *ast.AutoLink:
			b.autoLink(parent, c, in)
		case *ast.RawHTML:
			b.rawHTML(c, html)
			parent.RemoveChild(parent, c)
		case *wikilink:
			b.wikilink(parent, c, in)
		case *citation:
			b.cite(parent, c, in)
		case *extast.FootnoteLink:
			b.noteFootnote(c)
		default:
			b.inlines(c, in, html)
		}
		c = next
	}
}

// htmlHint is said wherever HTML was left out.
const htmlHint = "write it in Markdown: HTML is never part of a page, so that no page can carry a script"

// droppedHTML is what was left out of one block: anything, and something that was reported. A block gets one report.
type droppedHTML struct{ any, reported bool }

func (b *body) rawHTML(n *ast.RawHTML, html *droppedHTML) {
	html.any = true
	if n.Segments.Len() == 0 {
		return
	}
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	if html.reported || bytes.HasPrefix(b.source[first.Start:first.Stop], []byte("<!--")) {
		return
	}
	html.reported = true
	b.problems.Warn("CB050", b.at(first.Start, last.Stop), "HTML tags are left out of the page; the text between them is kept").Remedy(htmlHint)
}

// htmlBlock reports a block of HTML that goes with everything in it. Comments go without a word, unless they take the
// page with them.
func (b *body) htmlBlock(n *ast.HTMLBlock) {
	start := max(n.Pos(), 0)
	if n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(0)
	if n.HTMLBlockType != ast.HTMLBlockType2 {
		if _, ok := n.PreviousSibling().(*ast.HTMLBlock); !ok {
			b.problems.Warn("CB050", b.at(start, line.Stop), "this block of HTML is left out of the page, with everything in it").Remedy(htmlHint)
		}
		return
	}
	if n.HasClosure() {
		closing := b.source[n.ClosureLine.Start:n.ClosureLine.Stop]
		if _, after, _ := bytes.Cut(closing, []byte("-->")); !util.IsBlank(after) {
			b.problems.Error("CB050", b.at(n.ClosureLine.Stop-len(after), n.ClosureLine.Stop), "what stands on the line behind the end of a comment would be left out with it").
				Remedy("put it on a line of its own, below an empty one")
		}
		return
	}
	if !bytes.Contains(b.source[line.Start:line.Stop], []byte("-->")) {
		b.problems.Error("CB050", b.at(start, start+4), "this comment is never closed, so everything below it would be left out").
			Remedy("close it with -->, or take away <!--")
	}
}

// nameTable gives a table the name that its scrolling region goes by.
func (b *body) nameTable(n *extast.Table) {
	name := "Table"
	if header := n.FirstChild(); header != nil {
		sign := ": "
		for cell := header.FirstChild(); cell != nil && len(name) < 100; cell = cell.NextSibling() {
			if words := b.plain(cell); words != "" {
				name, sign = name+sign+words, ", "
			}
		}
	}
	n.SetAttributeString("name", b.tableName(name))
	b.stackTable(n)
}

// stackTable marks a table of words in so many columns that they would be a word wide on a phone: there each row stands as a
// block, each cell behind the name of its column. It counts sixteen letters as the most that a column has to have, and forty
// as what stands in a row on a phone of 360 px, where three columns of sentences would be five lines high.
func (b *body) stackTable(n *extast.Table) {
	var names []string
	var widths []int
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		at := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			words := b.plain(cell)
			if row.Kind() == extast.KindTableHeader {
				names, widths = append(names, words), append(widths, 0)
			} else if at < len(widths) {
				widths[at] = max(widths[at], min(utf8.RuneCountInString(words), 16))
			}
			at++
		}
	}
	needed := 0
	for _, width := range widths {
		needed += width
	}
	if needed > 40 {
		n.SetAttributeString("columns", names)
	}
}

// tableName is a name for a table that no other on the page has.
func (b *body) tableName(name string) string {
	name = text.Clip(name, 90)
	b.tables[name]++
	if again := b.tables[name]; again > 1 {
		name += " (" + strconv.Itoa(again) + ")"
	}
	return name
}
