// Package build runs the stages in order: source, content, site, render, output. It is the only place that knows them all
// and the only one with worker goroutines.
//
// In come a site folder and Options; out come a Snapshot, which is the whole site at one moment, and the problems found.
// There is one kind of build: a later Load differs from a first one only in that what was made of unchanged files is remembered:
// their parses, the layouts, the minified static files.
package build

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"casebook/internal/assets"
	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/export"
	"casebook/internal/render"
	"casebook/internal/site"
	"casebook/internal/source"
	"casebook/layouts"
	"casebook/static"
)

// Options is everything a build depends on beside the files.
type Options struct {
	Source   string // the site folder
	Today    string // YYYY-MM-DD, in the site's zone
	Drafts   bool
	BaseURL  string
	Portable bool
	Workers  int  // 0 for one for each processor
	Once     bool // the snapshot is published and nothing is loaded after it: its texts may be let go
}

// Snapshot is the whole site at one moment. It is immutable.
type Snapshot struct {
	Tree source.Tree
	Site *site.Site

	opts   Options
	parses map[string]parse
	images map[[32]byte]size
	set    *render.Set
	sheets [32]byte // hash of the layouts behind set
	pages  *render.Pages
	files  []published // sorted by path
	static *staticFiles
	index  *index
}

// staticFiles is what the files below static/ give, remembered as a parse is.
type staticFiles struct {
	key      [32]byte
	loaded   assets.Result
	client   string // script of search, without its first line
	problems diag.List
}

// parse is one remembered parse. Everything that it read is in its key: path, bytes and options.
type parse struct {
	key      parseKey
	doc      *content.Doc
	problems diag.List
}

// parseKey is what the parse of a file depends on beside its path.
type parseKey struct{ text, options [sha256.Size]byte }

// theme is the built-in theme.
var theme = map[string]fs.FS{"layouts": layouts.FS, "static": static.FS}

// Load reads the site folder, parses what changed since prev (nil for everything) and assembles the site. The list is
// sorted and has its excerpts. The error is for a broken machine; without one the Snapshot is never nil, but with errors in
// the list it may not be fit to publish.
func Load(ctx context.Context, opts Options, prev *Snapshot) (*Snapshot, diag.List, error) {
	if prev == nil {
		prev = &Snapshot{}
	}
	s := &Snapshot{opts: opts}
	tree, problems, err := read(ctx, opts, prev.Tree)
	if err != nil {
		return nil, nil, err
	}
	s.Tree = tree
	easeCollector(tree, opts.Once)
	docs, found, err := s.parse(ctx, prev, problems)
	if err != nil {
		return nil, nil, err
	}
	problems = append(problems, found...)
	attachments, found, err := s.attachments(ctx, prev)
	if err != nil {
		return nil, nil, err
	}
	problems = append(problems, found...)
	config := site.Config{Today: opts.Today, Drafts: opts.Drafts, BaseURL: opts.BaseURL, Portable: opts.Portable, Each: func(n int, work func(int)) {
		_ = each(context.Background(), n, opts.Workers, func(i int) error { work(i); return nil })
	}}
	var inTheme diag.List
	// Assembling is for the most part one step after the other, and the theme asks nothing of the content: side by side they
	// take the time of one.
	err = each(ctx, 2, opts.Workers, func(i int) error {
		if i == 0 {
			s.Site, found = site.Assemble(config, docs, attachments)
		} else {
			inTheme = s.prepareTheme(prev)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	problems = slices.Concat(problems, found, inTheme, s.dress()).Sorted().Excerpts(tree.Line)
	if opts.Once {
		s.letGo()
	}
	return s, problems, nil
}

// read lists and reads the folder in parallel.
func read(ctx context.Context, opts Options, prev source.Tree) (source.Tree, diag.List, error) {
	root, err := os.OpenRoot(opts.Source)
	if err != nil {
		return source.Tree{}, nil, fmt.Errorf("open the site folder: %w", err)
	}
	defer root.Close()
	entries, problems, err := source.List(root, theme)
	if err != nil {
		return source.Tree{}, nil, err
	}
	// Neighbours lie in one folder, which is opened once for all of them.
	batches := slices.Collect(slices.Chunk(entries, 64))
	files := make([][]source.File, len(batches))
	found := make([]diag.List, len(batches))
	err = each(ctx, len(batches), opts.Workers, func(i int) error {
		files[i], found[i] = source.ReadFiles(root, batches[i], prev)
		return nil
	})
	return source.NewTree(slices.Concat(files...)), append(problems, slices.Concat(found...)...), err
}

// parse parses every content file. Glossary files come first: their terms are part of what the others are parsed with.
func (s *Snapshot) parse(ctx context.Context, prev *Snapshot, unread diag.List) ([]*content.Doc, diag.List, error) {
	var files, early []*source.File
	for i := range s.Tree.Files {
		f := &s.Tree.Files[i]
		switch {
		case f.Path == "casebook.yaml" || strings.HasPrefix(f.Path, "content/glossary/") && content.IsMarkdown(f.Path):
			early = append(early, f)
		case f.Path == "content/vocabularies.yaml" || f.Path == "content/references.json" || f.Path == content.StatementFile || content.IsMarkdown(f.Path):
			files = append(files, f)
		}
	}
	s.parses = make(map[string]parse, len(files)+len(early))
	var opts content.Options
	// The configuration names the languages, and the terms do not link each other's words on the first pass.
	for _, f := range early {
		if f.Path == "casebook.yaml" {
			p := s.one(f, opts, prev)
			if c, ok := p.doc.Entity.(*content.Config); ok {
				opts.Languages = c.Languages
			}
		}
	}
	for _, f := range early {
		if p := s.one(f, opts, prev); p.doc != nil {
			opts.Terms = append(opts.Terms, termsOf(p.doc)...)
		}
	}
	slices.SortFunc(opts.Terms, func(a, b content.GlossaryTerm) int { return strings.Compare(a.Name+"\x00"+a.ID, b.Name+"\x00"+b.ID) })
	opts = opts.Ready()
	results := make([]parse, len(files))
	with := optionsKey(opts)
	err := each(ctx, len(files), s.opts.Workers, func(i int) error {
		results[i] = remembered(prev.parses, files[i], opts, with)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	for i, f := range files {
		s.parses[f.Path] = results[i]
	}
	docs := make([]*content.Doc, 0, len(s.parses))
	var problems diag.List
	for i := range s.Tree.Files {
		if p, ok := s.parses[s.Tree.Files[i].Path]; ok {
			problems = append(problems, p.problems...)
			if p.doc != nil {
				docs = append(docs, p.doc)
			}
		}
	}
	for _, p := range unread {
		if _, ok := s.parses[p.At.File]; !ok && p.Severity == diag.Error {
			if d := content.Unreadable(p.At.File, opts); d != nil {
				d.Path = p.At.File
				docs = append(docs, d)
			}
		}
	}
	if len(unread) > 0 { // the others are in order
		slices.SortStableFunc(docs, func(a, b *content.Doc) int { return strings.Compare(a.Path, b.Path) })
	}
	return docs, problems, nil
}

func (s *Snapshot) one(f *source.File, opts content.Options, prev *Snapshot) parse {
	if p, ok := s.parses[f.Path]; ok {
		return p
	}
	p := remembered(prev.parses, f, opts, optionsKey(opts))
	s.parses[f.Path] = p
	return p
}

// remembered parses a file, unless the same bytes at the same path were parsed with the same options before.
func remembered(prev map[string]parse, f *source.File, opts content.Options, with [32]byte) parse {
	key := parseKey{f.Hash, with}
	if p, ok := prev[f.Path]; ok && p.key == key {
		return p
	}
	doc, problems := content.Parse(f.Path, f.Text, opts)
	return parse{key: key, doc: doc, problems: problems}
}

// optionsKey is everything that the options say, as part of the keys of all files parsed with them.
func optionsKey(opts content.Options) [32]byte {
	h := sha256.New()
	write := func(s string) {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	for _, l := range opts.Languages {
		write(l)
	}
	write("\x00terms")
	for _, t := range opts.Terms {
		write(t.Name)
		write(t.ID)
	}
	return [32]byte(h.Sum(nil))
}

// termsOf are the names under which a glossary file's term is linked.
func termsOf(d *content.Doc) []content.GlossaryTerm {
	t, ok := d.Entity.(*content.Term)
	if !ok || t.Status == "draft" || t.Term == "" {
		return nil
	}
	var out []content.GlossaryTerm
	if t.Link != "by-hand" {
		out = append(out, content.GlossaryTerm{Name: t.Term, ID: d.ID})
	}
	for _, a := range t.Aka {
		out = append(out, content.GlossaryTerm{Name: a, ID: d.ID})
	}
	return out
}

// prepareTheme loads the layouts and minifies the static files, unless prev has the same.
func (s *Snapshot) prepareTheme(prev *Snapshot) diag.List {
	var problems diag.List
	files := map[string]string{}
	load := render.LoadTheme
	h := sha256.New()
	for _, f := range s.Tree.Files {
		if path.Dir(f.Path) == "layouts" && strings.HasSuffix(f.Path, ".html") {
			files[f.Path] = f.Text
			if !f.Theme {
				load = render.Load
			}
			h.Write([]byte(f.Path + "\x00"))
			h.Write(f.Hash[:])
		}
	}
	s.sheets = [32]byte(h.Sum(nil))
	s.set = prev.set
	if s.set == nil || s.sheets != prev.sheets {
		s.set, problems = load(files)
	}
	s.static = s.staticFiles(prev.static)
	return append(problems, s.static.problems...)
}

// dress brings the site and its theme together and lists what is published. Without layouts nothing is.
func (s *Snapshot) dress() diag.List {
	if s.set == nil {
		return nil
	}
	loaded := s.static.loaded
	exports := export.Of(s.Site)
	pages, err := render.New(s.Site, s.set, render.AssetPaths{
		Stylesheet: loaded.Stylesheet, Script: loaded.Script, Module: loaded.Module, Icon: loaded.Icon,
		Data: func() render.Data { return dataOf(exports) },
	})
	if err != nil {
		var problems diag.List
		problems.Error("CB184", diag.Pos{File: "layouts"}, "the layouts do not fit together: %v", err).
			Remedy("take the built-in layout again, and change it step by step")
		return problems
	}
	s.pages = pages
	s.list(loaded, exports)
	return nil
}

// staticFiles minifies what is below static/, unless the same files were minified before.
func (s *Snapshot) staticFiles(before *staticFiles) *staticFiles {
	h := sha256.New()
	fmt.Fprintln(h, s.opts.Portable)
	for _, f := range s.Tree.Files {
		if strings.HasPrefix(f.Path, "static/") {
			fmt.Fprintln(h, f.Path, f.Theme)
			h.Write(f.Hash[:])
		}
	}
	out := &staticFiles{key: [32]byte(h.Sum(nil))}
	if before != nil && before.key == out.key {
		return before
	}
	var found diag.List
	out.loaded, out.problems = assets.Build(s.Tree)
	out.client, found = assets.Client(s.Tree, s.opts.Portable)
	out.problems = append(out.problems, found...)
	return out
}
