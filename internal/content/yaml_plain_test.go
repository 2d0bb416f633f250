package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// shape is what the decoder looks at in a node.
type shape struct {
	Kind         yaml.Kind
	Style        yaml.Style
	Null         bool // all that is asked of the type that YAML gives a word: no stays no, 1.10 stays 1.10
	Value        string
	Anchor       string
	Line, Column int
	Content      []shape
}

func shapeOf(n *yaml.Node) shape {
	out := shape{Kind: n.Kind, Style: n.Style, Null: n.ShortTag() == "!!null", Value: n.Value, Anchor: n.Anchor, Line: n.Line, Column: n.Column}
	for _, c := range n.Content {
		out.Content = append(out.Content, shapeOf(c))
	}
	return out
}

// samePlain checks that what a plainReader reads it reads as the library does.
func samePlain(t *testing.T, text string) (read bool) {
	t.Helper()
	got := new(plainReader).read(text)
	if got == nil {
		return false
	}
	var want yaml.Node
	if err := yaml.Load([]byte(text), &want); err != nil {
		t.Fatalf("%q was read, but the library says: %v", text, err)
	}
	if diff := cmp.Diff(shapeOf(want.Content[0]), shapeOf(got)); diff != "" {
		t.Fatalf("%q (- library, + plain)\n%s", text, diff)
	}
	return true
}

var plainRows = []struct {
	text string
	read bool
}{
	{"to: CL-2018-01/r1\ndate: 2018-11-02\nby: Registry\ndecision: accepted in part\n", true},
	{"title: A title, with [brackets], \"quotes\" and c++#1:2  \n", true},
	{"title:   no\nsummary: 012\ny: 1.10\nby: 2024-01-02\n", true},
	{"title: Null\n", false},
	{"null: A\n", false},
	{"a: 1\na: 2\n", true},
	{"a: x:y\nb: c#d\n", true},
	{"title: Partnership: a guide\n", false},
	{"title: ends with:\n", false},
	{"title: a :\n", false},
	{"title: room #4 and #5\n", false},
	{"title: 'quoted'\n", false},
	{"title: - x\n", false},
	{"title: Tŷ a dŵr – £5, “quoted” 学生\nyear: 2020\n", true},
	{"title: \"Tŷ: a dŵr\"\n", true},
	{"title: ŷ\n", false},
	{"tŷ: a\n", false},
	{"title: a\u0085b\n", false},
	{"title: a\u2028b\n", false},
	{"title: a\ufeffb\n", false},
	{"title: a\xffb\n", false},
	{"title: a\U0001F600\n", false},
	{"title:\n", false},
	{"title: \n", false},
	{"title:A\n", false},
	{"title: A\n  more\n", false},
	{"title: A\n\nsummary: B\n", false},
	{"title: A\n\n", true},
	{"themes:\n  - a\n\n", true},
	{"title: A\n \n", false},
	{"# note\ntitle: A\n", false},
	{"title: A\tB\n", false},
	{"title: A", false},
	{"themes:\n  - a\n", true},
	{"themes:\n- a\n", false},
	{"themes:\n  - a\n  - \"b: c\"\n  - d\nyear: 2020\n", true},
	{"themes:\n   - a\n", false},
	{"themes:\n  -  a\n", false},
	{"themes:\n  - a\n    b\n", false},
	{"themes:\n  - - a\n", false},
	{"themes: \n  - a\n", false},
	{"themes: [Feedback, Group work , PGT]\nyear: 2020\n", true},
	{"themes: [ a ]\n", true},
	{"themes: []\n", false},
	{"themes: [a,]\n", false},
	{"themes: [a, [b]]\n", false},
	{"themes: [a: b]\n", false},
	{"themes: [null]\n", false},
	{"themes: [a] b\n", false},
	{"themes: [a\n  b]\n", false},
	{"title: \"Waiting: when it arrives #4\"  \n", true},
	{"title: \"\"\n", true},
	{"title: \"a \\n b\"\n", false},
	{"title: \"a\" b\n", false},
	{"title: \"a\nb\"\n", false},
	{"methods:\n  document analysis: 31 guides\n  Survey: 2\nform: x\n", true},
	{"methods:\n  survey:\n    a: b\n    c: d\n  e: f\ng: h\n", true},
	{"methods:\n  survey: 1\n a: b\n", false},
	{"methods:\n  survey: 1\n   a: b\n", false},
	{"credits:\n  - person: Amara\n    shown: full name\n  - unnamed: A student\n  - Iolo\nfunding: x\n", true},
	{"credits:\n  - person: Amara\n   shown: full name\n", false},
	{"credits:\n  - person:\n      name: Amara\n    shown: x\n", true},
	{"credits:\n  - person: Amara\n  name: x\n", false},
	{"1a: b\n", true},
	{"2005: a\n1.5: b\n", true},
	{"changes:\n  2005-09-24: a\n  2007-01-02: \"b: c\"\n", true},
	{"12:30: a\n", false},
	{"- 1: a\n", false},
	{"a b: c\n", true},
	{"a:\n  \nb: c\n", false},
	{"a:\n", false},
	{"a:\n  b:\n", false},
	{"", false},
}

func TestPlainReader(t *testing.T) {
	for _, row := range plainRows {
		if got := samePlain(t, row.text); got != row.read {
			t.Errorf("%q read: %v, want %v", row.text, got, row.read)
		}
	}
}

// FuzzPlainReader: there is no text of which a plainReader says something else than the library.
func FuzzPlainReader(f *testing.F) {
	for _, row := range plainRows {
		f.Add(row.text)
	}
	f.Fuzz(func(t *testing.T, text string) { samePlain(t, strings.ReplaceAll(text, "\r", "")) })
}
