package text

import "testing"

func TestCurly(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"plain", "plain"},
		{"Students' Union", "Students’ Union"},
		{"don't", "don’t"},
		{`Say "yes" first`, "Say “yes” first"},
		{"a 'no' with its reason", "a ‘no’ with its reason"},
		{"the '90s", "the ’90s"},
		{`("x")`, "(“x”)"},
		{"'", "’"},
		{"", ""},
	} {
		if got := Curly(row.in); got != row.want {
			t.Errorf("Curly(%q) = %q, want %q", row.in, got, row.want)
		}
		if again := Curly(Curly(row.in)); again != Curly(row.in) {
			t.Errorf("Curly twice: %q", again)
		}
	}
}
