//go:build !linux || (!amd64 && !arm64)

package build

// roomy is not known here.
func roomy() bool { return false }

// inLargePages does nothing where programs have no say in it, or no room.
func inLargePages(int64) {}
