package export

import (
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
		for _, f := range formats {
			out = append(out, File{Path: s.CitationPath(r.Node, f), Append: func(b []byte) []byte { return f.Append(b, s.Works(r.Node)) }})
		}
	}
	for _, f := range formats {
		out = append(out, File{Path: site.LibraryCitations + f.Ext, Append: func(b []byte) []byte { return f.Append(b, s.AllWorks()) }})
		if _, ok := s.Route("bibliography/"); ok {
			out = append(out, File{Path: site.ReferenceCitations + f.Ext, Append: func(b []byte) []byte { return f.Append(b, s.AllReferences()) }})
		}
	}
	return out
}
