package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
)

// OfSite makes the index of a site. With once, which is for a site that no other index is made of, the site lets go of what its
// documents gathered for search as soon as the index has it: a large site is short of memory here.
func OfSite(s *site.Site, once bool) Index {
	g := &gatherer{Site: s, numbers: map[Value]int32{}}
	list := slices.Concat(g.nodes(), g.lists())
	slices.SortFunc(list, func(a, b addressed) int { return cmp.Compare(a.url, b.url) })
	english := strings.HasPrefix(strings.ToLower(s.Settings.Language), "en")
	b := newBuilder(Setup{English: english, Portable: s.Portable, Synonyms: synonymsOf(s)}, len(list))
	for _, f := range list {
		b.add(g.document(f))
	}
	b.setup.Values, b.setup.Facets = g.values, g.facets()
	if once {
		for _, d := range s.Docs {
			d.Prose, d.Words = nil, nil
		}
	}
	return b.write()
}

// gatherer makes documents of a site's nodes and lists.
type gatherer struct {
	*site.Site
	values  []Value // that some document has
	numbers map[Value]int32

	last  Document        // room for the next one
	prose []content.Prose // of the document that is being made
}

// addressed is what a document is made of: a node, or else a page that lists all of a kind.
type addressed struct {
	url   string
	node  site.NodeID
	route int // of the list
}

// nodes are those that can be found.
func (g *gatherer) nodes() []addressed {
	list := make([]addressed, 0, len(g.Nodes))
	for i := range g.Nodes {
		if id := site.NodeID(i); g.findable(id) {
			list = append(list, addressed{url: g.address(id), node: id})
		}
	}
	return list
}

// document makes the document of what was found. It is good until the next one is made.
func (g *gatherer) document(f addressed) Document {
	d := Document{
		URL: f.url, Keys: g.last.Keys[:0], Headings: g.last.Headings[:0], Texts: g.last.Texts[:0], Words: g.last.Words[:0],
		About: g.last.About[:0], Values: g.last.Values[:0],
	}
	g.prose = g.prose[:0]
	if f.node == site.None {
		g.list(&d, f.route)
	} else {
		g.node(&d, f.node)
	}
	g.last = d
	return d
}

// findable reports what has an address that readers may be led to: what is listed, or archived. Withdrawn, superseded and
// hidden things are not there at all.
func (g *gatherer) findable(id site.NodeID) bool {
	n := g.Node(id)
	if !g.Listed(id) && !(n.State == site.Archived && g.Visible(id)) {
		return false
	}
	switch n.Kind {
	case "finding", "response", "scheme", "audience":
		return false
	case "person":
		return n.Page
	case "page":
		return n.Path != ""
	case "recommendation":
		return g.Recommendation(id).Withdrawn == ""
	case "contact", "term", "reference":
		return true
	}
	if n.Page {
		_, ok := g.Route(n.Path)
		return ok
	}
	return false
}

// node fills in the document of a node.
func (g *gatherer) node(doc *Document, id site.NodeID) {
	n, d := g.Node(id), g.Site.Doc(id)
	doc.Kind, doc.Title, doc.Number = n.Kind, n.Title, n.Number
	switch n.Kind {
	case "recommendation":
		g.recommendation(doc, id)
	case "reference":
		g.reference(doc, id)
	case "group", "level", "form", "student role", "subject":
		word := d.Entity.(*content.Vocabularies).Words[n.Part]
		doc.Names = word.Aka
	default:
		doc.Names, doc.Summary = d.Head.Aka, d.Head.Summary
		if d.Head.Short != "" {
			doc.Names = append(slices.Clone(doc.Names), d.Head.Short)
		}
		if n.Kind != "case" {
			doc.Number = "" // of an insight it is the term when it met
			if n.Number != "" {
				doc.Names = append(slices.Clone(doc.Names), n.Number)
			}
		}
		g.says(doc, n.Doc)
	}
	doc.fill(g.prose)
	if n.Kind == "principle" {
		for i := range doc.Headings { // the layout heads these sections itself
			doc.Headings[i].Anchor = strings.TrimPrefix(doc.Headings[i].Anchor, "asks-of-")
		}
	}
	if n.Kind == "recommendation" {
		doc.head(g.Node(n.Parent).Title)
		if ask := g.AskOf(id); ask != site.None {
			// Whoever words the recurring request wants those who made it as well, though below the request itself: one long heading.
			h := g.Site.Doc(ask).Head
			doc.head(strings.Join(append([]string{h.Title, h.Summary}, h.Aka...), "\n"))
		}
	}
	if n.Parent == site.None && !isVocabulary(n.Kind) && n.Kind != "reference" {
		g.fields(doc, d.Entity)
		doc.About = append(doc.About, g.names(n.Doc)...)
	}
	if item := content.ItemOf(d.Entity); n.Kind == "page" && item != nil {
		doc.Aside = item.Audience == "staff" // how this site is kept
	}
	doc.Month = g.month(id)
	g.classify(doc, id)
}

// says takes the words and the prose of a whole file.
func (g *gatherer) says(doc *Document, from int32) {
	d := g.Docs[from]
	for _, w := range d.Words {
		doc.Words = append(doc.Words, w.Words)
	}
	g.filled(doc, from, d.Prose)
}

// address is where a node is found, from the root.
func (g *gatherer) address(id site.NodeID) string {
	return strings.TrimPrefix(g.URL("", g.Href(id)), "./")
}

// fill adds texts and headings. A finding counts as a heading: it is a sentence with an anchor of its own.
func (doc *Document) fill(prose []content.Prose) {
	if len(doc.Texts) == 0 {
		doc.Texts = append(doc.Texts, "")
	}
	for i, p := range prose {
		switch {
		case i == 0 && p.Heading == "" && p.Part == "" && len(doc.Headings) == 0:
			doc.Texts[0] = join2(doc.Texts[0], p.Text)
		case p.Heading == "":
			doc.Headings = append(doc.Headings, Heading{p.Text, p.ID})
			doc.Texts = append(doc.Texts, "")
		default:
			doc.Headings = append(doc.Headings, Heading{p.Heading, p.ID})
			doc.Texts = append(doc.Texts, p.Text)
		}
	}
}

func join2(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// recommendation fills in one recommendation: its detail, what was answered, and its case's title as words to find it by.
func (g *gatherer) recommendation(doc *Document, id site.NodeID) {
	n, d := g.Node(id), g.Site.Doc(id)
	doc.Keys = append(doc.Keys, n.Key)
	doc.Number += "/" + n.Key
	c := g.CaseOf(id)
	if g.Node(n.Parent).Kind == "case" {
		doc.About = append(doc.About, c.Question)
	} else {
		doc.Number = ""
	}
	for _, key := range c.Recs[n.Part].Because {
		if f := g.Part(n.Parent, key); f != site.None {
			doc.About = append(doc.About, g.Node(f).Title)
		}
	}
	rec := g.Rec(id)
	standing := rec.Standing()
	words := standing.Word
	if standing.How != "" {
		words += ", " + standing.How
	}
	doc.Status = Status{standing.Class, words}
	doc.About = append(doc.About, words)
	for _, w := range d.Words {
		if w.Part == n.Key {
			doc.Words = append(doc.Words, w.Words)
		}
	}
	for i, p := range d.Prose {
		if p.Part == n.Key {
			g.filled(doc, n.Doc, d.Prose[i:i+1])
		}
	}
	if len(g.prose) > 0 {
		g.prose[0].Heading, g.prose[0].Part = "", "" // it is the title
	}
	for _, a := range rec.Answers {
		answered := len(g.prose)
		g.says(doc, g.Node(a.Node).Doc)
		for i := range g.prose[answered:] {
			p := &g.prose[answered+i]
			*p = content.Prose{Heading: "Response", ID: g.Node(a.Node).Anchor, Text: p.Text}
		}
	}
}

// reference fills in an entry of the bibliography. Readers know it by its first author and year.
func (g *gatherer) reference(doc *Document, id site.NodeID) {
	r := g.Reference(id)
	doc.Texts = append(doc.Texts, cite.PlainText(cite.Entry(r, g.Style(), "")))
	doc.About = append(doc.About, doc.Texts[0])
	if len(r.Authors) > 0 {
		name := r.Authors[0].Family
		if name == "" {
			name = r.Authors[0].Literal
		}
		doc.Names = []string{name + " " + strconv.Itoa(r.Issued.Year)}
	}
	if i := g.Annotation(id); i >= 0 {
		g.says(doc, int32(i))
	}
}

// head adds words that count as a heading and lead nowhere.
func (doc *Document) head(words string) {
	doc.Headings = append(doc.Headings, Heading{Text: words})
	doc.Texts = append(doc.Texts, "")
}

// fields adds what front matter says in words.
func (g *gatherer) fields(doc *Document, e content.Entity) {
	say := func(words ...string) {
		for _, w := range words {
			if w != "" {
				doc.About = append(doc.About, w)
				doc.Texts[0] = join2(doc.Texts[0], w)
			}
		}
	}
	if c := content.OriginOf(e); c != nil && c.Question != "" {
		doc.head(c.Question)
	}
	switch e := e.(type) {
	case *content.Insight:
		say(e.Topic, e.Attendance)
	case *content.Opportunity:
		say(e.Type, e.Pay, e.Amount, e.Hours, e.Visa, e.Eligibility)
	case *content.Event:
		say(e.Place, e.Access)
	case *content.Question:
		say(e.Fixed, e.Open)
	case *content.Theme:
		say(e.Scope)
	case *content.Method:
		say(e.People, e.Time, e.Materials, e.Ethics)
	case *content.Unit:
		say(e.Type)
	case *content.Programme:
		say(e.Cycle, e.Who, e.Pay, e.Amount)
	case *content.Contact:
		say(e.ResponseTime)
	case *content.Statement:
		say(e.UsersCan...)
		say(e.Difficulties...)
		for _, f := range e.Fails {
			say(f.Problem, f.Alternative)
		}
		say(e.Doing...)
		say(e.Formats)
	}
}

// names are those under which people agreed to be credited for an item.
func (g *gatherer) names(doc int32) []string {
	c := content.OriginOf(g.Docs[doc].Entity)
	if c == nil {
		return nil
	}
	var out []string
	for _, credit := range c.Credits.People {
		if who := g.Credited(doc, credit); who.Name != (cite.Name{}) {
			out = append(out, who.Shown)
		}
	}
	return out
}

// month numbers the month of a node's date.
func (g *gatherer) month(id site.NodeID) int {
	n, d := g.Node(id), g.Site.Doc(id)
	date := d.Head.Published
	switch e := d.Entity.(type) {
	case *content.Event:
		date = e.Start
	case *content.Vocabularies, *content.References:
		date = ""
	}
	if n.Kind == "recommendation" {
		date = g.Rec(id).Asked
	}
	if c := content.OriginOf(d.Entity); c != nil && date == "" && len(c.Year) >= 4 {
		date = c.Year[:4] + "-09"
	}
	if len(date) < 4 {
		return 0
	}
	year, err := strconv.Atoi(date[:4])
	if err != nil || year < 1900 || year > 2580 {
		return 0
	}
	month := 1
	if len(date) >= 7 {
		month, _ = strconv.Atoi(date[5:7])
	}
	return (year-1900)*12 + min(max(month, 1), 12) - 1
}

// synonymsOf are the vocabulary's groups, and the glossary's terms with their other names.
func synonymsOf(s *site.Site) [][]string {
	var out [][]string
	for _, line := range s.Synonyms {
		out = append(out, strings.Split(line, ","))
	}
	for _, id := range s.OfKind("term") {
		if d := s.Doc(id); s.Listed(id) && len(d.Head.Aka) > 0 {
			out = append(out, append([]string{d.Head.Title}, d.Head.Aka...))
		}
	}
	return out
}
