package serve

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// watched are the entries of a site folder that a site is made of. Whatever else lies beside them (the published site, a
// repository's own folder) must not wake the preview.
var watched = []string{"casebook.yaml", "content", "layouts", "static"}

// look lists the folders of a site, with slashes and "." first, and gives a number that differs when a name, size or time of
// anything in them does. It reads no content. What cannot be looked at counts as it is: unreadable.
func look(source string) (folders []string, sum uint64) {
	l := looker{source: source, folders: []string{"."}, sum: fnv.New64a()}
	l.all()
	return l.folders, l.sum.Sum64()
}

// looker gathers what one walk sees.
type looker struct {
	source  string
	root    *os.Root // for what links lead to; for the rest it would take twice as long
	folders []string
	sum     hash.Hash64
}

func (l *looker) all() {
	root, err := os.OpenRoot(l.source)
	if err != nil {
		l.note("", nil, err)
		return
	}
	defer root.Close()
	l.root = root
	for _, name := range watched {
		info, err := root.Stat(name)
		l.note(name, info, err)
		if err == nil && info.IsDir() {
			l.folder(name, false)
		}
	}
}

// folder looks through one folder. As in source, a link to a folder is followed once and not within another link.
func (l *looker) folder(dir string, linked bool) {
	l.folders = append(l.folders, dir)
	children, err := os.ReadDir(filepath.Join(l.source, filepath.FromSlash(dir)))
	if err != nil {
		l.note(dir, nil, err)
	}
	for _, d := range children {
		if hidden(d.Name()) {
			continue
		}
		p := path.Join(dir, d.Name())
		link := d.Type()&fs.ModeSymlink != 0
		info, err := d.Info()
		if link {
			info, err = l.root.Stat(p) // refuses to leave the site folder
		}
		l.note(p, info, err)
		if err == nil && info.IsDir() && !(link && linked) {
			l.folder(p, linked || link)
		}
	}
}

func (l *looker) note(p string, info fs.FileInfo, err error) {
	b := append([]byte(p), 0)
	switch {
	case err != nil:
		b = append(b, '!')
	case info.IsDir(): // its time and size say nothing that its children do not
		b = append(b, '/')
	default:
		b = binary.LittleEndian.AppendUint64(b, uint64(info.Size()))
		b = binary.LittleEndian.AppendUint64(b, uint64(info.ModTime().UnixNano()))
	}
	l.sum.Write(b)
}

// hidden reports whether a name is one that is never part of a site.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }
