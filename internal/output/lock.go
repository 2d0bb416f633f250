package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// errLocked is what tryLock says when another process holds the lock.
var errLocked = errors.New("locked by another process")

// lock takes the lock file at path, which is gone once the lock is released. The system gives up the lock of a process that
// is killed; the empty file it leaves is taken over.
func lock(path string) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
		if err != nil {
			return nil, err
		}
		if err := tryLock(f); err != nil {
			f.Close()
			return nil, err
		}
		mine, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, err
		}
		if there, err := os.Stat(path); err == nil && os.SameFile(mine, there) {
			return f, nil
		}
		f.Close() // its holder removed the name between our opening and our locking
	}
}

// lockOutput takes the lock of an output folder, beside it, or inside it where beside is not ours to write and the folder is.
func lockOutput(out string, force bool) (f *os.File, inside bool, err error) {
	path := beside(out, "lock")
	f, err = lock(path)
	if _, there := os.Stat(out); forbidden(err) && there == nil {
		if _, err := inventory(out, force); err != nil {
			return nil, false, err
		}
		path, inside = filepath.Join(out, insideLock), true
		f, err = lock(path)
	}
	if errors.Is(err, errLocked) {
		return nil, false, &Error{Busy, out, "another build is running", "wait until it is done, then build again", nil}
	}
	if err != nil {
		return nil, false, broken(filepath.Dir(path), "write", err)
	}
	return f, inside, nil
}

// beside is the path of a companion of the output folder.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".casebook-"+what)
}

// forbidden is true where another folder may be allowed.
func forbidden(err error) bool {
	return errors.Is(err, fs.ErrPermission) || is(err, readOnly)
}
