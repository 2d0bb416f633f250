package output

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step (renamex_np(2)).
func exchange(a, b string) error { return unix.RenamexNp(a, b, unix.RENAME_SWAP) }

// exchangeable reports whether trying makes sense: a mount point cannot be moved.
func exchangeable(out string) bool {
	var dir, parent unix.Stat_t
	if unix.Stat(out, &dir) != nil || unix.Stat(filepath.Dir(out), &parent) != nil {
		return true
	}
	return dir.Dev == parent.Dev
}
