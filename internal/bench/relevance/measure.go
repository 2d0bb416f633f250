package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"casebook/internal/search"
)

// measure prints everything about one collection.
func measure(c collection, client int, show, dump string) error {
	docs := c.documents()
	before := processorTime()
	index := search.Build(docs, search.Setup{English: true})
	took := processorTime() - before
	files := map[string][]byte{}
	small := map[string]int{}
	total, raw := 0, 0
	for _, f := range index.Files {
		files[f.Path] = f.Append(nil)
		small[f.Path] = compressed(files[f.Path])
		total += small[f.Path]
		raw += len(files[f.Path])
	}
	startSize := compressed(index.Start)
	fmt.Printf("%s: %d documents, %d files, %d KB (%d KB compressed, of it terms %d, spelling %d, rows %d, text %d; root %d KB), built in %.2f s\n", c.name, len(docs), len(files)+1,
		raw>>10, (total+startSize)>>10, sumOf(small, 't')>>10, sumOf(small, 's')>>10, sumOf(small, 'r')>>10, sumOf(small, 'x')>>10, rootOf(small)>>10, took.Seconds())
	if dump != "" {
		return dumpTo(dump, c, index)
	}
	byURL := map[string]string{}
	for _, d := range c.docs {
		byURL[d.URL] = d.ID
	}
	warm, err := search.Open(index.Start, func(path string) ([]byte, error) { return files[path], nil })
	if err != nil {
		return err
	}
	figures := map[string]*figure{}
	for _, q := range c.queries {
		f := figures[q.Kind]
		if f == nil {
			f = &figure{}
			figures[q.Kind] = f
		}
		start := time.Now()
		r, err := search.Rank(warm, search.Query{Text: q.Q, Limit: 10})
		if err != nil {
			return fmt.Errorf("%q: %w", q.Q, err)
		}
		f.times = append(f.times, int(time.Since(start).Microseconds()))
		results, err := search.Rows(warm, r.Hits)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(results, func(d search.Row) bool { return slices.Contains(q.Relevant, byURL[d.URL]) })
		f.n++
		if at >= 0 {
			f.found++
			f.reciprocal += 1 / float64(at+1)
		}
		if q.Kind == show && at != 0 {
			fmt.Printf("  %q: place %d, first %s\n", q.Q, at+1, first(results))
		}
		if err := f.ask(q.Q, index.Start, files, small, client+startSize); err != nil {
			return err
		}
	}
	for _, kind := range []string{"anchor", "typo", "prefix", "question"} {
		if f := figures[kind]; f != nil {
			fmt.Printf("  %-8s %5d queries  MRR@10 %.1f  within ten %.1f %%  first result: %s KB in %s requests, ten: %s KB in %s requests, warm %s µs\n", kind, f.n, 100*f.reciprocal/float64(f.n), 100*float64(f.found)/float64(f.n),
				spread(f.bytesFirst, 1024), spread(f.requestsFirst, 1), spread(f.bytes, 1024), spread(f.requests, 1), spread(f.times, 1))
		}
	}
	return nil
}

// figure is what was measured of one kind of query.
type figure struct {
	n, found                                          int
	reciprocal                                        float64
	bytes, requests, bytesFirst, requestsFirst, times []int
}

func first(rows []search.Row) string {
	if len(rows) == 0 {
		return "none"
	}
	return rows[0].URL
}

// spread is the median and the 95th percentile.
func spread(list []int, unit float64) string {
	slices.Sort(list)
	at := func(p float64) float64 { return float64(list[min(int(p*float64(len(list))), len(list)-1)]) / unit }
	return fmt.Sprintf("%.3g/%.3g", at(.5), at(.95))
}

func sizeOf(seen map[string]bool, small map[string]int) int {
	n := 0
	for path := range seen {
		n += small[path]
	}
	return n
}

func sumOf(small map[string]int, letter byte) int {
	n := 0
	for path, size := range small {
		if name := filepath.Base(path); name[0] == letter && !strings.HasPrefix(name, "root") {
			n += size
		}
	}
	return n
}

func rootOf(small map[string]int) int {
	for path, size := range small {
		if strings.HasPrefix(filepath.Base(path), "root") {
			return size
		}
	}
	return 0
}

func compressed(b []byte) int {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, 6)
	z.Write(b)
	z.Close()
	return out.Len()
}

// dumpTo writes what other engines and the browser's client are measured with.
func dumpTo(folder string, c collection, index search.Index) error {
	folder = filepath.Join(folder, c.name)
	write := func(path string, b []byte) error {
		path = filepath.Join(folder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		return os.WriteFile(path, b, 0o666)
	}
	for _, f := range index.Files {
		if err := write(f.Path, f.Append(nil)); err != nil {
			return err
		}
	}
	docs, err := json.Marshal(c.docs)
	if err != nil {
		return err
	}
	queries, err := json.Marshal(c.queries)
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"search/start.json": index.Start, "docs.json": docs, "queries.json": queries} {
		if err := write(name, b); err != nil {
			return err
		}
	}
	return nil
}
