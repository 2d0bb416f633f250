package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

// again is the table of everything that belongs to the same request, with this one marked, and its heading. Of a long table
// it shows the lines around this one.
func (p *Pages) again(from string, this site.NodeID, ask askRecord) (heading string, rows []TableRow) {
	all := ask.recs
	if len(all) < 2 {
		return "", nil
	}
	if len(all) > mostTimes {
		start := min(max(slices.Index(all, this)-mostTimes/2, 0), len(all)-mostTimes)
		all = all[start : start+mostTimes]
	}
	rows = make([]TableRow, 0, len(all))
	for _, id := range all {
		row := p.askedRow(from, id)
		if id == this {
			row.Href, row.Current, row.When = "", true, row.When+", this one"
		}
		rows = append(rows, row)
	}
	return ask.heading, rows
}

// askedRow is one time that a request was made.
func (p *Pages) askedRow(from string, id site.NodeID) TableRow {
	n, rec := p.Node(id), p.Rec(id)
	return TableRow{
		Mark: Mark{Number: n.Number, Key: n.Key}, Href: p.URLTo(from, id), When: text.AcademicYear(p.CaseOf(id).Year),
		To: strings.Join(p.titles(rec.For), ", "), Status: p.statusOf(rec),
	}
}

// yearsBetween counts academic years, both ends included.
func yearsBetween(first, last string) int {
	if len(first) < 4 || len(last) < 4 {
		return 0
	}
	from, bad := strconv.Atoi(first[:4])
	to, bad2 := strconv.Atoi(last[:4])
	if bad != nil || bad2 != nil {
		return 0
	}
	return to - from + 1
}

// ties are the relations between recommendations, as each side says them.
var ties = []struct{ relation, mine, theirs string }{
	{"repeats", "this repeats it", "repeats this one"},
	{"extends", "this takes it further", "takes this further"},
}

// tied are the recommendations that this one repeats or takes further, and those that do so with this one.
func (p *Pages) tied(from string, id site.NodeID) []Request {
	var out []Request
	add := func(other site.NodeID, note string) {
		if p.Listed(other) && p.Recommendation(other).Withdrawn == "" {
			q := p.asking(from, other)
			q.Notes = []string{note}
			out = append(out, q)
		}
	}
	shown, all := p.firstFiled(from, id, "recommendation")
	for _, tie := range ties {
		for _, e := range p.Out(id) {
			if p.Relation(e) == tie.relation && p.Node(e.To).Kind == "recommendation" {
				add(e.To, tie.mine)
			}
		}
		for _, e := range p.Inverse(id, tie.relation, "recommendation") {
			if slices.Contains(shown, e.From) {
				add(e.From, tie.theirs)
			}
		}
	}
	return onwardRequest(out, all)
}
