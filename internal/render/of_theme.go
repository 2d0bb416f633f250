package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) themeView(r site.Route) Theme {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	t := d.Entity.(*content.Theme)
	pr := p.prose(r.Path, n.Doc, true)
	recs := p.Everything(r.Node, "recommendation")
	recs = slices.DeleteFunc(recs, func(id site.NodeID) bool { return p.Recommendation(id).Withdrawn != "" })
	broader := p.Rels(n.Doc, t.Broader)
	list := func(kind string) []Card { return p.filedCards(r.Path, r.Node, kind) }
	v := Theme{
		Summary: cmp.Or(d.Head.Summary, t.Scope), Aka: strings.Join(d.Head.Aka, ", "), Broader: p.links(r.Path, broader),
		Narrower: p.links(r.Path, p.Narrower(r.Node)), Asks: p.askCards(r.Path, p.asksUnder(r.Node, recs)),
		Tally:    p.tally(recs, func(b site.Bucket) string { return "#" + b.Slug() }),
		Requests: p.byStatus(r, recs), Cases: p.latestUnder(r), Guidance: list("guide"),
		Reading:  p.reading(r.Path, r.Node),
		Insights: list("insight"), Questions: list("question"),
		Stories: list("story"),
		Events:  list("event"), Funding: list("opportunity"),
		Backlinks: p.backlinks(r.Path, r.Node), Cite: p.citeBlock(r.Path, r.Node),
	}
	if d.Head.Summary != "" && t.Scope != "" {
		v.Scope = append(v.Scope, Block{HTML: template.HTML("<p>" + template.HTMLEscapeString(t.Scope) + "</p>")})
	}
	v.Scope = append(v.Scope, pr.blocks(d.Body)...)
	for _, e := range p.Formerly(r.Node) {
		old := Item{Text: p.Ref(e).Note, Href: p.link(r.Path, e.From).Href, Note: ", in the " + p.Node(e.From).Title}
		if old.Text != "" {
			v.Formerly = append(v.Formerly, old)
		}
	}
	trace := p.up(r.Path, "themes/", "Themes")
	if len(broader) > 0 {
		trace = append(trace, p.link(r.Path, broader[0]))
	}
	v.Frame, v.Feeds = p.frame(r, n.Title, v.Summary, trace...), p.feedLinks(r.Path, r.Node)
	return v
}

// reading are the works under a theme, by author.
func (p *Pages) reading(from string, theme site.NodeID) []Item {
	var out []Item
	ids, all := p.firstFiled(from, theme, "reference")
	for _, id := range ids {
		ref := p.Reference(id)
		out = append(out, Item{Text: cite.Narrative(cite.Cited{Ref: ref}, p.Style()), Href: p.URLTo(from, id), Note: ": " + ref.Title})
	}
	slices.SortFunc(out, func(a, b Item) int { return cmp.Compare(a.Text, b.Text) })
	if all.Href != "" {
		out = append(out, Item{Text: all.Text, Href: all.Href})
	}
	return out
}

// latestUnder are the latest cases of a theme by year, and the way to all of them when there are more.
func (p *Pages) latestUnder(r site.Route) []CardGroup {
	cases, all := p.firstFiled(r.Path, r.Node, "case")
	groups := p.yearGroups(r.Path, cases)
	if all.Href != "" {
		groups = append(groups, CardGroup{ID: "all", Heading: "Earlier", Cards: onward(nil, all)})
	}
	return groups
}

// asksUnder are the asks about a theme, and those that its recommendations belong to.
func (p *Pages) asksUnder(theme site.NodeID, recs []site.NodeID) []site.NodeID {
	ids := p.Everything(theme, "ask")
	seen := map[site.NodeID]bool{}
	for _, id := range ids {
		seen[id] = true
	}
	for _, id := range recs {
		if ask := p.AskOf(id); ask != site.None && !seen[ask] && p.Listed(ask) {
			seen[ask] = true
			ids = append(ids, ask)
		}
	}
	p.ByTitle(ids)
	return ids
}

func (p *Pages) askCards(from string, asks []site.NodeID) []Card {
	var out []Card
	for _, id := range asks[:min(len(asks), mostAsks)] {
		out = append(out, p.cardWithCount(from, id))
	}
	if len(asks) > mostAsks {
		out = onward(out, Link{Text: "All requests of the library", Href: p.URL(from, "asks/")})
	}
	return out
}

// mostByStatus is how many recommendations of one status a theme's page shows, mostAsks how many requests.
const (
	mostByStatus = 25
	mostAsks     = 30
)

// byStatus groups recommendations by where they stand: what waits longest first, of the rest the latest answered. A long
// group shows its first and says how many there are.
func (p *Pages) byStatus(r site.Route, recs []site.NodeID) []RequestGroup {
	groups := map[site.Bucket][]site.NodeID{}
	for _, id := range recs {
		b := p.Rec(id).Bucket()
		groups[b] = append(groups[b], id)
	}
	var out []RequestGroup
	for _, b := range site.Buckets {
		ids := groups[b]
		if len(ids) == 0 {
			continue
		}
		slices.SortStableFunc(ids, func(x, y site.NodeID) int {
			if b == site.NoResponse {
				return cmp.Or(cmp.Compare(p.Rec(x).Asked, p.Rec(y).Asked), cmp.Compare(x, y))
			}
			return cmp.Or(cmp.Compare(p.Rec(y).Since, p.Rec(x).Since), cmp.Compare(x, y))
		})
		g := RequestGroup{ID: b.Slug(), Heading: b.Word()}
		if b == site.NoResponse && len(ids) > 1 {
			g.Note = "Longest waiting first."
		}
		if len(ids) > mostByStatus {
			g.Note = strings.TrimSpace(g.Note + " The first " + text.Number(mostByStatus) + " of " + text.Number(len(ids)) + ".")
			g.More = Link{Text: "The others stand with their projects", Href: "#cases"}
			if _, all := p.firstFiled(r.Path, r.Node, "case"); all.Href != "" {
				g.More.Href = all.Href
			}
			ids = ids[:mostByStatus]
		}
		g.Requests = p.askings(r.Path, ids)
		out = append(out, g)
	}
	return out
}

// yearGroups puts cases under their years, in the order given.
func (p *Pages) yearGroups(from string, cases []site.NodeID) []CardGroup {
	var out []CardGroup
	for len(cases) > 0 {
		year := p.CaseOf(cases[0]).Year
		n := 1
		for n < len(cases) && p.CaseOf(cases[n]).Year == year {
			n++
		}
		out = append(out, CardGroup{ID: "y" + year, Heading: text.AcademicYear(year), Cards: p.cards(from, cases[:n])})
		cases = cases[n:]
	}
	return out
}
