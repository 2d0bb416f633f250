package cite

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

func keysOf(refs []Reference) (keys []string) {
	for _, r := range refs {
		keys = append(keys, r.Key)
	}
	return keys
}

func TestSortOfTheExampleLibrary(t *testing.T) {
	golden, err := os.ReadFile("testdata/entries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, block := range strings.Split(string(golden), "\n\n")[1:] {
		want = append(want, block[:strings.Index(block, "\n")])
	}
	refs := library(t)
	random := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		random.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
		check(t, "Harvard", keysOf(Sort(refs, Harvard)), want)
		check(t, "APA", keysOf(Sort(refs, APA)), want)
	}
}

func TestSort(t *testing.T) {
	refs := []Reference{
		decode(t, `{"id":"z","type":"book","title":"The zebra"}`),
		decode(t, `{"id":"berg","author":[{"family":"Berg","given":"A","non-dropping-particle":"van der"}]}`),
		decode(t, `{"id":"cooksather","author":[{"family":"Cook-Sather","given":"A"}]}`),
		decode(t, `{"id":"cook","author":[{"family":"Cook","given":"B"}]}`),
		decode(t, `{"id":"ash-pair","author":[{"family":"Ash","given":"A"},{"family":"Bo"}],"issued":{"raw":"2001"}}`),
		decode(t, `{"id":"ash-press","author":[{"family":"Ash","given":"A"}],"issued":{"literal":"in press"}}`),
		decode(t, `{"id":"ash-b","author":[{"family":"Ash","given":"Alex"}],"title":"The bees","issued":{"raw":"2002"}}`),
		decode(t, `{"id":"ash-a","author":[{"family":"Ash","given":"A."}],"title":"Ants","issued":{"raw":"2002"}}`),
		decode(t, `{"id":"ash-nd","author":[{"family":"Ash","given":"A."}],"title":"Cats"}`),
		decode(t, `{"id":"echo","type":"article-newspaper","title":"Heard","container-title":"The Echo"}`),
		decode(t, `{"id":"ebert","author":[{"family":"Éber","given":"B"}]}`),
	}
	check(t, "Harvard", keysOf(Sort(refs, Harvard)), []string{"ash-nd", "ash-a", "ash-b", "ash-press", "ash-pair", "berg", "cook", "cooksather", "ebert", "echo", "z"})
	check(t, "APA", keysOf(Sort(refs, APA)), []string{"ash-nd", "ash-a", "ash-b", "ash-press", "ash-pair", "cook", "cooksather", "ebert", "echo", "berg", "z"})
	check(t, "what was given stays", refs[0].Key, "z")
}

func TestYearSuffixes(t *testing.T) {
	refs := []Reference{
		decode(t, `{"id":"w","author":[{"family":"Ash"}],"title":"The weir","issued":{"raw":"2024"}}`),
		decode(t, `{"id":"b","author":[{"family":"Ash"}],"title":"Bridges","issued":{"raw":"2024-05-01"}}`),
		decode(t, `{"id":"other-year","author":[{"family":"Ash"}],"title":"A","issued":{"raw":"2023"}}`),
		decode(t, `{"id":"pair","author":[{"family":"Ash"},{"family":"Bo"}],"title":"A","issued":{"raw":"2024"}}`),
		decode(t, `{"id":"etal-2","author":[{"family":"Ash"},{"family":"Bo"},{"family":"Cy"}],"title":"Z","issued":{"raw":"2024"}}`),
		decode(t, `{"id":"etal-1","author":[{"family":"Ash"},{"family":"Di"},{"family":"Cy"}],"title":"Y","issued":{"raw":"2024"}}`),
		decode(t, `{"id":"nd2","author":[{"literal":"Lab"}],"title":"Z"}`),
		decode(t, `{"id":"nd1","author":[{"literal":"Lab"}],"title":"Y"}`),
		decode(t, `{"id":"echo2","type":"article-newspaper","title":"Heard","container-title":"The Echo"}`),
		decode(t, `{"id":"echo1","type":"article-newspaper","title":"Asked","container-title":"The Echo"}`),
	}
	check(t, "letters", YearSuffixes(refs), map[string]string{
		"b": "a", "w": "b", "etal-1": "a", "etal-2": "b", "nd1": "a", "nd2": "b", "echo1": "a", "echo2": "b",
	})
	check(t, "none", YearSuffixes(nil), map[string]string{})
}
