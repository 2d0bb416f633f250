package library

import (
	"fmt"
	"iter"
	"strings"
)

func (l *library) caseFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for i, c := range l.cases {
			path := "content/cases/" + c.number + ".md"
			if !yield(path, l.caseFile(l.prose(path), i)) {
				return
			}
			for _, a := range c.answers {
				path := fmt.Sprintf("content/responses/%s-%s.md", strings.ReplaceAll(a.to[0], "/", "-"), day(a.date))
				if !yield(path, l.answerFile(l.prose(path), a)) {
					return
				}
			}
		}
	}
}

func (l *library) caseFile(p *prose, i int) string {
	c, f := l.cases[i], newFront()
	f.field("title", c.title)
	f.field("summary", p.line(10, 25)+". "+p.line(8, 20)+".")
	f.field("question", p.line(8, 18)+"?")
	f.field("year", academic(c.year))
	f.field("published", day(c.published))
	f.field("sent", day(c.published.AddDate(0, 0, 7)))
	if p.rng.IntN(20) == 0 {
		f.lines("changes:", "  "+day(c.published.AddDate(0, 0, within(p.rng, 30, 300)))+": "+p.line(4, 10))
	}
	f.list("studied", l.unitTitles(c.studied)...)
	f.list("themes", also(l.shares(i), l.themeTitles(p, within(p.rng, 1, 3)), l.themes[10].title)...)
	f.list("groups", also(l.shares(i), picked(p, groups, 1, 2), groups[1])...)
	f.list("levels", picked(p, levels, 1, 3)...)
	f.list("subjects", l.subjects[p.rng.IntN(len(l.subjects))].title)
	f.field("form", pick(p.rng, forms))
	f.field("student_role", pick(p.rng, roles))
	l.methodLines(p, f, i)
	l.ethicsLines(p, f, c)
	f.field("evidence_type", pick(p.rng, []string{"narrative", "empirical", "empirical", "causal"}))
	f.field("transfer", pick(p.rng, []string{"specific", "adaptable", "adaptable", "general"}))
	if c.buildsOn >= 0 {
		f.list("builds_on", l.cases[c.buildsOn].number)
	}
	f.lines("exemplifies:")
	for _, n := range also(l.shares(i), some(p.rng, within(p.rng, 1, 3), len(l.principles)), 0) {
		f.lines("  " + l.principles[n].title + ": " + scalar(p.line(8, 20)+"."))
	}
	l.creditLines(p, f, i)
	if p.rng.IntN(2) == 0 {
		f.field("funding", fmt.Sprintf("%s, £%d", l.programme.title, 50*within(p.rng, 4, 30)))
	}
	return f.body(l.caseBlocks(p, i)...)
}

func (l *library) methodLines(p *prose, f *front, i int) {
	f.lines("methods:")
	for _, n := range l.methodNumbers(p.rng, i) {
		m := l.methods[n]
		name := pick(p.rng, append([]string{strings.ToLower(m.title)}, m.aka...))
		f.lines(fmt.Sprintf("  %s: %d %s", name, within(p.rng, 8, 480), m.who))
	}
}

func (l *library) ethicsLines(p *prose, f *front, c project) {
	switch p.rng.IntN(4) {
	case 0:
		f.field("ethics", "not-needed")
	case 1:
		f.field("ethics", "evaluation")
	default:
		f.field("ethics", "review")
		f.field("ethics_ref", fmt.Sprintf("ETH-%d-%03d", c.year, within(p.rng, 1, 400)))
	}
}

// creditLines names two to four people of a case, one in ten cases only its programme.
func (l *library) creditLines(p *prose, f *front, i int) {
	c := l.cases[i]
	if l.shares(i) {
		f.lines("formerly:", "  Old archive: Everything old")
	}
	if p.rng.IntN(10) == 0 {
		f.field("credits", "programme")
		return
	}
	f.lines("credits:")
	for n, who := range l.credited(p.rng, i) {
		f.lines("  - person: " + l.people[who].name)
		if n == 1 {
			f.lines("    as: staff partner")
		}
		shown := pick(p.rng, []string{"full name", "full name", "full name", "first name", "initials"})
		if l.skewed && n < 2 {
			shown = "full name"
		}
		f.lines(
			"    shown: "+shown,
			"    consent: "+day(c.published.AddDate(0, 0, -within(p.rng, 5, 40))),
		)
	}
	if p.rng.IntN(3) == 0 {
		f.lines("  - unnamed: " + pick(p.rng, []string{"First", "Second", "Third"}) + "-year student")
	}
}

func (l *library) caseBlocks(p *prose, i int) []string {
	c := l.cases[i]
	paragraphs := make([][]string, 7) // two of what was done, one more, three of detail, one of limits
	for n := range paragraphs {
		paragraphs[n] = p.paragraph()
	}
	sow(p.rng, paragraphs, append(l.links(p, "cases", i), l.citations(p, 1, 3)...))
	blocks := []string{"## What we did", joined(paragraphs[0]), joined(paragraphs[1]), "## " + p.line(4, 7), joined(paragraphs[2])}
	if p.rng.IntN(2) == 0 {
		blocks = append(blocks, fmt.Sprintf("> %s.\n>\n> Participant, %s", p.line(14, 25), p.label()))
	}
	findings := within(p.rng, 3, 5)
	list := make([]string, findings)
	for n := range list {
		list[n] = fmt.Sprintf("- %s. {#f%d}", p.sentence(), n+1)
	}
	blocks = append(blocks, "## Findings", strings.Join(list, "\n"), "## Recommendations")
	for n, r := range c.asks {
		heading := fmt.Sprintf("### %s %s. {#r%d}", pick(p.rng, verbs), p.run(within(p.rng, 6, 18)), n+1)
		blocks = append(blocks, heading, l.labels(p, r, findings), joined(paragraphs[3+n]))
	}
	return append(blocks, "## Limits", joined(paragraphs[6]))
}

// verbs begin recommendations.
var verbs = strings.Fields(`
Publish Offer Give Send Pay Name Record Train Open Extend Share Explain Show Put Make Run Hold Set Agree Allow Book
Check Collect Count Fund Invite Keep Lend List Move Print Provide Repeat Replace Review Start Stop Teach Test Write`)

func (l *library) labels(p *prose, r request, findings int) string {
	lines := []string{"For: " + strings.Join(l.unitTitles(r.units), "; ")}
	var because []string
	for _, n := range some(p.rng, within(p.rng, 1, 2), findings) {
		because = append(because, fmt.Sprintf("f%d", n+1))
	}
	lines = append(lines, "Because: "+strings.Join(because, "; "))
	if r.ask >= 0 {
		lines = append(lines, "Ask: "+l.asks[r.ask].title)
	}
	if r.earlier != "" {
		lines = append(lines, r.earlier)
	}
	switch p.rng.IntN(12) {
	case 0:
		lines = append(lines, "Themes: "+strings.Join(l.themeTitles(p, 2), "; "))
	case 1:
		lines = append(lines, "Groups: "+pick(p.rng, groups))
	case 2:
		lines = append(lines, "Principles: "+pick(p.rng, l.principles).title)
	}
	lines = append(lines, fmt.Sprintf("Effort: %s, %s", pick(p.rng, amounts), p.run(within(p.rng, 4, 8))))
	if p.rng.IntN(3) == 0 {
		lines = append(lines, fmt.Sprintf("Cost: %s, %s", pick(p.rng, amounts), p.run(within(p.rng, 4, 8))))
	}
	return strings.Join(lines, "\n")
}

var amounts = []string{"low", "low", "medium", "medium", "high"}

func (l *library) unitTitles(numbers []int) []string {
	var out []string
	for _, n := range numbers {
		out = append(out, l.units[n].title)
	}
	return out
}

// picked are from low to high of some values, all different.
func picked(p *prose, values []string, low, high int) []string {
	var out []string
	for _, n := range some(p.rng, within(p.rng, low, high), len(values)) {
		out = append(out, values[n])
	}
	return out
}
