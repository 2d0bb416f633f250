//go:build !linux

package build

// inLargePages does nothing where programs have no say in it.
func inLargePages(int64) {}
