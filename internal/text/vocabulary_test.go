package text

import (
	"strconv"
	"testing"
)

func TestAVocabularyNumbersWordsAsTheyAreMet(t *testing.T) {
	const many = 3000 // more than it has slots at first
	var v Vocabulary
	for round := range 2 {
		for i := range many {
			word := strconv.Itoa(i * 7)
			if n := v.Number([]byte(word)); n != i {
				t.Fatalf("round %d: %s has the number %d, not %d", round, word, n, i)
			}
		}
	}
	for i := range many {
		if got := string(v.Word(i)); got != strconv.Itoa(i*7) {
			t.Errorf("number %d is %s", i, got)
		}
	}
	v.clear()
	if n := v.Number([]byte("14")); n != 0 {
		t.Errorf("after clear the first word has the number %d", n)
	}
}
