package assets

import (
	"path"
	"regexp"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"

	"casebook/internal/diag"
	"casebook/internal/source"
)

const (
	clientSource = "static/js/search/search.js"
	fromNetwork  = "static/js/search/get.js" // has the same exports as
	fromDisk     = "static/js/search/get_disk.js"
)

var (
	importNames = regexp.MustCompile(`(?m)^import [^"\n]*"\./([^"\n]+)";\n`)
	exportWord  = regexp.MustCompile(`(?m)^export (const|let|function|async|class)\b`)
	exportLine  = regexp.MustCompile(`(?m)^export \{ ([^}\n]*) \};\n?`)
)

// Client is the browser's half of search as one minified script without its first line, which names the index: an ES module, or
// with portable a classic script, because a page that was opened from a disk may not load modules. It is empty when the theme
// has none. The files below static/js/search/ are modules that import each other by name and keep to one way of writing that.
func Client(tree source.Tree, portable bool) (string, diag.List) {
	var problems diag.List
	f, ok := tree.Lookup(clientSource)
	if !ok {
		return "", nil
	}
	exported := ""
	if m := exportLine.FindStringSubmatch(f.Text); m != nil {
		exported = m[1]
	}
	all := exportLine.ReplaceAllString(modules(tree, f, map[string]bool{}, portable, &problems), "")
	open, end := "const {"+exported+"}=(()=>{", "return {"+exported+"}})();export {"+exported+"};"
	if portable {
		open, end = "(()=>{", "})();"
	}
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	out, err := m.String("text/javascript", open+all+end)
	if err != nil {
		problems.Warn("CB110", diag.Pos{File: clientSource}, "the script of search cannot be made smaller: %v", err).
			Remedy("check the files beside it for a missing bracket or quotation mark")
		return open + all + end, problems
	}
	return out, problems
}

// modules is a module after those that it imports, each once, in one scope.
func modules(tree source.Tree, f source.File, seen map[string]bool, portable bool, problems *diag.List) string {
	seen[f.Path] = true
	var before strings.Builder
	rest := importNames.ReplaceAllStringFunc(f.Text, func(line string) string {
		name := path.Join(path.Dir(f.Path), importNames.FindStringSubmatch(line)[1])
		if portable && name == fromNetwork {
			name = fromDisk
		}
		if seen[name] {
			return ""
		}
		part, ok := tree.Lookup(name)
		if !ok {
			problems.Warn("CB111", diag.Pos{File: f.Path}, "the script imports %s, which is not there", name).
				Remedy("take the line away, or add %s", name)
			return ""
		}
		before.WriteString(modules(tree, part, seen, portable, problems))
		return ""
	})
	return before.String() + exportWord.ReplaceAllString(rest, "$1")
}
