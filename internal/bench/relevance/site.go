package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"casebook/internal/build"
	"casebook/internal/search"
	"casebook/internal/site"
)

// measureSite prints what the index of a whole site costs: beside a build without it, and of the first query of a reader, for
// queries made of the words of its titles.
func measureSite(folder string, client int, publish bool, profile func() func()) error {
	start := processorTime()
	s, problems, err := build.Load(context.Background(), build.Options{Source: folder, Today: "2026-11-22"}, nil)
	if err != nil || problems.Failed() {
		return fmt.Errorf("load %s: %v %v", folder, err, problems)
	}
	loaded := processorTime() - start
	stop := profile()
	start = processorTime()
	index := search.OfSite(s.Site, false)
	built := processorTime() - start
	stop()
	start = processorTime()
	files := map[string][]byte{}
	for _, f := range index.Files {
		files[f.Path] = f.Append(nil)
	}
	made := processorTime() - start
	fmt.Printf("%s: load %.2f s, the index %.2f + %.2f s of processor time\n", folder, loaded.Seconds(), built.Seconds(), made.Seconds())
	if publish {
		out, err := os.MkdirTemp("", "published")
		if err != nil {
			return err
		}
		defer os.RemoveAll(out)
		start = processorTime()
		if _, err := build.Publish(context.Background(), s, out+"/public", build.PublishOptions{}); err != nil {
			return err
		}
		published := processorTime() - start
		rest := loaded + published - built - made
		fmt.Printf("  published in %.2f s with the index, which is %.0f %% of all else\n", published.Seconds(), 100*(built+made).Seconds()/rest.Seconds())
	}
	small, total, raw := map[string]int{}, 0, 0
	for path, b := range files {
		small[path] = compressed(b)
		total += small[path]
		raw += len(b)
	}
	begins := compressed(index.Start)
	fmt.Printf("  %d files, %d KB (%d KB compressed, of it terms %d, spelling %d, rows %d, text %d; root %d KB)\n", len(files)+1, raw>>10, (total+begins)>>10, sumOf(small, 't')>>10, sumOf(small, 's')>>10, sumOf(small, 'r')>>10, sumOf(small, 'x')>>10, rootOf(small)>>10)
	f := &figure{}
	warm, err := search.Open(index.Start, func(p string) ([]byte, error) { return files[p], nil })
	if err != nil {
		return err
	}
	for _, q := range queriesOf(s.Site) {
		if err := f.ask(q, index.Start, files, small, client+begins); err != nil {
			return err
		}
		for n := 3; n <= len(q); n++ { // every keystroke
			began := time.Now()
			if _, err := search.Rank(warm, search.Query{Text: q[:n], Limit: 10}); err != nil {
				return err
			}
			f.times = append(f.times, int(time.Since(began).Microseconds()))
		}
	}
	fmt.Printf("  first result: %s KB in %s requests, ten: %s KB in %s requests, warm keystroke %s µs (median/95 %%)\n", spread(f.bytesFirst, 1024), spread(f.requestsFirst, 1), spread(f.bytes, 1024), spread(f.requests, 1), spread(f.times, 1))
	return nil
}

// queriesOf are two words each of titles all over the site.
func queriesOf(s *site.Site) []string {
	var out []string
	step := max(len(s.Nodes)/60, 1)
	for i := 0; i < len(s.Nodes); i += step {
		words := strings.Fields(s.Nodes[i].Title)
		var long []string
		for _, w := range words {
			if w = strings.Trim(w, ",.:;?!'’\"“”()"); len(w) > 4 {
				long = append(long, strings.ToLower(w))
			}
		}
		if len(long) >= 2 {
			out = append(out, long[0]+" "+long[len(long)-1])
		}
	}
	return out
}

// shownFirst is how many results the search page waits for before it shows any.
const shownFirst = 1

// ask measures the first query of a reader who has nothing yet.
func (f *figure) ask(q string, start []byte, files map[string][]byte, small map[string]int, before int) error {
	seen := map[string]bool{}
	cold, err := search.Open(start, func(p string) ([]byte, error) { seen[p] = true; return files[p], nil })
	if err != nil {
		return err
	}
	r, err := search.Rank(cold, search.Query{Text: q, Limit: 10})
	if err != nil {
		return err
	}
	if _, err := search.Rows(cold, r.Hits[:min(len(r.Hits), shownFirst)]); err != nil {
		return err
	}
	f.requestsFirst = append(f.requestsFirst, 1+len(seen))
	f.bytesFirst = append(f.bytesFirst, before+sizeOf(seen, small))
	if _, err := search.Rows(cold, r.Hits); err != nil {
		return err
	}
	f.requests = append(f.requests, 1+len(seen))
	f.bytes = append(f.bytes, before+sizeOf(seen, small))
	return nil
}
