package build

import (
	"runtime"
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
	// untouched is the memory up to which a build that ends soon collects nothing: one of 1,000 cases ends before.
	untouched = 384 << 20
	// perByte is how much memory a site's text takes, once parsed, while it is rendered.
	perByte = 14
	// withGarbage is how much it takes where there is room for garbage.
	withGarbage = 3 * perByte
)

// collector is how lazy the collector may be: up to how many bytes in all, and how much garbage it lets wait, in percent of what is
// live.
type collector struct {
	limit   int64
	percent int
}

// given is what GOMEMLIMIT and GOGC ask for, or what Go does without them. It is read before anything here sets it.
var given = func() collector {
	percent := debug.SetGCPercent(asUsual)
	debug.SetGCPercent(percent)
	return collector{debug.SetMemoryLimit(-1), percent}
}()

// asUsual is Go's own percentage, so that one who asks for it cannot be told from one who asks for nothing.
const asUsual = 100

// eased lets garbage wait while there is room: a build makes most of its garbage in one go and ends. Below the ceiling the collector
// runs half as often; near it, or near what a larger site cannot do without, it works as usual. Who gives a smaller limit gets it, and
// who says how much garbage may wait gets that and no limit that they did not ask for.
func (c collector) eased(bytes int64) collector {
	if c.percent != asUsual {
		return c
	}
	return collector{min(c.limit, max(ceiling, bytes*perByte)), 2 * asUsual}
}

// easeCollector makes the collector as lazy as a site of so much text lets it be. A build of the whole site, once, has its memory in
// large pages and collects nothing while it is small, where there is all the room of the processor.
func easeCollector(tree source.Tree, once bool) {
	var bytes int64
	for _, f := range tree.Files {
		bytes += int64(len(f.Text))
	}
	c := given.eased(bytes)
	c.set()
	if !once || !roomy() {
		return
	}
	inLargePages(max(0, min(c.limit-bytes, bytes*withGarbage)))
	if given.percent == asUsual {
		c.afterFirst(min(c.limit, untouched))
	}
}

func (c collector) set() {
	debug.SetMemoryLimit(c.limit)
	debug.SetGCPercent(c.percent)
}

// afterFirst collects nothing up to so many bytes; from the first collection on the collector is c.
func (c collector) afterFirst(bytes int64) {
	collector{bytes, -1}.set()
	runtime.AddCleanup(new(*byte), collector.set, c) // what nothing refers to is cleaned up when it is first collected
}
