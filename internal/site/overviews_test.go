package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page that looks at the whole is there only when there is something to look at.
func TestWhichOverviewsASiteHas(t *testing.T) {
	const (
		guide    = "---\ntitle: Guide\npublished: 2024-01-01\n---\n"
		case1    = "---\ntitle: One\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ncredits: programme\n---\n"
		case2    = "---\ntitle: Two\nyear: 2018-19\npublished: 2019\nstudied: [Law]\ncredits: programme\n---\n"
		law      = "---\ntitle: Law\n---\n"
		feedback = "---\ntitle: Feedback\n---\n"
	)
	check := func(name, want string, files map[string]string) {
		t.Helper()
		s := assembled(files)
		var got []string
		for _, path := range []string{"a-z/", "changes/", "coverage/", "timeline/"} {
			if _, ok := s.Route(path); ok {
				got = append(got, path)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	check("nothing", "", nil)
	check("home alone", "", map[string]string{"content/pages/index.md": guide})
	check("one page", "", map[string]string{"content/pages/about.md": guide})
	check("one page with a history", "", map[string]string{"content/guide/a.md": "---\ntitle: A\npublished: 2024-01-01\nreviewed: 2025-01-01\nchanges:\n  2025-01-02: a word\n---\n"})
	check("two pages", "a-z/ changes/", map[string]string{"content/pages/about.md": guide, "content/pages/more.md": strings.Replace(guide, "Guide", "More", 1)})
	check("two guide pages", "a-z/ changes/ timeline/", map[string]string{"content/guide/a.md": guide, "content/guide/b.md": strings.Replace(guide, "Guide", "More", 1)})
	check("one case", "a-z/", map[string]string{"content/cases/CL-2018-01.md": case1, "content/units/law.md": law})
	check("one case with a theme", "a-z/ coverage/", map[string]string{"content/cases/CL-2018-01.md": case1, "content/units/law.md": law, "content/themes/feedback.md": feedback})
	check("two cases, one of them old", "a-z/ timeline/", map[string]string{"content/cases/CL-2018-01.md": case1, "content/cases/CL-2018-02.md": case2, "content/units/law.md": law})
	check("themes that nobody has studied", "a-z/", map[string]string{"content/themes/feedback.md": feedback, "content/units/law.md": law})
	check("drafts do not count", "", map[string]string{"content/guide/a.md": "---\ntitle: A\n---\n", "content/guide/b.md": "---\ntitle: B\n---\n"})
}

func TestIndexLines(t *testing.T) {
	s := assembled(map[string]string{
		"content/vocabularies.yaml":    "groups:\n  all: Everyone, all students\n  mature: Mature students, adults\n",
		"content/units/law.md":         "---\ntitle: Law\naka: [law, School of Law, School of law]\n---\n",
		"content/cases/CL-2018-01.md":  "---\ntitle: One\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ngroups: [Everyone]\ncredits: programme\naliases: [old]\n---\n## Recommendations\n### Do it. {#r1}\n",
		"content/guide/old.md":         "---\ntitle: Old\npublished: 2019-01-01\nstatus: archived\n---\n",
		"content/pages/index.md":       "---\ntitle: Home\npublished: 2019-01-01\n---\n",
		"content/people/iolo-prys.md":  "---\nname: Iolo Prys\npage: yes\n---\n",
		"content/glossary/feedback.md": "---\nterm: feedback\n---\nWords.\n",
	})
	var got []string
	for _, l := range s.IndexLines() {
		got = append(got, strings.TrimSpace(l.Path+" "+l.Aka))
	}
	want := []string{"cases/", "cases/cl-2018-01/", "changes/", "coverage/", "data/", "glossary/", "groups/", "groups/all/", "groups/all/ all students", "responses/", "units/", "units/law/", "units/law/ School of Law"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
