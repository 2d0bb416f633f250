package build

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/internal/text"
)

// runLength is how many words in a row may not stand twice in the library that editors copy from.
const runLength = 8

// TestTheLibraryRepeatsNoPhrase looks for runs of words that stand in two places of content/ and of the small library that
// `casebook init` writes, apart from titles.
func TestTheLibraryRepeatsNoPhrase(t *testing.T) {
	found := repeats(t, os.DirFS("../../content"), os.DirFS("../cli/starter"))
	for _, r := range found {
		t.Error(r)
	}
}

func TestARepeatedPhraseIsFound(t *testing.T) {
	files := fstest.MapFS{
		"guide/a.md": {Data: []byte("---\ntitle: One\n---\nWe asked every student on the course the same three questions.\n")},
		"guide/b.md": {Data: []byte("---\ntitle: Two\n---\nThen we asked every student on the\ncourse the **same** three questions again.\n")},
	}
	if got := repeats(t, files, fstest.MapFS{}); len(got) != 1 {
		t.Errorf("found %q", got)
	}
}

func repeats(t *testing.T, library, starter fs.FS) []string {
	t.Helper()
	titles := "\n"
	paragraphs := map[string][]string{} // of each file, in words
	read := func(files fs.FS, where string) {
		err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(p) != ".md" {
				return err
			}
			b, err := fs.ReadFile(files, p)
			if err != nil {
				return err
			}
			own, names := said(string(b))
			paragraphs[where+p] = own
			titles += strings.Join(names, "\n") + "\n"
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	read(library, "")
	read(starter, "starter/")
	first := map[string]string{}
	said := map[string]bool{}
	var out []string
	for _, p := range slices.Sorted(maps.Keys(paragraphs)) {
		for _, words := range paragraphs[p] {
			list := strings.Fields(words)
			for i := 0; i+runLength <= len(list); i++ {
				run := strings.Join(list[i:i+runLength], " ")
				other, twice := first[run]
				if !twice {
					first[run] = p
					continue
				}
				if pair := other + " and " + p; !said[pair] && !strings.Contains(titles, run) {
					said[pair] = true
					out = append(out, pair+" both say: "+run)
				}
			}
		}
	}
	return out
}

// said are the paragraphs of a file as plain words, each line of front matter for itself and without its lists of names;
// and what the file is called.
func said(source string) (paragraphs, names []string) {
	front, body := "", source
	if rest, ok := strings.CutPrefix(source, "---\n"); ok {
		front, body, _ = strings.Cut(rest, "\n---\n")
	}
	body = fenced.ReplaceAllString(body, "") // what a screen shows, which may be shown twice
	for line := range strings.SplitSeq(front, "\n") {
		key, value, _ := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(strings.TrimSpace(value), "["), strings.Contains(value, "://"), key == "to":
		case key == "title" || key == "name" || key == "term" || key == "short":
			names = append(names, plainWords(value))
		default:
			paragraphs = append(paragraphs, plainWords(value))
		}
	}
	for block := range strings.SplitSeq(body, "\n\n") {
		var prose []string
		for line := range strings.SplitSeq(block, "\n") {
			if label.MatchString(line) {
				continue // names what it names
			}
			if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "|") || strings.HasPrefix(line, "#") {
				paragraphs = append(paragraphs, plainWords(strings.Join(prose, " ")))
				prose = nil
			}
			prose = append(prose, line)
		}
		paragraphs = append(paragraphs, plainWords(strings.Join(prose, " ")))
	}
	return paragraphs, names
}

var (
	label  = regexp.MustCompile(`^(For|Because|Ask|Themes|Groups|Principles|Repeats|Extends):`)
	fenced = regexp.MustCompile("(?ms)^\\s*```.*?^\\s*```\\s*?$|`[^`\n]+`")
	target = regexp.MustCompile(`\[\[[^\]|]*\||\]\([^)]*\)`)
)

func plainWords(s string) string {
	s = target.ReplaceAllString(s, " ")
	for _, mark := range []string{"*", "_", "`", "[[", "]]", "\"", "’", "'"} {
		s = strings.ReplaceAll(s, mark, "")
	}
	return strings.ToLower(strings.Join(text.Words(s), " "))
}
