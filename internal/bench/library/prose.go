package library

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// zipf is the exponent of the law that word counts follow (Zipf 1949); measured English lies near 1.
	zipf = 1.05
	// again is the share of words that repeat one already on the page. Taking any earlier word with equal chance leaves
	// the library's counts as they are and gives a page of 750 words the few hundred different ones that prose on one
	// subject has.
	again = 0.62
)

// prose writes one page. Its chance depends on the seed and the page's path only.
type prose struct {
	rng     *rand.Rand
	rank    *rand.Zipf
	words   vocabulary
	phrases []string // glossary terms of several words, dropped in now and then
	used    []uint16 // ranks of the words on the page so far; without pointers, the collector passes them by
}

func (l *library) prose(path string) *prose {
	rng := chance(l.seed, path)
	return &prose{rng: rng, rank: rand.NewZipf(rng, zipf, 1, uint64(len(l.words)-1)), words: l.words, phrases: l.phrases, used: make([]uint16, 0, 1024)}
}

// chance is the source of random numbers for one purpose.
func chance(seed uint64, purpose string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

func (p *prose) word() uint16 {
	if len(p.used) > 20 && p.rng.Float64() < again {
		return pick(p.rng, p.used)
	}
	return uint16(p.rank.Uint64())
}

// run is n words in lower case with commas and numbers among them, no word next to itself.
func (p *prose) run(n int) string {
	var b strings.Builder
	b.Grow(8 * n)
	for i := range n {
		rank := p.word()
		for len(p.used) > 0 && rank == p.used[len(p.used)-1] {
			rank = uint16(p.rank.Uint64())
		}
		p.used = append(p.used, rank)
		w := p.words[rank]
		inside := i > 2 && i < n-3
		switch {
		case inside && p.rng.IntN(90) == 0:
			w = p.number()
		case inside && p.rng.IntN(1500) == 0:
			w = pick(p.rng, p.phrases)
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		if inside && p.rng.IntN(14) == 0 {
			b.WriteByte(',')
		}
	}
	return b.String()
}

func (p *prose) number() string {
	switch p.rng.IntN(4) {
	case 0:
		return fmt.Sprintf("%d%%", within(p.rng, 2, 98))
	case 1:
		return fmt.Sprintf("£%d", 10*within(p.rng, 1, 90))
	}
	return fmt.Sprint(within(p.rng, 11, 640))
}

// sentence has 8 to 25 words and no full stop yet, so that more can be put at its end.
func (p *prose) sentence() string { return upper(p.run(within(p.rng, 8, 25))) }

// paragraph is 3 to 6 sentences, a few of which stress a word.
func (p *prose) paragraph() []string {
	out := make([]string, within(p.rng, 3, 6))
	for i := range out {
		out[i] = p.sentence()
		if p.rng.IntN(20) == 0 {
			out[i] += " *" + p.label() + "*"
		}
	}
	return out
}

// line is one sentence of a length between two, without its full stop.
func (p *prose) line(low, high int) string { return upper(p.run(within(p.rng, low, high))) }

// label is a few plain words, for a link or to be stressed.
func (p *prose) label() string {
	words := make([]string, within(p.rng, 2, 4))
	for i := range words {
		words[i] = p.words[p.rank.Uint64()]
	}
	return strings.Join(words, " ")
}

func joined(sentences []string) string { return strings.Join(sentences, ". ") + "." }

func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
