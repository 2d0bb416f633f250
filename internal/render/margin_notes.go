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

// annotated is something that has its note on the page. The same page may be named for itself and as the keeper of a fact.
type annotated struct {
	node site.NodeID
	fact bool
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
		return Note{Kind: text.UpperFirst(n.Title), Label: "Word: " + n.Title, HTML: p.records.terms()[about.node]}
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
		list.WriteString(`<li><a href="` + template.HTMLEscapeString(p.entryAt(id)) + `">` + template.HTMLEscapeString(p.called(id)) + `</a> <cite>` + template.HTMLEscapeString(text.Curly(p.Reference(id).Title)) + `</cite></li>`)
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
		case p.Reviewed(dated) != "":
			out.Text = "Checked on " + text.LongDate(dated.Reviewed) + "."
		case p.Updated(d) != "":
			out.Text = "Changed on " + text.LongDate(p.Updated(d)) + "."
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
		out.Text = text.UpperFirst(line) + "."
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
