package content

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"casebook/internal/cite"
	"casebook/internal/diag"
	"casebook/internal/text"
)

func parseConfig(file, source string, problems *diag.List) *Doc {
	c := &Config{}
	d := &Doc{Path: file, Kind: "config", ID: "config", Entity: c, Source: source}
	defer func() { d.Broken = problems.Failed() }()
	n := yamlFile(file, source, problems)
	if n == nil {
		d.Head = c.head()
		return d
	}
	dec := &decoder{doc: d, problems: problems, lines: strings.Split(source, "\n")}
	dec.mapping(n, reflect.ValueOf(c).Elem(), specs[reflect.TypeFor[Config]()], "config", true)
	d.Head = c.head()
	return d
}

// yamlFile parses a whole file of YAML into its mapping; nil after reporting what is wrong.
func yamlFile(file, source string, problems *diag.List) *yaml.Node {
	if !hasFields(source) {
		return nil
	}
	var root yaml.Node
	if err := yaml.Load([]byte(source), &root); err != nil {
		report(file, source, 0, err, problems)
		return nil
	}
	if len(root.Content) == 0 || root.Content[0].ShortTag() == "!!null" {
		return nil
	}
	if root.Content[0].Kind != yaml.MappingNode {
		problems.Error("CB012", diag.Pos{File: file, Line: 1, Col: 1, Len: 1}, "this file should have lines of the form `name: value`").
			Remedy("take away the hyphen at the beginning of its lines")
		return nil
	}
	return root.Content[0]
}

func parseVocabularies(file, source string, problems *diag.List) *Doc {
	v := &Vocabularies{}
	d := &Doc{Path: file, Kind: "vocabularies", ID: "vocabularies", Entity: v, Head: v.head(), Source: source}
	defer func() { d.Broken = problems.Failed() }()
	n := yamlFile(file, source, problems)
	if n == nil {
		return d
	}
	dec := &decoder{doc: d, problems: problems, lines: strings.Split(source, "\n")}
	held := wordHolders{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Value == "synonyms" {
			v.Synonyms = dec.texts(&FieldSpec{Key: key.Value}, value)
			continue
		}
		known := false
		for _, k := range VocabularyKinds {
			if k.Key != key.Value {
				continue
			}
			known = true
			for _, p := range dec.pairs(&FieldSpec{Key: key.Value, Doc: "Lines such as `commuters: Commuters, commuting students`; with semicolons between names that have commas of their own."}, value) {
				if w := vocabularyWord(k.Kind, p); held.claim(w, k.Plural, problems) {
					v.Words = append(v.Words, w)
				}
			}
		}
		if !known {
			fields := []FieldSpec{{Key: "synonyms"}}
			for _, k := range VocabularyKinds {
				fields = append(fields, FieldSpec{Key: k.Key})
			}
			dec.unknownKey(key, fields, "vocabulary file")
		}
	}
	return d
}

// wordHolders says which word of a vocabulary has a name, by kind and folded name.
type wordHolders map[[2]string]VocabularyWord

// claim gives a word its names, and reports one that another word of its kind has: what is filed under such a name could be
// under either. A word whose id is taken is left out.
func (h wordHolders) claim(w VocabularyWord, plural string, problems *diag.List) bool {
	for i, name := range append([]string{w.ID, w.Title}, w.Aka...) {
		key := [2]string{w.Kind, text.Fold(name)}
		first, taken := h[key]
		switch {
		case key[1] == "" || taken && first.At == w.At:
		case !taken:
			h[key] = w
		case i == 0 && text.Slug(first.ID) == text.Slug(w.ID):
			problems.Error("CB022", w.At, "%q stands twice among the %s, here and on line %d", w.ID, plural, first.At.Line).
				Remedy("keep one of the two, with the names of both")
			return false
		default:
			problems.Error("CB033", w.At, "two %s are called %q: %s and %s", plural, name, first.ID, w.ID).
				Remedy("take the name from one of the two; the other is on line %d", first.At.Line)
			return true
		}
	}
	return true
}

// References is content/references.json: CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html).
type References struct {
	Items []ReferenceItem
}

// ReferenceItem is one reference with its key and its place.
type ReferenceItem struct {
	cite.Reference
	At diag.Pos
}

func (r *References) head() Head { return Head{Title: "references"} }

func parseReferences(file, source string, problems *diag.List) *Doc {
	r := &References{}
	d := &Doc{Path: file, Kind: "references", ID: "references", Entity: r, Head: r.head(), Source: source}
	defer func() { d.Broken = problems.Failed() }()
	if strings.TrimSpace(source) == "" {
		problems.Error("CB071", diag.Pos{File: file, Line: 1, Col: 1, Len: 1}, "the file of references is empty").
			Remedy("in Zotero choose Export library and the format CSL JSON; without references write [] in it, or take it away")
		return d
	}
	data := []byte(source)
	dec := json.NewDecoder(bytes.NewReader(data))
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		problems.Error("CB071", diag.Pos{File: file, Line: 1, Col: 1, Len: 1}, "the references are not a CSL-JSON list").
			Remedy("in Zotero choose Export library and the format CSL JSON")
		return d
	}
	var refs []cite.Reference
	var places []diag.Pos
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			offset := int(dec.InputOffset())
			if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
				offset = int(syntax.Offset)
			}
			problems.Error("CB071", offsetPos(file, source, offset), "the list of references is broken here").
				Remedy("export it again from Zotero rather than mending it by hand")
			return d
		}
		at := offsetPos(file, source, int(dec.InputOffset())-len(raw))
		ref, err := cite.Decode(raw)
		if err != nil {
			problems.Error("CB072", at, "this reference cannot be used: %v", err).Remedy("mend it in Zotero and export again")
			continue
		}
		refs, places = append(refs, ref), append(places, at)
	}
	for i, key := range cite.Keys(refs) {
		refs[i].Key = key
		r.Items = append(r.Items, ReferenceItem{Reference: refs[i], At: places[i]})
	}
	return d
}

// offsetPos turns a byte offset into a place.
func offsetPos(file, source string, offset int) diag.Pos {
	offset = min(max(offset, 0), len(source))
	before := source[:offset]
	line := strings.Count(before, "\n") + 1
	col := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	return diag.Pos{File: file, Line: line, Col: col, Len: 1}
}
