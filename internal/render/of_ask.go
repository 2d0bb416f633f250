package render

import (
	"slices"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) askView(r site.Route) Ask {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	recs := p.records.asks()[r.Node].recs
	trace := append(p.up(r.Path, "responses/", "Asked and answered"), p.up(r.Path, "asks/", p.listTitle("ask"))...)
	v := Ask{
		Frame: p.frame(r, n.Title, d.Head.Summary, trace...), Summary: d.Head.Summary, Line: p.askLine(recs),
		Tally: p.tally(recs, func(site.Bucket) string { return "#asked" }), Body: p.prose(r.Path, n.Doc, true).blocks(d.Body),
		Backlinks: p.backlinks(r.Path, r.Node), Dates: p.dates(r.Path, r.Node),
	}
	var themes []site.NodeID
	for _, id := range append([]site.NodeID{r.Node}, recs...) {
		for _, t := range p.ThemesOf(id) {
			if !slices.Contains(themes, t) {
				themes = append(themes, t)
			}
		}
	}
	v.Themes = p.links(r.Path, themes)
	v.Guidance = p.guidesOn(r.Path, themes)
	_, v.All = p.firstFiled(r.Path, r.Node, "recommendation")
	for _, id := range recs[max(0, len(recs)-p.FiledShown(r.Node, "recommendation")):] {
		row := p.askedRow(r.Path, id)
		row.Text = p.Node(id).Title
		v.Asked = append(v.Asked, row)
	}
	best := p.BestOutcome(recs)
	if best == site.None || p.Rec(best).Decision == "" {
		return v
	}
	q := p.asking(r.Path, best)
	v.Best = Request{Text: q.Text, Href: q.Href, Mark: q.Mark, Status: q.Status}
	if a, ok := latest(p.Rec(best)); ok {
		v.Best.Who, v.Best.Date = text.UpperFirst(p.who(a)), date(a.Date)
		v.BestWhy = p.prose(r.Path, p.Node(a.Node).Doc, false).html(p.Doc(a.Node).Body)
	}
	return v
}

// askLine is "Asked three times, from 2018–19 to 2022–23, of four departments and services."
func (p *Pages) askLine(recs []site.NodeID) string {
	if len(recs) == 0 {
		return ""
	}
	var years []string
	var units []site.NodeID
	for _, id := range recs {
		years = append(years, p.CaseOf(id).Year)
		for _, u := range p.Rec(id).For {
			if !slices.Contains(units, u) {
				units = append(units, u)
			}
		}
	}
	line := "Asked " + times(len(recs))
	if s := span(years); s != "" {
		line += ", " + s
	}
	switch len(units) {
	case 0:
	case 1:
		line += ", of " + p.unitInText(units[0])
	default:
		line += ", of " + text.Number(len(units)) + " departments and services"
	}
	return strings.TrimSpace(line) + "."
}

// guidesOn are the guide pages about any of some themes, a few at most.
func (p *Pages) guidesOn(from string, themes []site.NodeID) []Card {
	var ids []site.NodeID
	for _, t := range themes {
		for _, g := range p.records.helpers().guides[t] {
			if len(ids) < mostGuidance && !slices.Contains(ids, g) {
				ids = append(ids, g)
			}
		}
	}
	return p.cards(from, ids)
}
