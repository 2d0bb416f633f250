package render

import (
	"html/template"
	"strings"

	"casebook/internal/content"
)

// The margin holds the evidence for what a paragraph says: the source it cites, the word it uses, where a fact is kept, the
// case or request it speaks of. A note stands in the flow directly behind its block, once a page; styles move it beside.

// beside is a body as blocks, each with the notes on what it is the first on the page to name.
//
// Where notes are longer than their text, the next ones would find no room beside their own block, and the text would wait
// for them. So such notes stand behind a later block of the same section, as soon as the margin is free again.
func (p *prose) beside(b content.Body) []Block {
	var out []Block
	var html strings.Builder
	var waiting []Note
	first, start := 0, 0 // of the block at hand: its first piece, and where it begins in html
	below := 0.0         // how far the margin is taken below the top of the block at hand
	for i, piece := range b.Pieces {
		html.WriteString(piece.HTML)
		if piece.Ref >= 0 {
			p.hole(&html, piece)
		}
		if piece.Hole != content.End {
			continue
		}
		if i > first || below > 0 || len(waiting) > 0 {
			head, height := heights(html.String()[start:])
			below = max(below-head, 0)
			waiting = append(waiting, p.notes(b.Pieces[first:i], height-below)...)
			if len(waiting) > 0 && (below <= height || mustStandBefore(b.Pieces[i+1:])) {
				height, below = max(height, below), below+heightOfNotes(waiting)
				out = append(out, Block{HTML: template.HTML(html.String()), Notes: waiting})
				html, waiting = strings.Builder{}, nil
			}
			below = max(below-height, 0)
		}
		first, start = i+1, html.Len()
	}
	if html.Len() > 0 {
		out = append(out, Block{HTML: template.HTML(html.String())})
	}
	return out
}

// mustStandBefore reports whether notes must stand before what follows: it is a heading, or as wide as the page, or nothing.
func mustStandBefore(rest []content.Piece) bool {
	if len(rest) == 0 {
		return true
	}
	next := rest[0].HTML
	return strings.HasPrefix(next, "<h") || strings.HasPrefix(next, `<div class="scroll"`) || strings.HasPrefix(next, `<figure class="chart`) ||
		strings.HasPrefix(next, `<section class="footnotes"`)
}

// Heights are in lines of running text, as the theme sets it on a wide screen: what they decide is only behind which of two
// blocks a note stands.
const (
	charactersInText = 62
	charactersInNote = 38
	lineOfNote       = 0.7
)

// heights are those of the headings that a block begins with, and of the block behind them.
func heights(html string) (head, block float64) {
	for strings.HasPrefix(html, "<h") {
		heading, rest, ok := strings.Cut(html, "</h")
		if !ok {
			break
		}
		_, html, _ = strings.Cut(rest, ">\n")
		head += heightOf(heading) + 1.5
	}
	return head, heightOf(html)
}

// heightOf is the height of words and of the space between paragraphs and items.
func heightOf(html string) float64 {
	return float64(textIn(html))/charactersInText + .6*float64(1+strings.Count(html, "<li")+strings.Count(html, "<p"))
}

// textIn is how many bytes of HTML are text.
func textIn(html string) int {
	n := 0
	for {
		text, tag, ok := strings.Cut(html, "<")
		n += len(text)
		if !ok {
			return n
		}
		_, html, _ = strings.Cut(tag, ">")
	}
}

// heightOfNotes is the height of notes one below the other, each with its head and rule.
func heightOfNotes(notes []Note) float64 {
	height := 0.0
	for _, n := range notes {
		characters := textIn(string(n.HTML)) + len(n.Link.Text) + len(n.Mark.Number) + len(n.Text)
		height += 1.7 + lineOfNote*(float64(characters)/charactersInNote+.5)
		if n.Status.Word != "" {
			height += lineOfNote
		}
	}
	return height
}
