package render

import (
	"strings"
	"testing"
)

// TestANameIsGoneAtOnce holds that a name withdrawn is shown nowhere, whatever day is typed beside it, nor one whose consent
// is of a day to come.
func TestANameIsGoneAtOnce(t *testing.T) {
	check := func(name, person, consent, shown string, want bool) {
		t.Helper()
		p := preview(t, "-- casebook.yaml --\ntitle: Shelf\nbase_url: https://shelf.example/\n-- content/people/bo.md --\n---\nname: Bo Ek\nchosen_name: Bo Lind\npage: yes\n"+person+"---\n"+
			"-- content/units/library.md --\n---\ntitle: Library\n---\n"+
			"-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: S.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Library]\ncredits:\n  - person: Bo Ek\n    shown: "+shown+"\n    consent: "+consent+"\n---\n## Recommendations\n### Publish. {#r1}\n")
		stands := false
		for _, r := range p.Routes {
			page, err := p.Append(nil, r)
			if err != nil {
				t.Fatal(err)
			}
			stands = stands || strings.Contains(string(page), "Bo Ek") || strings.Contains(string(page), "Bo Lind") || strings.Contains(r.Path, "bo")
		}
		if stands != want {
			t.Errorf("%s: the name stands %v, want %v", name, stands, want)
		}
	}
	check("agreed", "", "2022-01-01", "full name", true)
	check("agreed to the chosen name", "", "2022-01-01", "chosen name", true)
	check("withdrawn long ago", "withdrawn: 2020-01-01\n", "2022-01-01", "full name", false)
	check("withdrawn, with a day to come", "withdrawn: 2030-01-01\n", "2022-01-01", "full name", false)
	check("consent of a day to come", "", "2030-06-03", "full name", false)
	check("consent of a day to come to the chosen name", "", "2030-06-03", "chosen name", false)
}
