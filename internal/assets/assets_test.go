package assets

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casebook/internal/source"
)

// built makes the assets of a tree of texts.
func built(t *testing.T, files map[string]string) (Result, []string) {
	t.Helper()
	var list []source.File
	for p, text := range files {
		list = append(list, source.File{Path: p, Text: text, IsText: true})
	}
	r, problems := Build(source.NewTree(list))
	var said []string
	for _, p := range problems {
		said = append(said, p.Code+" "+p.At.File)
	}
	return r, said
}

func text(r Result, path string) string {
	for _, f := range r.Files {
		if f.Path == path {
			return string(f.Bytes)
		}
	}
	return ""
}

func TestStylesAreJoinedInTheirOrder(t *testing.T) {
	r, said := built(t, map[string]string{
		"static/css/index.css": "@layer a, b;\n@import \"b.css\";\n@import \"a.css\";\n",
		"static/css/a.css":     "@layer a { p { color: red } }",
		"static/css/b.css":     "@layer b { p { color: #ff0000 } }",
	})
	if len(said) > 0 {
		t.Error(said)
	}
	css := text(r, r.Stylesheet)
	if strings.Contains(css, "@import") || strings.Index(css, "@layer b{") > strings.Index(css, "@layer a{") || !strings.HasPrefix(css, "@layer a,b") {
		t.Error(css)
	}
}

func TestScriptsAreJoinedEachWithItsOwnNames(t *testing.T) {
	r, said := built(t, map[string]string{
		"static/js/main.js": "// All.\nimport \"./b.js\";\nimport \"./a.js\";\n",
		"static/js/a.js":    "const one = 1; document.title = one;",
		"static/js/b.js":    "const one = 2; document.title = one;",
	})
	if js := text(r, r.Module); len(said) > 0 || js != `"use strict";{const e=2;document.title=e}{const e=1;document.title=e}` {
		t.Error(said, js)
	}
	if r, said = built(t, map[string]string{"static/js/main.js": "import \"./gone.js\";\n"}); !slices.Equal(said, []string{"CB111 static/js/main.js"}) {
		t.Error(said, text(r, r.Module))
	}
}

func TestAMissingImportIsSaid(t *testing.T) {
	_, said := built(t, map[string]string{"static/css/index.css": "@import \"gone.css\";\n"})
	if !slices.Equal(said, []string{"CB111 static/css/index.css"}) {
		t.Error(said)
	}
}

func TestNamesFollowBytes(t *testing.T) {
	one, _ := built(t, map[string]string{"static/css/index.css": "p { color: red }"})
	same, _ := built(t, map[string]string{"static/css/index.css": "p  {  color: red  }"})
	other, _ := built(t, map[string]string{"static/css/index.css": "p { color: blue }"})
	if one.Stylesheet != same.Stylesheet || one.Stylesheet == other.Stylesheet {
		t.Error(one.Stylesheet, same.Stylesheet, other.Stylesheet)
	}
}

func TestABrokenScriptIsPublishedAsWritten(t *testing.T) {
	const script = "function ( { \"unclosed"
	r, said := built(t, map[string]string{"static/js/theme.js": script})
	if !slices.Equal(said, []string{"CB110 static/js/theme.js"}) || text(r, r.Script) != script {
		t.Error(said, text(r, r.Script))
	}
}

func TestOtherFilesKeepTheirNames(t *testing.T) {
	r, _ := built(t, map[string]string{"static/logo.svg": "<svg/>", "static/favicon.svg": "<svg/>"})
	if _, ok := r.Other["assets/logo.svg"]; !ok || len(r.Other) != 1 || !strings.HasPrefix(r.Icon, "assets/icon.") {
		t.Error(r.Other, r.Icon)
	}
}

var calcs = regexp.MustCompile(`(?:calc|clamp|min|max)\([^;{}]*`)

// TestMinifyingKeepsSums holds a known trap of the minifier: it may take the spaces around + and − in a calc(), without
// which browsers drop the whole declaration.
func TestMinifyingKeepsSums(t *testing.T) {
	files := map[string]string{}
	entries, err := os.ReadDir("../../static/css")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile("../../static/css/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		files["static/css/"+e.Name()] = string(data)
	}
	r, said := built(t, files)
	if len(said) > 0 {
		t.Error(said)
	}
	for _, sum := range calcs.FindAllString(text(r, r.Stylesheet), -1) {
		if regexp.MustCompile(`[0-9a-z%)]\+|[0-9a-z%)]-[0-9(]`).MatchString(strings.ReplaceAll(sum, "var(--", "var(")) {
			t.Errorf("a sum has lost its spaces: %s", sum)
		}
	}
}
