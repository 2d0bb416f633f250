package render

import (
	"html"
	"html/template"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// latest is the last answer that says where a recommendation stands; ok is false without one.
func latest(rec *site.RecState) (a site.Answer, ok bool) {
	for _, b := range rec.Answers {
		if b.Decision != "used-elsewhere" {
			a, ok = b, true
		}
	}
	return a, ok
}

// statusOf is where a recommendation stands, with what the record knows beside the decision.
func (p *Pages) statusOf(rec *site.RecState) Status {
	a, ok := latest(rec)
	if !ok {
		return status(rec.Standing())
	}
	return p.answerStatus(a)
}

// answerStatus is an answer's decision in the theme's words.
func (p *Pages) answerStatus(a site.Answer) Status {
	s := status(site.StandingOf(a.Decision))
	switch {
	case a.Decision == "done" && !a.Evidence:
		s.How = "no evidence linked"
	case a.Decision == "declined" && !p.Doc(a.Node).Body.Empty():
		s.How = "with a reason"
	}
	return s
}

// asking is a recommendation in a list, with its status in full.
func (p *Pages) asking(from string, id site.NodeID) Request {
	q := p.request(from, id)
	q.Status = p.statusOf(p.Rec(id))
	return q
}

// askings are recommendations in a list.
func (p *Pages) askings(from string, ids []site.NodeID) []Request {
	out := slices.Grow([]Request(nil), len(ids))
	for _, id := range ids {
		out = append(out, p.asking(from, id))
	}
	return out
}

// inBrief are recommendations in a list and, in a few words, in the strip above it.
func (p *Pages) inBrief(from string, ids []site.NodeID) []Request {
	out := p.askings(from, ids)
	for i := range out {
		out[i].Short = brief(out[i].Text)
	}
	return out
}

// askedAgo says how long ago something was asked: "asked 3 years 4 months ago", "asked today". Old records may know the year alone.
func askedAgo(asked, today string) string {
	switch {
	case asked == "":
		return ""
	case len(asked) < len("2019-06-20"):
		return "asked in " + asked
	case asked > today:
		return "to be sent on " + text.LongDate(asked)
	case asked == today:
		return "asked today"
	}
	return "asked " + text.WaitedLong(asked, today) + " ago"
}

// who gave an answer: a unit, free words, or the students who were asked whether it was done.
func (p *Pages) who(a site.Answer) string {
	switch {
	case a.By != site.None:
		return p.Node(a.By).Title
	case a.ByText != "":
		return a.ByText
	case a.Decision == "confirmed" || a.Decision == "not-confirmed":
		return "students"
	}
	return ""
}

// overdue reports whether a day that is still owed has passed.
func (p *Pages) overdue(due string) bool { return due != "" && due < p.Today }

// settled reports whether nothing more is expected.
func settled(b site.Bucket) bool {
	return b == site.Done || b == site.Confirmed || b == site.Declined || b == site.Overtaken
}

// titles are the names of nodes.
func (p *Pages) titles(ids []site.NodeID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.Node(id).Title
	}
	return out
}

// brief is a recommendation in a few words, for strips and sibling lists. One that is too long ends with a phrase, where it has one.
func brief(s string) string {
	const least, most = 36, 72 // bytes of a phrase that is worth stopping at, characters
	short := text.Clip(strings.TrimSuffix(s, "."), most)
	if !strings.HasSuffix(short, "…") || strings.HasSuffix(s, "…") {
		return short
	}
	for _, next := range []string{", ", "; ", " that ", " which ", " who ", " when ", " so ", " before ", " until "} {
		if at := strings.LastIndex(short[min(least, len(short)):], next); at >= 0 {
			return short[:least+at] + "…"
		}
	}
	return short
}

// times is once, twice, three times.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return text.Number(n) + " times"
}

// counted begins a sentence with a number of things: "Nine recommendations".
func counted(n int, one, many string) string { return text.UpperFirst(text.Count(n, one, many)) }

// span is the academic years of cases in words: "in 2018–19", "from 2018–19 to 2022–23".
func span(years []string) string {
	first, last := "", ""
	for _, y := range years {
		if y == "" {
			continue
		}
		if first == "" || y < first {
			first = y
		}
		last = max(last, y)
	}
	switch {
	case first == "":
		return ""
	case first == last:
		return "in " + text.AcademicYear(first)
	}
	return "from " + text.AcademicYear(first) + " to " + text.AcademicYear(last)
}

// statusHref is the register's list of one status.
func (p *Pages) statusHref(from string) func(site.Bucket) string {
	return func(b site.Bucket) string { return p.URL(from, site.RegisterPath(site.StatusPart(b))) }
}

// yearLink is a year's list of cases, its name alone when there is none.
func (p *Pages) yearLink(from, year string) Link {
	l := Link{Text: text.AcademicYear(year)}
	if _, ok := p.Route("cases/year/" + year + "/"); ok {
		l.Href = p.URL(from, "cases/year/"+year+"/")
	}
	return l
}

// write is where a contact is reached: by email, by form, else on the page of contacts.
func (p *Pages) write(from string, id site.NodeID) string {
	if id == site.None {
		return ""
	}
	c := p.Doc(id).Entity.(*content.Contact)
	switch {
	case c.Email != "":
		return "mailto:" + c.Email
	case c.FormAddress != "":
		return c.FormAddress
	}
	return p.URLTo(from, id)
}

// noted is a note with what stands before it, "" without a note.
func noted(before, note string) string {
	if note == "" {
		return ""
	}
	return before + note
}

// words is the plain text of a piece of HTML that this package made.
func words(h template.HTML) string {
	var b strings.Builder
	rest := string(h)
	for {
		before, tag, ok := strings.Cut(rest, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		_, rest, ok = strings.Cut(tag, ">")
		if !ok {
			break
		}
	}
	return text.Plain(html.UnescapeString(b.String()))
}
