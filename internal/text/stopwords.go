package text

import "strings"

// StopWords say nothing about what an English text is about. They are few on purpose: "all" or "other" may be a topic.
const StopWords = "a an and are as at be by can do does for from had has have how i if in into is it its me my no not of on or our so than that " +
	"the their them then there these they this to us was we were what when where which who why will with would you your"

var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(StopWords) {
		m[w] = true
	}
	return m
}()

// IsStopWord reports a word of English, as Terms gives it, that search leaves out.
func IsStopWord(word string) bool { return stopWords[word] }
