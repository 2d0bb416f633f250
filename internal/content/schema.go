package content

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Schema is the JSON Schema (draft 2020-12) of a kind's front matter, read from the tags that also decode and check it. It
// judges YAML as editors read it, with dates as text. What one file alone does not tell, and that there is no 31 February, is
// left to `casebook check`. The site's own address names it, or "" does.
func Schema(kind Kind, id string) []byte {
	fields := Specs(kind)
	s := object(fields)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	if id != "" {
		s["$id"] = id
	}
	s["title"] = "Front matter of a " + kind.Name
	s["type"] = "object"
	if hasField(fields, "withdrawn") {
		// Of something withdrawn only what its tombstone shows is read.
		required := s["required"]
		delete(s, "required")
		delete(s, "additionalProperties")
		closed := map[string]any{"required": required, "propertyNames": map[string]any{"enum": keysOf(fields)}}
		if required == nil {
			delete(closed, "required")
		}
		gone := []string{"withdrawn"}
		if hasField(fields, "year") && kind.Name == "case" {
			gone = append(gone, "year")
		}
		s["if"] = map[string]any{"properties": map[string]any{"status": spelt("withdrawn")}, "required": []string{"status"}}
		s["then"] = map[string]any{"required": gone}
		s["else"] = closed
	}
	out, err := json.Marshal(s)
	if err != nil {
		panic("content: a schema of plain values cannot be written: " + err.Error())
	}
	return append(out, '\n')
}

func hasField(fields []FieldSpec, key string) bool {
	_, ok := specNamed(fields, key)
	return ok
}

func keysOf(fields []FieldSpec) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}

// object is a map with these fields and no others.
func object(fields []FieldSpec) map[string]any {
	properties := map[string]any{}
	var required []string
	for _, f := range fields {
		properties[f.Key] = property(f)
		if f.Required {
			required = append(required, f.Key)
		}
	}
	out := map[string]any{"properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// property is what a field may hold. One that may be missing may be empty.
func property(f FieldSpec) map[string]any {
	out := valueOf(f)
	if !f.Required {
		out = anyOf(map[string]any{"type": "null"}, out)
	}
	out["description"] = f.Doc
	return out
}

func anyOf(options ...map[string]any) map[string]any {
	return map[string]any{"anyOf": options}
}

func valueOf(f FieldSpec) map[string]any {
	switch f.kind {
	case reflect.TypeFor[string]():
		return textOf(f)
	case reflect.TypeFor[bool]():
		return anyOf(map[string]any{"type": "boolean"}, spelt("yes", "no", "true", "false"))
	case reflect.TypeFor[Rel]():
		return nameOf(f)
	case reflect.TypeFor[[]string](), reflect.TypeFor[[]Alias]():
		return list(f, textOf(f))
	case reflect.TypeFor[[]Rel]():
		return relsOf(f)
	case reflect.TypeFor[Pairs]():
		pair := map[string]any{"type": "object", "additionalProperties": scalar()}
		return anyOf(pair, map[string]any{"type": "array", "items": pair})
	case reflect.TypeFor[Credits]():
		credit := object(specs[reflect.TypeFor[Credit]()])
		credit["type"] = "object"
		return anyOf(spelt("programme"), credit, map[string]any{"type": "array", "items": credit, "minItems": 1})
	}
	return linesOf(f)
}

// scalar is one piece of text; YAML takes some of it for numbers.
func scalar() map[string]any {
	return map[string]any{"type": []string{"string", "number", "boolean"}}
}

// nameOf is the name of something else.
func nameOf(f FieldSpec) map[string]any {
	s := scalar()
	if f.Required {
		s["pattern"] = `\S`
	}
	return s
}

// list is one value or several. Empty ones among them are passed over.
func list(f FieldSpec, one map[string]any) map[string]any {
	several := map[string]any{"type": "array", "items": anyOf(map[string]any{"type": "null"}, one)}
	if f.Required {
		several["minItems"] = 1
	}
	return anyOf(one, several)
}

func relsOf(f FieldSpec) map[string]any {
	note := anyOf(map[string]any{"type": "null"}, scalar(), map[string]any{"type": "array", "items": scalar()})
	lines := map[string]any{"type": "object", "additionalProperties": note}
	switch {
	case f.Reason || f.Flip || f.Key == "matches":
		return lines
	case f.Map || f.Groups:
		return anyOf(list(f, nameOf(f)), lines)
	}
	return list(f, nameOf(f))
}

// linesOf is a field with lines of its own.
func linesOf(f FieldSpec) map[string]any {
	one := object(f.Fields)
	one["type"] = "object"
	if f.kind.Kind() == reflect.Pointer {
		return one
	}
	options := []map[string]any{one}
	for _, inner := range f.Fields {
		if inner.Bare {
			options = append(options, scalar())
		}
	}
	if f.MapKey != "" && len(f.Fields) > 1 {
		// A map from the first field to the second, or to the rest.
		rest := object(f.Fields[1:])
		rest["type"] = "object"
		keyed := map[string]any{"type": "object", "additionalProperties": anyOf(map[string]any{"type": "null"}, valueOf(f.Fields[1]), rest)}
		if pattern := patterns[f.Fields[0].Form]; pattern != "" {
			keyed["propertyNames"] = map[string]any{"pattern": pattern}
		}
		return anyOf(keyed, map[string]any{"type": "array", "items": one})
	}
	item := anyOf(options...)
	if f.MapKey == "" {
		return anyOf(item, map[string]any{"type": "array", "items": item})
	}
	return item
}

const datePattern = `(1[89]|[2-9]\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`

// patterns are the forms of forms.go in the regular expressions of JSON Schema (ECMA 262).
var patterns = map[string]string{
	"date":     `^\s*` + datePattern + `([T ].*)?$`,
	"moment":   `^\s*` + datePattern + `\s*([T ]\s*([01]?\d|2[0-3]):[0-5]\d)?\s*$`,
	"academic": `^\s*\d{4}\s*[-–/]\s*(\d{2}|\d{4})\s*$`,
	"duration": `^\s*\d{1,3}\s+(day|week|month|year)s?\s*$`,
	"url":      `^\s*https?://[^/?#\s]+\S*\s*$`,
	"email":    `^\s*[^\s@<>]+@[^\s@<>]+\s*$`,
	"doi":      `^\s*(https://doi\.org/|doi:)?10\.\d{4,9}/\S+\s*$`,
	"orcid":    `^\s*(https://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*$`,
	"slug":     `^\s*[^\sA-Z/]+\s*$`,
	"term":     `^\s*([aA][uU][tT][uU][mM][nN]|[sS][pP][rR][iI][nN][gG]|[sS][uU][mM][mM][eE][rR]|[wW][iI][nN][tT][eE][rR])\s+(19|20)\d{2}\s*$`,
}

func textOf(f FieldSpec) map[string]any {
	switch {
	case len(f.Enum) > 0:
		return spelt(f.Enum...)
	case f.Form == "published":
		return anyOf(map[string]any{"type": "string", "pattern": patterns["date"] + `|^\s*(19|20)\d{2}\s*$`}, map[string]any{"type": "integer", "minimum": 1900, "maximum": 2099})
	case patterns[f.Form] != "":
		return map[string]any{"type": "string", "pattern": patterns[f.Form]}
	}
	s := scalar()
	if f.Max > 0 {
		s["maxLength"] = f.Max
	}
	if f.Required {
		s["pattern"] = `\S`
	}
	return s
}

// spelt is one of some words, in any capitals, with spaces, hyphens and underscores alike. Editors offer the words themselves.
func spelt(words ...string) map[string]any {
	loose := make([]string, len(words))
	for i, w := range words {
		var b strings.Builder
		for _, r := range w {
			switch {
			case r >= 'a' && r <= 'z':
				b.WriteString("[" + string(r) + string(r-'a'+'A') + "]")
			case r == ' ' || r == '-' || r == '_':
				b.WriteString(`[\s_-]+`)
			default:
				b.WriteRune(r)
			}
		}
		loose[i] = b.String()
	}
	return anyOf(map[string]any{"enum": slices.Clone(words)}, map[string]any{"type": "string", "pattern": `^[\s_-]*(` + strings.Join(loose, "|") + `)[\s_-]*$`})
}
