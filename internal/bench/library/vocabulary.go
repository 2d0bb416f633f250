package library

import (
	"math/rand/v2"
	"strings"
)

// vocabularySize is about what a library of ten thousand pages uses, names and misspellings left out. A rank
// must fit 16 bits.
const vocabularySize = 40_000

// vocabulary is every word, the commonest first.
type vocabulary []string

var (
	singles  = strings.Fields("b c d f g h j k l m n p r s t v w")
	clusters = strings.Fields("br cl cr dr fl fr gl gr pl pr sh sk sl sp st str th tr")
	vowels   = strings.Fields("a e i o u a e i o a e i o ai ea ee ie oa oo ou")
	codas    = strings.Fields("b d g k l m n p r s t x ck ld lt mp nd nk nt rd rk rm rn rt sh sk st")
	endings  = strings.Fields("s s ed ing ly er ness ation able ment")
	accents  = strings.NewReplacer("ea", "é", "ie", "ï", "oo", "ö")
)

// newVocabulary makes words that can be said aloud. A third are endings put to earlier words, so that a stemmer has
// something to do; few have an accent.
func newVocabulary(rng *rand.Rand) vocabulary {
	words := make(vocabulary, 0, vocabularySize)
	taken := make(map[string]bool, vocabularySize+400)
	for _, family := range familyNames {
		taken[strings.ToLower(family)] = true
	}
	for _, given := range givenNames {
		taken[strings.ToLower(given)] = true
	}
	for _, w := range functionWords {
		if !taken[w] {
			taken[w] = true
			words = append(words, w)
		}
	}
	stems := len(words)
	for len(words) < vocabularySize {
		w := coined(rng, len(words))
		if len(words) > 2*stems && rng.IntN(3) == 0 {
			w = words[stems+rng.IntN(len(words)-stems)] + pick(rng, endings)
		}
		if len(w) < 3 || len(w) > 14 || taken[w] {
			continue
		}
		taken[w] = true
		words = append(words, w)
	}
	return words
}

// coined is a new word of one to three syllables: common words are short.
func coined(rng *rand.Rand, rank int) string {
	syllables := within(rng, 2, 3)
	if rank < 3000 {
		syllables = within(rng, 1, 2)
	}
	w := ""
	for range syllables {
		onset := singles
		if rng.IntN(5) == 0 {
			onset = clusters
		}
		w += pick(rng, onset) + pick(rng, vowels)
	}
	if syllables == 1 || rng.IntN(2) == 0 {
		w += pick(rng, codas)
	}
	if rng.IntN(150) == 0 {
		w = accents.Replace(w)
	}
	return w
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// within is a number from low to high, both possible.
func within(rng *rand.Rand, low, high int) int { return low + rng.IntN(high-low+1) }
