package text

import "hash/maphash"

// Vocabulary numbers words from 0 on, in the order in which they are first met. The zero value is ready. It is a map in less room,
// without pointers, that looks up bytes.
type Vocabulary struct {
	slots []slot   // by the hash of a word; a full slot leads to the next
	at    []uint32 // by the number of a word, where it is in room
	room  []byte   // the words themselves, each behind its length
}

// slot says where its word is as well: a look at another table costs more than the rest of a search.
type slot struct {
	number uint32 // and 1
	at     uint32
}

// seed is chosen at random, so that nobody can write a text whose words are slow to count. What is counted is in the order
// of the text whatever it is.
var seed = maphash.MakeSeed()

// mostSlots is the room that is kept for the next text.
const mostSlots = 1 << 13

// Word is the word of a number. The bytes are not to be changed.
func (v *Vocabulary) Word(n int) []byte { return v.word(v.at[n]) }

func (v *Vocabulary) word(at uint32) []byte {
	from := at + 1
	return v.room[from : from+uint32(v.room[at])]
}

// Number is the number of a word of at most 255 bytes. A new word has the number of words before it.
func (v *Vocabulary) Number(word []byte) int {
	if 2*len(v.at) >= len(v.slots) {
		v.grow()
	}
	mask := uint64(len(v.slots) - 1)
	i := maphash.Bytes(seed, word) & mask
	for ; v.slots[i].number != 0; i = (i + 1) & mask {
		if s := v.slots[i]; string(v.word(s.at)) == string(word) {
			return int(s.number) - 1
		}
	}
	n, at := len(v.at), uint32(len(v.room))
	v.slots[i] = slot{uint32(n + 1), at}
	v.at = append(v.at, at)
	v.room = append(append(v.room, uint8(len(word))), word...)
	return n
}

// grow doubles the slots.
func (v *Vocabulary) grow() {
	v.slots = make([]slot, max(512, 2*len(v.slots)))
	mask := uint64(len(v.slots) - 1)
	for n, at := range v.at {
		i := maphash.Bytes(seed, v.word(at)) & mask
		for v.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = slot{uint32(n + 1), at}
	}
}

// clear forgets all words and keeps its room.
func (v *Vocabulary) clear() {
	if len(v.slots) > mostSlots {
		v.slots = nil
	}
	clear(v.slots)
	v.at, v.room = v.at[:0], v.room[:0]
}
