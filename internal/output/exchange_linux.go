package output

import "golang.org/x/sys/unix"

// exchange swaps two folders in one step (renameat2(2)).
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// exchangeable reports whether trying makes sense: a mount point cannot be moved (statx(2)).
func exchangeable(out string) bool {
	var st unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, out, unix.AT_STATX_DONT_SYNC, 0, &st)
	return err != nil || st.Attributes&unix.STATX_ATTR_MOUNT_ROOT == 0
}
