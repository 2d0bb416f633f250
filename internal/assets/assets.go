// Package assets turns the theme's styles, script and other static files into the files that pages load.
//
// In come the source files below static/; out come output files and the plain addresses that pages need. Every name that a
// page loads carries a hash of the file's own bytes, so a host may let browsers keep it for ever. It never looks at content
// and never fetches anything.
package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"casebook/internal/diag"
	"casebook/internal/output"
	"casebook/internal/source"
)

// Result is the files to publish and the addresses, from the root, that every page loads. Other is what is published as it
// is: the caller copies its bytes.
type Result struct {
	Files      []output.File
	Other      map[string]source.File // by published path
	Stylesheet string
	Script     string // runs before the page is shown
	Module     string // runs once it was read
	Icon       string
}

const (
	styleSource  = "static/css/index.css"
	scriptSource = "static/js/theme.js"
	moduleSource = "static/js/main.js"
	iconSource   = "static/favicon.svg"
)

// The lines by which a style sheet and a script name the files that become part of them.
var (
	styleLine  = regexp.MustCompile(`(?m)^\s*@import\s+"([^"]+)"\s*;[ \t]*$`)
	scriptLine = regexp.MustCompile(`(?m)^\s*import\s+"([^"]+)"\s*;[ \t]*$`)
)

// Build flattens the style sheet (index.css and what it imports) and the script (main.js and what it imports, each with names
// of its own), minifies what it understands, and names every file by its bytes. What cannot be minified is published as
// written, with a warning.
func Build(tree source.Tree) (Result, diag.List) {
	var problems diag.List
	r := Result{Other: map[string]source.File{}}
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	small := func(kind, file, text string) string {
		out, err := m.String(kind, text)
		if err != nil {
			problems.Warn("CB110", diag.Pos{File: file}, "the file cannot be made smaller, so it is published as it stands").
				Remedy("check it for a missing bracket or quotation mark")
			return text
		}
		return out
	}
	add := func(name, ext, text string) string {
		sum := sha256.Sum256([]byte(text))
		p := "assets/" + name + "." + hex.EncodeToString(sum[:5]) + ext
		r.Files = append(r.Files, output.File{Path: p, Bytes: []byte(text)})
		return p
	}
	if f, ok := tree.Lookup(styleSource); ok {
		r.Stylesheet = add("style", ".css", small("text/css", styleSource, flatten(tree, f, styleLine, "%s", &problems)))
	}
	if f, ok := tree.Lookup(scriptSource); ok {
		r.Script = add("theme", ".js", small("text/javascript", scriptSource, f.Text))
	}
	if f, ok := tree.Lookup(moduleSource); ok {
		r.Module = add("main", ".js", small("text/javascript", moduleSource, "\"use strict\";\n"+flatten(tree, f, scriptLine, "{\n%s\n}", &problems)))
	}
	if f, ok := tree.Lookup(iconSource); ok {
		r.Icon = add("icon", ".svg", small("image/svg+xml", iconSource, f.Text))
	}
	for _, f := range tree.Files {
		rest, ok := strings.CutPrefix(f.Path, "static/")
		if !ok || strings.HasPrefix(rest, "css/") || strings.HasPrefix(rest, "js/") || f.Path == iconSource {
			continue
		}
		r.Other["assets/"+rest] = f
	}
	return r, problems
}

// flatten joins a file with those it imports, in their order, each as the form says.
func flatten(tree source.Tree, f source.File, importLine *regexp.Regexp, form string, problems *diag.List) string {
	return importLine.ReplaceAllStringFunc(f.Text, func(line string) string {
		name := importLine.FindStringSubmatch(line)[1]
		part, ok := tree.Lookup(path.Join(path.Dir(f.Path), name))
		if !ok {
			problems.Warn("CB111", diag.Pos{File: f.Path}, "%s imports %s, which is not there", path.Base(f.Path), name).
				Remedy("take the line away, or add %s", path.Join(path.Dir(f.Path), name))
			return ""
		}
		return fmt.Sprintf(form, part.Text)
	})
}
