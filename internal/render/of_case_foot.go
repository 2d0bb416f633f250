package render

import (
	"path"
	"slices"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// casePeople are those who did the work as they chose to be shown, in their order, then who paid and the programme.
func (p *Pages) casePeople(from string, id site.NodeID) []Row {
	c := p.CaseOf(id)
	out := p.credited(from, p.Node(id).Doc, c.Credits, "Researcher")
	if c.Funding != "" {
		paid := Item{Text: c.Funding}
		if by := p.Rel(p.Node(id).Doc, c.FundedBy); by != site.None {
			payer, rest, _ := strings.Cut(c.Funding, ",")
			paid = Item{Text: payer, Href: p.link(from, by).Href, Note: noted(",", rest)}
		}
		out = append(out, Row{Term: "Funding", Items: []Item{paid}})
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

// credited are those whom an item credits, as they chose to be shown: first those who did what it is about, called as given,
// then the others by their part.
func (p *Pages) credited(from string, doc int32, credits content.Credits, called string) []Row {
	researchers := Row{Term: called + "s"}
	var partners []Row
	for _, cr := range credits.People {
		shown, page, formal := p.credit(doc, cr)
		if shown == "" {
			continue
		}
		item := Item{Text: shown}
		if page != site.None {
			item.Href = p.link(from, page).Href
		}
		if formal != (cite.Name{}) {
			item.Note = noted(", ", cr.Affiliation)
		}
		if cr.As == "" {
			researchers.Items = append(researchers.Items, item)
			continue
		}
		if formal == (cite.Name{}) && cr.Person != 0 {
			item = Item{Text: "Not named"}
		}
		if i := slices.IndexFunc(partners, func(r Row) bool { return r.Term == text.UpperFirst(cr.As) }); i >= 0 {
			partners[i].Items = append(partners[i].Items, item)
			continue
		}
		partners = append(partners, Row{Term: text.UpperFirst(cr.As), Items: []Item{item}})
	}
	var out []Row
	switch len(researchers.Items) {
	case 0:
	case 1:
		researchers.Term = called
		fallthrough
	default:
		out = append(out, researchers)
	}
	return append(out, partners...)
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
			one.Text = fileTitle(p.Attachments[file])
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

// fileTitle is a title made of a file's name.
func fileTitle(a site.Attachment) string {
	return text.UpperFirst(strings.NewReplacer("-", " ", "_", " ").Replace(strings.TrimSuffix(path.Base(a.Path), path.Ext(a.Path))))
}

// fileNote is a file's type and size: "PDF, 310 KB".
func fileNote(a site.Attachment) string {
	kind := strings.ToUpper(strings.TrimPrefix(path.Ext(a.Path), "."))
	return kind + ", " + fileSize(int(a.Size))
}
