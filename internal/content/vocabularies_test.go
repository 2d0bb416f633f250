package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVocabularyWords(t *testing.T) {
	d, problems := Parse("content/vocabularies.yaml", "forms:\n  pair: Work in pairs, pairing, , twos\n  teach: Teach, mentor, assess; teaching\n  alone: Read, alone;\n", Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, w := range d.Entity.(*Vocabularies).Words {
		got = append(got, append([]string{w.ID, w.Title}, w.Aka...)...)
	}
	want := []string{"pair", "Work in pairs", "pairing", "twos", "teach", "Teach, mentor, assess", "teaching", "alone", "Read, alone"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
