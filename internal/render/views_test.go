package render

import (
	"html/template"
	"reflect"
	"testing"
)

// A view that could hold a pointer, a map or a function could fetch, or be changed after it was made.
func TestViewsArePlainData(t *testing.T) {
	for _, v := range AllViews() {
		typ := reflect.TypeOf(v.Empty)
		if f, ok := typ.FieldByName("Frame"); !ok || !f.Anonymous || f.Type != reflect.TypeFor[Frame]() {
			t.Errorf("%s does not embed Frame", typ.Name())
		}
		for _, path := range unplain(typ, typ.Name()) {
			t.Errorf("%s is not plain data", path)
		}
	}
	for _, data := range []any{Assets{}, Masthead{}, Help{}, Footer{}} {
		typ := reflect.TypeOf(data)
		for _, path := range unplain(typ, typ.Name()) {
			t.Errorf("%s is not plain data", path)
		}
	}
	type open struct {
		A *int
		B []struct{ C any }
	}
	if got := len(unplain(reflect.TypeFor[open](), "open")); got != 2 {
		t.Errorf("the walk found %d of 2 fields that are not plain", got)
	}
}

// unplain are the paths of fields that are no string, number, boolean, template.HTML, struct or slice of these.
func unplain(t reflect.Type, path string) []string {
	switch {
	case t == reflect.TypeFor[template.HTML]():
		return nil
	case t.Kind() == reflect.Slice:
		return unplain(t.Elem(), path+"[]")
	case t.Kind() == reflect.Struct:
		var out []string
		for i := range t.NumField() {
			out = append(out, unplain(t.Field(i).Type, path+"."+t.Field(i).Name)...)
		}
		return out
	}
	switch t.Kind() {
	case reflect.String:
		if t.PkgPath() == "" {
			return nil
		}
	case reflect.Int, reflect.Float64, reflect.Bool:
		return nil
	}
	return []string{path}
}

func TestEveryViewHasASample(t *testing.T) {
	all := samples()
	for _, v := range AllViews() {
		s, ok := all[v.Layout]
		if !ok {
			t.Errorf("%s has no sample", v.Layout)
			continue
		}
		if reflect.TypeOf(s) != reflect.TypeOf(v.Empty) {
			t.Errorf("%s: the sample is a %T", v.Layout, s)
		}
		for i, typ := 0, reflect.TypeOf(s); i < typ.NumField(); i++ {
			switch name := typ.Field(i).Name; {
			case name == "NoRequests": // a case has recommendations or the reason why not
			case reflect.ValueOf(s).Field(i).IsZero():
				t.Errorf("%s: the sample says nothing for %s", v.Layout, name)
			}
		}
	}
	if len(all) != len(AllViews()) {
		t.Errorf("%d samples for %d views", len(all), len(AllViews()))
	}
}
