package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/internal/text"
)

// everything is all documents, the latest first.
func (x *Reader) everything() ([]Hit, error) {
	f, err := x.facetFile()
	if err != nil {
		return nil, err
	}
	u := unpacker{rest: f.Months}
	hits := make([]Hit, x.root.N)
	for i := range hits {
		hits[i] = Hit{Doc: i, Score: float64(u.symbol()*symbols + u.symbol()), Section: -1}
	}
	if u.err != nil || u.rest != "" {
		return nil, x.damaged("facets")
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	for i := range hits {
		hits[i].Score = 0
	}
	return hits, nil
}

func (x *Reader) facetFile() (*facetsFile, error) {
	if x.facets == nil {
		var f facetsFile
		if err := x.file("facets", &f); err != nil {
			return nil, err
		}
		x.facets = &f
	}
	return x.facets, nil
}

// of tells for each document whether it has one of the values.
func (x *Reader) of(f facetFile, values []string) ([]bool, error) {
	in := make([]bool, x.root.N)
	for _, v := range f.Values {
		if !slices.Contains(values, v.ID) {
			continue
		}
		docs, err := unpackDocs(v.Docs, x.root.N)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			in[d] = true
		}
	}
	return in, nil
}

func unpackDocs(s string, n int) ([]int, error) {
	u := unpacker{rest: s}
	var out []int
	next := 0
	for u.rest != "" {
		d := next + u.number()
		if d >= n {
			u.fail("names a document that is not there")
			break
		}
		out = append(out, d)
		next = d + 1
	}
	return out, u.err
}

// filter keeps the hits that have, of every facet named, one of its values.
func (x *Reader) filter(hits []Hit, filters map[string][]string) ([]Hit, error) {
	return x.filterBut(hits, filters, "")
}

func (x *Reader) filterBut(hits []Hit, filters map[string][]string, but string) ([]Hit, error) {
	if len(filters) == 0 {
		return hits, nil
	}
	file, err := x.facetFile()
	if err != nil {
		return nil, err
	}
	hits = slices.Clone(hits)
	for _, f := range file.Facets {
		values := filters[f.ID]
		if len(values) == 0 || f.ID == but {
			continue
		}
		in, err := x.of(f, values)
		if err != nil {
			return nil, err
		}
		hits = slices.DeleteFunc(hits, func(h Hit) bool { return !in[h.Doc] })
	}
	return hits, nil
}

// Counts tells for every value of every facet how many of a query's documents have it, were its own facet not filtered by:
// what choosing it as well would show or add.
func Counts(x *Reader, q Query) (map[string]map[string]int, error) {
	var r Ranking
	hits, err := x.find(q.Text, &r)
	if err != nil {
		return nil, err
	}
	file, err := x.facetFile()
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]int{}
	for _, f := range file.Facets {
		left, err := x.filterBut(hits, q.Filters, f.ID)
		if err != nil {
			return nil, err
		}
		out[f.ID] = map[string]int{}
		for _, v := range f.Values {
			in, err := x.of(f, []string{v.ID})
			if err != nil {
				return nil, err
			}
			n := 0
			for _, h := range left {
				if in[h.Doc] {
					n++
				}
			}
			out[f.ID][v.ID] = n
		}
	}
	return out, nil
}

// CheckFilters says which filter names no facet or no value of it, in words for who typed it.
func CheckFilters(x *Reader, filters map[string][]string) error {
	file, err := x.facetFile()
	if err != nil {
		return err
	}
	for id, values := range filters {
		i := slices.IndexFunc(file.Facets, func(f facetFile) bool { return f.ID == id })
		if i < 0 {
			var ids []string
			for _, f := range file.Facets {
				ids = append(ids, f.ID)
			}
			return fmt.Errorf("there is no filter %q%s", id, instead(id, ids, ids))
		}
		var ids, names []string // each value by its id and by its title
		for _, f := range file.Facets[i].Values {
			ids, names = append(ids, f.ID, f.ID), append(names, f.ID, f.Title)
		}
		for _, v := range values {
			if !slices.Contains(ids, v) {
				return fmt.Errorf("the filter %q has no value %q%s", id, v, instead(v, names, ids))
			}
		}
	}
	return nil
}

// instead names the id whose name comes nearest to what was typed, else all ids, sorted.
func instead(typed string, names, ids []string) string {
	if near, ok := text.Nearest(typed, names); ok {
		return ": did you mean " + ids[slices.Index(names, near)] + "?"
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	return ": there are " + strings.Join(ids, ", ")
}
