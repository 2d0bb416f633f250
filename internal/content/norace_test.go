//go:build !race

package content

// slowness is by how much the race detector slows a parse.
const slowness = 1
