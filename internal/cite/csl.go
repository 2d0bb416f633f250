package cite

import (
	"strconv"

	"casebook/internal/text"
)

// csl writes CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json): what Decode reads.
var csl = form{open: "[", between: ",", end: "\n]\n", entry: cslItem}

func cslItem(b []byte, r *Reference, key string) []byte {
	b = append(b, "\n{\"id\":"...)
	b = text.AppendJSON(b, key)
	b = cslText(b, "type", cslType(r.Type))
	b = cslText(b, "title", titled(r))
	b = cslText(b, "container-title", r.ContainerTitle)
	b = cslText(b, "collection-title", r.Collection)
	b = cslText(b, "collection-number", r.CollectionNumber)
	b = cslText(b, "event-title", r.Event)
	b = cslText(b, "genre", r.Genre)
	b = cslText(b, "edition", r.Edition)
	b = cslText(b, "number", r.Number)
	b = cslNames(b, "author", r.Authors)
	b = cslNames(b, "editor", r.Editors)
	b = cslNames(b, "translator", r.Translators)
	b = cslDate(b, "issued", r.Issued)
	b = cslDate(b, "accessed", r.Accessed)
	b = cslText(b, "volume", r.Volume)
	b = cslText(b, "issue", r.Issue)
	b = cslText(b, "page", r.Page)
	b = cslText(b, "publisher", r.Publisher)
	b = cslText(b, "publisher-place", r.Place)
	b = cslText(b, "DOI", r.DOI)
	b = cslText(b, "ISBN", r.ISBN)
	b = cslText(b, "ISSN", r.ISSN)
	b = cslText(b, "URL", r.URL)
	b = cslText(b, "language", r.Language)
	b = cslText(b, "abstract", r.Abstract)
	return append(b, '}')
}

// cslType is the type; an item without one is a document.
func cslType(s string) string {
	if s == "" {
		return "document"
	}
	return s
}

func cslText(b []byte, name, value string) []byte {
	value = oneLine(value)
	if value == "" {
		return b
	}
	b = append(append(append(b, `,"`...), name...), `":`...)
	return text.AppendJSON(b, value)
}

func cslNames(b []byte, name string, names []Name) []byte {
	if len(names) == 0 {
		return b
	}
	b = append(append(append(b, `,"`...), name...), `":[`...)
	for i, n := range names {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '{')
		from := len(b)
		for _, part := range []struct{ name, value string }{
			{"family", n.Family}, {"given", n.Given}, {"non-dropping-particle", n.Particle}, {"dropping-particle", n.DroppingParticle},
			{"suffix", n.Suffix}, {"literal", n.Literal},
		} {
			b = cslText(b, part.name, part.value)
		}
		if len(b) > from {
			b = append(b[:from], b[from+1:]...) // the first comma
		}
		b = append(b, '}')
	}
	return append(b, ']')
}

func cslDate(b []byte, name string, d Date) []byte {
	switch {
	case d.IsZero():
		return b
	case d.Literal != "" || d.Year == 0:
		b = append(append(append(b, `,"`...), name...), `":{"literal":`...)
		return append(text.AppendJSON(b, oneLine(d.Literal)), '}')
	}
	b = append(append(append(b, `,"`...), name...), `":{"date-parts":[[`...)
	b = strconv.AppendInt(b, int64(d.Year), 10)
	if d.Month != 0 {
		b = strconv.AppendInt(append(b, ','), int64(d.Month), 10)
		if d.Day != 0 {
			b = strconv.AppendInt(append(b, ','), int64(d.Day), 10)
		}
	}
	if d.EndYear != 0 {
		b = strconv.AppendInt(append(b, "],["...), int64(d.EndYear), 10)
	}
	return append(b, "]]}"...)
}
