package render

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheSearchPageWithoutItsScript(t *testing.T) {
	p := asked(t)
	v := drawn[Search](t, p, "search/")
	var got []string
	for _, l := range v.Lists {
		line := l.Heading.Text + " <" + l.Heading.Href + ">:"
		for _, f := range l.Filters {
			line += fmt.Sprintf(" %s%s (%s) <%s>,", f.Text, f.Status.How, f.Count, f.Href)
			if f.Href == "" && f.Count != "0" {
				t.Errorf("%s leads nowhere", f.Text)
			}
		}
		got = append(got, strings.TrimSuffix(line, ","))
	}
	if len(got) < 4 || !strings.HasPrefix(got[0], "Cases by theme <../themes/>: ") || !strings.HasPrefix(got[1], "What happened to recommendations <../responses/>: No response yet (") {
		t.Error(strings.Join(got, "\n"))
	}
	same(t, "the form leads to the page itself", v.SearchHref, "../search/")
	if len(v.Everything) == 0 || v.Everything[0].Href != "../a-z/" {
		t.Error(v.Everything)
	}
}

// Each page has one search box: its own, or that of the header.
func TestEveryPageHasOneSearchBox(t *testing.T) {
	p := asked(t)
	for _, r := range p.Routes {
		if r.View == "redirect" {
			continue
		}
		html, err := p.Append(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(html), `role="search"`); n != 1 {
			t.Errorf("%s has %d search boxes", r.Path, n)
		}
	}
	html, err := p.NotFound()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(html), `action="/search/"`); n != 1 {
		t.Errorf("the page for wrong addresses has %d search boxes that lead to /search/", n)
	}
}

func TestASiteWithNothingToFindHasNoSearchBox(t *testing.T) {
	p := preview(t, "-- content/pages/about.md --\n---\ntitle: About\npublished: 2024-01-01\n---\nWords.\n")
	for _, r := range p.Routes {
		html, err := p.Append(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(html), `role="search"`) {
			t.Errorf("%q has a search box", r.Path)
		}
	}
}
