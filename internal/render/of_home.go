package render

import (
	"slices"

	"casebook/internal/site"
	"casebook/internal/text"
)

// latestShown is how many responses the front page lists.
const latestShown = 6

func (p *Pages) homeView(r site.Route) Home {
	title, summary := p.Settings.Title, ""
	v := Home{Record: p.record(r.Path), Latest: p.latestResponses(r.Path), Notices: p.currentNotices(r.Path), Calls: p.openCalls(r.Path)}
	v.Doors = p.doors(r.Path, len(v.Calls) > 0)
	if r.Node != site.None {
		d := p.Doc(r.Node)
		title, summary = d.Head.Title, d.Head.Summary
		v.Body = p.prose(r.Path, p.Node(r.Node).Doc, true).blocks(d.Body)
	}
	v.Summary = summary
	if _, ok := p.Route("opportunities/"); ok && len(v.Calls) > 0 {
		v.CallsMore = Link{Text: p.listTitle("opportunity"), Href: p.URL(r.Path, "opportunities/")}
	}
	v.Frame = p.frame(r, title, summary)
	v.SearchHref = p.searchHref(r.Path)
	if _, ok := p.Route("responses/"); ok && len(v.Latest) > 0 {
		v.LatestMore = Link{Text: "All recommendations and responses", Href: p.URL(r.Path, "responses/")}
	}
	return v
}

// callsShown is how many calls the front page lists.
const callsShown = 4

// openCalls are what can be applied for, closing soonest first.
func (p *Pages) openCalls(from string) []Card {
	var out []Card
	for _, e := range p.entries("opportunity") {
		if state := p.Call(e.id).State; state <= site.CallOpen && len(out) < callsShown {
			out = append(out, p.card(from, e.id))
		}
	}
	return out
}

// currentNotices are the notices that have not ended, latest first.
func (p *Pages) currentNotices(from string) []HomeNotice {
	var out []HomeNotice
	for _, e := range p.entries("notice") {
		n, d := p.Node(e.id), p.Doc(e.id)
		if d.Head.Expires >= p.Today {
			out = append(out, HomeNotice{ID: n.ID, Title: n.Title, HTML: p.prose(from, n.Doc, false).html(d.Body), Date: date(d.Head.Published)})
		}
	}
	return out
}

// latestResponses are the most recent answers, newest first.
func (p *Pages) latestResponses(from string) []Request {
	var out []Request
	for _, l := range p.LatestAnswers(latestShown) {
		n := p.Node(l.Rec)
		q := Request{
			Text: n.Title, Href: p.URL(from, n.Path), Mark: Mark{Number: n.Number, Key: n.Key}, Status: p.answerStatus(l.Answer),
			Who: text.UpperFirst(p.who(l.Answer)), Date: date(l.Answer.Date),
		}
		switch l.Answer.Decision {
		case "confirmed":
			q.Who = p.deed(l.Answer, "Confirmed by", "confirmed it")
		case "used-elsewhere":
			q.Status = p.statusOf(p.Rec(l.Rec))
			q.Who = p.deed(l.Answer, "Used by", "used it")
		}
		out = append(out, q)
	}
	return out
}

// deed is who did something. Free words come first, as typed, for nobody knows whether their capital is a name's.
func (p *Pages) deed(a site.Answer, by, did string) string {
	if a.By == site.None && a.ByText != "" {
		return text.UpperFirst(a.ByText) + " " + did
	}
	return by + " " + p.inText(a)
}

// inText is who gave an answer, within a sentence.
func (p *Pages) inText(a site.Answer) string {
	if a.By != site.None {
		return p.unitInText(a.By)
	}
	if who := p.who(a); who != "" {
		return who
	}
	return "others"
}

// doors are the two ways in: for those who work here and for those who study here. A door leads only where there is
// a page, and to the calls below it only if there are any.
func (p *Pages) doors(from string, calls bool) []Door {
	staff := Door{ID: "door-staff", Link: Link{Text: "I work here"}, Text: "See what has been asked of your department or service, and answer it."}
	if len(p.OfKind("guide")) > 0 {
		staff.Text = "See what has been asked of your department or service, answer it, and plan work with students."
	}
	students := Door{ID: "door-students", Link: Link{Text: "I study here"}, Text: "Read what other students found, and see whether anything changed."}
	if len(p.OfKind("question")) > 0 {
		students.Text = "Read what other students found, see whether anything changed, and find a question that nobody has answered."
	}
	add := func(d *Door, text, path string) {
		if _, ok := p.Route(path); ok && !p.nothingIn(path) {
			d.Links = append(d.Links, Link{Text: text, Href: p.URL(from, path)})
		}
	}
	for _, j := range p.OfKind("journey") {
		if len(p.Steps(j)) == 0 {
			continue // none of its pages is public
		}
		n := p.Node(j)
		switch p.Inherited(j).Audience {
		case "staff":
			add(&staff, n.Title, n.Path)
		case "students":
			add(&students, n.Title, n.Path)
		default:
			add(&staff, n.Title, n.Path)
			add(&students, n.Title, n.Path)
		}
	}
	add(&staff, "Find what is asked of your department", "units/")
	if known := p.records.helpers(); known.respond != site.None {
		n := p.Node(known.respond)
		add(&staff, n.Title, n.Path)
	}
	add(&students, "Browse projects by theme", "themes/")
	add(&students, "Read the newest projects", "cases/")
	add(&students, "See what became of each recommendation", "responses/")
	if slices.ContainsFunc(p.OfKind("question"), func(id site.NodeID) bool { return len(p.answersTo(id)) == 0 }) {
		add(&students, "Questions nobody has studied yet", "questions/")
	}
	if calls {
		students.Links = append(students.Links, Link{Text: "Calls that are open now", Href: "#calls"})
	}
	var out []Door
	for _, d := range []Door{staff, students} {
		if len(d.Links) > 0 {
			d.Link.Href = d.Links[0].Href
			out = append(out, d)
		}
	}
	return out
}
