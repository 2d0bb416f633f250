package output

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// The owner mark is a text file in the output: a line that names casebook, then the path of each published file. A folder
// without it is somebody else's, and so is a file that it does not list.
const (
	markName = ".casebook"
	markHead = "casebook made this folder and each build replaces what is listed here; keep nothing of your own in it"
	ownName  = "casebook"
)

// Names inside an output whose folders cannot be exchanged, or whose parent may not be written to.
const (
	insideStage = ".casebook-next"
	insideLock  = ".casebook-lock"
)

// mark is the text of the owner mark for sorted paths.
func mark(paths []string) []byte {
	var b strings.Builder
	b.WriteString(markHead + "\n")
	for _, p := range paths {
		b.WriteString(p + "\n")
	}
	return []byte(b.String())
}

// readMark gives the paths that the mark in dir lists; owned is false where there is no mark of ours.
func readMark(dir string) (listed map[string]bool, owned bool, err error) {
	f, err := os.Open(filepath.Join(dir, markName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, false, err
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<16)
	if !lines.Scan() || !strings.HasPrefix(lines.Text(), ownName) {
		return nil, false, lines.Err()
	}
	listed = map[string]bool{}
	for lines.Scan() {
		listed[lines.Text()] = true
	}
	return listed, true, lines.Err()
}

// inventory gives the files that casebook published in out, or refuses a folder that holds anything else. A folder that is
// not there (nil) or empty holds nothing. force takes every file of an owned folder for casebook's.
func inventory(out string, force bool) (published map[string]bool, err error) {
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, broken(out, "look into the output folder", err)
	}
	if !info.IsDir() {
		return nil, &Error{Refused, out, "is a file, and the output has to be a folder", "choose another name with --output", nil}
	}
	listed, owned, err := readMark(out)
	if err != nil {
		return nil, broken(filepath.Join(out, markName), "read the owner mark", err)
	}
	published = map[string]bool{}
	foreign := ""
	err = walk(out, "", func(p string, d fs.DirEntry) {
		switch {
		case d.IsDir(), systemLitter(p), p == markName && owned:
		case listed[p] && d.Type().IsRegular(), owned && force:
			published[p] = true
		case foreign == "":
			foreign = p
		}
	})
	if err != nil {
		return nil, broken(out, "look into the output folder", err)
	}
	switch {
	case foreign == "":
		return published, nil
	case owned:
		return nil, &Error{Refused, filepath.Join(out, filepath.FromSlash(foreign)), "was not made by casebook, and publishing would delete it",
			"move it away (files in static are published too), or build with --clean to delete everything in the output folder", nil}
	}
	return nil, &Error{Refused, out, fmt.Sprintf("is not empty and casebook did not make it (it has %s)", foreign),
		"choose an empty or a new folder with --output", nil}
}

// walk visits what lies under dir, folders before what is in them, without following links. Its paths have slashes.
func walk(dir, below string, visit func(p string, d fs.DirEntry)) error {
	entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(below)))
	if err != nil {
		return err
	}
	for _, d := range entries {
		p := path.Join(below, d.Name())
		if p == insideStage || p == insideLock {
			continue
		}
		visit(p, d)
		if d.IsDir() {
			if err := walk(dir, p, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

// systemLitter are files that a system puts into folders that somebody looks into.
func systemLitter(p string) bool {
	switch strings.ToLower(path.Base(p)) {
	case ".ds_store", "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(path.Base(p), "._")
}
