package cite

import "strconv"

// risTypes are the types of RIS for those of CSL. What is not listed is GEN.
var risTypes = map[string]string{
	"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "GEN", "review": "JOUR", "review-book": "JOUR",
	"book": "BOOK", "chapter": "CHAP", "entry": "CHAP", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "report": "RPRT",
	"thesis": "THES", "paper-conference": "CPAPER", "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG", "dataset": "DATA", "software": "COMP",
	"motion_picture": "VIDEO", "broadcast": "VIDEO", "speech": "HEAR", "manuscript": "MANSCPT", "legislation": "BILL", "standard": "STAND",
}

// ris writes the tagged lines of RIS: two letters, two spaces, a hyphen, a space, the value, CR and LF. Each entry begins with TY
// and ends with ER. A value has one line and no escapes.
var ris = form{entry: risEntry}

func risEntry(b []byte, r *Reference, key string) []byte {
	kind, ok := risTypes[r.Type]
	if !ok {
		kind = "GEN"
	}
	b = risLine(b, "TY", kind)
	b = risLine(b, "ID", key)
	for _, people := range []struct {
		tag   string
		names []Name
	}{{"AU", r.Authors}, {"ED", r.Editors}, {"A4", r.Translators}} {
		for _, n := range people.names {
			b = risLine(b, people.tag, risName(n))
		}
	}
	b = risLine(b, "TI", titled(r))
	container := "T2"
	if kind == "JOUR" {
		container = "JO" // read as the journal by every program, T2 by most
		b = risLine(b, "T2", r.ContainerTitle)
	}
	b = risLine(b, container, r.ContainerTitle)
	b = risLine(b, "T3", joinNonEmpty(", ", r.Collection, r.CollectionNumber))
	if r.Issued.Year != 0 {
		b = risLine(b, "PY", Date{Year: r.Issued.Year}.YearText())
		b = risLine(b, "DA", risDate(r.Issued))
	} else {
		b = risLine(b, "PY", r.Issued.Literal)
	}
	b = risLine(b, "VL", r.Volume)
	b = risLine(b, "IS", r.Issue)
	first, last := risPages(r.Page)
	b = risLine(b, "SP", first)
	b = risLine(b, "EP", last)
	b = risLine(b, "ET", r.Edition)
	b = risLine(b, "M3", r.Genre)
	b = risLine(b, "C3", r.Event)
	b = risLine(b, "PB", r.Publisher)
	b = risLine(b, "CY", r.Place)
	switch {
	case kind == "RPRT":
		b = risLine(b, "SN", r.Number) // ISBN, ISSN or number of a report, as the type has it
	case r.ISBN != "":
		b = risLine(b, "SN", r.ISBN)
	default:
		b = risLine(b, "SN", r.ISSN)
	}
	b = risLine(b, "DO", r.DOI)
	b = risLine(b, "UR", r.URL)
	if r.Accessed.Year != 0 {
		b = risLine(b, "Y2", risDate(r.Accessed))
	}
	b = risLine(b, "LA", r.Language)
	b = risLine(b, "AB", r.Abstract)
	return append(b, "ER  - \r\n\r\n"...)
}

func risLine(b []byte, tag, value string) []byte {
	value = oneLine(value)
	if value == "" {
		return b
	}
	b = append(append(b, tag...), "  - "...)
	return append(append(b, value...), '\r', '\n')
}

// risName is "Family, Given, Suffix". A comma in the name of a body would make it a person, so it is let go.
func risName(n Name) string {
	if n.Family == "" {
		return withoutCommas(n.Short())
	}
	return joinNonEmpty(", ", withoutCommas(n.family()), joinNonEmpty(" ", withoutCommas(n.Given), n.DroppingParticle), n.Suffix)
}

// risDate is "2019/06/20/", with the slashes of what is not known.
func risDate(d Date) string {
	var space [16]byte
	b := append(strconv.AppendInt(space[:0], int64(d.Year), 10), '/')
	if d.Month != 0 {
		b = append(b, twoDigits(d.Month)...)
	}
	b = append(b, '/')
	if d.Month != 0 && d.Day != 0 {
		b = append(b, twoDigits(d.Day)...)
	}
	return string(append(b, '/'))
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// risPages are the first and the last page of a range.
func risPages(s string) (first, last string) {
	pages, _ := pageRange(s)
	for i, r := range pages {
		if r == '–' {
			return pages[:i], pages[i+len("–"):]
		}
	}
	return pages, ""
}
