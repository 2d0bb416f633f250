package internal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"casebook/internal/diag"
)

// imports is the table of ARCHITECTURE.md: which packages of ours each may import. A new edge fails until it is decided here.
var imports = map[string][]string{
	"diag":          {},
	"text":          {},
	"cite":          {"text"},
	"source":        {"diag"},
	"content":       {"diag", "text", "cite"},
	"site":          {"diag", "text", "cite", "content"},
	"output":        {"diag"},
	"assets":        {"diag", "source", "output"},
	"card":          {"text"},
	"render":        {"card", "diag", "text", "cite", "content", "site"},
	"export":        {"cite", "content", "site", "text"},
	"search":        {"cite", "content", "site", "text"},
	"report":        {"diag", "text", "content", "site"},
	"build":         {"assets", "card", "content", "diag", "export", "output", "render", "report", "search", "site", "source", "text", "cite", "layouts", "static"},
	"serve":         {"build", "diag", "output", "site", "source"},
	"cli":           {"assets", "build", "content", "diag", "export", "output", "render", "report", "search", "serve", "site", "source", "text", "cite"},
	"bench":         {"bench/library", "build", "output", "site", "diag"},
	"bench/library": {},
	"bench/gen":     {"bench/library"},

	"bench/relevance": {"build", "search", "site", "text"},
}

// packages parses every package below internal without its tests.
func packages(t *testing.T) map[string][]*ast.File {
	t.Helper()
	out := map[string][]*ast.File{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(p string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "starter") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, p, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(p))
		out[dir] = append(out[dir], f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestImportsRunOnlyAsTheTableSays(t *testing.T) {
	for dir, files := range packages(t) {
		allowed, known := imports[dir]
		if !known {
			t.Errorf("package %s is not in the table of imports", dir)
			continue
		}
		for _, f := range files {
			for _, spec := range f.Imports {
				path, _ := strconv.Unquote(spec.Path.Value)
				ours, ok := strings.CutPrefix(path, "casebook/")
				if !ok {
					continue
				}
				ours = strings.TrimPrefix(ours, "internal/")
				if !slices.Contains(allowed, ours) {
					t.Errorf("%s imports %s, which the table does not allow", dir, ours)
				}
			}
		}
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	for dir, files := range packages(t) {
		n := 0
		for _, f := range files {
			if f.Doc != nil {
				n++
			}
		}
		if n != 1 {
			t.Errorf("package %s has %d package comments, want one", dir, n)
		}
	}
}

// impure are packages of the standard library that only the two ends may use: a stage that reads the clock, the disk or the
// environment cannot be trusted to give the same site twice.
func TestStagesAreFunctionsOfTheirValues(t *testing.T) {
	pure := []string{"diag", "text", "cite", "content", "site", "render", "search", "export", "assets", "card"}
	all := packages(t)
	for _, dir := range pure {
		for _, f := range all[dir] {
			for _, spec := range f.Imports {
				if path, _ := strconv.Unquote(spec.Path.Value); slices.Contains([]string{"os", "net", "net/http", "os/exec", "math/rand", "math/rand/v2"}, path) {
					t.Errorf("%s imports %s", dir, path)
				}
			}
		}
	}
}

// codes finds every "CBnnn" in Go files, by file.
func codes(t *testing.T, tests bool) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	roots := []string{".", "../cmd"}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			isTest := strings.HasSuffix(p, "_test.go") || strings.Contains(filepath.ToSlash(p), "/testdata/")
			if isTest != tests || strings.HasSuffix(p, filepath.FromSlash("diag/codes.go")) || strings.HasSuffix(p, "arch_test.go") {
				return nil
			}
			if ext := filepath.Ext(p); ext != ".go" && ext != ".txtar" {
				return nil
			}
			data, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			text := string(data)
			for {
				i := strings.Index(text, "CB")
				if i < 0 || len(text) < i+5 {
					break
				}
				if code := text[i : i+5]; strings.Trim(code[2:], "0123456789") == "" {
					out[code] = append(out[code], p)
				}
				text = text[i+2:]
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	return out
}

func TestEveryCodeIsExplainedUsedAndProvoked(t *testing.T) {
	used, provoked := codes(t, false), codes(t, true)
	for code, files := range used {
		if _, ok := diag.Explain(code); !ok {
			t.Errorf("%s is used in %s and not explained in diag/codes.go", code, files[0])
		}
	}
	for _, e := range diag.Explanations {
		if len(used[e.Code]) == 0 {
			t.Errorf("%s is explained and used nowhere", e.Code)
		}
		if len(provoked[e.Code]) == 0 {
			t.Errorf("%s is provoked by no test", e.Code)
		}
		if e.Title == "" || e.Means == "" || e.Mend == "" {
			t.Errorf("%s is not explained in full", e.Code)
		}
	}
}

// TestGoroutinesStartOnlyWhereTheyAreWaitedFor holds the rule that only build and serve start any.
func TestGoroutinesStartOnlyWhereTheyAreWaitedFor(t *testing.T) {
	fset := token.NewFileSet()
	for dir := range packages(t) {
		if slices.Contains([]string{"build", "serve", "cli"}, dir) {
			continue
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, filepath.Join(dir, e.Name()), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if g, ok := n.(*ast.GoStmt); ok {
					t.Errorf("%s: a goroutine starts here", fset.Position(g.Pos()))
				}
				return true
			})
		}
	}
}
