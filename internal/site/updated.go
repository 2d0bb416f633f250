package site

import "casebook/internal/content"

// Updated is the day of the latest change that a document tells of, up to the day of the build; "" without one.
func (s *Site) Updated(d *content.Doc) string {
	if d.Head.Updated <= s.Today {
		return d.Head.Updated
	}
	last := ""
	if dated := content.DatedOf(d.Entity); dated != nil {
		for _, c := range dated.Changes {
			if c.Date <= s.Today {
				last = max(last, c.Date)
			}
		}
	}
	return last
}

// Reviewed is the day on which something was last checked, "" when that is after the day of the build: who checked it before
// is not known.
func (s *Site) Reviewed(d *content.Dated) string {
	if d.Reviewed > s.Today {
		return ""
	}
	return d.Reviewed
}
