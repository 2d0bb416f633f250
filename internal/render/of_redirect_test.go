package render

import (
	"strings"
	"testing"
)

func TestRedirects(t *testing.T) {
	p := built(t, smallLibrary)
	check := func(path, href string) {
		t.Helper()
		v := drawn[Redirect](t, p, path)
		same(t, path, []any{v.To, v.Title, v.Canonical, v.NoIndex}, []any{Link{Text: "About", Href: href}, "About, formerly at /" + path + " – Library", "https://library.example/p/about/", true})
	}
	check("old/about/", "../../about/")
	check("who.html", "./about/")
}

func TestNotFoundStartsAtTheBase(t *testing.T) {
	p := built(t, smallLibrary)
	v, err := p.notFoundView()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "frame", []any{v.Root, v.Canonical, v.NoIndex, v.PageTitle}, []any{"/p/", "", true, "There is no page here"})
	same(t, "links", v.Links[:2], []Link{{Text: "The front page", Href: "/p/"}, {Text: "Guide", Href: "/p/guide/"}})
	page, err := p.NotFound()
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range attributes(string(page), "href") {
		if !strings.HasPrefix(address, "/p/") && !strings.HasPrefix(address, "#") && !strings.HasPrefix(address, "mailto:") {
			t.Errorf("the address %q depends on where the page is shown", address)
		}
	}
}

// attributes are the values of one attribute, in the order of the page.
func attributes(page, name string) []string {
	var out []string
	for _, part := range strings.Split(page, " "+name+`="`)[1:] {
		value, _, _ := strings.Cut(part, `"`)
		out = append(out, value)
	}
	return out
}

func TestBasePath(t *testing.T) {
	check := func(base, want string) { t.Helper(); same(t, base, basePath(base), want) }
	check("", "/")
	check("https://library.example/", "/")
	check("https://library.example/p/", "/p/")
	check("https://library.example/a/b c", "/a/b%20c/")
}
