package render

import (
	"html/template"
	"slices"

	"casebook/internal/site"
)

const (
	feedsTitle = "Feeds and calendars"
	dataTitle  = "Data"
)

// DataFile is a file below data/ as the page about data lists it.
type DataFile struct {
	Path  string
	Group string // files of one group stand in one line
	Title string
	About string
	Type  string // CSV
	Size  int    // in bytes
	Rough bool   // Size is about right
}

// Data is what there is below data/.
type Data struct {
	Files     []DataFile
	Tables    []FieldTable
	Citations []int // the sizes of the library's citation files, in the order of cite.Formats
}

// feedsView lists every feed and the calendar.
func (p *Pages) feedsView(r site.Route) Files {
	v := Files{Summary: "Hear of what is new without coming back to look. A feed is read by a feed reader, by Teams or by Outlook; a calendar by any calendar."}
	v.Frame = p.frame(r, feedsTitle, v.Summary)
	sections := []FileSection{{ID: "library", Heading: "The whole library"}, {ID: "themes", Heading: "By theme"}, {ID: "units", Heading: "What is asked of a department or service"}}
	for _, f := range p.Feeds() {
		at := 0
		row := FileRow{Name: Link{Text: f.Title}, Note: f.About, Files: p.feedFiles(r.Path, f)}
		if f.Node != site.None {
			at = 1
			if f.Of == "unit" {
				at = 2
			}
			row.Name, row.Note = p.link(r.Path, f.Node), ""
			sections[at].Note = f.About
		}
		sections[at].Rows = append(sections[at].Rows, row)
	}
	if all := p.InCalendar(); len(all) > 0 {
		dates := FileSection{ID: "calendar", Heading: "Events and deadlines", Note: "Take in the file once, or subscribe to its address so that moved and cancelled dates follow."}
		dates.Rows = append(dates.Rows, FileRow{Name: Link{Text: "All events and deadlines"}, Files: []Link{{Text: "Calendar", Href: p.URL(r.Path, site.LibraryCalendar)}}})
		for _, id := range all {
			if current := p.Node(id).Kind == "event" && !p.Over(id) || p.Node(id).Kind == "opportunity" && p.Call(id).State != site.CallClosed; current {
				dates.Rows = append(dates.Rows, FileRow{Name: p.link(r.Path, id), Files: []Link{{Text: "Calendar", Href: p.URL(r.Path, p.CalendarPath(id))}}})
			}
		}
		sections = append(sections, dates)
	}
	sections[1].Note = "What is published under a theme, and answers to what was recommended on it."
	sections[2].Note = "Each recommendation addressed to it, and again when it is answered."
	v.Sections = slices.DeleteFunc(sections, func(s FileSection) bool { return len(s.Rows) == 0 })
	return v
}

// feedFiles are the formats of a feed.
func (p *Pages) feedFiles(from string, f site.Feed) []Link {
	var out []Link
	for _, format := range site.FeedFormats() {
		out = append(out, Link{Text: format.Name, Href: p.URL(from, f.Path+format.Ext)})
	}
	return out
}

// feedLinks are the feed of a theme or unit in words that stand alone.
func (p *Pages) feedLinks(from string, id site.NodeID) []Link {
	f, ok := p.FeedOf(id)
	if !ok {
		return nil
	}
	return p.named("Feed", from, f)
}

func (p *Pages) named(words, from string, f site.Feed) []Link {
	out := p.feedFiles(from, f)
	for i := range out {
		out[i].Text = words + " (" + out[i].Text + ")"
	}
	return out
}

// feedsAbout are the library's own feeds of some sorts, in Atom, which every reader takes, and the way to all.
func (p *Pages) feedsAbout(from string, sorts ...string) []Link {
	var out []Link
	for _, f := range p.LibraryFeeds() {
		if slices.Contains(sorts, f.Of) {
			out = append(out, p.named(f.Title, from, f)[0])
		}
	}
	if p.has("feeds/") {
		out = append(out, Link{Text: "All feeds and calendars", Href: p.URL(from, "feeds/")})
	}
	return out
}

// takeAway is how to follow a list of a kind, and where its data are.
func (p *Pages) takeAway(from, kind string) []Link {
	var out []Link
	if kind == "case" || kind == "response" {
		out = p.feedsAbout(from, kind)
	}
	if (kind == "opportunity" || kind == "event") && len(p.InCalendar()) > 0 {
		out = append(out, Link{Text: "All calls and events as a calendar (ICS)", Href: p.URL(from, site.LibraryCalendar)})
	}
	return append(out, Link{Text: "All of it as data (CSV, JSON)", Href: p.URL(from, "data/")})
}

// follow are the feeds of a page for programs that look for them in its head.
func (p *Pages) follow(r site.Route) template.HTML {
	if p.BaseURL == "" || r.View == "case" || r.View == "recommendation" || r.View == "guide" {
		return ""
	}
	var feeds []site.Feed
	if f, ok := p.FeedOf(r.Node); ok {
		feeds = append(feeds, f)
	} else if r.Node == site.None || r.View == "home" {
		for _, f := range p.LibraryFeeds() {
			if f.Page == r.Path || r.Path == "feeds/" || f.Of == "everything" && (r.View == "changes" || r.View == "home") {
				feeds = append(feeds, f)
			}
		}
	}
	var tags []Tag
	for _, f := range feeds {
		for _, format := range site.FeedFormats() {
			tags = append(tags, Tag{Rel: "alternate", Type: format.Media, Title: f.Title + " (" + format.Name + ")", Href: p.URL(r.Path, f.Path+format.Ext)})
		}
	}
	return Meta(tags...)
}

// calendar is the calendar file of an event or opportunity.
func (p *Pages) calendar(from string, id site.NodeID) Row {
	return Row{Term: "Calendar", Items: []Item{{Text: "Calendar file (ICS)", Href: p.URL(from, p.CalendarPath(id))}}}
}

// dataView lists what can be taken away as data.
func (p *Pages) dataView(r site.Route) Files {
	v := Files{Summary: "Everything that the library shows, as tables for a spreadsheet and for programs. No names are in it but those of authors on their own work."}
	v.Frame = p.frame(r, dataTitle, v.Summary)
	d := p.assets.Data()
	tables := FileSection{ID: "collections", Heading: "Collections", Note: "CSV files open in Excel; a list in a cell has semicolons between its parts. Files are made anew with every build."}
	schemas := FileSection{ID: "schema", Heading: "Schema of the content files", Note: "For editors and programs that complete and check front matter."}
	for _, f := range d.Files {
		s := &tables
		if f.Group == "schema" {
			s = &schemas
		}
		size := fileSize(f.Size)
		if f.Rough {
			size = "about " + size
		}
		link := Link{Text: f.Type + ", " + size, Href: p.URL(r.Path, f.Path)}
		if n := len(s.Rows); n > 0 && s.Rows[n-1].Name.Text == f.Title {
			s.Rows[n-1].Files = append(s.Rows[n-1].Files, link)
			continue
		}
		s.Rows = append(s.Rows, FileRow{Name: Link{Text: f.Title}, Note: f.About, Files: []Link{link}})
	}
	cites := FileSection{ID: "citations", Heading: "For reference managers"}
	cites.Rows = append(cites.Rows, FileRow{Name: Link{Text: "The library"}, Note: "Every guide page, case, insight and story.", Files: p.citeFilesAt(r.Path, site.LibraryCitations, d.Citations)})
	if p.has("bibliography/") {
		cites.Rows = append(cites.Rows, FileRow{
			Name: Link{Text: "What it cites", Href: p.URL(r.Path, "bibliography/")}, Files: p.citeFilesAt(r.Path, site.ReferenceCitations, p.records.bibliography().sizes),
		})
	}
	v.Sections, v.Tables = []FileSection{tables, cites, schemas}, d.Tables
	return v
}
