package export

import (
	"bytes"
	"cmp"
	"encoding/xml"

	"casebook/internal/site"
	"casebook/internal/text"
)

// The structs of Atom (RFC 4287). gorilla/feeds was tried: its feed has room for one link and so not for "self", and its
// category has no term.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomPerson  `xml:"author"`
	Entries  []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Authors    []atomPerson   `xml:"author"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// appendAtom writes a feed. An empty one was updated when the library was: fallback.
func appendAtom(b []byte, s *site.Site, f site.Feed, entries []entry, fallback string) []byte {
	self := s.Absolute(f.Path + ".atom")
	feed := atomFeed{
		Lang: s.Settings.Language, ID: self, Title: feedTitle(s, f), Subtitle: f.About, Updated: instant(cmp.Or(fallback, s.Today)),
		Links:  []atomLink{{"self", "application/atom+xml", self}, {"alternate", "text/html", s.Absolute(f.Page)}},
		Author: atomPerson{cmp.Or(s.Settings.Organisation, s.Settings.Title)},
	}
	for i, e := range entries {
		if i == 0 || instant(e.updated) > feed.Updated {
			feed.Updated = instant(e.updated)
		}
		out := atomEntry{
			ID: e.id, Title: e.title, Published: instant(e.published), Updated: instant(e.updated), Summary: e.summary,
			Links: []atomLink{{"alternate", "text/html", e.url}},
		}
		for _, name := range e.authors {
			out.Authors = append(out.Authors, atomPerson{name})
		}
		for _, c := range e.categories {
			out.Categories = append(out.Categories, atomCategory{c})
		}
		feed.Entries = append(feed.Entries, out)
	}
	buffer := bytes.NewBuffer(b)
	buffer.WriteString(xml.Header)
	e := xml.NewEncoder(buffer)
	e.Indent("", " ")
	if err := e.Encode(feed); err != nil {
		panic("export: a feed of plain text cannot be written: " + err.Error())
	}
	buffer.WriteByte('\n')
	return buffer.Bytes()
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
