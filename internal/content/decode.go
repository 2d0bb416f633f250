package content

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// decoder turns YAML nodes into a kind's struct, guided by its FieldSpecs. It collects every problem and goes on.
type decoder struct {
	doc      *Doc
	problems *diag.List
	lines    []string // of the YAML; none of one that is plain, in which nothing can be lost
	offset   int      // lines above the YAML
	from     string   // key of the part being decoded
}

func (d *decoder) at(n *yaml.Node) diag.Pos {
	length := utf8.RuneCountInString(firstLine(n.Value))
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		length += 2
	}
	return diag.Pos{File: d.doc.Path, Line: n.Line + d.offset, Col: n.Column, Len: max(length, 1)}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// mapping decodes a map into a struct; v is the struct, addressable.
func (d *decoder) mapping(n *yaml.Node, v reflect.Value, fields []FieldSpec, what string, top bool) {
	if top {
		d.doc.Fields = make([]Field, 0, len(n.Content)/2)
	}
	seen := make(map[string]int, len(n.Content)/2)
	var unknown []*yaml.Node
	var said []string // fields whose value is wrong: they are not also missing
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if strip(key.Value) != key.Value || strings.ContainsRune(key.Value, '\u00a0') {
			d.problems.Error("CB014", d.at(key), "the name of this field has a special space or a character that cannot be seen").
				Remedy("delete the line's beginning and type it again with ordinary spaces")
			continue
		}
		if first, ok := seen[key.Value]; ok {
			d.problems.Error("CB022", d.at(key), "%q stands twice, here and on line %d", key.Value, first).
				Remedy("keep one of the two, or put both values in one list")
			continue
		}
		seen[key.Value] = key.Line + d.offset
		if top {
			f := Field{Key: key.Value, Where: d.at(value)}
			if value.Kind == yaml.ScalarNode {
				f.Value = value.Value
			}
			d.doc.Fields = append(d.doc.Fields, f)
		}
		spec, ok := specNamed(fields, key.Value)
		if !ok {
			unknown = append(unknown, key)
			continue
		}
		before := len(*d.problems)
		if d.sound(value, key.Value) && !empty(value) {
			d.value(spec, value, v.FieldByIndex(spec.index))
		}
		if len(*d.problems) > before {
			said = append(said, key.Value)
		}
	}
	if dates := DatedOf(d.doc.Entity); top && dates != nil && dates.Status == "withdrawn" {
		d.required(n, v, fields, what, func(key string) bool { return key == "year" || key == "withdrawn" }, said, top)
		return
	}
	for _, key := range unknown {
		if field, ok := d.misspelt(key, what, v, fields, said); ok {
			said = append(said, field)
			d.problems.Error("CB020", d.at(key), "%s needs `%s`, and this line is called `%s`", article(what), field, key.Value).
				Remedy("did you mean `%s:`?", field)
			continue
		}
		d.unknownKey(key, fields, what)
	}
	d.required(n, v, fields, what, nil, said, top)
}

// misspelt reports the required field that an unknown key was meant to be, when it is missing and nothing was said of it. Of
// a credit, what nobody is named without is required as well.
func (d *decoder) misspelt(key *yaml.Node, what string, v reflect.Value, fields []FieldSpec, said []string) (string, bool) {
	var missing []string
	for _, f := range fields {
		if (f.Required || what == "credit" && (f.Key == "consent" || f.Key == "shown")) && !slices.Contains(said, f.Key) && v.FieldByIndex(f.index).IsZero() {
			missing = append(missing, f.Key)
		}
	}
	return text.Nearest(key.Value, missing)
}

func specNamed(fields []FieldSpec, key string) (*FieldSpec, bool) {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i], true
		}
	}
	return nil, false
}

func (d *decoder) unknownKey(key *yaml.Node, fields []FieldSpec, what string) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Key
	}
	problem := d.problems.Warn("CB021", d.at(key), "%s has no field called %q, so this line does nothing", article(what), key.Value)
	if near, ok := text.Nearest(key.Value, names); ok {
		problem.Remedy("did you mean `%s:`?", near)
		return
	}
	problem.Remedy("`casebook explain %s` lists the fields", d.doc.Kind)
}

// required reports fields that must stand and do not. only, when given, narrows which are asked for.
func (d *decoder) required(n *yaml.Node, v reflect.Value, fields []FieldSpec, what string, only func(string) bool, said []string, top bool) {
	for i := range fields {
		f := &fields[i]
		must := f.Required
		if only != nil {
			must = only(f.Key)
		}
		if !must && (!f.Complete || only != nil) || !v.FieldByIndex(f.index).IsZero() {
			continue
		}
		at := d.at(n)
		if top {
			at = diag.Pos{File: d.doc.Path, Line: d.offset, Col: 1, Len: 3}
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == f.Key {
				at = d.at(n.Content[i])
			}
		}
		if slices.Contains(said, f.Key) {
			continue
		}
		if !must {
			d.problems.Warn("CB040", at, "the record is not complete: `%s` is missing", f.Key).Remedy("%s", f.Doc).InCheck()
			continue
		}
		line := "`" + f.Key + ":`"
		if key, ok := strings.CutSuffix(what, " "+d.doc.Kind); ok {
			line += " below `" + key + ":`"
		}
		d.problems.Error("CB020", at, "%s needs `%s`", article(what), f.Key).Remedy("add a line %s. %s", line, f.Doc)
	}
}

func article(noun string) string {
	if noun == "" {
		return "this"
	}
	if strings.ContainsRune("aeiou", rune(noun[0])) && !strings.HasPrefix(noun, "un") {
		return "an " + noun
	}
	return "a " + noun
}

func empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "")
}

// sound refuses valid YAML that silently loses or hides words.
func (d *decoder) sound(n *yaml.Node, key string) bool {
	ok := true
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		sign := "&" + n.Anchor
		if n.Kind == yaml.AliasNode {
			sign = "*" + n.Value
		}
		d.problems.Error("CB016", d.at(n), "the value of `%s` begins with %s, which YAML reads as a mark and not as text", key, sign).
			Remedy("put the value in quotes: `%s: \"%s …\"`", key, sign)
		return false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.problems.Error("CB016", d.at(n), "the value of `%s` begins with %s, which YAML reads as a mark and not as text", key, n.Tag).
			Remedy("put the value in quotes: `%s: \"%s %s\"`", key, n.Tag, n.Value)
		return false
	}
	if n.Kind == yaml.ScalarNode && n.Style == 0 {
		ok = d.comment(n, key)
	}
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if v := n.Content[i+1]; v.ShortTag() == "!!null" && v.Value == "" {
				d.problems.Error("CB017", d.at(n.Content[i]), "a comma inside { } ends the value, so %q became a field of its own", n.Content[i].Value).
					Remedy("write each part on a line of its own, indented below `%s:`, or put the text in quotes", key)
				return false
			}
		}
	}
	return ok
}

// comment reports text after " #" in an unquoted value: YAML drops it.
func (d *decoder) comment(n *yaml.Node, key string) bool {
	i := n.Line - 1
	if i < 0 || i >= len(d.lines) || n.Value == "" {
		return true
	}
	if !strings.Contains(d.lines[i], " #") {
		return true
	}
	line := []rune(d.lines[i])
	if n.Column-1 > len(line) {
		return true
	}
	rest := string(line[n.Column-1:])
	lost := strings.Index(rest, " #")
	if lost < 0 || !strings.HasPrefix(rest, firstWord(n.Value)) {
		return true
	}
	// In a list in brackets the # may stand after the closing bracket: then nothing of this value is lost.
	if strings.ContainsAny(rest[:lost], "[]{}") {
		return true
	}
	d.problems.Error("CB018", diag.Pos{File: d.doc.Path, Line: n.Line + d.offset, Col: n.Column + utf8.RuneCountInString(rest[:lost]) + 1, Len: utf8.RuneCountInString(rest[lost:]) - 1},
		"YAML drops everything after a space and #, so %q would be lost", strings.TrimSpace(rest[lost:])).
		Remedy("put the value in quotes: `%s: %q`", key, strings.TrimRight(rest, " "))
	return false
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(firstLine(s), " ")
	return word
}

// value decodes one field.
func (d *decoder) value(spec *FieldSpec, n *yaml.Node, v reflect.Value) {
	switch to := v.Addr().Interface().(type) {
	case *string:
		*to = d.text(spec, n)
	case *bool:
		*to = d.yes(spec, n)
	case *Rel:
		if name := d.scalar(spec, n); name != "" {
			*to = d.ref(spec, n, name, "")
		}
	case *[]Rel:
		*to = d.rels(spec, n)
	case *[]string:
		*to = d.texts(spec, n)
	case *[]Alias:
		*to = d.aliases(spec, n)
	case *Credits:
		*to = d.credits(n)
	case *Pairs:
		*to = d.pairs(spec, n)
	default:
		d.nested(spec, n, v)
	}
}

func (d *decoder) nested(spec *FieldSpec, n *yaml.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if n.Kind != yaml.MappingNode {
			d.wrong(spec, n, "its own lines below it")
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		d.mapping(n, v.Elem(), spec.Fields, spec.Key+" "+d.doc.Kind, false) // a withdrawn case
	case reflect.Slice:
		if spec.MapKey != "" && n.Kind == yaml.MappingNode {
			d.keyed(spec, n, v)
			return
		}
		items := []*yaml.Node{n}
		if n.Kind == yaml.SequenceNode {
			items = n.Content
		}
		for _, item := range items {
			one := reflect.New(v.Type().Elem()).Elem()
			if d.item(spec, item, one) {
				v.Set(reflect.Append(v, one))
			}
		}
	default:
		panic("content: cannot decode " + spec.Key)
	}
}

// item decodes one element of a list of structs. A scalar stands for a struct with only its bare field.
func (d *decoder) item(spec *FieldSpec, n *yaml.Node, v reflect.Value) bool {
	if !d.sound(n, spec.Key) {
		return false
	}
	if n.Kind == yaml.MappingNode {
		d.mapping(n, v, spec.Fields, spec.Key+" entry", false)
		return true
	}
	for i := range spec.Fields {
		if f := &spec.Fields[i]; f.Bare && n.Kind == yaml.ScalarNode && !empty(n) {
			d.value(f, n, v.FieldByIndex(f.index))
			return true
		}
	}
	d.wrong(spec, n, "lines of their own below it")
	return false
}

// keyed decodes a map whose keys are one field of the struct and whose values are another: changes.
func (d *decoder) keyed(spec *FieldSpec, n *yaml.Node, v reflect.Value) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		one := reflect.New(v.Type().Elem()).Elem()
		key, value := n.Content[i], n.Content[i+1]
		d.value(&spec.Fields[0], key, one.FieldByIndex(spec.Fields[0].index))
		switch {
		case !d.sound(value, key.Value) || empty(value):
		case value.Kind == yaml.MappingNode:
			d.mapping(value, one, spec.Fields[1:], spec.Key+" entry", false)
		default:
			d.value(&spec.Fields[1], value, one.FieldByIndex(spec.Fields[1].index))
		}
		v.Set(reflect.Append(v, one))
	}
}

// scalar is the text of a node, or "" after saying that text was expected.
func (d *decoder) scalar(spec *FieldSpec, n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		d.wrong(spec, n, "one piece of text")
		return ""
	}
	return strings.TrimSpace(strip(n.Value))
}

// strip drops characters that hide or reorder text: they have no place in a name or a title.
func strip(s string) string {
	if !hides(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20 || r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069, r == 0xfeff:
			return -1
		}
		return r
	}, s)
}

// hides reports a text that strip has to look at: nearly none has anything beside plain ASCII.
func hides(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c > '~' {
			return true
		}
	}
	return false
}

func (d *decoder) wrong(spec *FieldSpec, n *yaml.Node, want string) {
	is := map[yaml.Kind]string{yaml.SequenceNode: "a list", yaml.MappingNode: "lines of its own", yaml.ScalarNode: "one piece of text"}[n.Kind]
	at := d.at(n)
	problem := d.problems.Error("CB023", at, "`%s` wants %s, but here is %s", spec.Key, want, is)
	switch {
	case n.Kind == yaml.MappingNode && strings.Contains(want, "text"):
		problem.Remedy("if the text contains a colon, put it in quotes: `%s: \"…: …\"`", spec.Key)
	default:
		problem.Remedy("%s", spec.Doc)
	}
}

func (d *decoder) text(spec *FieldSpec, n *yaml.Node) string {
	s := d.scalar(spec, n)
	if s == "" {
		return ""
	}
	if len(spec.Enum) > 0 {
		return d.enum(spec, n, s)
	}
	if spec.Form != "" {
		return d.form(spec, n, s)
	}
	if count := utf8.RuneCountInString(s); spec.Max > 0 && count > spec.Max {
		d.problems.Error("CB024", d.at(n), "`%s` has %d characters; at most %d fit", spec.Key, count, spec.Max).
			Remedy("say it in fewer words; the rest belongs in the summary")
	}
	if spec.Words > 0 {
		if count := len(strings.Fields(s)); count > spec.Words {
			d.problems.Warn("CB025", d.at(n), "`%s` has %d words; aim for at most %d", spec.Key, count, spec.Words).
				Remedy("keep one or two sentences and move the rest into the text")
		}
	}
	if spec.Key != "name" && spec.Key != "sort_name" && spec.Key != "chosen_name" {
		s = text.Curly(s) // names are looked for in texts as they were typed
	}
	return s
}

func (d *decoder) enum(spec *FieldSpec, n *yaml.Node, s string) string {
	if slices.Contains(spec.Enum, s) {
		return s
	}
	for _, e := range spec.Enum {
		if text.Fold(e) == text.Fold(s) {
			return e
		}
	}
	problem := d.problems.Error("CB026", d.at(n), "`%s` cannot be %q", spec.Key, s)
	if near, ok := text.Nearest(s, spec.Enum); ok {
		problem.Remedy("did you mean %q? It is one of: %s", near, strings.Join(spec.Enum, ", "))
	} else {
		problem.Remedy("it is one of: %s", strings.Join(spec.Enum, ", "))
	}
	return ""
}

func (d *decoder) yes(spec *FieldSpec, n *yaml.Node) bool {
	switch strings.ToLower(d.scalar(spec, n)) {
	case "yes", "true":
		return true
	case "no", "false", "":
		return false
	}
	d.problems.Error("CB026", d.at(n), "`%s` cannot be %q", spec.Key, n.Value).Remedy("write yes or no")
	return false
}

func (d *decoder) texts(spec *FieldSpec, n *yaml.Node) []string {
	var out []string
	for _, item := range d.items(spec, n) {
		if s := d.text(spec, item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (d *decoder) aliases(spec *FieldSpec, n *yaml.Node) []Alias {
	var out []Alias
	for _, item := range d.items(spec, n) {
		if path := d.text(spec, item); path != "" {
			out = append(out, Alias{Path: path, At: d.at(item)})
		}
	}
	return out
}
