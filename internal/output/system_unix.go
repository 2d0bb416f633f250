//go:build unix

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

var (
	diskFull = []error{unix.ENOSPC, unix.EDQUOT}
	readOnly = []error{unix.EROFS}
	inUse    = []error{unix.ETXTBSY}
	// noExchange is what systems say that cannot exchange two folders here: old kernels and network drives, lower layers of
	// overlays, mount points, sticky parents.
	noExchange = []error{unix.EINVAL, unix.ENOSYS, unix.ENOTSUP, unix.EOPNOTSUPP, unix.EXDEV, unix.EBUSY, unix.EPERM, unix.EACCES}
)

// tryLock takes a lock that ends with the process (flock(2)). Disks without locks count as unlocked.
func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	switch {
	case errors.Is(err, unix.EWOULDBLOCK):
		return errLocked
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.EOPNOTSUPP), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOLCK), errors.Is(err, unix.EINVAL):
		return nil
	}
	return err
}

// unlock removes the name first, so that nobody can take a lock that is about to vanish.
func unlock(f *os.File) {
	os.Remove(f.Name())
	f.Close()
}

// replace moves a file over another.
func replace(from, to string) error { return os.Rename(from, to) }

// mayWrite says why an output folder may not be written to. An exchange would not ask: it needs rights on the parent only.
func mayWrite(dir string) error {
	if err := unix.Access(dir, unix.W_OK); err != nil {
		return broken(dir, "write", err)
	}
	return nil
}
