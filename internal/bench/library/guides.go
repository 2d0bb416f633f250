package library

import (
	"fmt"
	"iter"
)

func (l *library) guideFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for i, j := range l.journeys {
			path := "content/journeys/" + j.id + ".md"
			if !yield(path, l.journeyFile(l.prose(path), i)) {
				return
			}
		}
		for i, g := range l.guides {
			path := "content/guide/" + g.id + ".md"
			if !yield(path, l.guideFile(l.prose(path), i)) {
				return
			}
		}
	}
}

// journeyFile gives each journey ten guides of its own, the last one what is left.
func (l *library) journeyFile(p *prose, i int) string {
	f := newFront()
	f.field("title", l.journeys[i].title)
	f.field("summary", p.sentence()+".")
	f.field("audience", audienceOf(i))
	f.list("themes", pick(p.rng, l.themes).title)
	f.lines("steps:")
	last := min(10*i+10, len(l.guides))
	for n, g := range l.guides[10*i : last] {
		if n == 6 && i%3 == 0 {
			f.lines("  - page: "+g.id, "    optional: yes")
			continue
		}
		f.lines("  - " + g.id)
	}
	if last < len(l.guides) {
		f.list("secondary", l.guides[last].id)
	}
	return f.body(joined(p.paragraph()))
}

// audienceOf a journey and the guides in it.
func audienceOf(journey int) string {
	if journey%3 == 2 {
		return "students"
	}
	return "staff"
}

func (l *library) guideFile(p *prose, i int) string {
	f := newFront()
	f.field("title", l.guides[i].title)
	f.field("summary", p.sentence()+".")
	f.field("published", day(dayBetween(p.rng, date(2018, 9, 1), date(2024, 8, 31))))
	f.field("reviewed", day(dayBetween(p.rng, date(2024, 9, 1), lastDay)))
	f.field("owner", "Library desk")
	f.field("audience", audienceOf(i/10))
	f.field("page_type", pick(p.rng, []string{"explain", "how-to", "consider", "template"}))
	f.list("themes", l.themeTitles(p, within(p.rng, 1, 2))...)
	var exemplified []string
	for _, n := range some(p.rng, within(p.rng, 1, 3), len(l.principles)) {
		exemplified = append(exemplified, l.principles[n].title)
	}
	f.list("exemplifies", exemplified...)
	return f.body(l.guideBlocks(p, i)...)
}

func (l *library) guideBlocks(p *prose, i int) []string {
	sections := within(p.rng, 3, 4)
	paragraphs := make([][]string, 2+2*sections)
	for n := range paragraphs {
		paragraphs[n] = p.paragraph()
	}
	sow(p.rng, paragraphs, append(l.links(p, "guide", i), l.citations(p, 2, 3)...))
	blocks := []string{joined(paragraphs[0]), joined(paragraphs[1])}
	for s := range sections {
		blocks = append(blocks, "## "+p.line(3, 6), joined(paragraphs[2+2*s]), joined(paragraphs[3+2*s]))
		switch {
		case s == 1 && i%4 == 0:
			blocks = append(blocks, table(p))
		case s == 1 && i%4 == 2:
			blocks = append(blocks, bullets(p, "1.", 4))
		case s == 2 && i%2 == 0:
			blocks = append(blocks, fmt.Sprintf("> [!EXAMPLE] %s\n> %s.", p.line(3, 5), p.line(12, 25)))
		}
	}
	return append(blocks, fmt.Sprintf("> [!PROMPTS] %s\n> - %s?\n> - %s?", p.line(3, 5), p.line(8, 14), p.line(8, 14)))
}

func table(p *prose) string {
	out := "| " + p.line(2, 3) + " | " + p.line(2, 3) + " |\n|---|---:|"
	for range 4 {
		out += "\n| " + p.line(3, 6) + " | " + p.number() + " |"
	}
	return out
}

func (l *library) themeTitles(p *prose, count int) []string {
	var out []string
	for _, n := range some(p.rng, count, len(l.themes)) {
		out = append(out, l.themes[n].title)
	}
	return out
}
