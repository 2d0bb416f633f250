package export

import (
	"sync"

	"casebook/internal/cite"
	"casebook/internal/site"
)

// citations are the files for reference managers: one of each format for each case with its recommendations, guide page,
// insight, story and theme, for the library, and for what it cites.
func citations(s *site.Site) []File {
	formats := cite.Formats()
	var out []File
	for _, r := range s.Routes {
		if r.Node == site.None || r.View != s.Node(r.Node).Kind || !s.HasWorks(r.Node) || r.Path != s.Node(r.Node).Path {
			continue
		}
		works := shared[[]cite.Reference]{users: len(formats), make: func() []cite.Reference { return s.Works(r.Node) }}
		for _, f := range formats {
			out = append(out, File{Path: s.CitationPath(r.Node, f), Append: func(b []byte) []byte { return f.Append(b, works.get()) }})
		}
	}
	all := shared[[]cite.Reference]{users: len(formats), make: s.AllWorks}
	for _, f := range formats {
		out = append(out, File{Path: site.LibraryCitations + f.Ext, Append: func(b []byte) []byte { return f.Append(b, all.get()) }})
		if _, ok := s.Route("bibliography/"); ok {
			out = append(out, File{Path: site.ReferenceCitations + f.Ext, Append: func(b []byte) []byte { return f.Append(b, s.AllReferences()) }})
		}
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
