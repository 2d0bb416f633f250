package search

import (
	"testing"

	"casebook/internal/text"
)

func TestZerosThatBeginANumberAreLeftOut(t *testing.T) {
	for number, want := range map[string][2]string{
		"":            {"", ""},
		"r1":          {"#r1", "#r1"},
		"CL-2018-01":  {"#cl201801", "#cl20181"},
		"CL-2018-010": {"#cl2018010", "#cl201810"},
		"007/r01":     {"#007r01", "#7r01"},
		"0-00-0":      {"#0000", "#000"},
		"A0-100":      {"#a0100", "#a0100"},
		"autumn":      {"", ""},
		"05":          {"#05", ""},
	} {
		term, short := exactTerms(new(text.Tokenizer), number)
		if got := [2]string{term, short}; got != want {
			t.Errorf("%q is typed as %q, not %q", number, got, want)
		}
	}
}
