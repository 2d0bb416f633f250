package text

import (
	"encoding/binary"
	"hash/maphash"
)

// Counts is how often each word stands in a text, as Terms gives words: compact, because it is remembered for every
// document. The zero value is of no words.
type Counts struct {
	Total  int // words in all, compounds counted by their parts
	packed []byte
}

// Counter counts the words of text after text. The zero value is ready. It keeps its room, so that one counter serves many
// texts.
type Counter struct {
	slots []uint32 // by the hash of a word, its place in words and 1; a full slot leads to the next
	words []countedWord
	room  []byte // the words themselves, one behind the other
	total int

	tokenizer Tokenizer
}

type countedWord struct {
	hash, at, n uint32
	size        uint8
	whole       bool // a compound and never a word of its own
}

// seed is chosen at random, so that nobody can write a text whose words are slow to count. What is counted is in the order
// of the text whatever it is.
var seed = maphash.MakeSeed()

// mostSlots is the room that is kept for the next text.
const mostSlots = 1 << 13

// Add counts the words of s.
func (c *Counter) Add(s string) {
	c.tokenizer.Terms(s, func(word []byte, kind TermKind) {
		if kind != Whole {
			c.total++
		}
		w := c.find(word)
		w.n++
		w.whole = w.whole && kind == Whole
	})
}

// find is the count of a word, new if it was not met before: then its whole is still open.
func (c *Counter) find(word []byte) *countedWord {
	if 2*len(c.words) >= len(c.slots) {
		c.grow()
	}
	hash := uint32(maphash.Bytes(seed, word))
	mask := uint32(len(c.slots) - 1)
	slot := hash & mask
	for ; c.slots[slot] != 0; slot = (slot + 1) & mask {
		w := &c.words[c.slots[slot]-1]
		if w.hash == hash && string(c.room[w.at:w.at+uint32(w.size)]) == string(word) {
			return w
		}
	}
	c.words = append(c.words, countedWord{hash: hash, at: uint32(len(c.room)), size: uint8(len(word)), whole: true})
	c.room = append(c.room, word...)
	c.slots[slot] = uint32(len(c.words))
	return &c.words[len(c.words)-1]
}

// grow doubles the slots.
func (c *Counter) grow() {
	c.slots = make([]uint32, max(512, 2*len(c.slots)))
	mask := uint32(len(c.slots) - 1)
	for i, w := range c.words {
		slot := w.hash & mask
		for c.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		c.slots[slot] = uint32(i + 1)
	}
}

// Counts is what was counted since the last call; counting begins anew.
func (c *Counter) Counts() Counts {
	size := len(c.room)
	for _, w := range c.words {
		size += 2
		for n := w.n >> 6; n > 0; n >>= 7 {
			size++
		}
	}
	packed := make([]byte, 0, size)
	for _, w := range c.words {
		n := uint64(w.n) << 1
		if w.whole {
			n |= 1
		}
		packed = append(append(packed, w.size), c.room[w.at:w.at+uint32(w.size)]...)
		packed = binary.AppendUvarint(packed, n)
	}
	out := Counts{Total: c.total, packed: packed}
	if len(c.slots) > mostSlots {
		c.slots = nil
	}
	clear(c.slots)
	c.words, c.room, c.total = c.words[:0], c.room[:0], 0
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
