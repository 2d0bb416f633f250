package search

import (
	"math"
	"slices"
	"unicode/utf8"
)

// read finds what each unit may be read as. corrected is the query's misspelt words and what was taken instead.
func (x *Reader) read(words []queryWord, units []unit, at []int) (corrected [][2]string, err error) {
	if err := x.exact(words, units, at); err != nil {
		return nil, err
	}
	if err := x.joined(words, units, at); err != nil {
		return nil, err
	}
	if err := x.same(units, at); err != nil {
		return nil, err
	}
	for i := range units {
		u := &units[i]
		alone := len(u.alts) == 1 && u.alts[0].how == "exact"
		if err := x.begun(u); err != nil {
			return nil, err
		}
		if len(u.alts) > 1 || len(u.alts) == 1 && !alone {
			continue
		}
		if alone {
			l, err := x.term(u.key)
			if err != nil {
				return nil, err
			}
			if l.counts.all > 1 {
				continue
			}
		}
		instead, err := x.near(u)
		if err != nil {
			return nil, err
		}
		if !alone && instead != "" {
			corrected = append(corrected, [2]string{u.word, instead})
		}
		if len(u.alts) == 0 {
			if err := x.shorter(u); err != nil {
				return nil, err
			}
		}
	}
	return corrected, nil
}

// exact finds the words themselves and the compounds that they are parts of.
func (x *Reader) exact(words []queryWord, units []unit, at []int) error {
	n := 0
	for _, w := range words {
		if w.stop {
			continue
		}
		u := &units[at[n]]
		n++
		if len(u.alts) == 0 {
			if err := x.offer(u, alt{[]string{u.key}, 1, "exact"}); err != nil {
				return err
			}
		}
		if w.whole != "" {
			if err := x.offer(u, alt{[]string{w.whole}, 1, "compound"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// joinedWeight is for a word that is written as two. It does not make either of them worth more.
const joinedWeight = 0.5

// joined finds neighbours that others write as one word: time table. Only the shard that the first of them stands in is looked at.
func (x *Reader) joined(words []queryWord, units []unit, at []int) error {
	n := 0
	for i, w := range words {
		if w.stop {
			continue
		}
		n++
		if i+1 == len(words) || words[i+1].stop || w.whole != "" && w.whole == words[i+1].whole {
			continue
		}
		key := x.key(w.word + words[i+1].word)
		if x.shardOf(key) != x.shardOf(w.key) {
			continue
		}
		for _, u := range at[n-1 : n+1] {
			if err := x.offer(&units[u], alt{[]string{key}, joinedWeight, "joined"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// offer adds a reading if the index has all of its terms.
func (x *Reader) offer(u *unit, a alt) error {
	if slices.ContainsFunc(u.alts, func(b alt) bool { return slices.Equal(a.terms, b.terms) }) {
		return nil
	}
	for _, t := range a.terms {
		l, err := x.term(t)
		if err != nil {
			return err
		}
		if l == nil {
			return nil
		}
	}
	u.alts = append(u.alts, a)
	return nil
}

// synonymWeight is for words that mean the same as those typed.
const synonymWeight = 0.8

// same finds phrases of the groups of synonyms.
func (x *Reader) same(units []unit, at []int) error {
	for _, group := range x.phrases {
		for _, phrase := range group {
			for from := 0; from+len(phrase) <= len(at); from++ {
				if !says(units, at[from:from+len(phrase)], phrase) {
					continue
				}
				for _, other := range group {
					if slices.Equal(other, phrase) {
						continue
					}
					for _, i := range at[from : from+len(phrase)] {
						if err := x.offer(&units[i], alt{other, synonymWeight, "synonym"}); err != nil {
							return err
						}
					}
				}
			}
		}
	}
	return nil
}

func says(units []unit, at []int, phrase []string) bool {
	for i, key := range phrase {
		if units[at[i]].key != key {
			return false
		}
	}
	return true
}

// begun finds what a word that is still being typed may become.
func (x *Reader) begun(u *unit) error {
	typed := utf8.RuneCountInString(u.word)
	if !u.open || typed < 2 {
		return nil
	}
	known := len(u.alts) > 0 && u.alts[0].how == "exact"
	weight := 0.9
	if known {
		weight = 0.3
	}
	terms, err := x.beginnings(u.word)
	if err != nil {
		return err
	}
	for _, t := range terms {
		if t != u.key {
			if err := x.offer(u, alt{[]string{t}, weight * math.Sqrt(float64(typed)/float64(utf8.RuneCountInString(t))), "beginning"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// shorter finds, for a last word that nothing else was found for, the longest term that it begins with: the stem of what it
// will be.
func (x *Reader) shorter(u *unit) error {
	runes := []rune(u.word)
	typed := len(runes)
	if !u.open {
		return nil
	}
	for n := typed - 1; n >= 4 && n >= typed-4; n-- {
		before := len(u.alts)
		if err := x.offer(u, alt{[]string{string(runes[:n])}, 0.9 * math.Sqrt(float64(n)/float64(typed)), "beginning"}); err != nil || len(u.alts) > before {
			return err
		}
	}
	return nil
}
