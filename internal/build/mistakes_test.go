package build

import (
	"fmt"
	"strings"
	"testing"

	"casebook/internal/diag"
)

// TestTheMistakesEditorsMake changes the small library by one mistake at a time. Each must be said once, in the right file
// and line, with a remedy; errors keep the site from being published, warnings do not; what is no mistake says nothing.
func TestTheMistakesEditorsMake(t *testing.T) {
	t.Parallel()
	const guide = "content/guide/first.md"
	const kase = "content/cases/CL-2020-01.md"
	swap := func(old, new string) func(string) string {
		return func(s string) string {
			if !strings.Contains(s, old) {
				panic("the small library has no " + old)
			}
			return strings.Replace(s, old, new, 1)
		}
	}
	chart := func(kind, rows string, without ...string) func(string) string {
		text := "```chart\n" + kind + "\ntitle: How long it took\ndescription: It took long.\n---\n" + rows + "\n```\n"
		for _, line := range without {
			text = strings.Replace(text, line, "", 1)
		}
		return swap("## Why a partnership\n", "## Why a partnership\n\n"+text)
	}
	rows := []struct {
		name   string
		file   string
		edit   func(string) string
		want   string // file:line severity code; empty for no message
		remedy string // part of the remedy
	}{
		{"a misspelt key", guide, swap("themes:", "theems:"), guide + ":5 warning CB021", "`themes:`"},
		{"a misspelt required key", guide, swap("title:", "titel:"), guide + ":2 error CB020", "`title:`"},
		{"text where a list of lines is meant", kase, swap("credits:\n  - person: Ada Lovell\n    shown: full name\n    consent: 2021-05-01", "credits: Ada"), kase + ":12 error CB023", "credits: programme"},
		{"an unquoted colon", guide, swap("title: First steps", "title: First: steps"), guide + ":2 error CB014", `title: "First: steps"`},
		{"a date the other way round", guide, swap("2024-01-02", "02/01/2024"), guide + ":4 error CB028", "2024-01-02"},
		{"a day that does not exist", guide, swap("2024-01-02", "2024-02-30"), guide + ":4 error CB028", "check the day"},
		{"an unknown theme", guide, swap("[Feedback]", "[Feedbak]"), guide + ":5 error CB031", `"Feedback"`},
		{"an unknown principle", kase, swap("Trust: the dates", "Trsut: the dates"), kase + ":11 error CB031", `"Trust"`},
		{"a dead link", guide, swap("second.md#how", "secnd.md#how"), guide + ":10 error CB051", "second.md"},
		{"a dead anchor", guide, swap("second.md#how", "second.md#hwo"), guide + ":10 error CB052", "#how"},
		{"a wikilink to nothing", guide, swap("CL-2020-01/r1", "CL-2020-01/r9"), guide + ":10 error CB031", "CL-2020-01/r"},
		{"front matter never closed", guide, swap("exemplifies: [Trust]\n---", "exemplifies: [Trust]"), guide + ":1 error CB010", "---"},
		{"no title", guide, swap("title: First steps\n", ""), guide + ":1 error CB020", "title"},
		{"a response to a recommendation that does not exist", "content/responses/one.md", swap("CL-2020-01/r1", "CL-2020-01/r7"), "content/responses/one.md:2 error CB031", "CL-2020-01/r"},
		{"a name without consent", kase, swap("    consent: 2021-05-01\n", ""), kase + ":13 error CB084", "consent"},
		{"a name in the text", guide, swap("## Why a partnership\n", "## Why a partnership\n\nAda Lovell said so.\n"), guide + ":10 error CB085", "role"},
		{"a misspelt section", kase, swap("## Findings", "## Findngs"), kase + ":17 error CB061", "Findings"},
		{"a recommendation without its mark", kase, swap("### Open the room. {#r2}", "### Open the room."), kase + ":26 error CB065", "{#r2}"},
		{"a label misspelt", kase, swap("Because: f1", "Becuase: f1"), kase + ":22 error CB069", "Because"},
		{"a reason that is no finding", kase, swap("Because: f1", "Because: f4"), kase + ":20 error CB043", "f1"},
		{"a recommendation of the wrong level", kase, swap("### Open the room. {#r2}", "## Open the room. {#r2}"), kase + ":26 error CB107", "write `### Open the room. {#r2}`"},
		{"a recommendation a level too deep", kase, swap("### Open the room. {#r2}", "#### Open the room. {#r2}"), kase + ":26 error CB107", "write `### Open the room. {#r2}`"},
		{"a recommendation of the wrong level with more below it", kase, swap("### Publish the dates. {#r1}", "## Publish the dates. {#r1}"), kase + ":20 error CB107", "write `### Publish the dates. {#r1}`"},
		{"a recommendation in bold letters", kase, swap("### Open the room. {#r2}", "**Open the room.** {#r2}"), kase + ":26 error CB107", "### "},
		{"a recommendation as a list item", kase, swap("### Open the room. {#r2}", "- Open the room. {#r2}"), kase + ":26 error CB107", "### "},
		{"a recommendation without the space after its signs", kase, swap("### Open the room. {#r2}", "###Open the room. {#r2}"), kase + ":26 error CB107", "space after ###"},
		{"a recommendation below another section", kase, swap("## Findings\n", "## What we did\n### Ask. {#r3}\n## Findings\n"), kase + ":18 error CB107", "## Recommendations"},
		{"a finding that is no list item", kase, swap("- Most came late. {#f1}", "- Most came late. {#f1}\n\nSome wept. {#f2}"), kase + ":20 error CB107", "- "},
		{"a recommendation's mark in code", kase, swap("Beside every deadline.", "Beside every deadline, as `{#r7}` is."), "", ""},
		{"another word for recommendations", kase, swap("## Recommendations", "## Our recommendations"), kase + ":19 error CB061", "write `## Recommendations`"},
		{"recommendations of the wrong level", kase, swap("## Recommendations", "### Recommendations"), kase + ":19 error CB061", "write `## Recommendations`"},
		{"recommendations without the space", kase, swap("## Recommendations", "\n##Recommendations"), kase + ":20 error CB061", "write `## Recommendations`"},
		{"recommendations in bold letters", kase, swap("## Recommendations", "\n**Recommendations**\n"), kase + ":20 error CB061", "write `## Recommendations`"},
		{"words in bold letters", kase, swap("Beside every deadline.", "**Recommendation**\n\nBeside every deadline."), "", ""},
		{"a mark among the words", kase, swap("Most came late. {#f1}", "Most {#f1} came late."), kase + ":18 error CB067", "end"},
		{"a mark before the full stop", kase, swap("Open the room. {#r2}", "Open the room {#r2}."), kase + ":26 error CB065", "end"},
		{"another word for findings", kase, swap("## Findings", "## Key findings"), kase + ":17 error CB061", "write `## Findings`"},
		{"a heading about recommendations", kase, swap("## Findings", "## How we chose our recommendations\nWe talked.\n## Findings"), "", ""},
		{"withdrawn without its status", guide, swap("themes: [Feedback]", "themes: [Feedback]\nwithdrawn:\n  date: 2024-02-01\n  reason: asked\n  contact: Desk"), guide + ":7 error CB109", "status: withdrawn"},
		{"withdrawn and archived", guide, swap("themes: [Feedback]", "status: archived\nwithdrawn: {date: 2024-02-01, reason: asked, contact: Desk}"), guide + ":6 error CB109", "status: withdrawn"},
		{"no space after a colon", guide, swap("title: First", "title:First"), guide + ":2 error CB014", "`title: First steps`"},
		{"no space after the colon of a date", guide, swap("published: 2024", "published:2024"), guide + ":4 error CB014", "`published: 2024-01-02`"},
		{"no space after the last colon", guide, swap("exemplifies: [", "exemplifies:["), guide + ":6 error CB014", "`exemplifies: [Trust]`"},
		{"commas instead of a list", guide, swap("themes: [Feedback]", "themes: Feedback, Belonging"), guide + ":5 error CB031", "[Feedback, Belonging]"},
		{"semicolons instead of a list", guide, swap("themes: [Feedback]", "themes: Feedback; Belonging"), guide + ":5 error CB031", "[Feedback, Belonging]"},
		{"commas in a label line", kase, swap("For: The Library; Economics", "For: The Library, Economics"), kase + ":27 error CB031", "`The Library; Economics`"},
		{"a recommendation of another case", "content/responses/one.md", swap("CL-2020-01/r1", "CL-2020-01/r11"), "content/responses/one.md:2 error CB031", "CL-2020-01/r1"},
		{"a response to a recommendation of no case", "content/responses/one.md", swap("CL-2020-01/r1", "the first one"), "content/responses/one.md:2 error CB031", "CL-2018-01/r1"},
		{"a heading without its space", guide, swap("## Why", "##Why"), guide + ":8 warning CB108", "`## Why a partnership`"},
		{"a label in bold letters", kase, swap("For: The Library; Economics", "**For:** The Library; Economics"), kase + ":27 error CB069", "write `For: The Library; Economics`"},
		{"a label in a list", kase, swap("For: The Library; Economics", "- For: The Library; Economics"), kase + ":27 error CB069", "write `For: The Library; Economics`"},
		{"labels in a list", kase, swap("For: Economics\nBecause: f1\n", "- **For**: Economics\n- Because: f1\n"), kase + ":21 error CB069", "write `For: Economics`"},
		{"a citation with a word before it", guide, swap("[@healey2014, p. 3]", "[see @healey2014, pp. 1-3; also @healey2014]"), "", ""},
		{"a link whose address is not there", guide, swap("[the second page](second.md#how)", "[the second page][nope]"), guide + ":10 warning CB051", "[the second page](address)"},
		{"an academic year that cannot be", kase, swap("year: 2020-21", "year: 2020-22"), kase + ":4 error CB029", "2020-21"},
		{"words lost after a hash", guide, swap("How to begin.", "How to begin #1 of 2."), guide + ":3 error CB018", `"How to begin #1 of 2."`},
		{"a menu entry to nothing", "casebook.yaml", swap("contact: Desk\n", "contact: Desk\nnavigation:\n  - Guide: giude/\n"), "casebook.yaml:6 warning CB094", "guide/"},
		{"a menu entry to what is empty today", "casebook.yaml", swap("contact: Desk\n", "contact: Desk\nnavigation:\n  - People: people/\n  - Out: https://x.example/\n"), "", ""},
		{"an unknown decision", "content/responses/one.md", swap("decision: done", "decision: doen"), "content/responses/one.md:4 error CB026", `"done"`},
		{"an unknown citation", guide, swap("@healey2014", "@heale2014"), guide + ":10 error CB080", "@healey2014"},
		{"an unknown fact", guide, swap("lab.pay", "lab.pya"), guide + ":10 error CB081", "lab.pay"},
		{"an image without a description", guide, swap("## Why a partnership\n", "## Why a partnership\n\n![](https://x.example/a.png)\n"), guide + ":10 warning CB058", "beside"},
		{"HTML in the text", guide, swap("Students are paid", "<b>Students</b> are paid"), guide + ":10 warning CB050", "Markdown"},
		{"a chart of an unknown type", guide, chart("type: bra", "Week | Days\n1 | 19"), guide + ":11 error CB076", "`type: bar`"},
		{"a chart without a description", guide, chart("type: bar", "Week | Days\n1 | 19", "description: It took long.\n"), guide + ":10 error CB075", "`description:"},
		{"a row of a chart with a cell too many", guide, chart("type: bar", "Week | Days\n1 | 19 | 20\n2 | 41"), guide + ":16 error CB077", "|"},
		{"a word where a chart wants a number", guide, chart("type: bar", "Week | Days\n1 | 19 days"), guide + ":16 error CB078", "`unit: days`"},
		{"a chart of too many lines", guide, chart("type: line", "Week"+strings.Repeat(" | Days", 9)+"\n1"+strings.Repeat(" | 2", 9)), guide + ":15 error CB079", "two charts"},
		{"a chart", guide, chart("type: bar", "Week | Days\n1 | 19"), "", ""},
		{"references that cannot be read", "content/references.json", swap("[", "["+"[,"), "content/references.json:1 error CB071", "Zotero"},
		{"no references where some are cited", "content/references.json", func(string) string { return "" }, "content/references.json:1 error CB071", "CSL JSON"},
		{"an address of the site that is not whole", "casebook.yaml", swap("base_url: https://", "base_url: "), "casebook.yaml:2 error CB027", "https://"},
		{"a date of consent that is none", kase, swap("consent: 2021-05-01", "consent: yes"), kase + ":15 error CB028", "2024-04-19"},
		{"a date of consent misspelt", kase, swap("consent: 2021-05-01", "consnet: 2021-05-01"), kase + ":15 error CB020", "`consent:`"},
		{"an anchor of an address that is not there", guide, swap("## Why a partnership\n", "## Why a partnership\n\n[A](/guide/second/#hwo)\n"), guide + ":10 error CB052", "#how"},
		{"a page that replaces itself", guide, swap("themes:", "supersedes: First steps\nthemes:"), guide + ":5 error CB092", "newer"},
		{"an unused finding key", kase, swap("- Most came late. {#f1}", "- Most came late."), kase + ":18 error CB067", "{#f1}"},
		{"a field twice", guide, swap("themes: [Feedback]", "themes: [Feedback]\nsummary: Again."), guide + ":6 error CB022", "keep one"},
		{"a relation without its reason", kase, swap("  Trust: the dates were promised", "  Trust:"), kase + ":11 error CB037", "reason"},
		{"dashes from a word processor", guide, func(s string) string { return "—-" + strings.TrimPrefix(s, "---") }, guide + ":1 error CB013", "hyphen"},
		{"another encoding", guide, func(s string) string { return strings.Replace(s, "How to begin.", "Caf\xe9.", 1) }, guide + ":3 error CB001", "UTF-8"},
		{"a byte order mark", guide, func(s string) string { return "\ufeff" + s }, "", ""},
		{"Windows line ends", kase, func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, "", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			files := small(t)
			files[row.file] = row.edit(files[row.file])
			_, problems := load(t, folder(t, files), nil)
			checkOne(t, problems.ForBuild(), row.want, row.remedy)
		})
	}
}

// TestTwoFilesOfOneAddress and their like need a second file.
func TestTheMistakesOfTwoFiles(t *testing.T) {
	rows := []struct{ name, file, text, want, remedy string }{
		{"a duplicate id", "content/guide/First.md", "---\ntitle: Other first steps\nsummary: Others.\npublished: 2024-01-02\n---\nText.\n", "content/guide/first.md:2 error CB034", "rename"},
		{"a duplicate title", "content/guide/third.md", "---\ntitle: First Steps\nsummary: Others.\npublished: 2024-01-02\n---\nText.\n", "content/guide/third.md:2 error CB033", "first.md"},
		{"a folder that is no kind's", "content/cases2/x.md", "---\ntitle: X\n---\n", "content/cases2/x.md:0 error CB073", "content/cases/"},
		{"a file without front matter", "content/guide/notes.md", "Notes to self.\n", "content/guide/notes.md:1 warning CB074", "---"},
		{"an image without a description", "content/guide/third.md", "---\ntitle: Third\nsummary: Others.\npublished: 2024-01-02\n---\n![](plan.svg)\n", "content/guide/third.md:6 warning CB057", "between"},
		{"a name with a dot", "content/guide/first.draft.md", "---\ntitle: Third\nsummary: Others.\npublished: 2024-01-02\n---\nText.\n", "content/guide/first.draft.md:0 warning CB099", "without the dot"},
		{"a translation of another kind", "content/themes/feedback.cy.md", "---\ntitle: Adborth\n---\nTestun.\n", "content/themes/feedback.cy.md:0 warning CB099", "keep the file"},
		{"a translation of nothing", "content/guide/frist.cy.md", "---\ntitle: Camau cyntaf\nsummary: Sut i ddechrau.\npublished: 2024-01-02\n---\nTestun.\n", "content/guide/frist.cy.md:0 warning CB099", "first.cy.md"},
		{"a page with a hidden ending", "content/guide/o2.md.txt", "---\ntitle: X\n---\n", "content/guide/o2.md.txt:0 warning CB082", "o2.md"},
		{"an attachment nobody names", "content/guide/first/plan.pdf", "%PDF-1.4", "content/guide/first/plan.pdf:0 warning CB082", "link to it"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			files := small(t)
			files[row.file] = row.text
			if strings.Contains(row.file, ".cy.") {
				files["casebook.yaml"] += "languages: [cy]\n"
			}
			if strings.Contains(row.text, "plan.svg") {
				files[strings.TrimSuffix(row.file, ".md")+"/plan.svg"] = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>`
			}
			_, problems := load(t, folder(t, files), nil)
			checkOne(t, problems.ForBuild(), row.want, row.remedy)
		})
	}
}

func checkOne(t *testing.T, problems diag.List, want, remedy string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s:%d %s %s", p.At.File, p.At.Line, p.Severity, p.Code))
	}
	switch {
	case want == "" && len(got) > 0:
		t.Errorf("said %v, want nothing\n%s", got, problems[0].Message)
	case want == "":
	case len(got) != 1 || got[0] != want:
		for _, p := range problems {
			t.Logf("%s %s: %s (%s)", p.At, p.Code, p.Message, p.Hint)
		}
		t.Errorf("said %v, want %q alone", got, want)
	case !strings.Contains(problems[0].Hint, remedy):
		t.Errorf("the remedy %q does not say %q", problems[0].Hint, remedy)
	}
}
