package content

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"casebook/internal/diag"
)

// places turns offsets in a Markdown text into lines and columns of its file. It remembers the last answer, so that a
// paragraph of one very long line is not counted from its start for each of its links.
type places struct {
	file   string
	source []byte
	first  int   // line of the file on which the text begins
	starts []int // offset of each line
	line   int   // index of the line last asked about
	offset int
	column int // characters before offset in that line
}

func newPlaces(file string, source []byte, first int) places {
	starts := make([]int, 1, 1+bytes.Count(source, []byte{'\n'}))
	for i := 0; ; {
		next := bytes.IndexByte(source[i:], '\n')
		if next < 0 {
			break
		}
		i += next + 1
		starts = append(starts, i)
	}
	return places{file: file, source: source, first: first, starts: starts}
}

// at is the place of the bytes from start to stop; its length ends with the line.
func (p *places) at(start, stop int) diag.Pos {
	start = min(max(start, 0), len(p.source))
	stop = min(max(stop, start), len(p.source))
	line := sort.SearchInts(p.starts, start+1) - 1
	if line != p.line {
		p.line, p.offset, p.column = line, p.starts[line], 0
	}
	if start >= p.offset {
		p.column += utf8.RuneCount(p.source[p.offset:start])
	} else {
		p.column -= utf8.RuneCount(p.source[start:p.offset])
	}
	p.offset = start
	words := p.source[start:stop]
	if end := bytes.IndexByte(words, '\n'); end >= 0 {
		words = words[:end]
	}
	return diag.Pos{File: p.file, Line: p.first + line, Col: p.column + 1, Len: max(utf8.RuneCount(words), 1)}
}

// lineEnd is the offset of the end of the line that an offset stands in.
func (p *places) lineEnd(offset int) int {
	line := sort.SearchInts(p.starts, offset+1)
	if line < len(p.starts) {
		return p.starts[line] - 1
	}
	return len(p.source)
}
