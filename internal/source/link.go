package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"casebook/internal/diag"
)

// link follows a symbolic link that stays inside the site folder and leaves out every other, so that no file from elsewhere
// on the machine can be published. linked says that the link itself was reached through one, or must not lead to a folder:
// then folders are not followed, which keeps a handful of links from making endless many paths.
func (l *lister) link(p string, blame diag.Severity, linked bool) {
	real, info, err := follow(l.root, p)
	switch {
	case errors.Is(err, fs.ErrPermission):
		l.unreadable(p, err)
	case errors.Is(err, fs.ErrNotExist):
		l.skip(p, blame, "is a link to something that does not exist")
	case errors.Is(err, syscall.ELOOP):
		l.skip(p, blame, "is a link that leads back to itself")
	case err != nil:
		l.skip(p, blame, "is a link that leads out of the site folder")
	case hidden(real):
		l.skip(p, blame, "is a link to a hidden file or folder")
	case !info.IsDir():
		l.file(p, info.Mode().Type(), blame)
	case real == "." || strings.HasPrefix(p+"/", real+"/"):
		l.skip(p, blame, "is a link to a folder that it lies in")
	case linked:
		l.skip(p, blame, "is a link to a folder, which is not followed here")
	default:
		l.subfolder(p, true)
	}
}

// follow gives the path within root that a link leads to and what is there. An absolute link counts as leading out, even if
// it points inside, because it would break when the folder is moved or cloned.
func follow(root *os.Root, p string) (string, fs.FileInfo, error) {
	info, err := root.Stat(p) // refuses loops and every way out of root
	if err != nil {
		return "", nil, err
	}
	done, todo := ".", strings.Split(p, "/")
	for hops := 0; len(todo) > 0; {
		next := path.Join(done, todo[0])
		todo = todo[1:]
		target, err := root.Readlink(next)
		if err != nil { // not a link: root.Stat has seen that it exists
			done = next
			continue
		}
		if hops++; hops > 40 { // someone is changing links while we read them
			return "", nil, syscall.ELOOP
		}
		todo = append(strings.Split(filepath.ToSlash(target), "/"), todo...)
	}
	return done, info, nil
}

// hidden reports whether any part of a path is one that is never published.
func hidden(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if part != "." && litter(part) {
			return true
		}
	}
	return false
}
