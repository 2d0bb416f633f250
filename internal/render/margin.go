package render

import (
	"html/template"
	"math"
	"strings"

	"casebook/internal/content"
)

// The margin holds the evidence for what a paragraph says: the source it cites, the word it uses, where a fact is kept, the
// case or request it speaks of. A note stands in the flow directly behind its block, once a page; styles move it beside.
//
// Notes longer than their text would push the next ones down the margin, away from what they speak of, and a note that begins
// below the end of its block makes the text wait. So notes are cut down to what fits before the margin is wanted again, and
// what even then finds no room stands under its block, in the text.

// marked is one block of a body with what it is the first on the page to name.
type marked struct {
	end         int     // of the block, in the HTML of the body
	top, height float64 // of the block without the headings above it, in lines from the beginning of the body
	wide        bool    // it takes the margin for itself
	about       []annotated
}

func (m marked) bottom() float64 { return m.top + m.height }

// beside is a body as blocks, each with its notes.
func (p *prose) beside(b content.Body) []Block {
	html, blocks := p.marked(b)
	var out []Block
	start, taken := 0, 0.0 // taken: how far down the margin is
	for i, m := range blocks {
		if len(m.about) == 0 {
			continue
		}
		block := Block{HTML: template.HTML(html[start:m.end])}
		at := max(taken, m.top)
		if m.wide || at > m.top+drift(m) {
			block.Under = p.short(m.about)
		} else {
			block.Notes, block.Under = p.fitting(m, at, blocks[i+1:])
			taken = at + heightOfNotes(block.Notes)
		}
		if lower := heightOfNotes(block.Under); lower > 0 {
			for j := range blocks[i+1:] {
				blocks[i+1+j].top += lower
			}
		}
		out, start = append(out, block), m.end
	}
	if start < len(html) {
		out = append(out, Block{HTML: template.HTML(html[start:])})
	}
	return out
}

// fitting are the notes on a block that end before the margin is wanted by those that follow: in full, else short, else the
// first of them, and the rest under the block. at is where in the margin they begin.
func (p *prose) fitting(m marked, at float64, rest []marked) (notes, under []Note) {
	free, limit := roomBefore(m, rest)
	if full := p.full(m.about); at+heightOfNotes(full) <= free {
		return full, nil
	}
	for n := len(m.about); n > 1; n-- {
		if short := p.short(m.about[:n]); at+heightOfNotes(short) <= limit {
			return short, p.short(m.about[n:])
		}
	}
	return p.short(m.about[:1]), p.short(m.about[1:])
}

// notesOn are those on what a list of findings names.
func (p *prose) notesOn(findings []content.Finding) Block {
	var list marked
	for _, f := range findings {
		list.about = append(list.about, p.named(f.Body.Pieces)...)
		list.height += float64(len(f.Text))/charactersInText + .9
	}
	if len(list.about) == 0 {
		return Block{}
	}
	var out Block
	out.Notes, out.Under = p.fitting(list, 0, nil)
	return out
}

// marked is the HTML of a body and its blocks.
func (p *prose) marked(b content.Body) (string, []marked) {
	var html strings.Builder
	html.Grow(sizeOf(b))
	var blocks []marked
	first, start, top := 0, 0, 0.0 // of the block at hand: its first piece, where it begins in html, where on the page
	for i, piece := range b.Pieces {
		html.WriteString(piece.HTML)
		if piece.Ref >= 0 {
			p.hole(&html, piece)
		}
		if piece.Hole != content.End {
			continue
		}
		head, height := heights(html.String()[start:])
		blocks = append(blocks, marked{
			end: html.Len(), top: top + head, height: height, wide: isWide(b.Pieces[first].HTML), about: p.named(b.Pieces[first:i]),
		})
		first, start, top = i+1, html.Len(), top+head+height
	}
	return html.String(), blocks
}

// isWide reports whether a block, behind the headings that it begins with, is as wide as text and margin.
func isWide(html string) bool {
	html = behindHeadings(html)
	return strings.HasPrefix(html, `<div class="scroll"`) || strings.HasPrefix(html, `<figure class="chart`)
}

// Heights are in lines of running text, as the theme sets it on a wide screen: what they decide is only how much is said in a
// note, and whether it stands beside or under its block.
const (
	charactersInText = 62
	charactersInNote = 38
	lineOfNote       = 0.7
)

// drift is how far below the top of its block a note may begin: never below the block, where the text would wait for it.
func drift(m marked) float64 { return min(m.height-1, 3) }

// roomBefore is how far down notes may go so that the next ones begin level with their block, and so that they begin beside it
// at all. Behind the last block of a body comes something that has no notes, or few.
func roomBefore(m marked, rest []marked) (free, limit float64) {
	free = math.Inf(1)
	for _, next := range rest {
		m = next
		if m.wide {
			free = min(free, m.top)
			continue
		}
		if len(m.about) > 0 {
			return min(free, m.top+.5), m.top + max(drift(m), 0)
		}
	}
	const overhang = 6
	return min(free, m.bottom()+overhang), m.bottom() + 2*overhang
}

// behindHeadings is a block without the headings that it begins with.
func behindHeadings(html string) string {
	for strings.HasPrefix(html, "<h") {
		_, rest, ok := strings.Cut(html, "</h")
		if !ok {
			break
		}
		_, html, _ = strings.Cut(rest, ">\n")
	}
	return html
}

// heights are those of the headings that a block begins with, and of the block behind them.
func heights(html string) (head, block float64) {
	rest := behindHeadings(html)
	if headings := html[:len(html)-len(rest)]; headings != "" {
		head = heightOf(headings) + 1.5*float64(strings.Count(headings, "</h"))
	}
	return head, heightOf(rest)
}

// heightOf is the height of words and of the space between paragraphs, items and rows.
func heightOf(html string) float64 {
	return float64(textIn(html))/charactersInText + .6*float64(1+strings.Count(html, "<li")+strings.Count(html, "<p")+strings.Count(html, "<tr"))
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
		characters := textIn(string(n.HTML)) + len(n.Text)
		height += 1.7 + lineOfNote*(float64(characters)/charactersInNote+.5)
		height += float64(strings.Count(string(n.HTML), "<li")) * .7
		for _, item := range n.Items {
			height += lineOfNote*(float64(len(item.Before)+len(item.Link.Text)+len(item.Mark.Number)+6)/charactersInNote+.5) + .3
			if item.Status.Word != "" {
				height += lineOfNote
			}
		}
	}
	return height
}
