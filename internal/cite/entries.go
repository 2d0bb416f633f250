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
	const size = 512 // of an entry, about
	e := Entries{form: f.form, keys: make([]string, len(refs)), text: make([]byte, 0, size*len(refs)), ends: make([]int, len(refs))}
	for i := range refs {
		e.keys[i] = refs[i].Key
		if f.form.key != nil {
			e.keys[i] = f.form.key(refs[i].Key)
		}
		e.text = f.form.entry(e.text, &refs[i], e.keys[i])
		e.ends[i] = len(e.text)
	}
	return e
}

// Append writes a file of the entries with these numbers at the end of b: what Format.Append writes of their references.
func (e Entries) Append(b []byte, which []int) []byte {
	var keys []string
	if e.form.key != nil {
		keys = make([]string, len(which))
		for i, n := range which {
			keys[i] = e.keys[n]
		}
		tellApart(keys)
	}
	size := len(e.form.open) + len(e.form.end)
	for _, n := range which {
		size += len(e.form.between) + len(e.at(n))
	}
	b = append(slices.Grow(b, size), e.form.open...)
	for i, n := range which {
		if i > 0 {
			b = append(b, e.form.between...)
		}
		entry := e.at(n)
		if keys != nil && keys[i] != e.keys[n] {
			at := bytes.IndexByte(entry, '{') + 1 // where its own key stands
			b = append(append(b, entry[:at]...), keys[i]...)
			entry = entry[at+len(e.keys[n]):]
		}
		b = append(b, entry...)
	}
	return append(b, e.form.end...)
}

// at is the text of an entry.
func (e Entries) at(n int) []byte {
	if n == 0 {
		return e.text[:e.ends[0]]
	}
	return e.text[e.ends[n-1]:e.ends[n]]
}
