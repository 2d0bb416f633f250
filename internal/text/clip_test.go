package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	check(t, "line breaks", Plain(" a\r\n b\t\u00a0c "), "a b c")
	check(t, "", Plain(""), "")
}

func TestClip(t *testing.T) {
	for _, row := range []struct {
		in   string
		n    int
		want string
	}{
		{"Publish the date", 16, "Publish the date"},
		{"Publish the date", 15, "Publish the…"},
		{"Publish the date", 12, "Publish the…"},
		{"Publish the date", 11, "Publish…"},
		{"Publish, the date", 10, "Publish…"},
		{"Publish – the date", 12, "Publish…"},
		{"Say (why not)", 7, "Say…"},
		{"Partnership", 5, "Part…"},
		{"Partnership", 1, "…"},
		{"Partnership", 0, ""},
		{"Partnership", -1, ""},
		{"ty\u0302 ty\u0302 x", 3, "t…"},
		{"", 3, ""},
		{"学生学生学生", 4, "学生学…"},
	} {
		check(t, row.in, Clip(row.in, row.n), row.want)
	}
}

func FuzzClip(f *testing.F) {
	f.Add("Publish the return date", 9)
	f.Add("ty\u0302 ty\u0302", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := Clip(s, n)
		if utf8.RuneCountInString(got) > max(n, 0) {
			t.Fatalf("Clip(%q, %d) = %q is too long", s, n, got)
		}
		if cut, ok := strings.CutSuffix(got, "…"); ok && utf8.ValidString(s) && !strings.HasPrefix(s, cut) {
			t.Fatalf("Clip(%q, %d) = %q is not its beginning", s, n, got)
		}
		FirstSentence(s)
	})
}

func TestFirstSentence(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"One only", "One only"},
		{"We asked. They said.", "We asked."},
		{"We asked.\nThey said.", "We asked."},
		{"We asked\nthem all. They said.", "We asked them all."},
		{"We asked\n\nThey said.", "We asked"},
		{"We asked\r\n\r\nThey said.", "We asked"},
		{"Why? Because.", "Why?"},
		{"Really?! Yes.", "Really?!"},
		{"They said “no.” We went.", "They said “no.”"},
		{"It ended (late.) “Then we went.”", "It ended (late.)"},
		{"The answer was no. We went.", "The answer was no."},
		{"It rose 2.5 points. Good.", "It rose 2.5 points."},
		{"See casebook.yaml for it. Good.", "See casebook.yaml for it."},
		{"Some, e.g. Law, did. Others not.", "Some, e.g. Law, did."},
		{"R. Ortega and I.M. Kinchin met Dr. Prys. Then I left.", "R. Ortega and I.M. Kinchin met Dr. Prys."},
		{"Healey et al. (2014) say so, pp. 6–7. Others not.", "Healey et al. (2014) say so, pp. 6–7."},
		{"It was I. Then they went.", "It was I."},
		{"Wait … and see. Then go.", "Wait … and see."},
		{"学生。学生。", "学生。"},
		{"...", "..."},
	} {
		check(t, row.in, FirstSentence(row.in), row.want)
	}
}

// What looks plain already is given back as it is, so every character that counts as white space must be seen.
func TestPlainOfEverySpace(t *testing.T) {
	for r := rune(0); r < 0x3100; r++ {
		for _, s := range []string{"a" + string(r) + "b", "a " + string(r), string(r) + "b", string(r)} {
			if got, want := Plain(s), strings.Join(strings.Fields(s), " "); got != want {
				t.Errorf("Plain(%q) = %q, want %q", s, got, want)
			}
		}
	}
}
