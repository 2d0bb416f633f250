package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// apaEntry follows the Publication Manual of the American Psychological Association, 7th edition, chapters 9 and 10.
func apaEntry(l line, r *Reference, suffix string) line {
	lead := leadOf(r, APA)
	date := "(" + apaDate(r, suffix) + ")"
	if lead == leadTitle {
		l = apaTitle(l, r, lead).then(newSentence).text(date)
	} else {
		l = l.text(apaLead(r, lead)).then(newSentence).text(date)
		l = apaTitle(l.then(newSentence), r, lead)
	}
	l = apaSource(l.then(newSentence), r)
	l = l.then(newSentence).text(apaPublisher(r)).stop()
	switch {
	case r.DOI != "":
		return l.text(" ").doi(r.DOI)
	case r.URL == "":
		return l
	}
	// A day of retrieval belongs only to what has no date of its own.
	if r.Issued.IsZero() && r.Accessed.Year != 0 {
		return l.text(" Retrieved " + joinNonEmpty(", ", monthDay(r.Accessed), r.Accessed.YearText()) + ", from ").link(r.URL)
	}
	return l.text(" ").link(r.URL)
}

func apaInverted(n Name) string { return n.inverted(APA) }
func apaStraight(n Name) string { return n.straight(APA) }

func apaLead(r *Reference, lead opening) string {
	names := people(r, lead)
	written := apaNames(names, apaInverted, true)
	switch lead {
	case leadEditors:
		return written + " " + apaEditorLabel(names)
	case leadTranslators:
		return written + " (Trans.)"
	}
	return written
}

func apaEditorLabel(editors []Name) string {
	if len(editors) == 1 {
		return "(Ed.)"
	}
	return "(Eds.)"
}

// apaDate has the day where things come out by the day.
func apaDate(r *Reference, suffix string) string {
	year := yearText(r, APA, suffix)
	if is(r, "article-newspaper", "article-magazine", "post-weblog", "post", "webpage", "speech", "motion_picture", "broadcast") {
		return joinNonEmpty(", ", year, monthDay(r.Issued))
	}
	return year
}

func apaTitle(l line, r *Reference, lead opening) line {
	if hasPlainTitle(r, APA) {
		return l.text(capitalised(title(r)))
	}
	l = l.italic(capitalised(title(r)))
	if note := joinNonEmpty("; ", apaContributors(r, lead), apaNumber(r), edition(r.Edition, "ed.")); note != "" {
		l = l.text(" (" + note + ")")
	}
	switch {
	case is(r, "thesis"):
		return l.text(bracketed(joinNonEmpty(", ", r.Genre, r.Publisher)))
	case is(r, "report") && r.Number != "":
		return l
	}
	return l.text(bracketed(r.Genre))
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " [" + s + "]"
}

func apaContributors(r *Reference, lead opening) string {
	var edited, translated string
	if len(r.Editors) > 0 && lead != leadEditors {
		role := ", Ed."
		if len(r.Editors) > 1 {
			role = ", Eds."
		}
		edited = apaNames(r.Editors, apaStraight, false) + role
	}
	if len(r.Translators) > 0 && lead != leadTranslators {
		translated = apaNames(r.Translators, apaStraight, false) + ", Trans."
	}
	return joinNonEmpty("; ", edited, translated)
}

func apaNumber(r *Reference) string {
	switch {
	case r.Number == "" || !is(r, "report"):
		return ""
	case r.Genre == "":
		return "Report No. " + formal(r)
	}
	return r.Genre + " No. " + formal(r)
}

// capitalised begins a subtitle with a capital, as APA's sentence case does. Other words keep theirs.
func capitalised(s string) string {
	if !strings.Contains(s, ": ") {
		return s
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, ": ")
		b.WriteString(before)
		if !found || after == "" {
			b.WriteString(s[len(before):])
			return b.String()
		}
		r, size := utf8.DecodeRuneInString(after)
		b.WriteString(": " + string(unicode.ToUpper(r)))
		s = after[size:]
	}
}

// formal is the number of a report with the part of it that is cited: "CL-2018-01, recommendation 2".
func formal(r *Reference) string {
	if r.Part == "" {
		return r.Number
	}
	return joinNonEmpty(", ", r.Number, r.Part)
}
