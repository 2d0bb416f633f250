package library

import (
	"fmt"
	"iter"
	"strings"
)

const siteConfig = `title: Generated library
base_url: https://library.example/
language: en-GB
timezone: Europe/London
currency: GBP
organisation: %s
contact: Library desk
licence: CC BY 4.0
citation_style: harvard
review_every: 10 years
audience: both
navigation:
  - Guide: guide/
  - Cases: cases/
  - Asked and answered: responses/
  - Departments and services: units/
  - Principles: principles/
`

const vocabularies = `audiences:
  staff: Staff
  students: Students
  both: Staff and students

groups:
  everyone: Everyone, all students
  commuters: Commuters, commuter students
  international: International students, overseas students
  disabled: Disabled students
  carers: Carers, student carers
  first-in-family: First in family, first generation
  mature: Mature students
  part-time: Part-time students
  placement: Placement students
  pgt: PGT, taught postgraduates
  pgr: PGR, postgraduate researchers

levels:
  foundation: Foundation, foundation year
  ug1: UG1, first year
  ug2: UG2, second year
  ug3: UG3, third year
  ug4: UG4, fourth year
  pgt: PGT, taught postgraduate
  pgr: PGR, research postgraduate

forms:
  co-create-the-curriculum: Co-create the curriculum
  teach-mentor-assess: Teach or mentor or assess
  research-education: Research education
  disciplinary-research: Disciplinary research
  governance: Representation and governance
  wider-experience: Wider student experience

student_roles:
  informant: Informant
  consultant: Consultant
  representative: Representative
  co-researcher: Co-researcher
  co-designer: Co-designer
  lead-researcher: Lead researcher
`

// The values of vocabularies by title, for the cases that use them.
var (
	groups = []string{"Everyone", "Commuters", "International students", "Disabled students", "Carers", "First in family", "Mature students", "Part-time students", "Placement students"}
	levels = []string{"Foundation", "UG1", "UG2", "UG3", "UG4", "PGT", "PGR"}
	forms  = []string{"Co-create the curriculum", "Teach or mentor or assess", "Research education", "Disciplinary research", "Representation and governance", "Wider student experience"}
	roles  = []string{"Informant", "Consultant", "Representative", "Co-researcher", "Co-designer", "Lead researcher"}
)

func (l *library) settings() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		_ = yield("casebook.yaml", fmt.Sprintf(siteConfig, l.units[0].title)) &&
			yield("content/references.json", l.referencesJSON()) &&
			yield("content/vocabularies.yaml", l.vocabularies())
	}
}

func (l *library) vocabularies() string {
	var b strings.Builder
	b.WriteString(vocabularies + "\nsubjects:\n")
	for _, s := range l.subjects {
		fmt.Fprintf(&b, "  %s: %s\n", s.id, s.title)
	}
	b.WriteString("\nsynonyms:\n")
	p := l.prose("synonyms")
	for range 20 {
		rank := within(p.rng, len(functionWords), 4000)
		fmt.Fprintf(&b, "  - %s, %s\n", l.words[rank], l.words[rank+1])
	}
	return b.String()
}

// introductions are the folders that have a page of their own before their list, and that page's title.
var introductions = []struct{ folder, title string }{
	{"guide", "Guide"}, {"journeys", "Journeys"}, {"frameworks", "Frameworks"}, {"principles", "Principles"},
	{"cases", "Cases"}, {"asks", "Recurring asks"}, {"themes", "Themes"}, {"methods", "Methods"},
	{"units", "Departments and services"}, {"programmes", "Programmes"}, {"glossary", "Glossary"},
}

// plainPages are the pages a library has about itself.
var plainPages = []struct{ id, title string }{
	{"index", "What students found and what became of it"}, {"about", "About this library"}, {"privacy", "Privacy and taking things down"},
}

func (l *library) indexes() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, in := range introductions {
			path := "content/" + in.folder + "/index.md"
			p, f := l.prose(path), newFront()
			f.field("title", in.title)
			f.field("summary", p.sentence()+".")
			if !yield(path, f.body(p.sentence()+".")) {
				return
			}
		}
		for _, page := range plainPages {
			path := "content/pages/" + page.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", page.title)
			f.field("summary", p.sentence()+".")
			f.field("published", day(date(2024, 9, 2)))
			f.field("owner", "Library desk")
			if !yield(path, f.body(joined(p.paragraph()), joined(p.paragraph()))) {
				return
			}
		}
	}
}
