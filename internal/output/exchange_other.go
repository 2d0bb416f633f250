//go:build unix && !linux && !darwin

package output

import "golang.org/x/sys/unix"

// exchange has no system call here.
func exchange(a, b string) error { return unix.ENOTSUP }

// exchangeable reports whether trying makes sense.
func exchangeable(out string) bool { return false }
