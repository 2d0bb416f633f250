package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"casebook/internal/search"
	"casebook/internal/text"
)

// collection is documents and queries.
type collection struct {
	name    string
	docs    []document
	queries []query
}

type document struct {
	ID       string              `json:"id"`
	URL      string              `json:"url"`
	Title    string              `json:"title"`
	Summary  string              `json:"summary"`
	Headings []string            `json:"headings"`
	Text     string              `json:"text"`
	Facets   map[string][]string `json:"facets"`
	Sections []section           `json:"sections"`
}

type section struct {
	Heading string `json:"heading"`
	Anchor  string `json:"anchor"`
	Text    string `json:"text"`
}

type query struct {
	Q        string   `json:"q"`
	Relevant []string `json:"relevant"`
	Kind     string   `json:"kind"`
}

func readCollection(base string, every int) (collection, error) {
	c := collection{name: filepath.Base(base)}
	var err error
	if c.docs, err = readLines[document](base+".docs.jsonl.gz", 1); err != nil {
		return c, err
	}
	c.queries, err = readLines[query](base+".queries.jsonl.gz", every)
	return c, err
}

func readLines[T any](path string, every int) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the collection: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var out []T
	for d, n := json.NewDecoder(bufio.NewReader(z)), 0; d.More(); n++ {
		var v T
		if err := d.Decode(&v); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		if n%every == 0 {
			out = append(out, v)
		}
	}
	return out, nil
}

// documents gives the collection as search takes it: the words of the texts are counted, as a parse does it.
func (c collection) documents() []search.Document {
	out := make([]search.Document, len(c.docs))
	var counter text.Counter
	for i, d := range c.docs {
		counter.Add(d.Text)
		out[i] = search.Document{URL: d.URL, Kind: "page", Title: d.Title, Summary: d.Summary, Words: []text.Counts{counter.Counts()}}
		if len(d.Sections) == 0 {
			for _, h := range d.Headings {
				out[i].Headings = append(out[i].Headings, search.Heading{Text: h})
			}
			out[i].Texts = []string{d.Text}
			continue
		}
		lead := ""
		for j, s := range d.Sections {
			if j == 0 && s.Heading == "" {
				lead = s.Text
				continue
			}
			out[i].Headings = append(out[i].Headings, search.Heading{Text: s.Heading, Anchor: s.Anchor})
			out[i].Texts = append(out[i].Texts, s.Text)
		}
		out[i].Texts = append([]string{lead}, out[i].Texts...)
	}
	return out
}
