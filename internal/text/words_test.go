package text

import "testing"

func TestWords(t *testing.T) {
	for _, row := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" … — ", nil},
		{"Publish the date.", []string{"Publish", "the", "date"}},
		{"don’t, won't", []string{"don’t", "won't"}},
		{"‘students’ work’", []string{"students", "work"}},
		{"follow-up", []string{"follow", "up"}},
		{"61% of 2018–19", []string{"61", "of", "2018", "19"}},
		{"Tŷ ty\u0302 a", []string{"Tŷ", "ty\u0302", "a"}},
		{"学生 हिन्दी", []string{"学生", "हिन्दी"}},
		{"a\xffb", []string{"a", "b"}},
		{"’tis a’", []string{"tis", "a"}},
	} {
		check(t, row.in, Words(row.in), row.want)
		check(t, row.in, CountWords(row.in), len(row.want))
	}
}
