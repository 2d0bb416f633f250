//go:build unix

package source

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPipeIsNeverOpened(t *testing.T) {
	dir := site{page: "", "content/c.md": link + "pipe"}.write(t)
	for _, name := range []string{"content/b.md", "content/pipe", "casebook.yaml"} {
		if err := syscall.Mkfifo(filepath.Join(dir, filepath.FromSlash(name)), 0o644); err != nil {
			t.Skip(err)
		}
	}
	_, diags := read(t, dir, nil)
	want := []string{
		"casebook.yaml: error CB003 left out: it is a named pipe, not a file",
		"content/b.md: warning CB003 left out: it is a named pipe, not a file",
		"content/c.md: warning CB003 left out: it is a named pipe, not a file",
		"content/pipe: warning CB003 left out: it is a named pipe, not a file",
	}
	if d := cmp.Diff(want, lines(diags)); d != "" {
		t.Error(d)
	}

	// Even if it takes a file's place after the listing.
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if files, diags := ReadFiles(root, []Entry{{Path: "content/b.md"}}, Tree{}); files[0].Path != "" || diags != nil {
		t.Errorf("got %+v %v", files, diags)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	dir := site{page: "", "content/b.md": "", "content/c/x.md": ""}.write(t)
	for _, name := range []string{"content/b.md", "content/c"} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Chmod(p, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(p, 0o755) })
	}
	_, diags := read(t, dir, nil)
	want := []string{
		"content/b.md: error CB004 casebook is not allowed to read it",
		"content/c: error CB004 casebook is not allowed to read it",
	}
	if d := cmp.Diff(want, lines(diags)); d != "" {
		t.Error(d)
	}
}
