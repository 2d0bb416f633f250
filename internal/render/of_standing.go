package render

import (
	"html/template"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

// why says how a recommendation came to stand where it stands: the first sentence of the last response, and what the
// calendar adds to it.
func (p *Pages) why(rec *site.RecState) string {
	a, ok := latest(rec)
	if !ok {
		return ""
	}
	var said []string
	if first := text.FirstSentence(firstParagraph(p.prose("", p.Node(a.Node).Doc, false).html(p.Doc(a.Node).Body))); first != "" {
		who := p.who(a)
		if who != "" {
			who = text.UpperFirst(who) + ": "
		}
		said = append(said, who+"“"+first+"”")
	}
	switch {
	case rec.Due != "" && settled(rec.Bucket()):
		said = append(said, p.owed(rec))
	case p.overdue(rec.Due) && a.Date <= rec.Due:
		said = append(said, "The promised date, "+text.LongDate(rec.Due)+", has passed without a further response.")
	case p.overdue(rec.Due):
		said = append(said, "The promised date, "+text.LongDate(rec.Due)+", has passed.")
	case rec.Due != "":
		said = append(said, "Promised for "+text.LongDate(rec.Due)+".")
	}
	return strings.Join(said, " ")
}

// owed is the promise of one unit that stands although another has settled the matter for itself.
func (p *Pages) owed(rec *site.RecState) string {
	said := "Another part was promised for "
	if by := p.promiser(rec); by != "" {
		said = text.UpperFirst(by) + " promised its part for "
	}
	said += text.LongDate(rec.Due)
	if p.overdue(rec.Due) {
		said += ", and that day has passed"
	}
	return said + "."
}

// firstParagraph is the plain text of the first paragraph.
func firstParagraph(h template.HTML) string {
	first, _, _ := strings.Cut(string(h), "</p>")
	return words(template.HTML(first))
}

// sinceLine is "Since 14 March 2023. Asked 3 years 4 months ago."
func (p *Pages) sinceLine(rec *site.RecState) string {
	asked := text.UpperFirst(askedAgo(rec.Asked, p.Today))
	if asked != "" {
		asked += "."
	}
	if rec.Decision == "" {
		return asked
	}
	return strings.TrimSpace("Since " + text.LongDate(rec.Since) + ". " + asked)
}

// stations are how far a recommendation has come: found, asked, answered, done, confirmed.
// Kind is that of the entry that holds it: a panel makes points, a project has findings.
func (p *Pages) stations(rec *site.RecState, because []string, kind string) []Station {
	one, many, whole := "finding ", "findings ", "in the project"
	if kind == "insight" {
		one, many, whole = "point ", "points ", "in the discussion"
	}
	found := Station{Name: "Found", Note: many + text.Join(because, "and")}
	switch len(because) {
	case 0:
		found.Note = whole
	case 1:
		found.Note = one + because[0]
	}
	out := []Station{found, {Name: "Asked"}, {Name: "Answered", Note: "not yet"}, {Name: "Done", Note: "not yet"}, {Name: "Confirmed", Note: "by students, not yet"}}
	reached := 1
	if rec.Asked == "" || rec.Asked > p.Today {
		out[1].Note = "not yet"
	} else {
		out[1].Note, reached = text.LongDate(rec.Asked), 2
	}
	bucket := rec.Bucket()
	for _, a := range rec.Answers {
		switch b := site.BucketOf(a.Decision); {
		case a.Decision == "used-elsewhere":
			continue
		case b == site.Done && out[3].Note == "not yet":
			out[3].Note = text.LongDate(a.Date)
		case b == site.Confirmed:
			out[4].Note = text.LongDate(a.Date)
		}
		if reached = max(reached, 3); out[2].Note == "not yet" {
			out[2].Note = text.LongDate(a.Date)
		}
	}
	switch bucket {
	case site.Done:
		reached = 4
		out[4].Note = "by students, not yet"
	case site.NotYet:
		if out[3].Note != "not yet" {
			reached = 4
		}
		out[4].Note = "students say not yet"
	case site.Confirmed:
		reached = 5
		if out[3].Note == "not yet" {
			out[3].Note = "day not recorded"
		}
	case site.Declined, site.Overtaken:
		out[3].Note, out[4].Note = lower(rec.Standing().Word), "nothing to confirm"
	default:
		out[3].Note, out[4].Note = "not yet", "by students, not yet"
	}
	for i := range out {
		switch {
		case i < reached-1 || i == len(out)-1 && reached == len(out):
			out[i].State = "reached"
		case i == reached-1:
			out[i].State = "last"
		default:
			out[i].State = "ahead"
		}
	}
	return out
}
