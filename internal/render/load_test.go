package render

import (
	"io/fs"
	"strings"
	"sync"
	"testing"

	"casebook/internal/diag"
	"casebook/layouts"
)

// theme is the default layouts as Load wants them.
func theme(t testing.TB) map[string]string {
	t.Helper()
	files, err := layoutFiles()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func layoutFiles() (map[string]string, error) {
	files := map[string]string{}
	names, err := fs.Glob(layouts.FS, "*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := layouts.FS.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files["layouts/"+name] = string(text)
	}
	return files, nil
}

// standard is the default layouts, read once for all tests: a Set never changes.
var standard = sync.OnceValues(func() (*Set, diag.List) {
	files, err := layoutFiles()
	if err != nil {
		panic(err)
	}
	return Load(files)
})

func load(t testing.TB) *Set {
	t.Helper()
	set, problems := standard()
	for _, p := range problems {
		t.Errorf("%s %s %s", p.At, p.Code, p.Message)
	}
	if set == nil {
		t.FailNow()
	}
	return set
}

func TestDefaultThemeLoads(t *testing.T) { load(t) }

// A site overrides one file; what is wrong with it is said with its line.
func TestLoadSaysWhatIsWrong(t *testing.T) {
	check := func(name, file, text, want string) {
		t.Helper()
		files := theme(t)
		if files[file] = text; text == "" {
			delete(files, file)
		}
		set, problems := Load(files)
		if len(problems) == 0 {
			t.Errorf("%s: no problem found", name)
			return
		}
		if got := problems[0].Code + " " + problems[0].At.String() + ": " + problems[0].Message; !strings.HasPrefix(got, want) {
			t.Errorf("%s\n got %s\nwant %s", name, got, want)
		}
		if problems[0].Hint == "" {
			t.Errorf("%s: no remedy", name)
		}
		if (set == nil) != problems.Failed() {
			t.Errorf("%s: a set although the theme has errors, or none although it has not", name)
		}
	}
	check("an action is not closed", "layouts/case.html", "<p>\n{{if .PageTitle}}\n", "CB180 layouts/case.html:2:1: the layout cannot be read: unexpected EOF")
	check("an unknown function", "layouts/case.html", "<p>\n\n{{now}}", "CB180 layouts/case.html:3:1: the layout cannot be read: function \"now\" not defined")
	check("a misspelt field", "layouts/person.html", "<h1>\n{{.PageTitel}}</h1>", "CB183 layouts/person.html:2:1: the layout cannot be used: .PageTitel is not known here")
	check("a misspelt field in a branch", "layouts/person.html", "<h1>\n\n{{range .Works}}{{.Titel}}{{end}}</h1>", "CB183 layouts/person.html:3:1: the layout cannot be used")
	check("a misspelt field in a shared part", "layouts/card.html", "<li>\n{{.Titel}}</li>", "CB183 layouts/card.html:2:1: the layout cannot be used")
	check("a part that does not exist", "layouts/person.html", "<h1>\n{{template \"nobody\"}}</h1>", "CB183 layouts/person.html:2:1: the layout cannot be used")
	check("an attribute left open", "layouts/person.html", "<h1>\n<a href=\"{{.PageTitle}}</h1>", "CB183 layouts/person.html")
	const nothing = ": the layout shows nothing: nothing stands outside {{define}} and {{end}}"
	check("parts only", "layouts/person.html", "{{define \"main\"}}<h1>{{.PageTitle}}</h1>{{end}}\n", "CB183 layouts/person.html"+nothing)
	check("parts only of a page that writes itself whole", "layouts/redirect.html", "{{define \"x\"}}<!DOCTYPE html>{{end}}", "CB183 layouts/redirect.html"+nothing)
	check("parts only of the frame", "layouts/base.html", "{{/* ours */}}{{define \"frame\"}}<!DOCTYPE html>{{.Main}}{{end}}", "CB183 layouts/base.html"+nothing)
	check("nothing at all", "layouts/person.html", " \n{{/* later */}}\n", "CB183 layouts/person.html"+nothing)
	check("a layout is missing", "layouts/person.html", "", "CB182 layouts/person.html: the layout is missing")
	check("a part is missing", "layouts/footer.html", "", "CB182 layouts/footer.html: the layout is missing")
	check("minifying breaks it", "layouts/person.html", "<h1>{{.PageTitle}}</h1><h{{len .Works}}>x</h{{len .Works}}>", "CB181 layouts/person.html: the layout cannot be made smaller")
}

// A part may show nothing, and a file may hold nothing but parts for others, or its own layout between {{define}} and {{end}}.
func TestLoadBearsFilesOfParts(t *testing.T) {
	files := theme(t)
	files["layouts/parts.html"] = "{{define \"name\"}}<b>{{.PageTitle}}</b>{{end}}"
	files["layouts/person.html"] = "{{define \"person\"}}<h1>{{template \"name\" .}}</h1>{{end}}"
	files["layouts/footer.html"] = "{{/* none */}}"
	set, problems := Load(files)
	for _, p := range problems {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	if set == nil {
		return
	}
	page, err := Page(set, Person{Frame: Frame{PageTitle: "Ada"}})
	if err != nil || !strings.Contains(string(page), "<h1><b>Ada</b></h1>") {
		t.Errorf("%s %v", page, err)
	}
}

func TestLoadLeavesOtherFilesAlone(t *testing.T) {
	files := theme(t)
	files["static/css/base.css"] = "{{"
	files["layouts/layouts.go"] = "{{"
	files["layouts/old/case.html"] = "{{"
	if _, problems := Load(files); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}
