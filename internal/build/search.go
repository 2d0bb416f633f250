package build

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"casebook/internal/search"
	"casebook/internal/site"
)

// index is the index of a snapshot, made when one of its files is first asked for.
type index struct {
	once   sync.Once
	script []byte
	folder string // of its other files, from the root, ending in a slash
	files  map[string]func(buffer []byte) []byte
	paths  []string // of files, sorted
	size   int

	waiting []string // files that name one of these, and so would wait for the index
}

// searchIndex gives the index; several may ask at once.
func (s *Snapshot) searchIndex() *index {
	x := s.index
	x.once.Do(func() {
		made := search.OfSite(s.Site, s.opts.Once)
		x.script = slices.Concat([]byte("const INDEX="), made.Start, []byte(";\n"), []byte(s.static.client))
		x.files = make(map[string]func([]byte) []byte, len(made.Files))
		for _, f := range made.Files {
			x.files[f.Path] = f.Append
			x.paths = append(x.paths, f.Path)
		}
		slices.Sort(x.paths)
		x.folder = made.Folder
	})
	return x
}

// SearchPaths lists the files of the index beside search/search.js, sorted. It makes the index.
func (s *Snapshot) SearchPaths() []string {
	if s.index == nil {
		return nil
	}
	return s.searchIndex().paths
}

// SearchSize says how many files the index has and how many bytes are in them.
func (s *Snapshot) SearchSize() (files, bytes int) {
	if s.index == nil {
		return 0, 0
	}
	x := s.searchIndex()
	if x.size == 0 {
		x.size = len(x.script)
		var buffer []byte
		for _, appendTo := range x.files {
			buffer = appendTo(buffer[:0])
			x.size += len(buffer)
		}
	}
	return len(x.paths) + 1, x.size
}

// publishIndex writes the index, and what names its files, with the first worker, while the others write pages. When nothing
// will be loaded after this snapshot, what the index was made of is let go: pages need none of it, and the collector need not
// look at it again.
func (s *Snapshot) publishIndex(write func(p published) (bytes int, err error)) error {
	x := s.searchIndex()
	put := func(path string) (bytes int, err error) {
		p, ok := s.find(path)
		if !ok {
			return 0, fmt.Errorf("%s is no file of the site", path)
		}
		return write(p)
	}
	for _, p := range x.waiting {
		if _, err := put(p); err != nil {
			return err
		}
	}
	size := 0
	for _, p := range append([]string{site.SearchScript}, x.paths...) {
		n, err := put(p)
		if err != nil {
			return err
		}
		size += n
	}
	x.size = size
	if s.opts.Once {
		x.files = nil
	}
	return nil
}

// searchFile finds a file of the index. Only a path that can be one makes the index.
func (s *Snapshot) searchFile(p string) (maker, bool) {
	rest, ok := strings.CutPrefix(p, "search/")
	if folder, _, below := strings.Cut(rest, "/"); !ok || !below || len(folder) != search.HashLength || s.index == nil {
		return nil, false
	}
	f, ok := s.searchIndex().files[p]
	if !ok {
		return nil, false
	}
	return func(buffer []byte) (File, error) { return File{Bytes: f(buffer)}, nil }, true
}

// Searches reports whether a path is that of a file of the index, as SearchPaths lists them.
func (s *Snapshot) Searches(p string) bool {
	_, ok := s.searchFile(p)
	return ok
}
