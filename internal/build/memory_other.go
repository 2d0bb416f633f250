//go:build !linux || (!amd64 && !arm64)

package build

// inLargePages does nothing where programs have no say in it, or no room.
func inLargePages(int64) {}
