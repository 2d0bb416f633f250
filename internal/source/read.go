package source

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"syscall"

	"casebook/internal/diag"
)

// maxText is the largest text file in bytes. The largest real page is a thousandth of it; what is larger is an export or a
// picture with the wrong name, and would fill the memory.
const maxText = 64 << 20

// ReadFiles reads entries one after the other. A text is prev's where the bytes are equal. A file that cannot be used comes
// back without a path, with the reason in the list; one that has vanished since it was listed comes back without either.
//
// It may be called from many goroutines at once and holds three descriptors at most.
func ReadFiles(root *os.Root, entries []Entry, prev Tree) ([]File, diag.List) {
	var problems diag.List
	files := make([]File, len(entries))
	in := folder{root: root}
	defer in.close()
	for i, e := range entries {
		var found diag.List
		files[i], found = in.read(e, prev)
		problems = append(problems, found...)
	}
	return files, problems
}

// folder opens the files of the site, those of one folder through that folder: from the root each part of a path is opened
// anew.
type folder struct {
	root *os.Root
	path string   // of the one last looked into, with a slash behind it
	open *os.Root // that folder, nil when it cannot be opened
}

func (in *folder) close() {
	if in.open != nil {
		in.open.Close()
	}
}

// file opens the file of an entry. What the folder does not give is asked of the root: a link may lead out of the one and stay
// within the other. The flag keeps a pipe that took the file's place from making us wait.
func (in *folder) file(e Entry) (fs.File, error) {
	if e.theme != nil {
		return e.theme.Open(e.name)
	}
	const flags = os.O_RDONLY | syscall.O_NONBLOCK
	dir, name := path.Split(e.Path)
	if dir != in.path {
		in.close()
		in.path = dir
		in.open, _ = in.root.OpenRoot(path.Clean(dir))
	}
	if in.open != nil {
		if f, err := in.open.OpenFile(name, flags, 0); err == nil {
			return f, nil
		}
	}
	return in.root.OpenFile(e.Path, flags, 0)
}

// read reads one entry.
func (in *folder) read(e Entry, prev Tree) (File, diag.List) {
	f, err := in.file(e)
	if err != nil {
		return File{}, unreadable(e.Path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return File{}, unreadable(e.Path, err)
	}
	file := File{Path: e.Path, Size: info.Size(), Theme: e.theme != nil, IsText: isText(e.Path)}
	switch {
	case !info.Mode().IsRegular():
		return File{}, nil // replaced since it was listed
	case !file.IsText:
		return attachment(file, f)
	case info.Size() > maxText:
		var l diag.List
		l.Error("CB009", diag.Pos{File: e.Path}, "is %d MB of text, and %d MB is the most", info.Size()>>20, maxText>>20).
			Remedy("split it into several pages, or give it the extension of what it is")
		return File{}, l
	}
	return text(file, f, prev)
}

// Open gives the bytes of a file as they are on the disk, for publishing what is not text.
func Open(root *os.Root, theme map[string]fs.FS, f File) (io.ReadCloser, error) {
	if !f.Theme {
		return root.OpenFile(f.Path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	}
	for dir, fsys := range theme {
		if name, ok := cutFolder(f.Path, dir); ok {
			return fsys.Open(name)
		}
	}
	return nil, fmt.Errorf("open %s: %w", f.Path, fs.ErrNotExist)
}

func cutFolder(p, dir string) (string, bool) {
	if len(p) <= len(dir) || p[:len(dir)] != dir || p[len(dir)] != '/' {
		return "", false
	}
	return p[len(dir)+1:], true
}

// attachment hashes a file without holding it in memory.
func attachment(file File, r io.Reader) (File, diag.List) {
	h := sha256.New()
	n, err := io.Copy(h, r)
	if err != nil {
		return File{}, unreadable(file.Path, err)
	}
	file.Size = n
	h.Sum(file.Hash[:0])
	return file, nil
}

func text(file File, r io.Reader, prev Tree) (File, diag.List) {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	raw, err := readAll(r, file.Size, *room)
	if err != nil {
		return File{}, unreadable(file.Path, err)
	}
	*room = raw
	file.Size = int64(len(raw))
	old, known := prev.Lookup(file.Path)
	if known && old.IsText && string(raw) == old.Text {
		file.Text, file.Hash = old.Text, old.Hash
		return file, nil
	}
	clean, bad := normalise(raw, IsPage(file.Path))
	if bad != nil {
		at := diag.Pos{File: file.Path, Line: bad.line, Col: bad.col}
		var l diag.List
		l.Error(bad.code, at, "%s", bad.message).Remedy("%s", bad.remedy)
		return File{}, l
	}
	file.Hash = sha256.Sum256(clean)
	file.Text = string(clean)
	if known && old.IsText && old.Text == file.Text {
		file.Text = old.Text
	}
	return file, nil
}

// rooms hold the bytes of one text after the other; each is copied once, as it is to be kept.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// readAll reads a file that has size bytes, into the room if they fit. One that grows meanwhile is being saved, and will be
// read again; one that shrinks gives what there is.
func readAll(r io.Reader, size int64, room []byte) ([]byte, error) {
	raw := slices.Grow(room[:0], int(size))[:size]
	n, err := io.ReadFull(r, raw)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return raw[:n], nil
	}
	return raw[:n], err
}
