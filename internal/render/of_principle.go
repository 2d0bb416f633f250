package render

import (
	"html/template"
	"slices"
	"strconv"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// principleView is one principle: its wording, what it asks, its equivalents and where it is seen.
func (p *Pages) principleView(r site.Route) Principle {
	n := p.Node(r.Node)
	d := p.Docs[n.Doc]
	pr := p.prose(r.Path, n.Doc, true)
	trace := p.up(r.Path, "principles/", "Principles")
	v := Principle{
		Summary:      d.Head.Summary,
		Body:         pr.beside(d.Body),
		AsksStaff:    pr.section("Asks of staff"),
		AsksStudents: pr.section("Asks of students"),
		AsksEveryone: pr.section("Asks of everyone"),
		Matches:      p.matches(r.Path, r.Node),
		Cases:        append(p.filedCards(r.Path, r.Node, "case"), p.filedCards(r.Path, r.Node, "insight")...),
		Guidance:     p.filedCards(r.Path, r.Node, "guide"),
		CasesNote:    latestOf(p.casesShowing(r.Node)),
		Requests:     p.requestsServing(r.Path, r.Node),
		References:   pr.references(),
		Backlinks:    p.backlinks(r.Path, r.Node),
		Dates:        p.dates(r.Path, r.Node),
	}
	for i, f := range p.frameworksOf(r.Node) {
		l := p.link(r.Path, f)
		if i > 0 {
			v.PartOf = append(v.PartOf, l)
			continue
		}
		v.Framework, v.Position = l, p.position(f, r.Node)
		trace = append(trace, l)
	}
	if _, ok := p.Route(comparePath); ok {
		v.CrosswalkHref = p.URL(r.Path, comparePath)
	}
	v.Frame = p.frame(r, n.Title, d.Head.Summary, trace...)
	return v
}

// section is a named section of a document, "" without one.
func (p *prose) section(name string) template.HTML {
	sec, ok := p.d.Section(name)
	if !ok {
		return ""
	}
	return p.html(sec.Body)
}

// frameworksOf are the frameworks that a principle is part of, each once.
func (p *Pages) frameworksOf(principle site.NodeID) []site.NodeID {
	var out []site.NodeID
	for _, e := range p.Inverse(principle, "principles", "framework") {
		if p.Visible(e.From) && !slices.Contains(out, e.From) {
			out = append(out, e.From)
		}
	}
	return out
}

// position is "Third of eight". Values have no order, so they have no place in one.
func (p *Pages) position(framework, principle site.NodeID) string {
	doc := p.Node(framework).Doc
	f := p.Docs[doc].Entity.(*content.Framework)
	ids, _ := p.principlesOf(doc, f)
	i := slices.Index(ids, principle)
	if i < 0 {
		return ""
	}
	if f.Form == "values" || f.Form == "matrix" {
		return "One of " + text.Number(len(ids))
	}
	return text.UpperFirst(ordinal(i+1)) + " of " + text.Number(len(ids))
}

var ordinals = [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

// ordinal is "third", and from 13 on "13th".
func ordinal(n int) string {
	if n >= 1 && n <= len(ordinals) {
		return ordinals[n-1]
	}
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}

// matches are a principle's equivalents with the frameworks they belong to.
func (p *Pages) matches(from string, principle site.NodeID) []Match {
	var out []Match
	for _, m := range p.Matches(principle) {
		if !p.Visible(m.Other) {
			continue
		}
		match := p.match(from, m)
		if f := p.FrameworkOf(m.Other); f != site.None {
			match.Framework = p.link(from, f)
		}
		out = append(out, match)
	}
	return out
}

// match is an equivalent without its framework.
func (p *Pages) match(from string, m site.Match) Match {
	l := p.link(from, m.Other)
	return Match{Class: m.Word, Word: text.UpperFirst(m.Word), Title: l.Text, Href: l.Href, Reason: sentence(m.Reason)}
}

// latestOf says that only the latest of many are shown; "" when all are.
func latestOf(n int) string {
	if n <= site.FiledSize {
		return ""
	}
	return "The latest " + text.Number(site.FiledSize) + " of " + text.Number(n) + "."
}

// requestsServing are the recommendations that say they serve a principle, the latest first.
func (p *Pages) requestsServing(from string, principle site.NodeID) []Request {
	ids, all := p.firstFiled(from, principle, "recommendation")
	return onwardRequest(p.askings(from, ids), all)
}

// onwardRequest adds a line that leads to all of a list.
func onwardRequest(requests []Request, all Link) []Request {
	if all.Href == "" {
		return requests
	}
	return append(requests, Request{Text: all.Text, Href: all.Href})
}
