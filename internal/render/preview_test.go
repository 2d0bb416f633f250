package render

import (
	"bufio"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/static"
)

var previewDir = flag.String("preview", "", "write every sample page, with its style in one file, into this folder")

// TestPreview shows the theme: go test ./internal/render -run Preview -preview DIR
func TestPreview(t *testing.T) {
	if *previewDir == "" {
		t.Skip("needs -preview DIR")
	}
	set := load(t)
	write := func(name string, text []byte) {
		if err := os.WriteFile(filepath.Join(*previewDir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	around := shared(t, set, "")
	for layout, view := range samples() {
		page, err := Page(set, framed(view, around))
		if err != nil {
			t.Fatal(err)
		}
		write(layout+".html", page)
	}
	write("casebook.css", []byte(styles(t)))
	for from, to := range map[string]string{"js/theme.js": "theme.js", "favicon.svg": "favicon.svg"} {
		text, err := fs.ReadFile(static.FS, from)
		if err != nil {
			t.Fatal(err)
		}
		write(to, text)
	}
}

// styles is css/index.css with its imports in place.
func styles(t testing.TB) string {
	t.Helper()
	index, err := fs.ReadFile(static.FS, "css/index.css")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for lines := bufio.NewScanner(strings.NewReader(string(index))); lines.Scan(); {
		name, ok := strings.CutPrefix(lines.Text(), `@import "`)
		if !ok {
			b.WriteString(lines.Text() + "\n")
			continue
		}
		text, err := fs.ReadFile(static.FS, "css/"+strings.TrimSuffix(name, `";`))
		if err != nil {
			t.Error(err)
		}
		b.Write(text)
	}
	return b.String()
}
