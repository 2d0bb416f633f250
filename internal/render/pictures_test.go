package render

import (
	"strings"
	"testing"

	"casebook/internal/site"
)

// TestWhichCardStandsForAPage holds the rule: its own card, its theme's, its kind's, the site's.
func TestWhichCardStandsForAPage(t *testing.T) {
	check := func(p *Pages, path, want string) {
		t.Helper()
		r, ok := p.Route(path)
		if !ok {
			t.Fatalf("there is no /%s", path)
		}
		a := about{Route: r}
		if r.Node != site.None {
			a = p.about(r, Frame{}, nil)
		}
		if got := p.picture(&a).Path; !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("/%s has %s, want %s", path, got, want)
		}
	}
	p := shelf(t, asIs)
	for path, want := range map[string]string{
		"": "site.", "cases/": "cases.", "cases/cl-2018-01/": "themes-feedback.", "cases/cl-2018-01/r1/": "responses.", "themes/feedback/": "themes-feedback.",
		"stories/mine/": "stories.", "people/bo-ek/": "site.", "groups/commuters/": "site.", "about/": "site.",
	} {
		check(p, path, "assets/cards/"+want)
	}
	p = shelf(t, func(s string) string { return strings.Replace(s, "currency: GBP", "cards: each", 1) })
	for path, want := range map[string]string{
		"": "site.", "cases/": "cases.", "cases/cl-2018-01/": "cases-cl-2018-01.", "cases/cl-2018-01/r1/": "cases-cl-2018-01-r1.", "stories/mine/": "stories-mine.",
		"people/bo-ek/": "site.", "about/": "about.", "groups/commuters/": "site.",
	} {
		check(p, path, "assets/cards/"+want)
	}
	for _, pic := range p.Pictures() {
		if strings.Contains(pic.Path+pic.alt, "bo-ek") || strings.Contains(pic.alt, "Bo Ek") {
			t.Errorf("%s names a person", pic.Path)
		}
	}
	p = shelf(t, func(s string) string {
		return strings.NewReplacer("currency: GBP", "cards: each", "title: Mine", "title: 図書館の話", "title: Feedback", "title: 反馈").Replace(strings.ReplaceAll(s, "[Feedback]", "[反馈]"))
	})
	check(p, "stories/mine/", "assets/cards/stories.")
	check(p, "themes/feedback/", "assets/cards/themes.")
	p = shelf(t, func(s string) string { return strings.Replace(s, "base_url: https://shelf.example/p/\n", "", 1) })
	check(p, "cases/cl-2018-01/", "")
	if n := len(p.Pictures()); n != 0 {
		t.Errorf("a site without an address has %d cards", n)
	}
}
