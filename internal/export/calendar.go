package export

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// calendars are one of all events and deadlines, and one of each (RFC 5545). arran4/golang-ical was looked at: it writes what
// we need, and brings a client for the web into the product, which has none.
func calendars(s *site.Site) []File {
	ids := s.InCalendar()
	if len(ids) == 0 {
		return nil
	}
	out := []File{{Path: site.LibraryCalendar, Append: func(b []byte) []byte { return appendCalendar(b, s, s.Settings.Title, ids) }}}
	for _, id := range ids {
		out = append(out, File{Path: s.CalendarPath(id), Append: func(b []byte) []byte { return appendCalendar(b, s, s.Node(id).Title, []site.NodeID{id}) }})
	}
	return out
}

func appendCalendar(b []byte, s *site.Site, name string, ids []site.NodeID) []byte {
	c := calendar{bytes: b, zone: zoneOf(s), domain: domainOf(s)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//casebook//casebook//EN")
	c.text("X-WR-CALNAME", name)
	for _, id := range ids {
		switch e := s.Doc(id).Entity.(type) {
		case *content.Event:
			c.event(s, id, e)
		case *content.Opportunity:
			if e.Deadline != "" {
				c.deadline(s, id, "deadline", e.Deadline, "")
			}
			for i, r := range e.Rounds {
				c.deadline(s, id, "round-"+strconv.Itoa(i+1), r.Closes, r.Note)
			}
		}
	}
	c.line("END", "VCALENDAR")
	return c.bytes
}

// zoneOf is the zone in which moments are typed. The command line refuses a name that is none.
func zoneOf(s *site.Site) *time.Location {
	zone, err := time.LoadLocation(cmp.Or(s.Settings.Timezone, "Europe/London"))
	if err != nil {
		return time.UTC
	}
	return zone
}

// domainOf makes ids unique in the world: the site's host, else its name.
func domainOf(s *site.Site) string {
	if u, err := url.Parse(s.BaseURL); err == nil && u.Host != "" {
		return u.Hostname() + strings.TrimSuffix(u.Path, "/")
	}
	return text.Slug(s.Settings.Title)
}

// calendar is a calendar in the making.
type calendar struct {
	bytes  []byte
	zone   *time.Location
	domain string
}

func (c *calendar) event(s *site.Site, id site.NodeID, e *content.Event) {
	c.begin(s, id, "")
	c.moment("DTSTART", e.Start, 0)
	switch {
	case e.End != "":
		c.moment("DTEND", e.End, 1)
	case len(e.Start) == len(time.DateOnly):
		c.moment("DTEND", e.Start, 1)
	}
	status := "CONFIRMED"
	if e.Status == "cancelled" {
		status = "CANCELLED"
	}
	c.line("STATUS", status)
	c.text("SUMMARY", e.Title)
	c.text("LOCATION", cmp.Or(e.Place, e.Online))
	about := []string{e.Summary}
	for _, more := range []struct{ word, text string }{{"Online", e.Online}, {"Access", e.Access}, {"How to come", e.Book}} {
		if more.text != "" {
			about = append(about, more.word+": "+more.text)
		}
	}
	c.text("DESCRIPTION", strings.Join(about, "\n"))
	c.line("END", "VEVENT")
}

// deadline is the moment at which something closes: it takes nobody's time.
func (c *calendar) deadline(s *site.Site, id site.NodeID, which, at, note string) {
	o := s.Doc(id).Entity.(*content.Opportunity)
	c.begin(s, id, "-"+which)
	c.moment("DTSTART", at, 0)
	if len(at) == len(time.DateOnly) {
		c.moment("DTEND", at, 1)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.text("SUMMARY", "Closes: "+o.Title)
	c.text("DESCRIPTION", strings.TrimSpace(o.Summary+"\n"+note))
	c.line("END", "VEVENT")
}

// begin writes what every entry begins with. The stamp is the day of the last change, so that a build of another day gives the
// same bytes.
func (c *calendar) begin(s *site.Site, id site.NodeID, part string) {
	n, d := s.Node(id), s.Doc(id)
	c.line("BEGIN", "VEVENT")
	c.line("UID", n.Kind+"-"+strings.ReplaceAll(n.ID, "/", "-")+part+"@"+c.domain)
	stamp := max(s.Updated(d), d.Head.Published)
	if len(stamp) != len(time.DateOnly) {
		stamp = s.Today
	}
	c.line("DTSTAMP", strings.ReplaceAll(stamp, "-", "")+"T000000Z")
	c.line("SEQUENCE", strconv.Itoa(len(content.DatedOf(d.Entity).Changes)))
	if s.BaseURL != "" {
		c.line("URL", s.Absolute(n.Path))
	}
}

// moment is a day, later by some days, or with a time of day a moment in UTC.
func (c *calendar) moment(name, typed string, later int) {
	day, at, _ := strings.Cut(typed, " ")
	if at == "" {
		t, err := time.Parse(time.DateOnly, day)
		if err == nil {
			c.line(name+";VALUE=DATE", t.AddDate(0, 0, later).Format("20060102"))
		}
		return
	}
	if t, err := time.ParseInLocation("2006-01-02 15:04", typed, c.zone); err == nil {
		c.line(name, t.UTC().Format("20060102T150405Z"))
	}
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text writes a property of type TEXT, unless it is empty.
func (c *calendar) text(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		c.line(name, calendarEscapes.Replace(value))
	}
}

// line writes one content line, folded after at most 75 octets and never inside a character. What no line may hold is let go.
func (c *calendar) line(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(value, ""))
	line := name + ":" + value
	for room := 75; len(line) > room; room = 74 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		c.bytes = append(append(c.bytes, line[:cut]...), "\r\n "...)
		line = line[cut:]
	}
	c.bytes = append(append(c.bytes, line...), '\r', '\n')
}
