package render

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"casebook/internal/content"
	"casebook/internal/site"
)

func lookSite(t testing.TB, dir string) *Pages {
	var docs []*content.Doc
	var atts []site.Attachment
	paths := []string{"casebook.yaml"}
	filepath.WalkDir(filepath.Join(dir, "content"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			r, _ := filepath.Rel(dir, p)
			paths = append(paths, r)
		}
		return nil
	})
	sort.Strings(paths)
	for _, p := range paths {
		b, _ := os.ReadFile(filepath.Join(dir, p))
		d, _ := content.Parse(p, string(b), content.Options{})
		if d != nil {
			docs = append(docs, d)
		} else {
			atts = append(atts, site.Attachment{Path: p, Size: int64(len(b))})
		}
	}
	s, problems := site.Assemble(site.Config{Today: "2026-11-20"}, docs, atts)
	for _, p := range problems {
		if os.Getenv("PROBLEMS") != "" {
			t.Logf("%v %v %v", p.At, p.Code, p.Message)
		}
	}
	pages, err := New(s, load(t), AssetPaths{Stylesheet: "assets/x.css"})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	p := lookSite(t, dir)
	out := os.Getenv("OUT")
	for _, r := range p.Routes {
		b, err := p.Render(r)
		if err != nil {
			t.Error(r.Path, err)
			continue
		}
		f := filepath.Join(out, r.Path, "index.html")
		os.MkdirAll(filepath.Dir(f), 0o755)
		os.WriteFile(f, b, 0o644)
	}
	fmt.Println(len(p.Routes), "routes")
	_ = strings.ToUpper
}

func BenchmarkLook(b *testing.B) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		b.Skip()
	}
	p := lookSite(b, dir)
	by := map[string][]site.Route{}
	var kinds []string
	for _, r := range p.Routes {
		if by[r.View] == nil {
			kinds = append(kinds, r.View)
		}
		by[r.View] = append(by[r.View], r)
	}
	for _, k := range kinds {
		b.Run(k, func(b *testing.B) {
			i := 0
			for b.Loop() {
				p.View(by[k][i%len(by[k])])
				i++
			}
		})
	}
}
