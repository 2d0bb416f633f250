package render

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"sync"
	"unsafe"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// AssetPaths are the addresses, from the root, of what every page loads, and of what others make beside the pages.
type AssetPaths struct {
	Stylesheet string
	Script     string
	Module     string
	Icon       string
	Data       func() Data // what stands below data/; asked for by the page about it alone
}

// Pages renders the routes of one site with one set of layouts. It is made once for each assembly, never changes, and is
// safe for many goroutines: what repeats on pages of one depth and section is rendered when it is made.
type Pages struct {
	*site.Site
	set       *Set
	assets    AssetPaths
	nav       []content.Pair
	fragments map[fragmentKey]fragmentSet
	twice     map[string]bool        // titles that pages of two kinds have
	units     map[site.NodeID]string // units' names as they stand in a sentence
	records   records                // what many pages share, each part made when the first page asks
	base      string                 // BaseURL as text in JSON
	dir       string                 // of the site's language, as Frame.Dir
	pictures  map[string]Picture     // by the path of the page that each is made for
	heads     *sync.Pool             // of *[]byte
}

type fragmentKey struct {
	root    string
	section string
	own     bool   // the page has a search box of its own
	lang    string // of the fragments, on a page in another language; else empty
}

type fragmentSet struct{ assets, masthead, help, footer template.HTML }

// New prepares the fragments for every depth and section that the site has.
func New(s *site.Site, set *Set, assets AssetPaths) (*Pages, error) {
	if assets.Data == nil {
		assets.Data = func() Data { return Data{} }
	}
	p := &Pages{
		Site: s, set: set, assets: assets, nav: navigation(s), fragments: map[fragmentKey]fragmentSet{}, twice: sharedTitles(s),
		units:    withArticles(s),
		dir:      rightToLeft(s.Settings.Language),
		records:  recordsOf(s),
		pictures: picturesOf(s),
		base:     strings.Trim(string(text.AppendJSON(nil, s.BaseURL)), `"`),
		heads:    &sync.Pool{New: func() any { return new([]byte) }},
	}
	p.records.terms = sync.OnceValue(p.definitions)
	for _, r := range s.Routes {
		if _, err := p.fragmentsFor(r, true); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Append is the HTML of one route at the end of to.
func (p *Pages) Append(to []byte, r site.Route) ([]byte, error) {
	view, err := p.View(r)
	if err != nil {
		return nil, err
	}
	page := view.(inFrame).frame()
	p.describe(&page, view)
	head := p.heads.Get().(*[]byte)
	defer p.heads.Put(head)
	*head = p.meta(append((*head)[:0], page.Head...), r, page, view)
	// Not copied: nobody writes to these bytes until the page is done.
	page.Head = template.HTML(unsafe.String(unsafe.SliceData(*head), len(*head)))
	return appendFramed(to, p.set, view, page)
}

// View is the closed view of one route.
func (p *Pages) View(r site.Route) (any, error) {
	switch r.View {
	case "home":
		return p.homeView(r), nil
	case "page":
		return p.plainView(r), nil
	case "statement":
		return p.statementView(r), nil
	case "guide":
		return p.guideView(r), nil
	case "translation":
		return p.translatedView(r), nil
	case "journey":
		return p.journeyView(r), nil
	case "framework":
		return p.frameworkView(r), nil
	case "principle":
		return p.principleView(r), nil
	case "crosswalk":
		return p.crosswalkView(r), nil
	case "case":
		return p.caseView(r), nil
	case "insight":
		return p.insightView(r), nil
	case "opportunity", "event", "story", "question", "notice":
		return p.entryView(r), nil
	case "recommendation":
		return p.recommendationView(r), nil
	case "ask":
		return p.askView(r), nil
	case "unit":
		return p.unitView(r), nil
	case "theme":
		return p.themeView(r), nil
	case "method":
		return p.methodView(r), nil
	case "programme":
		return p.programmeView(r), nil
	case "person":
		return p.personView(r), nil
	case "people":
		return p.peopleView(r), nil
	case "listing":
		return grouped(p.listingView(r)), nil
	case "year":
		return p.yearView(r), nil
	case "vocabulary":
		return p.vocabularyView(r), nil
	case "term":
		return grouped(p.vocabularyWordView(r)), nil
	case "filed":
		return grouped(p.filedView(r)), nil
	case "register":
		return p.registerView(r), nil
	case "glossary":
		return p.glossaryView(r), nil
	case "bibliography":
		return p.bibliographyView(r), nil
	case "contacts":
		return p.contactsView(r), nil
	case "formerly":
		return p.formerlyView(r), nil
	case "coverage":
		return p.coverageView(r), nil
	case "timeline":
		return p.timelineView(r), nil
	case "a-z":
		return p.aToZView(r), nil
	case "search":
		return p.searchView(r), nil
	case "changes":
		return p.changesView(r), nil
	case "feeds":
		return p.feedsView(r), nil
	case "data":
		return p.dataView(r), nil
	case "tombstone":
		return p.tombstoneView(r), nil
	case "redirect":
		return p.redirectView(r), nil
	}
	return nil, fmt.Errorf("render: no view draws %q", r.View)
}

// sharedTitles are the titles that more than one page has, such as a theme's and a unit's: each page's <title> then says its kind.
func sharedTitles(s *site.Site) map[string]bool {
	seen, out := map[string]bool{}, map[string]bool{}
	for _, r := range s.Routes {
		n := s.Node(r.Node)
		if r.Node == site.None || r.Path != n.Path || n.Kind == "recommendation" { // a redirect and a further page are of one page
			continue
		}
		if seen[n.Title] {
			out[n.Title] = true
		}
		seen[n.Title] = true
	}
	return out
}

// navigation is the menu of casebook.yaml without what the site does not have (yet), or one made of what the site holds.
func navigation(s *site.Site) []content.Pair {
	var out []content.Pair
	for _, item := range s.Settings.Navigation {
		if s.Leads(item.Value) {
			out = append(out, item)
		}
	}
	if len(s.Settings.Navigation) > 0 {
		return out
	}
	for _, item := range []struct{ kind, title, path string }{
		{"guide", "Guide", "guide/"}, {"case", "Cases", "cases/"}, {"recommendation", "Asked and answered", "responses/"},
		{"unit", "Departments and services", "units/"}, {"principle", "Principles", "principles/"}, {"theme", "Themes", "themes/"},
	} {
		if len(s.OfKind(item.kind)) > 0 {
			out = append(out, content.Pair{Name: item.title, Value: item.path})
		}
	}
	return out
}

var recommendationKey = regexp.MustCompile(`/r\d+/$`)

// sectionOf is the navigation path that a page lies under. Journeys belong to the guide, frameworks to the principles,
// recommendations and asks to the register.
func (p *Pages) sectionOf(path string) string {
	for from, to := range map[string]string{"journeys/": "guide/", "frameworks/": "principles/", "asks/": "responses/"} {
		if strings.HasPrefix(path, from) {
			path = to + path
		}
	}
	if strings.HasPrefix(path, "cases/") && strings.Count(path, "/") == 3 && recommendationKey.MatchString(path) {
		path = "responses/" + path
	}
	best := ""
	for _, n := range p.nav {
		to := strings.TrimPrefix(n.Value, "/")
		if to != "" && strings.HasPrefix(path, to) && len(to) > len(best) {
			best = to
		}
	}
	return best
}

// untranslated is the path of a page in the language of the site.
func untranslated(r site.Route) string {
	if r.View == "translation" {
		return strings.TrimPrefix(r.Path, r.Arg+"/")
	}
	return r.Path
}

func (p *Pages) fragmentsFor(r site.Route, build bool) (fragmentSet, error) {
	key := fragmentKey{root: site.Root(r.Path), section: p.sectionOf(untranslated(r)), own: r.Path == "" || r.Path == site.SearchPath}
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
	f := Footer{BuiltOn: date(p.Today)}
	for _, c := range []FooterColumn{read, look, part, principles, about} {
		if len(c.Links) > 0 {
			f.Columns = append(f.Columns, c)
		}
	}
	if p.Settings.Organisation != "" {
		f.Kept = "Kept by " + withArticle(p.Settings.Organisation) + "."
	}
	f.Licence = licence(p.Settings.Licence)
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

// licence turns "CC BY 4.0" into a link to its deed; another licence is its name alone.
func licence(name string) Link {
	parts := strings.Fields(strings.ToLower(name))
	if len(parts) >= 3 && parts[0] == "cc" {
		return Link{Text: name, Href: "https://creativecommons.org/licenses/" + strings.Join(parts[1:len(parts)-1], "-") + "/" + parts[len(parts)-1] + "/"}
	}
	return Link{Text: name}
}

// frame is what a page has around its matter.
func (p *Pages) frame(r site.Route, title, description string, trace ...Link) Frame {
	f, _ := p.fragmentsFor(r, false)
	out := Frame{
		Lang: p.Settings.Language, Dir: p.dir, PageTitle: title, Title: title + " – " + p.Settings.Title, Description: description,
		Root: site.Root(r.Path), Canonical: p.Absolute(r.Path), Section: p.sectionOf(untranslated(r)), Trace: trace,
		BuiltOn: date(p.Today), Head: p.follow(r), AssetsHTML: f.assets, HeaderHTML: f.masthead, HelpHTML: f.help, FooterHTML: f.footer,
	}
	if r.Path == "" {
		out.Title = p.Settings.Title
		if p.Settings.Organisation != "" {
			out.Title += " – " + p.Settings.Organisation
		}
	}
	if r.Node == site.None {
		return out
	}
	n := p.Node(r.Node)
	if p.twice[title] && r.Path != "" {
		out.Title = title + " (" + n.Kind + ") – " + p.Settings.Title
	}
	if n.State != site.Withdrawn { // a tombstone is the site's own words
		if lang := p.Inherited(r.Node).Language; lang != out.Lang {
			out.Lang, out.Dir = lang, rightToLeft(lang)
		}
	}
	switch n.State {
	case site.Archived, site.Superseded:
		if n.State == site.Archived {
			out.Notice = Notice{Text: archivedNotice}
		}
		if by := p.SupersededBy(r.Node); by != site.None {
			out.Notice = Notice{Text: "This page has been replaced by", Link: p.link(r.Path, by)}
		}
	case site.Draft, site.Scheduled:
		out.NoIndex = true
	}
	p.inOtherLanguages(&out, r)
	return out
}

// rightToLeft is the direction of a page, which is said only where it is not the usual one.
func rightToLeft(lang string) string {
	if dir := text.Direction(lang); dir == "rtl" {
		return dir
	}
	return ""
}

const archivedNotice = "This page is archived. It is kept as it was and is no longer looked after."

// up is a breadcrumb to a listing, left out when the site has none.
func (p *Pages) up(from, path, title string) []Link {
	if _, ok := p.Route(path); !ok {
		return nil
	}
	return []Link{{Text: title, Href: p.URL(from, path)}}
}

// link is a node's title and its address from a page.
func (p *Pages) link(from string, id site.NodeID) Link {
	n := p.Node(id)
	if n.State == site.Withdrawn {
		return Link{Text: n.Number, Href: p.URL(from, p.Href(id))}
	}
	if isWord(n.Kind) && !n.Page || n.Kind == "person" && !n.Page {
		return Link{Text: n.Title}
	}
	return Link{Text: n.Title, Href: p.URL(from, p.Href(id))}
}

// isWord reports whether a kind is a small vocabulary, whose page may not exist.
func isWord(kind string) bool {
	for _, v := range content.VocabularyKinds {
		if v.Kind == kind {
			return true
		}
	}
	return false
}

func (p *Pages) links(from string, ids []site.NodeID) []Link {
	var out []Link
	for _, id := range ids {
		out = append(out, p.link(from, id))
	}
	return out
}

// date is a day for machines and people; a bare year stays one.
func date(iso string) Date {
	if iso == "" {
		return Date{}
	}
	return Date{ISO: iso, Text: text.LongDate(iso)}
}

// lower puts the first letter of a title into running text, unless it begins with a name in capitals.
func lower(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' {
		return string(s[0]+'a'-'A') + s[1:]
	}
	return s
}
