package text

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// TestPorterIsAsTheModuleHasIt compares stems with those of a module that spreads every word and ending into runes, which is why the
// index does without it.
func TestPorterIsAsTheModuleHasIt(t *testing.T) {
	var words []string
	for word := range irregular {
		words = append(words, word)
	}
	roots := strings.Fields("a be by sky yes say fluen feed hop hope hopp fall fail shed bed knack generous communic arsen gener " +
		"rat ration relation inter trouble siz tann goose enjoy agree atlas quick beauti veri mean cut bab dri polic stud happ rel fizz log geolog " +
		"proba sens digit oper electr trium hyster adjust depend activ effect cease controll roll toy yy ay uy eyy")
	endings := []string{"", "s", "es", "ies", "ied", "sses", "us", "ss", "y", "e", "l", "ll", "ion", "ions", "ogist", "ologi", "lli", "'"}
	for _, step := range [][]ending{step1b, step2, step3, step4} {
		for _, e := range step {
			endings = append(endings, e.from)
		}
	}
	for _, root := range roots {
		for _, one := range endings {
			for _, two := range endings {
				words = append(words, root+one+two)
			}
		}
	}
	for _, word := range words {
		comparePorter(t, word)
	}
}

func FuzzPorter(f *testing.F) {
	for _, word := range []string{"relational", "skies", "hopping", "yyyed", "abcdefghijklmnopqrstuvwxyz"} {
		f.Add(word)
	}
	f.Fuzz(comparePorter)
}

func comparePorter(t *testing.T, word string) {
	t.Helper()
	if len(word) < 3 || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return // Stem leaves it as it is
	}
	if got, want := porter(word), english.Stem(word, true); got != want {
		t.Errorf("%q: got %q, want %q", word, got, want)
	}
}
