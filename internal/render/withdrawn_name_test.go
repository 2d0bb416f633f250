package render

import (
	"strings"
	"testing"
)

// TestAWithdrawnNameIsGoneAtOnce holds that the day typed beside it makes no difference: not on an earlier day, nor for one
// to come.
func TestAWithdrawnNameIsGoneAtOnce(t *testing.T) {
	for _, day := range []string{"2020-01-01", "2030-01-01"} {
		p := built(t, "-- casebook.yaml --\ntitle: Shelf\n-- content/people/bo.md --\n---\nname: Bo Ek\npage: yes\nwithdrawn: "+day+"\n---\n"+
			"-- content/units/library.md --\n---\ntitle: Library\n---\n"+
			"-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: S.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Library]\ncredits:\n  - person: Bo Ek\n    shown: full name\n    consent: 2022-01-01\n---\n## Recommendations\n### Publish. {#r1}\n")
		for _, r := range p.Routes {
			page, err := p.Append(nil, r)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(page), "Bo Ek") || strings.Contains(r.Path, "bo") {
				t.Errorf("withdrawn %s: the name stands on /%s", day, r.Path)
			}
		}
	}
}
