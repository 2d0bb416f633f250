package render

import (
	"cmp"
	"strings"

	"casebook/internal/site"
)

// redirectView is the small page at a former address.
func (p *Pages) redirectView(r site.Route) Redirect {
	to := p.link(r.Path, r.Node)
	to.Text = cmp.Or(to.Text, "where it is now")
	to.Href = p.URL(r.Path, r.Arg)
	v := Redirect{Frame: p.frame(r, "This page has moved", ""), To: to}
	// Each title is used once on a site: a page may have had several addresses.
	v.Title = to.Text + ", formerly at /" + r.Path + " – " + p.Settings.Title
	path, _, _ := strings.Cut(r.Arg, "#")
	v.Canonical = p.Absolute(path)
	v.Notice, v.NoIndex = Notice{}, true
	return v
}
