package cite

import (
	"strings"
)

// bibTypes are the entry types of BibTeX for the types of CSL. What is not listed is misc.
var bibTypes = map[string]string{
	"article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "review": "article", "review-book": "article",
	"book": "book", "chapter": "incollection", "entry": "incollection", "entry-dictionary": "incollection", "entry-encyclopedia": "incollection",
	"report": "techreport", "thesis": "phdthesis", "paper-conference": "inproceedings", "manuscript": "unpublished",
}

var bibMonths = [...]string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibTeX writes entries in UTF-8, which biber, BibTeX and reference managers read. Every value stands in braces, which are
// balanced; titles and names of bodies in two, which keep their capitals and their "and".
var bibTeX = form{entry: bibEntry, key: bibKey}

func bibEntry(b []byte, r *Reference, key string) []byte {
	kind, ok := bibTypes[r.Type]
	if !ok {
		kind = "misc"
	}
	b = append(append(append(append(b, '@'), kind...), '{'), key...)
	b = bibNames(b, "author", r.Authors)
	b = bibNames(b, "editor", r.Editors)
	b = bibNames(b, "translator", r.Translators)
	b = bibField(b, "title", titled(r), true)
	b = bibField(b, bibContainer(kind), r.ContainerTitle, true)
	b = bibField(b, "series", r.Collection, true)
	if r.Issued.Year != 0 {
		b = bibField(b, "year", r.Issued.YearText(), false)
		if m := r.Issued.Month; m >= 1 && m <= 12 {
			b = append(append(b, ",\n  month = "...), bibMonths[m]...)
		}
	} else {
		b = bibField(b, "year", r.Issued.Literal, false)
	}
	b = bibField(b, "volume", r.Volume, false)
	number := r.Number
	if kind == "article" && r.Issue != "" {
		number = r.Issue
	} else if number == "" {
		number = r.CollectionNumber
	}
	b = bibField(b, "number", number, false)
	pages, _ := pageRange(r.Page)
	b = bibField(b, "pages", strings.ReplaceAll(pages, "–", "--"), false)
	b = bibField(b, "edition", r.Edition, false)
	b = bibField(b, "type", r.Genre, false)
	b = bibField(b, "eventtitle", r.Event, true)
	b = bibField(b, bibPublisher(kind), r.Publisher, true)
	b = bibField(b, "address", r.Place, false)
	b = bibField(b, "isbn", r.ISBN, false)
	b = bibField(b, "issn", r.ISSN, false)
	b = bibVerbatim(b, "doi", r.DOI)
	b = bibVerbatim(b, "url", r.URL)
	if a := r.Accessed; a.Year != 0 && a.Month != 0 && a.Day != 0 {
		b = bibField(b, "urldate", Date{Year: a.Year}.YearText()+"-"+twoDigits(a.Month)+"-"+twoDigits(a.Day), false)
	}
	b = bibField(b, "language", r.Language, false)
	b = bibField(b, "abstract", r.Abstract, false)
	return append(b, "\n}\n\n"...)
}

func bibContainer(kind string) string {
	switch kind {
	case "article":
		return "journal"
	case "incollection", "inproceedings":
		return "booktitle"
	}
	return "howpublished"
}

func bibPublisher(kind string) string {
	switch kind {
	case "techreport":
		return "institution"
	case "phdthesis":
		return "school"
	}
	return "publisher"
}

// bibField writes a value; whole puts it in braces of its own, so that no program changes its capitals.
func bibField(b []byte, name, value string, whole bool) []byte {
	value = oneLine(value)
	if value == "" {
		return b
	}
	b = append(append(append(b, ",\n  "...), name...), " = {"...)
	if whole {
		b = append(b, '{')
	}
	b = bibEscape(b, value)
	if whole {
		b = append(b, '}')
	}
	return append(b, '}')
}

// bibEscape writes what TeX would take for a command as the command that prints it.
func bibEscape(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		command := ""
		switch s[i] {
		case '&', '%', '$', '#', '_':
			b = append(append(b, s[from:i]...), '\\', s[i])
			from = i + 1
			continue
		case '{':
			command = `\textbraceleft{}` // \{ would count as a brace
		case '}':
			command = `\textbraceright{}`
		case '~':
			command = `\textasciitilde{}`
		case '^':
			command = `\textasciicircum{}`
		case '\\':
			command = `\textbackslash{}`
		default:
			continue
		}
		b = append(append(b, s[from:i]...), command...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// bibVerbatim writes an address or a DOI, in which nothing is escaped: what would end the value is written as addresses do.
func bibVerbatim(b []byte, name, value string) []byte {
	value = oneLine(value)
	if value == "" {
		return b
	}
	b = append(append(append(b, ",\n  "...), name...), " = {"...)
	return append(append(b, addressEscapes.Replace(value)...), '}')
}

var addressEscapes = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20")

// bibNames writes "Family, Given and {A body}".
func bibNames(b []byte, field string, names []Name) []byte {
	if len(names) == 0 {
		return b
	}
	b = append(append(append(b, ",\n  "...), field...), " = {"...)
	for i, n := range names {
		if i > 0 {
			b = append(b, " and "...)
		}
		if n.Family == "" {
			b = append(bibEscape(append(b, '{'), oneLine(n.Short())), '}')
			continue
		}
		b = bibPart(b, n.family())
		if n.Suffix != "" {
			b = bibPart(append(b, ", "...), n.Suffix)
		}
		if given := joinNonEmpty(" ", n.Given, n.DroppingParticle); given != "" {
			b = bibPart(append(b, ", "...), given)
		}
	}
	return append(b, '}')
}

// bibPart is a part of a name; what would divide it is kept together by braces.
func bibPart(b []byte, s string) []byte {
	s = oneLine(s)
	divided := strings.Contains(s, ",")
	for word := range strings.SplitSeq(s, " ") {
		divided = divided || strings.EqualFold(word, "and")
	}
	if !divided {
		return bibEscape(b, s)
	}
	return append(bibEscape(append(b, '{'), s), '}')
}

// bibKey is a key in letters and digits of ASCII and a few signs.
func bibKey(s string) string {
	allowed := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == ':' || r == '.'
	}
	if strings.IndexFunc(s, func(r rune) bool { return !allowed(r) }) < 0 && s != "" {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case allowed(r):
			return r
		case r == '/' || r == ' ':
			return '-'
		}
		return -1
	}, s)
	if s == "" {
		return "ref"
	}
	return s
}

func withoutCommas(s string) string {
	if !strings.Contains(s, ",") {
		return s
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(s, ",", " ")), " ")
}
