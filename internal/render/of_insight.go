package render

import (
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) insightView(r site.Route) Insight {
	n, d, c := p.Node(r.Node), p.Doc(r.Node), p.CaseOf(r.Node)
	i := d.Entity.(*content.Insight)
	pr := p.prose(r.Path, n.Doc, true)
	recs := p.RecsOf(r.Node)
	v := Insight{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, "insights/", p.listTitle("insight"))...), Summary: d.Head.Summary,
		StripHead: strip(p.Site, recs, "suggestion", "suggestions"), Question: i.Question, Body: pr.beside(d.Body), People: p.casePeople(r.Path, r.Node),
		Also: p.aboutThis(r.Path, r.Node), References: pr.references(), Backlinks: p.backlinks(r.Path, r.Node),
		Cite: p.citeBlock(r.Path, r.Node), Dates: p.dates(r.Path, r.Node),
	}
	v.Glance = append(v.Glance, p.row(r.Path, "Panel", p.Rels(n.Doc, []content.Rel{i.Panel}))...)
	v.Glance = append(v.Glance, fact("Met", text.UpperFirst(i.Term))...)
	v.Glance = append(v.Glance, fact("Topic", i.Topic)...)
	v.Glance = append(v.Glance, fact("Who took part", i.Attendance)...)
	v.Glance = wideLast(append(v.Glance, p.row(r.Path, "Sent to", p.Rels(n.Doc, i.SentTo))...))
	v.Requests = p.inBrief(r.Path, recs)
	for _, f := range c.Findings {
		v.Points = append(v.Points, Finding{Key: f.Key, HTML: pr.html(f.Body), LeadsTo: leadsTo(c, f.Key)})
	}
	v.Beside = pr.notesOn(c.Findings)
	if s, ok := d.Section("Points"); ok {
		v.PointsOf = pr.beside(s.Body)
	}
	if s, ok := d.Section("Limits"); ok {
		v.Limits = pr.beside(s.Body)
	}
	v.Filed = p.caseFiled(r.Path, r.Node)
	v.Principles = p.shown(r.Path, n.Doc, c.Exemplifies)
	return v
}

// insightMeta is when a panel met, and what happened with its suggestions.
func (p *Pages) insightMeta(id site.NodeID) []string {
	meta := []string{p.Node(id).Number}
	if happened := strip(p.Site, p.RecsOf(id), "suggestion", "suggestions"); happened != "" {
		meta = append(meta, lower(happened))
	}
	return meta
}

// fact is a line of a glance with plain words, none without them.
func fact(term, words string) []Row {
	if words == "" {
		return nil
	}
	return []Row{{Term: term, Items: []Item{{Text: words}}}}
}

// shown are the principles that an item shows at work, each with the reason.
func (p *Pages) shown(from string, doc int32, rels []content.Rel) []Item {
	var out []Item
	for _, rel := range rels {
		if id := p.Rel(doc, rel); id != site.None {
			ref, _ := p.Docs[doc].Rel(rel)
			l := p.link(from, id)
			out = append(out, Item{Text: l.Text, Href: l.Href, Note: noted(": ", ref.Note)})
		}
	}
	return out
}

// aboutThis are what others say is about a page: stories, events, open questions that it answers.
func (p *Pages) aboutThis(from string, id site.NodeID) []CardGroup {
	var out []CardGroup
	for _, g := range []struct{ id, heading, kind string }{
		{"answers", "The question it answers", "question"}, {"stories", "Stories about this", "story"}, {"events", "Events about this", "event"},
	} {
		if cards := p.filedCards(from, id, g.kind); len(cards) > 0 {
			out = append(out, CardGroup{ID: g.id, Heading: g.heading, Cards: cards})
		}
	}
	return out
}
