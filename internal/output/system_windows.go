package output

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

var (
	diskFull   = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	readOnly   = []error{windows.ERROR_WRITE_PROTECT}
	inUse      = []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}
	noExchange = []error{errors.ErrUnsupported}
)

// tryLock takes a lock that ends with the process (LockFileEx).
func tryLock(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return err
}

// unlock closes first: an open file cannot be removed, and one that another build has opened meanwhile must not be.
func unlock(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

// replace moves a file over another, and again for two seconds while a viewer or a virus scanner has it open.
func replace(from, to string) error {
	var err error
	for wait := 10 * time.Millisecond; wait < 1300*time.Millisecond; wait *= 2 {
		if err = os.Rename(from, to); err == nil || !is(err, inUse) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(wait)
	}
	return err
}

// exchange cannot be done in one step on Windows.
func exchange(a, b string) error { return errors.ErrUnsupported }

// exchangeable reports whether trying makes sense.
func exchangeable(out string) bool { return false }

// mayWrite is for systems whose folders have a right of their own: here each file says no when it is written.
func mayWrite(dir string) error { return nil }
