package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pages is a site: path → text.
type pages map[string]string

// publish runs one whole build.
func publish(t testing.TB, out string, opts Options, site pages) Report {
	t.Helper()
	report, err := tryPublish(out, opts, site)
	if err != nil {
		t.Fatalf("%v (%s)", err, remedy(err))
	}
	return report
}

func tryPublish(out string, opts Options, site pages) (Report, error) {
	s, err := Open(out, opts)
	if err != nil {
		return Report{}, err
	}
	defer s.Abort()
	for p, text := range site {
		f := File{Path: p, Bytes: []byte(text)}
		if strings.HasSuffix(p, ".pdf") {
			f = File{Path: p, Copy: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
		}
		if err := s.Write(f); err != nil {
			return Report{}, err
		}
	}
	return s.Publish()
}

func remedy(err error) string {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.Remedy
	}
	return ""
}

func kindOf(t *testing.T, err error) Kind {
	t.Helper()
	e := (*Error)(nil)
	if !errors.As(err, &e) {
		t.Fatalf("error %v is not an *Error", err)
	}
	if e.Path == "" || e.Problem == "" || e.Remedy == "" {
		t.Errorf("incomplete: %+v", e)
	}
	return e.Kind
}

// look gives what is under a folder, without the owner mark; folders only if they are empty.
func look(t testing.TB, dir string) pages {
	t.Helper()
	got := pages{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if entries, _ := os.ReadDir(p); len(entries) == 0 {
				got[rel+"/"] = ""
			}
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 {
			got[rel], err = os.Readlink(p)
			return err
		}
		text, err := os.ReadFile(p)
		if rel != markName {
			got[rel] = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// beginning of every table: both ways to publish.
func bothWays(t *testing.T, test func(t *testing.T, opts Options)) {
	t.Run("exchange", func(t *testing.T) { test(t, Options{}) })
	t.Run("one by one", func(t *testing.T) { test(t, Options{oneByOne: true}) })
}

func TestPublish(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "deep", "public")
		check := func(name string, site pages, want Report) {
			t.Helper()
			got := publish(t, out, opts, site)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: report (-want +got):\n%s", name, d)
			}
			if d := cmp.Diff(site, look(t, out)); d != "" {
				t.Errorf("%s: published (-want +got):\n%s", name, d)
			}
			for _, e := range must(os.ReadDir(filepath.Dir(out))) {
				if e.Name() != "public" && e.Name() != ".public.casebook-next" {
					t.Errorf("%s: left %s behind", name, e.Name())
				}
			}
		}
		once := !opts.oneByOne
		check("fresh", pages{"index.html": "1", "a/index.html": "2", "a/b/c.pdf": "33"}, Report{Written: 3, Bytes: 4, AllAtOnce: true})
		check("nothing changed", pages{"index.html": "1", "a/index.html": "2", "a/b/c.pdf": "33"}, Report{Unchanged: 3, Bytes: 4, AllAtOnce: true})
		check("one changed", pages{"index.html": "1", "a/index.html": "X", "a/b/c.pdf": "33"}, Report{Written: 1, Unchanged: 2, Bytes: 4, AllAtOnce: once})
		check("an attachment changed, same size", pages{"index.html": "1", "a/index.html": "X", "a/b/c.pdf": "34"}, Report{Written: 1, Unchanged: 2, Bytes: 4, AllAtOnce: once})
		check("an attachment grew", pages{"index.html": "1", "a/index.html": "X", "a/b/c.pdf": "345"}, Report{Written: 1, Unchanged: 2, Bytes: 5, AllAtOnce: once})
		check("one changed back", pages{"index.html": "1", "a/index.html": "2", "a/b/c.pdf": "345"}, Report{Written: 1, Unchanged: 2, Bytes: 5, AllAtOnce: once})
		check("one removed, with its folders", pages{"index.html": "1", "a/index.html": "2"}, Report{Unchanged: 2, Removed: 1, Bytes: 2, AllAtOnce: once})
		check("one new, one changed, one removed", pages{"index.html": "Z", "b/index.html": "3"}, Report{Written: 2, Removed: 1, Bytes: 2, AllAtOnce: once})
		check("a file becomes a folder", pages{"index.html": "Z", "b/index.html/x": "4"}, Report{Written: 1, Unchanged: 1, Removed: 1, Bytes: 2, AllAtOnce: once})
		check("a folder becomes a file", pages{"index.html": "Z", "b": "5"}, Report{Written: 1, Unchanged: 1, Removed: 1, Bytes: 2, AllAtOnce: once})
		check("other capitals", pages{"index.html": "Z", "B": "5"}, Report{Written: 1, Unchanged: 1, Removed: 1, Bytes: 2, AllAtOnce: once})
		check("and again nothing", pages{"index.html": "Z", "B": "5"}, Report{Unchanged: 2, Bytes: 2, AllAtOnce: true})

		os.Remove(filepath.Join(out, "B"))
		os.WriteFile(filepath.Join(out, "index.html"), []byte("tampered"), 0o644)
		check("mends what was changed by hand", pages{"index.html": "Z", "B": "5"}, Report{Written: 2, Bytes: 2, AllAtOnce: once})

		os.RemoveAll(out)
		check("the output was deleted", pages{"index.html": "Z"}, Report{Written: 1, Bytes: 1, AllAtOnce: true})
	})
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestUnchangedTouchesNothing(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		site := pages{"index.html": "1", "a/index.html": "2"}
		publish(t, out, opts, site)
		before := must(os.Stat(filepath.Join(out, "a", "index.html")))
		folder := must(os.Stat(out))
		publish(t, out, opts, site)
		if after := must(os.Stat(filepath.Join(out, "a", "index.html"))); !os.SameFile(before, after) || after.ModTime() != before.ModTime() {
			t.Error("an equal file was written")
		}
		if after := must(os.Stat(out)); !os.SameFile(folder, after) || after.ModTime() != folder.ModTime() {
			t.Error("the folder was touched")
		}
		site["index.html"] = "3"
		publish(t, out, opts, site)
		if after := must(os.Stat(filepath.Join(out, "a", "index.html"))); !os.SameFile(before, after) {
			t.Error("an equal file was written along with a changed one")
		}
	})
}

func TestClean(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		publish(t, out, opts, pages{"index.html": "1", "a": "2"})
		publish(t, out, opts, pages{"index.html": "1", "a": "3"})
		os.WriteFile(filepath.Join(out, "mine.txt"), nil, 0o644)
		opts.Clean = true
		got := publish(t, out, opts, pages{"index.html": "1"})
		if d := cmp.Diff(Report{Written: 1, Removed: 2, Bytes: 1, AllAtOnce: !opts.oneByOne}, got); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(pages{"public/.casebook": string(mark([]string{"index.html"})), "public/index.html": "1"}, look(t, filepath.Dir(out))); d != "" {
			t.Error(d)
		}
	})
}

func TestFailureKeepsOld(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		old := pages{"index.html": "1", "a/index.html": "2"}
		check := func(name string, kind Kind, problem string, build func(s *Stage) error) {
			t.Helper()
			s, err := Open(out, opts)
			if err != nil {
				t.Fatal(err)
			}
			err = build(s)
			if err == nil || kindOf(t, err) != kind || !strings.Contains(err.Error(), problem) {
				t.Errorf("%s: error %v, want %q", name, err, problem)
			}
			if _, again := s.Publish(); again == nil {
				t.Errorf("%s: published after a failure", name)
			}
			s.Abort()
			s.Abort()
			if d := cmp.Diff(old, look(t, out)); d != "" {
				t.Errorf("%s: (-want +got):\n%s", name, d)
			}
			if litter := must(filepath.Glob(filepath.Join(filepath.Dir(out), ".*lock"))); litter != nil {
				t.Errorf("%s: left %v", name, litter)
			}
		}
		broken := errors.New("the stick was pulled out")
		write := func(files ...File) func(*Stage) error {
			return func(s *Stage) error {
				for _, f := range files {
					if err := s.Write(f); err != nil {
						return err
					}
				}
				return nil
			}
		}
		publish(t, out, opts, old)
		unreadable := File{Path: "b.pdf", Copy: func() (io.ReadCloser, error) { return nil, broken }}
		breaksOff := File{Path: "b.pdf", Copy: func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(strings.NewReader("x"), failing{broken})), nil
		}}
		check("an attachment cannot be opened", Machine, "stick", write(File{Path: "index.html", Bytes: []byte("new")}, unreadable))
		check("an attachment breaks off", Machine, "stick", write(File{Path: "index.html", Bytes: []byte("new")}, breaksOff))
		published := File{Path: "index.html", Copy: breaksOff.Copy}
		check("an attachment breaks off while it is compared", Machine, "stick", write(published))
		check("two files of one path", Clash, "same address as index.html", write(File{Path: "index.html"}, File{Path: "index.html"}))
		check("two that differ by capitals", Clash, "same address as Index.html", write(File{Path: "Index.html"}, File{Path: "index.html"}))
		check("two that differ by composition", Clash, "same address", write(File{Path: "caf\u00e9"}, File{Path: "cafe\u0301"}))
		check("two that fold alike", Clash, "same address", write(File{Path: "strasse/x"}, File{Path: "STRAßE/x"}))
		check("a file and a folder", Clash, "same address as a/b.html", write(File{Path: "a/b.html"}, File{Path: "A"}))
		check("a folder and a file", Clash, "same address as a", write(File{Path: "a"}, File{Path: "A/b/c.html"}))
		for _, p := range []string{"", ".", "..", "../x", "a/../../x", "/etc/x", "a//b", "a/", `a\b`, "c:x", "a\nb", "a\xff", ".casebook", ".casebook-next/x"} {
			check(fmt.Sprintf("path %q", p), Clash, "is not a path that can be published", write(File{Path: "new.html"}, File{Path: p}))
		}
	})
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestFirstBuildThatFailsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	_, err := tryPublish(filepath.Join(dir, "public"), Options{}, pages{"a.html": "1", "../b": "2"})
	if err == nil {
		t.Fatal("no error")
	}
	if d := cmp.Diff(pages{"./": ""}, look(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestConcurrentWrites(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		for _, text := range []string{"one", "two", "two"} {
			s, err := Open(out, opts)
			if err != nil {
				t.Fatal(err)
			}
			want := pages{}
			var all sync.WaitGroup
			for i := range 200 {
				p := fmt.Sprintf("d%d/e%d/%d.html", i%3, i%7, i)
				want[p] = text
				all.Go(func() {
					if err := s.Write(File{Path: p, Bytes: []byte(text)}); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if _, err := s.Publish(); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, look(t, out)); d != "" {
				t.Fatal(d)
			}
		}
	})
}

// TestReaderNeverMisses reads pages while they are published again and again.
func TestReaderNeverMisses(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		site := func(n int) pages {
			text := fmt.Sprint("build ", n)
			return pages{"index.html": text, "a/b/index.html": text, "style.css": "same"}
		}
		publish(t, out, opts, site(0))
		stop := make(chan bool)
		var reader sync.WaitGroup
		reader.Go(func() {
			for {
				for p := range site(0) {
					text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(p)))
					if err != nil || len(text) < len("same") {
						t.Errorf("a reader got %q, %v", text, err)
						return
					}
				}
				select {
				case <-stop:
					return
				default:
				}
			}
		})
		for n := range 60 {
			publish(t, out, opts, site(n))
		}
		close(stop)
		reader.Wait()
	})
}

func BenchmarkPublish(b *testing.B) {
	const n = 5000
	files := make([]File, n)
	for i := range files {
		files[i] = File{Path: fmt.Sprintf("cases/cl-%05d/index.html", i), Bytes: []byte(strings.Repeat(fmt.Sprint("page ", i, "\n"), 800))}
	}
	build := func(b *testing.B, out string) {
		s, err := Open(out, Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Abort()
		for _, f := range files {
			if err := s.Write(f); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := s.Publish(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run(fmt.Sprint(n), func(b *testing.B) {
		b.Run("fresh", func(b *testing.B) {
			for b.Loop() {
				build(b, filepath.Join(b.TempDir(), "public"))
			}
		})
		out := filepath.Join(b.TempDir(), "public")
		build(b, out)
		b.Run("unchanged", func(b *testing.B) {
			for b.Loop() {
				build(b, out)
			}
		})
		files[0].Bytes = []byte("the second generation")
		build(b, out)
		b.Run("edit", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				files[0].Bytes = fmt.Append(nil, i)
				build(b, out)
			}
		})
	})
}
