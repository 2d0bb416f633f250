package content

import (
	"reflect"
	"slices"
	"strings"
)

// FieldSpec is one field of a kind, read from the tags of its struct. The same table decodes, checks and explains.
type FieldSpec struct {
	Key      string
	Doc      string
	Required bool
	Complete bool   // needed for a complete record
	To       string // kinds it names, separated by |, or "any"
	Inverse  string // how the other side shows the relation
	Form     string // date, academic, published, duration, url, email, doi, orcid, slug, address
	Enum     []string
	Max      int // characters
	Words    int
	Map      bool // a map of name and note
	Reason   bool // the note is required
	Flip     bool // the map's key is the note and its value the name
	Groups   bool // a map of heading and list is allowed
	Bare     bool // a scalar stands for the struct with only this field
	Free     bool // words that name nothing are allowed
	MapKey   string
	Fields   []FieldSpec // of a nested struct
	index    []int
	kind     reflect.Type
}

// specs holds the fields of every struct that front matter is decoded into.
var specs = func() map[reflect.Type][]FieldSpec {
	out := map[reflect.Type][]FieldSpec{}
	for _, k := range Kinds {
		t := reflect.TypeOf(k.New()).Elem()
		out[t] = fieldsOf(t, nil)
	}
	for _, t := range []reflect.Type{reflect.TypeFor[Credit](), reflect.TypeFor[Config](), reflect.TypeFor[Intro]()} {
		out[t] = fieldsOf(t, nil)
	}
	return out
}()

// fieldKeys are the names of all fields that any kind has, those of nested ones too.
var fieldKeys = func() map[string]bool {
	out := map[string]bool{}
	for _, fields := range specs {
		for _, f := range fields {
			out[f.Key] = true
			for _, inner := range f.Fields {
				out[inner.Key] = true
			}
		}
	}
	return out
}()

// Specs lists the fields of a kind in the order of its struct.
func Specs(kind Kind) []FieldSpec { return specs[reflect.TypeOf(kind.New()).Elem()] }

// Texts are the words of a field of an entity: its text, yes, or its list of texts. ok is false for relations and for what has
// lines of its own.
func (f FieldSpec) Texts(e Entity) (texts []string, ok bool) {
	v := reflect.ValueOf(e).Elem()
	switch f.kind {
	case reflect.TypeFor[string]():
		if s := v.FieldByIndex(f.index).String(); s != "" {
			texts = []string{s}
		}
	case reflect.TypeFor[bool]():
		if v.FieldByIndex(f.index).Bool() {
			texts = []string{"yes"}
		}
	case reflect.TypeFor[[]string]():
		texts = v.FieldByIndex(f.index).Interface().([]string)
	default:
		return nil, false
	}
	return texts, true
}

// Several reports whether a field may have more than one value.
func (f FieldSpec) Several() bool { return f.kind != nil && f.kind.Kind() == reflect.Slice }

// Holds says what a field holds: text, yes or no, a relation, or something with lines of its own.
func (f FieldSpec) Holds() string {
	switch f.kind {
	case reflect.TypeFor[string](), reflect.TypeFor[[]string]():
		return "text"
	case reflect.TypeFor[bool]():
		return "yes or no"
	case reflect.TypeFor[Rel](), reflect.TypeFor[[]Rel]():
		return "relation"
	}
	return "lines"
}

func fieldsOf(t reflect.Type, at []int) []FieldSpec {
	var out []FieldSpec
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(slices.Clone(at), i)
		if f.Anonymous {
			out = append(out, refine(fieldsOf(f.Type, index), f.Tag)...)
			continue
		}
		tag, ok := f.Tag.Lookup("cb")
		if !ok {
			continue
		}
		out = append(out, specOf(f, tag, index))
	}
	return out
}

// refine changes shared fields for one kind, as the tag of the embedded struct says: `complete:"summary"`,
// `required:"expires"`, `enum:"status=draft|moved"`.
func refine(fields []FieldSpec, tag reflect.StructTag) []FieldSpec {
	key, values, _ := strings.Cut(tag.Get("enum"), "=")
	for i := range fields {
		f := &fields[i]
		f.Complete = f.Complete || slices.Contains(strings.Split(tag.Get("complete"), ","), f.Key)
		f.Required = f.Required || slices.Contains(strings.Split(tag.Get("required"), ","), f.Key)
		if f.Key == key {
			f.Enum = strings.Split(values, "|")
		}
	}
	return fields
}

func specOf(f reflect.StructField, tag string, index []int) FieldSpec {
	parts := strings.Split(tag, ",")
	s := FieldSpec{Key: parts[0], Doc: f.Tag.Get("doc"), index: index, kind: f.Type}
	for _, p := range parts[1:] {
		name, value, _ := strings.Cut(p, "=")
		switch name {
		case "required":
			s.Required = true
		case "complete":
			s.Complete = true
		case "to":
			s.To = value
		case "inverse":
			s.Inverse = value
		case "form":
			s.Form = value
		case "enum":
			s.Enum = strings.Split(value, "|")
		case "max":
			s.Max = atoi(value)
		case "words":
			s.Words = atoi(value)
		case "map":
			s.Map = true
		case "reason":
			s.Reason = true
		case "flip":
			s.Flip = true
		case "groups":
			s.Groups = true
		case "bare":
			s.Bare = true
		case "free":
			s.Free = true
		case "key":
			s.MapKey = value
		default:
			panic("content: unknown tag " + p + " on " + f.Name)
		}
	}
	inner := f.Type
	if inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
		inner = inner.Elem()
	}
	if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[Credits]() {
		s.Fields = fieldsOf(inner, nil)
	}
	return s
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}
