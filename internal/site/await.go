package site

import (
	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// await holds back what has nothing to show on the day, although its own file has no date: a request that no published
// recommendation makes, a journey without a published step, a principle of frameworks that are yet to come, and a theme
// or contact that only what is yet to come names. Each is scheduled by what it waits for, never by a date of its own.
func (s *Site) await(problems *diag.List) {
	s.awaited = map[NodeID]string{}
	w := waiting{s, map[mention][]NodeID{}}
	w.frameworks()
	w.steps()
	w.requests(problems)
	w.contents()
}

// waiting is the site with what mentions in front matter name. Most names are typed many times.
type waiting struct {
	*Site
	named map[mention][]NodeID
}

type mention struct{ to, name string }

// Awaits is what a scheduled node without a date waits for, as the end of a sentence about it; "" for any other.
func (s *Site) Awaits(id NodeID) string { return s.awaited[id] }

func (s waiting) hold(id NodeID, why string) {
	if s.Nodes[id].State == Public {
		s.Nodes[id].State = Scheduled
		s.awaited[id] = why
	}
}

// frameworks holds the principles of frameworks that have not begun.
func (s waiting) frameworks() {
	begun, later := map[NodeID]bool{}, map[NodeID]string{}
	s.mentions("framework", func(from NodeID, r *content.Ref) {
		for _, id := range s.mentioned(r, "principles") {
			if s.shown(s.Nodes[from].State) {
				begun[id] = true
			} else if head := s.Doc(from).Head; head.Begins > s.Today {
				later[id] = "is of a framework that begins on " + text.LongDate(head.Begins)
			}
		}
	})
	for id, why := range later {
		if !begun[id] {
			s.hold(id, why)
		}
	}
}

// steps holds journeys none of whose steps has a page that is shown.
func (s waiting) steps() {
	ready := map[NodeID]bool{}
	s.mentions("journey", func(from NodeID, r *content.Ref) {
		for _, id := range s.mentioned(r, "page", "or") {
			if s.shown(s.Nodes[id].State) {
				ready[from] = true
			}
		}
	})
	for _, id := range s.kindIDs["journey"] {
		if !ready[id] && !s.Doc(id).Broken && !s.broken["guide"] {
			s.hold(id, "has no published step")
		}
	}
}

// requests holds the asks that no recommendation shown makes, and says which of them nobody makes on any day.
func (s waiting) requests(problems *diag.List) {
	asks := s.kindIDs["ask"]
	if len(asks) == 0 || s.broken["case"] || s.broken["insight"] {
		return // a file with errors may be what makes one
	}
	made, named := map[NodeID]bool{}, map[NodeID]bool{}
	for _, kind := range []string{"case", "insight"} {
		s.mentions(kind, func(from NodeID, r *content.Ref) {
			for _, id := range s.mentioned(r, "ask") {
				named[id] = true
				made[id] = made[id] || s.shown(s.Nodes[from].State)
			}
		})
	}
	for _, id := range asks {
		if made[id] || s.Doc(id).Broken {
			continue
		}
		s.hold(id, "is made by no published recommendation")
		if !named[id] {
			problems.Note("CB100", s.titleAt(id), "no recommendation makes the request %q, so it has no page", s.Nodes[id].Title).
				Remedy("write `Ask: %s` below a recommendation that does", s.Nodes[id].Title).InCheck()
		}
	}
}

// contents holds themes under which there is nothing but what is yet to come, and contacts of programmes that are.
// A theme or contact that nothing names stays: somebody put it there.
func (s waiting) contents() {
	if !s.anyScheduled() {
		return
	}
	now, later := map[NodeID]bool{}, map[NodeID]bool{}
	broader := map[NodeID][]NodeID{}
	s.mentions("theme", func(from NodeID, r *content.Ref) {
		broader[from] = append(broader[from], s.mentioned(r, "broader")...)
	})
	var mark func(seen map[NodeID]bool, id NodeID)
	mark = func(seen map[NodeID]bool, id NodeID) {
		if seen[id] {
			return
		}
		seen[id] = true
		for _, wide := range broader[id] {
			mark(seen, wide)
		}
	}
	for i, d := range s.Docs {
		from := s.nodeOf[i]
		if _, ok := d.Entity.(*content.ReferenceNote); ok {
			continue // what is written about a theme elsewhere is not under it here
		}
		shown := from == None || s.shown(s.Nodes[from].State)
		for j := range d.Refs {
			r := &d.Refs[j]
			for _, id := range s.mentioned(r, "themes") {
				if shown {
					mark(now, id)
				} else if s.Nodes[from].State == Scheduled {
					mark(later, id)
				}
			}
			if r.To != "contact" {
				continue
			}
			for _, id := range s.mentioned(r, r.Relation) {
				if shown {
					mark(now, id)
				} else if d.Kind == "programme" && s.Nodes[from].State == Scheduled {
					mark(later, id)
				}
			}
		}
	}
	for id := range later {
		switch {
		case now[id]:
		case s.Nodes[id].Kind == "theme":
			s.hold(id, "has nothing published under it")
		case s.Nodes[id].Kind == "contact":
			s.hold(id, "answers for a programme that has not begun")
		}
	}
}

// awaitReferences holds works of a later year, unless something published cites them already: a library of an earlier day
// knows nothing of them.
func (s *Site) awaitReferences() {
	for i := range s.Nodes {
		id, n := NodeID(i), &s.Nodes[i]
		if n.Kind == "reference" && n.State == Public && len(s.In(id)) == 0 && s.Today != "" && s.Reference(id).Issued.Year > day(s.Today).Year {
			n.State = Scheduled
			s.awaited[id] = "is of a later year, and nothing published cites it"
		}
	}
}

func (s waiting) anyScheduled() bool {
	for i := range s.Nodes {
		if s.Nodes[i].State == Scheduled {
			return true
		}
	}
	return false
}

// mentions hands over every mention in the files of a kind.
func (s waiting) mentions(kind string, each func(from NodeID, r *content.Ref)) {
	for i, d := range s.Docs {
		if id := s.nodeOf[i]; id != None && d.Kind == kind {
			for j := range d.Refs {
				each(id, &d.Refs[j])
			}
		}
	}
}

// mentioned is what a mention in one of some relations names, nothing where that is not clear: it is reported when the
// mention is resolved.
func (s waiting) mentioned(r *content.Ref, relations ...string) []NodeID {
	if !contains(relations, r.Relation) {
		return nil
	}
	key := mention{r.To, r.Name}
	ids, known := s.named[key]
	if !known {
		if ids = s.lookup(r.To, r.Name); len(ids) > 1 {
			ids = nil
		}
		s.named[key] = ids
	}
	return ids
}
