package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// resolve gives the absolute path of the output folder with every link followed, whether the folder is there or not: an
// exchange would swap a link itself.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", broken(dir, "find the folder", err)
	}
	real, err := filepath.EvalSymlinks(abs)
	if err == nil {
		return real, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", broken(abs, "find the folder", err)
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", &Error{Refused, abs, "is a link to something that does not exist", "make the folder it names, or remove the link", nil}
	}
	parent, err := resolve(filepath.Dir(abs))
	if err != nil {
		return "", err
	}
	return filepath.Join(parent, filepath.Base(abs)), nil
}

// refuse says why a resolved folder must not be an output, or nil. Folders are told apart by what they are, not by their
// names, so that no link, mount or difference of capitals gets past.
func refuse(out string, opts Options) error {
	no := func(problem string) error {
		return &Error{Refused, out, problem, "choose another folder with --output; the usual one is public", nil}
	}
	if filepath.Dir(out) == out {
		return no("is the whole disk")
	}
	if opts.Home != "" && within(opts.Home, out) {
		return no("is your home folder, or holds it")
	}
	if opts.Source == "" {
		return nil
	}
	if within(opts.Source, out) {
		return no("is the site folder, or holds it: what is published would replace your sources")
	}
	for _, part := range []string{"content", "layouts", "static"} {
		dir := filepath.Join(opts.Source, part)
		if within(out, dir) || within(dir, out) {
			return no("overlaps the folder " + part + " of the site: what is published would replace your sources")
		}
	}
	return nil
}

// within reports whether path is folder or lies in it, once links are followed.
func within(path, folder string) bool {
	path, err := resolve(path)
	if err != nil {
		return false
	}
	want, err := os.Stat(folder)
	if err != nil { // not there: only the names can tell
		folder, err = resolve(folder)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(folder, path)
		return err == nil && filepath.IsLocal(rel)
	}
	for {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, want) {
			return true
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}
