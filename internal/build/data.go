package build

import (
	"casebook/internal/export"
	"casebook/internal/render"
)

// dataOf is what the page about data says: the files below data/ with their sizes, and what the columns mean.
func dataOf(x export.Exports) render.Data {
	out := render.Data{Citations: x.LibrarySizes()}
	for _, f := range x.DataFiles() {
		out.Files = append(out.Files, render.DataFile{Path: f.Path, Group: f.Group, Title: f.Title, About: f.About, Type: f.Type, Size: f.Size, Rough: f.Rough})
	}
	for _, c := range x.Collections() {
		t := render.FieldTable{ID: "columns-" + c.Name, Heading: c.Title}
		for _, col := range c.Columns {
			t.Fields = append(t.Fields, render.Field{Key: col.Key, Doc: col.Doc})
		}
		out.Tables = append(out.Tables, t)
	}
	return out
}
