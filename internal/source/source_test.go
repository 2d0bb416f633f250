package source

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unsafe"

	"casebook/internal/diag"

	"github.com/google/go-cmp/cmp"
)

// site is a folder as a map: "link:" + target makes a symbolic link, a name that ends in "/" a folder.
type site map[string]string

const link = "link:"

// page is a content file that keeps the folder from being called empty.
const page = "content/a.md"

func (s site) write(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range s {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		target, isLink := strings.CutPrefix(text, link)
		switch {
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(p, 0o755)
		case isLink:
			err = os.Symlink(target, p)
		default:
			err = os.WriteFile(p, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, dir string, theme map[string]fs.FS) (Tree, diag.List) {
	t.Helper()
	tree, diags, err := Read(dir, theme, Tree{})
	if err != nil {
		t.Fatal(err)
	}
	return tree, diags
}

func paths(t Tree) []string {
	out := []string{}
	for _, f := range t.Files {
		out = append(out, f.Path)
	}
	return out
}

// lines prints a list as "file:line:col: severity code message".
func lines(l diag.List) []string {
	out := []string{}
	for _, d := range l {
		out = append(out, d.At.String()+": "+d.Severity.String()+" "+d.Code+" "+d.Message)
	}
	return out
}

func TestList(t *testing.T) {
	check := func(name string, s site, want ...string) {
		t.Helper()
		got, diags := read(t, s.write(t), nil)
		if d := cmp.Diff(want, paths(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if len(diags) > 0 {
			t.Errorf("%s: unexpected %v", name, lines(diags))
		}
	}
	check("four places, sorted by bytes",
		site{"casebook.yaml": "", "content/b/c.md": "", "content/b.md": "", "layouts/case.html": "", "static/a.css": "", "README.md": "", "public/x.html": ""},
		"casebook.yaml", "content/b.md", "content/b/c.md", "layouts/case.html", "static/a.css")
	check("any capitals of an extension", site{"content/a.MD": "", "content/b.markdown": "", "content/c.Markdown": ""},
		"content/a.MD", "content/b.markdown", "content/c.Markdown")
	check("litter and hidden files", site{page: "", "content/a.md~": "", "content/.a.md.swp": "", "content/a.swp": "", "content/.#a.md": link + "nobody@host",
		"content/#a.md#": "", "content/~$a.docx": "", "content/Thumbs.db": "", "content/desktop.ini": "", "content/.DS_Store": "", "content/.env": "",
		"content/.git/config": "", "static/.well-known/x": "", "content/4913": ""}, page)
	check("the packages that embed the theme", site{page: "", "layouts/layouts.go": "", "static/static.go": "", "content/x.go": ""}, page, "content/x.go")
	check("a link inside the folder", site{page: "", "content/b.md": link + "a.md", "content/pics": link + "../shared/pics", "shared/pics/p.png": "x"},
		page, "content/b.md", "content/pics/p.png")
	check("a link from one folder into another", site{page: "", "content/x/b.md": link + "../a.md", "content/x/c.md": link + "../../shared/c.md", "content/x/d.md": "", "shared/c.md": ""},
		page, "content/x/b.md", "content/x/c.md", "content/x/d.md")
	check("other letters and awkward but harmless names", site{page: "", "content/Tŷ.md": "", "content/学生.md": "", "content/%2e%2e.md": "", "content/-rf.md": "", "content/it's & so.md": ""},
		"content/%2e%2e.md", "content/-rf.md", "content/Tŷ.md", page, "content/it's & so.md", "content/学生.md")
	deep := "content/" + strings.Repeat("d/", 60) + "x.md"
	check("sixty folders deep", site{deep: ""}, deep)
}

func TestProblems(t *testing.T) {
	check := func(name string, s site, want ...string) {
		t.Helper()
		_, diags := read(t, s.write(t), nil)
		if d := cmp.Diff(want, lines(diags)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		for _, d := range diags {
			if d.Hint == "" {
				t.Errorf("%s: %s has no remedy", name, d.Code)
			}
		}
	}
	check("no content", site{"casebook.yaml": ""}, "content: error CB005 there is no folder called content here")
	check("content is a file", site{"content": "x"}, "content: error CB005 content is a file, and has to be a folder")
	check("content is empty", site{"content/": ""}, "content: error CB005 the content folder has no page in it (no file that ends in .md)")
	check("content has litter only", site{"content/.DS_Store": ""}, "content: error CB005 the content folder has no page in it (no file that ends in .md)")

	check("link out, to a file", site{page: "", "content/b.md": link + "/etc/hostname"}, "content/b.md: warning CB003 left out: it is a link that leads out of the site folder")
	check("link out, upwards", site{page: "", "content/b.md": link + "../../x.md"}, "content/b.md: warning CB003 left out: it is a link that leads out of the site folder")
	check("link out, to a folder", site{page: "", "content/b": link + "/etc"}, "content/b: warning CB003 left out: it is a link that leads out of the site folder")
	check("link out, in static", site{page: "", "static/b.css": link + "/etc/hostname"}, "static/b.css: warning CB003 left out: it is a link that leads out of the site folder")
	check("link to a hidden file", site{page: "", ".git/config": "secret", "content/b.txt": link + "../.git/config"}, "content/b.txt: warning CB003 left out: it is a link to a hidden file or folder")
	check("dangling link", site{page: "", "content/b.md": link + "gone.md"}, "content/b.md: warning CB003 left out: it is a link to something that does not exist")
	check("link to itself", site{page: "", "content/b.md": link + "b.md"}, "content/b.md: warning CB003 left out: it is a link that leads back to itself")
	check("link to its own folder", site{page: "", "content/b": link + "."}, "content/b: warning CB003 left out: it is a link to a folder that it lies in")
	check("link to the site", site{page: "", "content/b": link + ".."}, "content/b: warning CB003 left out: it is a link to a folder that it lies in")
	check("links that would make endless paths", site{page: "", "content/x/b": link + "../b", "content/b/c": link + "../c", "content/c/": ""},
		"content/x/b/c: warning CB003 left out: it is a link to a folder, which is not followed here")
	check("links that lead to each other", site{page: "", "content/x/b": link + "../b", "content/b/x": link + "../x"},
		"content/b/x/b: warning CB003 left out: it is a link to a folder that it lies in",
		"content/x/b/x: warning CB003 left out: it is a link to a folder that it lies in")
	check("content is a link out", site{"content": link + "/etc"}, "content: error CB003 left out: it is a link that leads out of the site folder")
	check("the config is a link out", site{page: "", "casebook.yaml": link + "/etc/hostname"}, "casebook.yaml: error CB003 left out: it is a link that leads out of the site folder")
	check("the config is a folder", site{page: "", "casebook.yaml/x": ""}, "casebook.yaml: error CB003 left out: it is a folder, and has to be a file")
	check("layouts is a file", site{page: "", "layouts": ""}, "layouts: warning CB003 left out: it is not a folder")
	check("a folder with a page's name", site{page: "", "content/b.md/x.md": ""}, "content/b.md: warning CB003 left out: it is a folder with the name of a page")

	device := func(p string) string {
		return p + ": warning CB006 its name is that of a device, so nobody can open it on Windows"
	}
	check("names Windows refuses", site{page: "", "content/CON.md": "", "content/aux/x.md": "", "content/nul.tar.gz": "", "content/com1.md": "", "content/console.md": "",
		"content/a:b.md": "", "content/dot./x.md": ""},
		device("content/CON.md"), `content/a:b.md: warning CB006 its name has one of < > : " | ? *, so nobody can open it on Windows`,
		device("content/aux"), device("content/com1.md"), "content/dot.: warning CB006 its name ends in a dot or a space, so nobody can open it on Windows", device("content/nul.tar.gz"))
	check("conflict copies", site{page: "", "content/a (1).md": "", "content/a (conflicted copy 2024-01-02).md": "", "content/a - Copy.md": "", "content/a.sync-conflict-20240102-1.md": "",
		"content/Minutes (2).md": "", "content/Report (2019).md": ""},
		`content/a (1).md: warning CB007 looks like a second copy of "a.md"`,
		"content/a (conflicted copy 2024-01-02).md: warning CB007 looks like a copy that a synchronised folder made when two people edited one file",
		`content/a - Copy.md: warning CB007 looks like a second copy of "a.md"`,
		"content/a.sync-conflict-20240102-1.md: warning CB007 looks like a copy that a synchronised folder made when two people edited one file")
	long := "content/" + strings.Repeat("é", 120) + ".md"
	check("a long name", site{page: "", long: ""}, long+": error CB008 its name is 243 bytes long, and 200 is the most")
	check("a name that is not UTF-8", site{page: "", "content/caf\xe9.md": ""}, "content/caf?.md: error CB008 its name is not written in UTF-8")
	check("names with what cannot be seen", site{page: "", "content/a\nb.md": "", "content/c\u202ed.md": "", `content/e\f.md`: ""},
		"content/a?b.md: error CB008 its name has a backslash, a line break or another character that cannot be seen",
		"content/c?d.md: error CB008 its name has a backslash, a line break or another character that cannot be seen",
		`content/e\f.md: error CB008 its name has a backslash, a line break or another character that cannot be seen`)
	check("an encoding, with its place", site{page: "a\r\nb\rcaf\xe9 \n"}, "content/a.md:3:4: error CB001 is not UTF-8: it looks like Latin-1 (ISO 8859-1) or Windows-1252")
}

func TestTheme(t *testing.T) {
	theme := map[string]fs.FS{
		"layouts": fstest.MapFS{"case.html": {Data: []byte("built in")}, "guide.html": {Data: []byte("built in")}, "layouts.go": {}},
		"static":  fstest.MapFS{"fonts/a.woff2": {Data: []byte("font")}, ".hidden/x": {}},
	}
	dir := site{page: "", "layouts/case.html": "own"}.write(t)
	tree, diags := read(t, dir, theme)
	if len(diags) > 0 {
		t.Fatal(lines(diags))
	}
	if d := cmp.Diff([]string{page, "layouts/case.html", "layouts/guide.html", "static/fonts/a.woff2"}, paths(tree)); d != "" {
		t.Error(d)
	}
	for p, want := range map[string]string{"layouts/case.html": "own", "layouts/guide.html": "built in", "static/fonts/a.woff2": "font"} {
		f, ok := tree.Lookup(p)
		if !ok || f.Theme == (want == "own") || f.Hash != sha256.Sum256([]byte(want)) {
			t.Errorf("%s: found %v, theme %v, hash %x", p, ok, f.Theme, f.Hash)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		r, err := Open(root, theme, f)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := io.ReadAll(r); string(got) != want {
			t.Errorf("Open(%s) = %q, want %q", p, got, want)
		}
		r.Close()
	}
	// A link that leads nowhere does not hide the theme's file.
	tree, _ = read(t, site{page: "", "layouts/case.html": link + "gone"}.write(t), theme)
	if f, _ := tree.Lookup("layouts/case.html"); f.Text != "built in" {
		t.Errorf("layout behind a dangling link = %q", f.Text)
	}
}

func TestReadAgain(t *testing.T) {
	dir := site{page: "\uFEFFone\r\ntwo", "content/p.png": "pixels"}.write(t)
	first, _ := read(t, dir, nil)
	a, _ := first.Lookup(page)
	if a.Text != "one\ntwo" || a.Size != 11 || a.Hash != sha256.Sum256([]byte("one\ntwo")) {
		t.Fatalf("got %+v", a)
	}
	if first.Line(page, 2) != "two" || first.Line(page, 1) != "one" || first.Line(page, 3) != "" || first.Line("content/p.png", 1) != "" || first.Line(page, 0) != "" {
		t.Error("Line is wrong")
	}
	again, _, err := Read(dir, nil, first)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := again.Lookup(page)
	if unsafe.StringData(a.Text) != unsafe.StringData(b.Text) {
		t.Error("an unchanged text takes memory again")
	}
	if d := cmp.Diff(first, again); d != "" {
		t.Error(d)
	}

	// Same size and same time, other bytes.
	p := filepath.Join(dir, filepath.FromSlash(page))
	info, err := os.Stat(p)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(p, []byte("\uFEFFone\r\nTWO"), 0o644)
	os.Chtimes(p, info.ModTime(), info.ModTime())
	changed, _, _ := Read(dir, nil, first)
	if f, _ := changed.Lookup(page); f.Text != "one\nTWO" {
		t.Errorf("a change with the same size and time is lost: %q", f.Text)
	}
}

func TestVanishedFileIsNoProblem(t *testing.T) {
	dir := site{page: "", "content/b.md": ""}.write(t)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	os.Remove(filepath.Join(dir, "content", "b.md"))
	files, diags := ReadFiles(root, []Entry{{Path: "content/b.md"}}, Tree{})
	if files[0].Path != "" || diags != nil {
		t.Errorf("got %+v %v", files, diags)
	}
}

func TestTooMuchText(t *testing.T) {
	dir := site{page: ""}.write(t)
	if err := os.Truncate(filepath.Join(dir, "content", "a.md"), maxText+1<<20); err != nil {
		t.Fatal(err)
	}
	_, diags := read(t, dir, nil)
	if d := cmp.Diff([]string{"content/a.md: error CB009 is 65 MB of text, and 64 MB is the most"}, lines(diags)); d != "" {
		t.Error(d)
	}
}

func TestNoSiteFolder(t *testing.T) {
	if _, _, err := Read(filepath.Join(t.TempDir(), "gone"), nil, Tree{}); err == nil {
		t.Error("no error")
	}
}
