package render

import (
	"fmt"
	"html/template"
	"slices"
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
	builtOn   Date
	licence   Link               // of the site, which most of its items have
	pictures  map[string]Picture // by the path of the page that each is made for
	heads     *sync.Pool         // of *[]byte
}

// New prepares the fragments for every depth and section that the site has.
func New(s *site.Site, set *Set, assets AssetPaths) (*Pages, error) {
	if assets.Data == nil {
		assets.Data = func() Data { return Data{} }
	}
	p := &Pages{
		Site: s, set: set, assets: assets, nav: navigation(s), fragments: map[fragmentKey]fragmentSet{}, twice: sharedTitles(s),
		units:    withArticles(s),
		dir:      rightToLeft(s.Settings.Language),
		builtOn:  date(s.Today),
		licence:  licenceOf(s.Settings.Licence),
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

// licenceNamed is a licence as pages show it.
func (p *Pages) licenceNamed(name string) Link {
	if name == p.licence.Text {
		return p.licence
	}
	return licenceOf(name)
}

// licenceOf turns "CC BY 4.0" into a link to its deed; another licence is its name alone.
func licenceOf(name string) Link {
	parts := strings.Fields(strings.ToLower(name))
	if len(parts) >= 3 && parts[0] == "cc" {
		return Link{Text: name, Href: "https://creativecommons.org/licenses/" + strings.Join(parts[1:len(parts)-1], "-") + "/" + parts[len(parts)-1] + "/"}
	}
	return Link{Text: name}
}

// link is a node's title and its address from a page.
func (p *Pages) link(from string, id site.NodeID) Link {
	n := p.Node(id)
	if n.State == site.Withdrawn {
		return Link{Text: n.Number, Href: p.URLTo(from, id)}
	}
	if !n.Page && (n.Kind == "person" || isWord(n.Kind)) {
		return Link{Text: n.Title}
	}
	return Link{Text: n.Title, Href: p.URLTo(from, id)}
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
	out := slices.Grow([]Link(nil), len(ids))
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
