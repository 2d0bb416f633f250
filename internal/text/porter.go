package text

import "strings"

// irregular words have stems of their own.
var irregular = map[string]string{
	"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl", "ugly": "ugli",
	"early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos",
	"bias": "bias", "andes": "andes", "inning": "inning", "innings": "inning", "outing": "outing", "outings": "outing", "canning": "canning",
	"cannings": "canning", "herring": "herring", "herrings": "herring", "earring": "earring", "earrings": "earring",
	"proceed": "proceed", "proceeds": "proceed", "proceeded": "proceed", "proceeding": "proceed",
	"exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "exceeding": "exceed",
	"succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
}

// Endings of Porter2, by its steps.
var (
	step1b = []ending{{"eedly", "ee"}, {"ingly", ""}, {"edly", ""}, {"ing", ""}, {"eed", "ee"}, {"ed", ""}}
	step2  = []ending{
		{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"}, {"biliti", "ble"}, {"lessli", "less"},
		{"tional", "tion"}, {"alism", "al"}, {"aliti", "al"}, {"ation", "ate"}, {"entli", "ent"}, {"fulli", "ful"}, {"iviti", "ive"},
		{"ousli", "ous"}, {"anci", "ance"}, {"abli", "able"}, {"alli", "al"}, {"ator", "ate"}, {"enci", "ence"}, {"izer", "ize"}, {"bli", "ble"},
		{"ogi", "og"}, {"li", ""},
	}
	step3 = []ending{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
	}
	step4 = []ending{
		{"ement", ""}, {"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""}, {"ent", ""}, {"ant", ""}, {"ism", ""}, {"ate", ""},
		{"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""}, {"ion", ""}, {"al", ""}, {"er", ""}, {"ic", ""},
	}
)

// porter takes the ending of an English word away, as Porter2 does (snowballstem.org/algorithms/english/stemmer.html). The word
// has three letters or more, a to z. The client's stem.js does the same, step by step.
func porter(word string) string {
	if stem, ok := irregular[word]; ok {
		return stem
	}
	w := consonants(word)
	r1 := regionOf(w, 0)
	for _, prefix := range []string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(w, prefix) {
			r1 = len(prefix)
		}
	}
	r2 := regionOf(w, r1)

	// 1a
	switch n := len(w); {
	case strings.HasSuffix(w, "sses"), n > 4 && (strings.HasSuffix(w, "ied") || strings.HasSuffix(w, "ies")):
		w = w[:n-2]
	case strings.HasSuffix(w, "ied"), strings.HasSuffix(w, "ies"):
		w = w[:n-1]
	case w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && hasVowel(w[:n-2]):
		w = w[:n-1]
	}

	// 1b
	e := endingOf(w, step1b)
	switch before := w[:len(w)-len(e.from)]; {
	case e.from == "":
	case e.to != "":
		if len(before) >= r1 {
			w = before + e.to
		}
	case hasVowel(before):
		w = before
		switch {
		case strings.HasSuffix(w, "at"), strings.HasSuffix(w, "bl"), strings.HasSuffix(w, "iz"):
			w += "e"
		case endsDouble(w):
			w = w[:len(w)-1]
		case r1 >= len(w) && endsShort(w):
			w += "e"
			r1 = len(w)
		}
	}

	// 1c
	if n := len(w); n > 2 && w[n-1] == 'y' && !isVowel(w[n-2]) {
		w = w[:n-1] + "i"
	}

	// 2 to 4: the longest ending, if it lies in its region
	e = endingOf(w, step2)
	if before := w[:len(w)-len(e.from)]; e.from != "" && len(before) >= r1 && follows(before, e.from) {
		w = before + e.to
	}
	e = endingOf(w, step3)
	if before := w[:len(w)-len(e.from)]; e.from != "" && len(before) >= r1 && (e.from != "ative" || len(before) >= r2) {
		w = before + e.to
	}
	e = endingOf(w, step4)
	if before := w[:len(w)-len(e.from)]; len(before) >= r2 && follows(before, e.from) {
		w = before
	}

	// 5
	if last := len(w) - 1; last >= r1 && (w[last] == 'e' && (last >= r2 || !endsShort(w[:last])) || last >= r2 && strings.HasSuffix(w, "ll")) {
		w = w[:last]
	}
	return strings.ReplaceAll(w, "Y", "y")
}

// consonants writes each y that is a consonant, at the beginning or behind a vowel, as Y.
func consonants(word string) string {
	w := word
	for i := range len(w) {
		if w[i] == 'y' && (i == 0 || isVowel(w[i-1])) {
			w = w[:i] + "Y" + w[i+1:]
		}
	}
	return w
}

// regionOf begins behind the first consonant that follows a vowel.
func regionOf(w string, from int) int {
	for i := from + 1; i < len(w); i++ {
		if isVowel(w[i-1]) && !isVowel(w[i]) {
			return i + 1
		}
	}
	return len(w)
}

// follows reports whether an ending may stand behind these letters. Most may stand behind any.
func follows(before, ending string) bool {
	switch last := before[len(before)-1]; ending {
	case "li":
		return strings.IndexByte("cdeghkmnrt", last) >= 0
	case "ogi":
		return last == 'l'
	case "ion":
		return last == 's' || last == 't'
	}
	return true
}

// endsDouble reports one of the letters that are written twice before an ending.
func endsDouble(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == w[n-2] && strings.IndexByte("bdfgmnprt", w[n-1]) >= 0
}

// endsShort reports a short syllable at the end.
func endsShort(w string) bool {
	n := len(w)
	switch {
	case n < 2 || isVowel(w[n-1]) || !isVowel(w[n-2]):
		return false
	case n == 2:
		return true
	}
	return !isVowel(w[n-3]) && strings.IndexByte("wxY", w[n-1]) < 0
}

func hasVowel(w string) bool {
	for i := range len(w) {
		if isVowel(w[i]) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}
