package render

import (
	"cmp"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// standards are where the versions that one can test against are published.
var standards = map[string]Link{
	"WCAG 2.2 AA": {Text: "Web Content Accessibility Guidelines version 2.2", Href: "https://www.w3.org/TR/WCAG22/"},
	"WCAG 2.1 AA": {Text: "Web Content Accessibility Guidelines version 2.1", Href: "https://www.w3.org/TR/WCAG21/"},
}

// statementView fills the blanks of the accessibility statement. It adds no fact and draws no conclusion.
func (p *Pages) statementView(r site.Route) Statement {
	n, d := p.Node(r.Node), p.Doc(r.Node)
	s := d.Entity.(*content.Statement)
	against := cmp.Or(s.Against, "WCAG 2.2 AA")
	run := withArticle(cmp.Or(s.Organisation, p.Settings.Organisation))
	v := Statement{
		Frame: p.frame(r, n.Title, s.Summary), Summary: s.Summary, Note: s.Note, Website: s.Website,
		RunBy: run, Organisation: text.UpperFirst(run),
		UsersCan: s.UsersCan, Difficulties: s.Difficulties, Formats: sentence(s.Formats), Reply: s.Reply,
		Contact: p.contact(r.Path, p.Rel(n.Doc, s.Contact)), Problems: p.contact(r.Path, p.Rel(n.Doc, s.Problems)),
		Northern: s.Nation == "Northern Ireland", Standard: standards[against], Against: against,
		Compliance: s.Compliance, Because: becauseOf(s), Doing: s.Doing,
		Prepared: date(s.Prepared),
	}
	// A preview of an earlier day says nothing of what was found after it.
	if s.Reviewed <= p.Today {
		v.Reviewed = date(s.Reviewed)
	}
	if s.Tested <= p.Today {
		v.Tested, v.TestedBy, v.Sample = date(s.Tested), strings.TrimSuffix(s.TestedBy, "."), sentence(s.Sample)
		v.Checks, v.Unchecked = s.Checks, s.Unchecked
	}
	level := strings.TrimSuffix(against, " AA")
	for _, f := range s.Fails {
		v.Fails = append(v.Fails, Barrier{Text: sentence(f.Problem), Criterion: f.Criterion, Level: level, Fixed: date(f.FixedBy), Alternative: sentence(f.Alternative)})
	}
	for _, b := range s.Burden {
		v.Burden = append(v.Burden, Barrier{Text: sentence(b.Content), Assessment: sentence(b.Assessment), Alternative: sentence(b.Alternative)})
	}
	for _, o := range s.OutOfScope {
		v.OutOfScope = append(v.OutOfScope, Barrier{Text: sentence(o.Content), Alternative: sentence(o.Alternative)})
	}
	v.Contents = v.contents()
	return v
}

// contents are the headings that the layout shows for this view.
func (v Statement) contents() []ContentsItem {
	var out []ContentsItem
	add := func(when bool, text, id string) {
		if when {
			out = append(out, ContentsItem{Text: text, ID: id})
		}
	}
	add(len(v.Difficulties) > 0, "How accessible this website is", "how-accessible")
	add(true, "Feedback and contact information", "feedback")
	add(true, "Enforcement procedure", "enforcement")
	add(true, "Technical information", "technical")
	add(v.Because != "", "Non-accessible content", "non-accessible")
	add(len(v.Doing) > 0, "What is being done", "doing")
	add(true, "Preparation of this statement", "preparation")
	return out
}

// becauseOf names what is listed below the status, in the words of the model statement.
func becauseOf(s *content.Statement) string {
	exempt := len(s.Burden)+len(s.OutOfScope) > 0
	switch {
	case len(s.Fails) > 0 && exempt:
		return "non-compliances and exemptions"
	case len(s.Fails) > 0:
		return "non-compliances"
	case exempt:
		return "exemptions"
	}
	return ""
}
