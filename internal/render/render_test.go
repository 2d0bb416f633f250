package render

import (
	"bytes"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func page(t testing.TB, set *Set, view any) []byte {
	t.Helper()
	out, err := Page(set, view)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func parsed(t testing.TB, text []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// The minifier must not change what a reader gets: same elements, same attributes, same words.
func TestMinifiedLayoutsSayTheSame(t *testing.T) {
	small := load(t)
	written := asWritten(t)
	aroundWritten, aroundSmall := shared(t, written, "../"), shared(t, small, "../")
	for layout, view := range samples() {
		want, got := page(t, written, framed(view, aroundWritten)), page(t, small, framed(view, aroundSmall))
		if diff := cmp.Diff(outline(parsed(t, want)), outline(parsed(t, got))); diff != "" {
			t.Errorf("%s (-written +minified)\n%s", layout, diff)
		}
	}
}

// asWritten is the theme without minifying and without programs.
func asWritten(t *testing.T) *Set {
	t.Helper()
	set := *load(t)
	set.templates = template.New("")
	set.layouts = map[reflect.Type]layout{}
	for file, text := range theme(t) {
		if file != spriteFile {
			template.Must(set.templates.New(layoutName(file)).Parse(strings.TrimRight(text, "\n")))
		}
	}
	for _, v := range AllViews() {
		set.layouts[reflect.TypeOf(v.Empty)] = layout{Template: set.templates.Lookup(v.Layout), alone: v.Layout == "redirect"}
	}
	set.base = layout{Template: set.templates.Lookup("base")}
	return &set
}

// inline elements: space beside any other is not shown.
var inline = []string{"a", "abbr", "b", "cite", "code", "i", "mark", "span", "strong", "sup", "time", "wbr"}

// outline is a document as lines: elements with their attributes, and texts with space as a browser shows it.
func outline(n *html.Node) []string {
	var out []string
	var text strings.Builder
	flush := func() {
		if s := strings.TrimSpace(text.String()); s != "" {
			out = append(out, s)
		}
		text.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			s := strings.Join(strings.Fields(n.Data), " ")
			if strings.TrimLeft(n.Data, " \n\t") != n.Data && !strings.HasSuffix(text.String(), " ") {
				text.WriteString(" ")
			}
			text.WriteString(s)
			if s != "" && strings.TrimRight(n.Data, " \n\t") != n.Data {
				text.WriteString(" ")
			}
		case html.ElementNode:
			tag := "<" + n.Data
			for _, a := range n.Attr {
				tag += " " + a.Key + "=" + strings.ReplaceAll(strings.Join(strings.Fields(a.Val), " "), ", ", ",")
			}
			if !slices.Contains(inline, n.Data) {
				flush()
				out = append(out, tag+">")
			} else {
				text.WriteString(tag + ">")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode {
			if slices.Contains(inline, n.Data) {
				text.WriteString("</" + n.Data + ">")
			} else {
				flush()
			}
		}
	}
	walk(n)
	flush()
	return out
}

// Imported cases have little more than a title: whatever is missing, no heading, list or table may stand empty.
func TestEveryPageKeepsTheRules(t *testing.T) {
	set := load(t)
	check := func(name string, view any) {
		t.Helper()
		broken, _ := faults(parsed(t, page(t, set, view)))
		for _, fault := range broken {
			t.Errorf("%s: %s", name, fault)
		}
	}
	around := shared(t, set, "../")
	for layout, view := range samples() {
		view = framed(view, around)
		check(layout+", full", view)
		view = framed(view, Frame{})
		if _, dangling := faults(parsed(t, page(t, set, view))); len(dangling) > 0 {
			t.Errorf("%s: nothing is called %q", layout, dangling)
		}
		check(layout+", thin", thin(view))
		for i, typ := 0, reflect.TypeOf(view); i < typ.NumField(); i++ {
			check(layout+" with only "+typ.Field(i).Name, only(view, i))
			check(layout+" without "+typ.Field(i).Name, without(view, i))
		}
	}
}

// thin is a view with nothing but its frame and what it cannot be without.
func thin(view any) any { return only(view, 0) }

func only(view any, field int) any {
	v, full := reflect.New(reflect.TypeOf(view)).Elem(), reflect.ValueOf(view)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; i == field || name == "Frame" || name == "Status" || name == "To" && v.Type().Name() == "Redirect" {
			v.Field(i).Set(full.Field(i))
		}
	}
	return v.Interface()
}

func without(view any, field int) any {
	v := reflect.New(reflect.TypeOf(view)).Elem()
	v.Set(reflect.ValueOf(view))
	if name := v.Type().Field(field).Name; name != "Frame" && name != "Status" && !(name == "To" && v.Type().Name() == "Redirect") {
		v.Field(field).SetZero()
	}
	return v.Interface()
}

// faults are the ways in which a page breaks a rule that holds for all pages, and the anchors it points at and does not have.
func faults(doc *html.Node) (out, dangling []string) {
	fault := func(s string) { out = append(out, s) }
	ids := map[string]int{}
	var points, labels []string
	count := map[string]int{}
	level, last := 0, ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				fault("inline " + a.Key)
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				points = append(points, a.Val[1:])
			case a.Key == "aria-labelledby":
				labels = append(labels, a.Val)
			case a.Key == "href" && a.Val == "", strings.Contains(a.Val, "ZgotmplZ"):
				fault("bad address in <" + n.Data + ">")
			case a.Key == "class" && strings.Contains(a.Val+" ", "- "):
				fault("half a class: " + a.Val)
			}
		}
		words := strings.TrimSpace(textOf(n))
		switch n.Data {
		case "h1", "h2", "h3", "h4":
			if words == "" {
				fault("empty " + n.Data)
			}
			if l := int(n.Data[1] - '0'); l > level+1 {
				fault("h" + string(rune('0'+level)) + " “" + last + "” is followed by " + n.Data + " “" + words + "”")
			} else {
				level = l
			}
			last = words
		case "ul", "ol", "dl", "table", "tbody", "nav", "section", "p", "dd", "dt", "a", "figcaption", "caption":
			if words == "" && !has(n, "svg") {
				fault("empty " + n.Data + " after “" + last + "”")
			}
		case "script":
			if n.FirstChild != nil && attr(n, "type") == "" {
				fault("inline script")
			}
		}
	}
	for _, tag := range []string{"h1", "main", "title"} {
		if count[tag] != 1 {
			fault(tag + " stands " + string(rune('0'+count[tag])) + " times")
		}
	}
	for id, n := range ids {
		if n > 1 {
			fault("two elements are called " + id)
		}
	}
	for _, id := range labels {
		if ids[id] == 0 {
			fault("nothing is called " + id)
		}
	}
	for _, id := range points {
		if ids[id] == 0 {
			dangling = append(dangling, id)
		}
	}
	return out, dangling
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func has(n *html.Node, tag string) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPageRefusesAnUnknownView(t *testing.T) {
	set := load(t)
	for _, v := range []any{nil, "text", Frame{}, &Case{}} {
		if _, err := Page(set, v); err == nil {
			t.Errorf("%T was rendered", v)
		}
	}
	if _, err := Fragment(set, "nothing", nil); err == nil {
		t.Error("a fragment that does not exist was rendered")
	}
}

func TestTextIsEscaped(t *testing.T) {
	set := load(t)
	v := caseSample()
	v.PageTitle, v.Title, v.Requests[0].Text = `<b>&"x`, `</title><script>`, `<i>`
	v.Trace = []Link{{Text: "<u>", Href: `javascript:alert(1)`}}
	got := string(page(t, set, v))
	for _, bad := range []string{"<b>&", "<script>", "<i><", "<u>", "javascript:"} {
		if strings.Contains(got, bad) && bad != "<script>" {
			t.Errorf("%s came through", bad)
		}
	}
	if strings.Contains(got, "</title><script>") {
		t.Error("the title ended early")
	}
}

func TestSpriteHasWhatThePageUses(t *testing.T) {
	all := symbols(theme(t)[spriteFile])
	check := func(main string, want ...string) {
		t.Helper()
		var got []string
		for _, s := range symbols(string(sprite(nil, all, []byte(main)))) {
			got = append(got, s.id)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", main, diff)
		}
	}
	check(`no drawing`)
	check(`<use href="#i-done"/>`, "i-done")
	check(`<use href="#i-done"/><use href="#i-none"/><use href="#i-done"/>`, "i-none", "i-done")
	check(`<use href="#i-agreed-part"/>`, "i-agreed-part")
	check(`<use href="#i-unheard"/><use href="#i-m-close"/>`, "i-m-close")
	check(`href="#i-`)
}

func TestHeadTags(t *testing.T) {
	got := Meta(Tag{Name: "citation_title", Content: `A "b" & c`}, Tag{Property: "og:type", Content: "article"}, Tag{Rel: "alternate", Lang: "cy", Href: "../cy/?a=1&b=2"})
	want := template.HTML(`<meta name="citation_title" content="A &#34;b&#34; &amp; c"><meta property="og:type" content="article"><link rel="alternate" hreflang="cy" href="../cy/?a=1&amp;b=2">`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func BenchmarkPage(b *testing.B) {
	set := load(b)
	three := caseSample()
	three.Requests = three.Requests[:3]
	around := shared(b, set, "../")
	for name, view := range map[string]any{"case": three, "recommendation": recommendationSample(), "guide": guideSample(), "unit": unitSample()} {
		view := framed(view, around)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Page(set, view); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
