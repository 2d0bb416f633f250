package build

import (
	"casebook/internal/export"
	"casebook/internal/render"
	"casebook/internal/site"
)

// dataOf is what the page about data says: the files below data/ with their sizes, and what the columns mean. To know the sizes
// it makes the files, one after the other in the same room.
func dataOf(s *site.Site) render.Data {
	var out render.Data
	var b []byte
	for _, f := range export.DataFiles(s) {
		b = f.Append(b[:0])
		out.Files = append(out.Files, render.DataFile{Path: f.Path, Group: f.Group, Title: f.Title, About: f.About, Type: f.Type, Size: len(b)})
	}
	for _, c := range export.Collections(s) {
		t := render.FieldTable{ID: "columns-" + c.Name, Heading: c.Title}
		for _, col := range c.Columns {
			t.Fields = append(t.Fields, render.Field{Key: col.Key, Doc: col.Doc})
		}
		out.Tables = append(out.Tables, t)
	}
	return out
}
