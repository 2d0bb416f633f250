//go:build !unix

package content

import "time"

var began = time.Now()

// cpuTime is the time since the process began, where nothing better can be had.
func cpuTime() time.Duration { return time.Since(began) }
