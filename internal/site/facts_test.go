package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFacts(t *testing.T) {
	s := assembled(map[string]string{
		"content/units/law.md":   "---\ntitle: Law\n---\n",
		"content/guide/pay.md":   "---\ntitle: Pay\npublished: 2024-01-01\nreviewed: 2025-02-02\nchanges:\n  2025-03-03: a rate\n  2027-01-01: to come\n---\n",
		"content/guide/same.md":  "---\ntitle: Same\npublished: 2024-01-01\nreviewed: 2024-01-01\n---\n",
		"content/guide/draft.md": "---\ntitle: Draft\n---\n",
		"content/pages/old.md":   "---\ntitle: Old\npublished: 2019\n---\n",
		"content/cases/CL-2018-01.md": "---\ntitle: One\nyear: 2018-19\npublished: 2019-06-20\nstudied: [Law]\ncredits: programme\n---\n" +
			"## Recommendations\n### Do it. {#r1}\n### Do that. {#r2}\n### Never mind. {#r3}\nWithdrawn: too much\n",
		"content/responses/a.md": "---\nto: [CL-2018-01/r1, CL-2018-01/r2, CL-2018-01/r3]\ndate: 2020-01-01\ndecision: declined\n---\nNo.\n",
		"content/responses/b.md": "---\nto: CL-2018-01/r3\ndate: 2020-01-02\ndecision: declined\n---\nNo.\n",
	})
	var got []string
	for _, f := range s.Facts() {
		line := fmt.Sprint(f.Date, " ", f.What, " ", s.Nodes[f.Node].ID)
		for _, r := range f.Recs {
			line += " " + s.Nodes[r].Key
		}
		got = append(got, strings.TrimSpace(line+" "+f.Note))
	}
	want := []string{
		fmt.Sprint("2025-03-03 ", Changed, " pay a rate"), fmt.Sprint("2025-02-02 ", Reviewed, " pay"), fmt.Sprint("2024-01-01 ", Published, " pay"),
		fmt.Sprint("2024-01-01 ", Published, " same"), fmt.Sprint("2020-01-01 ", Answered, " a r1 r2"), fmt.Sprint("2019-06-20 ", Published, " cl-2018-01"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAcademicYear(t *testing.T) {
	check := func(day, want string) {
		t.Helper()
		if got := AcademicYear(day); got != want {
			t.Errorf("%q lies in %q, want %q", day, got, want)
		}
	}
	check("2018-09-01", "2018-19")
	check("2019-08-31", "2018-19")
	check("2019-12-31", "2019-20")
	check("1999-10-10", "1999-00")
	check("2020-02-29", "2019-20")
	check("2019", "")
	check("", "")
}
