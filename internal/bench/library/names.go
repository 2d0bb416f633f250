package library

import (
	"math/rand/v2"
	"strings"
)

// names gives titles out, never one twice, whatever the kind: a name that fits two things is an error in a library.
type names struct {
	rng   *rand.Rand
	words []string // plain letters, neither very common nor very rare
	taken map[string]bool
}

// thing is anything that has a file, an id and a title.
type thing struct{ id, title string }

func newNames(rng *rand.Rand, all vocabulary) *names {
	n := &names{rng: rng, taken: map[string]bool{}}
	for _, w := range all[len(functionWords):12_000] {
		if plain(w) {
			n.words = append(n.words, w)
		}
	}
	return n
}

// between are the small words a title may have inside.
var between = strings.Fields("and and of of in for with the before after")

// halfTitle is the most characters from which two titles and a colon still make one of 120.
const halfTitle = 58

// title is a new title of so many words, with a small word before some of them.
func (n *names) title(low, high int) string {
	for {
		count := within(n.rng, low, high)
		words := []string{pick(n.rng, n.words)}
		for len(words) < count {
			if len(words) < count-1 && n.rng.IntN(3) == 0 && len(words)%2 == 1 {
				words = append(words, pick(n.rng, between))
			}
			words = append(words, pick(n.rng, n.words))
		}
		title := upper(strings.Join(words, " "))
		if key := slug(title); !n.taken[key] && len(title) <= halfTitle {
			n.taken[key] = true
			return title
		}
	}
}

// split is a new title in two halves, "One thing: and another".
func (n *names) split() string { return n.title(2, 4) + ": " + strings.ToLower(n.title(3, 5)) }

// thing is a new title and the id that its file's name gives.
func (n *names) thing(low, high int) thing { return n.around("", low, high, "") }

// around is a new title between fixed words, such as "Department of …".
func (n *names) around(before string, low, high int, after string) thing {
	title := n.title(low, high)
	if before != "" {
		title = before + " " + upper(title)
	}
	if after != "" {
		title += " " + after
	}
	return thing{id: slug(title), title: title}
}

func plain(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// slug is the id of a title in plain letters.
func slug(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
