package export

import (
	"io"
	"slices"
	"strings"

	"casebook/internal/content"
)

// collectionNamed makes a collection anew: its columns keep what they hold for one writer.
func collectionNamed(s *holdings, name string) Collection {
	for _, c := range collections(s) {
		if c.Name == name {
			return c
		}
	}
	return Collection{rows: func(func(row) bool) {}}
}

// DataFile is one file below data/ as the page about data lists it.
type DataFile struct {
	Path  string
	Group string // the collection's name, or dictionary, schema
	Title string
	About string
	Type  string // CSV
	Size  int    // in bytes
	Rough bool   // Size is told from the first rows
}

// Collections are the tables with the meaning of their columns.
func (x Exports) Collections() []Collection { return collections(x.holdings()) }

// measured is how many rows tell the size of a table: a long one is not written twice to name its size.
const measured = 400

// DataFiles are the collections, what their columns mean, and the schema of each kind's front matter, with their sizes.
func (x Exports) DataFiles() []DataFile {
	s := x.holdings()
	var out []DataFile
	for _, c := range collections(s) {
		some, rows := c.first(measured)
		for _, f := range []struct {
			kind, ext string
			size      int
		}{{"CSV", ".csv", csvForm().size(some)}, {"JSON", ".json", jsonForm().size(some)}} {
			file := DataFile{Path: "data/" + c.Name + f.ext, Group: c.Name, Title: c.Title, About: c.About, Type: f.kind, Size: f.size}
			if rows > measured {
				file.Size, file.Rough = int(int64(f.size)*int64(rows)/measured), true
			}
			out = append(out, file)
		}
	}
	out = append(out, DataFile{
		Path: "data/dictionary.csv", Group: "dictionary", Title: "Data dictionary", About: "What each column of each collection means.", Type: "CSV",
		Size: len(appendDictionary(nil, collections(s))),
	})
	for _, k := range content.Kinds {
		p := schemaPath(k)
		out = append(out, DataFile{Path: p, Group: "schema", Title: strings.ToUpper(k.Name[:1]) + k.Name[1:], Type: "JSON Schema", Size: len(content.Schema(k, s.Absolute(p)))})
	}
	return out
}

func schemaPath(k content.Kind) string { return "data/schema/" + k.Name + ".json" }

// first is a collection of n of the rows, spread over all of them, and how many there are.
func (c Collection) first(n int) (some Collection, rows int) {
	for range c.rows {
		rows++
	}
	if rows <= n {
		return c, rows
	}
	step, i := rows/n, 0
	kept := make([]row, 0, n)
	for r := range c.rows {
		if i%step == 0 {
			if kept = append(kept, r); len(kept) == n {
				break
			}
		}
		i++
	}
	c.rows = slices.Values(kept)
	return c, rows
}

// data are the files themselves.
func data(x Exports) []File {
	var out []File
	for _, c := range x.Collections() {
		anew := func() Collection { return collectionNamed(x.holdings(), c.Name) }
		out = append(out,
			File{Path: "data/" + c.Name + ".csv", Open: func() io.ReadCloser { return csvForm().open(anew()) }},
			File{Path: "data/" + c.Name + ".json", Open: func() io.ReadCloser { return jsonForm().open(anew()) }})
	}
	out = append(out, File{Path: "data/dictionary.csv", Append: func(b []byte) []byte { return appendDictionary(b, x.Collections()) }})
	for _, k := range content.Kinds {
		p := schemaPath(k)
		out = append(out, whole(p, func() []byte { return content.Schema(k, x.Absolute(p)) }))
	}
	return out
}
