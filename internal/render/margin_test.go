package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// marginLibrary has one of everything that has a note.
const marginLibrary = `
-- content/cases/CL-2020-01.md --
---
title: Marks together
year: 2020-21
published: 2020-10-01
studied: [Economics]
question: Who marks?
credits:
  - person: Amara Dunbar
    shown: role only
    consent: 2020-09-01
  - person: Zoe Lin
    shown: full name
    consent: 2020-09-01
---
Text.
## Findings
- They wait [@healey2014]. {#f1}
- They ask as in [[CL-2021-01]]. {#f2}

Later work agrees [@healey2014; @bovill2020].
## Recommendations
### Publish the dates. {#r1}
For: Economics
### Keep them. {#r2}
For: Economics
## Limits
One place, see @bovill2020 and [[CL-2020-01/r1]].
-- content/cases/CL-2021-01.md --
---
title: Later
summary: It was later.
year: 2021-22
published: 2021-10-01
studied: [Economics]
credits: programme
---
## Recommendations
### Tell us. {#r1}
For: Economics
-- content/cases/CL-2022-01.md --
---
title: Not yet
year: 2022-23
published: 2027-01-01
studied: [Economics]
credits: programme
---
## Recommendations
### Wait. {#r1}
For: Economics
-- content/cases/CL-2023-01.md --
---
title: CL-2023-01
number: CL-2023-01
year: 2023-24
studied: [Economics]
credits: programme
published: 2024-01-01
status: withdrawn
withdrawn:
  date: 2024-06-01
  reason: at an author's request
  contact: Desk
---
-- content/contacts/desk.md --
---
title: Desk
email: desk@library.example
---
-- content/glossary/partner.md --
---
term: partner
---
Somebody who *decides*, as [[CL-2020-01]] shows.

Not a helper.
-- content/people/amara-dunbar.md --
---
name: Amara Dunbar
---
-- content/people/zoe-lin.md --
---
name: Zoe Lin
---
-- content/programmes/lab.md --
---
title: Change Lab
case_prefix: CL
pay: £14 an hour
reviewed: 2026-08-01
owners: [Economics]
---
-- content/opportunities/call.md --
---
title: The call
summary: A call.
published: 2026-01-02
reviewed: 2026-09-02
type: bursary
apply: Desk
deadline: 2027-01-22
amount: £500
---
-- content/references.json --
[{"id": "healey2014", "type": "book", "title": "Engagement & more", "author": [{"family": "Healey", "given": "Mick"}], "issued": {"date-parts": [[2014]]}},
 {"id": "bovill2020", "type": "book", "title": "Co-creating", "author": [{"family": "Bovill", "given": "Cathy"}], "issued": {"date-parts": [[2020]]}},
 {"id": "cook2019", "type": "book", "title": "Pairs", "author": [{"family": "Cook", "given": "Ann"}], "issued": {"date-parts": [[2019]]}}]
-- content/responses/one.md --
---
to: CL-2020-01/r1
date: 2021-10-01
decision: done
---
-- content/units/economics.md --
---
title: Economics
---
`

// guideOn is the library with a guide page of this text.
func guideOn(t *testing.T, body string) Guide {
	t.Helper()
	return drawn[Guide](t, built(t, marginLibrary+"-- content/guide/pay.md --\n---\ntitle: Pay\nsummary: How.\npublished: 2024-01-01\n---\n"+body+"\n"), "guide/pay/")
}

// saidMargin is each block's last words and the notes behind it.
func saidMargin(blocks []Block) string {
	var out strings.Builder
	for _, b := range blocks {
		plain := []rune(words(b.HTML))
		fmt.Fprintf(&out, "…%s\n", string(plain[max(len(plain)-12, 0):]))
		for _, n := range b.Notes {
			out.WriteString("  " + saidNote(n) + "\n")
		}
		for _, n := range b.Under {
			out.WriteString("  under: " + saidNote(n) + "\n")
		}
	}
	return out.String()
}

func saidNote(n Note) string {
	line := n.Kind + " (" + n.Label + ")"
	if n.Variant != "" {
		line = n.Variant + " " + line
	}
	parts := []string{words(n.HTML)}
	for _, item := range n.Items {
		parts = append(parts, item.Before, item.Link.Text, item.Link.Href, item.Mark.Number+item.Mark.Key, item.Status.Word)
	}
	for _, part := range append(parts, n.Text) {
		if part != "" {
			line += " | " + part
		}
	}
	return line
}

// filling is text without notes beside which the margin is free again.
var filling = strings.TrimSpace(strings.Repeat("Some words to make a line or two. ", 20))

func TestMargin(t *testing.T) {
	rows := []struct{ name, body, want string }{
		{"nothing to note", "Plain words.\n\nMore.", "…words. More.\n"},
		{"a source, in full", "So it is [@healey2014, p. 3]. More words here.", "… words here.\n  Source (Source: Healey (2014)) | Healey, M. (2014) Engagement & more.\n"},
		{"each once", "So [@healey2014].\n\n" + filling + "\n\nAgain [@healey2014; @bovill2020]. As @bovill2020 says.",
			"…aley, 2014).\n  Source (Source: Healey (2014)) | Healey, M. (2014) Engagement & more.\n…(2020) says.\n  Source (Source: Bovill (2020)) | Bovill, C. (2020) Co-creating.\n"},
		{"works too many for their block are called by author and title", "So [@healey2014; @bovill2020; @cook2019], with a few more words to say what it is that they found.\n\nText that needs no note, and a good deal of it, so that the margin is free.\n\nSee [[CL-2020-01]].",
			"… they found.\n  Sources () | Healey (2014) Engagement & moreBovill (2020) Co-creatingCook (2019) Pairs\n…ks together.\n  case In practice (In practice: CL-2020-01) | Marks together | ../../cases/cl-2020-01/ | CL-2020-01 | Who marks?\n"},
		{"a word, in one sentence", "A partner is one.\n\nA partner again.", "…tner is one.\n  Partner (Word: partner) | Somebody who decides, as Marks together shows. | More on partner | ../../glossary/#partner\n…rtner again.\n"},
		{"a fact, each field once", "Up to [[The call.amount]].\n\n" + filling + "\n\nBy [[The call.deadline]], [[The call.amount]].\n\n" + filling + "\n\nPay is [[Change Lab.pay]].",
			"…Up to £500.\n  Fact: amount (Fact: amount, The call) | £500, kept on | The call | ../../opportunities/call/ | Checked on 2 September 2026.\n" +
				"…01-22, £500.\n  Fact: deadline (Fact: deadline, The call) | 2027-01-22, kept on | The call | ../../opportunities/call/ | Checked on 2 September 2026.\n" +
				"…£14 an hour.\n  Fact: pay (Fact: pay, Change Lab) | £14 an hour, kept on | Change Lab | ../../programmes/lab/ | Checked on 1 August 2026.\n"},
		{"a case", "See [[CL-2020-01]].", "…ks together.\n  case In practice (In practice: CL-2020-01) | Marks together | ../../cases/cl-2020-01/ | CL-2020-01 | Who marks?\n"},
		{"a case without a question", "See [it](../cases/CL-2021-01.md).", "…See it.\n  case In practice (In practice: CL-2021-01) | Later | ../../cases/cl-2021-01/ | CL-2021-01 | It was later.\n"},
		{"requests, done and open", "See [[CL-2020-01/r1]].\n\n" + filling + "\n\nSee [[CL-2020-01/r2]].",
			"…h the dates.\n  What became of it (What became of it: CL-2020-01 r1) | Publish the dates. | ../../cases/cl-2020-01/r1/ | CL-2020-01r1 | Done | Since October 2021, to Economics.\n" +
				"…e Keep them.\n  open Still open (Still open: CL-2020-01 r2) | Keep them. | ../../cases/cl-2020-01/r2/ | CL-2020-01r2 | No response yet | Asked 6 years 1 month ago, to Economics.\n"},
		{"several of several sorts, in the order of the text, those of a kind together", "A partner in [[CL-2021-01]] says so [@cook2019] for [[Change Lab.pay]] in [[CL-2020-01]].\n\nSome words.\n\n## More\nWords.",
			"…ks together.\n  Partner (Word: partner) | Somebody who decides, as Marks together shows. | More on partner | ../../glossary/#partner\n" +
				"  case In practice (In practice) | Later | ../../cases/cl-2021-01/ | CL-2021-01 | Marks together | ../../cases/cl-2020-01/ | CL-2020-01\n" +
				"  Source (Source: Cook (2019)) | Cook (2019) Pairs\n  Fact: pay (Fact: pay, Change Lab) | £14 an hour, kept on | Change Lab | ../../programmes/lab/ | Checked on 1 August 2026.\n… More Words.\n"},
		{"behind the whole list or callout, under a table", "- [[CL-2021-01]]\n- Two.\n\n" + filling + "\n\n> [!NOTE] Partners\n> [[Change Lab.pay]]\n\n|a|\n|-|\n|@cook2019|\n\nEnd.",
			"…Later Two.\n  case In practice (In practice: CL-2021-01) | Later | ../../cases/cl-2021-01/ | CL-2021-01 | It was later.\n" +
				"… £14 an hour\n  Fact: pay (Fact: pay, Change Lab) | £14 an hour, kept on | Change Lab | ../../programmes/lab/ | Checked on 1 August 2026.\n" +
				"… Cook (2019)\n  under: Source (Source: Cook (2019)) | Cook (2019) Pairs\n…End.\n"},
		{"what a heading names stands behind the block under it", "## On [[CL-2021-01]]\nText.", "… Later Text.\n  case In practice (In practice: CL-2021-01) | Later | ../../cases/cl-2021-01/ | CL-2021-01 | It was later.\n"},
		{"what is not published, was withdrawn, or has no note", "See [[CL-2022-01]], [[CL-2022-01/r1]], [[CL-2023-01]], [[Economics]], [[Change Lab]] and [out](https://x.example/).",
			"…Lab and out.\n"},
		{"the page itself", "See [[Pay]].", "…See Pay.\n"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) { same(t, "margin", saidMargin(guideOn(t, row.body).Body), row.want) })
	}
}

// A note that would find the margin taken below its block stands under it. Before that, notes are cut short, for those that
// follow as for a table.
func TestNotesKeepToTheirBlock(t *testing.T) {
	rows := []struct{ name, body, want string }{
		{"the last has room", filling + "\n\nA partner, [[CL-2020-01]].",
			"…rtner, Marks together.: [Partner] [In practice, question]"},
		{"a note on the next block asks for the margin", "A partner, [[CL-2020-01]], [[CL-2020-01/r1]].\n\nSo [@cook2019].",
			"…er, Publish the dates.: [Partner] under [In practice] [What became of it]; …So (Cook, 2019).: [Source]"},
		{"there is room for short ones", "A partner, [[CL-2020-01]].\n\nSome words on the way to the next note, about as many as fill three lines or a little less, for notes are set small.\n\n" + filling + " Then [@cook2019].",
			"…rtner, Marks together.: [Partner] [In practice]; …wo. Then (Cook, 2019).: [Source]"},
		{"a wide table has none in the margin", "See [[CL-2020-01]].\n\n|a|\n|-|\n|[[CL-2021-01]]|\n\nThen [@cook2019].",
			"…See Marks together.: [In practice]; …a Later: under [In practice]; …Then (Cook, 2019).: [Source]"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			var got []string
			for _, b := range guideOn(t, row.body).Body {
				plain := []rune(words(b.HTML))
				line := "…" + string(plain[max(len(plain)-22, 0):]) + ":"
				for _, n := range b.Notes {
					line += called(n)
				}
				if len(b.Under) > 0 {
					line += " under"
				}
				for _, n := range b.Under {
					line += called(n)
				}
				got = append(got, line)
			}
			same(t, "blocks", strings.Join(got, "; "), row.want)
		})
	}
}

func called(n Note) string {
	if n.Kind == "In practice" && n.Text != "" {
		return " [In practice, question]"
	}
	return " [" + n.Kind + "]"
}

// The sections of a case are one page: what the text names has no second note under the findings or the limits.
func TestMarginOfACase(t *testing.T) {
	v := drawn[Case](t, built(t, marginLibrary), "cases/cl-2020-01/")
	var beside []string
	for _, n := range v.Beside.Notes {
		beside = append(beside, saidNote(n))
	}
	same(t, "findings", beside, []string{
		"Source (Source: Healey (2014)) | Healey, M. (2014) Engagement & more.",
		"case Another case (Another case: CL-2021-01) | Later | ../../cases/cl-2021-01/ | CL-2021-01 | It was later.",
	})
	same(t, "their section", saidMargin(v.FindingsOf), "…vill, 2020).\n  Source (Source: Bovill (2020)) | Bovill, C. (2020) Co-creating.\n")
	same(t, "limits, and no note on the case's own recommendation", saidMargin(v.Limits), "…h the dates.\n")
}

// A reader of speech meets a note behind its block, called by what it is; its words are in no description.
func TestNotesInThePage(t *testing.T) {
	p := built(t, marginLibrary+"-- content/guide/pay.md --\n---\ntitle: Pay\nsummary: How.\npublished: 2024-01-01\n---\nSee [[CL-2020-01]].\n")
	r, _ := p.Route("guide/pay/")
	out, err := p.Append(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && attr(n, "role") == "note" {
			quiet := slices.ContainsFunc(n.Parent.Attr, func(a html.Attribute) bool { return a.Key == "data-nosnippet" })
			before := n.Parent.PrevSibling
			for before.Type != html.ElementNode {
				before = before.PrevSibling
			}
			notes = append(notes, fmt.Sprintf("%s behind <%s>, in a search engine's words: %v", attr(n, "aria-label"), before.Data, !quiet))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(parsed(t, out))
	same(t, "notes", notes, []string{"In practice: CL-2020-01 behind <p>, in a search engine's words: false"})
	if strings.Contains(string(out), "Amara") {
		t.Error("a note names somebody who agreed to a role only")
	}
}
