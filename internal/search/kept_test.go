package search

import (
	"fmt"
	"strings"
	"testing"
)

func TestKeptTextsHaveABeginningEach(t *testing.T) {
	long := strings.Repeat("word ", 2000)
	for _, c := range []struct {
		in   []string
		most int
	}{
		{[]string{"short", "", "texts"}, 100}, {[]string{long, "short", long}, 3000}, {[]string{strings.Repeat("é", 5000)}, 1001}, {[]string{long, long, long}, 2}, {nil, 10},
	} {
		out := kept(c.in, c.most)
		if len(out) != len(c.in) {
			t.Fatalf("%d texts of %d", len(out), len(c.in))
		}
		total := 0
		for i, s := range out {
			s, cut := strings.CutSuffix(s, " …")
			total += len(s)
			if !strings.HasPrefix(c.in[i], s) || !cut && s != c.in[i] || strings.ToValidUTF8(s, "") != s {
				t.Errorf("text %d is kept as %q", i, s)
			}
			if len(c.in[i]) < 10 && len(s) != len(c.in[i]) && c.most > 100 {
				t.Errorf("the short text %d was cut to %q", i, s)
			}
		}
		if total > c.most {
			t.Errorf("%d bytes kept, at most %d", total, c.most)
		}
	}
}

// TestTextsAreWhereTheRowsSay builds libraries that need several files of rows and of texts, and reads every text back.
func TestTextsAreWhereTheRowsSay(t *testing.T) {
	for _, n := range []int{0, 1, 7, 2000} {
		var docs []Document
		for i := range n {
			text := strings.Repeat(fmt.Sprintf("text %d ", i), 1+i%90)
			docs = append(docs, Document{URL: fmt.Sprintf("cases/%05d/é%d/", i, i), Kind: "case", Title: strings.Repeat("Title ", 8) + fmt.Sprint(i) + "\nx", Texts: []string{text}})
		}
		index := Build(docs, Setup{English: true})
		files := map[string][]byte{}
		for _, f := range index.Files {
			files[f.Path] = f.Append(nil)
		}
		_, one := files[index.Folder+"r0.json"]
		if one != (n == 2000) {
			t.Errorf("%d documents: rows in files of their own: %v", n, one)
		}
		x, err := Open(index.Start, func(path string) ([]byte, error) { return files[path], nil })
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			rows, err := Rows(x, []Hit{{Doc: i}})
			if err != nil {
				t.Fatal(err)
			}
			if rows[0].URL != docs[i].URL || rows[0].Title != strings.ReplaceAll(docs[i].Title, "\n", " ") {
				t.Errorf("row %d is %+v", i, rows[0])
			}
			d, err := Text(x, i)
			if err != nil || d.Texts[0] != docs[i].Texts[0] {
				t.Errorf("text %d: %v %q", i, err, d.Texts)
			}
		}
	}
}
