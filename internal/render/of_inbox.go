package render

import (
	"cmp"
	"slices"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

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

// inbox is what has been asked of a unit in three groups: waiting, answered but not finished, settled. A long group shows its
// first, says how many there are and leads to them. open counts what still needs something.
func (p *Pages) inbox(from string, unit site.NodeID, recs []site.NodeID) (out []RequestGroup, open int) {
	type line struct {
		id        site.NodeID
		standing  site.UnitState
		due, date string
	}
	groups := map[string][]line{}
	for _, id := range recs {
		st := p.UnitStanding(id, unit)
		group := groupOf(site.BucketOf(st.Decision))
		groups[group] = append(groups[group], line{id: id, standing: st, due: p.UnitDue(id, unit), date: st.Since})
	}
	// What is waiting stands as AskedOf has it, longest first.
	slices.SortStableFunc(groups["open"], func(a, b line) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.due, "9999"), cmp.Or(b.due, "9999")), cmp.Compare(a.date, b.date))
	})
	slices.SortStableFunc(groups["settled"], func(a, b line) int { return cmp.Compare(b.date, a.date) })
	out = []RequestGroup{
		{ID: "waiting", Heading: "Waiting for a first answer", Note: "Longest waiting first. A good “no”, with its reason, counts as an answer."},
		{ID: "open", Heading: "Answered, not finished"},
		{ID: "settled", Heading: "Settled"},
	}
	for i := range out {
		lines := groups[out[i].ID]
		if len(lines) > mostInbox {
			out[i].Note = strings.TrimSpace(out[i].Note + " The first " + text.Number(mostInbox) + " of " + text.Number(len(lines)) + ".")
			out[i].More = p.registerOf(from, unit)
			lines = lines[:mostInbox]
		}
		out[i].Requests = make([]Request, 0, len(lines))
		for _, l := range lines {
			out[i].Requests = append(out[i].Requests, p.inboxRequest(from, unit, l.id, l.standing, l.due))
		}
	}
	return out, len(groups["waiting"]) + len(groups["open"])
}

// mostInbox is how many requests of one group a unit's page shows.
const mostInbox = 75

func (p *Pages) inboxRequest(from string, unit, id site.NodeID, st site.UnitState, due string) Request {
	bucket := site.BucketOf(st.Decision)
	out := p.request(from, id)
	out.Status = p.unitStatus(id, unit)
	out.Notes = p.unitNotes(id, unit)
	switch groupOf(bucket) {
	case "waiting":
		out.Wait, out.WaitNote = p.waited(p.Rec(id).Asked)
	case "open":
		out.Wait, out.WaitNote = p.promised(due, st.Since)
		if p.overdue(due) {
			out.Notes = append(out.Notes, "promised for "+text.LongDate(due))
		}
	default:
		out.Wait, out.WaitNote = p.finished(id, unit, st)
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
			out = append(out, "asked by "+text.Number(n)+" projects")
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
	return text.UpperFirst(text.Waited(asked, p.Today)), "since " + text.MonthYear(asked)
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
