package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	themes := []string{"Trust", "Feedback", "Assessment", "Belonging", "Timetables", "Law", "Tŷ", "access"}
	for _, row := range []struct{ in, want string }{
		{"trust", "Trust"},
		{"Turst", "Trust"},      // two letters swapped are one edit
		{"Trsut it", ""},        // 8 letters: two edits at most
		{"Feedbak", "Feedback"}, // one missing
		{"Feebdakc", "Feedback"},
		{"Bulanjinx", ""}, // four edits away
		{"Belogning", "Belonging"},
		{"lwa", "Law"},
		{"lwo", ""}, // up to four letters, one edit
		{"x", ""},
		{"ty", "Tŷ"},
		{"time", "Timetables"},   // it begins so
		{"tim", ""},              // three letters begin too much
		{"assess", "Assessment"}, // nearer than "access", two edits away
		{"time-tables", "Timetables"},
		{"", ""},
		{"’", ""},
		{strings.Repeat("long ", 1000), ""},
	} {
		got, ok := Nearest(row.in, themes)
		check(t, row.in, got, row.want)
		check(t, row.in, ok, row.want != "")
	}
}

func TestNearestOfEqualsIsTheFirst(t *testing.T) {
	got, _ := Nearest("themes", []string{"", "theme", "themis"})
	check(t, "themes", got, "theme")
	got, _ = Nearest("themes", []string{"themis", "theme"})
	check(t, "themes", got, "themis")
	got, _ = Nearest("themes", []string{"themis", "THEMES"})
	check(t, "themes", got, "THEMES")
	_, ok := Nearest("themes", nil)
	check(t, "themes", ok, false)
}

func TestDistance(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"same", "same", 0},
		{"Same", "same", 1},
		{"kitten", "sitting", 3},
		{"ab", "ba", 1},
		{"findigns", "findings", 1},
		{"ca", "abc", 3}, // unrestricted Damerau–Levenshtein would say 2
		{"ŵy", "wy", 1},
	} {
		check(t, row.a+" "+row.b, Distance(row.a, row.b), row.want)
	}
}

func TestDistanceProperties(t *testing.T) {
	const seed = 20261120
	random := rand.New(rand.NewPCG(seed, seed))
	word := func() string {
		b := make([]byte, random.IntN(9))
		for i := range b {
			b[i] = "abcd"[random.IntN(4)]
		}
		return string(b)
	}
	for range 2000 {
		a, b := word(), word()
		d := Distance(a, b)
		check(t, a+" "+b+" both ways", Distance(b, a), d)
		check(t, a+" "+b+" is 0 only if equal", d == 0, a == b)
		check(t, a+" "+b+" is within bounds", max(len(a)-len(b), len(b)-len(a)) <= d && d <= max(len(a), len(b)), true)
	}
}
