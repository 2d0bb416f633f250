package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

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
	v.Kind, v.State, v.StateClass, v.StateNote = text.UpperFirst(o.Type), call.State.Word(), callClass[call.State], p.callNote(call, o.Rolling)
	if rest, ok := strings.CutPrefix(v.StateNote, v.State+" "); ok {
		v.StateNote = text.UpperFirst(rest) // the state stands beside it
	}
	v.Glance = append(v.Glance, p.row(r.Path, "Part of", p.Rels(n.Doc, []content.Rel{o.Programme}))...)
	for _, f := range []struct{ term, words string }{
		{"For", forAudience(p.Inherited(r.Node).Audience)}, {"Amount", o.Amount}, {"Pay", o.Pay}, {"Hours", o.Hours}, {"Who can apply", o.Eligibility}, {"On a visa", o.Visa},
	} {
		v.Glance = append(v.Glance, fact(f.term, f.words)...)
	}
	for i, one := range o.Rounds {
		v.Glance = append(v.Glance, Row{Term: "Round " + strconv.Itoa(i+1), Items: []Item{{Text: "Closes on " + text.LongDate(one.Closes) + ".", Note: noted(" ", one.Note)}}})
	}
	if call.Closes != "" && call.State != site.CallClosed && call.State != site.CallUnknown {
		v.Glance = append(v.Glance, p.calendar(r.Path, r.Node))
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
		shown := funded[:min(len(funded), site.PageSize)]
		cards := p.cards(r.Path, shown)
		if n := len(funded) - len(shown); n > 0 {
			cards = onward(cards, p.moreCases(r.Path, n))
		}
		v.Also = append(v.Also, CardGroup{ID: "funded", Heading: "Projects paid for from it before", Cards: cards})
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
	return out
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
