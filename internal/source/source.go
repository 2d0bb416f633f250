// Package source turns the site folder, with the embedded theme under it, into one immutable list of files.
//
// In come the folder (casebook.yaml, content, layouts, static) and the theme; out goes a Tree: every file's path, hash
// and, for text, its normalised words, with a diag.List of what had to be left out. It must never read outside the site
// folder (everything goes through os.Root), never open what is not an ordinary file, never pass on text that is not clean
// UTF-8, and never write.
//
// Nothing is skipped because its size and time are unchanged: git checkout sets times to now, copies keep old ones, and two
// saves can share one. Every file is read and compared by its bytes each time; that costs less than the smallest parse.
package source

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"casebook/internal/diag"
)

// File is one file of the site.
type File struct {
	Path   string   // slash, relative to the site root, such as content/cases/CL-2018-01.md
	Text   string   // for text: UTF-8 without byte order mark, NUL or CR
	IsText bool     // by the name's extension
	Size   int64    // bytes on the disk
	Hash   [32]byte // SHA-256 of Text, or of the bytes of a file that is not text
	Theme  bool     // from the embedded theme
}

// Tree is every file, by path. The zero Tree is empty.
type Tree struct {
	Files []File // sorted by Path
}

// NewTree makes a tree of what ReadFiles returned, in any order; files that could not be read (no path) are dropped.
func NewTree(files []File) Tree {
	kept := make([]File, 0, len(files))
	for _, f := range files {
		if f.Path != "" {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return Tree{Files: kept}
}

// Lookup finds a file by its exact path.
func (t Tree) Lookup(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(t.Files, path, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return t.Files[i], true
}

// Line is the n-th line, from 1, of a text file, without its end, or "".
func (t Tree) Line(path string, n int) string {
	f, ok := t.Lookup(path)
	if !ok || n < 1 {
		return ""
	}
	for line := range strings.Lines(f.Text) {
		if n--; n == 0 {
			return strings.TrimSuffix(line, "\n")
		}
	}
	return ""
}

// Read lists and reads a site folder. theme maps "layouts" and "static" to the built-in files; a file of the site hides
// the theme's file of the same path. Texts that equal prev's share its memory. The list is sorted. The error is for a
// site folder that cannot be opened.
//
// It reads one file at a time; who may run goroutines calls List, ReadFiles and NewTree instead.
func Read(folder string, theme map[string]fs.FS, prev Tree) (Tree, diag.List, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return Tree{}, nil, fmt.Errorf("open the site folder: %w", err)
	}
	defer root.Close()
	entries, diags, err := List(root, theme)
	if err != nil {
		return Tree{}, nil, err
	}
	files, more := ReadFiles(root, entries, prev)
	return NewTree(files), append(diags, more...).Sorted(), nil
}

// textExtensions are the files whose text is read. Everything else is an attachment and only hashed.
var textExtensions = map[string]bool{
	".md": true, ".markdown": true, ".yaml": true, ".yml": true, ".json": true, ".html": true, ".css": true, ".js": true,
	".svg": true, ".txt": true, ".xml": true, ".csv": true,
}

func isText(name string) bool { return textExtensions[strings.ToLower(path.Ext(name))] }

// IsPage reports whether a name is that of a Markdown file, in any capitals.
func IsPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".markdown"
}
