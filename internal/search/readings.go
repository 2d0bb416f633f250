package search

import (
	"math"
	"slices"
	"unicode/utf8"

	"casebook/internal/text"
)

// read finds what each unit may be read as. corrected is the query's misspelt words and what was taken instead.
func (x *Reader) read(words []queryWord, units []unit, at []int) (corrected [][2]string, err error) {
	if err := x.exact(words, units, at); err != nil {
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

// candidate is a word that a misspelt one may be meant for.
type candidate struct {
	word string
	df   int
}

// near finds the words nearest to one that the index does not have.
func (x *Reader) near(u *unit) (instead string, err error) {
	typed := []rune(u.word)
	if len(typed) < 4 {
		return "", nil
	}
	at := 1
	if len(typed) >= 8 {
		at = 2
	}
	found, distance, err := x.nearest(u, typed, typed[0], at)
	if err != nil {
		return "", err
	}
	if len(found) == 0 && typed[1] != typed[0] {
		if found, distance, err = x.nearest(u, typed, typed[1], at); err != nil {
			return "", err
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return b.df - a.df })
	weight := 0.8
	if distance == 2 {
		weight = 0.5
	}
	taken := 0
	for _, c := range found {
		key := c.word
		if x.root.English {
			key = text.Stem(c.word)
		}
		before := len(u.alts)
		if err := x.offer(u, alt{[]string{key}, weight, "spelling"}); err != nil {
			return "", err
		}
		if len(u.alts) > before {
			if taken++; taken == 5 {
				break
			}
		}
	}
	if taken > 0 {
		instead = found[0].word
	}
	return instead, nil
}

// nearest gives the words of a list at the least distance from the one typed, at most so far.
func (x *Reader) nearest(u *unit, typed []rune, first rune, most int) (found []candidate, distance int, err error) {
	list, err := x.spelling(first)
	if err != nil || list == nil {
		return nil, 0, err
	}
	for i, w := range list.words {
		d := apart(typed, []rune(w), most)
		if d > most || x.key(w) == u.key {
			continue
		}
		if d < most {
			most, found = d, found[:0]
		}
		found = append(found, candidate{w, list.df[i]})
	}
	return found, most, nil
}

func (x *Reader) key(w string) string {
	if x.root.English {
		return text.Stem(w)
	}
	return w
}

// apart is the distance of two words in edits of one character, two neighbours that change places being one edit; anything
// above most is most+1.
func apart(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var space [3][maxRow]int
	if len(b) >= maxRow || len(a) >= maxRow {
		return most + 1
	}
	before, last, row := space[0][:len(b)+1], space[1][:len(b)+1], space[2][:len(b)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// maxRow is more than the characters of any word.
const maxRow = text.MaxTerm + 8
