package content

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/diag"
)

func TestTargetOf(t *testing.T) {
	check := func(typed string, want target) {
		t.Helper()
		if diff := cmp.Diff(want, targetOf([]byte(typed)), cmp.AllowUnexported(target{})); diff != "" {
			t.Errorf("%q -want +got\n%s", typed, diff)
		}
	}
	check("../principles/trust.md#why", target{path: "../principles/trust.md", anchor: "why"})
	check("caf%C3%A9%20notes.md", target{path: "café notes.md"})
	check("notes/10:30.md", target{path: "notes/10:30.md"})
	check("#why", target{sort: toHere, anchor: "why"})
	check("", target{sort: toNowhere})
	check("&#9;", target{sort: toNowhere})
	check("https://thornmere.example/a?b&amp;c", target{sort: toOutside, href: "https://thornmere.example/a?b&c"})
	check("//thornmere.example/a", target{sort: toOutside, href: "https://thornmere.example/a"})
	check("MAILTO:desk@thornmere.example", target{sort: toOutside, href: "MAILTO:desk@thornmere.example"})
	check("tel:+441234", target{sort: toOutside, href: "tel:+441234"})
	check("https:///a", target{sort: toNonsense, href: "https:///a"})
	for _, typed := range []string{
		"javascript:x", "JAVASCRIPT:x", "javascript&colon;x", "java&Tab;script:x", "java&NewLine;script:x", "&#x6a;avascript:x", "\x01javascript:x",
		" javascript:x", "java\u200bscript:x", "javascript\\:x", "java script:x",
	} {
		check(typed, target{sort: toRefused, scheme: "javascript"})
	}
	check("data:text/html,x", target{sort: toRefused, scheme: "data"})
	for _, typed := range []string{`C:\a.pdf`, "c:/a.pdf", "/C:/a.pdf", "file:///a", `\\server\a`, `folder\a.pdf`, `/\evil.example`} {
		check(typed, target{sort: toDisk})
	}
}

func TestSmart(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := smart(in); got != want {
			t.Errorf("smart(%q) = %q, want %q", in, got, want)
		}
	}
	check("Students' Union", "Students’ Union")
	check(`say "yes" -- 'no'...`, "say “yes” – ‘no’…")
	check(`("x")`, "(“x”)")
	check("plain", "plain")
	check("well-known", "well-known")
}

func TestAnchors(t *testing.T) {
	a := anchors{map[string]int{}}
	got := []string{}
	for _, id := range []string{"trust", "trust", "trust-2", "trust", "main", "cb-x", "constructor"} {
		got = append(got, a.take(id))
	}
	if diff := cmp.Diff([]string{"trust", "trust-2", "trust-2-2", "trust-3", "h-main", "h-cb-x", "h-constructor"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestALongSentenceIsCutAroundItsReference(t *testing.T) {
	for _, in := range []string{
		strings.Repeat("tŷ ", 200) + "[[here]]" + strings.Repeat(" gŵn", 200),
		strings.Repeat("ŵ", 600) + " [[here]] " + strings.Repeat("ŷ", 600),
		"[[here]] " + strings.Repeat("and on ", 100),
	} {
		d, _ := bodyOfTest("guide", in)
		s := d.Refs[0].Said().Sentence
		if n := utf8.RuneCountInString(s); n > maxSentence || !strings.Contains(s, "here") || !utf8.ValidString(s) {
			t.Errorf("%d characters: %s", n, s)
		}
	}
}

func TestTermsAreNotLinkedOnTheirOwnPage(t *testing.T) {
	kind, _ := KindNamed("term")
	d := &Doc{Path: "in.md", Kind: "term", ID: "actor", Entity: kind.New()}
	var problems diag.List
	parseBody(d, kind, "An actor is a partner.", 1, Options{Terms: testTerms}, &problems, newScratch())
	if len(d.Refs) != 1 || d.Refs[0].Name != "partner" {
		t.Errorf("%+v", d.Refs)
	}
}

func TestPlacesCountTheLinesAboveAndCharacters(t *testing.T) {
	kind, _ := KindNamed("guide")
	d := &Doc{Path: "in.md", Kind: "guide", ID: "in", Entity: kind.New()}
	var problems diag.List
	parseBody(d, kind, "Tŷ – a\n> - gŵn [[Trust]] and [[Name\n>   the power]]\n", 11, Options{}, &problems, newScratch())
	want := []diag.Pos{{File: "in.md", Line: 12, Col: 9, Len: 9}, {File: "in.md", Line: 12, Col: 23, Len: 6}}
	if diff := cmp.Diff(want, []diag.Pos{d.Refs[0].At, d.Refs[1].At}); diff != "" || d.Refs[1].Name != "Name the power" {
		t.Errorf("%q -want +got\n%s", d.Refs[1].Name, diff)
	}
}

const typedCase = `---
title: A case
year: 2018-19
studied: [Economics]
credits: programme
recommendations:
  - key: r1
    text: Publish the "return" date & time.
    detail: |
      In the guide.

      And <b>in</b> the calendar.
    for: [Economics, Library]
    ask: Tell us when
  - key: R2
    text: Another.
  - key: r1
    text: The same key again.
---
`

func TestTypedRecommendations(t *testing.T) {
	d, problems := Parse("content/cases/CL-2018-01.md", typedCase, Options{})
	c := d.Entity.(*Case)
	if len(c.Recs) != 3 || len(d.Parts) != 3 {
		t.Fatalf("%d recommendations, %d parts", len(c.Recs), len(d.Parts))
	}
	r := c.Recs[0]
	if got, want := shown(r.HTML), "Publish the “return” date &amp; time."; got != want {
		t.Errorf("HTML is %q, want %q", got, want)
	}
	if got, want := shown(r.Detail), "<p>In the guide.</p>\n<p>And &lt;b&gt;in&lt;/b&gt; the calendar.</p>\n"; got != want {
		t.Errorf("detail is %q, want %q", got, want)
	}
	for _, rel := range append(r.For, r.Ask) {
		if ref, _ := d.Rel(rel); ref.From != "r1" {
			t.Errorf("%s is from %q", ref.Name, ref.From)
		}
	}
	check := func(code string) {
		t.Helper()
		for _, p := range problems {
			if p.Code == code {
				return
			}
		}
		t.Errorf("no %s in %v", code, problems)
	}
	check("CB065")
	check("CB068")
	d, problems = Parse("content/cases/CL-2018-01.md", typedCase+"## Recommendations\n### In the text too. {#r9}\n", Options{})
	check("CB066")
	if c := d.Entity.(*Case); len(c.Recs) != 1 || c.Recs[0].Key != "r9" {
		t.Errorf("%+v", c.Recs)
	}
}
