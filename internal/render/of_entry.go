package render

import (
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// entryView is a page of a small collection. What its kinds share is here; each adds its own facts.
func (p *Pages) entryView(r site.Route) Entry {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	kind, _ := content.KindNamed(n.Kind)
	pr := p.prose(r.Path, n.Doc, true)
	v := Entry{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, kind.Folder+"/", p.listTitle(kind.Name))...),
		Kind:  text.UpperFirst(kind.Name), Summary: d.Head.Summary, Body: pr.beside(d.Body), References: pr.references(),
		Backlinks: p.backlinks(r.Path, r.Node), Dates: p.dates(r.Path, r.Node),
	}
	contact := content.Rel(0)
	switch e := d.Entity.(type) {
	case *content.Opportunity:
		p.fillOpportunity(&v, r, e)
		contact = e.Contact
		if contact == 0 {
			contact = e.ApplyTo
		}
	case *content.Event:
		p.fillEvent(&v, r, e)
		contact = e.Contact
	case *content.Story:
		p.fillStory(&v, r, e)
	case *content.Question:
		p.fillQuestion(&v, r, e)
		contact = e.Contact
	case *content.Notice:
		if d.Head.Expires < p.Today {
			v.State, v.StateClass, v.StateNote = "Ended", "over", "It was current until "+text.LongDate(d.Head.Expires)+"."
		}
	}
	if item := content.ItemOf(d.Entity); item != nil {
		themes := p.row(r.Path, "Themes", p.Rels(n.Doc, item.Themes))
		if n.Kind == "story" {
			v.People = append(v.People, themes...) // an article begins with its text
		} else {
			v.Glance = append(v.Glance, themes...)
		}
	}
	v.Glance = wideLast(v.Glance, "Round ", "Fixed", "Open to change")
	v.Contact = p.contact(r.Path, p.Rel(n.Doc, contact))
	v.Also = append(v.Also, p.aboutThis(r.Path, r.Node)...)
	return v
}

// about adds what an entry is about.
func (v *Entry) about(p *Pages, from string, ids []site.NodeID) {
	if len(ids) > 0 {
		v.Also = append(v.Also, CardGroup{ID: "about", Heading: "What it is about", Cards: p.cards(from, ids)})
	}
}

// byline is who tells a story, as each chose to be shown.
func (p *Pages) byline(doc int32, credits content.Credits) string {
	var names, others []string
	for _, cr := range credits.People {
		shown, _, _ := p.credit(doc, cr)
		switch {
		case shown == "":
		case cr.As == "":
			names = append(names, shown)
		default:
			others = append(others, shown)
		}
	}
	if len(names) == 0 {
		names = others // each has a role, so none of them only helped
	}
	if len(names) == 0 {
		return ""
	}
	return "By " + text.Join(names, "and")
}

func (p *Pages) fillStory(v *Entry, r site.Route, s *content.Story) {
	n := p.Node(r.Node)
	v.People = p.credited(r.Path, n.Doc, s.Credits, "Author")
	if s.FullText > 0 {
		if file := p.Target(n.Doc, int32(s.FullText-1)).File; file >= 0 && p.Published(file) != "" {
			a := p.Attachments[file]
			v.People = append(v.People, Row{Term: "Full text", Items: []Item{{Text: fileTitle(a), Href: p.URL(r.Path, p.Published(file)), Note: " (" + fileNote(a) + ")"}}})
		}
	}
	if ref := p.Rel(n.Doc, s.FullText); ref != site.None {
		if entry := p.records.works()[ref]; entry.entry != "" {
			v.People = append(v.People, Row{Term: "Full text", Items: []Item{{Text: words(entry.entry), Href: p.URLTo(r.Path, ref)}}})
		}
	}
	v.Byline = p.byline(n.Doc, s.Credits)
	v.Cite = p.citeBlock(r.Path, r.Node)
	v.about(p, r.Path, p.Rels(n.Doc, s.About))
}

func (p *Pages) fillQuestion(v *Entry, r site.Route, q *content.Question) {
	n := p.Node(r.Node)
	v.State, v.StateClass = "Open", "open"
	answers := p.answersTo(r.Node)
	if len(answers) > 0 {
		v.State, v.StateClass, v.StateNote = "Answered", "over", "By "+text.Count(len(answers), "project", "projects")+"."
		v.Also = append(v.Also, CardGroup{ID: "answered", Heading: "Answered by", Cards: p.cards(r.Path, answers)})
	}
	v.Glance = append(v.Glance, p.row(r.Path, "Asked by", p.Rels(n.Doc, []content.Rel{q.Unit}))...)
	v.Glance = append(v.Glance, fact("Fixed", q.Fixed)...)
	v.Glance = append(v.Glance, fact("Open to change", q.Open)...)
}

// entryMeta is what a listing says of an entry: the line above its title, and the facts below.
func (p *Pages) entryMeta(id site.NodeID) (label string, meta []string) {
	n, d := p.Node(id), p.Doc(id)
	switch e := d.Entity.(type) {
	case *content.Opportunity:
		call := p.Call(id)
		label = strings.TrimSuffix(p.callNote(call, e.Rolling), ".")
		meta = append(meta, text.UpperFirst(e.Type))
		if e.Amount != "" {
			meta = append(meta, e.Amount)
		} else if e.Pay != "" {
			meta = append(meta, e.Pay)
		}
	case *content.Event:
		label = timesOf(e.Start, e.End)
		switch e.Status {
		case "cancelled":
			label = "Cancelled: " + label
		case "moved":
			label = "Moved to " + label
		}
		if e.Place != "" {
			meta = append(meta, e.Place)
		}
	case *content.Question:
		if u := p.Rel(n.Doc, e.Unit); u != site.None {
			meta = append(meta, p.Node(u).Title)
		}
		if k := len(p.answersTo(id)); k > 0 {
			meta = append(meta, "Answered by "+text.Count(k, "project", "projects"))
		}
	case *content.Story:
		if by := p.byline(n.Doc, e.Credits); by != "" {
			meta = append(meta, by)
		}
		if d.Head.Published != "" {
			meta = append(meta, date(d.Head.Published).Text)
		}
	case *content.Notice:
		label = "Until " + text.LongDate(d.Head.Expires)
		if d.Head.Expires < p.Today {
			label = "Ended on " + text.LongDate(d.Head.Expires)
		}
		meta = append(meta, date(d.Head.Published).Text)
	}
	return label, meta
}

// answersTo are the cases that answer a question.
func (p *Pages) answersTo(question site.NodeID) []site.NodeID {
	return p.Rels(p.Node(question).Doc, p.Doc(question).Entity.(*content.Question).AnsweredBy)
}

// entryGroup is the heading of its listing under which an entry stands, and a key for the order within the listing.
func (p *Pages) entryGroup(id site.NodeID) (heading, order string) {
	d := p.Doc(id)
	switch e := d.Entity.(type) {
	case *content.Opportunity:
		call := p.Call(id)
		return call.State.Word(), strconv.Itoa(int(call.State)) + call.Closes + "~"
	case *content.Event:
		if p.Over(id) {
			return "Past", "2" + inverted(e.Start)
		}
		if e.Status == "cancelled" {
			return "Cancelled", "1" + e.Start
		}
		return "To come", "0" + e.Start
	case *content.Question:
		if len(p.answersTo(id)) > 0 {
			return "Answered", "1"
		}
		return "Nobody has looked into these yet", "0"
	case *content.Notice:
		if d.Head.Expires < p.Today {
			return "Ended", "1" + inverted(d.Head.Published)
		}
		return "Current", "0" + inverted(d.Head.Published)
	case *content.Insight:
		year := p.CaseOf(id).Year
		return text.AcademicYear(year), inverted(d.Head.Published)
	}
	return "", inverted(d.Head.Published)
}

// inverted is a date in an order in which the latest comes first.
func inverted(iso string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '9' - (r - '0')
		}
		return r
	}, iso)
}
