// Command gen writes an invented site folder of any size, to build, serve and measure:
//
//	go run ./internal/bench/gen -cases 10000 -seed 1 -out /tmp/library
//
// In come a number of cases, a seed and a folder that is empty or does not exist; out comes a site in it, the same bytes
// for the same numbers. It never changes a folder that has something in it.
package main

import (
	"flag"
	"fmt"
	"os"

	"casebook/internal/bench/library"
)

func main() {
	cases := flag.Int("cases", 1000, "how many cases the library has")
	seed := flag.Uint64("seed", 1, "which of the many libraries of that size it is")
	skewed := flag.Bool("skewed", false, "whether most cases share a method, a unit, a theme and so on")
	out := flag.String("out", "", "the folder to write, empty or not yet there")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "name the folder to write with -out, and nothing else")
		os.Exit(2)
	}
	if err := library.Write(*out, library.Options{Cases: *cases, Seed: *seed, Skewed: *skewed}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
