package render

import (
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// What a guide page shows at most beside its own text.
const (
	mostInPractice = 3
	mostAsked      = 4
)

// guideView is one page of guidance.
func (p *Pages) guideView(r site.Route) Guide {
	n := p.Node(r.Node)
	d := p.Docs[n.Doc]
	g := d.Entity.(*content.Guide)
	pr := p.prose(r.Path, n.Doc, true)
	v := Guide{
		Frame:       p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, "guide/", "Guide")...),
		Summary:     d.Head.Summary,
		Audience:    forWhom(p.Inherited(r.Node).Audience),
		Counterpart: p.counterpart(r.Path, r.Node),
		Contents:    contents(d.Headings),
		Body:        pr.beside(d.Body),
		Principles:  p.putToWork(r.Path, n.Doc, g.Exemplifies),
		Requests:    p.askings(r.Path, p.AskedNear(r.Node, mostAsked)),
		References:  pr.references(),
		Backlinks:   p.backlinks(r.Path, r.Node),
		Cite:        p.citeBlock(r.Path, r.Node),
		Dates:       p.dates(r.Path, r.Node),
	}
	for i, place := range p.StandsIn(r.Node) {
		if i == 0 && place.N > 0 {
			v.Journey = p.journeyBar(r.Path, r.Node, place)
			continue
		}
		v.AlsoIn = append(v.AlsoIn, p.alsoIn(r.Path, place))
	}
	for _, c := range p.InPractice(r.Node, mostInPractice) {
		card := p.card(r.Path, c.Node)
		card.Reason = sentence(c.Reason)
		v.InPractice = append(v.InPractice, card)
	}
	v.Also = p.aboutThis(r.Path, r.Node)
	return v
}

// forWhom says it only where it sends somebody elsewhere.
func forWhom(audience string) string {
	switch audience {
	case "staff":
		return "For staff."
	case "students":
		return "For students."
	}
	return ""
}

// counterpart is the version for the others, whichever of the two pages names it.
func (p *Pages) counterpart(from string, id site.NodeID) Link {
	n := p.Node(id)
	other := p.Rel(n.Doc, p.Docs[n.Doc].Entity.(*content.Guide).Counterpart)
	if other == site.None {
		for _, e := range p.Inverse(id, "counterpart", "guide") {
			other = e.From
		}
	}
	if !p.Visible(other) {
		return Link{}
	}
	words := "This advice has another version: " + p.Node(other).Title
	switch p.Inherited(other).Audience {
	case "staff":
		words = "Staff have their own version of this page"
	case "students":
		words = "Students have their own version of this page"
	}
	return Link{Text: words, Href: p.URLTo(from, other)}
}

// putToWork are the principles that a page says it follows, with the reason where one is given.
func (p *Pages) putToWork(from string, doc int32, rels []content.Rel) []Item {
	var out []Item
	for _, rel := range rels {
		id := p.Rel(doc, rel)
		if id == site.None {
			continue
		}
		l := p.link(from, id)
		item := Item{Text: l.Text, Href: l.Href}
		if ref, ok := p.Docs[doc].Rel(rel); ok && ref.Note != "" {
			item.Note = ": " + ref.Note
		}
		out = append(out, item)
	}
	return out
}

// journeyBar says where a page stands in its main journey.
func (p *Pages) journeyBar(from string, id site.NodeID, place site.Stand) JourneyBar {
	l := p.link(from, place.Journey)
	bar := JourneyBar{Title: l.Text, Href: l.Href, Where: text.UpperFirst(stepOf(place))}
	for i, st := range place.Steps {
		m := JourneyMark{Number: strconv.Itoa(i + 1), Title: p.stepTitle(st), Href: p.URLTo(from, st.Pages[0]), State: "before"}
		switch {
		case i+1 == place.N:
			// Of several pages in a step the reader is on one: the mark of where they are leads there.
			m.State, m.Href = "here", p.URLTo(from, id)
		case i+1 > place.N:
			m.State = "ahead"
		}
		bar.Steps = append(bar.Steps, m)
	}
	if i := place.N - 2; i >= 0 {
		bar.Prev = StepLink{Label: "Back, step " + bar.Steps[i].Number, Title: bar.Steps[i].Title, Href: bar.Steps[i].Href}
	}
	if i := place.N; i < len(bar.Steps) {
		bar.Next = StepLink{Label: "On, step " + bar.Steps[i].Number, Title: bar.Steps[i].Title, Href: bar.Steps[i].Href}
	}
	return bar
}

// stepTitle is the step's name, or its page's shorter title.
func (p *Pages) stepTitle(st site.StepOf) string {
	if len(st.Pages) == 1 && st.Title == p.Node(st.Pages[0]).Title {
		if short := p.Doc(st.Pages[0]).Head.Short; short != "" {
			return short
		}
	}
	return st.Title
}

func stepOf(place site.Stand) string {
	return "step " + strconv.Itoa(place.N) + " of " + strconv.Itoa(len(place.Steps))
}

// alsoIn is a further journey of a page.
func (p *Pages) alsoIn(from string, place site.Stand) Item {
	l := p.link(from, place.Journey)
	if place.N == 0 {
		return Item{Text: l.Text, Href: l.Href, Note: ", beside the steps"}
	}
	return Item{Text: l.Text, Href: l.Href, Note: ", " + stepOf(place)}
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = text.UpperFirst(strings.TrimSpace(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}
