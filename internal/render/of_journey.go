package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// journeyView is an ordered way through the guide.
func (p *Pages) journeyView(r site.Route) Journey {
	n := p.Node(r.Node)
	d := p.Docs[n.Doc]
	j := d.Entity.(*content.Journey)
	trace := slices.Concat(p.up(r.Path, "guide/", "Guide"), p.up(r.Path, "journeys/", "Journeys"))
	v := Journey{
		Frame:     p.frame(r, n.Title, d.Head.Summary, trace...),
		Summary:   d.Head.Summary,
		Audience:  forWhom(p.Inherited(r.Node).Audience),
		Intro:     p.prose(r.Path, n.Doc, false).html(d.Body),
		Secondary: p.cards(r.Path, p.published(p.Rels(n.Doc, j.Secondary))),
		Dates:     p.dates(r.Path, r.Node),
	}
	if text.Fold(strings.TrimSuffix(v.Audience, ".")) == text.Fold(n.Title) {
		v.Audience = ""
	}
	for i, st := range p.Steps(r.Node) {
		v.Steps = append(v.Steps, JourneyStep{Number: strconv.Itoa(i + 1), Optional: st.Optional, Choices: p.cards(r.Path, st.Pages)})
	}
	for _, id := range p.published(p.Rels(n.Doc, j.Related)) {
		card := p.card(r.Path, id)
		card.Reason = p.elsewhere(id, r.Node)
		v.Related = append(v.Related, card)
	}
	return v
}

// elsewhere says which other journey a page belongs to, "" when none.
func (p *Pages) elsewhere(page, not site.NodeID) string {
	for _, place := range p.StandsIn(page) {
		switch {
		case place.Journey == not:
		case place.N > 0:
			return "Part of " + p.Node(place.Journey).Title
		default:
			return "Beside " + p.Node(place.Journey).Title
		}
	}
	return ""
}

// published leaves out what has been withdrawn: its tombstone is no page to send a reader to.
func (p *Pages) published(ids []site.NodeID) []site.NodeID {
	return slices.DeleteFunc(ids, func(id site.NodeID) bool { return !p.Visible(id) })
}
