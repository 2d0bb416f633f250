package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// prose fills the holes of one document's bodies as they appear on one page. It is made for a page and thrown away.
type prose struct {
	*Pages
	path      string // of the page
	doc       int32
	d         *content.Doc
	elsewhere bool              // the page has no reference list: citations lead to the bibliography
	suffixes  map[string]string // year letters of the references cited in the document
	noted     []annotated       // what has its note on the page already
}

// prose prepares a document's bodies for a page. own says whether the page has the document's reference list.
func (p *Pages) prose(path string, doc int32, own bool) *prose {
	pr := &prose{Pages: p, path: path, doc: doc, d: p.Docs[doc]}
	if !own {
		pr.elsewhere = true
	}
	pr.suffixes = p.yearSuffixes(pr.cited())
	return pr
}

// yearSuffixes are the letters that tell apart works of one list with the same authors and year.
func (p *Pages) yearSuffixes(ids []site.NodeID) map[string]string {
	works := p.records.works()
	var twins []cite.Reference
	for _, id := range ids {
		if works[id].twin {
			twins = append(twins, p.Reference(id))
		}
	}
	if len(twins) < 2 {
		return nil
	}
	return cite.YearSuffixes(twins)
}

// cited are the references that the document cites, each once, in the order of first mention.
func (p *prose) cited() []site.NodeID {
	var out []site.NodeID
	for i := range p.d.Refs {
		if p.d.Refs[i].Relation != "cite" {
			continue
		}
		if id := p.Target(p.doc, int32(i)).Node; id != site.None && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// html joins a body's pieces and fills its holes. It is the one place where the text of a document becomes template.HTML.
func (p *prose) html(b content.Body) template.HTML {
	if len(b.Pieces) == 1 && b.Pieces[0].Ref < 0 {
		return template.HTML(b.Pieces[0].HTML)
	}
	var out strings.Builder
	out.Grow(sizeOf(b))
	for _, piece := range b.Pieces {
		out.WriteString(piece.HTML)
		if piece.Ref >= 0 {
			p.hole(&out, piece)
		}
	}
	return template.HTML(out.String())
}

// sizeOf is about how many bytes a body takes on a page.
func sizeOf(b content.Body) int {
	const hole = 80 // bytes that most take
	size := 0
	for _, piece := range b.Pieces {
		size += len(piece.HTML) + hole
	}
	return size
}

// blocks is a body as one block of running text.
func (p *prose) blocks(b content.Body) []Block {
	if b.Empty() {
		return nil
	}
	return []Block{{HTML: p.html(b)}}
}

func (p *prose) hole(out *strings.Builder, piece content.Piece) {
	r := p.d.Refs[piece.Ref]
	t := p.Target(p.doc, int32(piece.Ref))
	switch {
	case r.Relation == "cite":
		p.citation(out, piece.Ref)
	case r.Relation == "image":
		p.image(out, r, t)
	case t.Text != "" && t.Node != site.None:
		out.WriteString(`<span class="fact">`)
		out.WriteString(template.HTMLEscapeString(t.Text))
		out.WriteString(`</span>`)
	default:
		p.anchor(out, piece.Hole, r, t)
	}
}

// anchor writes a link, or only its words when it leads to nothing published.
func (p *prose) anchor(out *strings.Builder, hole content.Hole, r content.Ref, t site.Resolved) {
	href, title := p.destination(r, t)
	if hole == content.Close {
		if href != "" {
			out.WriteString(`</a>`)
		}
		return
	}
	if href != "" {
		out.WriteString(`<a href="`)
		out.WriteString(template.HTMLEscapeString(href))
		if r.Relation == "term" {
			out.WriteString(`" class="term`)
		}
		out.WriteString(`">`)
	}
	if hole == content.Whole {
		if title == "" {
			title = r.Name
		}
		out.WriteString(template.HTMLEscapeString(title))
		if href != "" {
			out.WriteString(`</a>`)
		}
	}
}

// destination is a link's address from this page, "" when it leads nowhere, and what it is called.
func (p *prose) destination(r content.Ref, t site.Resolved) (href, title string) {
	switch {
	case t.File >= 0:
		if path := p.Published(t.File); path != "" {
			return p.URL(p.path, path), r.Name
		}
		return "", r.Name
	case t.Node == site.None:
		if t.Text != "" {
			return p.hrefTo(strings.TrimPrefix(t.Text, "./")), r.Name
		}
		return "", r.Name
	}
	n := p.Node(t.Node)
	title = n.Title
	if n.Kind == "recommendation" {
		title = strings.TrimSuffix(title, ".") // it stands in a sentence that has its own
	}
	if n.State == site.Withdrawn {
		title = n.Number
	}
	to, anchor := p.Href(t.Node), r.Said().Anchor
	switch {
	case n.Kind == "person" && !n.Page:
		return "", title
	case anchor != "" && n.Page && n.State != site.Withdrawn: // a tombstone has no headings
		to = n.Path + "#" + anchor
	}
	if tr, ok := p.TranslationIn(p.d.Lang, t.Node, anchor); ok {
		to, title = tr.Path, p.Docs[tr.Doc].Head.Title
		if anchor != "" {
			to += "#" + anchor
		}
	}
	return p.hrefTo(to), title
}

// hrefTo leads from this page to an address, which may be its own.
func (p *prose) hrefTo(to string) string {
	if to == p.path {
		return "#main"
	}
	if rest, ok := strings.CutPrefix(to, p.path+"#"); ok {
		return "#" + rest
	}
	return p.URL(p.path, to)
}

func (p *prose) image(out *strings.Builder, r content.Ref, t site.Resolved) {
	if t.File < 0 || p.Published(t.File) == "" {
		return
	}
	a := p.Attachments[t.File]
	out.WriteString(`<img src="`)
	out.WriteString(template.HTMLEscapeString(p.URL(p.path, p.Published(t.File))))
	out.WriteString(`" alt="`)
	out.WriteString(template.HTMLEscapeString(r.Said().Alt))
	if a.Width > 0 && a.Height > 0 {
		out.WriteString(`" width="` + strconv.Itoa(a.Width) + `" height="` + strconv.Itoa(a.Height))
	}
	out.WriteString(`" loading="lazy" decoding="async">`)
}

// citation writes the citations of one bracket, or a narrative one, each linked to its entry in the reference list.
func (p *prose) citation(out *strings.Builder, first int) {
	said := p.d.Refs[first].Said()
	count := max(said.Count, 1)
	if said.Narrative {
		p.oneCitation(out, first, func(c cite.Cited) string { return cite.Narrative(c, p.Style()) })
		return
	}
	out.WriteString(`<span class="ref">(`)
	for i := range count {
		if i > 0 {
			out.WriteString("; ")
		}
		p.oneCitation(out, first+i, func(c cite.Cited) string {
			return strings.TrimSuffix(strings.TrimPrefix(cite.InText([]cite.Cited{c}, p.Style()), "("), ")")
		})
	}
	out.WriteString(`)</span>`)
}

func (p *prose) oneCitation(out *strings.Builder, ref int, words func(cite.Cited) string) {
	r := p.d.Refs[ref]
	id := p.Target(p.doc, int32(ref)).Node
	if id == site.None {
		out.WriteString(template.HTMLEscapeString("@" + r.Name))
		return
	}
	reference := p.Reference(id)
	c := cite.Cited{Ref: reference, Prefix: r.Note, Locator: r.Said().Locator, Suffix: p.suffixes[reference.Key]}
	out.WriteString(`<a href="`)
	out.WriteString(template.HTMLEscapeString(p.entryAt(id)))
	out.WriteString(`">`)
	out.WriteString(template.HTMLEscapeString(words(c)))
	out.WriteString(`</a>`)
}

// entryAt is the address of a work's entry: in the page's own list, else in the bibliography.
func (p *prose) entryAt(id site.NodeID) string {
	if p.elsewhere {
		return p.URLTo(p.path, id)
	}
	return "#" + p.Node(id).Anchor
}

// references is the page's reference list, in the order of the site's style.
func (p *prose) references() []Reference { return p.entries(p.cited()) }

// entries are works as a reference list has them.
func (p *prose) entries(ids []site.NodeID) []Reference {
	works := p.records.works()
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b site.NodeID) int { return cmp.Compare(works[a].place, works[b].place) })
	var out []Reference
	for _, id := range ids {
		html := works[id].entry
		if ref := p.Reference(id); p.suffixes[ref.Key] != "" {
			html = entryHTML(ref, p.Style(), p.suffixes[ref.Key])
		}
		out = append(out, Reference{ID: p.Node(id).Anchor, HTML: html})
	}
	return out
}

// entryHTML is one entry of a reference list.
func entryHTML(ref cite.Reference, style cite.Style, suffix string) template.HTML {
	var b strings.Builder
	for _, run := range cite.Entry(ref, style, suffix) {
		words := template.HTMLEscapeString(run.Text)
		if run.Italic {
			words = "<cite>" + words + "</cite>"
		}
		if run.URL != "" {
			words = `<a href="` + template.HTMLEscapeString(run.URL) + `">` + words + `</a>`
		}
		b.WriteString(words)
	}
	return template.HTML(b.String())
}

// contents lists the headings of the second level.
func contents(headings []content.Heading) []ContentsItem {
	var out []ContentsItem
	for _, h := range headings {
		if h.Level == 2 {
			out = append(out, ContentsItem{Text: h.Text, ID: h.ID})
		}
	}
	return out
}
