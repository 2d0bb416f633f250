package render

import (
	"path"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) ldCase(w *jsonLD, a *about) {
	id, doc := a.Route.Node, a.node.Doc
	c := p.CaseOf(id)
	p.ldThing(w, a, "Report", "LearningResource")
	w.text("reportNumber", a.node.Number)
	at := w.list("identifier")
	w.text("", a.node.Number)
	if c.DOI != "" {
		w.text("", "https://doi.org/"+c.DOI)
	}
	w.end(at)
	w.text("abstract", a.doc.Head.Summary)
	p.ldAuthors(w, a.credits)
	p.ldOrganisation(w, "publisher")
	w.text("datePublished", a.issued)
	w.text("dateModified", a.modified)
	p.ldNodes(w, "about", append(p.Rels(doc, c.Studied), a.themes...))
	w.text("keywords", strings.Join(a.keywords, ", "))
	p.ldWithin(w, a)
	p.ldNodes(w, "isBasedOn", p.Rels(doc, c.BuildsOn))
	at = w.list("hasPart")
	for _, rec := range p.RecsOf(id) {
		n := p.Node(rec)
		w.open("", "CreativeWork")
		w.local("@id", n.Path)
		w.number("position", int(n.Part)+1)
		w.text("text", n.Title)
		w.close()
	}
	w.end(at)
	p.ldCitations(w, a)
	p.ldFunding(w, doc, c)
	w.text("license", a.licence)
	p.ldOutputs(w, doc, c)
	p.ldPicture(w, a)
	w.close()
}

// ldFunding is who paid: the opportunity or programme, else the words typed.
func (p *Pages) ldFunding(w *jsonLD, doc int32, c *content.Case) {
	if c.Funding == "" {
		return
	}
	payer, _, _ := strings.Cut(c.Funding, ",")
	by := p.Rel(doc, c.FundedBy)
	w.open("funding", "Grant")
	switch {
	case p.Visible(by) && p.Node(by).Kind == "opportunity":
		w.local("@id", p.ldID(by))
	case p.Visible(by):
		p.ldNode(w, "funder", by)
	default:
		w.named("funder", "Organization", payer)
	}
	w.text("name", c.Funding)
	w.close()
}

// mediaTypes are what a project's files are (https://www.iana.org/assignments/media-types).
var mediaTypes = map[string]string{
	".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml",
	".csv": "text/csv", ".json": "application/json", ".ris": "application/x-research-info-systems", ".bib": "application/x-bibtex", ".txt": "text/plain", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".zip": "application/zip",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

func (p *Pages) ldOutputs(w *jsonLD, doc int32, c *content.Case) {
	at := w.list("encoding")
	for _, o := range c.Outputs {
		file := p.outputFile(doc, o)
		if file < 0 && o.URL == "" {
			continue
		}
		w.open("", "MediaObject")
		w.text("name", o.Title)
		if file >= 0 {
			w.local("contentUrl", p.Published(file))
			w.text("encodingFormat", mediaTypes[path.Ext(p.Published(file))])
			w.text("contentSize", strconv.FormatInt(p.Attachments[file].Size, 10))
		} else {
			w.text("contentUrl", o.URL)
		}
		w.close()
	}
	w.end(at)
}

// mostWords is how many characters of a response stand in the data; its page has all of them.
const mostWords = 500

func (p *Pages) ldRecommendation(w *jsonLD, a *about) {
	id := a.Route.Node
	rec, parent := p.Rec(id), a.node.Parent
	p.ldThing(w, a, "CreativeWork")
	w.text("text", a.node.Title)
	w.text("identifier", a.node.Number+"/"+a.node.Key)
	w.number("position", int(a.node.Part)+1)
	p.ldNode(w, "isPartOf", parent)
	p.ldAuthors(w, a.credits)
	w.text("datePublished", a.issued)
	w.text("dateModified", a.modified)
	w.text("inLanguage", a.Lang)
	p.ldNodes(w, "about", a.themes)
	at := w.list("audience")
	for _, unit := range rec.For {
		w.item("", "Audience", p.ldID(unit), p.Node(unit).Title)
	}
	w.end(at)
	w.text("creativeWorkStatus", statusLine(p.statusOf(rec)))
	w.text("license", a.licence)
	v, _ := a.view.(Recommendation)
	at = w.list("comment")
	for _, e := range v.Trail {
		if e.ID != "" {
			p.ldResponse(w, a, e, rec)
		}
	}
	w.end(at)
	w.close()
}

func statusLine(s Status) string {
	if s.How == "" {
		return s.Word
	}
	return s.Word + ", " + s.How
}

// ldResponse is an answer in its author's words, or what was decided where there are none.
func (p *Pages) ldResponse(w *jsonLD, a *about, e TrailEntry, rec *site.RecState) {
	w.open("", "Comment")
	w.local("@id", a.Path+"#"+e.ID)
	if e.HTML != "" {
		w.said("text", e.HTML, mostWords)
	} else {
		w.text("text", e.Word)
	}
	w.text("dateCreated", e.Date.ISO)
	for _, answer := range rec.Answers {
		if p.Node(answer.Node).Anchor != e.ID {
			continue
		}
		if answer.By != site.None {
			p.ldNode(w, "author", answer.By)
		} else {
			w.named("author", "Organization", text.UpperFirst(p.who(answer)))
		}
		break
	}
	w.open("parentItem", "CreativeWork")
	w.local("@id", a.Path)
	w.close()
	w.close()
}
