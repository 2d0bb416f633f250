// Package library invents a whole site folder of any size, for tests and measurements.
//
// In come a number of cases and a seed; out come the paths and texts of casebook.yaml and of every file below content/,
// in casebook's content model, with nothing in them that casebook should complain of: each name and link leads to
// something, each date is possible, each record is complete. Words follow Zipf's law over an invented vocabulary and
// recur within a page, so that the counts which parsing and searching depend on are those of prose.
//
// It never imports the packages it is there to measure, reads nothing, and never gives other bytes for the same options.
package library

import (
	"fmt"
	"iter"
	"os"
	"path"
	"path/filepath"
)

// Options says how large a library is and which of the many of that size it is.
type Options struct {
	Cases  int
	Seed   uint64
	Skewed bool // three cases in four share a method, a unit, a theme, a group and a member of staff, and so on
}

// Files gives path and text of every file, paths below the site folder with slashes. A negative number of cases is none.
func Files(opts Options) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		l := planned(opts)
		for _, group := range []iter.Seq2[string, string]{
			l.settings(), l.indexes(), l.classes(), l.principleFiles(), l.asksAndPeople(), l.guideFiles(), l.caseFiles(), l.skewedFiles(),
		} {
			for path, text := range group {
				if !yield(path, text) {
					return
				}
			}
		}
	}
}

// Write makes the site folder dir, which must be empty or not yet exist. It fails when the disk refuses.
func Write(dir string, opts Options) error {
	if opts.Cases < 0 {
		return fmt.Errorf("a library cannot have %d cases", opts.Cases)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the site folder: %w", err)
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("look into the site folder: %w", err)
	}
	if len(there) > 0 {
		// Files left from a larger library would become part of this one.
		return fmt.Errorf("%s is not empty: remove it or name another folder", dir)
	}
	made := map[string]bool{".": true}
	for name, text := range Files(opts) {
		if folder := path.Dir(name); !made[folder] {
			made[folder] = true
			if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
				return fmt.Errorf("make %s: %w", folder, err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}
