package build

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"os"
	"path"
	"slices"
	"strings"

	"casebook/internal/assets"
	"casebook/internal/card"
	"casebook/internal/export"
	"casebook/internal/site"
	"casebook/internal/source"
)

// File is one file of the published site: Bytes, or Open for what is not kept in memory.
type File struct {
	Path  string
	Type  string // media type, for a server
	Bytes []byte
	Open  func() (io.ReadCloser, error)
}

// maker makes one published file when it is asked for, and may write it into the buffer it is given.
type maker func(buffer []byte) (File, error)

// published is one file that the site publishes. Most are pages, which need no maker of their own.
type published struct {
	path string
	page int32 // of a page, its route: an index into Site.Routes
	make maker // nil for a page

	appended bool // its bytes are sure to be in the buffer that it is made with
}

// list fills in what is published, and how each file is made.
func (s *Snapshot) list(loaded assets.Result, exports export.Exports) {
	others := exports.Files()
	s.files = make([]published, 0, len(s.Site.Routes)+len(others)+64)
	add := func(path string, make maker) { s.files = append(s.files, published{path: path, make: make}) }
	for i, r := range s.Site.Routes {
		p := r.Path
		if p == "" || strings.HasSuffix(p, "/") {
			p += "index.html"
		}
		s.files = append(s.files, published{path: p, page: int32(i), appended: true})
	}
	add("404.html", func([]byte) (File, error) {
		html, err := s.pages.NotFound()
		return File{Bytes: html}, err
	})
	for _, f := range loaded.Files {
		add(f.Path, func([]byte) (File, error) { return File{Bytes: f.Bytes}, nil })
	}
	for p, f := range loaded.Other {
		add(p, s.copied(f))
	}
	for i, a := range s.Site.Attachments {
		if p := s.Site.Published(int32(i)); p != "" {
			f, _ := s.Tree.Lookup(a.Path)
			add(p, s.copied(f))
		}
	}
	for _, c := range s.pages.Pictures() {
		add(c.Path, func([]byte) (File, error) { return File{Bytes: card.Draw(c.Card)}, nil })
	}
	for _, f := range others {
		if open := f.Open; open != nil {
			add(f.Path, func([]byte) (File, error) {
				return File{Open: func() (io.ReadCloser, error) { return open(), nil }}, nil
			})
			continue
		}
		write := f.Append // not f, of which two fields would be kept for each of many files
		add(f.Path, func(buffer []byte) (File, error) { return File{Bytes: write(buffer)}, nil })
	}
	hashed := make([]string, 0, len(loaded.Files))
	for _, f := range loaded.Files {
		hashed = append(hashed, f.Path)
	}
	slices.Sort(hashed)
	s.index = new(index)
	add(site.SearchScript, func([]byte) (File, error) { return File{Bytes: s.searchIndex().script}, nil })
	for i, f := range export.Hosting(s.Site, hashed) {
		s.index.waiting = append(s.index.waiting, f.Path)
		add(f.Path, func(buffer []byte) (File, error) {
			// The name of the index's folder is not known before the index.
			all := append(slices.Clip(hashed), s.searchIndex().folder+"*")
			return File{Bytes: export.Hosting(s.Site, all)[i].Append(buffer)}, nil
		})
	}
	// Of two files of one path, the later is the one.
	slices.Reverse(s.files)
	slices.SortStableFunc(s.files, func(a, b published) int { return strings.Compare(a.path, b.path) })
	s.files = slices.CompactFunc(s.files, func(a, b published) bool { return a.path == b.path })
}

// copied publishes a file's bytes as they are on the disk.
func (s *Snapshot) copied(f source.File) maker {
	return func([]byte) (File, error) {
		return File{Open: func() (io.ReadCloser, error) {
			root, err := os.OpenRoot(s.opts.Source)
			if err != nil {
				return nil, fmt.Errorf("open the site folder: %w", err)
			}
			defer root.Close()
			return source.Open(root, theme, f)
		}}, nil
	}
}

// Paths lists every file that is published, sorted, but for SearchPaths: index.html, cases/cl-2018-01/index.html, assets/….
func (s *Snapshot) Paths() []string {
	out := make([]string, len(s.files))
	for i, f := range s.files {
		out[i] = f.path
	}
	return out
}

// File makes one published file. ok is false for a path that is not published.
func (s *Snapshot) File(p string) (f File, ok bool, err error) {
	found, ok := s.find(p)
	if !ok {
		return File{}, false, nil
	}
	f, err = s.made(found, nil)
	return f, true, err
}

// find is the file of a path, of the index too.
func (s *Snapshot) find(p string) (published, bool) {
	i, ok := slices.BinarySearchFunc(s.files, p, func(f published, p string) int { return strings.Compare(f.path, p) })
	if ok {
		return s.files[i], true
	}
	make, ok := s.searchFile(p)
	return published{path: p, make: make, appended: true}, ok
}

// made makes a file, with a buffer for the bytes of a page.
func (s *Snapshot) made(p published, buffer []byte) (f File, err error) {
	if p.make != nil {
		f, err = p.make(buffer)
	} else {
		f.Bytes, err = s.pages.Append(buffer, s.Site.Routes[p.page])
	}
	if err != nil {
		return File{}, fmt.Errorf("make %s: %w", p.path, err)
	}
	f.Path, f.Type = p.path, mediaType(p.path)
	if f.Open == nil {
		b := f.Bytes
		f.Open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	}
	return f, nil
}

// mediaType is by extension alone, so that it does not depend on the machine's own table for what we write.
func mediaType(p string) string {
	switch strings.ToLower(path.Ext(p)) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case "":
		if base := path.Base(p); base == "_headers" || base == "_redirects" {
			return "text/plain; charset=utf-8"
		}
	case ".htaccess":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".xml":
		return "application/xml"
	case ".json":
		return "application/json"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".pdf":
		return "application/pdf"
	case ".ris":
		return "application/x-research-info-systems"
	case ".atom":
		return "application/atom+xml"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".bib":
		return "application/x-bibtex; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(p)); t != "" {
		return t
	}
	return "application/octet-stream"
}
