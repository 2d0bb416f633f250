package render

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

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

// sectionOf is the navigation path that a page lies under. Journeys belong to the guide, frameworks to the principles,
// recommendations and asks to the register.
func (p *Pages) sectionOf(r site.Route) string {
	path := untranslated(r)
	switch folder, _, _ := strings.Cut(path, "/"); folder {
	case "journeys":
		path = "guide/"
	case "frameworks":
		path = "principles/"
	case "asks":
		path = "responses/"
	case "cases":
		if r.View == "recommendation" || r.View == "tombstone" && r.Arg != "" {
			path = "responses/"
		}
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

// frame is what a page has around its matter.
func (p *Pages) frame(r site.Route, title, description string, trace ...Link) Frame {
	f, _ := p.fragmentsFor(r, false)
	out := Frame{
		Lang: p.Settings.Language, Dir: p.dir, PageTitle: title, Title: title + " – " + p.Settings.Title, Description: description,
		Root: site.Root(r.Path), Canonical: p.Absolute(r.Path), Section: p.sectionOf(r), Trace: trace,
		BuiltOn: p.builtOn, Head: p.follow(r), AssetsHTML: f.assets, HeaderHTML: f.masthead, HelpHTML: f.help, FooterHTML: f.footer,
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
