package render

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

const (
	mostGuidance = 4  // guides beside a recommendation
	mostTimes    = 12 // lines of the table of an ask on a recommendation; the ask has them all
)

func (p *Pages) recommendationView(r site.Route) Recommendation {
	n, rec := p.Node(r.Node), p.Rec(r.Node)
	c, it := p.CaseOf(r.Node), p.Recommendation(r.Node)
	pr := p.prose(r.Path, n.Doc, false)
	parent := p.link(r.Path, n.Parent)
	trace := append(p.up(r.Path, "cases/", "Cases"), parent, Link{Text: "Recommendations", Href: parent.Href + "#recommendations"})
	v := Recommendation{
		Mark: Mark{Number: n.Number, Key: n.Key}, Status: p.statusOf(rec), Why: p.why(rec), Since: p.sinceLine(rec),
		Stations: p.stations(rec, it.Because), Detail: pr.html(it.Detail), To: p.items(r.Path, rec.For),
		Case: parent, CaseNote: p.caseNote(n.Doc, c), Trail: p.trail(r.Path, r.Node), Repeats: p.tied(r.Path, r.Node),
		Effort: effort("", it.Effort), Cost: effort("Cost: ", it.Cost), Cite: p.citeBlock(r.Node), Backlinks: p.backlinks(r.Path, r.Node),
	}
	v.Frame = p.frame(r, n.Title, p.inShort(r.Node), trace...)
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
	v.Filed = append(p.row(r.Path, "Themes", p.ThemesOf(r.Node)), p.row(r.Path, "Groups", groups)...)
	principles := p.served(n.Doc, it.Principles, c.Exemplifies)
	v.Principles = p.items(r.Path, principles)
	v.Guidance = p.guidance(r.Path, append(principles, p.ThemesOf(r.Node)...))
	v.Used = p.used(r.Path, n)
	if all := p.RecsOf(n.Parent); len(all) > 1 {
		for _, id := range all {
			m := p.Node(id)
			v.Siblings = append(v.Siblings, Request{
				Key: m.Key, Text: m.Title, Short: brief(m.Title), Href: p.URL(r.Path, m.Path), Mark: Mark{Number: m.Number, Key: m.Key},
				Status: p.statusOf(p.Rec(id)), Current: id == r.Node,
			})
		}
	}
	return v
}

// items are nodes as a list names them.
func (p *Pages) items(from string, ids []site.NodeID) []Item {
	var out []Item
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

// why says how a recommendation came to stand where it stands: the first sentence of the last response, and what the
// calendar adds to it.
func (p *Pages) why(rec *site.RecState) string {
	a, ok := latest(rec)
	if !ok {
		return ""
	}
	var said []string
	if first := text.FirstSentence(firstParagraph(p.prose("", p.Node(a.Node).Doc, false).html(p.Doc(a.Node).Body))); first != "" {
		who := p.who(a)
		if who != "" {
			who = upper(who) + ": "
		}
		said = append(said, who+"“"+first+"”")
	}
	switch {
	case p.overdue(rec.Due, rec.Standing().Bucket) && a.Date <= rec.Due:
		said = append(said, "The promised date, "+text.LongDate(rec.Due)+", has passed without a further response.")
	case p.overdue(rec.Due, rec.Standing().Bucket):
		said = append(said, "The promised date, "+text.LongDate(rec.Due)+", has passed.")
	case rec.Due != "" && !settled(rec.Standing().Bucket):
		said = append(said, "Promised for "+text.LongDate(rec.Due)+".")
	}
	return strings.Join(said, " ")
}

// firstParagraph is the plain text of the first paragraph.
func firstParagraph(h template.HTML) string {
	first, _, _ := strings.Cut(string(h), "</p>")
	return words(template.HTML(first))
}

// sinceLine is "Since 14 March 2023. Asked 3 years 4 months ago."
func (p *Pages) sinceLine(rec *site.RecState) string {
	asked := askedAgo(rec.Asked, p.Today)
	if asked != "" {
		asked += "."
	}
	if rec.Decision == "" {
		return asked
	}
	return strings.TrimSpace("Since " + text.LongDate(rec.Since) + ". " + asked)
}

// stations are how far a recommendation has come: found, asked, answered, done, confirmed.
func (p *Pages) stations(rec *site.RecState, because []string) []Station {
	found := Station{Name: "Found", Note: "findings " + text.Join(because, "and")}
	switch len(because) {
	case 0:
		found.Note = "in the project"
	case 1:
		found.Note = "finding " + because[0]
	}
	out := []Station{found, {Name: "Asked"}, {Name: "Answered", Note: "not yet"}, {Name: "Done", Note: "not yet"}, {Name: "Confirmed", Note: "by students, not yet"}}
	reached := 1
	if rec.Asked == "" || rec.Asked > p.Today {
		out[1].Note = "not yet"
	} else {
		out[1].Note, reached = text.LongDate(rec.Asked), 2
	}
	bucket := rec.Standing().Bucket
	for _, a := range rec.Answers {
		switch b := site.BucketOf(a.Decision); {
		case a.Decision == "used-elsewhere":
			continue
		case b == site.Done && out[3].Note == "not yet":
			out[3].Note = text.LongDate(a.Date)
		case b == site.Confirmed:
			out[4].Note = text.LongDate(a.Date)
		}
		if reached = max(reached, 3); out[2].Note == "not yet" {
			out[2].Note = text.LongDate(a.Date)
		}
	}
	switch bucket {
	case site.Done:
		reached = 4
		out[4].Note = "by students, not yet"
	case site.NotYet:
		if out[3].Note != "not yet" {
			reached = 4
		}
		out[4].Note = "students say not yet"
	case site.Confirmed:
		reached = 5
		if out[3].Note == "not yet" {
			out[3].Note = "day not recorded"
		}
	case site.Declined, site.Overtaken:
		out[3].Note, out[4].Note = lower(rec.Standing().Word), "nothing to confirm"
	default:
		out[3].Note, out[4].Note = "not yet", "by students, not yet"
	}
	for i := range out {
		switch {
		case i < reached-1 || i == len(out)-1 && reached == len(out):
			out[i].State = "reached"
		case i == reached-1:
			out[i].State = "last"
		default:
			out[i].State = "ahead"
		}
	}
	return out
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

// again is the table of everything that belongs to the same request, with this one marked, and its heading. Of a long table
// it shows the lines around this one.
func (p *Pages) again(from string, this site.NodeID, ask askRecord) (heading string, rows []TableRow) {
	all := ask.recs
	if len(all) < 2 {
		return "", nil
	}
	if len(all) > mostTimes {
		start := min(max(slices.Index(all, this)-mostTimes/2, 0), len(all)-mostTimes)
		all = all[start : start+mostTimes]
	}
	for _, id := range all {
		row := p.askedRow(from, id)
		if id == this {
			row.Href, row.Current, row.When = "", true, row.When+", this one"
		}
		rows = append(rows, row)
	}
	return ask.heading, rows
}

// askedRow is one time that a request was made.
func (p *Pages) askedRow(from string, id site.NodeID) TableRow {
	n, rec := p.Node(id), p.Rec(id)
	return TableRow{
		Mark: Mark{Number: n.Number, Key: n.Key}, Href: p.URL(from, n.Path), When: text.AcademicYear(p.CaseOf(id).Year),
		To: strings.Join(p.titles(rec.For), ", "), Status: p.statusOf(rec),
	}
}

// yearsBetween counts academic years, both ends included.
func yearsBetween(first, last string) int {
	if len(first) < 4 || len(last) < 4 {
		return 0
	}
	from, bad := strconv.Atoi(first[:4])
	to, bad2 := strconv.Atoi(last[:4])
	if bad != nil || bad2 != nil {
		return 0
	}
	return to - from + 1
}

// ties are the relations between recommendations, as each side says them.
var ties = []struct{ relation, mine, theirs string }{
	{"repeats", "this repeats it", "repeats this one"},
	{"extends", "this takes it further", "takes this further"},
}

// tied are the recommendations that this one repeats or takes further, and those that do so with this one.
func (p *Pages) tied(from string, id site.NodeID) []Request {
	var out []Request
	add := func(other site.NodeID, note string) {
		if p.Listed(other) && p.Recommendation(other).Withdrawn == "" {
			q := p.asking(from, other)
			q.Notes = []string{note}
			out = append(out, q)
		}
	}
	for _, tie := range ties {
		for _, e := range p.Out(id) {
			if p.Ref(e).Relation == tie.relation && p.Node(e.To).Kind == "recommendation" {
				add(e.To, tie.mine)
			}
		}
		for _, e := range p.Inverse(id, tie.relation, "recommendation") {
			add(e.From, tie.theirs)
		}
	}
	return out
}

// guidance is what helps to do it: the page on answering, then guides that share a principle or a theme.
func (p *Pages) guidance(from string, terms []site.NodeID) []Link {
	known := p.records.helpers()
	var ids []site.NodeID
	if known.respond != site.None {
		ids = append(ids, known.respond)
	}
	for _, t := range terms {
		for _, g := range known.guides[t] {
			if len(ids) < mostGuidance && !slices.Contains(ids, g) {
				ids = append(ids, g)
			}
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
