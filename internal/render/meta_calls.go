package render

import (
	"html/template"
	"strings"
	"unicode"

	"casebook/internal/content"
)

// ldOpportunity is money to apply for, or a place.
func (p *Pages) ldOpportunity(w *jsonLD, a *about) {
	o := a.doc.Entity.(*content.Opportunity)
	switch o.Type {
	case "fund", "award", "bursary":
		p.ldThing(w, a, "MonetaryGrant")
		w.text("description", a.Description)
		p.ldAmount(w, o.Amount)
		p.ldOrganisation(w, "funder")
	default:
		call := p.Call(a.Route.Node)
		p.ldThing(w, a, "EducationalOccupationalProgram")
		w.text("description", a.Description)
		w.text("applicationStartDate", dayTime(call.Opens))
		w.text("applicationDeadline", dayTime(call.Closes))
		p.ldOrganisation(w, "provider")
	}
	w.local("mainEntityOfPage", a.Path)
	w.close()
}

// ldAmount is a sum of money in the site's currency; what is no single sum is left out.
func (p *Pages) ldAmount(w *jsonLD, amount string) {
	digits := ""
	for _, word := range strings.FieldsFunc(amount, func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' }) {
		if n := strings.Trim(strings.ReplaceAll(word, ",", ""), "."); n != "" {
			if digits != "" {
				return
			}
			digits = n
		}
	}
	if digits == "" || p.Settings.Currency == "" {
		return
	}
	which := "value"
	if strings.HasPrefix(strings.ToLower(amount), "up to ") {
		which = "maxValue"
	}
	w.open("amount", "MonetaryAmount")
	w.text("currency", p.Settings.Currency)
	w.text(which, digits)
	w.close()
}

func (p *Pages) ldEvent(w *jsonLD, a *about) {
	e := a.doc.Entity.(*content.Event)
	p.ldThing(w, a, "EducationEvent")
	w.text("description", a.Description)
	w.text("startDate", dayTime(e.Start))
	w.text("endDate", dayTime(e.End))
	switch e.Status {
	case "cancelled":
		w.text("eventStatus", "https://schema.org/EventCancelled")
	case "moved":
		w.text("eventStatus", "https://schema.org/EventRescheduled")
		w.text("previousStartDate", dayTime(e.Was))
	default:
		w.text("eventStatus", "https://schema.org/EventScheduled")
	}
	switch {
	case e.Place != "" && e.Online != "":
		w.text("eventAttendanceMode", "https://schema.org/MixedEventAttendanceMode")
	case e.Online != "":
		w.text("eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode")
	case e.Place != "":
		w.text("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
	}
	at := w.list("location")
	if e.Place != "" {
		w.open("", "Place")
		w.text("name", e.Place)
		w.text("address", e.Place)
		w.close()
	}
	if e.Online != "" {
		w.open("", "VirtualLocation")
		w.text("url", e.Online)
		w.close()
	}
	w.end(at)
	p.ldNodes(w, "about", p.Rels(a.node.Doc, e.About))
	p.ldOrganisation(w, "organizer")
	p.ldPicture(w, a)
	w.close()
}

// ldMethod is a way of finding out. Time stands there only where one length was typed: "6 weeks".
func (p *Pages) ldMethod(w *jsonLD, a *about) {
	m := a.doc.Entity.(*content.Method)
	p.ldThing(w, a, "HowTo")
	p.ldAka(w, a.doc.Head.Aka)
	w.text("description", a.Description)
	w.text("totalTime", lasting(m.Time))
	w.named("supply", "HowToSupply", m.Materials)
	v, _ := a.view.(Method)
	at := w.list("step")
	for i, step := range stepsIn(v.Body) {
		w.open("", "HowToStep")
		w.number("position", i+1)
		w.text("text", step)
		w.close()
	}
	w.end(at)
	p.ldWithin(w, a)
	w.close()
}

// lasting is a length of time in ISO 8601, "" for what is not one number and one unit.
func lasting(typed string) string {
	number, unit, _ := strings.Cut(typed, " ")
	if number == "" || strings.Trim(number, "0123456789") != "" {
		return ""
	}
	switch strings.TrimSuffix(unit, "s") {
	case "minute":
		return "PT" + number + "M"
	case "hour":
		return "PT" + number + "H"
	case "day":
		return "P" + number + "D"
	case "week":
		return "P" + number + "W"
	case "month":
		return "P" + number + "M"
	}
	return ""
}

// stepsIn are the items of the list below the heading Steps. One with lists inside it is left out: it would come out wrong.
func stepsIn(body []Block) []string {
	var all strings.Builder
	for _, b := range body {
		all.WriteString(string(b.HTML))
	}
	_, after, _ := strings.Cut(all.String(), ">Steps</h2>")
	section, _, _ := strings.Cut(after, "<h2")
	_, list, _ := strings.Cut(section, "<ol>")
	list, _, closed := strings.Cut(list, "</ol>")
	if !closed || strings.Contains(list, "<ul") || strings.Contains(list, "<ol") {
		return nil
	}
	var out []string
	for item := range strings.SplitSeq(list, "<li>") {
		if said := words(template.HTML(item)); said != "" {
			out = append(out, said)
		}
	}
	return out
}
