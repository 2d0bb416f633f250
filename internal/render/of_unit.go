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
	inbox := p.inbox(r.Path, r.Node, recs)
	v := Unit{
		Summary: p.unitSummary(u.Type, recs, len(inbox[0].Requests)+len(inbox[1].Requests)), Aka: strings.Join(d.Head.Aka, ", "),
		Tally: p.unitTally(r.Node, recs), Groups: inbox, Body: p.prose(r.Path, n.Doc, true).blocks(d.Body),
		Given: p.given(r.Path, r.Node, recs), Studied: p.studied(r.Path, r.Node), Contact: p.contact(r.Path, p.unitContact(r.Node, u)),
		Backlinks: p.backlinks(r.Path, r.Node),
	}
	description := d.Head.Summary
	if description == "" {
		description = v.Summary
	}
	v.Frame = p.frame(r, n.Title, description, p.up(r.Path, "units/", "Departments and services")...)
	if len(recs) == 0 {
		v.Groups, v.Empty = nil, "Nothing has been asked of "+thisUnit(u.Type)+" yet."
	}
	if known := p.records.helpers(); known.respond != site.None {
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
	return v
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
	var projects []site.NodeID
	for _, id := range recs {
		if c := p.Node(id).Parent; !slices.Contains(projects, c) {
			projects = append(projects, c)
		}
	}
	if len(recs) == 1 {
		if open == 1 {
			return "One recommendation has been addressed to " + thisUnit(kind) + ". It still needs something from it."
		}
		return "One recommendation has been addressed to " + thisUnit(kind) + ". It is settled."
	}
	out := counted(len(recs), "recommendation", "recommendations") + " from " + text.Count(len(projects), "project", "projects") +
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
	return out + upper(text.Number(open)) + " still need something from it."
}

// unitTally counts by the unit's own standing; each count leads to the group on the page in which it is.
func (p *Pages) unitTally(unit site.NodeID, recs []site.NodeID) []Tally {
	counts := map[string]int{}
	kinds := map[string]Status{}
	hrefs := map[string]string{}
	var order []site.Standing
	for _, id := range recs {
		s := site.StandingOf(p.UnitStanding(id, unit).Decision)
		s.Class, s.How = s.Bucket.Class(), ""
		if s.Word == "Stopped" {
			s.Class = "stopped"
		}
		if counts[s.Word]++; counts[s.Word] == 1 {
			order = append(order, s)
			kinds[s.Word], hrefs[s.Word] = status(s), "#"+groupOf(s.Bucket)
		}
	}
	slices.SortFunc(order, func(a, b site.Standing) int {
		return cmp.Or(cmp.Compare(a.Bucket, b.Bucket), strings.Compare(a.Word, b.Word))
	})
	var out []Tally
	for _, s := range order {
		out = append(out, Tally{Status: kinds[s.Word], Count: strconv.Itoa(counts[s.Word]), Href: hrefs[s.Word]})
	}
	return out
}

// groupOf is the part of a unit's page on which a recommendation stands.
func groupOf(b site.Bucket) string {
	switch {
	case b == site.NoResponse:
		return "waiting"
	case settled(b):
		return "settled"
	}
	return "open"
}

// inbox is what has been asked of a unit in three groups: waiting, answered but not finished, settled.
func (p *Pages) inbox(from string, unit site.NodeID, recs []site.NodeID) []RequestGroup {
	type line struct {
		request   Request
		due, date string
	}
	groups := map[string][]line{}
	for _, id := range recs {
		st := p.UnitStanding(id, unit)
		bucket := site.BucketOf(st.Decision)
		l := line{request: p.request(from, id), due: p.UnitDue(id, unit), date: st.Since}
		l.request.Status = p.unitStatus(id, unit)
		l.request.Notes = p.unitNotes(id, unit)
		switch groupOf(bucket) {
		case "waiting":
			l.request.Wait, l.request.WaitNote = p.waited(p.Rec(id).Asked)
		case "open":
			l.request.Wait, l.request.WaitNote = p.promised(l.due, st.Since)
			if p.overdue(l.due, bucket) {
				l.request.Notes = append(l.request.Notes, "promised for "+text.LongDate(l.due))
			}
		default:
			l.request.Wait, l.request.WaitNote = p.finished(id, unit, st)
		}
		groups[groupOf(bucket)] = append(groups[groupOf(bucket)], l)
	}
	// What is waiting stands as AskedOf has it, longest first.
	slices.SortStableFunc(groups["open"], func(a, b line) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.due, "9999"), cmp.Or(b.due, "9999")), cmp.Compare(a.date, b.date))
	})
	slices.SortStableFunc(groups["settled"], func(a, b line) int { return cmp.Compare(b.date, a.date) })
	out := []RequestGroup{
		{ID: "waiting", Heading: "Waiting for a first answer", Note: "Longest waiting first. A good “no”, with its reason, counts as an answer."},
		{ID: "open", Heading: "Answered, not finished"},
		{ID: "settled", Heading: "Settled"},
	}
	for i := range out {
		for _, l := range groups[out[i].ID] {
			out[i].Requests = append(out[i].Requests, l.request)
		}
	}
	return out
}

// unitStatus is where a recommendation stands with one unit.
func (p *Pages) unitStatus(rec, unit site.NodeID) Status {
	if a, ok := p.UnitAnswer(rec, unit); ok {
		return p.answerStatus(a)
	}
	return status(site.StandingOf(""))
}

// unitNotes say who else asks and who else is asked.
func (p *Pages) unitNotes(id, unit site.NodeID) []string {
	var out []string
	if ask := p.AskOf(id); ask != site.None {
		if n := p.records.asks()[ask].projects; n > 1 {
			out = append(out, "asked by "+strconv.Itoa(n)+" projects")
		}
	}
	others := slices.DeleteFunc(slices.Clone(p.Rec(id).For), func(u site.NodeID) bool { return u == unit })
	if len(others) > 0 {
		out = append(out, "also "+p.toUnits(others))
	}
	return out
}

// waited is "5 years", "since June 2020". Old records may know the year alone.
func (p *Pages) waited(asked string) (wait, note string) {
	switch {
	case asked == "":
		return "", ""
	case len(asked) < len("2019-06-20"):
		return "", "since " + asked
	case asked > p.Today:
		return "", "to be sent in " + text.MonthYear(asked)
	}
	return upper(text.Waited(asked, p.Today)), "since " + text.MonthYear(asked)
}

// promised is "Overdue", "by 10 weeks", or "On time", "due July 2026"; without a date, when it was answered.
func (p *Pages) promised(due, since string) (wait, note string) {
	switch {
	case due == "":
		return "", "since " + text.MonthYear(since)
	case due < p.Today:
		return "Overdue", "by " + text.Waited(due, p.Today)
	}
	return "On time", "due " + text.MonthYear(due)
}

// finished is how long something took, or when it was declined or overtaken.
func (p *Pages) finished(id, unit site.NodeID, st site.UnitState) (wait, note string) {
	bucket := site.BucketOf(st.Decision)
	if bucket == site.Declined || bucket == site.Overtaken {
		return "Answered", text.MonthYear(st.Since)
	}
	day := st.Since
	for _, a := range p.Rec(id).Answers {
		if site.BucketOf(a.Decision) == site.Done && (a.By == site.None || a.By == unit) {
			day = a.Date
			break
		}
	}
	asked := p.Rec(id).Asked
	if st.Decision == "already-in-place" || len(asked) < len("2019-06-20") || asked >= day {
		return "Answered", text.MonthYear(day)
	}
	return text.Waited(asked, day), "to finish"
}

// given are the responses of a unit, latest first.
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
	return out
}

// studied are the projects about a unit, latest first.
func (p *Pages) studied(from string, unit site.NodeID) []Card {
	var ids []site.NodeID
	for _, e := range p.Inverse(unit, "studied", "case") {
		if p.Listed(e.From) && !slices.Contains(ids, e.From) {
			ids = append(ids, e.From)
		}
	}
	p.ByYear(ids)
	return p.cards(from, ids)
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
