package render

import (
	"strings"
	"testing"
)

func TestFactsReadTogetherStayTogether(t *testing.T) {
	row := func(term string, n int) Row { return Row{Term: term, Items: []Item{{Text: strings.Repeat("x", n)}}} }
	var terms []string
	for _, r := range wideLast([]Row{row("Round 1", 90), row("Round 2", 60), row("Visa", 90), row("For", 5)}, "Round ") {
		terms = append(terms, r.Term)
	}
	same(t, "order", strings.Join(terms, ", "), "For, Round 1, Round 2, Visa")
}
