package cite

import (
	"regexp"
	"strings"
)

// Cited is a reference where a text names it.
type Cited struct {
	Ref     Reference
	Locator string // "p. 14", "Priority 1"
	Suffix  string // the letter after the year, from YearSuffixes
	Prefix  string // "see"
}

// InText is the citation in brackets, of one or several in the order given: "(Healey, Flint and Harrington, 2014, p. 14;
// Bovill, 2017)".
func InText(cited []Cited, style Style) string {
	parts := make([]string, len(cited))
	for i, c := range cited {
		parts[i] = joinNonEmpty(" ", c.Prefix, joinNonEmpty(", ", label(&c.Ref, style, "&"), yearAndPlace(c, style)))
	}
	return typographic("(" + strings.Join(parts, "; ") + ")")
}

// Narrative is the citation in a sentence: "Matthews (2017)".
func Narrative(c Cited, style Style) string {
	return typographic(joinNonEmpty(" ", c.Prefix, label(&c.Ref, style, "and"), "("+yearAndPlace(c, style)+")"))
}

func yearAndPlace(c Cited, style Style) string {
	return joinNonEmpty(", ", yearText(&c.Ref, style, c.Suffix), locator(c.Locator))
}

// label is who or what a citation names. and joins two names in APA, which has "&" in brackets only.
func label(r *Reference, style Style, and string) string {
	lead := leadOf(r, style)
	names := people(r, lead)
	switch {
	case lead == leadContainer:
		return r.ContainerTitle
	case lead == leadTitle && !hasPlainTitle(r, style):
		return title(r)
	case lead == leadTitle && style == APA:
		return "“" + title(r) + "”"
	case lead == leadTitle:
		return "‘" + title(r) + "’"
	case style != APA:
		return harvardNames(names, Name.Short)
	case len(names) > 2:
		return names[0].Short() + " et al."
	}
	return strings.Join(each(names, Name.Short), " "+and+" ")
}

var pageLocator = regexp.MustCompile(`^(?i:pp?)\.? ?([0-9].*)$`)

// locator writes pages as the styles do ("p. 14", "pp. 6–7") and leaves any other text as it is.
func locator(s string) string {
	s = strings.TrimSpace(s)
	if found := pageLocator.FindStringSubmatch(s); found != nil {
		return labelledPages(found[1])
	}
	return s
}
