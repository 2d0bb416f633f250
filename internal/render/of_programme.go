package render

import (
	"cmp"
	"slices"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// fewOfYear is how many projects of a year a large programme shows before it leads to the year's own list.
const fewOfYear = 5

func (p *Pages) programmeView(r site.Route) Programme {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	g := d.Entity.(*content.Programme)
	v := Programme{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, "programmes/", "Programmes")...), Summary: d.Head.Summary,
		Body: p.prose(r.Path, n.Doc, true).blocks(d.Body), Projects: p.projects(r.Path, r.Node), Without: p.without(r.Node), Contact: p.contact(r.Path, p.Rel(n.Doc, g.Contact)),
		Backlinks: p.backlinks(r.Path, r.Node), Dates: p.dates(r.Path, r.Node), Insights: p.filedCards(r.Path, r.Node, "insight"),
	}
	if g.Reviewed <= p.Today {
		v.Dates.Reviewed = date(g.Reviewed)
	}
	v.Calls = p.filedCards(r.Path, r.Node, "opportunity")
	v.Funded = p.filedCards(r.Path, r.Node, "case")
	for _, row := range []struct{ term, text string }{
		{"Since", text.AcademicYear(g.Since)}, {"When", g.Cycle}, {"Who can take part", g.Who}, {"Pay", g.Pay}, {"Amount", g.Amount},
	} {
		if row.text != "" {
			v.Rows = append(v.Rows, Row{Term: row.term, Items: []Item{{Text: row.text}}})
		}
	}
	v.Rows = wideLast(append(v.Rows, p.row(r.Path, "Run by", p.Rels(n.Doc, g.Owners))...))
	other := p.Rel(n.Doc, g.Counterpart)
	if other == site.None {
		for _, e := range p.Inverse(r.Node, "counterpart", "programme") {
			other = e.From
		}
	}
	if other != site.None {
		l := p.link(r.Path, other)
		v.Counterpart = Item{Text: l.Text, Href: l.Href, Note: " is its counterpart."}
		if audience := p.Inherited(other).Audience; audience == "staff" || audience == "students" {
			v.Counterpart.Note = " is the same for " + audience + "."
		}
	}
	return v
}

// without says for which years that are over a programme has no project, so that a gap is seen to be one.
func (p *Pages) without(programme site.NodeID) string {
	var years []string
	for _, id := range p.records.lists().projects[programme] {
		if year := p.CaseOf(id).Year; year != "" {
			years = append(years, year)
		}
	}
	if len(years) == 0 {
		return ""
	}
	var gaps []string
	begin, last := "", ""
	for year := slices.Min(years); year <= text.YearOf(p.Today); year = text.NextYear(year) {
		switch over := year < text.YearOf(p.Today); {
		case over && !slices.Contains(years, year):
			begin, last = cmp.Or(begin, year), year
		case begin != "" && begin == last:
			gaps, begin = append(gaps, text.AcademicYear(begin)), ""
		case begin != "":
			gaps, begin = append(gaps, text.AcademicYear(begin)+" to "+text.AcademicYear(last)), ""
		}
	}
	if len(gaps) == 0 {
		return ""
	}
	return "No project is published for " + text.Join(gaps, "and") + "."
}

// projects are a programme's cases by year. When there are many, each year shows a few and leads to the rest.
func (p *Pages) projects(from string, programme site.NodeID) []CardGroup {
	cases := p.records.lists().projects[programme]
	if len(cases) <= site.PageSize {
		return p.yearGroups(from, cases)
	}
	var few []site.NodeID
	shown := map[string]int{}
	for _, id := range cases {
		year := p.CaseOf(id).Year
		if shown[year]++; shown[year] <= fewOfYear {
			few = append(few, id)
		}
	}
	out := p.yearGroups(from, few)
	for i := range out {
		year := out[i].ID[1:]
		if l := p.yearLink(from, year); shown[year] > fewOfYear && l.Href != "" {
			out[i].Cards = append(out[i].Cards, Card{Title: "All projects of " + l.Text, Href: l.Href, Meta: []string{text.Count(shown[year], "project", "projects") + " of " + p.Node(programme).Title}})
		}
	}
	return out
}
