package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"casebook/internal/diag"
)

// Entry is a file that was found and not yet read.
type Entry struct {
	Path  string // as in File
	theme fs.FS  // nil for a file of the site folder
	name  string // its path within theme
}

// config is the one file outside the three folders.
const config = "casebook.yaml"

// initRemedy is said wherever there is nothing to build from.
const initRemedy = "run `casebook init` for a small working library, or say with --source where yours is"

// List finds every file of the site folder and, where the site has none of the path, of the theme, sorted by path. Hidden
// files and editors' litter are left out silently, what cannot be a page's source (links out of the folder, devices, pipes)
// with a warning. The error is for a theme that cannot be listed, which is a bug of the program.
func List(root *os.Root, theme map[string]fs.FS) ([]Entry, diag.List, error) {
	l := lister{root: root, fsys: root.FS()}
	l.config()
	l.content()
	for _, dir := range []string{"layouts", "static"} {
		l.optional(dir)
	}
	entries, err := underlay(l.entries, theme)
	if err != nil {
		return nil, nil, fmt.Errorf("list the built-in theme: %w", err)
	}
	return entries, l.diags.Sorted(), nil
}

// underlay adds the theme's files that the site does not have.
func underlay(site []Entry, theme map[string]fs.FS) ([]Entry, error) {
	own := make(map[string]bool, len(site))
	for _, e := range site {
		own[e.Path] = true
	}
	all := site
	for dir, fsys := range theme {
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			p := path.Join(dir, name)
			if name != "." && ignored(p) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if !d.IsDir() && !own[p] {
				all = append(all, Entry{Path: p, theme: fsys, name: name})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	return all, nil
}

// lister gathers what one walk finds.
type lister struct {
	root    *os.Root
	fsys    fs.FS // of root
	entries []Entry
	diags   diag.List
}

func (l *lister) config() {
	info, err := l.root.Lstat(config)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return
	case err != nil:
		l.unreadable(config, err)
	case info.Mode()&fs.ModeSymlink != 0:
		l.link(config, diag.Error, true)
	case info.IsDir():
		l.skip(config, diag.Error, "is a folder, and has to be a file")
	default:
		l.file(config, info.Mode().Type(), diag.Error)
	}
}

func (l *lister) content() {
	const dir = "content"
	at := diag.Pos{File: dir}
	info, err := l.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.diags.Error("CB005", at, "there is no folder called content here").Remedy(initRemedy)
		return
	case err != nil:
		l.unreadable(dir, err)
		return
	case info.Mode()&fs.ModeSymlink != 0:
		l.link(dir, diag.Error, false)
	case !info.IsDir():
		l.diags.Error("CB005", at, "content is a file, and has to be a folder").Remedy(initRemedy)
		return
	default:
		l.folder(dir, false)
	}
	// What could not be read has been said; that nothing is left then is no news.
	if !l.diags.Failed() && !slices.ContainsFunc(l.entries, func(e Entry) bool { return IsPage(e.Path) }) {
		l.diags.Error("CB005", at, "the content folder has no page in it (no file that ends in .md)").Remedy(initRemedy)
	}
}

// optional lists a folder that a site may do without.
func (l *lister) optional(dir string) {
	info, err := l.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		l.unreadable(dir, err)
	case info.Mode()&fs.ModeSymlink != 0:
		l.link(dir, diag.Warning, false)
	case info.IsDir():
		l.folder(dir, false)
	default:
		l.skip(dir, diag.Warning, "is not a folder")
	}
}

// folder lists what lies in dir. linked says that dir was reached through a link.
func (l *lister) folder(dir string, linked bool) {
	children, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.unreadable(dir, err)
		return
	}
	for _, d := range children {
		p := path.Join(dir, d.Name())
		if ignored(p) || !l.goodName(p) {
			continue
		}
		switch t := d.Type(); {
		case t&fs.ModeSymlink != 0:
			l.link(p, diag.Warning, linked)
		case t.IsDir():
			l.subfolder(p, linked)
		default:
			l.file(p, t, diag.Warning)
		}
		l.warnCopy(p, children)
	}
}

func (l *lister) subfolder(p string, linked bool) {
	if strings.HasPrefix(p, "content/") && IsPage(p) {
		l.skip(p, diag.Warning, "is a folder with the name of a page")
		return
	}
	l.folder(p, linked)
}

// file adds an ordinary file and leaves out everything else, unopened: opening a pipe would wait for ever.
func (l *lister) file(p string, t fs.FileMode, blame diag.Severity) {
	if !t.IsRegular() {
		l.skip(p, blame, "is %s, not a file", special(t))
		return
	}
	l.entries = append(l.entries, Entry{Path: p})
}

// special names what is neither file, folder nor link.
func special(t fs.FileMode) string {
	switch {
	case t&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case t&fs.ModeSocket != 0:
		return "a socket"
	case t&fs.ModeDevice != 0:
		return "a device"
	}
	return "a special entry of the disk"
}

func (l *lister) skip(p string, blame diag.Severity, format string, args ...any) {
	l.diags.Add(blame, "CB003", diag.Pos{File: p}, "left out: it "+format, args...).
		Remedy("put the file itself here, or remove this entry")
}

// unreadable reports a file or folder that the machine refuses.
func (l *lister) unreadable(p string, err error) { l.diags = append(l.diags, unreadable(p, err)...) }

func unreadable(p string, err error) diag.List {
	// It was there a moment ago: an editor's temporary file, or a save by rename. As if we had listed a moment later.
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var l diag.List
	at := diag.Pos{File: p}
	if errors.Is(err, fs.ErrPermission) {
		l.Error("CB004", at, "casebook is not allowed to read it").
			Remedy("give yourself the right to read it, or move it out of the site folder")
		return l
	}
	why := "the disk gives no reason"
	if errno := syscall.Errno(0); errors.As(err, &errno) {
		why = errno.Error()
	}
	l.Error("CB004", at, "could not be read (%s)", why).
		Remedy("if it lives in a synchronised folder, make sure that it is downloaded; then build again")
	return l
}
