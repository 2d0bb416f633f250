package text

import "encoding/binary"

// Counts is how often each word stands in a text, as Terms gives words: compact, because it is remembered for every
// document. The zero value is of no words.
type Counts struct {
	Total  int // words in all, compounds counted by their parts
	packed []byte
}

// Counter counts the words of text after text. The zero value is ready. It keeps its room, so that one counter serves many
// texts.
type Counter struct {
	tokenizer Tokenizer
	words     Vocabulary
	counts    []wordCount // by the number of the word
	total     int
}

type wordCount struct {
	n     uint32
	whole bool // a compound and never a word of its own
}

// Add counts the words of s.
func (c *Counter) Add(s string) {
	c.tokenizer.Terms(s, func(word []byte, kind TermKind) {
		if kind != Whole {
			c.total++
		}
		n := c.words.Number(word)
		if n == len(c.counts) {
			c.counts = append(c.counts, wordCount{whole: true})
		}
		w := &c.counts[n]
		w.n++
		w.whole = w.whole && kind == Whole
	})
}

// Counts is what was counted since the last call; counting begins anew.
func (c *Counter) Counts() Counts {
	size := len(c.words.room) // with the lengths
	for _, w := range c.counts {
		size++
		for n := w.n >> 6; n > 0; n >>= 7 {
			size++
		}
	}
	packed := make([]byte, 0, size)
	for i, w := range c.counts {
		n := uint64(w.n) << 1
		if w.whole {
			n |= 1
		}
		word := c.words.Word(i)
		packed = append(append(packed, uint8(len(word))), word...)
		packed = binary.AppendUvarint(packed, n)
	}
	out := Counts{Total: c.total, packed: packed}
	c.words.clear()
	c.counts, c.total = c.counts[:0], 0
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
