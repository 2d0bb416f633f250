package render

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
)

// ldArticle is a page of guidance, or what a panel said: the page, which was reviewed, and the article on it.
func (p *Pages) ldArticle(w *jsonLD, a *about, types ...string) {
	id, doc := a.Route.Node, a.node.Doc
	dated := content.DatedOf(a.doc.Entity)
	main := a.Path + "#main"
	p.ldThing(w, a, "WebPage")
	p.ldWithin(w, a)
	if reviewed := p.Reviewed(dated); reviewed != "" {
		w.text("lastReviewed", reviewed)
		if a.inherits.Owner != site.None {
			w.named("reviewedBy", "Organization", p.Node(a.inherits.Owner).Title)
		}
	}
	w.open("mainEntity", types[0])
	w.local("@id", main)
	w.close()
	w.close()
	w.open("", types...)
	w.local("@id", main)
	w.text("headline", a.node.Title)
	w.text("abstract", a.doc.Head.Summary)
	w.text("datePublished", a.issued)
	w.text("dateModified", a.modified)
	p.ldAuthors(w, a.credits)
	p.ldOrganisation(w, "publisher")
	var shown []content.Rel
	switch e := a.doc.Entity.(type) {
	case *content.Guide:
		shown = e.Exemplifies
		w.text("learningResourceType", e.PageType)
	case *content.Insight:
		shown = e.Exemplifies
	}
	p.ldNodes(w, "about", append(p.Rels(doc, shown), a.themes...))
	w.text("keywords", strings.Join(a.keywords, ", "))
	p.ldCitations(w, a)
	w.text("license", a.licence)
	p.ldAudience(w, a)
	p.ldWithin(w, a)
	if a.View == "insight" {
		at := w.list("hasPart")
		for _, rec := range p.RecsOf(id) {
			p.ldNode(w, "", rec)
		}
		w.end(at)
	}
	p.ldPicture(w, a)
	w.close()
}

func (p *Pages) ldStory(w *jsonLD, a *about) {
	s := a.doc.Entity.(*content.Story)
	p.ldThing(w, a, "BlogPosting")
	w.text("headline", a.node.Title)
	w.text("abstract", a.doc.Head.Summary)
	w.text("datePublished", a.issued)
	w.text("dateModified", a.modified)
	p.ldAuthors(w, a.credits)
	p.ldOrganisation(w, "publisher")
	p.ldNodes(w, "about", append(p.Rels(a.node.Doc, s.About), a.themes...))
	p.ldCitations(w, a)
	w.text("license", a.licence)
	p.ldWithin(w, a)
	p.ldPicture(w, a)
	w.close()
}

// ldTerm is a principle, of its framework, or a theme.
func (p *Pages) ldTerm(w *jsonLD, a *about) {
	p.ldThing(w, a, "DefinedTerm")
	p.ldAka(w, a.doc.Head.Aka)
	w.text("description", a.Description)
	w.text("termCode", a.node.ID)
	if a.View == "theme" {
		if _, ok := p.Site.Route("themes/"); ok {
			w.item("inDefinedTermSet", "DefinedTermSet", "themes/", p.kindName("theme"))
		}
	} else {
		p.ldNodes(w, "inDefinedTermSet", p.frameworksOf(a.Route.Node))
	}
	w.local("mainEntityOfPage", a.Path)
	w.close()
}

// kindName is what the listing of a kind is called.
func (p *Pages) kindName(kind string) string {
	if d, _ := p.Intro(kind); d != nil {
		return d.Head.Title
	}
	k, _ := content.KindNamed(kind)
	return k.ListTitle()
}

func (p *Pages) ldAka(w *jsonLD, aka []string) {
	at := w.list("alternateName")
	for _, name := range aka {
		w.text("", name)
	}
	w.end(at)
}

func (p *Pages) ldFramework(w *jsonLD, a *about) {
	f := a.doc.Entity.(*content.Framework)
	p.ldThing(w, a, "DefinedTermSet")
	w.text("description", a.Description)
	ids, _ := p.principlesOf(a.node.Doc, f)
	p.ldNodes(w, "hasDefinedTerm", ids)
	if ref := p.Rel(a.node.Doc, f.Reference); ref != site.None {
		w.item("citation", "CreativeWork", p.Href(ref), p.Reference(ref).Title)
	}
	p.ldWithin(w, a)
	w.close()
}

func (p *Pages) ldGlossary(w *jsonLD, a *about) {
	v, _ := a.view.(Glossary)
	p.ldThing(w, a, "DefinedTermSet")
	w.text("description", a.Description)
	p.ldWithin(w, a)
	at := w.list("hasDefinedTerm")
	for _, g := range v.Groups {
		for _, t := range g.Terms {
			w.open("", "DefinedTerm")
			w.local("@id", a.Path+"#"+t.ID)
			w.text("name", t.Term)
			if t.Aka != "" {
				p.ldAka(w, strings.Split(t.Aka, ", "))
			}
			w.said("description", t.HTML, mostWords)
			w.close()
		}
	}
	w.end(at)
	w.close()
}

func (p *Pages) ldPerson(w *jsonLD, a *about) {
	person := a.doc.Entity.(*content.Person)
	p.ldThing(w, a, "ProfilePage")
	p.ldWithin(w, a)
	w.open("mainEntity", "Person")
	w.local("@id", p.ldID(a.Route.Node))
	w.text("name", person.Name)
	if person.ORCID != "" {
		w.text("sameAs", "https://orcid.org/"+person.ORCID)
	}
	w.close()
	w.close()
}
