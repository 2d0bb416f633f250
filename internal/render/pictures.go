package render

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"casebook/internal/card"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// Picture is a card with its address from the root.
type Picture struct {
	card.Card
	Path string
	alt  string
}

// Pictures are the cards that pages name, by path. None are drawn yet, and none are named without a base URL: their addresses
// have to be absolute.
func (p *Pages) Pictures() []Picture {
	return slices.SortedFunc(maps.Values(p.pictures), func(a, b Picture) int { return strings.Compare(a.Path, b.Path) })
}

// picturesOf are the site's cards by the path of the page they are made for: the front page, the list of each kind, each theme,
// and where casebook.yaml says so every page of its own. A title in letters that cards cannot draw has none.
func picturesOf(s *site.Site) map[string]Picture {
	out := map[string]Picture{}
	if s.BaseURL == "" {
		return out
	}
	set := &s.Settings
	add := func(path string, c card.Card) {
		if c.Fits() {
			out[path] = Picture{Card: c, Path: c.Name(path), alt: c.Alt()}
		}
	}
	front := card.Card{Site: set.Organisation, Title: set.Title}
	if r, ok := s.Route(""); ok && r.Node != site.None {
		front.Text = text.FirstSentence(s.Doc(r.Node).Head.Summary)
	}
	add("", front)
	for _, kind := range content.Kinds {
		if r, ok := s.Route(kind.Folder + "/"); ok && r.Node == site.None && kind.Name != "person" {
			c := card.Card{Site: set.Title, Of: set.Organisation, Title: kind.ListTitle()}
			if kind.Name == "response" {
				c.Title = "Asked and answered"
			}
			if d, _ := s.Intro(kind.Name); d != nil {
				c.Title, c.Text = d.Head.Title, text.FirstSentence(d.Head.Summary)
			}
			add(r.Path, c)
		}
	}
	for _, r := range s.Routes {
		if r.Node == site.None || r.View != "theme" && set.Cards != "each" || r.Path != s.Node(r.Node).Path {
			continue
		}
		switch r.View {
		case "redirect", "tombstone", "home", "person", "term": // what names a person goes when the consent does, so it is not drawn
			continue
		}
		add(r.Path, pageCard(s, r))
	}
	return out
}

// pageCard is the card of one page.
func pageCard(s *site.Site, r site.Route) card.Card {
	n := s.Node(r.Node)
	c := card.Card{Site: s.Settings.Title, Of: s.Settings.Organisation, Label: text.UpperFirst(n.Kind), Number: n.Number, Key: n.Key, Title: n.Title}
	switch n.Kind {
	case "page", "statement":
		c.Label = ""
	case "recommendation":
		if s.Node(n.Parent).Kind == "insight" {
			c.Label = "Suggestion"
		}
	case "theme":
		c.Text = text.FirstSentence(cmp.Or(s.Doc(r.Node).Head.Summary, s.Doc(r.Node).Entity.(*content.Theme).Scope))
	}
	return c
}

// picture is the card of a page: its own, that of its first theme, that of its kind, or that of the site.
func (p *Pages) picture(a *about) Picture {
	if pic, ok := p.pictures[a.Path]; ok || len(p.pictures) == 0 {
		return pic
	}
	section := a.Path[:strings.IndexByte(a.Path, '/')+1]
	switch a.View {
	case "recommendation":
		section = "responses/"
	case "filed":
		section = a.node.Path
	default:
		for _, theme := range a.themes {
			if pic, ok := p.pictures[p.Node(theme).Path]; ok {
				return pic
			}
		}
	}
	if pic, ok := p.pictures[section]; ok {
		return pic
	}
	return p.pictures[""]
}
