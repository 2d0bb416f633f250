package render

import (
	"html/template"
	"strconv"
	"strings"
	"sync/atomic"

	"casebook/internal/cite"
	"casebook/internal/site"
	"casebook/internal/text"
)

// citeBlock is how others cite a work, one of its recommendations or a theme, as plain text in two styles, with its files.
func (p *Pages) citeBlock(from string, id site.NodeID) CiteBlock {
	n, of := p.Node(id), id
	if n.Kind == "recommendation" {
		of = n.Parent
	}
	if !p.HasWorks(of) {
		return CiteBlock{}
	}
	r := p.cited(of)
	if of != id {
		r = p.PartOf(r, id)
	}
	other := cite.APA
	if p.Style() == cite.APA {
		other = cite.Harvard
	}
	works := p.worksOf(of)
	b := CiteBlock{
		Heading: "Cite this " + n.Kind, Style: styleName(p.Style()), HTML: citeText(r, p.Style()),
		Other: CiteText{Style: styleName(other), HTML: citeText(r, other)}, Exports: p.citeFiles(from, of, works), Licence: p.licenceNamed(p.Inherited(of).Licence),
	}
	switch kind := p.Node(of).Kind; kind {
	case "case", "insight":
		if recs := works - 1; recs > 0 {
			word := "recommendation"
			if kind == "insight" {
				word = "suggestion"
			}
			b.Files = "For reference managers, the " + kind + " with its " + text.Count(recs, word, word+"s") + ":"
		}
	case "theme":
		b.Files = "For reference managers, the guidance, projects and accounts under this theme:"
	}
	return b
}

func styleName(style cite.Style) string {
	switch style {
	case cite.APA:
		return "APA, 7th edition"
	case cite.HarvardCiteThemRight10:
		return "Harvard (Cite Them Right, 10th edition)"
	}
	return "Harvard (Cite Them Right)"
}

// citeText is an entry as plain text with titles in italics. Its address is no link, so that all of it is selected at once.
func citeText(r cite.Reference, style cite.Style) template.HTML {
	b := make([]byte, 0, 1<<10)
	for _, run := range cite.Entry(r, style, "") {
		switch {
		case run.URL != "":
			b = appendBreakable(b, run.Text)
		case run.Italic:
			b = append(b, "<i>"...)
			b = append(b, template.HTMLEscapeString(run.Text)...)
			b = append(b, "</i>"...)
		default:
			b = append(b, template.HTMLEscapeString(run.Text)...)
		}
	}
	return template.HTML(b)
}

// appendBreakable writes a long address, which may break after its slashes.
func appendBreakable(b []byte, address string) []byte {
	scheme, rest, ok := strings.Cut(template.HTMLEscapeString(address), "://")
	b = append(b, scheme...)
	if !ok {
		return b
	}
	b = append(b, "://"...)
	for part := range strings.SplitAfterSeq(rest, "/") {
		if part != "" {
			b = append(append(b, "<wbr>"...), part...)
		}
	}
	return b
}

// citedWorks hold how each item is cited, by node, made when first asked for: a case and its recommendations are one work.
type citedWorks struct {
	known []atomic.Pointer[cite.Reference]
}

func (p *Pages) cited(id site.NodeID) cite.Reference {
	at := &p.records.cites.known[id]
	if r := at.Load(); r != nil {
		return *r
	}
	r := p.Work(id)
	at.Store(&r)
	return r
}

// entrySize is how many bytes an entry takes in a file for reference managers, about. The files of items are written beside
// the pages and not before them, so their size is reckoned: writing each twice would take longer than its page.
const entrySize = 480

// citeFiles are the files of an item for reference managers, in which there are so many works.
func (p *Pages) citeFiles(from string, id site.NodeID, works int) []Link {
	at, size := p.URL(from, p.CitationPath(id)), fileSize(entrySize)
	if works > 1 {
		size = "about " + fileSize(max(1, (works*entrySize+512)>>10)<<10) // to the nearest, as it is no more than about
	}
	formats := cite.Formats()
	out := make([]Link, 0, len(formats))
	for _, f := range formats {
		out = append(out, Link{Text: f.Name + ", " + size, Href: at + f.Ext})
	}
	return out
}

// worksOf is how many entries the citation files of an item have.
func (p *Pages) worksOf(id site.NodeID) int {
	switch p.Node(id).Kind {
	case "case", "insight":
		return 1 + len(p.RecsOf(id))
	case "theme":
		n := len(p.records.themes()[id])
		for _, kind := range []string{"guide", "insight", "story"} {
			n += len(p.Everything(id, kind))
		}
		return n
	}
	return 1
}

// citeFilesAt are files of these sizes, one of each format; base is their path without the extension.
func (p *Pages) citeFilesAt(from, base string, sizes []int) []Link {
	formats := cite.Formats()
	var out []Link
	for i, size := range sizes {
		out = append(out, Link{Text: formats[i].Name + ", " + fileSize(size), Href: p.URL(from, base+formats[i].Ext)})
	}
	return out
}

// sizesOf are the sizes of the files that hold refs, one of each format.
func sizesOf(refs []cite.Reference) []int {
	var sizes []int
	b := make([]byte, 0, 4096)
	for _, f := range cite.Formats() {
		b = f.Append(b[:0], refs)
		sizes = append(sizes, len(b))
	}
	return sizes
}

// fileSize is "under 1 KB", "2 KB" or "1.4 MB".
func fileSize(n int) string {
	if n < 1<<10 {
		return "under 1 KB"
	}
	if n >= 1<<20 {
		return decimal(float64(int64(n)*10/(1<<20))/10) + " MB"
	}
	return strconv.Itoa((n+1023)/1024) + " KB"
}
