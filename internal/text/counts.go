package text

import (
	"encoding/binary"
	"slices"
)

// Counts is how often each word stands in a text, as Terms gives words: compact, because it is remembered for every
// document. The zero value is of no words.
type Counts struct {
	Total    int // words in all, compounds counted by their parts
	distinct int32
	packed   []byte
}

// Distinct is how many different words there are.
func (c Counts) Distinct() int { return int(c.distinct) }

// Counter counts the words of text after text. The zero value is ready.
type Counter struct {
	index map[string]int32
	words []countedWord
	total int
}

type countedWord struct {
	word  string
	n     uint32
	whole bool // a compound and never a word of its own
}

// Add counts the words of s.
func (c *Counter) Add(s string) {
	if c.index == nil {
		c.index = make(map[string]int32, 256)
	}
	Terms(s, func(word []byte, kind TermKind) {
		if kind != Whole {
			c.total++
		}
		if i, ok := c.index[string(word)]; ok {
			c.words[i].n++
			c.words[i].whole = c.words[i].whole && kind == Whole
			return
		}
		w := string(word)
		c.index[w] = int32(len(c.words))
		c.words = append(c.words, countedWord{w, 1, kind == Whole})
	})
}

// Counts is what was counted since the last call; counting begins anew.
func (c *Counter) Counts() Counts {
	size := 0
	for _, w := range c.words {
		size += len(w.word) + 3
	}
	packed := make([]byte, 0, size)
	for _, w := range c.words {
		n := uint64(w.n) << 1
		if w.whole {
			n |= 1
		}
		packed = append(append(packed, byte(len(w.word))), w.word...)
		packed = binary.AppendUvarint(packed, n)
	}
	out := Counts{Total: c.total, distinct: int32(len(c.words)), packed: slices.Clip(packed)}
	clear(c.index)
	c.words, c.total = c.words[:0], 0
	return out
}

// Each gives every word, in the order in which they were met, how often it stands there and whether it is the whole of a
// compound and never a word of its own. The bytes are not to be changed or kept.
func (c Counts) Each(yield func(word []byte, n int, whole bool)) {
	for b := c.packed; len(b) > 0; {
		size := int(b[0])
		word := b[1 : 1+size]
		n, used := binary.Uvarint(b[1+size:])
		b = b[1+size+used:]
		yield(word, int(n>>1), n&1 == 1)
	}
}
