package render

import (
	"html/template"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

type fragmentKey struct {
	root    string
	section string
	own     bool   // the page has a search box of its own
	lang    string // of the fragments, on a page in another language; else empty
}

type fragmentSet struct{ assets, masthead, help, footer template.HTML }

func (p *Pages) fragmentsFor(r site.Route, build bool) (fragmentSet, error) {
	key := fragmentKey{root: site.Root(r.Path), section: p.sectionOf(r), own: r.Path == "" || r.Path == site.SearchPath}
	if r.View == "translation" {
		key.lang = p.Settings.Language
	}
	f, ok := p.fragments[key]
	if ok || !build {
		return f, nil
	}
	f, err := p.makeFragments(key)
	if err != nil {
		return f, err
	}
	p.fragments[key] = f
	return f, nil
}

func (p *Pages) makeFragments(key fragmentKey) (fragmentSet, error) {
	to := func(path string) string { return key.root + strings.TrimPrefix(p.URL("", path), "./") }
	var f fragmentSet
	var err error
	render := func(name string, data any) template.HTML {
		if err != nil {
			return ""
		}
		var out template.HTML
		out, err = Fragment(p.set, name, data)
		return out
	}
	assets := Assets{Stylesheet: key.root + p.assets.Stylesheet}
	if p.assets.Script != "" {
		assets.Script = key.root + p.assets.Script
	}
	if p.assets.Module != "" {
		assets.Module, assets.FromDisk = key.root+p.assets.Module, p.Portable
	}
	if p.assets.Icon != "" {
		assets.Icon = key.root + p.assets.Icon
	}
	if p.BaseURL != "" && p.has("search/") {
		assets.Search = Link{Text: p.Settings.Title, Href: key.root + site.OpenSearchPath}
	}
	f.assets = render("assets", assets)
	dir := text.Direction(key.lang)
	head := Masthead{Lang: key.lang, Dir: dir, Home: Link{Text: p.Settings.Title, Href: to("")}, Of: p.Settings.Organisation}
	for _, n := range p.nav {
		path := strings.TrimPrefix(n.Value, "/")
		link := Link{Text: n.Name, Href: n.Value}
		if !strings.Contains(n.Value, "://") {
			link = Link{Text: n.Name, Href: to(path), Current: path == key.section && path != ""}
		}
		head.Nav = append(head.Nav, link)
	}
	if _, ok := p.Route(site.SearchPath); ok && !key.own {
		head.SearchHref = to(site.SearchPath)
	}
	f.masthead = render("masthead", head)
	help, footer := p.help(to), p.footer(to)
	help.Lang, footer.Lang = key.lang, key.lang
	help.Dir, footer.Dir = dir, dir
	f.help = render("help", help)
	f.footer = render("footer", footer)
	return f, err
}

// help is the root contact as the end of every page shows it.
func (p *Pages) help(to func(string) string) Help {
	if p.Site.Root == site.None {
		return Help{}
	}
	c := p.Doc(p.Site.Root).Entity.(*content.Contact)
	h := Help{Contact: Link{Text: lower(c.Title), Href: to(p.Href(p.Site.Root))}}
	switch {
	case c.Email != "":
		h.Contact.Href = "mailto:" + c.Email
	case c.FormAddress != "":
		h.Contact.Href = c.FormAddress
	}
	if c.ResponseTime != "" {
		h.Promise = "we answer " + strings.TrimSuffix(lower(c.ResponseTime), ".")
	}
	return h
}

func (p *Pages) footer(to func(string) string) Footer {
	has := func(path string) bool { _, ok := p.Route(path); return ok && !p.nothingIn(path) }
	read := FooterColumn{Heading: "Read"}
	for _, j := range firstOf(p.OfKind("journey"), mostFooter) {
		if len(p.Steps(j)) == 0 {
			continue // none of its pages is public
		}
		read.Links = append(read.Links, Link{Text: p.Nodes[j].Title, Href: to(p.Href(j))})
	}
	lists := func(c *FooterColumn, items ...Link) {
		for _, l := range items {
			if has(l.Href) {
				c.Links = append(c.Links, Link{Text: l.Text, Href: to(l.Href)})
			}
		}
	}
	if len(p.OfKind("journey")) > mostFooter {
		lists(&read, Link{Text: "All journeys", Href: "journeys/"})
	}
	lists(&read, Link{Text: "Methods", Href: "methods/"}, Link{Text: "Glossary", Href: "glossary/"}, Link{Text: "Bibliography", Href: "bibliography/"})
	look := FooterColumn{Heading: "Look up"}
	lists(&look, Link{Text: "Cases", Href: "cases/"}, Link{Text: "Themes", Href: "themes/"}, Link{Text: "Response register", Href: "responses/"},
		Link{Text: p.listTitle("ask"), Href: "asks/"}, Link{Text: "Departments and services", Href: "units/"}, Link{Text: "Formerly filed under", Href: "themes/formerly/"},
		Link{Text: "What has been studied", Href: coveragePath}, Link{Text: timelineTitle, Href: "timeline/"}, Link{Text: "A to Z", Href: indexPath},
		Link{Text: changesTitle, Href: "changes/"})
	part := FooterColumn{Heading: "Take part"}
	for _, kind := range []string{"opportunity", "event", "question", "insight", "story", "notice"} {
		k, _ := content.KindNamed(kind)
		lists(&part, Link{Text: p.listTitle(kind), Href: k.Folder + "/"})
	}
	principles := FooterColumn{Heading: "Principles"}
	for _, f := range firstOf(p.OfKind("framework"), mostFooter) {
		principles.Links = append(principles.Links, Link{Text: p.Nodes[f].Title, Href: to(p.Href(f))})
	}
	lists(&principles, Link{Text: "Compare the frameworks", Href: "principles/compare/"})
	about := FooterColumn{Heading: "About"}
	for _, id := range firstOf(p.OfKind("page"), 2*mostFooter) {
		if strings.Count(p.Nodes[id].Path, "/") == 1 { // those below a page are reached from it
			about.Links = append(about.Links, Link{Text: p.Nodes[id].Title, Href: to(p.Href(id))})
		}
	}
	for _, id := range p.OfKind("statement") {
		about.Links = append(about.Links, Link{Text: p.Nodes[id].Title, Href: to(p.Href(id))})
	}
	lists(&about, Link{Text: "Programmes", Href: "programmes/"}, Link{Text: "People", Href: "people/"}, Link{Text: "Contact", Href: "contact/"},
		Link{Text: feedsTitle, Href: "feeds/"}, Link{Text: dataTitle, Href: "data/"})
	f := Footer{BuiltOn: p.builtOn}
	for _, c := range []FooterColumn{read, look, part, principles, about} {
		if len(c.Links) > 0 {
			f.Columns = append(f.Columns, c)
		}
	}
	if p.Settings.Organisation != "" {
		f.Kept = "Kept by " + withArticle(p.Settings.Organisation) + "."
	}
	f.Licence = p.licence
	return f
}

// nothingIn reports the folder of a kind of which nothing is public: its list stays for its editors, but nobody is sent there.
func (p *Pages) nothingIn(path string) bool {
	for _, k := range content.Kinds {
		if k.Folder+"/" == path {
			return len(p.OfKind(k.Name)) == 0
		}
	}
	return false
}

// mostFooter is how many things of a kind the footer, which stands on every page, names one by one.
const mostFooter = 6

func firstOf(ids []site.NodeID, n int) []site.NodeID { return ids[:min(n, len(ids))] }
