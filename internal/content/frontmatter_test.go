package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// said parses a file and lists its problems as "line:col severity code".
func said(path, text string) []string {
	_, problems := Parse(path, text, Options{})
	var out []string
	for _, p := range problems.Sorted() {
		out = append(out, fmt.Sprintf("%d:%d %s %s", p.At.Line, p.At.Col, p.Severity, p.Code))
	}
	return out
}

// TestFrontMatter is the catalogue of front matter that people write, and what each line says.
func TestFrontMatter(t *testing.T) {
	const head = "---\ntitle: A\nsummary: S.\npublished: 2024-01-02\n"
	rows := []struct {
		name, text string
		want       []string
	}{
		{"sound", head + "---\nText.\n", nil},
		{"blank lines above", "\n\n" + head + "themes: 5 of\nthemes: 6\n---\n", []string{"8:1 error CB022"}},
		{"spaces after the hyphens", "---  \ntitle: A\nsummary: S.\npublished: 2024-01-02\n--- \n", nil},
		{"unclosed front matter is an error at its first line", "---\ntitle: x\n", []string{"1:1 error CB010"}},
		{"three dots", head + "...\nowner: x\n---\n", []string{"5:1 error CB011"}},
		{"a rule and not front matter", "---\nSome words.\n---\nMore.\n", []string{"1:1 error CB012"}},
		{"a list", "---\n- a\n- b\n---\n", []string{"1:1 error CB012"}},
		{"dashes", "—-\ntitle: x\n—-\n", []string{"1:1 error CB013"}},
		{"an indented line of hyphens inside a value", "---\ntitle: A\nsummary: |\n  one\n  ---\n  two\n---\n", []string{"5:3 error CB015"}},
		{"TOML", "+++\ntitle = \"x\"\n+++\n", []string{"1:1 error CB019"}},
		{"JSON", "{\n\"title\": \"x\"\n}\n", []string{"1:1 error CB019"}},
		{"a colon", "---\ntitle: Partnership: a guide\n---\n", []string{"2:8 error CB014"}},
		{"no space after a colon", "---\ntitle:Say it\nsummary: S.\n---\n", []string{"2:1 error CB014"}},
		{"no space after any colon", "---\ntitle:Say it\nsummary:S.\n---\n", []string{"2:1 error CB014"}},
		{"no space after the colon in a list", "---\ntitle: A\ncredits:\n  - person:Ada\n    shown: full name\n---\n", []string{"4:5 error CB014"}},
		{"an address in a text over two lines", "---\ntitle: A\nsummary: See\n  https://x.example/ [\nowner: \"x\n---\n", []string{"5:8 error CB014"}},
		{"an apostrophe in single quotes", "---\ntitle: 'it's'\n---\n", []string{"2:8 error CB014"}},
		{"an unclosed quotation mark", "---\ntitle: \"open\nsummary: S\n---\n", []string{"2:8 error CB014"}},
		{"a tab", "---\ntitle: A\nchanges:\n\t2024-01-01: x\n---\n", []string{"4:1 error CB014"}},
		{"a no-break space", "---\ntitle: A\nsummary: S.\nchanges:\n\u00a0\u00a02024-01-01: x\n---\n", []string{"5:1 error CB014"}},
		{"an at sign", "---\ntitle: @x\n---\n", []string{"2:8 error CB014"}},
		{"an open bracket", "---\ntitle: A\nthemes: [a, b\nsummary: S\n---\n", []string{"3:9 error CB014"}},
		{"an anchor", head + "owner: &desk the desk\n---\n", []string{"5:8 error CB016"}},
		{"a tag", head + "owner: !desk x\n---\n", []string{"5:8 error CB016"}},
		{"an alias", "---\ntitle: A\nsummary: &s S.\npublished: 2024-01-02\nowner: *s\n---\n", []string{"3:10 error CB016", "5:8 error CB016"}},
		{"a comma in braces", head + "withdrawn: {date: 2024-01-01, reason: one, two}\n---\n", []string{"5:44 error CB017"}},
		{"a hash", "---\ntitle: A\nsummary: Ask for room #4\npublished: 2024-01-02\n---\n", []string{"3:23 error CB018"}},
		{"a comment on its own line", "---\n# a note\ntitle: A\nsummary: S.\npublished: 2024-01-02\n---\n", nil},
		{"a list for a title", "---\ntitle: [a]\nsummary: S.\npublished: 2024-01-02\n---\n", []string{"2:8 error CB023"}},
		{"a map for a title", "---\ntitle:\n  a: b\nsummary: S.\npublished: 2024-01-02\n---\n", []string{"3:3 error CB023"}},
		{"no means no", "---\ntitle: no\nsummary: 012\npublished: 2024-01-02\n---\n", nil},
		{"a long title", "---\ntitle: " + strings.Repeat("long ", 30) + "\nsummary: S.\npublished: 2024-01-02\n---\n", []string{"2:8 error CB024"}},
		{"a long summary", "---\ntitle: A\nsummary: " + strings.Repeat("long ", 61) + "\npublished: 2024-01-02\n---\n", []string{"3:10 warning CB025"}},
		{"a wrong word", head + "audience: everyone\n---\n", []string{"5:11 error CB026"}},
		{"a wrong DOI", head + "doi: 11.x\n---\n", []string{"5:6 error CB027"}},
		{"a date with a time keeps its day", "---\ntitle: A\nsummary: S.\npublished: 2024-01-02T23:30:00+02:00\n---\n", nil},
		{"a year alone for an old record", "---\ntitle: A\nsummary: S.\npublished: 1998\n---\n", nil},
		{"a day that is not one", "---\ntitle: A\nsummary: S.\npublished: 0000-00-00\n---\n", []string{"4:12 error CB028"}},
		{"an empty block", "---\n---\nText.\n", []string{"1:1 error CB020"}},
		{"an empty file", "", []string{"1:1 warning CB074"}},
		{"a blank title", "---\ntitle:\nsummary: S.\npublished: 2024-01-02\n---\n", []string{"2:1 error CB020"}},
		{"nothing but a comment", "---\n# later\n---\nText.\n", []string{"1:1 error CB020"}},
		{"an unfinished draft", "---\ntitle:\nsummary: S.\nstatus: draft\n---\n", []string{"2:1 warning CB020"}},
		{"deep lists", "---\ntitle: " + strings.Repeat("[", 20000) + "\n---\n", []string{"2:8 error CB014"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := said("content/guide/x.md", row.text)
			if diff := cmp.Diff(row.want, got); diff != "" {
				_, problems := Parse("content/guide/x.md", row.text, Options{})
				for _, p := range problems {
					t.Logf("%s: %s (%s)", p.At, p.Message, p.Hint)
				}
				t.Error(diff)
			}
		})
	}
}

// TestRulesOfKinds holds what tags cannot say.
func TestRulesOfKinds(t *testing.T) {
	const kase = "---\ntitle: A\nsummary: S.\npublished: 2024-01-02\nyear: 2022-23\nstudied: [X]\ncredits: programme\n"
	const recs = "---\n## Recommendations\n### Do it. {#r1}\n"
	const statement = "website: x.example\nnation: Wales\ncontact: Desk\nprepared: 2026-01-02\nreviewed: 2026-01-02\ntested: 2026-01-02\ntested_by: us\nsample: All.\n"
	rows := []struct {
		name, path, text string
		want             string // that must be among what is said
	}{
		{"a match without its kind", "content/principles/x.md", "---\ntitle: A\nmatches:\n  Trust: they are alike\n---\n", "4:3 error CB036"},
		{"a match without its reason", "content/principles/x.md", "---\ntitle: A\nmatches:\n  Trust: close\n---\n", "4:3 error CB037"},
		{"a contact nobody can reach", "content/contacts/x.md", "---\ntitle: A\n---\n", "2:8 error CB038"},
		{"a reserved file name", "content/guide/search.md", "---\ntitle: A\n---\n", "0:0 error CB039"},
		{"a file name without letters", "content/guide/---.md", "---\ntitle: A\n---\n", "0:0 error CB039"},
		{"a record that is not complete", "content/cases/CL-2022-01.md", kase + recs, "1:1 warning CB040"},
		{"a question without its mark", "content/cases/CL-2022-01.md", kase + "question: Why\n" + recs, "8:11 warning CB042"},
		{"an odd number", "content/cases/notes.md", kase + recs, "1:1 warning CB045"},
		{"a credit of nobody", "content/cases/CL-2022-01.md", strings.Replace(kase, "credits: programme", "credits:\n  - as: staff partner", 1) + recs, "8:5 error CB046"},
		{"a credit of two", "content/cases/CL-2022-01.md", strings.Replace(kase, "credits: programme", "credits:\n  - person: A\n    unnamed: B", 1) + recs, "8:5 error CB046"},
		{"a PDF alone", "content/cases/CL-2022-01.md", kase + "outputs:\n  - file: poster.pdf\n    title: Poster\n" + recs, "9:11 warning CB106"},
		{"the fields of no kind", "content/pages/x.md", "---\ntitle: X\nsummary: X.\npublished: 2026-01-01\n---\n```fields\ncsae\n```\n", "6:4 error CB105"},
		{"an opportunity without an end", "content/opportunities/x.md", "---\ntitle: X\nsummary: X.\ntype: fund\napply: https://x.example/\n---\nText.\n", "4:7 error CB101"},
		{"an opportunity that closes before it opens", "content/opportunities/x.md", "---\ntitle: X\nsummary: X.\ntype: fund\napply: https://x.example/\nopens: 2027-02-01\ndeadline: 2026-03-01 12:00\n---\nText.\n", "7:11 error CB102"},
		{"a time of day that is none", "content/events/x.md", "---\ntitle: X\nsummary: X.\nstart: 2027-02-01 1pm\nplace: Hall\naccess: Level.\n---\nText.\n", "4:8 error CB028"},
		{"an event nowhere", "content/events/x.md", "---\ntitle: X\nsummary: X.\nstart: 2027-02-01 13:00\naccess: Level.\n---\nText.\n", "4:8 warning CB103"},
		{"a statement without a word on compliance", "content/accessibility.yaml", statement, "1:1 error CB130"},
		{"a compliance that is misspelt is said once", "content/accessibility.yaml", statement + "compliance: mostly\n", "9:13 error CB026"},
		{"partially compliant because of nothing", "content/accessibility.yaml", statement + "compliance: partially\n", "9:13 error CB131"},
		{"fully compliant but for something", "content/accessibility.yaml", statement + "compliance: fully\nout_of_scope:\n  - Maps.\n", "9:13 error CB131"},
		{"a failure without its day and with half a criterion", "content/accessibility.yaml", statement + "compliance: not\nfails:\n  - problem: Maps.\n    criterion: Non-text content\n", "11:5 error CB020\n12:16 error CB027"},
		{"a statement in a folder", "content/accessibility/statement.md", "---\ntitle: X\n---\n", "0:0 error CB073"},
		{"an event that says nothing about access", "content/events/x.md", "---\ntitle: X\nsummary: X.\nstart: 2027-02-01 13:00\nplace: Hall\n---\nText.\n", "4:8 warning CB104"},
		{"a term that is no season", "content/insights/x.md", "---\ntitle: X\nsummary: X.\npanel: P\nterm: term 2\ncredits: programme\n---\nText.\n", "5:7 error CB027"},
		{"a notice that never ends", "content/notices/x.md", "---\ntitle: X\nsummary: X.\npublished: 2026-01-01\n---\nText.\n", "1:1 error CB020"},
		{"passed on to nobody", "content/responses/x.md", "---\nto: CL-2022-01/r1\ndate: 2023-01-01\ndecision: passed on\n---\nText.\n", "4:11 error CB047"},
		{"overtaken by nothing", "content/responses/x.md", "---\nto: CL-2022-01/r1\ndate: 2023-01-01\ndecision: overtaken\n---\nText.\n", "4:11 error CB047"},
		{"a yes without a date", "content/responses/x.md", "---\nto: CL-2022-01/r1\ndate: 2023-01-01\ndecision: accepted\n---\nText.\n", "4:11 warning CB048"},
		{"a decision without words", "content/responses/x.md", "---\nto: CL-2022-01/r1\ndate: 2023-01-01\ndecision: declined\n---\n", "4:11 warning CB049"},
		{"recommendations in two places", "content/cases/CL-2022-01.md", kase + "recommendations:\n  - key: r1\n    text: Do it.\n" + recs, "error CB066"},
		{"an ORCID that does not add up", "content/people/x.md", "---\nname: A B\norcid: 0000-0002-1825-0098\n---\n", "3:8 error CB027"},
		{"references that are no list", "content/references.json", `{"a": 1}`, "1:1 error CB071"},
		{"references broken off", "content/references.json", "[\n {\"id\": \"a\",\n", "error CB071"},
		{"a reference without a title", "content/references.json", "[\n {\"id\": 5, \"title\": []}\n]", "error CB072"},
		{"a vocabulary that does not exist", "content/vocabularies.yaml", "gruops:\n  a: A\n", "1:1 warning CB021"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := strings.Join(said(row.path, row.text), "\n")
			if !strings.Contains(got, row.want) {
				t.Errorf("said\n%s\nwant %s", got, row.want)
			}
		})
	}
}

// TestAWholeStatement holds that a complete one, and one that waits, are said nothing of.
func TestAWholeStatement(t *testing.T) {
	const statement = "website: x.example\nnation: Wales\ncontact: Desk\nprepared: 2026-01-02\nreviewed: 2026-01-02\ntested: 2026-01-02\ntested_by: us\nsample: All.\n"
	for _, more := range []string{"compliance: fully\n", "compliance: not\nburden:\n  - content: Maps.\n    assessment: Too dear.\n", "status: draft\n"} {
		if got := said(StatementFile, statement+more); len(got) > 0 {
			t.Errorf("%q: %s", more, got)
		}
	}
	d, _ := Parse(StatementFile, statement+"compliance: fully\n", Options{})
	if d.Head.Title != "Accessibility statement" || d.Head.Published != "2026-01-02" {
		t.Errorf("its head is %+v", d.Head)
	}
}

// TestNumberWordsAndMarksAreKeptAsWritten holds that YAML never turns a value into another.
func TestValuesAreKeptAsWritten(t *testing.T) {
	d, problems := Parse("content/guide/x.md", "---\ntitle: 1.10\nsummary: no\nlicence: 012\npublished: 2024-01-02\naka: yes\n---\n", Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	g := d.Entity.(*Guide)
	if diff := cmp.Diff([]string{"1.10", "no", "012", "yes"}, []string{g.Title, g.Summary, g.Licence, g.Aka[0]}); diff != "" {
		t.Error(diff)
	}
}

// TestWhatAWithdrawnItemLacksIsSaidInAnEditorsWords holds that a message names the item and says where the line goes.
func TestWhatAWithdrawnItemLacksIsSaidInAnEditorsWords(t *testing.T) {
	check := func(file, withdrawn, message, hint string) {
		t.Helper()
		_, problems := Parse(file, "---\nyear: 2023-24\nstatus: withdrawn\n"+withdrawn+"---\n", Options{})
		var got []string
		for _, p := range problems {
			got = append(got, p.Message+"; "+p.Hint)
		}
		if want := message + "; " + hint; len(got) != 1 || got[0] != want {
			t.Errorf("%s: said %q, want %q", withdrawn, got, want)
		}
	}
	const kase = "content/cases/CL-2023-04.md"
	check(kase, "withdrawn: {date: 2024-03-11, reason: asked}\n", "a withdrawn case needs `contact`", "add a line `contact:` below `withdrawn:`. Whom a reader may ask.")
	check(kase, "withdrawn:\n  date: 2024-03-11\n  contact: Desk\n", "a withdrawn case needs `reason`", "add a line `reason:` below `withdrawn:`. The class of reason, such as: at an author's request.")
	check(kase, "withdrawn: {date: 2024-03-11, reason: asked, contact: Desk, by: them}\n", "a withdrawn case has no field called \"by\", so this line does nothing", "`casebook explain case` lists the fields")
	check(kase, "withdrawn: {date: 2024-03-11, reason: asked, contact: Desk, datte: 2024-03-11}\n", "a withdrawn case has no field called \"datte\", so this line does nothing", "did you mean `date:`?")
	check("content/guide/x.md", "withdrawn: {date: 2024-03-11, reason: asked}\n", "a withdrawn guide needs `contact`", "add a line `contact:` below `withdrawn:`. Whom a reader may ask.")
	check(kase, "", "a case needs `withdrawn`", "add a line `withdrawn:`. For status withdrawn: date, reason and contact. Nothing else of it is published.")
}

func TestWithdrawnKeepsOnlyItsTombstone(t *testing.T) {
	d, problems := Parse("content/cases/CL-2023-04.md", "---\ntitle: Secret\nsummary: Secret.\nyear: 2023-24\nstatus: withdrawn\nwithdrawn:\n  date: 2024-03-11\n  reason: At an author's request\n  contact: Desk\nstudied: [Nowhere]\n---\nSecret [[nothing]].\n", Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	c := d.Entity.(*Case)
	if c.Title != "" || d.Source != "" || !d.Body.Empty() || len(d.Refs) != 1 || d.Refs[0].Name != "Desk" || c.Year != "2023-24" || c.Number != "CL-2023-04" {
		t.Errorf("something is left: %+v %+v", c, d.Refs)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("content/guide/x.md", "---\ntitle: A\n---\nText [[x]].\n")
	f.Add("content/cases/CL-2022-01.md", "---\nyear: 2022-23\ncredits:\n  - person: A\n---\n## Recommendations\n### Do. {#r1}\nFor: X\n")
	f.Add("casebook.yaml", "title: A\nnavigation:\n  - Guide: guide/\n")
	f.Add("content/references.json", `[{"id": "a", "title": "T"}]`)
	f.Fuzz(func(t *testing.T, path, text string) {
		if strings.ContainsAny(text, "\x00\r") {
			return
		}
		d, problems := Parse(path, text, Options{})
		lines := strings.Count(text, "\n") + 1
		for _, p := range problems {
			if p.At.Line > lines+1 {
				t.Errorf("%s lies outside the file of %d lines", p.At, lines)
			}
		}
		if d == nil {
			return
		}
		for _, r := range d.Refs {
			if r.At.Line > lines+1 || r.At.Line < 1 {
				t.Errorf("the reference %q lies outside the file", r.Name)
			}
		}
	})
}
