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

// maker makes one published file when it is asked for; a page is written into the buffer it is given.
type maker func(buffer []byte) (File, error)

// list fills in what is published, and how each file is made.
func (s *Snapshot) list(loaded assets.Result, exports export.Exports) {
	s.files = make(map[string]maker, len(s.Site.Routes)+64)
	for _, r := range s.Site.Routes {
		p := r.Path
		if p == "" || strings.HasSuffix(p, "/") {
			p += "index.html"
		}
		s.files[p] = func(buffer []byte) (File, error) {
			html, err := s.pages.Append(buffer, r)
			return File{Bytes: html}, err
		}
	}
	s.files["404.html"] = func([]byte) (File, error) {
		html, err := s.pages.NotFound()
		return File{Bytes: html}, err
	}
	for _, f := range loaded.Files {
		s.files[f.Path] = func([]byte) (File, error) { return File{Bytes: f.Bytes}, nil }
	}
	for p, f := range loaded.Other {
		s.files[p] = s.copied(f)
	}
	for i, a := range s.Site.Attachments {
		if p := s.Site.Published(int32(i)); p != "" {
			f, _ := s.Tree.Lookup(a.Path)
			s.files[p] = s.copied(f)
		}
	}
	for _, c := range s.pages.Pictures() {
		s.files[c.Path] = func([]byte) (File, error) { return File{Bytes: card.Draw(c.Card)}, nil }
	}
	for _, f := range exports.Files() {
		s.files[f.Path] = func(buffer []byte) (File, error) {
			if f.Open != nil {
				return File{Open: func() (io.ReadCloser, error) { return f.Open(), nil }}, nil
			}
			return File{Bytes: f.Append(buffer)}, nil
		}
	}
	hashed := make([]string, 0, len(loaded.Files))
	for _, f := range loaded.Files {
		hashed = append(hashed, f.Path)
	}
	slices.Sort(hashed)
	s.index = new(index)
	s.files[site.SearchScript] = func([]byte) (File, error) { return File{Bytes: s.searchIndex().script}, nil }
	for i, f := range export.Hosting(s.Site, hashed) {
		s.index.waiting = append(s.index.waiting, f.Path)
		s.files[f.Path] = func(buffer []byte) (File, error) {
			// The name of the index's folder is not known before the index.
			all := append(slices.Clip(hashed), s.searchIndex().folder+"*")
			return File{Bytes: export.Hosting(s.Site, all)[i].Append(buffer)}, nil
		}
	}
	s.paths = make([]string, 0, len(s.files))
	for p := range s.files {
		s.paths = append(s.paths, p)
	}
	slices.Sort(s.paths)
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
			return source.Open(root, theme(s.opts), f)
		}}, nil
	}
}

// Paths lists every file that is published, sorted, but for SearchPaths: index.html, cases/cl-2018-01/index.html, assets/….
func (s *Snapshot) Paths() []string { return s.paths }

// File makes one published file. ok is false for a path that is not published.
func (s *Snapshot) File(p string) (f File, ok bool, err error) { return s.file(p, nil) }

// file is File with a buffer for the bytes of a page.
func (s *Snapshot) file(p string, buffer []byte) (f File, ok bool, err error) {
	make, ok := s.files[p]
	if !ok {
		if make, ok = s.searchFile(p); !ok {
			return File{}, false, nil
		}
	}
	f, err = make(buffer)
	if err != nil {
		return File{}, true, fmt.Errorf("make %s: %w", p, err)
	}
	f.Path, f.Type = p, mediaType(p)
	if f.Open == nil {
		b := f.Bytes
		f.Open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	}
	return f, true, nil
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
