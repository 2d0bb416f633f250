package report

import (
	"fmt"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// shownToAll reports whether a build without --drafts outputs a node's content.
func shownToAll(s *site.Site, id site.NodeID) bool {
	if id == site.None {
		return true
	}
	switch s.Node(id).State {
	case site.Public, site.Archived, site.Superseded:
		return true
	}
	return false
}

// standing says whether a node is published and why, in sentences.
func standing(s *site.Site, id site.NodeID) (bool, []string) {
	n := s.Node(id)
	if n.Parent != site.None {
		return ofPart(s, id)
	}
	var head content.Head
	if d := s.Doc(id); d != nil && n.Part < 0 {
		head = d.Head
	}
	ok, why := state(s, id, head)
	out := []string{why}
	if !ok {
		return ok, out
	}
	switch n.Kind {
	case "response":
		return ofResponse(s, id)
	case "person":
		return ok, append(out, aboutPerson(s, id))
	}
	if kind, known := content.KindNamed(n.Kind); known && !kind.Page {
		out = append(out, fmt.Sprintf("it has no page of its own and stands on /%s", n.Path))
	}
	return ok, out
}

func state(s *site.Site, id site.NodeID, h content.Head) (bool, string) {
	today := text.LongDate(s.Today)
	if h.Status == "withdrawn" && h.Withdrawn > s.Today {
		return false, fmt.Sprintf("nothing is published yet: `withdrawn:` says %s, from which day a tombstone stands at its address, and this is said for %s", text.LongDate(h.Withdrawn), today)
	}
	switch n := s.Node(id); n.State {
	case site.Draft:
		if h.Status == "draft" {
			return false, "not published: the file says `status: draft`"
		}
		return false, "not published: without a `published:` date it is a draft"
	case site.Scheduled:
		switch {
		case s.Awaits(id) != "":
			return false, fmt.Sprintf("not published yet: it %s, and this is said for %s", s.Awaits(id), today)
		case h.Begins > s.Today:
			return false, fmt.Sprintf("not published yet: it begins on %s, and this is said for %s", text.LongDate(h.Begins), today)
		}
		return false, fmt.Sprintf("not published yet: `published:` says %s, and this is said for %s", text.LongDate(h.Published), today)
	case site.Expired:
		return false, fmt.Sprintf("no longer published: `expires:` says %s, and `on_expiry: hide` hides it after that day", text.LongDate(h.Expires))
	case site.Archived:
		if h.Status == "archived" {
			return true, "published with a notice and not listed: the file says `status: archived`"
		}
		return true, fmt.Sprintf("published with a notice and not listed: `expires:` says %s", text.LongDate(h.Expires))
	case site.Superseded:
		return true, fmt.Sprintf("published with a notice and not listed: %s supersedes it", titleOf(s, s.SupersededBy(id)))
	case site.Withdrawn:
		return false, "withdrawn: only a tombstone with number, year, date, reason and contact is published at its address"
	}
	switch {
	case h.PageLike && len(h.Published) == 4:
		return true, "published: `published:` says " + h.Published
	case h.PageLike:
		return true, fmt.Sprintf("published: `published:` says %s, and this is said for %s", text.LongDate(h.Published), today)
	}
	return true, "published: this kind needs no date, and nothing holds it back"
}

// ofPart is a finding or recommendation: it stands and falls with its case.
func ofPart(s *site.Site, id site.NodeID) (bool, []string) {
	n := s.Node(id)
	ok, why := standing(s, n.Parent)
	out := []string{fmt.Sprintf("it is part of %s, which is", s.Doc(n.Parent).Path)}
	out[0] += " " + why[0]
	if n.Kind == "recommendation" && s.Recommendation(id).Withdrawn != "" {
		out = append(out, "its authors withdrew it, so it is not listed or counted: "+s.Recommendation(id).Withdrawn)
	}
	if n.Kind == "finding" {
		out = append(out, fmt.Sprintf("a finding has no page of its own and stands on /%s", n.Path))
	}
	return ok, out
}

func ofResponse(s *site.Site, id site.NodeID) (bool, []string) {
	d := s.Doc(id)
	r := d.Entity.(*content.Response)
	if r.Date > s.Today {
		return false, []string{fmt.Sprintf("not shown yet: `date:` says %s, and this is said for %s", text.LongDate(r.Date), text.LongDate(s.Today))}
	}
	shown := false
	var out []string
	for _, to := range r.To {
		ref, _ := d.Rel(to)
		target := s.Rel(s.Node(id).Doc, to)
		switch {
		case target == site.None:
			out = append(out, fmt.Sprintf("not shown on %s: nothing is called that", ref.Name))
		case !shownToAll(s, target):
			out = append(out, fmt.Sprintf("not shown on %s: that is not published", ref.Name))
		default:
			shown = true
			out = append(out, fmt.Sprintf("shown on /%s", s.Node(target).Path))
		}
	}
	return shown, out
}

// aboutPerson says why a person has a page or none. A name is output only where a credit records consent.
func aboutPerson(s *site.Site, id site.NodeID) string {
	p := s.Doc(id).Entity.(*content.Person)
	switch {
	case p.Withdrawn != "":
		return fmt.Sprintf("no page and no name anywhere: the person withdrew it, `withdrawn:` says %s", text.LongDate(p.Withdrawn))
	case !p.Page:
		return "no page of its own: the file does not say `page: yes`; the name stands where a credit records consent to it"
	case !s.Node(id).Page:
		return "no page of its own: no published item credits this person by full name with the date of consent"
	}
	return "a page of its own: the file says `page: yes`, and an item credits this person by full name with consent"
}
