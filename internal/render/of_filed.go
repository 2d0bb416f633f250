package render

import (
	"cmp"
	"slices"
	"strconv"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// filedWords are what a list of things of a kind counts.
var filedWords = map[string][2]string{
	"case": {"case", "cases"}, "recommendation": {"recommendation", "recommendations"}, "insight": {"panel discussion", "panel discussions"},
	"question": {"question", "questions"}, "story": {"story", "stories"}, "event": {"event", "events"}, "opportunity": {"call", "calls"},
	"guide": {"page of guidance", "pages of guidance"}, "reference": {"work", "works"},
}

// filedKey is a list of things of a kind that belongs to a page.
type filedKey struct {
	page site.NodeID
	kind string
}

// filed are all things of a kind that are filed under a page, in the order in which its lists show them. Long ones, which have pages
// of their own, are put in order once.
func (p *Pages) filed(page site.NodeID, kind string) []site.NodeID {
	if kind == "case" && p.Node(page).Kind == "theme" {
		return p.records.themes()[page]
	}
	if ids, ok := p.records.filed.Load(filedKey{page, kind}); ok {
		return ids.([]site.NodeID)
	}
	ids := p.Filed(page, kind)
	switch kind {
	case "case":
		p.ByYear(ids)
	case "insight":
		p.byPublished(ids)
	case "recommendation":
		slices.SortFunc(ids, func(a, b site.NodeID) int {
			return cmp.Or(cmp.Compare(p.Rec(b).Asked, p.Rec(a).Asked), cmp.Compare(p.Node(a).ID, p.Node(b).ID))
		})
	case "question":
		answered := func(id site.NodeID) int { return min(1, len(p.answersTo(id))) }
		slices.SortStableFunc(ids, func(a, b site.NodeID) int { return cmp.Compare(answered(a), answered(b)) })
	}
	if len(ids) > p.FiledShown(page, kind) {
		p.records.filed.Store(filedKey{page, kind}, ids)
	}
	return ids
}

// byPublished puts what has a day of publication in order, the latest first.
func (p *Pages) byPublished(ids []site.NodeID) {
	slices.SortStableFunc(ids, func(a, b site.NodeID) int {
		return cmp.Or(cmp.Compare(p.Doc(b).Head.Published, p.Doc(a).Head.Published), cmp.Compare(p.Node(a).ID, p.Node(b).ID))
	})
}

// firstFiled are as many of the things of a kind filed under a page as that page shows, and where all are when there are more.
func (p *Pages) firstFiled(from string, page site.NodeID, kind string) (ids []site.NodeID, all Link) {
	ids = p.filed(page, kind)
	shown := p.FiledShown(page, kind)
	if len(ids) <= shown {
		return ids, Link{}
	}
	words := filedWords[kind]
	return ids[:shown], Link{Text: "All " + text.Count(len(ids), words[0], words[1]), Href: p.URL(from, p.FiledPath(page, kind))}
}

// filedCards are the same as cards, the last of which leads to all.
func (p *Pages) filedCards(from string, page site.NodeID, kind string) []Card {
	ids, all := p.firstFiled(from, page, kind)
	return onward(p.becauseFiled(from, page, ids), all)
}

// onward adds a card that leads to all of a list.
func onward(cards []Card, all Link) []Card {
	if all.Href == "" {
		return cards
	}
	return append(cards, Card{Title: all.Text, Href: all.Href})
}

// becauseFiled are cards, each with what it says of the page it is filed under.
func (p *Pages) becauseFiled(from string, page site.NodeID, ids []site.NodeID) []Card {
	out := p.cards(from, ids)
	for i, id := range ids {
		out[i].Reason = p.whyFiled(page, id)
	}
	return out
}

// whyFiled is how a project shows a principle, the word that it has for a method, the part that somebody took in it.
func (p *Pages) whyFiled(page, id site.NodeID) string {
	kind := p.Node(page).Kind
	if kind != "principle" && kind != "method" && kind != "person" {
		return ""
	}
	for _, e := range p.Out(id) {
		if e.To != page {
			continue
		}
		switch p.Relation(e) {
		case "exemplifies":
			if p.Node(id).Kind == "guide" {
				return ""
			}
			return sentence(p.Ref(e).Note)
		case "methods":
			return sentence(asTyped(p.Ref(e), p.Node(page).Title))
		case "person":
			return p.partIn(e)
		}
	}
	return ""
}

// filedView lists everything of a kind under a page that shows only the first of it.
func (p *Pages) filedView(r site.Route) Listing {
	n := p.Node(r.Node)
	ids, words := p.filed(r.Node, r.Arg), filedWords[r.Arg]
	start := (r.Page - 1) * site.FiledSize
	here := ids[start:min(start+site.FiledSize, len(ids))]
	title := n.Title + ": all " + words[1]
	trace := []Link{p.link(r.Path, r.Node)}
	if kind, ok := content.KindNamed(n.Kind); ok {
		trace = append(p.up(r.Path, kind.Folder+"/", p.listTitle(n.Kind)), trace...)
	}
	if n.Kind == "theme" {
		title = text.UpperFirst(words[1]) + " about " + lower(n.Title)
	}
	v := Listing{
		Showing: counted(len(ids), words[0], words[1]),
		Paging:  p.pagingOf(r.Path, p.FiledPath(r.Node, r.Arg), r.Page, len(ids), site.FiledSize),
	}
	if r.Arg != "case" {
		v.Groups = []CardGroup{{Cards: p.becauseFiled(r.Path, r.Node, here)}}
	} else {
		v.Groups = p.yearGroups(r.Path, here)
		for g, at := 0, 0; g < len(v.Groups); g++ {
			for i := range v.Groups[g].Cards {
				v.Groups[g].Cards[i].Reason = p.whyFiled(r.Node, here[at])
				at++
			}
		}
	}
	if r.Page > 1 {
		title += ", page " + strconv.Itoa(r.Page)
	}
	v.Frame = p.frame(site.Route{Path: r.Path, Node: site.None}, title, "", trace...)
	return v
}
