package render

import (
	"strings"

	"casebook/internal/site"
)

// linkedData writes what a page is in the words of https://schema.org: the thing itself, then the way to it. A thing's @id is the
// address of its page; of what a WebPage is about, the address of the page's main part. Both are there to be followed.
func (p *Pages) linkedData(out []byte, a *about) []byte {
	w := &jsonLD{out: append(out, `{"@context":"https://schema.org","@graph":[`...), base: p.base}
	switch a.View {
	case "home":
		p.ldSite(w, a)
	case "case":
		p.ldCase(w, a)
	case "recommendation":
		p.ldRecommendation(w, a)
	case "guide":
		p.ldArticle(w, a, "Article", "LearningResource")
	case "insight":
		p.ldArticle(w, a, "Article")
	case "story":
		p.ldStory(w, a)
	case "journey":
		p.ldJourney(w, a)
	case "framework":
		p.ldFramework(w, a)
	case "principle", "theme":
		p.ldTerm(w, a)
	case "method":
		p.ldMethod(w, a)
	case "opportunity":
		p.ldOpportunity(w, a)
	case "event":
		p.ldEvent(w, a)
	case "glossary":
		p.ldGlossary(w, a)
	case "person":
		p.ldPerson(w, a)
	case "data":
		p.ldData(w, a)
	case "page", "question", "notice", "statement":
		p.ldPage(w, a, "WebPage")
		w.close()
	case "translation":
		p.ldPage(w, a, "WebPage")
		w.open("translationOfWork", "WebPage")
		w.local("@id", a.node.Path)
		w.close()
		w.close()
	case "contacts":
		p.ldPage(w, a, "ContactPage")
		w.close()
	default:
		p.ldList(w, a)
	}
	p.ldTrace(w, a)
	return append(w.out, `]}`...)
}

// ldThing begins the thing that a page is, with what everything has; the caller closes it.
func (p *Pages) ldThing(w *jsonLD, a *about, types ...string) {
	w.open("", types...)
	w.local("@id", a.Path)
	w.text("name", a.PageTitle)
}

// ldPage begins a page as such; the caller closes it.
func (p *Pages) ldPage(w *jsonLD, a *about, types ...string) {
	p.ldThing(w, a, types...)
	w.text("description", a.Description)
	w.text("datePublished", a.issued)
	w.text("dateModified", a.modified)
	p.ldWithin(w, a)
}

// ldWithin says in which language a thing is and to which site it belongs.
func (p *Pages) ldWithin(w *jsonLD, a *about) {
	w.text("inLanguage", a.Lang)
	w.open("isPartOf", "WebSite")
	w.local("@id", "")
	w.close()
}

// ldSite is the front page: the library and who keeps it.
func (p *Pages) ldSite(w *jsonLD, a *about) {
	w.open("", "WebSite")
	w.local("@id", "")
	w.local("url", "")
	w.text("name", p.Settings.Title)
	w.text("description", a.Description)
	w.text("inLanguage", p.Settings.Language)
	p.ldOrganisation(w, "publisher")
	if _, ok := p.Site.Route("search/"); ok {
		w.open("potentialAction", "SearchAction")
		w.open("target", "EntryPoint")
		w.text("urlTemplate", p.address("search/")+"?q={search_term_string}")
		w.close()
		w.text("query-input", "required name=search_term_string")
		w.close()
	}
	w.close()
}

func (p *Pages) ldOrganisation(w *jsonLD, key string) {
	w.named(key, "CollegeOrUniversity", p.Settings.Organisation)
}

// schemaTypes are what the things of each kind are where another one names them.
var schemaTypes = map[string]string{
	"case": "Report", "recommendation": "CreativeWork", "guide": "Article", "insight": "Article", "story": "BlogPosting",
	"journey": "ItemList", "framework": "DefinedTermSet", "principle": "DefinedTerm", "theme": "DefinedTerm", "term": "DefinedTerm",
	"method": "HowTo", "unit": "Organization", "programme": "Organization", "event": "EducationEvent", "person": "Person",
	"opportunity": "Grant", "question": "WebPage", "page": "WebPage", "statement": "WebPage", "notice": "WebPage", "ask": "CollectionPage",
}

// ldNode names a node; nothing for one that may not be named.
func (p *Pages) ldNode(w *jsonLD, key string, id site.NodeID) {
	if !p.Visible(id) {
		return
	}
	n := p.Node(id)
	kind := schemaTypes[n.Kind]
	if kind == "" {
		kind = "Thing"
		if isWord(n.Kind) {
			kind = "DefinedTerm"
		}
	}
	w.item(key, kind, p.ldID(id), n.Title)
}

// ldID is the path, with anchor, that identifies a node; "" for a word without a page.
func (p *Pages) ldID(id site.NodeID) string {
	n := p.Node(id)
	switch n.Kind {
	case "guide", "insight", "person", "unit", "programme":
	default:
		if !isWord(n.Kind) {
			return p.Href(id)
		}
	}
	if !n.Page {
		return ""
	}
	return n.Path + "#main"
}

func (p *Pages) ldNodes(w *jsonLD, key string, ids []site.NodeID) {
	at := w.list(key)
	for _, id := range ids {
		p.ldNode(w, "", id)
	}
	w.end(at)
}

// ldAuthors are the people who may be named, then what stands for the others.
func (p *Pages) ldAuthors(w *jsonLD, c credits) {
	at := w.list("author")
	for _, one := range c.authors {
		p.ldPersonNamed(w, one)
	}
	switch {
	case c.whole:
	case c.body != site.None:
		p.ldNode(w, "", c.body)
	case len(c.authors) == 0:
		p.ldOrganisation(w, "")
	}
	w.end(at)
	at = w.list("contributor")
	for _, one := range c.partners {
		p.ldPersonNamed(w, one)
	}
	w.end(at)
}

func (p *Pages) ldPersonNamed(w *jsonLD, c credit) {
	w.open("", "Person")
	if c.Page != site.None {
		w.local("@id", p.ldID(c.Page))
	}
	w.text("name", c.Shown)
	if c.orcid != "" {
		w.text("sameAs", "https://orcid.org/"+c.orcid)
	}
	w.named("affiliation", "Organization", c.affiliation)
	w.close()
}

// sourceTypes are what references are, by their CSL type.
var sourceTypes = map[string]string{
	"article-journal": "ScholarlyArticle", "article-magazine": "Article", "article-newspaper": "NewsArticle", "book": "Book",
	"chapter": "Chapter", "report": "Report", "thesis": "Thesis", "webpage": "WebPage", "dataset": "Dataset",
}

// ldCitations are the works that an item cites, each with its place in the bibliography.
func (p *Pages) ldCitations(w *jsonLD, a *about) {
	at := w.list("citation")
	for _, ref := range a.sources {
		r := p.Reference(ref)
		kind := sourceTypes[r.Type]
		if kind == "" {
			kind = "CreativeWork"
		}
		w.open("", kind)
		w.local("@id", p.Href(ref))
		w.text("name", r.Title)
		w.text("sameAs", outside(r))
		w.close()
	}
	w.end(at)
}

// ldAudience says for whom something was written, in the words of https://schema.org/educationalRole.
func (p *Pages) ldAudience(w *jsonLD, a *about) {
	roles := []string{"staff", "student"}
	switch a.inherits.Audience {
	case "staff":
		roles = roles[:1]
	case "students":
		roles = roles[1:]
	}
	w.open("audience", "EducationalAudience")
	at := w.list("educationalRole")
	for _, r := range roles {
		w.text("", r)
	}
	w.end(at)
	w.close()
}

func (p *Pages) ldPicture(w *jsonLD, a *about) {
	if pic := p.picture(a); pic.Path != "" {
		w.local("image", pic.Path)
	}
}

// ldTrace is the way to a page from the front page, which has none.
func (p *Pages) ldTrace(w *jsonLD, a *about) {
	if a.View == "home" {
		return
	}
	w.open("", "BreadcrumbList")
	at := w.list("itemListElement")
	step := func(n int, name, path string) {
		w.open("", "ListItem")
		w.number("position", n)
		w.text("name", name)
		w.local("item", path)
		w.close()
	}
	step(1, p.Settings.Title, "")
	for i, l := range a.Trace {
		step(i+2, l.Text, fromRoot(a.Path, l.Href))
	}
	step(len(a.Trace)+2, a.PageTitle, a.Path)
	w.end(at)
	w.close()
}

// fromRoot turns a link on a page into a path from the root, as it is without --portable.
func fromRoot(from, href string) string {
	href = strings.TrimPrefix(href, site.Root(from))
	path, anchor, found := strings.Cut(href, "#")
	path = strings.TrimSuffix(path, "index.html")
	if found {
		return path + "#" + anchor
	}
	return path
}

// dayTime is a moment of front matter in ISO 8601: "2027-03-10T13:00", by the site's clock.
func dayTime(moment string) string { return strings.Replace(moment, " ", "T", 1) }
