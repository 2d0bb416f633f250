package render

import (
	"html"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// mostRelated is how many cases near a case it names.
const mostRelated = 4

func (p *Pages) caseView(r site.Route) Case {
	n := p.Node(r.Node)
	d, c := p.Doc(r.Node), p.CaseOf(r.Node)
	pr := p.prose(r.Path, n.Doc, true)
	recs := p.RecsOf(r.Node)
	v := Case{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.caseTrace(r.Path, r.Node)...),
		Mark:  Mark{Number: n.Number}, Summary: d.Head.Summary, Glance: p.caseGlance(r.Path, r.Node),
		StripHead: p.strip(recs), Question: c.Question, Ethics: ethics(c), Headings: contents(d.Headings), Body: pr.blocks(d.Body),
		People: p.casePeople(r.Path, r.Node), Filed: p.caseFiled(r.Path, r.Node), Outputs: p.caseOutputs(r.Path, n.Doc, c),
		Related: p.caseRelated(r.Path, r.Node), References: pr.references(), Backlinks: p.backlinks(r.Path, r.Node),
		Cite: p.citeBlock(r.Node), Dates: p.dates(r.Path, r.Node),
	}
	for _, id := range recs {
		q := p.asking(r.Path, id)
		q.Short = brief(q.Text)
		v.Requests = append(v.Requests, q)
	}
	if s, ok := d.Section("Recommendations"); ok && len(recs) == 0 {
		v.NoRequests = pr.html(s.Body)
	}
	for _, m := range c.Methods {
		v.Methods = append(v.Methods, p.caseMethod(r.Path, n.Doc, m))
	}
	for _, f := range c.Findings {
		v.Findings = append(v.Findings, Finding{Key: f.Key, HTML: pr.html(f.Body), LeadsTo: leadsTo(c, f.Key)})
	}
	if s, ok := d.Section("Findings"); ok {
		v.FindingsOf = pr.html(s.Body)
	}
	if s, ok := d.Section("Limits"); ok {
		v.Limits = pr.blocks(s.Body)
	}
	for _, rel := range c.Exemplifies {
		if id := p.Rel(n.Doc, rel); id != site.None {
			ref, _ := d.Rel(rel)
			l := p.link(r.Path, id)
			v.Principles = append(v.Principles, Item{Text: l.Text, Href: l.Href, Note: noted(": ", ref.Note)})
		}
	}
	v.BuildsOn = p.cards(r.Path, p.Rels(n.Doc, c.BuildsOn))
	for _, e := range p.Inverse(r.Node, "builds_on", "case") {
		if p.Listed(e.From) {
			v.FollowedBy = append(v.FollowedBy, p.card(r.Path, e.From))
		}
	}
	if to := p.write(r.Path, p.records.helpers().takedown); to != "" {
		v.Contact = Link{Text: "Write to " + lower(p.Node(p.records.helpers().takedown).Title), Href: to}
	}
	return v
}

// noted is a note with what stands before it, "" without a note.
func noted(before, note string) string {
	if note == "" {
		return ""
	}
	return before + note
}

// caseTrace leads to a case: all cases, those of its year, its first theme.
func (p *Pages) caseTrace(from string, id site.NodeID) []Link {
	out := p.up(from, "cases/", "Cases")
	year := p.CaseOf(id).Year
	out = append(out, p.up(from, "cases/year/"+year+"/", text.AcademicYear(year))...)
	if themes := p.ThemesOf(id); len(themes) > 0 {
		out = append(out, p.link(from, themes[0]))
	}
	return out
}

// strengths are the standards of evidence of the Office for Students (2019), which rank nothing.
var strengths = map[string]string{
	"narrative": "Narrative (type 1 of 3)", "empirical": "Empirical enquiry (type 2 of 3)", "causal": "Causal (type 3 of 3)",
}

var transfers = map[string]string{
	"specific": "Specific to the place it was studied", "adaptable": "Adaptable to other places", "general": "General, likely to hold elsewhere",
}

// caseGlance is a case in six lines. What the record does not say is left out.
func (p *Pages) caseGlance(from string, id site.NodeID) []Row {
	doc, c := p.Node(id).Doc, p.CaseOf(id)
	out := p.row(from, "Where", p.Rels(doc, c.Studied))
	out = append(out, p.row(from, "Who", append(p.Rels(doc, c.Groups), p.Rels(doc, c.Levels)...))...)
	evidence := Row{Term: "Evidence"}
	for _, m := range c.Methods {
		if words := p.numbers(doc, m); words != "" {
			evidence.Items = append(evidence.Items, Item{Text: words})
		}
	}
	if len(evidence.Items) > 0 {
		out = append(out, evidence)
	}
	for _, r := range []struct{ term, text string }{{"Strength", strengths[c.EvidenceType]}, {"Carries over", transfers[c.Transfer]}} {
		if r.text != "" {
			out = append(out, Row{Term: r.term, Items: []Item{{Text: r.text}}})
		}
	}
	if c.Year != "" {
		l := p.yearLink(from, c.Year)
		out = append(out, Row{Term: "Year", Items: []Item{{Text: l.Text, Href: l.Href, Note: noted(", published ", text.LongDate(c.Published))}}})
	}
	return out
}

// numbers is how many took part, as typed; a bare number keeps its method: "interviews, 10".
func (p *Pages) numbers(doc int32, method content.Rel) string {
	ref, ok := p.Docs[doc].Rel(method)
	switch {
	case !ok:
		return ""
	case ref.Note == "":
		return ref.Name
	case !strings.ContainsFunc(ref.Note, unicode.IsLetter):
		return ref.Name + ", " + ref.Note
	}
	return ref.Note
}

// caseMethod is a method in the project's own word for it, with its number.
func (p *Pages) caseMethod(from string, doc int32, method content.Rel) Item {
	ref, _ := p.Docs[doc].Rel(method)
	out := Item{Text: upper(ref.Name), Note: noted(", ", ref.Note)}
	if id := p.Rel(doc, method); id != site.None {
		out.Href = p.link(from, id).Href
	}
	return out
}

func ethics(c *content.Case) string {
	said := map[string]string{"review": "reviewed as research", "evaluation": "done as an evaluation", "not-needed": "review not needed"}[c.Ethics]
	switch {
	case said == "" && c.EthicsRef == "":
		return ""
	case said == "":
		return "Ethics: " + c.EthicsRef + "."
	case c.EthicsRef == "":
		return "Ethics: " + said + "."
	}
	return "Ethics: " + said + ", " + c.EthicsRef + "."
}

func leadsTo(c *content.Case, finding string) []Link {
	var out []Link
	for _, rec := range c.Recs {
		if rec.Withdrawn == "" && slices.Contains(rec.Because, finding) {
			out = append(out, Link{Text: rec.Key, Href: "#" + rec.Key})
		}
	}
	return out
}

// strip says in words what the strip below it shows: "Four recommendations: one done, one with no response yet".
func (p *Pages) strip(recs []site.NodeID) string {
	if len(recs) == 0 {
		return ""
	}
	counts := map[site.Bucket]int{}
	for _, id := range recs {
		counts[p.Rec(id).Standing().Bucket]++
	}
	head := counted(len(recs), "recommendation", "recommendations")
	done, none := counts[site.Done]+counts[site.Confirmed], counts[site.NoResponse]
	switch {
	case none == len(recs) && len(recs) == 1:
		return head + ", with no response yet"
	case none == len(recs):
		return head + ", none with a response yet"
	case len(recs) == 1:
		return head + ": " + lower(p.Rec(recs[0]).Standing().Word)
	case done == len(recs):
		return head + ", all done"
	}
	var parts []string
	if done > 0 {
		parts = append(parts, text.Number(done)+" done")
	}
	for _, b := range site.Buckets {
		if done == 0 && none == 0 && counts[b] > 0 {
			parts = append(parts, text.Number(counts[b])+" "+lower(b.Word()))
		}
	}
	if none > 0 {
		parts = append(parts, text.Number(none)+" with no response yet")
	}
	return head + ": " + strings.Join(parts, ", ")
}

// casePeople are those who did the work as they chose to be shown, in their order, then who paid and the programme.
func (p *Pages) casePeople(from string, id site.NodeID) []Row {
	n, c := p.Node(id), p.CaseOf(id)
	researchers := Row{Term: "Researchers"}
	var partners []Row
	for _, cr := range c.Credits.People {
		shown, page, formal := p.credit(n.Doc, cr)
		if shown == "" {
			continue
		}
		item := Item{Text: shown}
		if page != site.None {
			item.Href = p.link(from, page).Href
		}
		if formal != (Author{}) {
			item.Note = noted(", ", cr.Affiliation)
		}
		if cr.As == "" {
			researchers.Items = append(researchers.Items, item)
			continue
		}
		if formal == (Author{}) && cr.Person != 0 {
			item = Item{Text: "Not named"}
		}
		if i := slices.IndexFunc(partners, func(r Row) bool { return r.Term == upper(cr.As) }); i >= 0 {
			partners[i].Items = append(partners[i].Items, item)
			continue
		}
		partners = append(partners, Row{Term: upper(cr.As), Items: []Item{item}})
	}
	var out []Row
	switch len(researchers.Items) {
	case 0:
	case 1:
		researchers.Term = "Researcher"
		fallthrough
	default:
		out = append(out, researchers)
	}
	out = append(out, partners...)
	if c.Funding != "" {
		out = append(out, Row{Term: "Funding", Items: []Item{{Text: c.Funding}}})
	}
	if programme := p.Programme(id); programme != site.None {
		term := "Programme"
		if c.Credits.Programme {
			term = "Credited to"
		}
		out = append(out, p.row(from, term, []site.NodeID{programme})...)
	}
	return out
}

// caseFiled is where a case is filed, today and formerly.
func (p *Pages) caseFiled(from string, id site.NodeID) []Row {
	doc, c := p.Node(id).Doc, p.CaseOf(id)
	out := p.row(from, "Themes", p.Rels(doc, c.Themes))
	out = append(out, p.row(from, "Groups", p.Rels(doc, c.Groups))...)
	out = append(out, p.row(from, "Levels", p.Rels(doc, c.Levels))...)
	out = append(out, p.row(from, "Subjects", p.Rels(doc, c.Subjects))...)
	for _, one := range []struct {
		term string
		rel  content.Rel
	}{{"Form of partnership", c.Form}, {"Students’ role", c.StudentRole}} {
		if to := p.Rel(doc, one.rel); to != site.None {
			out = append(out, p.row(from, one.term, []site.NodeID{to})...)
		}
	}
	formerly := Row{Term: "Formerly under"}
	for _, rel := range c.Formerly {
		ref, _ := p.Docs[doc].Rel(rel)
		if scheme := p.Rel(doc, rel); scheme != site.None && ref.Note != "" {
			formerly.Items = append(formerly.Items, Item{Text: "“" + ref.Note + "”", Href: p.link(from, scheme).Href, Note: ", in the " + p.Node(scheme).Title})
		}
	}
	if len(formerly.Items) > 0 {
		out = append(out, formerly)
	}
	return out
}

// caseOutputs are what a project left, with the type and size of each file.
func (p *Pages) caseOutputs(from string, doc int32, c *content.Case) []Output {
	var out []Output
	for _, o := range c.Outputs {
		if o.URL != "" {
			title := o.Title
			if title == "" {
				title = o.URL
			}
			out = append(out, Output{Text: title, Href: o.URL})
			continue
		}
		if o.File <= 0 {
			continue
		}
		file := p.Target(doc, int32(o.File-1)).File
		if file < 0 || p.Published(file) == "" {
			continue
		}
		one := Output{Text: o.Title, Href: p.URL(from, p.Published(file)), Note: fileNote(p.Attachments[file])}
		if one.Text == "" {
			one.Text = upper(strings.NewReplacer("-", " ", "_", " ").Replace(strings.TrimSuffix(path.Base(p.Attachments[file].Path), path.Ext(p.Attachments[file].Path))))
		}
		if o.Accessible != "" && o.Accessible != "yes" {
			if other := p.FileBeside(doc, o.Accessible); other >= 0 && p.Published(other) != "" {
				one.Alternative = Link{Text: "the same as text (" + fileNote(p.Attachments[other]) + ")", Href: p.URL(from, p.Published(other))}
			}
		}
		out = append(out, one)
	}
	return out
}

// fileNote is a file's type and size: "PDF, 310 KB".
func fileNote(a site.Attachment) string {
	kind := strings.ToUpper(strings.TrimPrefix(path.Ext(a.Path), "."))
	size := strconv.FormatInt((a.Size+1023)/1024, 10) + " KB"
	if a.Size >= 1<<20 {
		size = decimal(float64(a.Size*10/(1<<20))/10) + " MB"
	}
	return kind + ", " + size
}

// caseRelated are the cases near a case, each with the reason.
func (p *Pages) caseRelated(from string, id site.NodeID) []Card {
	var out []Card
	for _, near := range p.RelatedTo(id, mostRelated) {
		c := p.card(from, near.Node)
		c.Reason = sentence(near.Reason)
		out = append(out, c)
	}
	return out
}

// words is the plain text of a piece of HTML that this package made.
func words(h template.HTML) string {
	var b strings.Builder
	rest := string(h)
	for {
		before, tag, ok := strings.Cut(rest, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		_, rest, ok = strings.Cut(tag, ">")
		if !ok {
			break
		}
	}
	return text.Plain(html.UnescapeString(b.String()))
}
