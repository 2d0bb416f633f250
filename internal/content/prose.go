package content

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"casebook/internal/text"
)

// Prose is a run of a document's text below one heading, for search: plain, a line for each block.
type Prose struct {
	Part    string // key of the finding or recommendation that it is
	Heading string // of a recommendation its sentence; empty before the first heading, and of a finding
	ID      string // anchor of the heading or part
	Text    string // a Slot stands where the words are known only when all files are read
	Slots   []int  // indexes into Doc.Refs of what belongs there: citations in a sentence, and wikilinks and facts without a label
}

// Slot stands in a Prose for words to come.
const Slot = '\x00'

// PartWords is how often each word stands in the texts of a recommendation, or in all others.
type PartWords struct {
	Part  string // empty for all others
	Words text.Counts
}

// prose gathers what search needs, while the tree is there.
func (b *body) prose(list []*stretch) {
	d := b.doc
	for _, s := range list {
		b.proseOf(s)
	}
	all, begin := string(b.told), 0
	d.Prose = slices.Grow(d.Prose, len(b.runs))
	for _, r := range b.runs {
		r.Text, begin = all[begin:r.end], r.end
		if r.Text != "" || r.Heading != "" {
			d.Prose = append(d.Prose, r.Prose)
		}
		switch r.role {
		case roleText:
			b.counted.Add(r.Text)
		case roleRecommendation:
			b.countedPart.Add(r.Text)
			d.Words = append(d.Words, PartWords{r.Part, b.countedPart.Counts()})
		} // the words of a finding count as a heading's
	}
	d.Words = append(d.Words, PartWords{"", b.counted.Counts()})
}

// proseRun is a Prose whose text ends there among the document's.
type proseRun struct {
	Prose
	role role
	end  int
}

// proseOf gathers the text of one stretch: one run, or for other text one below each heading.
func (b *body) proseOf(s *stretch) {
	run := Prose{ID: s.id, Heading: s.section}
	switch s.role {
	case roleRecommendation:
		run = Prose{Part: s.key, Heading: s.text, ID: s.key}
	case roleFinding:
		run = Prose{Part: s.key, ID: s.key}
	}
	b.buffer, b.marks = b.buffer[:0], b.marks[:0]
	b.slots, b.slotted = b.slots[:0], true
	defer func() { b.slotted = false }()
	flush := func() {
		b.told = append(b.told, bytes.TrimSpace(b.buffer)...)
		b.buffer = b.buffer[:0]
		run.Slots, b.slots = append([]int(nil), b.slots...), b.slots[:0]
		b.runs = append(b.runs, proseRun{run, s.role, len(b.told)})
	}
	for _, n := range s.nodes {
		if h, ok := n.(*ast.Heading); ok && s.role == roleText {
			flush()
			run = Prose{}
			if id, ok := h.AttributeString("id"); ok {
				run.ID, _ = id.(string)
			}
			b.slotted = false
			b.appendPlain(h)
			b.slotted = true
			run.Heading = text.Plain(string(b.buffer))
			b.buffer = b.buffer[:0]
			continue
		}
		b.appendBlock(n)
	}
	for _, f := range s.notes {
		b.appendBlock(f)
	}
	flush()
}

// appendBlock adds the text of a block and of those in it, each on a line of its own.
func (b *body) appendBlock(n ast.Node) {
	switch n := n.(type) {
	case nil:
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			b.buffer = append(append(b.buffer, bytes.TrimSpace(line.Value(b.source))...), ' ')
		}
		b.endLine()
		return
	case *chartBlock:
		b.buffer = append(b.buffer, n.words()...)
		b.endLine()
		return
	case *ast.HTMLBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition, *labelLine:
		return
	case *extast.TableRow, *extast.TableHeader:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			from := len(b.buffer)
			b.appendPlain(c)
			if len(b.buffer) > from {
				b.buffer = append(b.buffer, ", "...)
			}
		}
		b.buffer = bytes.TrimSuffix(b.buffer, []byte(", "))
		b.endLine()
		return
	}
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
		b.appendPlain(n)
		b.endLine()
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.appendBlock(c)
	}
}

// endLine puts one line feed behind what was added.
func (b *body) endLine() {
	b.buffer = bytes.TrimRight(b.buffer, " \n")
	if len(b.buffer) > 0 {
		b.buffer = append(b.buffer, '\n')
	}
}
