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
