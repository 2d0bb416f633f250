package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	markdowntext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// commonMark renders every body, and parses those that may hold anything. It holds no state of a parse: what the parsers below put aside lies in the
// body that they find in the context. Heading ids are ours, because goldmark's come from the typed line, so that moving
// a file that a heading links to would change the heading's public anchor.
//
// Bare addresses cost a look at every word, dashes and dots one at every full stop and hyphen, where goldmark cuts the text in
// two besides. So unlinked reads the bodies that can hold no address, and ordinary those, most of all, that have no dash or dots
// either.
var commonMark, unlinked, ordinary = newMarkdown(`'"-.`, linkify), newMarkdown(`'"-.`), newMarkdown(`'"`)

// linkify finds bare addresses.
var linkify = util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999)

// newMarkdown makes a parser and renderer. typographic are the signs that the typographer looks at.
func newMarkdown(typographic string, more ...util.PrioritizedValue) goldmark.Markdown {
	inline := append(inlineParsers(typographic), more...)
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(
				util.Prioritized(parser.NewSetextHeadingParser(), 100),
				util.Prioritized(extension.NewDefinitionListParser(), 101),
				util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
				util.Prioritized(parser.NewThematicBreakParser(), 200),
				util.Prioritized(signedLabels{}, 290),
				util.Prioritized(shallow{parser.NewListParser()}, 300),
				util.Prioritized(parser.NewListItemParser(), 400),
				util.Prioritized(parser.NewCodeBlockParser(), 500),
				util.Prioritized(parser.NewATXHeadingParser(), 600),
				util.Prioritized(chartFences{parser.NewFencedCodeBlockParser()}, 700),
				util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
				util.Prioritized(htmlBlocks{parser.NewHTMLBlockParser()}, 900),
				util.Prioritized(labelLines{}, 990),
				util.Prioritized(footnoteBlocks{shallow{extension.NewFootnoteBlockParser()}}, 999),
				util.Prioritized(parser.NewParagraphParser(), 1000),
			),
			parser.WithInlineParsers(inline...),
			parser.WithParagraphTransformers(
				util.Prioritized(calloutTitles{}, 50),
				util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
				util.Prioritized(sizedTables{extension.NewTableParagraphTransformer()}, 200),
			),
			parser.WithASTTransformers(
				util.Prioritized(extension.NewTableASTTransformer(), 0),
				util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
			),
		)),
		goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(bodyRenderer{}, 100),
			util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
			util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
			util.Prioritized(html.NewRenderer(), 1000),
		))),
	)
}

// engineFor is the one that reads a body.
func engineFor(markdown string) goldmark.Markdown {
	switch {
	case mayHaveAddress(markdown):
		return commonMark
	case strings.Contains(markdown, "--") || strings.Contains(markdown, "..."):
		return unlinked
	}
	return ordinary
}

// inlineParsers are those of every body, in their order.
func inlineParsers(typographic string) []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(undefinedFootnotes{}, 102),
		util.Prioritized(wikilinks{}, 150),
		util.Prioritized(citations{}, 151),
		util.Prioritized(few{parser.NewLinkParser(), "[!"}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(few{parser.NewEmphasisParser(), "*_"}, 500),
		util.Prioritized(few{extension.NewStrikethroughParser(), "~"}, 500),
		util.Prioritized(typographer{extension.NewTypographerParser(extension.WithTypographicSubstitutions(punctuation)), typographic}, 9999),
	}
}

// punctuation is what the typographer writes, as characters: entities would have to be decoded again in plain text.
// Pairs of < and > stay as typed.
var punctuation = map[extension.TypographicPunctuation][]byte{
	extension.LeftSingleQuote: []byte("‘"), extension.RightSingleQuote: []byte("’"), extension.Apostrophe: []byte("’"),
	extension.LeftDoubleQuote: []byte("“"), extension.RightDoubleQuote: []byte("”"),
	extension.EnDash: []byte("–"), extension.EmDash: []byte("—"), extension.Ellipsis: []byte("…"),
	extension.LeftAngleQuote: nil, extension.RightAngleQuote: nil,
}

// typographer is goldmark's, which is also asked about commas, brackets and more, where it has nothing to write.
type typographer struct {
	parser.InlineParser
	signs string
}

func (t typographer) Trigger() []byte { return []byte(t.signs) }

var bodyKey = parser.NewContextKey()

func bodyOf(pc parser.Context) *body { return pc.Get(bodyKey).(*body) }

// maxNesting is how many quotations and lists may lie inside each other; a list counts twice, for itself and its item.
// Nobody reads the fortieth level, and goldmark's time grows with the square of the depth.
const maxNesting = 60

// shallow opens no block below maxNesting: what is deeper stays text.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, reader markdowntext.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxNesting {
		return s.BlockParser.Open(parent, reader, pc)
	}
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	b := bodyOf(pc)
	if offset >= 0 && offset < len(line) && !b.tooDeep && (line[offset] == '>' || bytes.HasPrefix(line[offset+1:], []byte(" "))) {
		b.tooDeep = true
		start := segment.Start + offset
		b.problems.Error("CB064", b.at(start, start+1), "quotations and lists lie too deep inside each other here").
			Remedy("at most %d levels are shown: take away some > signs or some indentation", maxNesting/2)
	}
	return nil, parser.NoChildren
}

// maxSigns is how many brackets or signs of emphasis one paragraph may hold: goldmark compares each with those before it.
const maxSigns = 1000

// few gives up on a paragraph with more than maxSigns of some signs: what follows stays text.
type few struct {
	parser.InlineParser
	signs string
}

func (f few) Parse(parent ast.Node, block markdowntext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !strings.Contains(f.signs, string(line[0])) || line[0] == '!' && !bytes.HasPrefix(line, []byte("![")) {
		return f.InlineParser.Parse(parent, block, pc)
	}
	b := bodyOf(pc)
	if b.signsIn != parent {
		b.signsIn, b.signs = parent, 0
	}
	b.signs++
	if b.signs <= maxSigns {
		return f.InlineParser.Parse(parent, block, pc)
	}
	if b.signs == maxSigns+1 {
		b.problems.Error("CB064", b.at(segment.Start, segment.Start+1), "this paragraph has more than %d brackets and signs of emphasis", maxSigns).
			Remedy("divide it, or put it into a code block if it is not meant as Markdown")
	}
	return nil
}

// CloseBlock tells the parser that a paragraph ends.
func (f few) CloseBlock(parent ast.Node, block markdowntext.Reader, pc parser.Context) {
	if c, ok := f.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// htmlBlocks takes whole blocks only of what has no text worth keeping: comments, scripts, styles, declarations. Other
// tags become part of a paragraph, where they are dropped and the words between them stay.
type htmlBlocks struct{ parser.BlockParser }

func (h htmlBlocks) Open(parent ast.Node, reader markdowntext.Reader, pc parser.Context) (ast.Node, parser.State) {
	number, position := reader.Position()
	line, _ := reader.PeekLine()
	node, state := h.BlockParser.Open(parent, reader, pc)
	block, ok := node.(*ast.HTMLBlock)
	if !ok {
		return node, state
	}
	_, after, closed := bytes.Cut(line, []byte("-->"))
	switch block.HTMLBlockType {
	case ast.HTMLBlockType2:
		ok = !closed || util.IsBlank(after)
	case ast.HTMLBlockType6, ast.HTMLBlockType7:
		ok = false
	}
	if !ok {
		reader.SetPosition(number, position)
		return nil, parser.NoChildren
	}
	return node, state
}

// footnoteBlocks remembers every definition, because goldmark drops those that nothing refers to.
type footnoteBlocks struct{ parser.BlockParser }

func (f footnoteBlocks) Open(parent ast.Node, reader markdowntext.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := f.BlockParser.Open(parent, reader, pc)
	if note, ok := node.(*extast.Footnote); ok {
		b := bodyOf(pc)
		b.footnotes = append(b.footnotes, note)
	}
	return node, state
}

// definitions takes the addresses of links by name off the beginning of a paragraph. goldmark makes a reader for each
// paragraph to see that it does not begin with a bracket.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader markdowntext.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	if words := util.TrimLeftSpace(first.Value(reader.Source())); len(words) == 0 || words[0] == '[' {
		d.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// maxCells is the size of the largest table that is printed. goldmark fills every row up to the width of the first, so a
// small file could ask for gigabytes.
const maxCells = 20_000

// sizedTables makes tables of at most maxCells.
type sizedTables struct{ parser.ParagraphTransformer }

func (s sizedTables) Transform(node *ast.Paragraph, reader markdowntext.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		value := line.Value(reader.Source())
		if len(bytes.Trim(value, " \t\n|:-")) > 0 {
			continue
		}
		columns, rows := bytes.Count(value, []byte{'|'})+1, lines.Len()-i
		if columns*rows > maxCells {
			b := bodyOf(pc)
			b.problems.Error("CB064", b.at(line.Start, line.Stop), "this table would have about %d cells; at most %d are printed", columns*rows, maxCells).
				Remedy("divide it, or attach it as a file and link to that")
			return
		}
	}
	s.ParagraphTransformer.Transform(node, reader, pc)
}
