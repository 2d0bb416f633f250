package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestNamesStandOnlyWhereTheirOwnersAgreed is the audit of names: the full name of anyone on file, anywhere in an item
// that has no record of their consent, keeps the site from being published.
func TestNamesStandOnlyWhereTheirOwnersAgreed(t *testing.T) {
	const people = "-- content/people/bo.md --\n---\nname: Bo Ek\n---\n-- content/people/siobhan.md --\n---\nname: Siobhán O'Neill-Díaz\n---\n" +
		"-- content/people/zoe.md --\n---\nname: Zoë Yu-Ting Lin\n---\n-- content/people/field.md --\n---\nname: Mark Field\nchosen_name: Robin Wood\n---\n" +
		"-- content/people/lena.md --\n---\nname: Lena Okafor\n---\n-- content/people/emile.md --\n---\nname: Émile van der Berg\nsort_name: van der Berg, Émile\n---\n"
	const works = "-- content/references.json --\n[{\"id\": \"cook2014\", \"type\": \"book\", \"title\": \"On method\", \"author\": [{\"family\": \"Ek\", \"given\": \"Bo\"}], \"issued\": {\"date-parts\": [[2014]]}}]\n"
	page := func(front, body string) string {
		return people + "-- content/guide/second.md --\n---\ntitle: Second steps\nsummary: How to go on.\npublished: 2024-01-03\n" + front + "---\n" + body + "\n"
	}
	kase := func(credits, body string) string {
		return people + "-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits:\n" + credits + "---\n" + body +
			"\n## Recommendations\n### Publish more. {#r1}\n"
	}
	translated := func(front, body string) string {
		return page("", "x") + "-- casebook.yaml --\ntitle: Shelf\ncontact: Desk\nbase_url: https://shelf.example/\nlanguages: [cy]\n-- content/guide/second.cy.md --\n---\ntitle: Camau nesaf\nsummary: Sut i fynd ymlaen.\n" + front + "---\n" + body + "\n"
	}
	const file = "content/guide/second.md"
	if _, problems := joined(t, Config{}, "-- content/people/odd.md --\n---\nname: “Bo” Ek\n---\n"); problems.Failed() {
		t.Error(problems) // a name that begins with a sign
	}
	const agreed = "  - person: Bo Ek\n    shown: full name\n    consent: 2022-01-01\n"
	rows := []struct{ name, files, want string }{
		{"nobody", page("", "Someone said so."), ""},
		{"the body", page("", "As Bo Ek said."), file + ":6:4 5"},
		{"twice in a line", page("", "Bo Ek and Bo Ek."), file + ":6:1 5\n" + file + ":6:11 5"},
		{"across a line's end", page("", "This was said by Bo\nEk, who agreed."), file + ":6:18 2"},
		{"across a line's end in a quotation", page("", "> This was said by Bo\n> Ek, who agreed."), file + ":6:20 2"},
		{"two paragraphs", page("", "Bo\n\nEk"), ""},
		{"a space that does not break", page("", "Bo\u00a0Ek said."), file + ":6:1 5"},
		{"letters beyond ASCII", page("", "Says Siobhán O'Neill-Díaz."), file + ":6:6 20"},
		{"a heading", page("", "## What Bo Ek said"), file + ":6:9 5"},
		{"alt text", page("", "![Bo Ek at a table](https://x.example/a.png)"), file + ":6:3 5"},
		{"a link's words", page("", "[Bo Ek](https://x.example/)"), file + ":6:2 5"},
		{"a quotation", page("", "> No.\n>\n> — Bo Ek"), file + ":8:5 5"},
		{"the title", page("", "x") + "-- content/guide/third.md --\n---\ntitle: What Bo Ek did\nsummary: Things.\npublished: 2024-01-03\n---\nx\n", "content/guide/third.md:2:13 5"},
		{"the summary", strings.Replace(page("", "x"), "How to go on.", "With Bo Ek.", 1), file + ":3:15 5"},
		{"another's name that begins the same", page("", "As Bo Ekman and Bobo Ek said."), ""},
		{"one of two names", page("", "As Bo said, and Ek."), ""},
		{"other capitals", page("", "BO EK"), file + ":6:1 5"},
		{"small letters", page("", "as bo ek said"), file + ":6:4 5"},
		{"emphasis within", page("", "**Bo** Ek said"), file + ":6:3 7"},
		{"the other way round", page("", "Ek, Bo"), file + ":6:1 6"},
		{"an email address", page("", "Write to <bo.ek@x.example>."), file + ":6:11 5"},
		{"a web address", page("", "See <https://x.example/bo-ek>."), file + ":6:24 5"},
		{"the page's own address", page("slug: bo-ek\n", "x"), file + " 0\n" + file + ":5:7 5"},
		{"a listing's introduction", people + "-- content/guide/index.md --\n---\ntitle: Guide\n---\nBy Bo Ek.\n", "content/guide/index.md:4:4 5"},
		{"a response", people + "-- content/responses/one.md --\n---\nto: CL-2020-01/r1\ndate: 2021-10-01\ndecision: declined\n---\nBo Ek decided.\n", "content/responses/one.md:6:1 5"},
		{"an attachment", page("", "See [it](bo-ek_Bo_Ek.pdf).") + "-- content/guide/second/bo-ek_Bo_Ek.pdf --\n%PDF\n", file + ":6:10 5\n" + file + ":6:16 5\ncontent/guide/second/bo-ek_Bo_Ek.pdf 0"},
		{"an attachment as files are named", page("", "See [it](talk-bo-ek.pdf).") + "-- content/guide/second/talk-bo-ek.pdf --\n%PDF\n", file + ":6:10 10\ncontent/guide/second/talk-bo-ek.pdf 0"},
		{"an attachment without accents", page("", "See [it](siobhan_oneill-diaz.pdf).") + "-- content/guide/second/siobhan_oneill-diaz.pdf --\n%PDF\n", "content/guide/second/siobhan_oneill-diaz.pdf 0"},
		{"an attachment of a case that credits them", kase(agreed, "See [it](bo-ek.pdf).") + "-- content/cases/CL-2021-01/bo-ek.pdf --\n%PDF\n", ""},
		{"an annotation", people + works + "-- content/references/cook2014.md --\n---\nverified: 2024-01-01\n---\nAs Bo Ek said.\n", "content/references/cook2014.md:4:4 5"},
		{"an annotation of a key with a name in it", people + strings.Replace(works, "cook2014", "bo-ek-2014", 1) + "-- content/references/bo-ek-2014.md --\n---\nverified: 2024-01-01\n---\nGood.\n", ""},
		{"an annotation that is shown nowhere", people + works + "-- content/references/cook2015.md --\n---\nverified: 2024-01-01\n---\nAs Bo Ek said.\n", ""},
		{"what was published elsewhere", people + works, ""},
		{"a draft", strings.Replace(page("", "As Bo Ek said."), "published: 2024-01-03\n", "", 1), ""},
		{"a translation", translated("published: 2024-01-03\n", "Yn ôl Bo Ek."), "content/guide/second.cy.md:6:7 5"},
		{"a translation's summary", strings.Replace(translated("published: 2024-01-03\n", "x"), "Sut i fynd ymlaen.", "Gyda Bo Ek.", 1), "content/guide/second.cy.md:3:15 5"},
		{"a translation's former address", translated("published: 2024-01-03\naliases: [cy/bo-ek]\n", "x"), "content/guide/second.cy.md 0\ncontent/guide/second.cy.md:5:14 5"},
		{"an attachment of a translation", translated("published: 2024-01-03\n", "[Hwn](talk-bo-ek.pdf).") + "-- content/guide/second/talk-bo-ek.pdf --\n%PDF\n", "content/guide/second.cy.md:6:7 10\ncontent/guide/second/talk-bo-ek.pdf 0"},
		{"a draft of a translation", translated("", "Yn ôl Bo Ek."), ""},
		{"a translation that has no original", strings.Replace(translated("published: 2024-01-03\n", "Yn ôl Bo Ek."), "second.cy.md", "third.cy.md", 1), ""},
		{"credited with consent", kase(agreed, "Bo Ek led."), ""},
		{"credited by another name", kase(strings.Replace(agreed, "full name", "first name", 1), "Bo Ek led."), "content/cases/CL-2021-01.md:12:1 5"},
		{"credited by role", kase("  - person: Bo Ek\n    shown: role only\n", "Bo Ek led."), "content/cases/CL-2021-01.md:11:1 5"},
		{"someone else credited", kase(agreed, "Siobhán O'Neill-Díaz led."), "content/cases/CL-2021-01.md:12:1 20"},
		{"in words instead of a person", kase("  - unnamed: Bo Ek\n", "One led."), "content/cases/CL-2021-01.md:8:14 5"},
		{"a reason", strings.Replace(page("exemplifies:\n  Trust: shown to Bo Ek\n", "x"), "-- content/guide", "-- content/principles/trust.md --\n---\ntitle: Trust\nsummary: T.\n---\n-- content/guide", 1), file + ":6:19 5"},
		{"a comment and what is never output", kase(agreed+"    consent_ref: letter of Bo Ek\n  # Bo Ek asked twice\n  - {person: \"Siobhán O'Neill-Díaz\", shown: role only}\n", "One led."), ""},
		{"accents in two characters", page("", "Zoe\u0308 Yu-Ting Lin said."), file + ":6:1 16"},
		{"accents as entities", page("", "As Zo&euml; Yu-Ting Lin said."), file + ":6:4 20"},
		{"an entity first", page("", "As &Eacute;mile van der Berg said."), file + ":6:4 25"},
		{"a hyphen that does not break", page("", "As Zoë Yu\u2011Ting Lin said."), file + ":6:4 15"},
		{"no accent", page("", "As Zoe Yu-Ting Lin said."), file + ":6:4 15"},
		{"no accent and no hyphen", page("", "As ZOE YU TING LIN said."), file + ":6:4 15"},
		{"a dash for a hyphen", page("", "As Zoë Yu–Ting Lin’s paper."), file + ":6:4 15"},
		{"no accent, in an address", page("", "See <https://x.example/zoe-yu-ting-lin>."), file + ":6:24 15"},
		{"another apostrophe", page("", "By Siobhan O’Neill Diaz."), file + ":6:4 20"},
		{"emphasis within a word", page("", "As Lena Oka**for** said."), file + ":6:4 13"},
		{"emphasis within the first word", page("", "As *L*ena Okafor said."), file + ":6:5 12"},
		{"a line broken by hand", page("", "As Lena\\\nOkafor said."), file + ":6:4 5"},
		{"a soft hyphen as an entity", page("", "As Lena Oka&shy;for said."), file + ":6:4 16"},
		{"a soft hyphen", page("", "As Lena Oka\u00adfor said."), file + ":6:4 12"},
		{"a space of no width", page("", "As Le\u200bna Okafor said."), file + ":6:4 12"},
		{"a space as an entity", page("", "As Lena&#32;Okafor said."), file + ":6:4 15"},
		{"a thin space", page("", "As Lena\u2009Okafor said."), file + ":6:4 11"},
		{"a tag within", page("", "As Lena <b>Oka</b>for said."), file + ":6:4 18"},
		{"a link within", page("", "As Lena [Okafor](https://x.example/) said."), file + ":6:4 12"},
		{"a link before", page("", "As [Lena](https://x.example/) Okafor said."), file + ":6:5 32"},
		{"the other way round without a comma", page("", "As Okafor Lena said."), file + ":6:4 11"},
		{"the other way round, closely", page("", "Okafor,Lena"), file + ":6:1 11"},
		{"the other way round, a name of several words", page("", "van der Berg, Emile"), file + ":6:1 19"},
		{"an initial between", page("", "As Lena M. Okafor said."), file + ":6:4 14"},
		{"an initial without its dot", page("", "As Lena M Okafor said."), file + ":6:4 13"},
		{"a middle name", page("", "As Lena Mary Okafor said."), file + ":6:4 16"},
		{"a middle name of small letters", page("", "Lena and Okafor spoke."), ""},
		{"two sentences", page("", "It left a mark. The field was next. Bo. Ek."), ""},
		{"words in small letters", page("", "They mark the field, mark a field, and in the field mark it. In the field, mark it."), ""},
		{"words of a title", page("", "## How to Mark the Field and Mark A Field and Mark Every Field"), ""},
		{"a heading and what follows", page("", "## What they mark\nField work.\n\n## Open Field\nMark it."), ""},
		{"two items of a list", page("", "- Lena\n- Okafor\n\n* Mark\n* Field"), ""},
		{"two cells", page("", "Mark | Field\n--- | ---\nLena | Okafor"), ""},
		{"a name that goes on", page("", "Malena Okafor and Ma\u00adlena Okafor and Lena Okafor\u00adson and Lena Okaförson spoke."), ""},
		{"a chosen name", page("", "As Robin Wood said."), file + ":6:4 10"},
		{"a chosen name where the full name was agreed", kase("  - person: Mark Field\n    shown: full name\n    consent: 2022-01-01\n", "Robin Wood led."), "content/cases/CL-2021-01.md:12:1 10"},
		{"a chosen name with consent", kase("  - person: Mark Field\n    shown: chosen name\n    consent: 2022-01-01\n", "Robin Wood led."), ""},
		{"a full name where the chosen name was agreed", kase("  - person: Mark Field\n    shown: chosen name\n    consent: 2022-01-01\n", "Mark Field led."), "content/cases/CL-2021-01.md:12:1 10"},
		{"part of another's name who agreed", "-- content/people/ann.md --\n---\nname: Lena Mary Okafor\n---\n" + kase("  - person: Lena Mary Okafor\n    shown: full name\n    consent: 2022-01-01\n", "Lena Mary Okafor led."), ""},
		{"two people of one name, one of whom agreed", "-- content/people/bo-2.md --\n---\nname: Bo Ek\n---\n" + kase(strings.Replace(agreed, "Bo Ek", "bo-2", 1), "Bo Ek led."), ""},
		{"consent on the day", kase(strings.Replace(agreed, "2022-01-01", "2026-11-20", 1), "Bo Ek led."), ""},
		{"consent of a day to come, said of the credit", kase(strings.Replace(agreed, "2022-01-01", "2026-11-21", 1), "Bo Ek led."), ""},
		{"the reason of something withdrawn", page("status: withdrawn\nwithdrawn:\n  date: 2026-01-01\n  # Bo Ek asked\n  reason: at the request of Bo Ek\n  contact: Desk\nreviewed: 2024-02-02\n", "Bo Ek"), file + " 0"},
		{"the body of something withdrawn", page("status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: it was wrong, contact: Desk}\n", "Bo Ek"), ""},
		{"a drawing", page("", "![A plan](plan.svg)") + "-- content/guide/second/plan.svg --\n<svg>\n<title>Lena Okafor</title><text>Mark</text>\n<text>Field</text><text><tspan x='1'>Zoe</tspan><tspan x='1'>Yu-Ting Lin</tspan></text></svg>\n",
			"content/guide/second/plan.svg:2:8 11\ncontent/guide/second/plan.svg:3:38 35"},
		{"a drawing of a case that credits them", kase(agreed, "![A plan](plan.svg)") + "-- content/cases/CL-2021-01/plan.svg --\n<svg><title>Bo Ek</title></svg>\n", ""},
		{"a drawing that is not published", page("", "x") + "-- content/guide/second/plan.svg --\n<svg><title>Bo Ek</title></svg>\n", ""},
		{"a vocabulary", people + "-- content/vocabularies.yaml --\n# Bo Ek wrote this\ngroups:\n  everyone: Friends of Bo Ek\n", "content/vocabularies.yaml:3:24 5"},
		{"the settings", people + "-- casebook.yaml --\ntitle: Shelf\norganisation: Lena Okafor\n# Bo Ek\nnavigation:\n  - By Bo Ek: guide/\n", "casebook.yaml:2:15 11\ncasebook.yaml:5:8 5"},
		{"another person's page", strings.Replace(kase(agreed, "Bo Ek led."), "name: Bo Ek\n---\n", "name: Bo Ek\npage: yes\n---\nBo Ek works with Lena Okafor.\n", 1), "content/people/bo.md:5:18 11"},
		{"another person's page that is not published", strings.Replace(page("", "x"), "name: Bo Ek\n---\n", "name: Bo Ek\n---\nBo Ek works with Lena Okafor.\n", 1), ""},
		{"withdrawn", strings.Replace(kase(agreed, "Bo Ek led."), "name: Bo Ek\n", "name: Bo Ek\nwithdrawn: 2025-01-01\n", 1), "content/cases/CL-2021-01.md:12:1 5"},
		{"withdrawn, with a day to come", strings.Replace(kase(agreed, "Bo Ek led."), "name: Bo Ek\n", "name: Bo Ek\nwithdrawn: 2030-01-01\n", 1), "content/cases/CL-2021-01.md:12:1 5"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			for _, cfg := range []Config{{}, {Drafts: true}} {
				_, problems := joined(t, cfg, row.files)
				got := []string{}
				for _, p := range problems {
					if p.Code != "CB085" {
						continue
					}
					if cfg.Drafts == problems.Failed() {
						t.Errorf("%s with drafts shown: %v", p.Severity, cfg.Drafts)
					}
					got = append(got, fmt.Sprintf("%s %d", p.At, p.At.Len))
				}
				want := strings.FieldsFunc(row.want, func(r rune) bool { return r == '\n' })
				if cfg.Drafts && (row.name == "a draft" || row.name == "a draft of a translation") {
					continue
				}
				if !slices.Equal(got, want) {
					t.Errorf("found %q, want %q", got, want)
				}
			}
		})
	}
}

// FuzzFindNames holds that any text can be read, and that what is found lies in it, in order.
func FuzzFindNames(f *testing.F) {
	names := noNames()
	for _, name := range []string{"Zoë Yu-Ting Lin", "Lena Okafor", "Siobhán O'Neill-Díaz"} {
		names.add(named{}, name, "")
	}
	for _, seed := range []string{"Zo&euml; Yu‑Ting Lin", "Lena <b>Oka</b>**for", "Okafor,\nLena M. Okafor", "[Lena](x) [Okafor](y)", "Lena\\\nOka&shy;for", "<!-- & &#; <tspan", "O\\'Neill Díaz, Siobhan"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		last := 0
		for _, found := range names.find(in) {
			if found.from < last || found.to <= found.from || found.to > len(in) {
				t.Fatalf("found %d to %d in %q", found.from, found.to, in)
			}
			last = found.from
		}
	})
}

// TestAPageForAPerson holds that it exists only with a wish for one, and a credit in full name with consent.
func TestAPageForAPerson(t *testing.T) {
	check := func(name, person, credit string, want bool) {
		t.Helper()
		s, _ := joined(t, Config{}, "-- content/people/bo.md --\n---\nname: Bo Ek\n"+person+"---\n"+
			"-- content/cases/CL-2021-01.md --\n---\ntitle: Later\nsummary: Later still.\nyear: 2021-22\npublished: 2022-06-20\nstudied: [Economics]\ncredits:\n  - person: Bo Ek\n"+credit+"---\n## Recommendations\n### Publish. {#r1}\n")
		_, page := s.Route("people/bo/")
		_, list := s.Route("people/")
		if page != want || list != want {
			t.Errorf("%s: a page %v, a list %v, want %v", name, page, list, want)
		}
	}
	const agreed = "    shown: full name\n    consent: 2022-01-01\n"
	check("wished and credited", "page: yes\n", agreed, true)
	check("not wished", "", agreed, false)
	check("first name only", "page: yes\n", "    shown: first name\n    consent: 2022-01-01\n", false)
	check("no consent", "page: yes\n", "    shown: full name\n", false)
	check("consent of a day to come", "page: yes\n", strings.Replace(agreed, "2022-01-01", "2030-06-03", 1), false)
	check("withdrawn", "page: yes\nwithdrawn: 2025-01-01\n", agreed, false)
	check("withdrawn, with a day to come", "page: yes\nwithdrawn: 2030-01-01\n", agreed, false)
}
