package site

import (
	"fmt"
	"testing"
)

// TestInherited is a table of who says a thing and what holds: the item, else its programme, else the defaults for its kind,
// else the site.
func TestInherited(t *testing.T) {
	const rest = "-- content/contacts/lab.md --\n---\ntitle: Lab office\nemail: lab@shelf.example\n---\n" +
		"-- content/contacts/office.md --\n---\ntitle: Office\nemail: office@shelf.example\n---\n" +
		"-- content/contacts/draft.md --\n---\ntitle: Later\nemail: later@shelf.example\nstatus: draft\n---\n"
	settings := func(more string) string {
		return "-- casebook.yaml --\ntitle: Shelf\nbase_url: https://shelf.example/\ncontact: Desk\n" + more
	}
	programme := func(more string) string {
		return "-- content/programmes/lab.md --\n---\ntitle: Change Lab\nprefix: CL\n" + more + "---\n"
	}
	kase := func(more string) string {
		return "-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n" +
			more + "---\n## Recommendations\n### Publish. {#r1}\n"
	}
	const (
		bySite      = "audience: staff\nlicence: CC BY 4.0\nlanguage: en-IE\nreview_every: 12 months\n"
		byKind      = "defaults:\n  case: {owner: Office, audience: students, licence: CC0 1.0, language: cy, review_every: 3 years}\n  guide: {owner: Lab office, audience: both}\n"
		byProgramme = "owner: Lab office\naudience: both\nlicence: CC BY-NC 4.0\nlanguage: ga\n"
		byItem      = "owner: Desk\naudience: staff\nlicence: CC BY-SA 4.0\nlanguage: fr\nreview_every: 5 years\n"
	)
	check := func(name, kind, id, files, want string) {
		t.Helper()
		s, problems := joined(t, Config{}, rest+files)
		for _, p := range problems {
			if p.Code != "CB032" {
				t.Errorf("%s: %s %s", name, p.At, p.Message)
			}
		}
		node := None
		if kind != "" {
			if node = s.Called(kind, id); node == None {
				t.Fatalf("%s: no %s is called %q", name, kind, id)
			}
		}
		i := s.Inherited(node)
		if got := fmt.Sprintf("%s, %s, %s, %s, %s", s.Node(i.Owner).Title, i.Audience, i.Licence, i.Language, i.ReviewEvery); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
	check("nobody says anything", "case", "CL-2021-01", settings("")+kase(""), "Desk, both, , en-GB, ")
	check("the site", "case", "CL-2021-01", settings(bySite)+kase(""), "Desk, staff, CC BY 4.0, en-IE, 12 months")
	check("the kind before the site", "case", "CL-2021-01", settings(bySite+byKind)+kase(""), "Office, students, CC0 1.0, cy, 3 years")
	check("the programme before the kind", "case", "CL-2021-01", settings(bySite+byKind)+programme(byProgramme)+kase(""), "Lab office, both, CC BY-NC 4.0, ga, 3 years")
	check("the item before the programme", "case", "CL-2021-01", settings(bySite+byKind)+programme(byProgramme)+kase(byItem), "Desk, staff, CC BY-SA 4.0, fr, 5 years")
	check("each on its own", "case", "CL-2021-01", settings(bySite+byKind)+programme("audience: both\n")+kase("language: fr\n"), "Office, both, CC0 1.0, fr, 3 years")
	check("a part has what its whole has", "recommendation", "CL-2021-01/r1", settings(bySite+byKind)+programme(byProgramme)+kase("language: fr\n"), "Lab office, both, CC BY-NC 4.0, fr, 3 years")
	check("a programme that is typed", "case", "XY-2021-01", settings(bySite)+"-- content/programmes/panel.md --\n---\ntitle: Panel\nlicence: CC0 1.0\n---\n-- content/cases/XY-2021-01.md --\n---\ntitle: Later\nsummary: L.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\nprogramme: Panel\ncredits: programme\n---\n## Recommendations\nNone.\n",
		"Desk, staff, CC0 1.0, en-IE, 12 months")
	check("defaults of its own kind only", "guide", "first", settings(bySite+byKind), "Lab office, both, CC BY 4.0, en-IE, 12 months")
	check("a kind without a programme", "theme", "Feedback", settings(bySite+byKind)+programme(byProgramme), "Desk, staff, CC BY 4.0, en-IE, 12 months")
	check("the programme itself", "programme", "Change Lab", settings(bySite)+programme(byProgramme), "Lab office, both, CC BY-NC 4.0, ga, 12 months")
	check("a word", "group", "Commuters", settings(bySite+byKind), "Desk, staff, CC BY 4.0, en-IE, 12 months")
	check("a person", "person", "Ada Lovell", settings(bySite+byKind), "Desk, staff, CC BY 4.0, en-IE, 12 months")
	check("a page that no file stands for", "", "", settings(bySite+byKind), "Desk, staff, CC BY 4.0, en-IE, 12 months")
	check("an owner who is a draft", "case", "CL-2021-01", settings(byKind)+kase("owner: Later\n"), "Office, students, CC0 1.0, cy, 3 years")
}
