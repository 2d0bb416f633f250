package render

import (
	"slices"
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
		Frame: p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, kind.Folder+"/", upper(kind.Plural))...),
		Kind:  upper(kind.Name), Summary: d.Head.Summary, Body: pr.blocks(d.Body), References: pr.references(),
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
	v.Contact = p.contact(r.Path, p.Rel(n.Doc, contact))
	v.Also = append(v.Also, p.aboutThis(r.Path, r.Node)...)
	return v
}

var callClass = map[site.CallState]string{
	site.CallClosing: "soon", site.CallOpen: "open", site.CallUpcoming: "later", site.CallUnknown: "later", site.CallClosed: "over",
}

// callNote says in a sentence when a call opens or closes.
func (p *Pages) callNote(c site.Call, rolling bool) string {
	switch c.State {
	case site.CallUnknown:
		return "The dates are not yet known."
	case site.CallUpcoming:
		return "It opens on " + text.Moment(c.Opens) + "."
	case site.CallClosed:
		return "It closed on " + text.Moment(c.Closes) + "."
	}
	if c.Closes == "" {
		if rolling {
			return "Open all year."
		}
		return ""
	}
	day := c.Closes[:len("2027-01-22")]
	if day == p.Today {
		if at := strings.TrimSpace(strings.TrimPrefix(c.Closes, day)); at != "" {
			return "Closes today at " + at + "."
		}
		return "Closes today."
	}
	return "Closes in " + text.Waited(p.Today, day) + ", on " + text.Moment(c.Closes) + "."
}

func (p *Pages) fillOpportunity(v *Entry, r site.Route, o *content.Opportunity) {
	n := p.Node(r.Node)
	call := p.Call(r.Node)
	v.Kind, v.State, v.StateClass, v.StateNote = upper(o.Type), call.State.Word(), callClass[call.State], p.callNote(call, o.Rolling)
	v.Glance = append(v.Glance, p.row(r.Path, "Part of", p.Rels(n.Doc, []content.Rel{o.Programme}))...)
	for _, f := range []struct{ term, words string }{
		{"For", forAudience(p.Inherited(r.Node).Audience)}, {"Amount", o.Amount}, {"Pay", o.Pay}, {"Hours", o.Hours}, {"Who can apply", o.Eligibility}, {"On a visa", o.Visa},
	} {
		v.Glance = append(v.Glance, fact(f.term, f.words)...)
	}
	for i, one := range o.Rounds {
		v.Glance = append(v.Glance, Row{Term: "Round " + strconv.Itoa(i+1), Items: []Item{{Text: "Closes on " + text.LongDate(one.Closes) + ".", Note: noted(" ", one.Note)}}})
	}
	if call.State == site.CallOpen || call.State == site.CallClosing {
		v.Action = p.way(r.Path, "Apply", o.Apply, p.Rel(n.Doc, o.ApplyTo))
	}
	programme := p.Rel(n.Doc, o.Programme)
	if cases := p.records.lists().projects[programme]; o.Type == "project call" && programme != site.None && len(cases) > 0 {
		v.Also = append(v.Also, CardGroup{ID: "before", Heading: "Earlier projects", Cards: p.cards(r.Path, cases[:min(3, len(cases))])})
		return
	}
	if o.Type != "fund" {
		programme = site.None // what a bursary or a place on a panel pays for is named on the case itself
	}
	if funded := p.funded(r.Node, programme); len(funded) > 0 {
		v.Also = append(v.Also, CardGroup{ID: "funded", Heading: "Projects paid for from it before", Cards: p.cards(r.Path, funded)})
	}
}

// funded are the cases that name an opportunity, or the programme it belongs to, as what paid for them, latest first.
func (p *Pages) funded(id, programme site.NodeID) []site.NodeID {
	edges := p.Inverse(id, "funding", "case")
	if programme != site.None {
		edges = append(edges, p.Inverse(programme, "funding", "case")...)
	}
	var out []site.NodeID
	for _, e := range edges {
		if p.Listed(e.From) && !slices.Contains(out, e.From) {
			out = append(out, e.From)
		}
	}
	p.ByYear(out)
	return out[:min(len(out), site.PageSize)]
}

func forAudience(audience string) string {
	switch audience {
	case "staff":
		return "Staff"
	case "students":
		return "Students"
	}
	return "Staff and students"
}

// way is a link to do something: to an address, or to a contact.
func (p *Pages) way(from, text, address string, contact site.NodeID) Link {
	switch {
	case contact != site.None:
		return Link{Text: text + ": write to the " + p.Node(contact).Title, Href: p.write(from, contact)}
	case strings.Contains(address, "://"):
		return Link{Text: text, Href: address}
	}
	return Link{}
}

func (p *Pages) fillEvent(v *Entry, r site.Route, e *content.Event) {
	n := p.Node(r.Node)
	switch {
	case e.Status == "cancelled":
		v.State, v.StateClass, v.StateNote = "Cancelled", "over", "It will not take place."
	case p.Over(r.Node):
		v.State, v.StateClass, v.StateNote = "Over", "over", "It took place on "+text.Moment(e.Start)+"."
	case e.Status == "moved":
		v.State, v.StateClass, v.StateNote = "Moved", "soon", "It is now on "+text.Moment(e.Start)+"."
		if e.Was != "" {
			v.StateNote = "It was to be on " + text.Moment(e.Was) + " and is now on " + text.Moment(e.Start) + "."
		}
	}
	v.Glance = append(v.Glance, fact("When", span2(e.Start, e.End))...)
	v.Glance = append(v.Glance, fact("Where", e.Place)...)
	if e.Online != "" {
		v.Glance = append(v.Glance, Row{Term: "Online", Items: []Item{{Text: "Join from elsewhere", Href: e.Online}}})
	}
	v.Glance = append(v.Glance, fact("Access", e.Access)...)
	if !strings.Contains(e.Book, "://") {
		v.Glance = append(v.Glance, fact("How to come", e.Book)...)
	} else if v.StateClass != "over" {
		v.Action = Link{Text: "Book a place", Href: e.Book}
	}
	seen := Row{Term: "Afterwards"}
	for _, l := range []Item{{Text: "Recording", Href: e.Recording}, {Text: "Transcript", Href: e.Transcript}} {
		if l.Href != "" {
			seen.Items = append(seen.Items, l)
		}
	}
	if len(seen.Items) > 0 {
		v.Glance = append(v.Glance, seen)
	}
	v.about(p, r.Path, p.Rels(n.Doc, e.About))
}

// span2 is when something begins and ends: one day is said once.
func span2(start, end string) string {
	const day = len("2027-03-10")
	if len(end) > day && end[:day] == start[:day] {
		return text.Moment(start) + " to " + end[day+1:]
	}
	if end != "" && end != start {
		return text.Moment(start) + " to " + text.Moment(end)
	}
	return text.Moment(start)
}

// about adds what an entry is about.
func (v *Entry) about(p *Pages, from string, ids []site.NodeID) {
	if len(ids) > 0 {
		v.Also = append(v.Also, CardGroup{ID: "about", Heading: "What it is about", Cards: p.cards(from, ids)})
	}
}

// byline is who tells a story, as each chose to be shown.
func (p *Pages) byline(doc int32, credits content.Credits) string {
	var names []string
	for _, cr := range credits.People {
		if shown, _, _ := p.credit(doc, cr); shown != "" && cr.As == "" {
			names = append(names, shown)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "By " + text.Join(names, "and")
}

func (p *Pages) fillStory(v *Entry, r site.Route, s *content.Story) {
	n := p.Node(r.Node)
	v.People = p.credited(r.Path, n.Doc, s.Credits, "Author")
	if ref := p.Rel(n.Doc, s.FullText); ref != site.None {
		if entry := p.records.works()[ref]; entry.entry != "" {
			v.People = append(v.People, Row{Term: "Full text", Items: []Item{{Text: words(entry.entry), Href: p.URL(r.Path, p.Href(ref))}}})
		}
	}
	v.Byline = p.byline(n.Doc, s.Credits)
	v.about(p, r.Path, p.Rels(n.Doc, s.About))
}

func (p *Pages) fillQuestion(v *Entry, r site.Route, q *content.Question) {
	n := p.Node(r.Node)
	v.State, v.StateClass = "Open", "open"
	answers := p.Rels(n.Doc, q.AnsweredBy)
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
		meta = append(meta, upper(e.Type))
		if e.Amount != "" {
			meta = append(meta, e.Amount)
		} else if e.Pay != "" {
			meta = append(meta, e.Pay)
		}
	case *content.Event:
		label = span2(e.Start, e.End)
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
		if k := len(p.Rels(n.Doc, e.AnsweredBy)); k > 0 {
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
		if len(p.Rels(p.Node(id).Doc, e.AnsweredBy)) > 0 {
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
