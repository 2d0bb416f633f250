package export

import (
	"sync"

	"casebook/internal/cite"
	"casebook/internal/site"
)

// citations are the files for reference managers: one of each format for each case with its recommendations, guide page,
// insight, story and theme, for the library, and for what it cites.
func citations(x Exports) []File {
	s, formats := x.Site, cite.Formats()
	var out []File
	for _, r := range s.Routes {
		id := r.Node
		if id == site.None || r.View != s.Node(id).Kind || !s.HasWorks(id) || r.Path != s.Node(id).Path {
			continue
		}
		at := s.CitationPath(id)
		if r.View == "theme" {
			under := &shared[[]site.NodeID]{users: len(formats), make: func() []site.NodeID { return s.WorksUnder(id) }}
			for i, f := range formats {
				out = append(out, File{Path: at + f.Ext, Append: func(b []byte) []byte { return x.works().append(b, i, under.get()) }})
			}
			continue
		}
		works := &shared[[]cite.Reference]{users: len(formats), make: func() []cite.Reference { return s.Works(id) }}
		for i := range formats {
			f := &formats[i]
			out = append(out, File{Path: at + f.Ext, Append: func(b []byte) []byte { return f.Append(b, works.get()) }})
		}
	}
	references := &shared[[]cite.Reference]{users: len(formats), make: s.AllReferences}
	for i, f := range formats {
		out = append(out, File{Path: site.LibraryCitations + f.Ext, Append: func(b []byte) []byte { return x.works().append(b, i, s.AllWorks()) }})
		if _, ok := s.Route("bibliography/"); ok {
			out = append(out, File{Path: site.ReferenceCitations + f.Ext, Append: func(b []byte) []byte { return f.Append(b, references.get()) }})
		}
	}
	return out
}

// written is every work in each format: the file of the library and those of its themes are made of the same entries.
type written struct {
	number  map[site.NodeID]int
	entries []cite.Entries // by format
}

func writtenOf(s *site.Site) written {
	ids := s.AllWorks()
	w := written{number: make(map[site.NodeID]int, len(ids))}
	works := make([]cite.Reference, len(ids))
	for i, id := range ids {
		w.number[id], works[i] = i, s.Work(id)
	}
	for _, f := range cite.Formats() {
		w.entries = append(w.entries, f.Entries(works))
	}
	return w
}

// append writes the file of some of the works in a format.
func (w written) append(b []byte, format int, works []site.NodeID) []byte {
	return w.entries[format].Append(b, w.numbers(works))
}

func (w written) numbers(works []site.NodeID) []int {
	which := make([]int, len(works))
	for i, id := range works {
		which[i] = w.number[id]
	}
	return which
}

// LibrarySizes are the sizes of the citation files of the library, in the order of cite.Formats.
func (x Exports) LibrarySizes() []int {
	w := x.works()
	all := w.numbers(x.AllWorks())
	var out []int
	for _, e := range w.entries {
		out = append(out, e.Size(all))
	}
	return out
}

// shared is a value that several files are made from, one soon after the other: it is made for the first and let go after the
// last, because a large library has ten thousand of them.
type shared[T any] struct {
	users int
	make  func() T

	mutex sync.Mutex
	given int
	value T
}

func (s *shared[T]) get() T {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.given == 0 {
		s.value = s.make()
	}
	value := s.value
	if s.given++; s.given == s.users {
		var none T
		s.value, s.given = none, 0
	}
	return value
}
