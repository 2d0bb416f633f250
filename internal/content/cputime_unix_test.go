//go:build unix

package content

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that this process has used, which other programs on the machine do not add to.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
