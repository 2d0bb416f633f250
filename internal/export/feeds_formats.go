package export

import (
	"cmp"
	"encoding/xml"

	"casebook/internal/site"
	"casebook/internal/text"
)

// appendAtom writes a feed (RFC 4287). An empty one was updated when the library was: fallback. gorilla/feeds was tried: its feed
// has room for one link and so not for "self", and its category has no term.
func appendAtom(b []byte, s *site.Site, f site.Feed, entries []entry, fallback string) []byte {
	updated := cmp.Or(fallback, s.Today)
	for i, e := range entries {
		if i == 0 || e.updated > updated {
			updated = e.updated
		}
	}
	self := s.Absolute(f.Path + ".atom")
	b = append(b, xml.Header+`<feed xmlns="http://www.w3.org/2005/Atom"`...)
	if s.Settings.Language != "" {
		b = append(append(append(b, ` xml:lang="`...), xmlText(s.Settings.Language)...), '"')
	}
	b = append(b, '>')
	b = appendElement(b, "\n ", "id", self)
	b = appendElement(b, "\n ", "title", feedTitle(s, f))
	if f.About != "" {
		b = appendElement(b, "\n ", "subtitle", f.About)
	}
	b = appendElement(b, "\n ", "updated", instant(updated))
	b = appendLink(b, "\n ", "self", "application/atom+xml", self)
	b = appendLink(b, "\n ", "alternate", "text/html", s.Absolute(f.Page))
	b = appendAuthor(b, "\n ", cmp.Or(s.Settings.Organisation, s.Settings.Title))
	for _, e := range entries {
		b = appendAtomEntry(b, e)
	}
	return append(b, "\n</feed>\n"...)
}

func appendAtomEntry(b []byte, e entry) []byte {
	b = append(b, "\n <entry>"...)
	b = appendElement(b, "\n  ", "id", e.id)
	b = appendElement(b, "\n  ", "title", e.title)
	b = appendElement(b, "\n  ", "published", instant(e.published))
	b = appendElement(b, "\n  ", "updated", instant(e.updated))
	b = appendLink(b, "\n  ", "alternate", "text/html", e.url)
	for _, name := range e.authors {
		b = appendAuthor(b, "\n  ", name)
	}
	for _, c := range e.categories {
		b = append(append(append(b, "\n  <category term=\""...), xmlText(c)...), `"></category>`...)
	}
	if e.summary != "" {
		b = appendElement(b, "\n  ", "summary", e.summary)
	}
	return append(b, "\n </entry>"...)
}

func appendLink(b []byte, indent, rel, mediaType, href string) []byte {
	b = append(append(append(append(b, indent...), `<link rel="`...), rel...), `" type="`...)
	b = append(append(append(b, mediaType...), `" href="`...), xmlText(href)...)
	return append(b, `"></link>`...)
}

func appendAuthor(b []byte, indent, name string) []byte {
	b = appendElement(append(append(b, indent...), "<author>"...), indent+" ", "name", name)
	return append(append(b, indent...), "</author>"...)
}

// instant is the beginning of a day: content has no times. In the United Kingdom it is on that day all year.
func instant(day string) string { return day + "T00:00:00Z" }

func feedTitle(s *site.Site, f site.Feed) string { return f.Title + " – " + s.Settings.Title }

// appendJSONFeed writes JSON Feed 1.1.
func appendJSONFeed(b []byte, s *site.Site, f site.Feed, entries []entry) []byte {
	b = append(b, `{"version":"https://jsonfeed.org/version/1.1"`...)
	b = member(b, "title", feedTitle(s, f))
	b = member(b, "home_page_url", s.Absolute(f.Page))
	b = member(b, "feed_url", s.Absolute(f.Path+".json"))
	b = member(b, "description", f.About)
	b = member(b, "language", s.Settings.Language)
	b = people(b, []string{cmp.Or(s.Settings.Organisation, s.Settings.Title)})
	b = append(b, `,"items":[`...)
	for i, e := range entries {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n{\"id\":"...)
		b = text.AppendJSON(b, e.id)
		b = member(b, "url", e.url)
		b = member(b, "title", e.title)
		b = member(b, "content_text", cmp.Or(e.summary, e.title))
		b = member(b, "date_published", instant(e.published))
		b = member(b, "date_modified", instant(e.updated))
		b = people(b, e.authors)
		if len(e.categories) > 0 {
			b = append(b, `,"tags":`...)
			b = appendList(b, e.categories)
		}
		b = append(b, '}')
	}
	return append(b, "]}\n"...)
}

func people(b []byte, names []string) []byte {
	if len(names) == 0 {
		return b
	}
	b = append(b, `,"authors":[`...)
	for i, name := range names {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(text.AppendJSON(append(b, `{"name":`...), name), '}')
	}
	return append(b, ']')
}

// member appends one further member of an object, unless it is empty.
func member(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	b = append(text.AppendJSON(append(b, ','), name), ':')
	return text.AppendJSON(b, value)
}

func appendList(b []byte, values []string) []byte {
	b = append(b, '[')
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = text.AppendJSON(b, v)
	}
	return append(b, ']')
}
