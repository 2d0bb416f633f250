package render

import (
	"html/template"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// The margin holds the evidence for what a paragraph says: the source it cites, the word it uses, where a fact is kept, the
// case or request it speaks of. A note stands in the flow directly behind its block, once a page; styles move it beside.

// annotated is something that has its note on the page. The same page may be named for itself and as the keeper of a fact.
type annotated struct {
	node site.NodeID
	fact bool
}

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
	characters, tag := 0, false
	for i := range len(html) {
		switch c := html[i]; {
		case c == '<':
			tag = true
		case c == '>':
			tag = false
		case !tag && c < 0x80 || c >= 0xC0: // each character once
			characters++
		}
	}
	return float64(characters)/charactersInText + .6*float64(1+strings.Count(html, "<li")+strings.Count(html, "<p"))
}

// heightOfNotes is the height of notes one below the other, each with its head and rule.
func heightOfNotes(notes []Note) float64 {
	height := 0.0
	for _, n := range notes {
		characters := len(words(n.HTML)) + len(n.Link.Text) + len(n.Mark.Number) + len(n.Text)
		height += 1.7 + lineOfNote*(float64(characters)/charactersInNote+.5)
		if n.Status.Word != "" {
			height += lineOfNote
		}
	}
	return height
}

// overhang is how far notes may go on below their block, in lines, before works are called by author and title alone.
const overhang = 4

// notes are those on what some pieces name and the page has not had. There is room for them in the margin beside the block,
// in lines; where works in full would take much more, the note leads to the list of references instead.
func (p *prose) notes(pieces []content.Piece, room float64) []Note {
	var out []Note
	var works []site.NodeID
	at := 0
	for _, piece := range pieces {
		if piece.Ref < 0 || piece.Hole == content.Close {
			continue
		}
		for ref := piece.Ref; ref < piece.Ref+max(p.d.Refs[piece.Ref].Count, 1); ref++ {
			about, ok := p.worthNoting(ref)
			switch {
			case !ok:
			case p.Node(about.node).Kind == "reference":
				if len(works) == 0 {
					at = len(out)
				}
				works = append(works, about.node)
			default:
				out = append(out, p.note(about))
			}
		}
	}
	if len(works) == 0 {
		return out
	}
	full := slices.Insert(slices.Clone(out), at, p.sourceNotes(works)...)
	if heightOfNotes(full) <= room+overhang {
		return full
	}
	return slices.Insert(out, at, p.shortNote(works))
}

// notesOn are those on what a list of findings names.
func (p *prose) notesOn(findings []content.Finding) []Note {
	var pieces []content.Piece
	for _, f := range findings {
		for _, piece := range f.Body.Pieces {
			if piece.Ref >= 0 {
				pieces = append(pieces, piece)
			}
		}
	}
	room := 0.0
	for _, f := range findings {
		room += float64(len(f.Text))/charactersInText + .6
	}
	return p.notes(pieces, room)
}

// worthNoting is what a reference names when there is a note on it that the page has not had. What is not published and
// what was withdrawn has none, and a page has none on itself.
func (p *prose) worthNoting(ref int) (annotated, bool) {
	t := p.Target(p.doc, int32(ref))
	if t.Node == site.None || t.File >= 0 {
		return annotated{}, false
	}
	n, about := p.Node(t.Node), annotated{t.Node, t.Text != ""}
	if n.State == site.Withdrawn || n.Doc == p.doc || slices.Contains(p.noted, about) {
		return annotated{}, false
	}
	switch {
	case about.fact, n.Kind == "reference", n.Kind == "term", n.Kind == "case":
	case n.Kind == "recommendation" && p.Recommendation(t.Node).Withdrawn == "":
	default:
		return annotated{}, false
	}
	p.noted = append(p.noted, about)
	return about, true
}

func (p *prose) note(about annotated) Note {
	n := p.Node(about.node)
	switch {
	case about.fact:
		return p.factNote(about.node)
	case n.Kind == "term":
		return Note{Kind: upper(n.Title), Label: "Word: " + n.Title, HTML: p.records.terms()[about.node]}
	case n.Kind == "case":
		return p.caseNote(about.node)
	}
	return p.requestNote(about.node)
}

// sourceNotes are works as the reference list has them.
func (p *prose) sourceNotes(ids []site.NodeID) []Note {
	out := make([]Note, len(ids))
	for i, id := range ids {
		entry := p.records.works()[id].entry
		if suffix := p.suffixes[p.Reference(id).Key]; suffix != "" {
			entry = entryHTML(p.Reference(id), p.Style(), suffix)
		}
		out[i] = Note{Kind: "Source", Label: "Source: " + p.called(id), HTML: "<p>" + entry + "</p>"}
	}
	return out
}

// shortNote is works by author and title, each linked to its entry in the reference list.
func (p *prose) shortNote(ids []site.NodeID) Note {
	var list strings.Builder
	for _, id := range ids {
		list.WriteString(`<li><a href="` + template.HTMLEscapeString(p.refs+"#"+p.Node(id).Anchor) + `">` + template.HTMLEscapeString(p.called(id)) + `</a> <cite>` + template.HTMLEscapeString(p.Reference(id).Title) + `</cite></li>`)
	}
	n := Note{Kind: "Sources", HTML: template.HTML(`<ul role="list">` + list.String() + `</ul>`)}
	if len(ids) == 1 {
		n.Kind, n.Label = "Source", "Source: "+p.called(ids[0])
	}
	return n
}

// called is a work in a sentence: Healey, Flint and Harrington (2014).
func (p *prose) called(id site.NodeID) string {
	ref := p.Reference(id)
	if suffix := p.suffixes[ref.Key]; suffix != "" {
		return cite.Narrative(cite.Cited{Ref: ref, Suffix: suffix}, p.Style())
	}
	return p.records.works()[id].name
}

// factNote says where a fact is kept and when that was last known to be right.
func (p *prose) factNote(id site.NodeID) Note {
	d := p.Doc(id)
	out := Note{Kind: "Fact", Label: "Fact: " + p.Node(id).Title, Before: "Kept on", Link: p.link(p.path, id)}
	if dated := content.DatedOf(d.Entity); dated != nil {
		switch {
		case dated.Reviewed != "":
			out.Text = "Checked on " + text.LongDate(dated.Reviewed) + "."
		case d.Head.Updated != "":
			out.Text = "Changed on " + text.LongDate(d.Head.Updated) + "."
		case dated.Published != "":
			out.Text = "Published " + text.LongDate(dated.Published) + "."
		}
	}
	return out
}

// caseNote names a case with its question: on a page of advice it shows the advice at work.
func (p *prose) caseNote(id site.NodeID) Note {
	n, c := p.Node(id), p.CaseOf(id)
	out := Note{Variant: "case", Kind: "In practice", Link: p.link(p.path, id), Mark: Mark{Number: n.Number}, Text: c.Question}
	if p.d.Kind == "case" {
		out.Kind = "Another case"
	}
	if out.Text == "" {
		out.Text = p.Doc(id).Head.Summary
	}
	out.Label = out.Kind + ": " + n.Number
	return out
}

// requestNote is what was asked and where it stands.
func (p *prose) requestNote(id site.NodeID) Note {
	q := p.asking(p.path, id)
	out := Note{Kind: "What became of it", Link: Link{Text: q.Text, Href: q.Href}, Mark: q.Mark, Status: q.Status}
	switch p.Rec(id).Standing().Bucket {
	case site.NoResponse, site.Considered, site.Agreed, site.UnderWay, site.NotYet:
		out.Variant, out.Kind = "open", "Still open"
	}
	out.Label = out.Kind + ": " + q.Mark.Number + " " + q.Mark.Key
	parts := slices.DeleteFunc([]string{q.Since, q.To}, func(s string) bool { return s == "" })
	if line := strings.Join(parts, ", "); line != "" {
		out.Text = upper(line) + "."
	}
	return out
}

// longestDefinition is how many characters of a definition stand in the margin, where the word leads to the whole of it.
const longestDefinition = 420

// definitions are the glossary's words as the margin explains them: without links, so the same on every page.
func (p *Pages) definitions() map[site.NodeID]template.HTML {
	out := map[site.NodeID]template.HTML{}
	for _, id := range p.OfKind("term") {
		n := p.Node(id)
		said := words(p.prose("", n.Doc, false).html(p.Docs[n.Doc].Body))
		out[id] = template.HTML("<p>" + template.HTMLEscapeString(text.Clip(said, longestDefinition)) + "</p>")
	}
	return out
}
