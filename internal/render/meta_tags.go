package render

import (
	"path"
	"strconv"
	"strings"

	"casebook/internal/card"
	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// tag writes <meta name> or <meta property>; nothing without a value.
func tag(out []byte, attribute, name, value string) []byte {
	if value == "" {
		return out
	}
	out = append(append(append(append(out, "<meta "...), attribute...), `="`...), name...)
	out = appendEscaped(append(out, `" content="`...), value)
	return append(out, `">`...)
}

func named(out []byte, name, value string) []byte { return tag(out, "name", name, value) }

func property(out []byte, name, value string) []byte { return tag(out, "property", name, value) }

// address is an absolute address as it stands in a link, "" without a base URL.
func (p *Pages) address(path string) string {
	if p.BaseURL == "" {
		return ""
	}
	for i := range len(path) {
		if path[i] >= 0x80 {
			return string(appendIRI([]byte(p.BaseURL+path), len(path)))
		}
	}
	return p.BaseURL + path
}

// openGraph writes the tags of https://ogp.me/ by which other services show a shared address.
func (p *Pages) openGraph(out []byte, a *about) []byte {
	kind := "website"
	switch {
	case citable(a.View):
		kind = "article"
	case a.View == "person":
		kind = "profile"
	}
	out = property(out, "og:type", kind)
	out = property(out, "og:site_name", p.Settings.Title)
	out = property(out, "og:title", a.PageTitle)
	out = property(out, "og:description", a.Description)
	out = property(out, "og:url", a.address)
	out = property(out, "og:locale", strings.ReplaceAll(a.Lang, "-", "_"))
	if pic := p.picture(a); pic.Path != "" {
		out = property(out, "og:image", p.address(pic.Path))
		out = property(out, "og:image:width", strconv.Itoa(card.Width))
		out = property(out, "og:image:height", strconv.Itoa(card.Height))
		out = property(out, "og:image:alt", pic.alt)
	}
	if kind != "article" {
		return out
	}
	out = property(out, "article:published_time", a.issued)
	out = property(out, "article:modified_time", a.modified)
	section := "Recommendations"
	if a.View != "recommendation" {
		section = p.kindName(a.node.Kind)
	}
	out = property(out, "article:section", section)
	for _, theme := range a.themes {
		out = property(out, "article:tag", p.Node(theme).Title)
	}
	return out
}

// highwire writes the tags from which Google Scholar and Zotero read a report
// (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). They stand on cases only: elsewhere they would make
// a journal article of the page.
func (p *Pages) highwire(out []byte, a *about) []byte {
	c := p.CaseOf(a.Route.Node)
	out = named(out, "citation_title", a.node.Title)
	for _, one := range a.credits.authors {
		out = named(out, "citation_author", familyFirst(one.Name))
		out = named(out, "citation_author_institution", p.Settings.Organisation)
		if one.orcid != "" {
			out = named(out, "citation_author_orcid", "https://orcid.org/"+one.orcid)
		}
	}
	out = named(out, "citation_author", p.behind(a.credits))
	day := strings.ReplaceAll(a.issued, "-", "/")
	out = named(out, "citation_publication_date", day)
	out = named(out, "citation_online_date", day)
	out = named(out, "citation_technical_report_institution", p.Settings.Organisation)
	out = named(out, "citation_technical_report_number", a.node.Number)
	out = named(out, "citation_publisher", p.Settings.Organisation)
	out = named(out, "citation_language", a.Lang)
	out = named(out, "citation_keywords", strings.Join(a.keywords, "; "))
	out = named(out, "citation_abstract", a.doc.Head.Summary)
	out = named(out, "citation_doi", c.DOI)
	out = named(out, "citation_public_url", a.address)
	out = named(out, "citation_abstract_html_url", a.address)
	out = named(out, "citation_fulltext_html_url", a.address)
	if pdf := p.pdfBeside(a.node.Doc, c); pdf != "" {
		out = named(out, "citation_pdf_url", p.address(pdf))
	}
	return out
}

// pdfBeside is the first PDF among a project's files, all of which lie beside its page; "" without one.
func (p *Pages) pdfBeside(doc int32, c *content.Case) string {
	for _, o := range c.Outputs {
		if file := p.outputFile(doc, o); file >= 0 && path.Ext(p.Published(file)) == ".pdf" {
			return p.Published(file)
		}
	}
	return ""
}

// outputFile is the published file of an output, -1 without one.
func (p *Pages) outputFile(doc int32, o content.Output) int32 {
	if o.File <= 0 {
		return -1
	}
	file := p.Target(doc, int32(o.File-1)).File
	if file < 0 || p.Published(file) == "" {
		return -1
	}
	return file
}

// dublinCore writes DCMI terms (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/) for what is cited.
func (p *Pages) dublinCore(out []byte, a *about) []byte {
	id, dated := a.Route.Node, content.DatedOf(a.doc.Entity)
	out = append(out, `<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"><link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">`...)
	out = named(out, "DC.title", a.node.Title)
	for _, one := range a.credits.authors {
		out = named(out, "DC.creator", familyFirst(one.Name))
	}
	out = named(out, "DC.creator", p.behind(a.credits))
	for _, theme := range a.themes {
		out = named(out, "DC.subject", p.Node(theme).Title)
	}
	if a.View == "recommendation" {
		out = named(out, "DC.description", a.Description)
	} else {
		out = named(out, "DC.description", a.doc.Head.Summary)
	}
	out = named(out, "DC.publisher", p.Settings.Organisation)
	out = named(out, "DC.type", "Text")
	out = named(out, "DC.identifier", a.address)
	if a.View != "recommendation" && dated.DOI != "" {
		out = named(out, "DC.identifier", "https://doi.org/"+dated.DOI)
	}
	out = named(out, "DC.language", a.Lang)
	out = named(out, "DCTERMS.issued", a.issued)
	out = named(out, "DCTERMS.modified", a.modified)
	out = named(out, "DCTERMS.valid", validity(dated.Expires))
	out = named(out, "DCTERMS.license", a.licence)
	if a.View == "guide" { // what students wrote is theirs
		out = named(out, "DCTERMS.rightsHolder", p.Settings.Organisation)
	}
	out = named(out, "DCTERMS.audience", forAudience(a.inherits.Audience))
	if a.address == "" {
		return out
	}
	whole := "" // the library
	if a.node.Parent != site.None {
		whole = p.Node(a.node.Parent).Path
	} else if p.Visible(a.credits.body) {
		whole = p.Href(a.credits.body)
	}
	out = named(out, "DCTERMS.isPartOf", p.address(whole))
	if a.View != "recommendation" {
		for _, ref := range a.sources {
			out = named(out, "DCTERMS.references", p.sourceAddress(ref))
		}
		if old := p.Rel(a.node.Doc, dated.Supersedes); p.Visible(old) {
			out = named(out, "DCTERMS.replaces", p.address(p.Href(old)))
		}
		if by := p.SupersededBy(id); p.Visible(by) {
			out = named(out, "DCTERMS.isReplacedBy", p.address(p.Href(by)))
		}
	}
	return out
}

// validity is a period that ends, in the W3C profile of DCMI Period.
func validity(expires string) string {
	if expires == "" {
		return ""
	}
	return "end=" + expires + "; scheme=W3C-DTF;"
}

// citedBy are the references that an item's text cites.
func (p *Pages) citedBy(id site.NodeID) []site.NodeID {
	doc := p.Node(id).Doc
	return (&prose{Pages: p, doc: doc, d: p.Docs[doc]}).cited()
}

// sourceAddress is where a source can be read: its DOI, else its address, else its entry in the bibliography.
func (p *Pages) sourceAddress(id site.NodeID) string {
	if out := outside(p.Reference(id)); out != "" {
		return out
	}
	return p.address(p.Href(id))
}

// outside is the address of a source elsewhere, "" without one.
func outside(r cite.Reference) string {
	if r.DOI != "" {
		return "https://doi.org/" + r.DOI
	}
	if strings.HasPrefix(r.URL, "https://") || strings.HasPrefix(r.URL, "http://") {
		return r.URL
	}
	return ""
}
