package content

import (
	"strings"

	"casebook/internal/diag"
)

// Framework is a set of principles that belong together.
type Framework struct {
	Item       `complete:"summary"`
	Form       string   `cb:"kind,required,enum=list|values|scale|matrix|agreement" doc:"How its principles stand to each other."`
	Reference  Rel      `cb:"reference,to=reference,inverse=cited in" doc:"The publication it comes from."`
	Year       string   `cb:"year" doc:"When it was published or agreed: a year or an academic year. Before it the framework and its principles are not shown."`
	Principles []Rel    `cb:"principles,to=principle,inverse=part of,groups" doc:"The principles in order. On a scale the lowest comes first; a map of heading and list makes groups."`
	Parties    []string `cb:"parties" doc:"Who agreed it: units or words."`
	Axes       []string `cb:"axes" doc:"The two axes of a matrix."`
}

// head says from when on there is such a framework: the year in which it was published or agreed.
func (f *Framework) head() Head {
	h := f.Item.head()
	h.Begins = beginning(f.Year)
	return h
}

// Principle is one principle, value or step of a framework. Its body is the wording.
type Principle struct {
	Item    `complete:"summary"`
	Matches []Rel `cb:"matches,to=principle,inverse=matched by,map" doc:"Equivalents in other frameworks: the principle, then one word (exact, close, broader, narrower, related) that says what that one is compared with this one, a comma and the reason. Type each pair once."`
}

// MatchWords are the words for how one principle stands to another, and each one's view from the other side.
var MatchWords = map[string]string{"exact": "exact", "close": "close", "broader": "narrower", "narrower": "broader", "related": "related"}

// SplitMatch takes "close, the reason" apart.
func SplitMatch(note string) (word, reason string) {
	word, reason, _ = strings.Cut(note, ",")
	return strings.TrimSpace(word), strings.TrimSpace(reason)
}

func (p *Principle) check(d *Doc, problems *diag.List) {
	for _, m := range p.Matches {
		ref, _ := d.Rel(m)
		word, reason := SplitMatch(ref.Note)
		if _, ok := MatchWords[word]; !ok {
			problems.Error("CB036", ref.At, "the match with %q does not begin with a kind of match", ref.Name).
				Remedy("write exact, close, broader, narrower or related, then a comma and the reason, such as `%s: close, both ask who is kept out`", ref.Name)
		} else if reason == "" {
			problems.Error("CB037", ref.At, "the match with %q gives no reason", ref.Name).
				Remedy("add a comma and the reason after %q: it is what readers come for", word)
		}
	}
}
