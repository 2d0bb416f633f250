package text

import "hash/maphash"

// Vocabulary numbers words from 0 on, in the order in which they are first met. The zero value is ready. It is a map in less room,
// without pointers, that looks up bytes.
type Vocabulary struct {
	slots []uint32 // by the hash of a word, its number and 1; a full slot leads to the next
	words []numbered
	room  []byte // the words themselves, one behind the other
}

type numbered struct {
	hash, at uint32
	size     uint8
}

// seed is chosen at random, so that nobody can write a text whose words are slow to count. What is counted is in the order
// of the text whatever it is.
var seed = maphash.MakeSeed()

// mostSlots is the room that is kept for the next text.
const mostSlots = 1 << 13

// Word is the word of a number. The bytes are not to be changed.
func (v *Vocabulary) Word(n int) []byte {
	w := &v.words[n]
	return v.room[w.at : w.at+uint32(w.size)]
}

// Number is the number of a word of at most 255 bytes. A new word has the number of words before it.
func (v *Vocabulary) Number(word []byte) int {
	if 2*len(v.words) >= len(v.slots) {
		v.grow()
	}
	hash := uint32(maphash.Bytes(seed, word))
	mask := uint32(len(v.slots) - 1)
	slot := hash & mask
	for ; v.slots[slot] != 0; slot = (slot + 1) & mask {
		n := int(v.slots[slot] - 1)
		if v.words[n].hash == hash && string(v.Word(n)) == string(word) {
			return n
		}
	}
	v.words = append(v.words, numbered{hash: hash, at: uint32(len(v.room)), size: uint8(len(word))})
	v.room = append(v.room, word...)
	v.slots[slot] = uint32(len(v.words))
	return len(v.words) - 1
}

// grow doubles the slots.
func (v *Vocabulary) grow() {
	v.slots = make([]uint32, max(512, 2*len(v.slots)))
	mask := uint32(len(v.slots) - 1)
	for i, w := range v.words {
		slot := w.hash & mask
		for v.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		v.slots[slot] = uint32(i + 1)
	}
}

// clear forgets all words and keeps its room.
func (v *Vocabulary) clear() {
	if len(v.slots) > mostSlots {
		v.slots = nil
	}
	clear(v.slots)
	v.words, v.room = v.words[:0], v.room[:0]
}
