package cite

import (
	"bytes"
	"slices"
)

// Entries are references as they stand in the files of a format, each written once for all the files that hold it.
type Entries struct {
	form *form
	keys []string
	text []byte // one after the other
	ends []int  // where each ends in text
}

// Entries writes references, for files that hold some of them.
func (f Format) Entries(refs []Reference) Entries {
	const size = 576 // of an entry, and a little more, so that none of the megabytes are copied
	e := Entries{form: f.form, keys: f.form.keys(refs), text: make([]byte, 0, size*len(refs)), ends: make([]int, len(refs))}
	for i := range refs {
		e.text = f.form.entry(e.text, &refs[i], e.keys[i])
		e.ends[i] = len(e.text)
	}
	return e
}

// Append writes a file of the entries with these numbers at the end of b: what Format.Append writes of their references.
func (e Entries) Append(b []byte, which []int) []byte {
	keys := e.keysOf(which)
	return e.form.file(slices.Grow(b, e.size(which, keys)), len(which), func(b []byte, i int) []byte {
		n := which[i]
		entry := e.at(n)
		if keys[i] != e.keys[n] {
			at := bytes.IndexByte(entry, '{') + 1 // where its own key stands
			b = append(append(b, entry[:at]...), keys[i]...)
			entry = entry[at+len(e.keys[n]):]
		}
		return append(b, entry...)
	})
}

// Size is how many bytes Append writes.
func (e Entries) Size(which []int) int { return e.size(which, e.keysOf(which)) }

// keysOf are the keys of entries in one file.
func (e Entries) keysOf(which []int) []string {
	keys := make([]string, len(which))
	for i, n := range which {
		keys[i] = e.keys[n]
	}
	e.form.tellApart(keys)
	return keys
}

func (e Entries) size(which []int, keys []string) int {
	size := len(e.form.open) + len(e.form.between)*max(0, len(which)-1) + len(e.form.end)
	for i, n := range which {
		size += len(e.at(n)) + len(keys[i]) - len(e.keys[n])
	}
	return size
}

// at is the text of an entry.
func (e Entries) at(n int) []byte {
	if n == 0 {
		return e.text[:e.ends[0]]
	}
	return e.text[e.ends[n-1]:e.ends[n]]
}
