//go:build unix

package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRights(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	protect := func(dir string, mode os.FileMode) {
		t.Helper()
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(dir, 0o755) })
	}
	old := pages{"index.html": "1", "a/b.html": "1"}
	out := filepath.Join(t.TempDir(), "public")
	publish(t, out, Options{}, old)

	// The output may not be written to; its parent may, which is all that an exchange needs.
	protect(out, 0o555)
	if _, err := tryPublish(out, Options{}, pages{"index.html": "2"}); err == nil || kindOf(t, err) != Machine {
		t.Errorf("a protected folder was replaced: %v", err)
	}
	protect(out, 0o755)

	// The parent may not be written to: one by one, inside.
	protect(filepath.Dir(out), 0o555)
	got := publish(t, out, Options{}, pages{"index.html": "2", "a/b.html": "1"})
	if d := cmp.Diff(Report{Written: 1, Unchanged: 1, Bytes: 2}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(pages{"index.html": "2", "a/b.html": "1"}, look(t, out)); d != "" {
		t.Error(d)
	}
	s, err := Open(out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(out, Options{}); err == nil || kindOf(t, err) != Busy {
		t.Errorf("second build: %v", err)
	}
	s.Abort()

	// Nor may the output, and then nothing is.
	protect(out, 0o555)
	_, err = tryPublish(out, Options{}, pages{"index.html": "3"})
	if err == nil || kindOf(t, err) != Machine || !strings.Contains(err.Error(), out) || !strings.Contains(err.Error(), "not allowed to write") {
		t.Errorf("got %v", err)
	}

	// A folder below it may not: what was moved in is put back.
	protect(out, 0o755)
	protect(filepath.Join(out, "a"), 0o555)
	before := look(t, out)
	_, err = tryPublish(out, Options{}, pages{"0.css": "3", "index.html": "3", "a/b.html": "3"})
	if err == nil || kindOf(t, err) != Machine {
		t.Errorf("got %v", err)
	}
	if d := cmp.Diff(before, look(t, out)); d != "" {
		t.Errorf("not put back (-want +got):\n%s", d)
	}
}

func TestAccessRightsOfTheOutputStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, out, Options{}, pages{"index.html": "1"})
	want := os.ModeDir | os.ModeSetgid | 0o775
	if err := os.Chmod(out, want); err != nil {
		t.Fatal(err)
	}
	publish(t, out, Options{}, pages{"index.html": "2"})
	if got := must(os.Stat(out)).Mode(); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
