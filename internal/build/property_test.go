package build

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/internal/diag"
)

// editor changes a folder as people do, and knows what it should hold.
type editor struct {
	t     *testing.T
	dir   string
	files map[string]string
	rnd   *rand.Rand
	n     int
}

func (e *editor) pick(prefix string) string {
	var names []string
	for name := range e.files {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return names[e.rnd.IntN(len(names))]
}

func (e *editor) write(name, text string) {
	e.files[name] = text
	put(e.t, e.dir, name, text)
}

func (e *editor) remove(name string) {
	delete(e.files, name)
	if err := os.Remove(filepath.Join(e.dir, filepath.FromSlash(name))); err != nil {
		e.t.Fatal(err)
	}
}

// edit makes one random change and says what it was.
func (e *editor) edit() string {
	e.n++
	switch e.rnd.IntN(10) {
	case 0, 1:
		name := e.pick("content/guide/")
		if name == "" {
			return "nothing"
		}
		e.write(name, e.files[name]+fmt.Sprintf("\nMore words, number %d, on [[Trust]] and partnership.\n", e.n))
		return "body of " + name
	case 2:
		name := fmt.Sprintf("content/guide/new-%d.md", e.n)
		e.write(name, fmt.Sprintf("---\ntitle: New %d\nsummary: A page.\npublished: 2024-05-01\nthemes: [Feedback]\n---\nSee [[Trust]].\n", e.n))
		return "add " + name
	case 3:
		name := e.pick("content/")
		e.remove(name)
		return "delete " + name
	case 4:
		name := e.pick("content/guide/")
		if name == "" {
			return "nothing"
		}
		text := e.files[name]
		e.remove(name)
		e.write(fmt.Sprintf("content/guide/moved-%d.md", e.n), text)
		return "rename " + name
	case 5:
		name := e.pick("content/")
		text := e.files[name]
		e.write(name, strings.Replace(text, "title: ", fmt.Sprintf("title: Changed %d ", e.n), 1))
		return "title of " + name
	case 6:
		name := e.pick("content/")
		if strings.Contains(e.files[name], "status: draft\n") {
			e.write(name, strings.Replace(e.files[name], "status: draft\n", "", 1))
		} else {
			e.write(name, strings.Replace(e.files[name], "---\n", "---\nstatus: draft\n", 1))
		}
		return "draft " + name
	case 7:
		e.write("layouts/glossary.html", fmt.Sprintf(`<main id="main"><h1>{{.PageTitle}}</h1><p>Changed %d</p></main>`, e.n))
		return "layout"
	case 8:
		e.write("casebook.yaml", fmt.Sprintf("title: Library %d\nbase_url: https://small.example/\ncontact: Desk\n", e.n))
		return "config"
	}
	from, to := filepath.Join(e.dir, "content", "guide"), filepath.Join(e.dir, "content", "guide", "deep")
	if strings.HasPrefix(e.pick("content/guide/"), "content/guide/deep/") || e.pick("content/guide/") == "" {
		return "nothing"
	}
	tmp := e.dir + "-moved"
	if os.Rename(from, tmp) != nil || os.MkdirAll(from, 0o755) != nil || os.Rename(tmp, to) != nil {
		e.t.Fatal("cannot move the folder")
	}
	for name, text := range maps.Clone(e.files) {
		if rest, ok := strings.CutPrefix(name, "content/guide/"); ok {
			delete(e.files, name)
			e.files["content/guide/deep/"+rest] = text
		}
	}
	return "move the folder"
}

// same reports the first difference between two states of a site.
func same(t *testing.T, a, b *Snapshot, pa, pb diag.List) string {
	t.Helper()
	if !slices.Equal(pa, pb) {
		return "the diagnostics differ"
	}
	if !slices.Equal(a.Paths(), b.Paths()) {
		return "the pages differ"
	}
	if pa.Failed() {
		return "" // nothing would be published
	}
	fa, fb := outputs(t, a), outputs(t, b)
	for _, p := range a.Paths() {
		if fa[p] != fb[p] {
			return p + " differs"
		}
	}
	return ""
}

// anew builds from nothing, but for layouts and static files that a build from nothing has read before: that takes longer than
// all the rest.
func anew(t *testing.T, dir string, now *Snapshot) (*Snapshot, diag.List) {
	t.Helper()
	before, ok := layoutsRead[now.sheets]
	if !ok {
		before = dressed()
	}
	fresh, problems := load(t, dir, before)
	if fresh.set != nil {
		layoutsRead[fresh.sheets] = &Snapshot{set: fresh.set, sheets: fresh.sheets, static: fresh.static}
	}
	return fresh, problems
}

// layoutsRead are sets of layouts that were read from nothing, by the hash of their files. No test of it runs in parallel.
var layoutsRead = map[[32]byte]*Snapshot{}

// TestAnyEditsThenTheSameSiteAsFromNothing applies random edits and compares what a running program has with a build from
// nothing: pages, bytes and diagnostics.
func TestAnyEditsThenTheSameSiteAsFromNothing(t *testing.T) {
	t.Parallel()
	seeds := 6
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			files := small(t)
			e := &editor{t: t, dir: folder(t, files), files: files, rnd: rand.New(rand.NewPCG(uint64(seed), 7))}
			now, _ := load(t, e.dir, nil)
			var done []string
			for range 12 {
				done = append(done, e.edit())
				var problems diag.List
				now, problems = load(t, e.dir, now)
				fresh, want := anew(t, e.dir, now)
				if d := same(t, now, fresh, problems, want); d != "" {
					t.Fatalf("after %s: %s", strings.Join(done, ", "), d)
				}
			}
		})
	}
}

// TestUnchangedFilesAreNotParsedAgain holds that parses are remembered at all.
func TestUnchangedFilesAreNotParsedAgain(t *testing.T) {
	dir := folder(t, small(t))
	first, _ := load(t, dir, nil)
	put(t, dir, "content/guide/second.md", "---\ntitle: Second steps\nsummary: How to go on.\npublished: 2024-01-03\n---\n## How\n\nOther words.\n")
	second, _ := load(t, dir, first)
	again := 0
	for p, parsed := range second.parses {
		if first.parses[p].doc != parsed.doc {
			again++
		}
	}
	if again != 1 {
		t.Errorf("%d files were parsed again, want 1", again)
	}
}

// TestThePropertyCanFail poisons the memo as if it were keyed by path alone: the comparison must notice.
func TestThePropertyCanFail(t *testing.T) {
	dir := folder(t, small(t))
	first, _ := load(t, dir, nil)
	text := strings.Replace(small(t)["content/guide/second.md"], "Read", "Study", 1)
	put(t, dir, "content/guide/second.md", text)
	fresh, want := load(t, dir, nil)
	poisoned := *first
	poisoned.parses = maps.Clone(first.parses)
	stale := poisoned.parses["content/guide/second.md"]
	f, _ := fresh.Tree.Lookup("content/guide/second.md")
	stale.key = fresh.parses["content/guide/second.md"].key
	poisoned.parses[f.Path] = stale
	now, problems := load(t, dir, &poisoned)
	if same(t, now, fresh, problems, want) == "" {
		t.Error("a stale parse went unnoticed")
	}
}
