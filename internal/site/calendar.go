package site

import "casebook/internal/content"

// InCalendar are the listed events, and the opportunities with a day on which they close, in the order of their documents.
func (s *Site) InCalendar() []NodeID {
	out := append([]NodeID(nil), s.kindIDs["event"]...)
	for _, id := range s.kindIDs["opportunity"] {
		if o := s.Doc(id).Entity.(*content.Opportunity); o.Deadline != "" || len(o.Rounds) > 0 {
			out = append(out, id)
		}
	}
	return out
}

// LibraryCalendar is the calendar of all events and deadlines.
const LibraryCalendar = "feeds/calendar.ics"

// CalendarPath is the calendar of one event or opportunity.
func (s *Site) CalendarPath(id NodeID) string {
	n := s.Nodes[id]
	return "feeds/" + n.Kind + "/" + lastPart(n.Path) + ".ics"
}
