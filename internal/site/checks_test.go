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
	insight := func(more string) string {
		return "-- content/insights/panel-2024.md --\n---\ntitle: Opening hours\nsummary: When to open.\npanel: Change Lab\nterm: autumn 2024\nsent_to: [The Library]\npublished: 2024-11-01\ncredits: programme\n" + more + "---\n## Points\n- Too early. {#f1}\n## Suggestions\n### Open later. {#r1}\n"
	}
	statement := func(reviewed, fixed string) string {
		return "-- content/accessibility.yaml --\nwebsite: x.example\nnation: Wales\ncontact: Desk\nprepared: 2025-01-02\nreviewed: " + reviewed + "\ntested: 2026-01-02\ntested_by: us\nsample: All.\n" +
			"compliance: not\nfails:\n  - problem: Maps.\n    criterion: 1.1.1 Non-text content\n    fixed_by: " + fixed + "\n"
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
		{"a request that nobody makes", "-- content/asks/dates.md --\n---\ntitle: Tell us when\nsummary: Dates.\n---\n", "content/asks/dates.md:2 note CB100 in check", "Ask: Tell us when"},
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
		// Addresses and anchors.
		{"an address of the site, with and without an anchor", guide + "See [a](/guide/first/), [b](/cases/cl-2020-01/#r1), [c](/cases/), [d](/), [e](/cases/#anything), [f](/contact/#desk).\n", "", ""},
		{"a heading of an address that is not there", guide + "## How\nSee [a](/guide/second/#how), [b](/guide/second/#hwo).\n", "content/guide/second.md:7 error CB052", "#how"},
		{"an anchor of a page without headings", guide + "See [a](first.md#nope).\n", "content/guide/second.md:6 error CB052", "take #nope away"},
		{"the same by its address", guide + "See [a](/guide/first/#nope).\n", "content/guide/second.md:6 error CB052", "take #nope away"},
		{"a heading of an alias that is not there", guide[:len(guide)-4] + "aliases: [/old/]\n---\n## How\nSee [a](/old/#how), [b](/old/#hwo).\n", "content/guide/second.md:8 error CB052", "#how"},
		{"a finding on the page of a recommendation", guide + "See [a](/cases/cl-2020-01/r1/#r1).\n", "content/guide/second.md:6 error CB052", "take #r1 away"},
		{"a contact that is not there", guide + "See [a](/contact/#dsek).\n", "content/guide/second.md:6 error CB052", "#desk"},
		{"a part of a term", guide + "See [[partner#x]].\n-- content/glossary/partner.md --\n---\nterm: partner\n---\nOne of two.\n", "content/guide/second.md:6 error CB052", "take #x away"},
		{"an address with a question", guide + "See [a](/cases/?a=b).\n", "content/guide/second.md:6 error CB051", "write /cases/"},
		{"an address misspelt", guide + "See [a](/guide/frist/).\n", "content/guide/second.md:6 error CB051", "did you mean /guide/first/?"},
		{"an address of nothing", guide + "See [a](/somewhere/else/).\n", "content/guide/second.md:6 error CB051", "../guide/roles.md"},
		{"a page by its former ending", guide + "See [a](../cases/CL-2020-01.html).\n", "content/guide/second.md:6 error CB051", "did you mean ../cases/CL-2020-01.md?"},
		{"a page without its ending", guide + "See [a](first).\n", "content/guide/second.md:6 error CB051", "did you mean first.md?"},
		{"a folder", guide + "See [a](../cases/).\n", "content/guide/second.md:6 error CB051", "/cases/"},
		{"a data file", guide + "See [a](../vocabularies.yaml).\n", "content/guide/second.md:6 error CB051", "/groups/"},
		{"a mailbox", guide + "See [a](me@shelf.example).\n", "content/guide/second.md:6 error CB051", "mailto:me@shelf.example"},
		{"a site on the web", guide + "See [a](www.shelf.example).\n", "content/guide/second.md:6 error CB051", "https://www.shelf.example"},
		{"the second half of a name misspelt", guide + "See [[unit/The Libary]].\n", "content/guide/second.md:6 error CB031", "unit/The Library"},
		{"the first half of a name misspelt", guide + "See [[unti/library]].\n", "content/guide/second.md:6 error CB031", "unit/library"},
		{"a fact of what was withdrawn", guide + "See [[CL-2021-01.year]].\n-- content/cases/CL-2021-01.md --\n---\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2023-01-01, reason: asked, contact: Desk}\n---\n", "content/guide/second.md:6 warning CB081", "without it"},
		// Files.
		{"a file with its folder", guide + "See ![the plan](second/plan.png).\n", "content/guide/second.md:6 error CB051", "content/guide/second/"},
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
		{"a credit with consent of a day to come", credited("  - person: Bo Ek\n    shown: full name\n    consent: 2030-06-03\n") + person(""), "content/cases/CL-2021-01.md:8 error CB117", "role only"},
		{"a role with consent of a day to come", credited("  - person: Bo Ek\n    shown: role only\n    consent: 2030-06-03\n") + person(""), "", ""},
		{"a credit without how", credited("  - person: Bo Ek\n    consent: 2022-01-01\n") + person(""), "content/cases/CL-2021-01.md:8 error CB084", "shown:"},
		{"a credit with a word for a date", credited("  - person: Bo Ek\n    shown: full name\n    consent: yes\n") + person(""), "content/cases/CL-2021-01.md:10 error CB028", "2024-04-19"},
		{"a credit with its date misspelt", credited("  - person: Bo Ek\n    shown: full name\n    consnet: 2022-01-01\n") + person(""), "content/cases/CL-2021-01.md:10 error CB020", "`consent:`"},
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
		{"an answer to a suggestion", insight("") + response + "panel-2024/r1\ndate: 2024-12-01\n" + done, "", ""},
		{"an answer to a suggestion that was withdrawn, and links to it", insight("status: withdrawn\nwithdrawn: {date: 2025-01-01, reason: asked, contact: Desk}\n") + response + "panel-2024/r1\ndate: 2024-12-01\n" + done + guide + "See [[panel-2024#f1]], [[panel-2024/r1]], [it](../insights/panel-2024.md#r1) and [it](/insights/panel-2024/#r1).\n", "content/responses/one.md:2 warning CB091", "delete"},
		{"done without evidence", response + "CL-2020-01/r1\ndate: 2021-10-01\ndecision: done\n---\nIt is.\n", "content/responses/one.md:4 warning CB098 in check", "## Evidence"},
		// Themes and principles.
		{"themes in a circle", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [B]\n---\n-- content/themes/b.md --\n---\ntitle: B\nbroader: [A]\n---\n", "content/themes/b.md:3 error CB092", "narrower"},
		{"a theme that is its own", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [A]\n---\n", "content/themes/a.md:3 error CB092", "narrower"},
		{"themes two ways up", "-- content/themes/a.md --\n---\ntitle: A\nbroader: [B, C]\n---\n-- content/themes/b.md --\n---\ntitle: B\nbroader: [C]\n---\n-- content/themes/c.md --\n---\ntitle: C\n---\n", "", ""},
		{"pages that replace each other", guide[:len(guide)-4] + "supersedes: Third steps\n---\nText.\n-- content/guide/third.md --\n---\ntitle: Third steps\nsummary: Further.\npublished: 2024-01-03\nsupersedes: Second steps\n---\nText.\n", "content/guide/third.md:5 error CB092", "newer"},
		{"a page that replaces itself", guide[:len(guide)-4] + "supersedes: Second steps\n---\nText.\n", "content/guide/second.md:5 error CB092", "newer"},
		{"a page beside itself", guide[:len(guide)-4] + "see_also: [Second steps]\n---\nText.\n", "content/guide/second.md:5 warning CB092", "take this away"},
		{"a case that builds on itself", strings.Replace(credited("  - unnamed: Student\n"), "credits:", "builds_on: [CL-2021-01]\ncredits:", 1), "content/cases/CL-2021-01.md:7 warning CB092", "take this away"},
		{"a recommendation that repeats itself", credited("  - unnamed: Student\n") + "Repeats: CL-2021-01/r1\n", "content/cases/CL-2021-01.md:12 warning CB092", "take this away"},
		{"a recommendation that extends its neighbour", credited("  - unnamed: Student\n") + "### Publish all. {#r2}\nExtends: CL-2021-01/r1\n", "", ""},
		{"a match typed twice", "-- content/principles/a.md --\n---\ntitle: A\nsummary: A.\nmatches:\n  B: broader, says more\n---\nA.\n-- content/principles/b.md --\n---\ntitle: B\nsummary: B.\nmatches:\n  A: narrower, says less\n---\nB.\n", "content/principles/b.md:5 warning CB093", "keep one"},
		{"matches that contradict each other", "-- content/principles/a.md --\n---\ntitle: A\nsummary: A.\nmatches:\n  B: broader, says more\n---\nA.\n-- content/principles/b.md --\n---\ntitle: B\nsummary: B.\nmatches:\n  A: exact, says the same\n---\nB.\n", "content/principles/b.md:5 error CB093", "once"},
		// Data files.
		{"references that are broken, and a citation", "-- content/references.json --\n[{\"id\": \"cook2014\",}]\n" + guide + "See [@cook2014].\n", "content/references.json:1 error CB071", "Zotero"},
		{"references that are empty, and a citation", "-- content/references.json --\n\n" + guide + "See [@cook2014].\n", "content/references.json:1 error CB071", "[]"},
		{"a list for the words of a vocabulary", "-- content/vocabularies.yaml --\ngroups:\n  - everyone\n" + strings.Replace(credited("  - unnamed: Student\n"), "credits:", "groups: [everyone]\ncredits:", 1), "content/vocabularies.yaml:2 error CB023", ""},
		{"a word that stands twice", "-- content/vocabularies.yaml --\ngroups:\n  everyone: Everyone\n  everyone: All\n" + strings.Replace(credited("  - unnamed: Student\n"), "credits:", "groups: [everyone]\ncredits:", 1), "content/vocabularies.yaml:3 error CB022", "keep one"},
		{"two words of one name", "-- content/vocabularies.yaml --\ngroups:\n  everyone: Everyone\n  all: All, everyone\n" + strings.Replace(credited("  - unnamed: Student\n"), "credits:", "groups: [everyone]\ncredits:", 1), "content/vocabularies.yaml:3 error CB033", "line 2"},
		// The accessibility statement.
		{"a statement reviewed a year ago", statement("2025-11-20", "2027-01-01"), "", ""},
		{"a statement reviewed more than a year ago", statement("2025-11-19", "2027-01-01"), "content/accessibility.yaml:5 warning CB132", "reviewed:"},
		{"a promise that has passed", statement("2026-01-02", "2026-11-19"), "content/accessibility.yaml:11 warning CB133", "fixed_by:"},
		{"a statement and a page at its address", statement("2026-01-02", "2027-01-01") + "-- content/pages/accessibility.md --\n---\ntitle: Access\nsummary: Old.\npublished: 2024-01-01\n---\nText.\n", "content/pages/accessibility.md:2 error CB034", "rename"},
		// Settings.
		{"an address of the site that is none", "-- casebook.yaml --\ntitle: Shelf\nbase_url: shelf.example\ncontact: Desk\n", "casebook.yaml:2 error CB027", ""},
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
