package content

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// body is one Markdown text while it is read. It lives as long as parseBody runs.
type body struct {
	doc         *Doc
	kind        Kind
	source      []byte
	places      places
	problems    *diag.List
	ids         anchors
	terms       *glossary
	main        *stretch
	from        string             // key of the part being read
	notes       *stretch           // where the footnotes of what is being read are printed
	footnotes   []*extast.Footnote // definitions as they were met
	answered    *ast.Heading       // the last heading that underRecommendations was asked about
	answer      bool
	taken       []int // where marks stood that were taken off
	lostOn      []int // lines of marks that are on nothing, which was said
	sectionSaid bool  // that a heading is not the section it was meant as
	tooDeep     bool
	signsIn     ast.Node // paragraph whose brackets and emphasis are counted
	signs       int
	slotted     bool // plain text has a Slot for what is named later
	*scratch
}

// scratch is room that one file after the other is read in.
type scratch struct {
	plain     plainReader
	refs      []Ref  // of the document
	source    []byte // the Markdown
	body      body
	stretches []stretch
	tables    map[string]int  // names of tables and how often each was given
	marked    map[string]int  // typed marks and their lines
	booked    map[int]bool    // footnotes that have their place
	given     map[string]int  // see anchors
	used      map[string]bool // see glossary

	buffer []byte // plain text of the block being read
	marks  []textMark
	slots  []int // of the prose being read; see Prose
	runs   []proseRun
	told   []byte // their text
	words  []glossaryWord
	page   page

	counted, countedPart text.Counter // of the whole text and of one recommendation
}

var scratches = sync.Pool{New: func() any { return newScratch() }}

func newScratch() *scratch {
	return &scratch{tables: map[string]int{}, marked: map[string]int{}, booked: map[int]bool{}, given: map[string]int{}, used: map[string]bool{}}
}

// wipe holds on to nothing of the file that was read.
func (s *scratch) wipe() {
	s.plain.wipe()
	clear(s.refs)
	s.refs = s.refs[:0]
	s.body = body{}
	clear(s.stretches)
	s.stretches = s.stretches[:0]
	clear(s.tables)
	clear(s.marked)
	clear(s.booked)
	clear(s.given)
	clear(s.used)
	clear(s.runs)
	s.runs, s.told = s.runs[:0], s.told[:0]
	s.page.wipe()
}

// mayHaveAddress reports whether a text can hold a bare web or email address. The sign of a citation follows no letter.
func mayHaveAddress(s string) bool {
	if strings.Contains(s, "://") || strings.Contains(s, "www.") {
		return true
	}
	for i := strings.IndexByte(s, '@'); i >= 0; {
		if i > 0 && !strings.ContainsRune(" \n\t[(;-", rune(s[i-1])) {
			return true
		}
		next := strings.IndexByte(s[i+1:], '@')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// parseBody reads the Markdown of a file. firstLine is the line of the file on which it begins. It fills the document's
// Body, Sections, Headings and Parts, appends to Refs and, for a case, gives Findings and Recs.
//
// goldmark makes the tree; then, in the order of the document, the tree is divided into stretches, headings get their ids,
// everything that names something else becomes a Ref, and each stretch is written as HTML with holes.
func parseBody(d *Doc, kind Kind, markdown string, firstLine int, opts Options, problems *diag.List, room *scratch) {
	// The source package refuses NUL; here it must not be mistaken for a Slot whatever comes. One character
	// stands for the other, so columns stay.
	markdown = strings.ReplaceAll(markdown, "\x00", "\uFFFD")
	room.source = append(room.source[:0], markdown...)
	b := &room.body
	*b = body{doc: d, kind: kind, source: room.source, problems: problems, scratch: room}
	b.places = newPlaces(d.Path, b.source, firstLine)
	b.ids = anchors{room.given}
	b.terms = newGlossary(d, opts, room.used)
	context := parser.NewContext()
	context.Set(bodyKey, b)
	root := engineFor(markdown).Parser().Parse(markdowntext.NewReader(b.source), parser.WithContext(context))
	list := b.divide(root)
	b.giveKeys(list)
	b.lostMarks(list)
	b.giveIDs(list)
	for _, s := range list {
		b.readStretch(s)
	}
	b.readFootnotes(list)
	b.write(list)
	b.prose(list)
	b.unusedFootnotes()
	convertTyped(d, problems)
}

// at is the place of a stretch of bytes.
func (b *body) at(start, stop int) diag.Pos { return b.places.at(start, stop) }

// readStretch turns everything in a stretch that names something else into a Ref.
func (b *body) readStretch(s *stretch) {
	b.from, b.notes = s.key, b.main
	if s.role == roleRecommendation {
		b.readBlock(s.head, within{title: true})
	}
	if s.role == roleText || s.role == roleRecommendation {
		b.notes = s.notesIn(b.main)
	}
	for i, n := range s.nodes {
		if !b.read(n, within{}) {
			s.nodes[i] = nil
		}
	}
	b.from = ""
}

// write renders every stretch into the document: all of them one behind the other, and then each gets what was written of it.
func (b *body) write(list []*stretch) {
	d, out := b.doc, &b.page
	var sections, findings, recommendations int
	for _, s := range list {
		if s.role == roleText && s.section == "" {
			out.blocks(b.source, s.nodes)
		}
	}
	out.write(b.source, noteNodes(b.main))
	out.end()
	for _, s := range list {
		switch {
		case s.role == roleFinding:
			findings++
			out.write(b.source, inside(s.nodes))
			out.end()
		case s.role == roleRecommendation:
			recommendations++
			out.write(b.source, children(s.head))
			out.end()
			out.write(b.source, s.nodes)
			out.write(b.source, noteNodes(s))
			out.end()
		case s.section != "":
			sections++
			out.blocks(b.source, s.nodes)
			out.write(b.source, noteNodes(s))
			out.end()
		}
	}
	bodies := out.bodies()
	next := func() (body Body) {
		body, bodies = bodies[0], bodies[1:]
		return body
	}
	d.Body = next()
	d.Sections = slices.Grow(d.Sections, sections)
	if c := OriginOf(d.Entity); c != nil {
		d.Parts = slices.Grow(d.Parts, findings+recommendations)
		c.Findings, c.Recs = slices.Grow(c.Findings, findings), slices.Grow(c.Recs, recommendations)
	}
	for _, s := range list {
		switch {
		case s.role == roleFinding:
			b.find(s, next())
		case s.role == roleRecommendation:
			b.recommend(s, next(), next())
		case s.section != "":
			d.Sections = append(d.Sections, Section{Name: s.section, ID: s.id, Body: next(), Headings: s.headings, At: s.at})
		}
	}
}

// inside is the words of a single paragraph without the paragraph, so that a finding stands in its list item as typed.
func inside(nodes []ast.Node) []ast.Node {
	if len(nodes) != 1 || nodes[0] == nil {
		return nodes
	}
	switch nodes[0].(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return children(nodes[0])
	}
	return nodes
}

func children(n ast.Node) []ast.Node {
	out := make([]ast.Node, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, c)
	}
	return out
}

// raw is the text of a block as it was typed, on one line.
func (b *body) raw(n ast.Node) string {
	var out []byte
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		out = append(append(out, bytes.TrimSpace(line.Value(b.source))...), ' ')
	}
	return strings.TrimSpace(string(out))
}
