package render

import (
	"slices"
	"strconv"
	"strings"

	"casebook/internal/cite"
	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// comparePath is the address of the crosswalk, which exists when there are two frameworks.
const comparePath = "principles/compare/"

// frameworkView is a set of principles, drawn by its kind.
func (p *Pages) frameworkView(r site.Route) Framework {
	n := p.Node(r.Node)
	d := p.Docs[n.Doc]
	f := d.Entity.(*content.Framework)
	pr := p.prose(r.Path, n.Doc, true)
	refs := pr.referencesAnd(p.Rel(n.Doc, f.Reference))
	v := Framework{
		Frame:      p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, "principles/", "Principles")...),
		Kind:       f.Form,
		Summary:    d.Head.Summary,
		By:         p.publishedBy(n.Doc, f),
		Parties:    p.parties(r.Path, f.Parties),
		Body:       pr.blocks(d.Body),
		Groups:     p.frameworkGroups(r.Path, n.Doc, f),
		References: refs,
		Backlinks:  p.backlinks(r.Path, r.Node),
		Dates:      p.dates(r.Path, r.Node),
	}
	if f.Form == "matrix" {
		v.Kind = "list"
		if columns, rows := matrix(f.Axes, v.Groups); rows != nil {
			v.Kind, v.Groups, v.Columns, v.Rows = "matrix", nil, columns, rows
		}
	}
	if _, ok := p.Route(comparePath); ok {
		v.Compare = Link{Text: "All frameworks side by side", Href: p.URL(r.Path, comparePath)}
	}
	return v
}

// publishedBy is who published a framework and when, or when it was agreed.
func (p *Pages) publishedBy(doc int32, f *content.Framework) string {
	if id := p.Rel(doc, f.Reference); id != site.None {
		named := cite.InText([]cite.Cited{{Ref: p.Reference(id)}}, p.Style())
		return strings.TrimSuffix(strings.TrimPrefix(named, "("), ")")
	}
	year := text.AcademicYear(f.Year)
	if f.Form == "agreement" && year != "" {
		return "Agreed in " + year
	}
	return year
}

// parties are who agreed: units as links, others as typed.
func (p *Pages) parties(from string, names []string) []Item {
	var out []Item
	for _, name := range names {
		item := Item{Text: name}
		if id := p.Called("unit", name); id != site.None {
			l := p.link(from, id)
			item = Item{Text: l.Text, Href: l.Href}
		}
		out = append(out, item)
	}
	return out
}

// principlesOf are the published principles of a framework in its order, each with the heading it stands under.
func (p *Pages) principlesOf(doc int32, f *content.Framework) (ids []site.NodeID, headings []string) {
	for _, rel := range f.Principles {
		if id := p.Rel(doc, rel); p.Visible(id) && !slices.Contains(ids, id) {
			ref, _ := p.Docs[doc].Rel(rel)
			ids, headings = append(ids, id), append(headings, ref.Note)
		}
	}
	return ids, headings
}

// frameworkGroups are the principles under their headings. What has an order is numbered; values and cells have none.
func (p *Pages) frameworkGroups(from string, doc int32, f *content.Framework) []FrameworkGroup {
	var out []FrameworkGroup
	ids, headings := p.principlesOf(doc, f)
	for i, id := range ids {
		if i == 0 || headings[i] != headings[i-1] {
			out = append(out, FrameworkGroup{Heading: headings[i]})
		}
		l := p.link(from, id)
		item := FrameworkItem{Title: l.Text, Href: l.Href, Summary: p.Doc(id).Head.Summary, Cases: cases(p.casesShowing(id))}
		if f.Form != "values" && f.Form != "matrix" {
			item.Number = strconv.Itoa(i + 1)
		}
		g := &out[len(out)-1]
		g.Items = append(g.Items, item)
	}
	return out
}

// casesShowing is how many listed cases show a principle at work.
func (p *Pages) casesShowing(principle site.NodeID) int { return len(p.Exemplified(principle, "case")) }

// cases is "5 cases", and nothing for none.
func cases(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 case"
	}
	return strconv.Itoa(n) + " cases"
}

// matrix makes a table of a framework with two axes, each written as its ends: "led by staff, led by students". The first
// axis heads the rows unless the principles stand under headings. Nothing comes back when the ends and the principles do
// not fit: then a list says more than a table with empty heads.
func matrix(axes []string, groups []FrameworkGroup) (columns []string, rows []FrameworkRow) {
	if len(axes) != 2 || len(groups) == 0 {
		return nil, nil
	}
	down, across := ends(axes[0]), ends(axes[1])
	if len(groups) == 1 && len(groups[0].Items) == len(down)*len(across) {
		items := groups[0].Items
		groups = nil
		for i, heading := range down {
			groups = append(groups, FrameworkGroup{Heading: heading, Items: items[i*len(across) : (i+1)*len(across)]})
		}
	}
	for _, g := range groups {
		if g.Heading == "" || len(g.Items) != len(across) {
			return nil, nil
		}
		rows = append(rows, FrameworkRow{Heading: g.Heading, Cells: g.Items})
	}
	return across, rows
}

// ends takes an axis apart: at semicolons, else dashes, else "to", else commas.
func ends(axis string) []string {
	for _, sep := range []string{";", " – ", " - ", " to ", ","} {
		if parts := strings.Split(axis, sep); len(parts) > 1 {
			for i, part := range parts {
				parts[i] = text.UpperFirst(strings.TrimSpace(part))
			}
			return parts
		}
	}
	return nil
}

// referencesAnd is the reference list of a page that cites one more work than its text does.
func (p *prose) referencesAnd(more site.NodeID) []Reference {
	ids := p.cited()
	if more == site.None || slices.Contains(ids, more) {
		return p.references()
	}
	ids = append([]site.NodeID{more}, ids...)
	p.suffixes = p.yearSuffixes(ids)
	return p.entries(ids)
}
