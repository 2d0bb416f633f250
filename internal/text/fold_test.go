package text

import "testing"

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"Trust", "trust"},
		{"accepted-in-part", "accepted in part"},
		{"Accepted  in\u00a0part ", "accepted in part"},
		{"student–staff — forum", "student staff forum"},
		{"_why_", "why"},
		{"- -", ""},
		{"What students’ union?", "what students union?"},
		{"Tŷ Ŵ", "ty w"},
		{"Ty\u0302", "ty"},
		{"C++", "c++"},
		{"R&D (pilot), 2.0", "r&d (pilot), 2.0"},
		{"MØLLER Straße", "moller strasse"},
		{"co\u00adcreation", "cocreation"},
		{"학생", "학생"},
	} {
		check(t, row.in, Fold(row.in), row.want)
	}
}

// TestFoldOfASCIIIsFold holds that the short way gives what the long one does: a mark at the end forces the long way.
func TestFoldOfASCIIIsFold(t *testing.T) {
	for _, s := range []string{"", "Say what can change", "CL-2018-01", "don't", "a_b  c--d", " -x- ", "C++ `x`", "a\tb\nc", "\x00\x7f!"} {
		short, ok := foldASCII(s)
		if !ok {
			t.Fatalf("%q is ASCII", s)
		}
		if long := Fold(s + "\u0301"); long != short {
			t.Errorf("Fold(%q) = %q the short way, %q the long way", s, short, long)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want bool
	}{
		{"Return dates", "return  Dates", true}, {"Return dates", "Late return", false}, {"Return dates", "Return date", false},
		{"e\u0301cole", "Ecole", true}, {"École", "ecole", true}, {"’tis", "tis", true}, {"", "", true}, {"a", "A", true}, {"a", "", false},
	} {
		check(t, row.a+" "+row.b, SameName(row.a, row.b), row.want)
		check(t, row.b+" "+row.a, SameName(row.b, row.a), row.want)
	}
}
