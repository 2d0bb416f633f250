package content

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
)

// undefinedFootnotes sees each [^label] that goldmark found no definition for. It reports it and leaves it as text.
type undefinedFootnotes struct{}

func (undefinedFootnotes) Trigger() []byte { return []byte{'['} }

func (undefinedFootnotes) Parse(_ ast.Node, block markdowntext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[^")) {
		return nil
	}
	line = line[:min(len(line), maxBracket)]
	end := bytes.IndexByte(line, ']')
	if end < 3 || bytes.IndexByte(line[2:end], '[') >= 0 || end+1 < len(line) && line[end+1] == '(' {
		return nil
	}
	b := bodyOf(pc)
	b.problems.Warn("CB062", b.at(segment.Start, segment.Start+end+1), "there is no footnote %q, so its mark is printed as typed", line[2:end]).
		Remedy("write a line `[^%s]: …` below, or take the mark away", line[2:end])
	return nil
}

// noteFootnote books a footnote to where its first mark stands.
func (b *body) noteFootnote(n *extast.FootnoteLink) {
	if b.booked[n.Index] {
		return
	}
	for _, f := range b.footnotes {
		if f.Index == n.Index {
			b.book(f)
			return
		}
	}
}

func (b *body) book(f *extast.Footnote) {
	if !b.booked[f.Index] {
		b.booked[f.Index] = true
		b.notes.notes = append(b.notes.notes, f)
	}
}

// readFootnotes reads the footnotes of each stretch; a footnote may hold the first mark of another.
func (b *body) readFootnotes(list []*stretch) {
	for _, s := range list {
		b.notes, b.from = s, s.key
		for i := 0; i < len(s.notes); i++ {
			b.readNote(s.notes[i])
		}
	}
	b.notes, b.from = b.main, ""
	for _, f := range b.footnotes {
		if f.Index >= 0 && !b.booked[f.Index] {
			b.book(f)
			b.readNote(f)
		}
	}
	for _, s := range list {
		slices.SortFunc(s.notes, func(a, b *extast.Footnote) int { return a.Index - b.Index })
	}
}

func (b *body) readNote(f *extast.Footnote) {
	for c := f.FirstChild(); c != nil; {
		next := c.NextSibling()
		if c.Type() == ast.TypeBlock && !b.read(c, within{}) {
			f.RemoveChild(f, c)
		}
		c = next
	}
}

// noteNodes is the list of a stretch's footnotes, ready to be written.
func noteNodes(s *stretch) []ast.Node {
	if len(s.notes) == 0 {
		return nil
	}
	list := extast.NewFootnoteList()
	for _, f := range s.notes {
		list.AppendChild(list, f)
	}
	return []ast.Node{list}
}

func (b *body) unusedFootnotes() {
	for _, f := range b.footnotes {
		if f.Index < 0 {
			start := max(f.Pos(), 0)
			b.problems.Warn("CB063", b.at(start, start+len(f.Ref)+3), "nothing refers to the footnote %q, so it is not printed", f.Ref).
				Remedy("write [^%s] where it belongs, or delete it", f.Ref)
		}
	}
}
