package render

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// card is a node as listings show it.
func (p *Pages) card(from string, id site.NodeID) Card {
	n := p.Node(id)
	c := Card{Title: n.Title, Href: p.URLTo(from, id)}
	if n.Doc >= 0 && n.Part < 0 {
		c.Summary = p.Docs[n.Doc].Head.Summary
	}
	switch n.Kind {
	case "case":
		c.Mark.Number = n.Number
		if c.Meta = p.records.metas()[id]; c.Meta == nil { // a case that is not listed
			c.Meta = caseMeta(p.Site, id)
		}
	case "recommendation":
		c.Mark = Mark{Number: n.Number, Key: n.Key}
		c.Status = status(p.Rec(id).Standing())
	case "insight":
		c.Meta = p.insightMeta(id)
	case "opportunity", "event", "question", "story", "notice":
		c.Label, c.Meta = p.entryMeta(id)
	}
	return c
}

// caseMeta is where and when: "Economics, 2018–19", and what happened: "three recommendations: one done, one with no response yet".
func caseMeta(s *site.Site, id site.NodeID) []string {
	c := s.CaseOf(id)
	var where []string
	for _, u := range s.Rels(s.Node(id).Doc, c.Studied) {
		where = append(where, s.Node(u).Title)
	}
	meta := []string{text.Join(where, "and") + ", " + text.AcademicYear(c.Year)}
	if len(where) == 0 {
		meta[0] = text.AcademicYear(c.Year)
	}
	if happened := strip(s, s.RecsOf(id), "recommendation", "recommendations"); happened != "" {
		meta = append(meta, lower(happened))
	}
	return meta
}

func (p *Pages) cards(from string, ids []site.NodeID) []Card {
	out := slices.Grow([]Card(nil), len(ids))
	for _, id := range ids {
		out = append(out, p.card(from, id))
	}
	return out
}

// status puts a standing into the theme's words.
func status(s site.Standing) Status { return Status{Class: s.Class, Word: s.Word, How: s.How} }

// request is a recommendation wherever it is listed, seen from a page. Lists add what they need.
func (p *Pages) request(from string, id site.NodeID) Request {
	n := p.Node(id)
	rec := p.Rec(id)
	r := Request{
		Key: n.Key, Text: n.Title, Href: p.URLTo(from, id), Mark: Mark{Number: n.Number, Key: n.Key},
		From: p.link(from, n.Parent), Status: status(rec.Standing()), Year: text.AcademicYear(p.CaseOf(id).Year),
		To: p.toUnits(rec.For), Since: p.since(rec),
	}
	if p.BaseURL != "" {
		_, address, _ := strings.Cut(p.Absolute(n.Path), "://")
		r.Address = address
	}
	return r
}

// toUnits is "to Registry and Finance".
func (p *Pages) toUnits(units []site.NodeID) string {
	if len(units) == 0 {
		return ""
	}
	names := make([]string, 0, 4) // enough for most, and no garbage
	for _, u := range units {
		names = append(names, p.unitInText(u))
	}
	return "to " + text.Join(names, "and")
}

// unitInText is a unit's name in a sentence: "the Students' Union", but "Registry".
func (p *Pages) unitInText(id site.NodeID) string {
	if name, ok := p.units[id]; ok {
		return name
	}
	return p.Node(id).Title
}

// withArticles are the units' names as they stand in a sentence.
func withArticles(s *site.Site) map[site.NodeID]string {
	out := map[site.NodeID]string{}
	for _, id := range s.OfKind("unit") {
		out[id] = withArticle(s.Node(id).Title)
	}
	return out
}

// withArticle is a name in a sentence: "the Students’ Union", but "Registry".
func withArticle(name string) string {
	if strings.HasPrefix(name, "The ") {
		return name
	}
	for word := range strings.FieldsSeq(name) {
		if slices.Contains([]string{"Union", "Centre", "Service", "Committee", "School", "Library", "Office", "University"}, word) {
			return "the " + name
		}
	}
	return name
}

// since says how long a recommendation has stood where it stands: "since October 2023", "asked 3 years 4 months ago".
func (p *Pages) since(rec *site.RecState) string {
	if rec.Decision == "" {
		return askedAgo(rec.Asked, p.Today)
	}
	return "since " + text.MonthYear(rec.Since)
}

// tally counts recommendations by bucket; href gives where each count leads.
func (p *Pages) tally(recs []site.NodeID, href func(site.Bucket) string) []Tally {
	counts := map[site.Bucket]int{}
	for _, id := range recs {
		counts[p.Rec(id).Bucket()]++
	}
	var out []Tally
	for _, b := range site.Buckets {
		if counts[b] > 0 {
			out = append(out, Tally{Status: Status{Class: b.Class(), Word: b.Word()}, Count: strconv.Itoa(counts[b]), Href: href(b)})
		}
	}
	return out
}

// bar is the tally drawn as parts of a whole.
func bar(tally []Tally) []BarPart {
	total := 0
	for _, t := range tally {
		n, _ := strconv.Atoi(t.Count)
		total += n
	}
	var out []BarPart
	x := 0.0
	for _, t := range tally {
		n, _ := strconv.Atoi(t.Count)
		w := float64(n) * 100 / float64(total)
		out = append(out, BarPart{Class: t.Status.Class, X: decimal(x), Width: decimal(w)})
		x += w
	}
	return out
}

func decimal(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(f, 'f', 2, 64), "0"), ".")
}

const (
	// mostBacklinks is how many mentions a page shows with their sentences.
	mostBacklinks = 24
	// mostMentions is how many it names: what everyone mentions is no list of the library.
	mostMentions = 250
)

// backlinks are the pages whose prose mentions this one. The last of many holds those that are named only.
func (p *Pages) backlinks(from string, id site.NodeID) []Backlink {
	var out []Backlink
	var named []Link
	more := 0
	for _, b := range p.Backlinks(id) {
		l := p.link(from, b.From)
		if n := p.Node(b.From); n.Kind == "response" || l.Href == "" {
			continue
		}
		switch {
		case len(out) < mostBacklinks:
			out = append(out, Backlink{Title: l.Text, Href: l.Href, Sentence: p.said(b.Sentence, id)})
		case len(out)+len(named) < mostMentions:
			named = append(named, l)
		default:
			more++
		}
	}
	if len(named) == 0 {
		return out
	}
	rest := Backlink{Title: "and " + text.Count(len(named)+more, "more page", "more pages"), More: named}
	if more > 0 {
		rest.More = append(rest.More, p.inRelations(from, more))
	}
	return append(out, rest)
}

// inRelations leads to the table that has every relation, for those that a page does not name.
func (p *Pages) inRelations(from string, more int) Link {
	return Link{Text: "and " + text.Number(more) + " more, in the table of relations", Href: p.URL(from, "data/#collections")}
}

// said is the sentence of a mention; "" when it says no more than the name of what it mentions, as an item of a list does.
func (p *Pages) said(sentence string, id site.NodeID) string {
	sentence = strings.TrimLeft(sentence, " ;,:.)–")
	if text.SameName(strings.TrimRight(sentence, ".;,: "), p.Node(id).Title) {
		return ""
	}
	return sentence
}

// dates is the foot of a page.
func (p *Pages) dates(from string, id site.NodeID) Dates {
	d := p.Doc(id)
	has := p.Inherited(id)
	out := Dates{}
	if dated := content.DatedOf(d.Entity); dated != nil {
		out.Published = date(dated.Published)
		reviewed := p.Reviewed(dated)
		out.Reviewed = date(reviewed)
		out.Updated = date(p.Updated(d))
		for _, c := range slices.Backward(dated.Changes) {
			if c.Date <= p.Today {
				out.Changes = append(out.Changes, Change{Date: date(c.Date), Note: c.Note})
			}
		}
		if next := after(reviewed, has.ReviewEvery); next != "" {
			out.NextReview = date(next)
			if after(next, "3 months") < p.Today {
				out.Overdue = "This page was due to be checked on " + text.LongDate(next) + ". Parts of it may be out of date."
			}
		}
	}
	switch p.Node(id).Kind {
	case "guide", "journey", "page":
		out.Themes = p.links(from, p.ThemesOf(id))
	}
	if dated := content.DatedOf(d.Entity); dated != nil {
		if old := p.Rel(p.Node(id).Doc, dated.Supersedes); old != site.None {
			l := p.link(from, old)
			out.Replaces = Item{Text: l.Text, Href: l.Href}
		}
	}
	if has.Owner != site.None {
		l := p.link(from, has.Owner)
		out.Owner = Item{Text: l.Text, Href: l.Href}
	}
	return out
}

// after adds "12 months" to a day; "" when either is missing.
func after(iso, every string) string {
	t, err := time.Parse(time.DateOnly, iso)
	number, unit, ok := strings.Cut(every, " ")
	n, bad := strconv.Atoi(number)
	if err != nil || bad != nil || !ok {
		return ""
	}
	switch strings.TrimSuffix(strings.TrimSpace(unit), "s") {
	case "day":
		t = t.AddDate(0, 0, n)
	case "week":
		t = t.AddDate(0, 0, 7*n)
	case "month":
		t = t.AddDate(0, n, 0)
	case "year":
		t = t.AddDate(n, 0, 0)
	}
	return t.Format(time.DateOnly)
}

// contact is a role that answers, as pages show it.
func (p *Pages) contact(from string, id site.NodeID) Contact {
	if id == site.None {
		return Contact{}
	}
	n := p.Node(id)
	c := p.Docs[n.Doc].Entity.(*content.Contact)
	out := Contact{ID: n.Anchor, Role: c.Title, Responds: c.ResponseTime}
	if u := p.Rel(n.Doc, c.Unit); u != site.None {
		out.Unit = p.link(from, u)
	}
	if c.Email != "" {
		out.Email = Link{Text: c.Email, Href: "mailto:" + c.Email}
	}
	if c.FormAddress != "" {
		out.Form = Link{Text: "Form", Href: c.FormAddress}
	}
	if f := p.Rel(n.Doc, c.Fallback); f != site.None && c.Email == "" && c.FormAddress == "" {
		out.Fallback = p.link(from, f)
	}
	return out
}

// wideLast puts facts that are sentences below those that are words, so that a list in two columns has no holes. Facts that
// are read together, as the rounds of a fund, stay together: one that is a sentence makes all of them so.
func wideLast(rows []Row, together ...string) []Row {
	const most = 80 // characters that fit beside another fact without leaving it alone
	kept := func(r Row) bool {
		return slices.ContainsFunc(together, func(start string) bool { return strings.HasPrefix(r.Term, start) })
	}
	wide := false
	for i, r := range rows {
		n := 0
		for _, e := range r.Items {
			n += len(e.Text) + len(e.Note)
		}
		rows[i].Wide = n > most
		wide = wide || rows[i].Wide && kept(r)
	}
	var short, long []Row
	for _, r := range rows {
		if r.Wide = r.Wide || wide && kept(r); r.Wide {
			long = append(long, r)
		} else {
			short = append(short, r)
		}
	}
	return append(short, long...)
}

// filed are a node's themes and other terms as rows.
func (p *Pages) row(from, term string, ids []site.NodeID) []Row {
	if len(ids) == 0 {
		return nil
	}
	return []Row{{Term: term, Items: p.items(from, ids)}}
}

// paging is where a list of n items goes on; base is the list's own path.
func (p *Pages) paging(from, base string, page, n int) Paging {
	return p.pagingOf(from, base, page, n, site.PageSize)
}

// pagingOf is as paging, for a list with a size of its own.
func (p *Pages) pagingOf(from, base string, page, n, size int) Paging {
	pages := (n + size - 1) / size
	if pages < 2 {
		return Paging{}
	}
	address := func(i int) string {
		if i == 1 {
			return p.URL(from, base)
		}
		return p.URL(from, base+"page/"+strconv.Itoa(i)+"/")
	}
	out := Paging{Where: strconv.Itoa((page-1)*size+1) + " to " + strconv.Itoa(min(page*size, n)) + " of " + strconv.Itoa(n)}
	if page > 1 {
		out.Prev = Link{Text: "Previous page", Href: address(page - 1)}
	}
	if page < pages {
		out.Next = Link{Text: "Next page", Href: address(page + 1)}
	}
	for i := 1; i <= pages; i++ {
		if i == 1 || i == pages || i >= page-2 && i <= page+2 {
			out.Pages = append(out.Pages, Link{Text: strconv.Itoa(i), Href: address(i), Current: i == page})
		}
	}
	return out
}

// onPage cuts a list to one of its pages.
func onPage[T any](items []T, page int) []T {
	from := min((max(page, 1)-1)*site.PageSize, len(items))
	return items[from:min(from+site.PageSize, len(items))]
}

// credit is one person as an item shows them, and as a citation names them; the name is zero when only a role may be shown.
func (p *Pages) credit(doc int32, c content.Credit) (shown string, page site.NodeID, formal cite.Name) {
	as := p.Credited(doc, c)
	return as.Shown, as.Page, as.Name
}
