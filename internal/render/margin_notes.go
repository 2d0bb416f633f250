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

// annotated is something that has its note on the page. The same page may be named for itself and as the keeper of facts.
type annotated struct {
	node  site.NodeID
	field string // the fact of it that is printed, by its name in the file; "" for the page itself
	value string // the fact as it is printed
}

// named are what some pieces name that is worth a note and that the page has not had, in the order of the text.
func (p *prose) named(pieces []content.Piece) []annotated {
	var out []annotated
	for _, piece := range pieces {
		if piece.Ref < 0 || piece.Hole == content.Close {
			continue
		}
		for ref := piece.Ref; ref < piece.Ref+max(p.d.Refs[piece.Ref].Said().Count, 1); ref++ {
			if about, ok := p.worthNoting(ref); ok {
				out = append(out, about)
			}
		}
	}
	return out
}

// full are notes that say all they have to say, each by itself.
func (p *prose) full(about []annotated) []Note {
	var out []Note
	for _, a := range about {
		out = append(out, p.note(a))
	}
	return out
}

// short are notes that name a thing and where it stands, those of a kind together: a case by its title and number, a request
// with its status, a work by author and title, with a link to the rest.
func (p *prose) short(about []annotated) []Note {
	var out []Note
	var works []site.NodeID
	at := 0 // where the works stand, which are one note
	for _, a := range about {
		if p.Node(a.node).Kind == "reference" {
			if len(works) == 0 {
				at = len(out)
			}
			works = append(works, a.node)
			continue
		}
		n := p.note(a)
		if a.field != "" || len(n.Items) == 0 { // a fact, a word
			out = append(out, n)
			continue
		}
		n.Text = ""
		same := slices.IndexFunc(out, func(o Note) bool { return o.Kind == n.Kind && len(o.Items) > 0 })
		if same < 0 {
			out = append(out, n)
			continue
		}
		out[same].Items = append(out[same].Items, n.Items...)
		out[same].Label = n.Kind
	}
	if len(works) > 0 {
		out = slices.Insert(out, at, p.shortNote(works))
	}
	return out
}

// worthNoting is what a reference names when there is a note on it that the page has not had. What is not published and
// what was withdrawn has none, and a page has none on itself.
func (p *prose) worthNoting(ref int) (annotated, bool) {
	t := p.Target(p.doc, int32(ref))
	if t.Node == site.None || t.File >= 0 {
		return annotated{}, false
	}
	n, about := p.Node(t.Node), annotated{node: t.Node}
	if t.Text != "" {
		name := p.d.Refs[ref].Name
		about.field, about.value = strings.TrimSpace(name[strings.LastIndexByte(name, '.')+1:]), t.Text
	}
	if n.State == site.Withdrawn || n.Doc == p.doc || slices.Contains(p.noted, about) {
		return annotated{}, false
	}
	switch {
	case about.field != "", n.Kind == "reference", n.Kind == "term", n.Kind == "case":
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
	case about.field != "":
		return p.factNote(about)
	case n.Kind == "reference":
		return p.sourceNote(about.node)
	case n.Kind == "term":
		return p.wordNote(about.node)
	case n.Kind == "case":
		return p.caseNote(about.node)
	}
	return p.requestNote(about.node)
}

// sourceNote is a work as the reference list has it.
func (p *prose) sourceNote(id site.NodeID) Note {
	entry := p.records.works()[id].entry
	if suffix := p.suffixes[p.Reference(id).Key]; suffix != "" {
		entry = entryHTML(p.Reference(id), p.Style(), suffix)
	}
	return Note{Kind: "Source", Label: "Source: " + p.called(id), HTML: "<p>" + entry + "</p>"}
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

// factNote says which fact the sentence prints, where it is kept and when that was last known to be right.
func (p *prose) factNote(about annotated) Note {
	d := p.Doc(about.node)
	name := strings.NewReplacer("_", " ", "-", " ").Replace(about.field)
	out := Note{Kind: "Fact: " + name, Label: "Fact: " + name + ", " + p.Node(about.node).Title}
	out.Items = []NoteItem{{Before: about.value + ", kept on", Link: p.link(p.path, about.node)}}
	if g, ok := d.Entity.(*content.Programme); ok && g.Reviewed != "" && g.Reviewed <= p.Today {
		out.Text = "Checked on " + text.LongDate(g.Reviewed) + "."
	}
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
	out := Note{Variant: "case", Kind: "In practice", Items: []NoteItem{{Link: p.link(p.path, id), Mark: Mark{Number: n.Number}}}, Text: c.Question}
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
	out := Note{Kind: "What became of it", Items: []NoteItem{{Link: Link{Text: q.Text, Href: q.Href}, Mark: q.Mark, Status: q.Status}}}
	switch p.Rec(id).Bucket() {
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

// wordNote is what a word means, in one sentence, with the way to the rest.
func (p *prose) wordNote(id site.NodeID) Note {
	title, says := p.Node(id).Title, p.records.terms()[id]
	out := Note{Kind: text.UpperFirst(title), Label: "Word: " + title, HTML: says.html}
	if says.more {
		out.Items = []NoteItem{{Link: Link{Text: "More on " + title, Href: p.hrefTo(p.Href(id))}}}
	}
	return out
}

// longestDefinition is how many characters of a definition stand in the margin, where a link leads to the whole of it.
const longestDefinition = 240

// definition is a word of the glossary as the margin explains it: without links, so the same on every page.
type definition struct {
	html template.HTML
	more bool // the glossary says more
}

// definitions are the first sentences of the glossary's words.
func (p *Pages) definitions() map[site.NodeID]definition {
	out := map[site.NodeID]definition{}
	for _, id := range p.OfKind("term") {
		n := p.Node(id)
		said := words(p.prose("", n.Doc, false).html(p.Docs[n.Doc].Body))
		first := text.Clip(text.FirstSentence(said), longestDefinition)
		out[id] = definition{template.HTML("<p>" + template.HTMLEscapeString(first) + "</p>"), first != text.Plain(said)}
	}
	return out
}
