package search_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/search"
	"casebook/internal/text"
)

// vectors are what the browser's client must agree with: testdata/words.json and testdata/ranking.json, of the index in
// testdata/tiny.txt.
type vectors struct {
	Terms [][2]string `json:"terms"` // a text, and its terms: + before a part, = before a whole
	Keys  [][2]string `json:"keys"`  // a word and its key
	Stop  string      `json:"stop"`  // all stop words
}

type ranked struct {
	Q       string              `json:"q"`
	Filters map[string][]string `json:"filters,omitempty"`
	Total   int                 `json:"total"`
	Hits    []search.Hit        `json:"hits"`
}

var texts = []string{
	"Assessment and feedback", "don’t don't DON‘T", "students' student's STUDENT’S", "rock 'n' roll", "O’Brien's", "co-creation", "co\u2011creation co\u2010creation",
	"student–staff", "student - staff -x- y_", "CL-2018-01/r2", "camelCase GitHub PGTs iPhone", "addDevToolbarApp()", "snake_case", "3.5 1,500 £14.20",
	"naïve Éducation ÅNGSTRÖM", "e\u0301cole x\u200by", "Straße œuvre Łódź Þór", "ﬁnd ２０２３ x²", "ΣΊΣΥΦΟΣ σίσυφος", "日本語 テスト", "한국어", "a\u2028b <b>c</b> &amp;",
	"İstanbul ŉ ǅ ẞ", "𝒜lpha 😀 x", "it's its' 's s' a's-b", "ABc aBC aB1C 1aB", "-a- --b-- c--d", "x" + strings.Repeat("y", 60), strings.Repeat("ab-", 20) + "c",
	strings.Repeat("long-", 12) + "word", "Ǆ ǆ ß-ẞ", "५ ١٢", "a·b", "don'T", "ÉcoleNormale éÉ",
}

var queries = []ranked{
	{Q: ""}, {Q: "", Filters: map[string][]string{"kind": {"case", "theme"}}}, {Q: "comments"}, {Q: "comments", Filters: map[string][]string{"theme": {"feedback"}}},
	{Q: "publish the return date"}, {Q: "publish the return da"}, {Q: "CL-2018-01"}, {Q: "cl-2018-01/R1"}, {Q: "r1"}, {Q: "cl-2018-1"}, {Q: "CL 2018 1/r1"}, {Q: "course site"}, {Q: "virtual learning"}, {Q: "VLE"}, {Q: "cocreated"},
	{Q: "co-created"}, {Q: "co-creating comments "}, {Q: "commnets"}, {Q: "moduel guide"}, {Q: "ocmments"}, {Q: "xomments"}, {Q: "assess"}, {Q: "asse"}, {Q: "waitings for weeks"}, {Q: "belongings"},
	{Q: "modules zzzz"}, {Q: "zzzz"}, {Q: "the"}, {Q: "__proto__ constructor"}, {Q: "marks marks comments mark"}, {Q: "guide guid"}, {Q: "“feedback”"},
	{Q: "???"}, {Q: "🎓", Filters: map[string][]string{"kind": {"case"}}}, {Q: " \u00a0\ufeff\u2003"}, {Q: "\u0085"}, {Q: "what who"},
}

func golden(t *testing.T, name string, value any) {
	t.Helper()
	b, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(strings.ReplaceAll(string(b), `],["`, "],\n[\""), `{"q"`, "\n{\"q\"") + "\n"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got); the client has to agree:\n%s", name, d)
	}
}

func TestWordsAreAsTheClientMakesThem(t *testing.T) {
	var v vectors
	var words []string
	for _, s := range texts {
		var terms []string
		text.Terms(s, func(w []byte, kind text.TermKind) {
			terms = append(terms, [...]string{"", "+", "="}[kind]+string(w))
			words = append(words, string(w))
		})
		v.Terms = append(v.Terms, [2]string{s, strings.Join(terms, " ")})
	}
	words = append(words, strings.Fields(manyWords)...)
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		v.Keys = append(v.Keys, [2]string{w, text.Stem(w)})
	}
	v.Stop = text.StopWords
	golden(t, "testdata/words.json", v)
}

func TestRankingsAreAsTheClientMakesThem(t *testing.T) {
	x := opened(t, search.Build(tiny()))
	for i, q := range queries {
		r, err := search.Rank(x, search.Query{Text: q.Q, Filters: q.Filters})
		if err != nil {
			t.Fatal(err)
		}
		queries[i].Total, queries[i].Hits = r.Total, r.Hits
	}
	golden(t, "testdata/ranking.json", queries)
}

// manyWords have endings of every step of the stemmer, its exceptions, and British spellings.
const manyWords = `
caresses ponies ties cats gas this kiwis gaps feed agreed plastered motoring hopping tanned falling hissing fizzed failing filing happy sky say cry by
luxuriating conflated troubled sized hoping fixing hosting enjoy enjoyed boy boyish dying lying tying idly gently ugly early only singly news howe atlas cosmos bias andes
inning outing canning herring earring proceed exceed succeed innings proceeded generate generates general generically communism communication arsenal arsenic
relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness
callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible
irritant replacement adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll
organise organised organising organisation organisations organiser behaviour behaviours behavioural honoured favourable colourful centre theatre analyse analysed catalogue dialogues
programme practise licence defence learnt spelt maths grey fulfil judgement enquiries skilful travelled modelling enrolment four hour our your flour tour pour vogue rogue
exercise exercised wise otherwise promise raise praised noise cruise advertise revise revised expertise
assessment assessments assess feedback partnership partners student students staff representative representatives recommendation recommendations recommended responses responding university
universities commuting commuters international internationally inclusive inclusion inclusivity decolonise decolonising timetable timetabling reimbursed reimbursement mitigating circumstances
extension extensions lecture lectures capture captured recording recorded rubric rubrics confusing confused tutor tutors tutoring replies replied library libraries nights disabled disability
postgraduate induction careers history interviewing interviewees applying applied removal names named
yes youth sayings playing bylaw yellow queue quays eerie aeon oases bees see agreeing freed bleed need indeed speed skied skis tied died lied cried spied
abilities probabilities possibly simply singly terribly comfortably namely timely daily gaily truly fully usefully carefully rationally
kindness business businesses witness witnesses harness fairness actresses buses gasses classes glass bliss hypothesis analyses bases crises
`
