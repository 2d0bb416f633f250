package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostText is how many bytes of a document's texts are kept to show. All of its words find it; few documents have more text.
const mostText = 7000

// kept is the texts as far as there is room: of the longest sections, only their beginnings, so that each has something to show.
func kept(texts []string, most int) []string {
	total := 0
	for _, t := range texts {
		total += len(t)
	}
	if total <= most {
		return texts
	}
	lengths := make([]int, len(texts))
	for i, t := range texts {
		lengths[i] = len(t)
	}
	slices.Sort(lengths)
	room, each := most, 0 // what is left for the texts not yet looked at, and so for each
	for i, n := range lengths {
		each = room / (len(lengths) - i)
		if n > each {
			break
		}
		room -= n
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = beginning(t, each)
	}
	return out
}

// beginning is a text cut behind a word within so many bytes.
func beginning(t string, most int) string {
	if len(t) <= most {
		return t
	}
	for most > 0 && !utf8.RuneStart(t[most]) {
		most--
	}
	t = t[:most]
	if i := strings.LastIndexAny(t, " \n"); i > most/2 {
		t = t[:i]
	}
	return t + " …"
}
