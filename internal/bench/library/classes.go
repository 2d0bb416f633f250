package library

import (
	"fmt"
	"iter"
)

// method is a card and the other words by which cases name it.
type method struct {
	thing
	aka []string
	who string // what its numbers count
}

func planMethods() []method {
	var out []method
	for _, m := range []method{
		{thing{title: "Survey"}, []string{"questionnaire", "intercept survey"}, "students"},
		{thing{title: "Interviews"}, []string{"peer interviews"}, "students"},
		{thing{title: "Focus groups"}, []string{"group discussions"}, "groups"},
		{thing{title: "Observation"}, nil, "visits"},
		{thing{title: "Document analysis"}, []string{"minutes analysis"}, "documents"},
		{thing{title: "Audit"}, []string{"reading-list audit", "recording audit"}, "modules"},
		{thing{title: "Diary study"}, nil, "diaries"},
		{thing{title: "Co-design workshop"}, []string{"workshop"}, "people"},
		{thing{title: "Usability test"}, []string{"tree test", "walkthroughs"}, "tests"},
		{thing{title: "Secondary data"}, []string{"attendance data", "timetable data"}, "records"},
		{thing{title: "Think-aloud"}, nil, "students"},
		{thing{title: "Journey mapping"}, nil, "maps"},
		{thing{title: "Photo elicitation"}, nil, "pictures"},
		{thing{title: "Policy comparison"}, nil, "universities"},
		{thing{title: "Before and after"}, []string{"pre and post comparison"}, "students"},
	} {
		m.id = slug(m.title)
		out = append(out, m)
	}
	return out
}

// classes are the things that cases and guides are filed under and addressed to.
func (l *library) classes() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, group := range []iter.Seq2[string, string]{l.themeFiles(), l.unitFiles(), l.methodFiles(), l.termFiles(), l.contactFiles()} {
			for path, text := range group {
				if !yield(path, text) {
					return
				}
			}
		}
	}
}

func (l *library) themeFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, t := range l.themes {
			path := "content/themes/" + t.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", t.title)
			if t.parent >= 0 {
				f.list("broader", l.themes[t.parent].title)
			}
			f.field("scope", p.sentence()+".")
			if !yield(path, f.body()) {
				return
			}
		}
	}
}

func (l *library) unitFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, u := range l.units {
			path := "content/units/" + u.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", u.title)
			f.field("type", u.kind)
			if u.parent >= 0 {
				f.field("parent", l.units[u.parent].title)
			} else {
				f.field("contact", "Library desk")
			}
			if !yield(path, f.body(p.sentence()+".")) {
				return
			}
		}
	}
}

func (l *library) methodFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, m := range l.methods {
			path := "content/methods/" + m.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("title", m.title)
			if len(m.aka) > 0 {
				f.list("aka", m.aka...)
			}
			f.field("people", p.line(6, 12))
			f.field("time", fmt.Sprintf("about %d weeks", within(p.rng, 2, 9)))
			f.field("materials", p.line(6, 12))
			f.field("ethics", p.sentence()+".")
			text := f.body(
				joined(p.paragraph()),
				"## Good for\n\n"+bullets(p, "-", 3),
				"## Not for\n\n"+bullets(p, "-", 2),
				"## Steps\n\n"+bullets(p, "1.", 5),
			)
			if !yield(path, text) {
				return
			}
		}
	}
}

func (l *library) termFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, t := range l.terms {
			path := "content/glossary/" + t.id + ".md"
			p, f := l.prose(path), newFront()
			f.field("term", t.title)
			if t.confused >= 0 {
				f.list("not_to_confuse", l.terms[t.confused].title)
			}
			if !yield(path, f.body(p.sentence()+". "+p.sentence()+".")) {
				return
			}
		}
	}
}

func (l *library) contactFiles() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, title := range []string{"Library desk", "Green Notebook coordinators", "Data protection"} {
			f := newFront()
			f.field("title", title)
			f.field("email", slug(title)+"@library.example")
			f.field("unit", l.units[len(l.units)-1].title)
			f.field("response_time", "within three working days")
			if title != "Library desk" {
				f.field("fallback", "Library desk")
			}
			if !yield("content/contacts/"+slug(title)+".md", f.body()) {
				return
			}
		}
		p, f := l.prose("programme"), newFront()
		f.field("title", l.programme.title)
		f.field("prefix", prefix)
		f.list("owners", l.units[len(l.units)-1].title)
		f.field("since", academic(firstYear))
		f.field("cycle", "One round a year")
		f.field("who", "Any student")
		f.field("contact", "Green Notebook coordinators")
		yield("content/programmes/"+l.programme.id+".md", f.body(joined(p.paragraph()), joined(p.paragraph())))
	}
}

// bullets is a list of so many sentences, each after the mark.
func bullets(p *prose, mark string, count int) string {
	out := ""
	for i := range count {
		if i > 0 {
			out += "\n"
		}
		out += mark + " " + p.line(8, 16) + "."
	}
	return out
}
