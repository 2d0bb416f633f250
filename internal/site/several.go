package site

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/text"
)

// several says how to write a name that was meant as several, with commas or semicolons between them: empty when no part
// of it is a name.
func (s *Site) several(r content.Ref) string {
	parts := strings.FieldsFunc(r.Name, func(c rune) bool { return c == ',' || c == ';' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	if !slices.ContainsFunc(parts, func(p string) bool { return len(s.lookup(r.To, p)) > 0 }) {
		return ""
	}
	if len(parts) == 1 {
		return "write `" + parts[0] + "` alone"
	}
	i, ok := s.byPath[r.At.File]
	if !ok {
		return ""
	}
	d := s.Docs[i]
	if r.Relation == "wiki" {
		return "give each brackets of its own: [[" + strings.Join(parts, "]], [[") + "]]"
	}
	kind := d.Kind
	if r.From != "" {
		kind = "case" // a suggestion of an insight has the same labels
	}
	k, ok := content.KindNamed(kind)
	if !ok {
		return ""
	}
	of := content.Specs(k)
	if r.From != "" {
		of = fieldCalled(of, "recommendations").Fields
	}
	switch f := fieldCalled(of, r.Relation); {
	case f.Map:
		return "give each a line of its own below `" + f.Key + ":`, with its colon"
	case !f.List():
		return "only one can be named here"
	case r.From != "" && r.At.Line >= d.BodyLine:
		return "to name several, put a semicolon between them: `" + strings.Join(parts, "; ") + "`"
	}
	return "to name several, write a list in square brackets: [" + strings.Join(parts, ", ") + "]"
}

// fieldCalled is the field of that name; the zero FieldSpec when there is none.
func fieldCalled(fields []content.FieldSpec, key string) content.FieldSpec {
	for _, f := range fields {
		if f.Key == key {
			return f
		}
	}
	return content.FieldSpec{}
}

// ofSameItem keeps of the names of recommendations those of the item that a mistyped one names, if that has any: another
// project's recommendation is never what was meant.
func ofSameItem(name string, names []string) []string {
	item, _, ok := strings.Cut(name, "/")
	if !ok {
		return names
	}
	var same []string
	for _, n := range names {
		if of, _, ok := strings.Cut(n, "/"); ok && text.Fold(of) == text.Fold(item) {
			same = append(same, n)
		}
	}
	if len(same) == 0 {
		return names
	}
	return same
}
