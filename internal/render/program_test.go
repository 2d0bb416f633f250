package render

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A program and html/template must write the same bytes for the same view.
func TestProgramsWriteWhatTemplatesWrite(t *testing.T) {
	set := load(t)
	check := func(name string, l layout, data any) {
		t.Helper()
		if l.program == nil {
			t.Errorf("%s has no program", name)
			return
		}
		got, err := l.append(nil, new(run), reflect.ValueOf(data))
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := l.Execute(&want, data); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%s (-template +program)\n%s", name, diff)
		}
	}
	check("base", set.base, whole{Main: "<p>", Frame: caseSample().Frame})
	check("base, thin", set.base, whole{})
	for layout, view := range samples() {
		l := set.layouts[reflect.TypeOf(view)]
		check(layout, l, view)
		check(layout+", empty", l, reflect.Zero(reflect.TypeOf(view)).Interface())
		for i := range reflect.TypeOf(view).NumField() {
			check(layout+" with one field", l, only(view, i))
			check(layout+" without one", l, without(view, i))
		}
	}
}

// What a site's own layout may contain: programs agree with html/template or leave the layout to it.
func TestProgramsOfUnusualLayouts(t *testing.T) {
	check := func(text string, compiles bool) {
		t.Helper()
		all := template.Must(template.New("x").Parse(text))
		template.Must(all.New("part").Parse("<i>{{.Text}}</i>"))
		data := NotFound{Frame: Frame{PageTitle: `a "b" <c> + 'd'`}, Links: []Link{{Text: "A&B", Href: "a b?c=1&d=%20+"}, {Text: "", Href: "javascript:x", Current: true}}}
		var want bytes.Buffer
		if err := all.Execute(&want, data); err != nil {
			t.Fatal(err)
		}
		p, err := (&compiler{layouts: all, made: map[compiled]*program{}}).program("x", reflect.TypeOf(data))
		if (err == nil) != compiles {
			t.Errorf("%s: compiles %t, %v", text, err == nil, err)
		}
		if err != nil {
			return
		}
		got := p.call(nil, new(run), reflect.ValueOf(data))
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%s (-template +program)\n%s", text, diff)
		}
	}
	check(`{{.PageTitle}} {{/* x */}}<a title="{{.PageTitle}}">`, true)
	check(`{{range .Links}}<a href="{{.Href}}"{{if .Current}} class="x"{{end}}>{{.Text}}</a>{{else}}none{{end}}`, true)
	check(`{{range .Trace}}x{{else}}none {{.PageTitle}}{{end}}`, true)
	check(`{{range $i, $l := .Links}}{{if $i}}, {{end}}{{$i}} {{$l.Text}} {{$.PageTitle}} {{range $j, $k := $.Links}}{{$i}}{{$j}}{{$l.Href}}{{$k.Text}}{{end}}{{end}}`, true)
	check(`{{range $l := .Links}}{{$l.Text}}{{end}}{{range $m := .Links}}{{$m.Href}}{{end}}`, true)
	check(`{{range .Links}}{{template "part" .}}{{end}}`, true)
	check(`{{or .Summary .PageTitle "x"}}{{or .Summary "<x>"}}{{and .PageTitle .Summary}}`, true)
	check(`{{if and .PageTitle .Links}}1{{end}}{{if not .Summary}}2{{end}}{{if or .Links .Summary}}3{{end}}{{if ge (len .Links) 2}}4{{end}}{{if eq .Summary ""}}5{{end}}{{if ne .PageTitle "x"}}6{{end}}{{if lt (len .Links) 2}}7{{end}}`, true)
	check(`{{if .SearchHref}}a{{else if .Summary}}b{{else}}c{{end}}`, true)
	check(`<a href="#{{.PageTitle}}">{{.Head}}`, true)
	check(`<a href="x?q={{.PageTitle}}">`, true)
	check(`<title>{{.PageTitle}}</title><textarea>{{.PageTitle}}</textarea>`, true)
	check(`<meta http-equiv="refresh" content="0; url={{.PageTitle}}">`, true)
	check(`{{with .PageTitle}}{{.}}{{end}}`, false)
	check(`{{$x := .PageTitle}}{{$x}}`, false)
	check(`<script>var x = {{.PageTitle}}</script>`, false)
	check(`<a title={{.PageTitle}}>`, false)
	check(`<p title="{{.Head}}">`, false)
	check(`{{printf "%s" .PageTitle}}`, false)
	check(`{{range .Links}}{{if .Current}}{{break}}{{end}}{{end}}`, false)
	check(`{{or .Links .Summary}}`, false)
	check(`{{.PageTitle | len}}`, false)
}

func FuzzEscapers(f *testing.F) {
	for _, s := range []string{"", `a"b&c'd+e<f>g`, "\x00", "\xff\xfe", "£ﷰ￾", "http://x/ä?b=c&d='", "mailto:x@y", "JavaScript:x", "x/y:z", "%2f%zz%", "HTTPS://[::1]/(a)", "a b", `far behind the eighth letter: <, and ">"`} {
		f.Add(s)
	}
	all := template.Must(template.New("x").Parse(`{{.Text}}<a title="{{.Text}}" href="{{.Text}}"><a href="#{{.Text}}"><title>{{.Text}}</title><meta content="0; url={{.Text}}">`))
	if err := all.Execute(io.Discard, Link{}); err != nil {
		f.Fatal(err)
	}
	p, err := (&compiler{layouts: all, made: map[compiled]*program{}}).program("x", reflect.TypeFor[Link]())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		if err := all.Execute(&want, Link{Text: s}); err != nil {
			t.Fatal(err)
		}
		got := p.call(nil, new(run), reflect.ValueOf(Link{Text: s}))
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%q (-template +program)\n%s", s, diff)
		}
	})
}
