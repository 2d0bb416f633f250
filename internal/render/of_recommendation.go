package render

import (
	"net/url"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

const (
	mostGuidance = 4  // guides beside a recommendation
	mostTimes    = 12 // lines of the table of an ask on a recommendation; the ask has them all
	mostSiblings = 20 // recommendations of its project; the project has them all
)

func (p *Pages) recommendationView(r site.Route) Recommendation {
	n, rec := p.Node(r.Node), p.Rec(r.Node)
	c, it := p.CaseOf(r.Node), p.Recommendation(r.Node)
	pr := p.prose(r.Path, n.Doc, false)
	parent := p.link(r.Path, n.Parent)
	kind, _ := content.KindNamed(p.Node(n.Parent).Kind)
	trace := append(p.up(r.Path, kind.Folder+"/", p.listTitle(kind.Name)), parent, partOf(kind.Name, parent))
	v := Recommendation{
		Mark: Mark{Number: n.Number, Key: n.Key}, Voice: voiceOf(kind.Name), Status: p.statusOf(rec), Why: p.why(rec), Since: p.sinceLine(rec),
		Stations: p.stations(rec, it.Because, kind.Name), Detail: pr.html(it.Detail), To: p.items(r.Path, rec.For),
		Case: parent, CaseNote: p.caseNote(n.Doc, c), Trail: p.trail(r.Path, r.Node), Repeats: p.tied(r.Path, r.Node),
		Effort: effort("", it.Effort), Cost: effort("Cost: ", it.Cost), Cite: p.citeBlock(r.Path, r.Node), Backlinks: p.backlinks(r.Path, r.Node),
	}
	v.Frame = p.frame(r, n.Title, p.inShort(r.Node), trace...)
	// What is asked twice is asked in the same words: the number tells the pages apart.
	v.Title = n.Title + " (" + n.Number + "/" + n.Key + ") – " + p.Settings.Title
	if it.Withdrawn != "" {
		v.Notice = Notice{Text: sentence("The authors withdrew this recommendation: " + strings.TrimSuffix(it.Withdrawn, "."))}
	}
	if _, answered := latest(rec); answered {
		v.Waiting = p.items(r.Path, rec.Waiting)
	}
	for _, key := range it.Because {
		if i := slices.IndexFunc(c.Findings, func(f content.Finding) bool { return f.Key == key }); i >= 0 {
			v.Because = append(v.Because, Finding{Key: key, Href: parent.Href + "#" + key, HTML: pr.html(c.Findings[i].Body)})
		}
	}
	if ask := p.AskOf(r.Node); ask != site.None {
		v.Again, v.Asked = p.again(r.Path, r.Node, p.records.asks()[ask])
		v.Ask = p.link(r.Path, ask)
	}
	groups := p.Rels(n.Doc, it.Groups)
	if len(groups) == 0 {
		groups = p.Rels(n.Doc, c.Groups)
	}
	if ask := p.AskOf(r.Node); ask != site.None && v.Again == "" {
		v.Filed = p.row(r.Path, "Part of the request", []site.NodeID{ask})
	}
	v.Filed = append(append(v.Filed, p.row(r.Path, "Themes", p.ThemesOf(r.Node))...), p.row(r.Path, "Groups", groups)...)
	principles := p.served(n.Doc, it.Principles, c.Exemplifies)
	v.Principles = p.items(r.Path, principles)
	v.Guidance = p.guidance(r.Path, r.Node, append(p.Rels(n.Doc, it.Principles), p.ThemesOf(r.Node)...))
	v.Used = p.used(r.Path, n)
	v.Also = p.aboutThis(r.Path, r.Node)
	v.Siblings, v.All = p.siblings(r.Path, r.Node, partOf(kind.Name, parent))
	return v
}

// siblings are the recommendations of a project beside one of them. Of very many they are those around it, and whole leads to all.
func (p *Pages) siblings(from string, rec site.NodeID, whole Link) (out []Sibling, all Link) {
	ids := p.RecsOf(p.Node(rec).Parent)
	if len(ids) < 2 {
		return nil, Link{}
	}
	if many := len(ids); many > mostSiblings {
		at, _ := slices.BinarySearch(ids, rec) // one that was withdrawn is not among them
		first := min(max(0, at-mostSiblings/2), many-mostSiblings)
		ids = ids[first : first+mostSiblings]
		all = Link{Text: "All " + text.Count(many, "", lower(whole.Text)), Href: whole.Href}
	}
	out = make([]Sibling, 0, len(ids))
	for _, id := range ids {
		n := p.Node(id)
		out = append(out, Sibling{
			Key: n.Key, Text: n.Title, Short: brief(n.Title), Href: p.URLTo(from, id),
			Status: p.statusOf(p.Rec(id)), Current: id == rec,
		})
	}
	return out, all
}

// voiceOf is who made what an entry of this kind holds: a panel has points and a discussion, no findings and no project.
func voiceOf(kind string) Voice {
	if kind != "insight" {
		return Voice{}
	}
	return Voice{Finding: "Point", Words: "In the panel’s words", Effort: "Effort, as the panel saw it", Others: "From the same discussion"}
}

// partOf is the section that holds a recommendation: of an insight it is called otherwise.
func partOf(kind string, parent Link) Link {
	if kind == "insight" {
		return Link{Text: "Suggestions", Href: parent.Href + "#suggestions"}
	}
	return Link{Text: "Recommendations", Href: parent.Href + "#recommendations"}
}

// items are nodes as a list names them.
func (p *Pages) items(from string, ids []site.NodeID) []Item {
	out := slices.Grow([]Item(nil), len(ids))
	for _, id := range ids {
		l := p.link(from, id)
		out = append(out, Item{Text: l.Text, Href: l.Href})
	}
	return out
}

// served are the principles of a recommendation: its own, else those that its case shows.
func (p *Pages) served(doc int32, own, inherited []content.Rel) []site.NodeID {
	if ids := p.Rels(doc, own); len(ids) > 0 {
		return ids
	}
	return p.Rels(doc, inherited)
}

// inShort describes a recommendation in one sentence, for previews of its address.
func (p *Pages) inShort(id site.NodeID) string {
	n, rec := p.Node(id), p.Rec(id)
	s := statusWords(p.statusOf(rec))
	if to := p.toUnits(rec.For); to != "" {
		return "A recommendation " + to + " from " + p.Node(n.Parent).Title + " (" + n.Number + "): " + s + "."
	}
	return "A recommendation from " + p.Node(n.Parent).Title + " (" + n.Number + "): " + s + "."
}

func statusWords(s Status) string {
	if s.How == "" {
		return lower(s.Word)
	}
	return lower(s.Word) + ", " + s.How
}

// caseNote is what a project rests on: "212 first-years, 31 module guides."
func (p *Pages) caseNote(doc int32, c *content.Case) string {
	var out []string
	for _, m := range c.Methods {
		if n := p.numbers(doc, m); n != "" {
			out = append(out, n)
		}
	}
	return sentence(strings.Join(out, ", "))
}

// effort is what the authors thought it would take: "Low: one line for each assignment."
func effort(before, typed string) string {
	level, note, ok := strings.Cut(typed, ",")
	switch {
	case typed == "":
		return ""
	case ok && before == "":
		return sentence(strings.TrimSpace(level) + ": " + strings.TrimSpace(note))
	}
	return sentence(before + typed)
}

// guidance is what helps to do it: the page on answering, then the guides that name it, then those that share a principle
// or a theme with it. The principles of its project say how the project worked, and nothing about doing what it asks.
func (p *Pages) guidance(from string, rec site.NodeID, terms []site.NodeID) []Link {
	known := p.records.helpers()
	var ids []site.NodeID
	if known.respond != site.None {
		ids = append(ids, known.respond)
	}
	take := func(g site.NodeID) {
		if len(ids) < mostGuidance && !slices.Contains(ids, g) {
			ids = append(ids, g)
		}
	}
	for _, e := range p.In(rec) {
		if p.Node(e.From).Kind == "guide" && p.Listed(e.From) {
			take(e.From)
		}
	}
	for _, t := range terms {
		for _, g := range known.guides[t] {
			take(g)
		}
	}
	return p.links(from, ids)
}

// used is where someone writes who has acted on a recommendation.
func (p *Pages) used(from string, n site.Node) Link {
	to := p.write(from, p.Site.Root)
	if to == "" {
		return Link{}
	}
	if strings.HasPrefix(to, "mailto:") {
		to += "?subject=" + url.PathEscape(n.Number+" "+n.Key)
	}
	return Link{Text: "Tell us what you did", Href: to}
}
