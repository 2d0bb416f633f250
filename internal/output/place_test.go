package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes files below a new folder; a name that ends in "/" is a folder, a text that begins with "link:" a link.
func tree(t *testing.T, files pages) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(p), 0o755)
		target, isLink := strings.CutPrefix(text, "link:")
		switch {
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(p, 0o755)
		case isLink:
			err = os.Symlink(filepath.FromSlash(target), p)
		default:
			err = os.WriteFile(p, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRefused(t *testing.T) {
	check := func(out, problem string, files pages) {
		t.Helper()
		dir := tree(t, files)
		before := look(t, dir)
		opts := Options{Source: filepath.Join(dir, "home", "site"), Home: filepath.Join(dir, "home")}
		s, err := Open(filepath.Join(dir, filepath.FromSlash(out)), opts)
		if err == nil {
			s.Abort()
			t.Errorf("%s: not refused", out)
			return
		}
		if kind := kindOf(t, err); kind != Refused || !strings.Contains(err.Error(), problem) {
			t.Errorf("%s: %v, want %q", out, err, problem)
		}
		if d := cmp.Diff(before, look(t, dir)); d != "" {
			t.Errorf("%s: something changed (-want +got):\n%s", out, d)
		}
	}
	site := pages{"home/site/content/a.md": "a", "home/site/casebook.yaml": "", "home/notes.txt": "n"}
	with := func(name, text string) pages {
		out := pages{name: text}
		for k, v := range site {
			out[k] = v
		}
		return out
	}
	check("home/site", "is the site folder", site)
	check("home/site/", "is the site folder", site)
	check("home/site/public/..", "is the site folder", site)
	check("home", "is your home folder", site)
	check("", "is your home folder, or holds it", site)
	check("home/site/content", "overlaps the folder content", site)
	check("home/site/content/public", "overlaps the folder content", site)
	check("home/site/static", "overlaps the folder static", site)
	check("home/site/layouts/new/deep", "overlaps the folder layouts", site)
	check("home/site/casebook.yaml", "is a file", site)
	check("home/other", "is not empty and casebook did not make it (it has x)", with("home/other/x", ""))
	check("home/other", "is not empty and casebook did not make it (it has .casebook)", with("home/other/.casebook", "something else"))
	check("home/other", "is not empty and casebook did not make it (it has .git/config)", with("home/other/.git/config", ""))
	check("link", "is the site folder", with("link", "link:home/site"))
	check("link/x", "overlaps the folder content", with("link", "link:home/site/content"))
	check("link", "is a link to something that does not exist", with("link", "link:nowhere"))
	// content is a link, and the output lies where it leads.
	linked := pages{"data/content/a.md": "", "home/site/content": "link:../../data/content"}
	check("data", "overlaps the folder content", linked)
	check("data/content/public", "overlaps the folder content", linked)
}

func TestWholeDiskIsRefused(t *testing.T) {
	if _, err := Open(string(filepath.Separator), Options{}); err == nil || kindOf(t, err) != Refused {
		t.Errorf("got %v", err)
	}
}

func TestForeignFileInAnOwnedFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, out, Options{}, pages{"index.html": "1", "a/b.html": "2"})
	check := func(name string, refused bool) {
		t.Helper()
		p := filepath.Join(out, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(p), 0o755)
		os.WriteFile(p, []byte("mine"), 0o644)
		_, err := tryPublish(out, Options{}, pages{"index.html": "2"})
		if (err != nil) != refused || refused && !strings.Contains(err.Error(), filepath.FromSlash(name)+": was not made by casebook") {
			t.Errorf("%s: %v", name, err)
		}
		if text, _ := os.ReadFile(p); refused && string(text) != "mine" {
			t.Errorf("%s is lost", name)
		}
		os.Remove(p)
	}
	check("notes.txt", true)
	check("a/mine.html", true)
	check(".git", true)
	check(".DS_Store", false)
	check("desktop.ini", false)
}

func TestLinkedOutputStaysALink(t *testing.T) {
	dir := tree(t, pages{"real/": "", "public": "link:real", "site/content/a.md": ""})
	opts := Options{Source: filepath.Join(dir, "site")}
	for _, text := range []string{"1", "2", "3"} {
		publish(t, filepath.Join(dir, "public"), opts, pages{"index.html": text})
		if info := must(os.Lstat(filepath.Join(dir, "public"))); info.Mode()&os.ModeSymlink == 0 {
			t.Fatal("the link was replaced")
		}
		if d := cmp.Diff(pages{"index.html": text}, look(t, filepath.Join(dir, "real"))); d != "" {
			t.Error(d)
		}
	}
}

// TestLinkInAnOldGeneration holds that nothing is written through a link that someone put where casebook prepares the site.
func TestLinkInAnOldGeneration(t *testing.T) {
	dir := tree(t, pages{"safe/x.html": "safe", "safe/y.html": "safe"})
	out := filepath.Join(dir, "public")
	publish(t, out, Options{}, pages{"a/x.html": "1", "b": "1"})
	publish(t, out, Options{}, pages{"a/x.html": "2", "b": "1"})
	a := filepath.Join(dir, ".public.casebook-next", "a")
	os.RemoveAll(a)
	if err := os.Symlink(filepath.Join(dir, "safe"), a); err != nil {
		t.Skip(err)
	}
	publish(t, out, Options{}, pages{"a/x.html": "3", "b": "1"})
	if d := cmp.Diff(pages{"a/x.html": "3", "b": "1"}, look(t, out)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(pages{"x.html": "safe", "y.html": "safe"}, look(t, filepath.Join(dir, "safe"))); d != "" {
		t.Error(d)
	}
}

func TestStrangerWhereTheSiteIsPrepared(t *testing.T) {
	check := func(name string, files pages, refused bool) {
		t.Helper()
		dir := tree(t, files)
		_, err := tryPublish(filepath.Join(dir, "public"), Options{}, pages{"index.html": "1"})
		if (err != nil) != refused || refused && kindOf(t, err) != Refused {
			t.Errorf("%s: %v", name, err)
		}
	}
	const next = ".public.casebook-next"
	check("a folder of somebody", pages{next + "/x": ""}, true)
	check("a file", pages{next: ""}, true)
	check("an empty folder", pages{next + "/": ""}, false)
	check("killed while the mark was written", pages{next + "/" + markName: ""}, false)
	check("killed later", pages{next + "/" + markName: string(mark(nil)), next + "/half.html": "ha"}, false)
	check("a lock file that a killed build left", pages{".public.casebook-lock": ""}, false)
}

func TestTwoBuildsAtOnce(t *testing.T) {
	bothWays(t, func(t *testing.T, opts Options) {
		out := filepath.Join(t.TempDir(), "public")
		first, err := Open(out, opts)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Open(out, opts); err == nil || kindOf(t, err) != Busy || !strings.Contains(err.Error(), "another build is running") {
			t.Errorf("second build: %v", err)
		}
		if err := first.Write(File{Path: "index.html"}); err != nil {
			t.Fatal(err)
		}
		if _, err := first.Publish(); err != nil {
			t.Fatal(err)
		}
		second, err := Open(out, opts)
		if err != nil {
			t.Fatal(err)
		}
		first.Abort() // must not take the second's lock away
		if _, err := Open(out, opts); err == nil || kindOf(t, err) != Busy {
			t.Errorf("third build: %v", err)
		}
		second.Abort()
	})
}
