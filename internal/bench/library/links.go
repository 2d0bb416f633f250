package library

import (
	"fmt"
	"math/rand/v2"
)

// frames put a link or a citation at the end of a sentence.
var frames = []string{" (see %s)", ", as %s found", ", much as in %s", ", and then %s", ", unlike %s", ", which leads to %s"}

// sow puts each insert at the end of a sentence of its own, as long as there are sentences.
func sow(rng *rand.Rand, paragraphs [][]string, inserts []string) {
	type place struct{ paragraph, sentence int }
	var places []place
	for i, sentences := range paragraphs {
		for j := range sentences {
			places = append(places, place{i, j})
		}
	}
	for i, at := range some(rng, len(inserts), len(places)) {
		p := places[at]
		paragraphs[p.paragraph][p.sentence] += inserts[i]
	}
}

// citations are one to three works in the forms a body may use.
func (l *library) citations(p *prose, low, high int) []string {
	var out []string
	for range within(p.rng, low, high) {
		key := pick(p.rng, l.references).Key
		switch p.rng.IntN(6) {
		case 0:
			out = append(out, fmt.Sprintf(" [@%s, p. %d]", key, within(p.rng, 1, 240)))
		case 1:
			out = append(out, fmt.Sprintf(", as @%s argues", key))
		default:
			out = append(out, fmt.Sprintf(" [@%s]", key))
		}
	}
	return out
}

// links are four to six links out of a file in the folder from, in every form there is. self is the number of the case
// or guide they stand in.
func (l *library) links(p *prose, from string, self int) []string {
	var out []string
	for range within(p.rng, 4, 6) {
		out = append(out, fmt.Sprintf(pick(p.rng, frames), l.link(p, from, self)))
	}
	return out
}

func (l *library) link(p *prose, from string, self int) string {
	switch n := p.rng.IntN(100); {
	case n < 45 && len(l.cases) > 1:
		number := l.cases[l.popular(p.rng, from, self)].number
		return linked(p, from, "cases", number, number)
	case n < 60 && len(l.cases) > 1:
		number := l.cases[l.popular(p.rng, from, self)].number
		return wiki(p, fmt.Sprintf("%s/r%d", number, within(p.rng, 1, 3)))
	case n < 80:
		to := p.rng.IntN(len(l.guides))
		if from == "guide" && to == self {
			to = (to + 1) % len(l.guides)
		}
		return linked(p, from, "guide", l.guides[to].id, "guide/"+l.guides[to].id)
	case n < 92:
		to := pick(p.rng, l.principles)
		return linked(p, from, "principles", to.id, to.title)
	case n < 95:
		return wiki(p, "theme/"+pick(p.rng, l.themes).id)
	case n < 98:
		return wiki(p, "unit/"+pick(p.rng, l.units).id)
	}
	return wiki(p, "ask/"+pick(p.rng, l.asks).id)
}

// popular is a case other than the one the link stands in; some cases are linked to far more often than others.
func (l *library) popular(rng *rand.Rand, from string, self int) int {
	u := rng.Float64()
	to := int(u * u * float64(len(l.cases)))
	if from == "cases" && to == self {
		to = (to + 1) % len(l.cases)
	}
	return to
}

func wiki(p *prose, name string) string {
	if p.rng.IntN(2) == 0 {
		return "[[" + name + "]]"
	}
	return "[[" + name + "|" + p.label() + "]]"
}

// linked is a wikilink two times in three, else a link to the file as seen from the folder.
func linked(p *prose, from, folder, file, name string) string {
	if p.rng.IntN(3) > 0 {
		return wiki(p, name)
	}
	if folder != from {
		file = "../" + folder + "/" + file
	}
	return "[" + p.label() + "](" + file + ".md)"
}
