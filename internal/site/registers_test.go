package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheRegisterAndItsParts(t *testing.T) {
	s := assembled(map[string]string{
		"content/units/law.md":          "---\ntitle: Law\nslug: laws\n---\n",
		"content/units/arts/history.md": "---\ntitle: History\n---\n",
		"content/units/gone.md":         "---\ntitle: Gone\nstatus: archived\n---\n",
		"content/units/quiet.md":        "---\ntitle: Quiet\n---\n",
		"content/cases/CL-2018-01.md": "---\ntitle: One\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ncredits: programme\n---\n" +
			"## Recommendations\n### Do it. {#r1}\n### Do that. {#r2}\nFor: Law; History; Gone; Law\n",
		"content/cases/CL-2020-01.md": "---\ntitle: Two\nyear: 2020-21\npublished: 2021-06-20\nstudied: [Law]\ncredits: programme\n---\n## Recommendations\n### Do so. {#r1}\n",
		"content/cases/CL-2021-01.md": "---\ntitle: Three\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Law]\ncredits: programme\n---\n",
		"content/responses/a.md":      "---\nto: CL-2018-01/r1\ndate: 2020-01-01\ndecision: declined\n---\nNo.\n",
	})
	var got []string
	for _, r := range s.Routes {
		if r.View == "register" {
			got = append(got, r.Path+" "+r.Arg)
		}
	}
	want := []string{
		"responses/ ", "responses/status/answered/ status/answered", "responses/status/declined/ status/declined", "responses/status/no-response/ status/no-response",
		"responses/unit/arts/history/ unit/arts/history", "responses/unit/laws/ unit/laws", "responses/year/2018-19/ year/2018-19", "responses/year/2020-21/ year/2020-21",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("routes (-want +got):\n%s", diff)
	}
	r := s.Register()
	check := func(name string, nodes []NodeID, want string) {
		t.Helper()
		if got := strings.Join(ids(s, nodes), " "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	check("all, latest asked first", r.All, "cl-2020-01/r1 cl-2018-01/r1 cl-2018-01/r2")
	check("with an answer", r.Answered, "cl-2018-01/r1")
	check("of one status", r.ByStatus[Declined], "cl-2018-01/r1")
	check("of one unit, each once", r.ByUnit[s.Called("unit", "Law")], "cl-2020-01/r1 cl-2018-01/r1 cl-2018-01/r2")
	check("of one year", r.ByYear["2018-19"], "cl-2018-01/r1 cl-2018-01/r2")
	if years := r.Years(); !slices.Equal(years, []string{"2020-21", "2018-19"}) {
		t.Errorf("years %v", years)
	}
}
