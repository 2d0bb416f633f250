package content

import (
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// Parse reads one file of a site: Markdown below content/, casebook.yaml, vocabularies.yaml, accessibility.yaml or references.json. source is
// normalised text (UTF-8, LF, no byte order mark). The Doc is nil when the file is not content or cannot be placed.
func Parse(file, source string, opts Options) (*Doc, diag.List) {
	var problems diag.List
	switch {
	case file == "casebook.yaml":
		return parseConfig(file, source, &problems), problems
	case file == "content/vocabularies.yaml":
		return parseVocabularies(file, source, &problems), problems
	case file == "content/references.json":
		return parseReferences(file, source, &problems), problems
	case file == StatementFile:
		return parseStatement(file, source, &problems), problems
	case !IsMarkdown(file):
		return nil, nil
	}
	d, kind := place(file, opts, &problems)
	if d == nil {
		return nil, problems
	}
	d.Source = source
	room := scratches.Get().(*scratch)
	d.Refs = room.refs
	parseMarkdown(d, kind, source, opts, &problems, room)
	forgive(d, problems)
	d.Broken = problems.Failed()
	room.refs, d.Refs = d.Refs, kept(d.Refs)
	room.wipe()
	scratches.Put(room)
	return d, problems
}

// kept is a copy in two pieces, for a document is kept as long as its file.
func kept(refs []Ref) []Ref {
	out := append([]Ref(nil), refs...)
	count := 0
	for _, r := range out {
		if r.Mention != nil {
			count++
		}
	}
	mentions := make([]Mention, 0, count)
	for i, r := range out {
		if r.Mention != nil {
			mentions = append(mentions, *r.Mention)
			out[i].Mention = &mentions[len(mentions)-1]
		}
	}
	return out
}

// forgive makes of what a draft still lacks something that only check says: an unfinished file must not keep the others
// from being published.
func forgive(d *Doc, problems diag.List) {
	published, typed := d.Field("published")
	if len(d.Fields) == 0 || d.Head.Status != "draft" && !(d.Head.PageLike && (!typed || published.Value == "")) {
		return
	}
	for i := range problems {
		if problems[i].Code == "CB020" {
			problems[i].Severity, problems[i].Check = diag.Warning, true
		}
	}
	if d.Head.Title == "" {
		d.Head.Title = path.Base(d.ID)
	}
}

// Unreadable stands for a file that could not be read at all, so that what refers to it is not blamed as well. It is nil
// for a file that is no page's.
func Unreadable(file string, opts Options) *Doc {
	if !IsMarkdown(file) {
		return nil
	}
	d, kind := place(file, opts, new(diag.List))
	if d == nil {
		return nil
	}
	d.Entity, d.Broken = kind.New(), true
	d.Head = d.Entity.head()
	return d
}

// IsMarkdown reports whether a file below content/ is a text to parse.
func IsMarkdown(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return strings.HasPrefix(file, "content/") && (ext == ".md" || ext == ".markdown")
}

// reservedIDs cannot be ids: generated pages and folders have those addresses.
var reservedIDs = []string{"page", "search", "assets", "data", "feeds", "404"}

// place derives kind, id and language from the path.
func place(file string, opts Options, problems *diag.List) (*Doc, Kind) {
	rest := strings.TrimPrefix(file, "content/")
	folder, name, ok := strings.Cut(rest, "/")
	kind, known := kindIn(folder)
	if !ok || !known {
		problem := problems.Error("CB073", diag.Pos{File: file}, "this file lies in no folder that casebook knows")
		var folders []string
		for _, k := range Kinds {
			if k.File == "" {
				folders = append(folders, k.Folder)
			}
		}
		if near, ok := text.Nearest(folder, folders); ok {
			problem.Remedy("did you mean content/%s/?", near)
		} else {
			problem.Remedy("put it into one of: %s", strings.Join(folders, ", "))
		}
		return nil, Kind{}
	}
	d := &Doc{Path: file, Kind: kind.Name}
	base := strings.TrimSuffix(name, path.Ext(name))
	if lang := strings.TrimPrefix(path.Ext(base), "."); lang != "" && slices.Contains(opts.Languages, lang) {
		d.Lang, base = lang, strings.TrimSuffix(base, "."+lang)
	}
	if strings.Contains(base, ".") && d.Lang == "" {
		problems.Warn("CB099", diag.Pos{File: file}, "the dot in this name means nothing, so it becomes a hyphen in the address").
			Remedy("if this is a translation, add `languages: [%s]` to casebook.yaml; otherwise name the file without the dot", base[strings.LastIndexByte(base, '.')+1:])
	}
	d.ID = ID(base + ".md")
	last := path.Base("/" + d.ID)
	if d.ID == "" || last == "/" || strings.Contains(d.ID, "//") || strings.HasSuffix(d.ID, "/") {
		problems.Error("CB039", diag.Pos{File: file}, "no address can be made from this file name").
			Remedy("name it with letters or digits, such as first-meeting.md")
		return nil, Kind{}
	}
	if kind.Name != "page" && base == "index" {
		d.Kind, d.ID = "index", kind.Folder
		return d, Kind{Name: "index", New: func() Entity { return new(Intro) }}
	}
	if slices.Contains(reservedIDs, last) || last == "index" && base != "index" {
		problems.Error("CB039", diag.Pos{File: file}, "the name %q is kept for a page that casebook makes", last).
			Remedy("give the file another name; its title can stay")
		return nil, Kind{}
	}
	return d, kind
}

func parseMarkdown(d *Doc, kind Kind, source string, opts Options, problems *diag.List, room *scratch) {
	b := split(d.Path, source, problems)
	b.yaml = strings.Clone(b.yaml) // so that what is kept of the fields does not keep the whole text
	entity := kind.New()
	d.Entity, d.BodyLine = entity, b.bodyLine
	broken := problems.Failed()
	dec := &decoder{doc: d, problems: problems, offset: b.offset}
	n := room.plain.read(b.yaml)
	if n == nil {
		if n = nodes(d.Path, b, problems); n != nil {
			dec.lines = strings.Split(b.yaml, "\n")
			share(n, dec.lines)
		}
	}
	if n != nil {
		v := reflect.ValueOf(entity).Elem()
		dec.mapping(n, v, specs[v.Type()], kind.Name, true)
	} else if !broken && !problems.Failed() {
		if !blank(d, source, b, problems) {
			missing(d, kind, b, problems)
		}
	}
	d.Head = entity.head()
	d.Head.NoFront = !b.found
	stillPublished(d, problems)
	if d.Head.Status == "withdrawn" && d.Kind != "response" {
		withdraw(d, entity, b.body)
	} else {
		parseBody(d, kind, b.body, b.bodyLine, opts, problems, room)
	}
	if c, ok := entity.(checker); ok && d.Head.Status != "withdrawn" {
		c.check(d, problems)
	} else if ok {
		quiet := diag.List{}
		c.check(d, &quiet)
	}
	d.Head = withNumber(d.Head, entity)
}

// blank reports a file with nothing in it, or text without front matter: neither can be published.
func blank(d *Doc, source string, b block, problems *diag.List) bool {
	at := diag.Pos{File: d.Path, Line: 1, Col: 1, Len: 1}
	switch {
	case strings.TrimSpace(source) == "":
		problems.Warn("CB074", at, "the file is empty, so it is left out").Remedy("`casebook new %s` shows what belongs in it", d.Kind)
	case !b.found:
		problems.Warn("CB074", at, "the file has no front matter, so it is left out").
			Remedy("begin it with a line ---, the fields such as `title:`, and another line ---")
	default:
		return false
	}
	d.Head.NoFront = true
	return true
}

// missing reports the required fields of an empty front matter block.
func missing(d *Doc, kind Kind, b block, problems *diag.List) {
	for _, f := range specs[reflect.TypeOf(kind.New()).Elem()] {
		if f.Required {
			problems.Error("CB020", diag.Pos{File: d.Path, Line: max(b.offset, 1), Col: 1, Len: 3}, "%s needs `%s`", article(kind.Name), f.Key).
				Remedy("add a line `%s:`. %s", f.Key, f.Doc)
		}
	}
}

// stillPublished reports what says when and why it was withdrawn, but not that it is. It is an error, because whoever wrote
// that believes it is no longer public.
func stillPublished(d *Doc, problems *diag.List) {
	dates := DatedOf(d.Entity)
	if dates == nil || dates.Withdrawn == nil || d.Head.Status == "withdrawn" || d.Head.Status == "draft" {
		return
	}
	problems.Error("CB109", d.At("withdrawn"), "this says that it is withdrawn, but its status does not, so all of it would be published").
		Remedy("add a line `status: withdrawn`, in place of any other status; or delete `withdrawn:` and the lines below it to keep it public")
}

// recMark is the mark of a recommendation in the text of something withdrawn, of which nothing else is read.
var recMark = regexp.MustCompile(`(?m)^###[ \t].*\{#(r[0-9]+)\}[ \t]*$`)

// withdraw keeps of a withdrawn item only what its tombstone shows: nothing else is validated or output.
func withdraw(d *Doc, e Entity, source string) {
	d.Source = ""
	d.Fields = nil
	refs := d.Refs
	d.Refs = nil
	item, ok := e.(interface{ dated() *Dated })
	if !ok {
		d.Head = e.head()
		return
	}
	was := *item.dated()
	number, year := "", ""
	if c, ok := e.(*Case); ok {
		number, year = c.Number, c.Year
	}
	var keys []string
	for _, m := range recMark.FindAllStringSubmatch(source, -1) {
		if !slices.Contains(keys, m[1]) {
			keys = append(keys, m[1])
		}
	}
	v := reflect.ValueOf(e).Elem()
	v.Set(reflect.Zero(v.Type()))
	kept := item.dated()
	kept.Status, kept.Withdrawn, kept.Published, kept.Aliases, kept.Slug = was.Status, was.Withdrawn, was.Published, was.Aliases, was.Slug
	if c, ok := e.(*Case); ok {
		c.Number, c.Year = number, year
	}
	if c := OriginOf(e); c != nil {
		c.Gone = keys
	}
	if w := kept.Withdrawn; w != nil && w.Contact > 0 {
		// Of its references only the contact is left.
		d.Refs = []Ref{refs[w.Contact-1]}
		w.Contact = 1
	}
	d.Head = e.head()
}

func withNumber(h Head, e Entity) Head {
	if c, ok := e.(*Case); ok {
		h.Number = c.Number
	}
	return h
}
