package build

import (
	"runtime/debug"

	"casebook/internal/source"
)

// letGo drops what only problems and the next load need of a site that is not loaded again, its texts above all: a fifth of
// the memory that the collector has to make do with.
func (s *Snapshot) letGo() {
	for i := range s.Tree.Files {
		s.Tree.Files[i].Text = ""
	}
	for _, d := range s.Site.Docs {
		d.Source, d.Fields = "", nil
	}
	s.parses = nil
}

const (
	// ceiling is the memory within which the collector may be lazy.
	ceiling = 1<<30 + 1<<26 + 1<<25
	// perByte is how much memory a site's text takes, once parsed, while it is rendered.
	perByte = 14
	// withGarbage is how much it takes where there is room for garbage.
	withGarbage = 3 * perByte
)

// easeCollector lets garbage wait while there is room: a build makes most of its garbage in one go and ends. Below the
// ceiling the collector runs half as often; near it, or near what a larger site cannot do without, it works as usual.
// A build of the whole site, once, has its memory in large pages.
func easeCollector(tree source.Tree, once bool) {
	var bytes int64
	for _, f := range tree.Files {
		bytes += int64(len(f.Text))
	}
	limit := max(ceiling, bytes*perByte)
	debug.SetMemoryLimit(limit)
	debug.SetGCPercent(200)
	if once {
		inLargePages(min(limit-bytes, bytes*withGarbage))
	}
}
