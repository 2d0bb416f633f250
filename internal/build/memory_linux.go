//go:build amd64 || arm64

package build

import (
	"math"
	"runtime"
	"syscall"
)

// roomy reports that address space may be spent: processors of 32 bits have none to spare, nor has a shell with a limit on it
// (ulimit -v), as some shared hosts set.
func roomy() bool {
	var space syscall.Rlimit
	err := syscall.Getrlimit(syscall.RLIMIT_AS, &space)
	return err == nil && space.Cur == math.MaxUint64
}

// inLargePages asks the kernel to back the next so many bytes of the heap with pages of 2 MB instead of 4 KB, where it
// leaves that to each program ("madvise" in /sys/kernel/mm/transparent_hugepage/enabled, as on Debian and Ubuntu). A site in
// memory is pointers to small things, and finding their pages took an eighth of the time of a large build. The heap is Go's
// own, so the advice is given about memory that Go has from the kernel and gets back untouched. A kernel without such pages
// refuses, and nothing is lost.
func inLargePages(bytes int64) {
	_ = syscall.Madvise(make([]byte, bytes), syscall.MADV_HUGEPAGE)
	runtime.GC()
}
