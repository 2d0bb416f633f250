package render

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"casebook/static"
)

// Every style is joined once, none asks for anything from elsewhere, and what a layout draws is drawn somewhere.
func TestStylesAreWhole(t *testing.T) {
	index, err := fs.ReadFile(static.FS, "css/index.css")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(static.FS, "css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimPrefix(file, "css/")
		text, err := fs.ReadFile(static.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(index), `@import "`+name+`";`); name != "index.css" && n != 1 {
			t.Errorf("%s is imported %d times", name, n)
		}
		if strings.Count(string(text), "{") != strings.Count(string(text), "}") {
			t.Errorf("%s: a brace is missing", name)
		}
		if name != "index.css" && !strings.Contains(string(text), "@layer ") {
			t.Errorf("%s is in no layer", name)
		}
		if regexp.MustCompile(`url\(|https?:`).Match(text) && name != "print.css" {
			t.Errorf("%s asks for something", name)
		}
	}
	all := styles(t)
	actions := regexp.MustCompile(`\{\{[^}]*\}\}`)
	for file, text := range theme(t) {
		for _, m := range regexp.MustCompile(`class="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			for _, class := range strings.Fields(actions.ReplaceAllString(m[1], " ")) {
				if !strings.Contains(all, "."+class) {
					t.Errorf("%s: no style says .%s", file, class)
				}
			}
		}
	}
}

// One script stands in the head of every page, before it is shown. All of them together are small.
func TestScriptsAreSmall(t *testing.T) {
	files, err := fs.Glob(static.FS, "js/*.js")
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for _, file := range files {
		text, err := fs.ReadFile(static.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		all += len(text)
		if file == "js/theme.js" && len(text) > 1536 || all > 20_000 {
			t.Errorf("%s has %d bytes, %d with those before it", file, len(text), all)
		}
	}
}
