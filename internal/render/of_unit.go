package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

func (p *Pages) unitView(r site.Route) Unit {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	u := d.Entity.(*content.Unit)
	recs := p.AskedOf(r.Node)
	inbox, open := p.inbox(r.Path, r.Node, recs)
	v := Unit{
		Summary: p.unitSummary(u.Type, recs, open), Aka: strings.Join(d.Head.Aka, ", "),
		Tally: p.unitTally(r.Node, recs), Groups: inbox, Body: p.prose(r.Path, n.Doc, true).blocks(d.Body),
		Given: p.given(r.Path, r.Node, recs), Studied: p.filedCards(r.Path, r.Node, "case"), Contact: p.contact(r.Path, p.unitContact(r.Node, u)),
		Backlinks: p.backlinks(r.Path, r.Node), Questions: p.filedCards(r.Path, r.Node, "question"),
	}
	description := d.Head.Summary
	if description == "" {
		description = v.Summary
	}
	v.Frame = p.frame(r, n.Title, description, p.up(r.Path, "units/", "Departments and services")...)
	v.Follow = p.feedLinks(r.Path, r.Node)
	if len(recs) == 0 {
		v.Groups, v.Empty = nil, "Nothing has been asked of "+thisUnit(u.Type)+" yet."
	}
	if known := p.records.helpers(); len(recs) > 0 && known.respond != site.None {
		v.Respond = p.link(r.Path, known.respond)
	}
	if parent := p.Rel(n.Doc, u.Parent); parent != site.None {
		v.Within = p.links(r.Path, []site.NodeID{parent})
	}
	var parts []site.NodeID
	for _, e := range p.Inverse(r.Node, "parent", "unit") {
		if p.Listed(e.From) {
			parts = append(parts, e.From)
		}
	}
	p.ByTitle(parts)
	v.Parts = p.links(r.Path, parts)
	v.Runs = p.links(r.Path, p.runs(r.Node))
	return v
}

// runs are the programmes that name a unit as one of those that run them.
func (p *Pages) runs(unit site.NodeID) []site.NodeID {
	var out []site.NodeID
	for _, e := range p.Inverse(unit, "owners", "programme") {
		if p.Listed(e.From) && !slices.Contains(out, e.From) {
			out = append(out, e.From)
		}
	}
	p.ByTitle(out)
	return out
}

// thisUnit is "this service", "this department", as the unit's type has it.
func thisUnit(kind string) string {
	if kind == "" {
		return "this unit"
	}
	return "this " + lower(kind)
}

// unitSummary says in words what has been asked and how much of it is still open.
func (p *Pages) unitSummary(kind string, recs []site.NodeID, open int) string {
	if len(recs) == 0 {
		return ""
	}
	projects, panels := map[site.NodeID]bool{}, map[site.NodeID]bool{}
	for _, id := range recs {
		if c := p.Node(id).Parent; p.Node(c).Kind == "insight" {
			panels[c] = true
		} else {
			projects[c] = true
		}
	}
	var from []string
	if len(projects) > 0 {
		from = append(from, text.Count(len(projects), "project", "projects"))
	}
	if len(panels) > 0 {
		from = append(from, text.Count(len(panels), "panel discussion", "panel discussions"))
	}
	if len(recs) == 1 {
		if open == 1 {
			return "One recommendation has been addressed to " + thisUnit(kind) + " and still needs something from it."
		}
		return "One recommendation has been addressed to " + thisUnit(kind) + ". It is settled."
	}
	out := counted(len(recs), "recommendation", "recommendations") + " from " + text.Join(from, "and") +
		" have been addressed to " + thisUnit(kind) + ". "
	switch {
	case open == 0 && len(recs) == 2:
		return out + "Both are settled."
	case open == 0:
		return out + "All are settled."
	case open == 1:
		return out + "One still needs something from it."
	case open == 2 && len(recs) == 2:
		return out + "Both still need something from it."
	case open == len(recs):
		return out + "All still need something from it."
	}
	return out + text.UpperFirst(text.Number(open)) + " still need something from it."
}

// unitTally counts by the unit's own standing; each count leads to the group on the page in which it is.
func (p *Pages) unitTally(unit site.NodeID, recs []site.NodeID) []Tally {
	type line struct {
		standing site.Standing
		n        int
	}
	var lines []line
	for _, id := range recs {
		s := site.StandingOf(p.UnitStanding(id, unit).Decision)
		i := slices.IndexFunc(lines, func(l line) bool { return l.standing.Word == s.Word })
		if i < 0 {
			i = len(lines)
			lines = append(lines, line{standing: s})
		}
		lines[i].n++
	}
	slices.SortFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.standing.Bucket, b.standing.Bucket), strings.Compare(a.standing.Word, b.standing.Word))
	})
	var out []Tally
	for _, l := range lines {
		s := Status{Class: l.standing.Bucket.Class(), Word: l.standing.Word}
		if l.standing.Class == "stopped" {
			s.Class = "stopped"
		}
		out = append(out, Tally{Status: s, Count: strconv.Itoa(l.n), Href: "#" + groupOf(l.standing.Bucket)})
	}
	return out
}

// given are the responses of a unit, latest first; of many the latest, and where the others are.
func (p *Pages) given(from string, unit site.NodeID, recs []site.NodeID) []Request {
	type pair struct {
		rec    site.NodeID
		answer site.Answer
	}
	for _, e := range p.Inverse(unit, "by", "response") {
		for _, to := range p.Doc(e.From).Entity.(*content.Response).To {
			if id := p.Rel(e.Doc, to); id != site.None && p.Node(id).Kind == "recommendation" && p.Listed(id) && !slices.Contains(recs, id) {
				recs = append(recs, id)
			}
		}
	}
	var all []pair
	for _, id := range recs {
		for _, a := range p.Rec(id).Answers {
			if a.By == unit {
				all = append(all, pair{id, a})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.answer.Date, a.answer.Date), cmp.Compare(a.rec, b.rec))
	})
	var out []Request
	for _, g := range all[:min(len(all), site.PageSize)] {
		n := p.Node(g.rec)
		out = append(out, Request{
			Text: n.Title, Href: p.URL(from, n.Path+"#"+p.Node(g.answer.Node).Anchor), Mark: Mark{Number: n.Number, Key: n.Key},
			Status: p.answerStatus(g.answer), Date: date(g.answer.Date),
		})
	}
	if len(all) > len(out) {
		return onwardRequest(out, p.registerOf(from, unit))
	}
	return out
}

// unitContact is who answers for a unit: the contact that it names, else one that names it.
func (p *Pages) unitContact(id site.NodeID, u *content.Unit) site.NodeID {
	if c := p.Rel(p.Node(id).Doc, u.Contact); c != site.None {
		return c
	}
	for _, e := range p.Inverse(id, "unit", "contact") {
		return e.From
	}
	return site.None
}
