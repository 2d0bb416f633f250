package text

import "testing"

func TestIndexLetter(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := IndexLetter(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	check("word", "W")
	check("Éclair", "E")
	check("“Quoted”", "Q")
	check("360 review", "0–9")
	check("ζήτα", "Ζ")
	check("…", "–")
}
