package site

import (
	"slices"
	"strings"
	"testing"

	"casebook/internal/diag"
)

func TestTheShelfHasNoFault(t *testing.T) {
	_, problems := joined(t, Config{}, "")
	if got := said(problems); len(got) > 0 {
		t.Error(got, problems[0].Message)
	}
}

// TestWhatIsWrongBetweenFiles puts one fault at a time on the shelf. It must be said once, in its place, with what to do.
func TestWhatIsWrongBetweenFiles(t *testing.T) {
	const guide = "-- content/guide/second.md --\n---\ntitle: Second steps\nsummary: How to go on.\npublished: 2024-01-03\n---\n"
	const response = "-- content/responses/one.md --\n---\nto: "
	const done = "decision: done\n---\nIt is.\n## Evidence\n- [Here](https://shelf.example/x)\n"
	const draftCase = "-- content/cases/CL-2021-01.md --\n---\ntitle: Later comments\nsummary: Later still.\nyear: 2021-22\nstudied: [Economics]\ncredits: programme\n---\n## Recommendations\n### Publish more. {#r1}\n"
	person := func(more string) string {
		return "-- content/people/bo.md --\n---\nname: Bo Ek\n" + more + "---\n"
	}
	credited := func(credit string) string {
		return "-- content/cases/CL-2021-01.md --\n---\ntitle: Later comments\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits:\n" +
			credit + "---\n## Recommendations\n### Publish more. {#r1}\n"
	}
	rows := []struct {
		name  string
		files string
		want  string // file:line severity code, one a line; empty for none
		hint  string // part of the remedy
	}{
		// Names.
		{"a name of two units", "-- content/units/one.md --\n---\ntitle: Registry\naka: [Office]\n---\n-- content/units/two.md --\n---\ntitle: Finance\naka: [Office]\n---\n-- content/units/three.md --\n---\ntitle: Payroll\nparent: office\n---\n",
			"content/units/three.md:3 error CB030", "unit/one"},
		{"a name of two kinds in a wikilink", guide + "See [[Feedback]].\n-- content/methods/feedback.md --\n---\ntitle: Feedback\n---\n", "content/guide/second.md:6 error CB030", "method/feedback"},
		{"the same with its kind", guide + "See [[method/feedback]] and [[theme/feedback]].\n-- content/methods/feedback.md --\n---\ntitle: Feedback\n---\n", "", ""},
		{"a word that only the field makes clear", guide[:len(guide)-4] + "themes: [feedback]\n---\n-- content/methods/feedback.md --\n---\ntitle: Feedback\n---\n", "", ""},
		{"a name of nothing", guide + "See [[Frist steps]].\n", "content/guide/second.md:6 error CB031", `"First steps" (content/guide/first.md)`},
		{"a name of nothing near", guide[:len(guide)-4] + "themes: [Housing]\n---\n", "content/guide/second.md:5 error CB031", "casebook list theme"},
		{"a word that is in no vocabulary", "-- content/vocabularies.yaml --\ngroups:\n  everyone: Everyone\n" + strings.Replace(credited("  - unnamed: Student\n"), "credits:", "groups: [Zebras]\ncredits:", 1), "content/cases/CL-2021-01.md:7 error CB031", "content/vocabularies.yaml"},
		{"a unit that is a draft", "-- content/units/three.md --\n---\ntitle: Payroll\nparent: Registry\n---\n-- content/units/one.md --\n---\ntitle: Registry\nstatus: draft\n---\n", "content/units/three.md:3 error CB032", "status: draft"},
		{"a page that is not yet published", guide + "See [[Third steps]].\n-- content/guide/third.md --\n---\ntitle: Third steps\nsummary: Further.\n---\n", "content/guide/second.md:6 error CB032", "published:"},
		{"a draft that mentions a draft", strings.Replace(guide, "published: 2024-01-03\n", "", 1) + "See [[Third steps]].\n-- content/guide/third.md --\n---\ntitle: Third steps\nsummary: Further.\n---\n", "", ""},
		{"a page that is scheduled", guide + "See [[Third steps]].\n-- content/guide/third.md --\n---\ntitle: Third steps\nsummary: Further.\npublished: 2026-11-21\n---\n", "content/guide/second.md:6 note CB097 in check", ""},
		{"a page that is out of date", guide + "See [[Third steps]].\n-- content/guide/third.md --\n---\ntitle: Third steps\nsummary: Further.\npublished: 2024-11-21\nexpires: 2025-01-01\non_expiry: hide\n---\n", "content/guide/second.md:6 note CB097 in check", ""},
		{"two titles", "-- content/themes/marking.md --\n---\ntitle: FEEDBACK\n---\n", "content/themes/marking.md:2 error CB033", "content/themes/feedback.md"},
		{"two titles, and a mention of each", "-- content/themes/marking.md --\n---\ntitle: Comments\naka: [Marks]\n---\n-- content/themes/comments.md --\n---\ntitle: Comments\n---\n" + guide + "See [[Comments]] and [[Marks]].\n", "content/themes/marking.md:2 error CB033", "content/themes/comments.md"},
		{"two titles, the later of the file's name", "-- content/themes/all-marks.md --\n---\ntitle: Comments\n---\n-- content/themes/comments.md --\n---\ntitle: Comments\n---\n" + guide + "See [[Comments]].\n", "content/themes/comments.md:2 error CB033", "content/themes/all-marks.md"},
		// Records.
		{"a case that asks for nothing", "-- content/cases/CL-2021-01.md --\n---\ntitle: Later comments\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n---\nText.\n", "content/cases/CL-2021-01.md:9 warning CB041 in check", "## Recommendations"},
		{"a case that says why it asks for nothing", "-- content/cases/CL-2021-01.md --\n---\ntitle: Later comments\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits: programme\n---\n## Recommendations\nThe group ran out of weeks.\n", "", ""},
		{"a number of no programme", strings.Replace(credited("  - unnamed: Student\n"), "CL-2021-01", "XY-2021-01", 1), "content/cases/XY-2021-01.md:1 warning CB044 in check", "prefix:"},
		{"a number of no programme, which is typed", strings.Replace(strings.Replace(credited("  - unnamed: Student\n"), "CL-2021-01", "XY-2021-01", 1), "credits:", "programme: Change Lab\ncredits:", 1), "", ""},
		{"an annotation of no reference", "-- content/references/cook2014.md --\n---\nverified: 2024-01-01\n---\nGood.\n", "content/references/cook2014.md:0 warning CB080", "content/references.json"},
		// Files.
		{"another page's file", guide + "See [the plan](first/plan.pdf).\n-- content/guide/first/plan.pdf --\n%PDF\n", "content/guide/second.md:6 error CB083", "content/guide/second/"},
		{"a file beside no page", guide + "See [the plan](plan.pdf).\n-- content/guide/plan.pdf --\n%PDF\n", "content/guide/second.md:6 error CB083", "content/guide/second/"},
		{"a page's own file", guide + "See [the plan](plan.pdf).\n-- content/guide/second/plan.pdf --\n%PDF\n", "", ""},
		{"a listing's own file", "-- content/guide/index.md --\n---\ntitle: Guide\n---\nSee [the plan](plan.pdf).\n-- content/guide/index/plan.pdf --\n%PDF\n", "", ""},
		{"a file in other capitals", guide + "See [the plan](Plan.pdf).\n-- content/guide/second/plan.pdf --\n%PDF\n", "content/guide/second.md:6 error CB051", "plan.pdf"},
		{"a file misspelt", guide + "See [the plan](paln.pdf).\n-- content/guide/second/plan.pdf --\n%PDF\n", "content/guide/second.md:6 error CB051", "did you mean plan.pdf?"},
		{"an output misspelt", strings.Replace(credited("  - unnamed: Student\n"), "credits:", "outputs:\n  - file: poter.pdf\n    accessible: yes\ncredits:", 1) + "-- content/cases/CL-2021-01/poster.pdf --\n%PDF\n", "content/cases/CL-2021-01.md:8 error CB051", "did you mean poster.pdf?"},
		{"a file that is not there, and one that nobody names", guide + "See [the plan](plan.pdf).\n-- content/guide/second/timetable.pdf --\n%PDF\n", "content/guide/second.md:6 error CB051\ncontent/guide/second/timetable.pdf:0 warning CB082", "content/guide/second/"},
		{"a file that nobody names", guide + "See [[First steps]].\n-- content/guide/second/plan.pdf --\n%PDF\n", "content/guide/second/plan.pdf:0 warning CB082", "link to it"},
		{"another page's file, which names it as well", guide + "See [the plan](first/plan.pdf).\n-- content/guide/first/plan.pdf --\n%PDF\n-- content/guide/first.md --\n---\ntitle: First steps\nsummary: How.\npublished: 2024-01-02\n---\nSee [the plan](plan.pdf).\n", "content/guide/second.md:6 error CB083", ""},
		// People.
		{"a credit with consent", credited("  - person: Bo Ek\n    shown: full name\n    consent: 2022-01-01\n") + person(""), "", ""},
		{"a credit without a date", credited("  - person: Bo Ek\n    shown: full name\n") + person(""), "content/cases/CL-2021-01.md:8 error CB084", "consent:"},
		{"a credit without how", credited("  - person: Bo Ek\n    consent: 2022-01-01\n") + person(""), "content/cases/CL-2021-01.md:8 error CB084", "shown:"},
		{"a credit by role", credited("  - person: Bo Ek\n    shown: role only\n") + person(""), "", ""},
		{"someone who withdrew their name", credited("  - person: Bo Ek\n    shown: full name\n    consent: 2022-01-01\n") + person("withdrawn: 2025-01-01\n"), "content/cases/CL-2021-01.md:8 warning CB086", "unnamed:"},
		{"someone who withdrew their name, with a day to come", credited("  - person: Bo Ek\n    shown: full name\n    consent: 2022-01-01\n") + person("withdrawn: 2030-01-01\n"), "content/cases/CL-2021-01.md:8 warning CB086", "unnamed:"},
		// Responses.
		{"a response", response + "CL-2020-01/r1\ndate: 2021-10-01\n" + done, "", ""},
		{"an answer before the question", response + "CL-2020-01/r1\ndate: 2020-08-31\n" + done, "content/responses/one.md:3 error CB087", "year"},
		{"an answer on the first day", response + "CL-2020-01/r1\ndate: 2020-09-01\n" + done, "", ""},
		{"an answer from elsewhere", response + "CL-2020-01/r1\ndate: 2021-10-01\nby: The Library\n" + done, "content/responses/one.md:4 warning CB088 in check", "passed-on"},
		{"an answer from where it was passed on", response + "CL-2020-01/r1\ndate: 2021-10-01\nby: The Library\n" + done +
			"-- content/responses/zero.md --\n---\nto: CL-2020-01/r1\ndate: 2021-09-01\ndecision: passed-on\npassed_to: The Library\n---\nTheirs.\n", "", ""},
		{"an answer from the unit above", response + "CL-2020-01/r1\ndate: 2021-10-01\nby: College\n" + done, "", ""},
		{"an answer from nobody", response + "CL-2020-01/r2\ndate: 2021-10-01\n" + done, "content/responses/one.md:2 error CB089", "The Library or Economics"},
		{"an answer from a unit that does not exist", response + "CL-2020-01/r2\ndate: 2021-10-01\nby: The Libary\n" + done, "content/responses/one.md:4 error CB031", `"The Library"`},
		{"an answer from a draft", response + "CL-2020-01/r2\ndate: 2021-10-01\nby: Registry\n" + done + "-- content/units/one.md --\n---\ntitle: Registry\nstatus: draft\n---\n", "content/responses/one.md:4 error CB032", "status: draft"},
		{"students in words of their own", response + "CL-2020-01/r1\ndate: 2021-10-01\n" + done + "-- content/responses/two.md --\n---\nto: CL-2020-01/r1\ndate: 2022-10-01\ndecision: confirmed\nby: Course reps\n---\n", "", ""},
		{"confirmed before it was done", response + "CL-2020-01/r1\ndate: 2021-10-01\ndecision: confirmed\n---\n", "content/responses/one.md:4 warning CB090 in check", "decision: done"},
		{"denied before it was done", response + "CL-2020-01/r1\ndate: 2021-10-01\ndecision: not-confirmed\n---\nWe see nothing.\n", "content/responses/one.md:4 warning CB090 in check", "decision: done"},
		{"confirmed on the day on which it was done", response + "CL-2020-01/r1\ndate: 2021-10-01\ndecision: confirmed\n---\n-- content/responses/two.md --\n---\nto: CL-2020-01/r1\ndate: 2021-10-01\n" + done, "", ""},
		{"an answer to a draft", draftCase + response + "CL-2021-01/r1\ndate: 2022-10-01\n" + done, "content/responses/one.md:2 warning CB091", "published"},
		{"an answer to what was withdrawn", "-- content/cases/CL-2021-01.md --\n---\nnumber: CL-2021-01\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2023-01-01, reason: asked, contact: Desk}\n---\n" + response + "CL-2021-01/r1\ndate: 2022-10-01\n" + done, "content/responses/one.md:2 warning CB091", "delete"},
		{"done without evidence", response + "CL-2020-01/r1\ndate: 2021-10-01\ndecision: done\n---\nIt is.\n", "content/responses/one.md:4 warning CB098 in check", "## Evidence"},
		// Themes and principles.
		{"themes in a circle", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [B]\n---\n-- content/themes/b.md --\n---\ntitle: B\nbroader: [A]\n---\n", "content/themes/b.md:3 error CB092", "narrower"},
		{"a theme that is its own", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [A]\n---\n", "content/themes/a.md:3 error CB092", "narrower"},
		{"themes two ways up", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [B, C]\n---\n-- content/themes/b.md --\n---\ntitle: B\nbroader: [C]\n---\n-- content/themes/c.md --\n---\ntitle: C\n---\n", "", ""},
		{"a match typed twice", "-- content/principles/a.md --\n---\ntitle: A\nsummary: A.\nmatches:\n  B: broader, says more\n---\nA.\n-- content/principles/b.md --\n---\ntitle: B\nsummary: B.\nmatches:\n  A: narrower, says less\n---\nB.\n", "content/principles/b.md:5 warning CB093", "keep one"},
		{"matches that contradict each other", "-- content/principles/a.md --\n---\ntitle: A\nsummary: A.\nmatches:\n  B: broader, says more\n---\nA.\n-- content/principles/b.md --\n---\ntitle: B\nsummary: B.\nmatches:\n  A: exact, says the same\n---\nB.\n", "content/principles/b.md:5 error CB093", "once"},
		// Settings.
		{"a site without an address", "-- casebook.yaml --\ntitle: Shelf\ncontact: Desk\n", "casebook.yaml:0 warning CB095", "base_url:"},
		{"nobody to ask", "-- casebook.yaml --\ntitle: Shelf\nbase_url: https://shelf.example/\n-- content/contacts/desk.md --\n", "casebook.yaml:0 warning CB096", "content/contacts/desk.md"},
		{"a contact that settings do not name", "-- casebook.yaml --\ntitle: Shelf\nbase_url: https://shelf.example/\n", "", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			_, problems := joined(t, Config{}, row.files)
			got := said(problems)
			want := strings.FieldsFunc(row.want, func(r rune) bool { return r == '\n' })
			if !slices.Equal(got, want) {
				for _, p := range problems {
					t.Logf("%s %s: %s (%s)", p.At, p.Code, p.Message, p.Hint)
				}
				t.Fatalf("said %q, want %q", got, want)
			}
			if len(problems) > 0 && !slices.ContainsFunc(problems, func(p diag.Diag) bool { return strings.Contains(p.Hint, row.hint) }) {
				t.Errorf("the remedy %q does not say %q", problems[0].Hint, row.hint)
			}
		})
	}
}
