package build

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"testing"

	"casebook/internal/search"
	"casebook/internal/site"
)

// reader opens the index as a browser finds it: through the published files.
func reader(t *testing.T, s *Snapshot) *search.Reader {
	t.Helper()
	f, ok, err := s.File(site.SearchScript)
	if err != nil || !ok {
		t.Fatalf("%s: %v", site.SearchScript, err)
	}
	line, _, _ := bytes.Cut(f.Bytes, []byte(";\n"))
	root, ok := bytes.CutPrefix(line, []byte("const INDEX="))
	if !ok || !json.Valid(root) {
		t.Fatalf("%s does not begin with its index: %.60s", site.SearchScript, f.Bytes)
	}
	x, err := search.Open(root, func(p string) ([]byte, error) {
		f, ok, err := s.File(p)
		if !ok {
			t.Errorf("%s is not published", p)
		}
		return f.Bytes, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestSearchLeadsToWhatIsThere follows every address and every heading of the example library's index.
func TestSearchLeadsToWhatIsThere(t *testing.T) {
	s, problems := load(t, path.Join("..", ".."), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	x := reader(t, s)
	all, err := search.Rank(x, search.Query{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := search.Rows(x, all.Hits)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 200 {
		t.Errorf("only %d things are found", len(rows))
	}
	pages := map[string]page{}
	for i, row := range rows {
		at, anchor, _ := strings.Cut(row.URL, "#")
		p, ok := pages[at]
		if !ok {
			f, published, err := s.File(at + "index.html")
			if err != nil || !published {
				t.Fatalf("%s is found and is no page (%v)", row.URL, err)
			}
			p = parsePage(t, string(f.Bytes))
			pages[at] = p
		}
		if anchor != "" && !p.ids[anchor] {
			t.Errorf("%s is found and not on its page", row.URL)
		}
		d, err := search.Text(x, all.Hits[i].Doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range d.Headings {
			if h.Anchor != "" && anchor == "" && !p.ids[h.Anchor] {
				t.Errorf("%s has no #%s, to which its heading %q leads", row.URL, h.Anchor, h.Text)
			}
		}
		if len(d.Texts) != len(d.Headings)+1 {
			t.Errorf("%s has %d texts for %d headings", row.URL, len(d.Texts), len(d.Headings))
		}
	}
}

func TestWhatIsNotPublicIsNotFound(t *testing.T) {
	files := small(t)
	page := func(fields, body string) string {
		return "---\ntitle: " + fields + "\nsummary: A page.\n---\n" + body + "\n"
	}
	files["content/guide/drafted.md"] = page("Drafted zebra\nstatus: draft\npublished: 2024-01-02", "Quagga.")
	files["content/guide/later.md"] = page("Later zebra\npublished: 2999-01-02", "Quagga.")
	files["content/guide/gone.md"] = "---\ntitle: Gone zebra\nstatus: withdrawn\npublished: 2024-01-02\nwithdrawn:\n  date: 2024-02-01\n  reason: at an author's request\n  contact: Desk\n---\nQuagga.\n"
	files["content/guide/old.md"] = page("Old zebra\npublished: 2024-01-02", "Quagga.")
	files["content/guide/newer.md"] = page("Newer\npublished: 2024-01-02\nsupersedes: Old zebra", "Words.")
	s, problems := load(t, folder(t, files), nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	if len(s.SearchPaths()) == 0 {
		t.Fatal("there is no index")
	}
	for _, p := range append(s.SearchPaths(), site.SearchScript) {
		f, _, err := s.File(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"zebra", "quagga"} {
			if bytes.Contains(bytes.ToLower(f.Bytes), []byte(word)) {
				t.Errorf("%s has the word %q, which is not public", p, word)
			}
		}
	}
}

func TestTheIndexIsMadeWhenItIsAskedFor(t *testing.T) {
	s, _ := load(t, folder(t, small(t)), nil)
	for _, p := range []string{"index.html", "search/0123456789", "search/x/t0.json", "searches/0123456789/t0.json"} {
		if _, _, err := s.File(p); err != nil {
			t.Fatal(err)
		}
		if s.Searches(p) || s.index.script != nil {
			t.Fatalf("asking for %s made the index", p)
		}
	}
	if s.Searches("search/0123456789/t0.json") {
		t.Error("a file of another index is there")
	}
	if paths := s.SearchPaths(); len(paths) == 0 || !s.Searches(paths[0]) {
		t.Error("the index is not there when it is asked for")
	}
	if files, bytes := s.SearchSize(); files != len(s.SearchPaths())+1 || bytes < 1000 {
		t.Errorf("%d files, %d bytes", files, bytes)
	}
}
