package render

import (
	"errors"
	"html/template"
	"io"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"

	"casebook/internal/diag"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// spriteFile holds the drawings; it is no template.
const spriteFile = "layouts/sprite.html"

// Load parses layouts, given as path → text ("layouts/case.html" → …). A layout is called by its file's name without
// extension. Each is minified once, here; one that no longer works afterwards is used as written, with a warning. Every layout
// is tried with an empty and with a filled view, so that a misspelt field is found now, at its line. On an error the Set is nil.
func Load(files map[string]string) (*Set, diag.List) {
	written := layoutsIn(files)
	asWritten, problems := readAll(written)
	if !problems.Failed() {
		problems = tryAll(asWritten)
	}
	if problems.Failed() {
		return nil, problems.Sorted()
	}
	return LoadTheme(files)
}

// LoadTheme is Load for layouts that are known to work as they are written: the built-in ones, with which a test calls Load.
func LoadTheme(files map[string]string) (*Set, diag.List) {
	written, problems := layoutsIn(files), diag.List(nil)
	templates := smaller(written, &problems)
	c := &compiler{layouts: templates, made: map[compiled]*program{}}
	set := &Set{
		templates: templates,
		layouts:   map[reflect.Type]layout{},
		base:      c.layout("base", whole{}),
		symbols:   symbols(files[spriteFile]),
		runs:      &sync.Pool{New: func() any { return new(run) }},
	}
	for _, v := range AllViews() {
		l := c.layout(v.Layout, v.Empty)
		l.alone = isDocument(written[v.Layout])
		set.layouts[reflect.TypeOf(v.Empty)] = l
	}
	return set, problems.Sorted()
}

// layoutsIn are the layouts among files, by name.
func layoutsIn(files map[string]string) map[string]string {
	written := map[string]string{}
	for file, text := range files {
		if path.Dir(file) == "layouts" && path.Ext(file) == ".html" && file != spriteFile {
			// The newline at the end of a file would be a space after every word that a layout sets.
			written[layoutName(file)] = strings.TrimRight(text, " \n\r\t")
		}
	}
	return written
}

// layout is a layout with its program, if it can have one.
func (c *compiler) layout(name string, empty any) layout {
	p, _ := c.program(name, reflect.TypeOf(empty))
	return layout{Template: c.layouts.Lookup(name), program: p}
}

// readAll parses layouts by name.
func readAll(texts map[string]string) (*template.Template, diag.List) {
	var problems diag.List
	all := template.New("")
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if _, err := all.New(name).Parse(texts[name]); err != nil {
			at, cause := place(err, name)
			problems.Error("CB180", at, "the layout cannot be read: %s", cause).
				Remedy("look for a {{ without its }}, or an {{if}} or {{range}} without its {{end}}; or take your copy away to use the built-in layout")
		}
	}
	return all, problems
}

// smaller is the layouts minified, each that does not bear it as written. The layouts as written are known to work.
func smaller(written map[string]string, problems *diag.List) *template.Template {
	texts := map[string]string{}
	m := minifier()
	for name, text := range written {
		texts[name], _ = m.String("text/html", text)
	}
	for {
		all, faults := readAll(texts)
		if !faults.Failed() {
			faults = tryAll(all)
		}
		if !faults.Failed() {
			return all
		}
		mended := false
		for _, f := range faults {
			name := layoutName(f.At.File)
			if texts[name] == written[name] {
				continue
			}
			texts[name], mended = written[name], true
			problems.Warn("CB181", diag.Pos{File: f.At.File}, "the layout cannot be made smaller and is used as written").
				Remedy("do not put {{ in the name of a tag, and close every tag that you open")
		}
		if !mended {
			// The fault shows in a layout that is as written already: which one causes it cannot be told.
			texts = written
		}
	}
}

// layoutName is what a layout is called in other layouts.
func layoutName(file string) string { return strings.TrimSuffix(path.Base(file), ".html") }

func layoutFile(name string) string { return "layouts/" + name + ".html" }

// isDocument is true for a layout that writes a whole page by itself.
func isDocument(text string) bool {
	const doctype = "<!doctype"
	text = strings.TrimSpace(text)
	return len(text) >= len(doctype) && strings.EqualFold(text[:len(doctype)], doctype)
}

// minifier keeps what a layout's fragments need: tags that other fragments close, quotes around actions.
func minifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		TemplateDelims:      html.GoTemplateDelims,
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepDefaultAttrVals: true,
	})
	return m
}

// tryAll executes every layout with nothing and with everything.
func tryAll(all *template.Template) diag.List {
	var problems diag.List
	try := func(name string, empty any) {
		t := all.Lookup(name)
		if t == nil {
			problems.Error("CB182", diag.Pos{File: layoutFile(name)}, "the layout is missing").
				Remedy("take the file from the default theme, or delete your own layouts folder")
			return
		}
		for _, data := range []any{empty, filled(reflect.TypeOf(empty)).Interface()} {
			if err := t.Execute(io.Discard, data); err != nil {
				at, cause := place(err, name)
				problems.Error("CB183", at, "the layout cannot be used: %s", cause).
					Remedy("compare this line with the built-in layout, whose names are the ones there are; or take your copy away to use that layout")
				return
			}
		}
	}
	for _, v := range append(AllViews(), ViewType{"base", whole{}}) {
		if faults := bare(all.Lookup(v.Layout)); len(faults) > 0 {
			problems = append(problems, faults...)
			continue
		}
		try(v.Layout, v.Empty)
	}
	try("assets", Assets{})
	try("masthead", Masthead{})
	try("help", Help{})
	try("footer", Footer{})
	return problems
}

// bare reports a layout of pages without content of its own: its pages would be empty. A part may be.
func bare(t *template.Template) (problems diag.List) {
	if t != nil && (t.Tree == nil || parse.IsEmptyTree(t.Tree.Root)) {
		problems.Error("CB183", diag.Pos{File: layoutFile(t.Name())}, "the layout shows nothing: nothing stands outside {{define}} and {{end}}").
			Remedy("write there what the page shows, such as {{template}} with the name of a part, or take your copy away to use the built-in layout")
	}
	return problems
}

// filled is a value of a view's type with something in every field, one element in every list. A parse cannot tell that
// {{.Titel}} is misspelt inside an if; executing the branch does.
func filled(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.Append(v, filled(t.Elem())))
	case reflect.Struct:
		for i := range t.NumField() {
			v.Field(i).Set(filled(t.Field(i).Type))
		}
	}
	return v
}

// In errors of html/template: "template: case:12:5: executing …", "html/template:case:12:5: …".
var errorPlace = regexp.MustCompile(`^(?:html/)?template: ?([^:]+)(?::(\d+))?(?::(\d+))?: (?s)(.*)$`)

var unknownField = regexp.MustCompile(`at <([^>]+)>: can't evaluate field`)

// place finds the file and line in an error of a template, and what is left of the message. name is the layout that was tried.
func place(err error, name string) (diag.Pos, string) {
	var escape *template.Error
	if errors.As(err, &escape) {
		if escape.Name != "" {
			name = escape.Name
		}
		return diag.Pos{File: layoutFile(name), Line: escape.Line}, escape.Description
	}
	text, line := err.Error(), 0
	if p := errorPlace.FindStringSubmatch(text); p != nil {
		name, text = p[1], p[4]
		line, _ = strconv.Atoi(p[2])
	}
	if p := unknownField.FindStringSubmatch(text); p != nil {
		text = p[1] + " is not known here"
	}
	return diag.Pos{File: layoutFile(name), Line: line}, text
}
