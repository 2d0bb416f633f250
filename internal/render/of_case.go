package render

import (
	"slices"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// mostRelated is how many cases near a case it names.
const mostRelated = 4

func (p *Pages) caseView(r site.Route) Case {
	n := p.Node(r.Node)
	d, c := p.Doc(r.Node), p.CaseOf(r.Node)
	pr := p.prose(r.Path, n.Doc, true)
	recs := p.RecsOf(r.Node)
	v := Case{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.caseTrace(r.Path, r.Node)...),
		Mark:  Mark{Number: n.Number}, Summary: d.Head.Summary, Glance: p.caseGlance(r.Path, r.Node),
		StripHead: strip(p.Site, recs, "recommendation", "recommendations"), Question: c.Question, Ethics: ethics(c), Headings: contents(d.Headings), Body: pr.beside(d.Body),
		People: p.casePeople(r.Path, r.Node), Filed: p.caseFiled(r.Path, r.Node), Outputs: p.caseOutputs(r.Path, n.Doc, c),
		Related: p.caseRelated(r.Path, r.Node), References: pr.references(), Backlinks: p.backlinks(r.Path, r.Node),
		Cite: p.citeBlock(r.Path, r.Node), Dates: p.dates(r.Path, r.Node),
	}
	v.Requests = p.inBrief(r.Path, recs)
	if s, ok := d.Section("Recommendations"); ok && len(recs) == 0 {
		v.NoRequests = pr.html(s.Body)
	}
	for _, m := range c.Methods {
		v.Methods = append(v.Methods, p.caseMethod(r.Path, n.Doc, m))
	}
	for _, f := range c.Findings {
		v.Findings = append(v.Findings, Finding{Key: f.Key, HTML: pr.html(f.Body), LeadsTo: leadsTo(c, f.Key)})
	}
	v.Beside = pr.notesOn(c.Findings)
	if s, ok := d.Section("Findings"); ok {
		v.FindingsOf = pr.beside(s.Body)
	}
	if s, ok := d.Section("Limits"); ok {
		v.Limits = pr.beside(s.Body)
	}
	v.Principles = p.shown(r.Path, n.Doc, c.Exemplifies)
	v.Also = p.aboutThis(r.Path, r.Node)
	v.BuildsOn = p.cards(r.Path, p.Rels(n.Doc, c.BuildsOn))
	v.FollowedBy = p.filedCards(r.Path, r.Node, "case")
	if to := p.write(r.Path, p.records.helpers().takedown); to != "" {
		v.Contact = Link{Text: "Write to " + lower(p.Node(p.records.helpers().takedown).Title), Href: to}
	}
	return v
}

// caseTrace leads to a case: all cases, those of its year, its first theme.
func (p *Pages) caseTrace(from string, id site.NodeID) []Link {
	out := p.up(from, "cases/", "Cases")
	year := p.CaseOf(id).Year
	out = append(out, p.up(from, "cases/year/"+year+"/", text.AcademicYear(year))...)
	if themes := p.ThemesOf(id); len(themes) > 0 {
		out = append(out, p.link(from, themes[0]))
	}
	return out
}

func leadsTo(c *content.Case, finding string) []Link {
	var out []Link
	for _, rec := range c.Recs {
		if rec.Withdrawn == "" && slices.Contains(rec.Because, finding) {
			out = append(out, Link{Text: rec.Key, Href: "#" + rec.Key})
		}
	}
	return out
}

// caseRelated are the cases near a case, each with the reason.
func (p *Pages) caseRelated(from string, id site.NodeID) []Card {
	var out []Card
	for _, near := range p.RelatedTo(id, mostRelated) {
		c := p.card(from, near.Node)
		c.Reason = sentence(near.Reason)
		out = append(out, c)
	}
	return out
}
