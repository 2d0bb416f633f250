// Command relevance measures search on collections of documents and queries that are kept outside the repository.
//
// In come folders' names of files NAME.docs.jsonl.gz and NAME.queries.jsonl.gz; out come, for each collection and kind of query,
// the mean reciprocal rank of the first relevant document within ten and how often there is one, the size of the index, the
// processor time of building it, and what a first query costs a reader in bytes and requests. A folder that is not there is
// said to be missing and skipped.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
)

func main() {
	only := flag.String("only", "", "only collections whose name has this in it")
	show := flag.String("show", "", "print the queries of this kind whose best result is not relevant")
	every := flag.Int("every", 1, "take every n-th query")
	client := flag.Int("client", 12<<10, "bytes of the client's script, compressed")
	dump := flag.String("dump", "", "write the collection as JSON and the index into this folder, for other engines")
	profile := flag.String("profile", "", "write a processor profile of building the index")
	whole := flag.String("site", "", "measure the index of this site folder instead")
	publish := flag.Bool("publish", true, "with -site: publish the site too, to see what part of that the index is")
	flag.Parse()
	profiled := func() func() {
		if *profile == "" {
			return func() {}
		}
		f, err := os.Create(*profile)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		pprof.StartCPUProfile(f)
		return pprof.StopCPUProfile
	}
	if *whole != "" {
		if err := measureSite(*whole, *client, *publish, profiled); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	for _, folder := range flag.Args() {
		names, _ := filepath.Glob(filepath.Join(folder, "*.docs.jsonl.gz"))
		if len(names) == 0 {
			fmt.Printf("%s: no collection is there, so it is skipped\n", folder)
		}
		for _, name := range names {
			if !strings.Contains(filepath.Base(name), *only) {
				continue
			}
			c, err := readCollection(strings.TrimSuffix(name, ".docs.jsonl.gz"), *every)
			if err == nil {
				err = measure(c, *client, *show, *dump)
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
}
