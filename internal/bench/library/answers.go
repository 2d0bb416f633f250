package library

import "fmt"

func (l *library) answerFile(p *prose, a answer) string {
	f := newFront()
	if len(a.to) == 1 {
		f.field("to", a.to[0])
	} else {
		f.list("to", a.to...)
	}
	f.field("date", day(a.date))
	f.field("by", a.by)
	f.field("decision", a.decision)
	if !a.due.IsZero() {
		f.field("due", day(a.due))
	}
	if a.decision == "passed on" {
		f.field("passed_to", l.units[a.passedTo].title)
	}
	if a.overtakenBy != "" {
		f.field("overtaken_by", a.overtakenBy)
	}
	text := p.sentence() + ". " + p.sentence() + "."
	if p.rng.IntN(2) == 0 {
		text += " " + p.sentence() + "."
	}
	if a.decision != "done" && a.decision != "already in place" {
		return f.body(text)
	}
	evidence := fmt.Sprintf("## Evidence\n\n- [%s](https://evidence.example/%d)", p.line(3, 6), within(p.rng, 1000, 999_999))
	return f.body(text, evidence)
}
