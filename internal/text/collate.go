package text

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collate gives the order in which readers of a language expect words, for slices.SortFunc: accents and capitals do not
// part words, and in Welsh ch, dd, ff, ng, ll, ph, rh and th are letters of their own. lang is a language tag such as
// "en" or "cy-GB"; one that is not known gives the order common to all languages. Two different strings are never equal.
//
// Making one is slow beside using it: make one for each list. Each has its own collator, and a lock, because a collator
// keeps state; so the function may be shared between goroutines.
func Collate(lang string) func(a, b string) int {
	var mu sync.Mutex
	c := collate.New(language.Make(lang))
	return func(a, b string) int {
		mu.Lock()
		order := c.CompareString(a, b)
		mu.Unlock()
		if order == 0 {
			return strings.Compare(a, b)
		}
		return order
	}
}
