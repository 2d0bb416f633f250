package render

import (
	"net/url"
	"strings"

	"casebook/internal/site"
)

// NotFound is 404.html. A host shows it at any depth, so its addresses start with the path of the base URL.
func (p *Pages) NotFound() ([]byte, error) {
	v, err := p.notFoundView()
	if err != nil {
		return nil, err
	}
	return Page(p.set, v)
}

func (p *Pages) notFoundView() (NotFound, error) {
	root := basePath(p.BaseURL)
	f, err := p.makeFragments(fragmentKey{root: root, own: true})
	if err != nil {
		return NotFound{}, err
	}
	v := NotFound{
		Frame:   p.frame(site.Route{Path: "404.html", Node: site.None}, "There is no page here", ""),
		Summary: "The address may be misspelt, or the page may never have been published. What is withdrawn keeps its address and says so.",
	}
	v.Root, v.Canonical, v.NoIndex = root, "", true
	v.AssetsHTML, v.HeaderHTML, v.HelpHTML, v.FooterHTML = f.assets, f.masthead, f.help, f.footer
	to := func(path string) string { return root + strings.TrimPrefix(p.URL("", path), "./") }
	if _, ok := p.Route(site.SearchPath); ok {
		v.SearchHref = to(site.SearchPath)
	}
	v.Links = append(v.Links, Link{Text: "The front page", Href: to("")})
	for _, n := range p.nav {
		if !strings.Contains(n.Value, "://") {
			v.Links = append(v.Links, Link{Text: n.Name, Href: to(strings.TrimPrefix(n.Value, "/"))})
		}
	}
	return v, nil
}

// basePath is the path of an address, with a slash at both ends.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return "/"
	}
	path := strings.Trim(u.EscapedPath(), "/")
	if path == "" {
		return "/"
	}
	return "/" + path + "/"
}
