package render

import (
	"html"
	"html/template"
	"strings"
)

// Tag is one further element of the head: a meta with Name or Property, or a link with Rel.
type Tag struct {
	Name     string // <meta name>
	Property string // <meta property>, as Open Graph wants it
	Content  string
	Rel      string // <link rel href>
	Href     string
	Lang     string // hreflang of a link
	Title    string
	Type     string
}

// Meta writes tags for Frame.Head. It is the one place where a view's maker turns words into template.HTML: forty tags through a
// layout would cost more than the page.
func Meta(tags ...Tag) template.HTML {
	var b strings.Builder
	for _, t := range tags {
		if t.Rel != "" {
			b.WriteString("<link")
			attribute(&b, "rel", t.Rel)
			attribute(&b, "hreflang", t.Lang)
			attribute(&b, "type", t.Type)
			attribute(&b, "title", t.Title)
			attribute(&b, "href", t.Href)
			b.WriteString(">")
			continue
		}
		b.WriteString("<meta")
		attribute(&b, "name", t.Name)
		attribute(&b, "property", t.Property)
		attribute(&b, "content", t.Content)
		b.WriteString(">")
	}
	return template.HTML(b.String())
}

// attribute writes name="value" unless the value is empty.
func attribute(b *strings.Builder, name, value string) {
	if value == "" {
		return
	}
	b.WriteString(" " + name + `="` + html.EscapeString(value) + `"`)
}
