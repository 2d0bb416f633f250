package render

import (
	"slices"
	"strings"
	"unicode"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

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
	who := p.row(from, "Who", append(p.Rels(doc, c.Groups), p.Rels(doc, c.Levels)...))
	for i := range who {
		// Postgraduates are a group and a level, by one name.
		seen := map[string]bool{}
		who[i].Items = slices.DeleteFunc(who[i].Items, func(one Item) bool {
			twice := seen[one.Text]
			seen[one.Text] = true
			return twice
		})
	}
	out = append(out, who...)
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
	out := Item{Text: text.UpperFirst(ref.Name), Note: noted(", ", ref.Note)}
	if id := p.Rel(doc, method); id != site.None {
		out.Href = p.link(from, id).Href
	}
	return out
}

var ethicsWords = map[string]string{
	"review": "reviewed as research", "evaluation": "done as an evaluation", "not-needed": "review not needed",
}

// ethics says how a project was reviewed, with the number of the review.
func ethics(c *content.Case) string {
	said := ethicsWords[c.Ethics]
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

// strip says in words what the strip below it shows: "Four recommendations: one done, one with no response yet".
func strip(s *site.Site, recs []site.NodeID, one, many string) string {
	if len(recs) == 0 {
		return ""
	}
	counts := map[site.Bucket]int{}
	for _, id := range recs {
		counts[s.Rec(id).Bucket()]++
	}
	head := counted(len(recs), one, many)
	done, none := counts[site.Done]+counts[site.Confirmed], counts[site.NoResponse]
	switch {
	case none == len(recs) && len(recs) == 1:
		return head + ", with no response yet"
	case none == len(recs):
		return head + ", none with a response yet"
	case len(recs) == 1:
		return head + ": " + lower(s.Rec(recs[0]).Standing().Word)
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
