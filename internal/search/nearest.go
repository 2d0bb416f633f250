package search

import (
	"slices"

	"casebook/internal/text"
)

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
