package render

import (
	"cmp"
	"strings"
	"time"

	"casebook/internal/site"
	"casebook/internal/text"
)

const (
	changesTitle = "Recent changes"
	mostChanges  = 100
)

// changesView is the last facts that have a date, newest first, under their months.
func (p *Pages) changesView(r site.Route) Changes {
	shown, cut := lastFacts(p.Facts(), mostChanges)
	v := Changes{Summary: "What was published, answered, changed and reviewed, the newest first."}
	if cut {
		v.Summary += " These are the last hundred; what came before stands in the timeline and the register."
	}
	v.Frame = p.frame(r, changesTitle, v.Summary)
	for _, f := range shown {
		month := f.Date[:len("2006-01")]
		if n := len(v.Months); n == 0 || v.Months[n-1].ID != "m"+month {
			v.Months = append(v.Months, ChangeMonth{ID: "m" + month, Heading: text.MonthYear(month)})
		}
		m := &v.Months[len(v.Months)-1]
		m.Facts = append(m.Facts, p.change(r.Path, f))
	}
	for _, l := range []Link{{Text: timelineTitle, Href: "timeline/"}, {Text: p.registerTitle(), Href: "responses/"}} {
		if p.has(l.Href) {
			v.More = append(v.More, Link{Text: l.Text, Href: p.URL(r.Path, l.Href)})
		}
	}
	v.Follow = p.feedsAbout(r.Path, "everything", "case", "response")
	return v
}

// lastFacts are the last n facts, without that a page was reviewed on the day on which it was changed. cut is true when
// there are more.
func lastFacts(facts []site.Fact, n int) (out []site.Fact, cut bool) {
	type pageDay struct {
		page site.NodeID
		date string
	}
	changed := map[pageDay]bool{}
	for _, f := range facts { // of one day, changes come before reviews
		on := pageDay{f.Node, f.Date}
		switch {
		case f.What == site.Reviewed && changed[on]:
			continue
		case len(out) == n:
			return out, true
		}
		changed[on] = changed[on] || f.What == site.Changed
		out = append(out, f)
	}
	return out, false
}

// change is a fact as the list of changes shows it.
func (p *Pages) change(from string, f site.Fact) ChangeFact {
	if f.What == site.Answered {
		return p.answered(from, f)
	}
	l, n := p.link(from, f.Node), p.Node(f.Node)
	out := ChangeFact{Date: dayOf(f.Date), Text: l.Text, Href: l.Href, Note: f.Note}
	switch f.What {
	case site.Published:
		out.What = "New " + cmp.Or(p.kindInWords(f.Node), "page")
	case site.Changed:
		out.What = "Changed"
	case site.Reviewed:
		out.What = "Reviewed"
	}
	if n.Kind == "case" {
		out.Mark.Number = n.Number
	}
	return out
}

// answered is a response: what was decided on which recommendation, by whom. One that answers several names the first.
func (p *Pages) answered(from string, f site.Fact) ChangeFact {
	rec := p.Node(f.Recs[0])
	out := ChangeFact{
		Date: dayOf(f.Date), Text: rec.Title, Href: p.URL(from, rec.Path+"#"+p.Node(f.Node).Anchor), Mark: Mark{Number: rec.Number, Key: rec.Key},
	}
	if f.Answer.Decision == "used-elsewhere" {
		out.What = "Used elsewhere"
	} else {
		out.Status = p.answerStatus(*f.Answer)
	}
	notes := []string{text.UpperFirst(p.who(*f.Answer))}
	if n := len(f.Recs) - 1; n > 0 {
		notes = append(notes, "with "+text.Count(n, "more recommendation", "more recommendations"))
	}
	out.Note = strings.TrimPrefix(strings.Join(notes, ", "), ", ")
	return out
}

// dayOf is a date under its month: "4 November", for machines whole.
func dayOf(iso string) Date {
	d := date(iso)
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		d.Text = t.Format("2 January")
	}
	return d
}
