package render

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// mostCombined is how many other methods a method names.
const mostCombined = 6

func (p *Pages) methodView(r site.Route) Method {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	m := d.Entity.(*content.Method)
	pr := p.prose(r.Path, n.Doc, true)
	uses := p.usesOf(r.Node)
	v := Method{
		Frame: p.frame(r, n.Title, d.Head.Summary, p.up(r.Path, "methods/", "Methods")...), Summary: d.Head.Summary, Aka: strings.Join(d.Head.Aka, ", "),
		Body: pr.beside(d.Body), UsedLine: p.usedLine(uses), Combined: p.combined(r.Path, r.Node, uses),
		References: pr.references(), Backlinks: p.backlinks(r.Path, r.Node), Dates: p.dates(r.Path, r.Node),
	}
	for _, row := range []struct{ term, text string }{{"People", m.People}, {"Time", m.Time}, {"Materials", m.Materials}, {"Watch for", m.Ethics}} {
		if row.text != "" {
			v.Rows = append(v.Rows, Row{Term: row.term, Items: []Item{{Text: row.text}}})
		}
	}
	v.Rows = wideLast(v.Rows)
	shown, all := p.firstFiled(r.Path, r.Node, "case")
	v.All = all
	for _, e := range uses {
		if !slices.Contains(shown, e.From) {
			continue
		}
		c := p.Node(e.From)
		v.Uses = append(v.Uses, MethodUse{
			Title: c.Title, Href: p.URL(r.Path, c.Path), Mark: Mark{Number: c.Number},
			As: asTyped(p.Ref(e), n.Title), Year: text.AcademicYear(p.CaseOf(e.From).Year),
		})
	}
	return v
}

// usesOf are the mentions of a method by listed cases, latest year first.
func (p *Pages) usesOf(method site.NodeID) []site.Edge {
	var out []site.Edge
	for _, e := range p.Inverse(method, "methods", "case") {
		if p.Listed(e.From) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b site.Edge) int {
		return cmp.Or(cmp.Compare(p.CaseOf(b.From).Year, p.CaseOf(a.From).Year), cmp.Compare(p.Node(a.From).Number, p.Node(b.From).Number))
	})
	return out
}

// asTyped is a project's own word for a method when it differs from ours, and its number: "Intercept survey, 340".
func asTyped(ref content.Ref, title string) string {
	if text.Fold(ref.Name) == text.Fold(title) && ref.Note != "" {
		return text.UpperFirst(ref.Note)
	}
	return text.UpperFirst(ref.Name) + noted(", ", ref.Note)
}

var firstNumber = regexp.MustCompile(`\d[\d,]*`)

// usedLine is "Used by six projects. The numbers they give go from 75 to 611." One project is no range.
func (p *Pages) usedLine(uses []site.Edge) string {
	projects := projectsIn(uses)
	if len(projects) == 0 {
		return ""
	}
	line := "Used by " + text.Count(len(projects), "project", "projects") + "."
	low, high, found := 0, 0, 0
	for _, e := range uses {
		n, err := strconv.Atoi(strings.ReplaceAll(firstNumber.FindString(p.Ref(e).Note), ",", ""))
		if err != nil {
			continue
		}
		if found++; found == 1 {
			low, high = n, n
		}
		low, high = min(low, n), max(high, n)
	}
	if found > 1 && low < high && len(projects) > 1 {
		line += " The numbers they give go from " + figures(low) + " to " + figures(high) + "."
	}
	return line
}

// figures is a number in digits, with a comma at each thousand: a range reads badly half in words.
func figures(n int) string {
	if n > 20 {
		return text.Number(n)
	}
	return strconv.Itoa(n)
}

func projectsIn(uses []site.Edge) []site.NodeID {
	var out []site.NodeID
	for _, e := range uses {
		if len(out) == 0 || out[len(out)-1] != e.From { // one project's mentions stand together
			out = append(out, e.From)
		}
	}
	return out
}

// combined are the methods most often used in the same projects.
func (p *Pages) combined(from string, method site.NodeID, uses []site.Edge) []Item {
	counts := map[site.NodeID]int{}
	var others []site.NodeID
	for _, id := range projectsIn(uses) {
		var here []site.NodeID
		for _, e := range p.Out(id) {
			if p.Relation(e) != "methods" || e.To == method || slices.Contains(here, e.To) {
				continue
			}
			here = append(here, e.To)
			if counts[e.To]++; counts[e.To] == 1 {
				others = append(others, e.To)
			}
		}
	}
	p.ByTitle(others)
	slices.SortStableFunc(others, func(a, b site.NodeID) int { return cmp.Compare(counts[b], counts[a]) })
	var out []Item
	for _, id := range others[:min(len(others), mostCombined)] {
		l := p.link(from, id)
		out = append(out, Item{Text: l.Text, Href: l.Href, Note: ", in " + text.Count(counts[id], "project", "projects")})
	}
	return out
}
