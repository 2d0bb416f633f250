package text

import (
	"maps"
	"strings"
)

// Stem is the key under which the forms of an English word are one: British spelling is brought to the American one, then
// Porter2 takes the ending away. A word with anything but a to z, or of one or two letters, is its own key. The word is
// one of Terms.
func Stem(word string) string {
	if len(word) < 3 {
		return word
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	return porter(american(word))
}

// spellings are British words that no rule of american brings to the American one.
var spellings = map[string]string{
	"ageing": "aging", "amongst": "among", "burnt": "burned", "calibre": "caliber", "centre": "center", "centred": "centered",
	"centres": "centers", "cheque": "check", "cheques": "checks", "defence": "defense", "defences": "defenses", "enquire": "inquire",
	"enquired": "inquired", "enquiries": "inquiries", "enquiring": "inquiring", "enquiry": "inquiry", "fibre": "fiber",
	"fibres": "fibers", "fulfil": "fulfill", "fulfilment": "fulfillment", "grey": "gray", "instalment": "installment",
	"instalments": "installments", "judgement": "judgment", "judgements": "judgments", "learnt": "learned", "licence": "license",
	"licences": "licenses", "litre": "liter", "litres": "liters", "maths": "math", "metre": "meter", "metres": "meters",
	"offence": "offense", "offences": "offenses", "paediatric": "pediatric", "practise": "practice", "practised": "practiced",
	"practises": "practices", "practising": "practicing", "pretence": "pretense", "programme": "program", "programmes": "programs",
	"sceptic": "skeptic", "sceptical": "skeptical", "skilful": "skillful", "spelt": "spelled", "theatre": "theater",
	"theatres": "theaters", "whilst": "while", "wilful": "willful",
}

// Spellings are the American forms of British words that no rule of Stem brings to them.
func Spellings() map[string]string { return maps.Clone(spellings) }

// ending is an ending and what stands for it.
type ending struct{ from, to string }

// endingOf is the first of the endings that a word has, the zero value if it has none. The longest come first.
func endingOf(word string, list []ending) ending {
	last := word[len(word)-1]
	for i := range list {
		if e := &list[i]; e.from[len(e.from)-1] == last && strings.HasSuffix(word, e.from) {
			return *e
		}
	}
	return ending{}
}

// endings are British ones and the American ones.
var endings = []ending{
	{"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"iser", "izer"}, {"isers", "izers"},
	{"ises", "izes"}, {"ise", "ize"}, {"ysing", "yzing"}, {"ysed", "yzed"}, {"yser", "yzer"}, {"yse", "yze"},
	{"ourable", "orable"}, {"oural", "oral"}, {"ouring", "oring"}, {"oured", "ored"}, {"ourful", "orful"}, {"ours", "ors"}, {"our", "or"},
	{"ogues", "ogs"}, {"ogue", "og"},
}

// american spells a British word the American way. Words that are neither may change too: it is done to both sides, so only
// two words that become one would matter.
func american(word string) string {
	if a, ok := spellings[word]; ok {
		return a
	}
	e := endingOf(word, endings)
	if stem := word[:len(word)-len(e.from)]; e.from != "" && len(stem) >= 3 {
		return stem + e.to
	}
	return word
}
