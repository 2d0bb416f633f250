package content

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"casebook/internal/diag"
)

// FuzzBody holds what must be true of every body, whatever was typed.
func FuzzBody(f *testing.F) {
	files, _ := filepath.Glob("testdata/body/*.txtar")
	for _, file := range files {
		golden, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		comment, in := markdownOf(string(golden))
		f.Add(kindOfComment(comment), in)
	}
	for _, h := range hostile {
		f.Add("case", h.pattern(40))
	}
	f.Fuzz(func(t *testing.T, kind, in string) {
		if _, ok := KindNamed(kind); !ok {
			kind = "case"
		}
		if !utf8.ValidString(in) || strings.Contains(in, "\r") {
			t.Skip("source refuses it")
		}
		d, problems := bodyOfTest(kind, in)
		checkBody(t, d, problems, in)
	})
}

var idAttribute = regexp.MustCompile(` id="([^"]*)"`)

// checkBody reports what is never right: holes without references, ends without beginnings, places outside the file, ids
// given twice, anything live that was typed.
func checkBody(t *testing.T, d *Doc, problems diag.List, in string) {
	t.Helper()
	bodies := []Body{d.Body}
	for _, s := range d.Sections {
		bodies = append(bodies, s.Body)
	}
	if c, ok := d.Entity.(*Case); ok {
		for _, f := range c.Findings {
			bodies = append(bodies, f.Body)
		}
		for _, r := range c.Recs {
			bodies = append(bodies, r.HTML, r.Detail)
		}
	}
	held := map[int]bool{}
	ids := map[string]bool{}
	for _, b := range bodies {
		checkHoles(t, d, b, held)
		written := shown(b)
		for _, m := range idAttribute.FindAllStringSubmatch(written, -1) {
			if ids[m[1]] {
				t.Errorf("the id %q is given twice", m[1])
			}
			ids[m[1]] = true
		}
		checkHTML(t, written)
	}
	for i, r := range d.Refs {
		switch r.Relation {
		case "link", "wiki", "image", "term":
			if !held[i] {
				t.Errorf("reference %d (%s %q) has no hole", i, r.Relation, r.Name)
			}
		case "anchor":
			if anchor := r.Said().Anchor; !ids[anchor] && !partOrSection(d, anchor) {
				t.Errorf("anchor %q does not exist", anchor)
			}
		}
	}
	var widths []int
	for line := range strings.SplitSeq(in, "\n") {
		widths = append(widths, utf8.RuneCountInString(line))
	}
	inside := func(at diag.Pos, what string) {
		if at.Line < 1 || at.Line > len(widths) || at.Col < 1 || at.Col > widths[at.Line-1]+1 || at.Len < 1 {
			t.Errorf("%s lies outside the file: %+v", what, at)
		}
	}
	for _, r := range d.Refs {
		inside(r.At, "reference "+r.Name)
		if n := utf8.RuneCountInString(r.Said().Sentence); n > maxSentence {
			t.Errorf("a sentence has %d characters", n)
		}
	}
	for _, h := range d.Headings {
		inside(h.At, "heading "+h.Text)
	}
	for _, p := range d.Parts {
		inside(p.At, "part "+p.Key)
	}
	for _, p := range problems {
		inside(p.At, p.Code)
		if p.Hint == "" {
			t.Errorf("%s says no remedy", p.Code)
		}
	}
}

func partOrSection(d *Doc, id string) bool {
	for _, p := range d.Parts {
		if p.Key == id {
			return true
		}
	}
	for _, s := range d.Sections {
		if s.ID == id {
			return true
		}
	}
	return false
}

// endsBlock is the HTML behind which a note may stand: the end of a whole block.
var endsBlock = regexp.MustCompile(`(</(p|ul|ol|dl|pre|blockquote|section|div|figure)>|<hr>)\n$`)

func checkHoles(t *testing.T, d *Doc, b Body, held map[int]bool) {
	t.Helper()
	var open []int
	for i, p := range b.Pieces {
		if strings.Contains(p.HTML, "\x00") {
			t.Error("a mark is left in the HTML")
		}
		if p.Hole == End {
			if p.Ref != -1 || len(open) > 0 || !endsBlock.MatchString(p.HTML) {
				t.Errorf("an end stands behind %q, with holes %v open", p.HTML, open)
			}
			continue
		}
		if p.Ref < 0 {
			if i != len(b.Pieces)-1 {
				t.Error("a piece without hole is not the last")
			}
			continue
		}
		if p.Ref >= len(d.Refs) {
			t.Fatalf("hole %d has no reference", p.Ref)
		}
		held[p.Ref] = true
		switch p.Hole {
		case Open:
			open = append(open, p.Ref)
		case Close:
			if len(open) == 0 || open[len(open)-1] != p.Ref {
				t.Fatalf("hole %d is closed and not open", p.Ref)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("holes %v are never closed", open)
	}
}

// allowedTags are the elements that a body is made of.
var allowedTags = regexp.MustCompile(`^(a|blockquote|br|code|dd|del|desc|details|div|dl|dt|em|figcaption|figure|footer|h[2-6]|hr|input|li|line|ol|p|path|pre|rect|section|span|strong|summary|sup|svg|table|tbody|td|text|th|thead|title|tr|tspan|ul)$`)

func checkHTML(t *testing.T, written string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(written))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		switch token.Type {
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("a body holds %s", token)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if !allowedTags.MatchString(token.Data) {
				t.Errorf("a body holds %s", token)
			}
		}
		for _, a := range token.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("a body holds %s", token)
			}
			if scheme := schemeOf(strings.Map(visible, a.Val)); a.Key == "href" && scheme != "" && !strings.Contains(" http https mailto tel ", " "+scheme+" ") {
				t.Errorf("a body holds %s", token)
			}
		}
	}
}

func visible(r rune) rune {
	if r <= ' ' {
		return -1
	}
	return r
}

// hostile are inputs that cost most parsers more than they should. size is about that of the result.
var hostile = []struct {
	name    string
	pattern func(size int) string
}{
	{"open brackets", repeat("[")},
	{"brackets inside each other", func(n int) string { return strings.Repeat("[", n/2) + "a" + strings.Repeat("]", n/2) }},
	{"double brackets", repeat("[[")},
	{"double brackets with a space", repeat("[[ ")},
	{"wikilinks", repeat("[[a]]")},
	{"at signs", repeat("@")},
	{"bare citations", repeat("@ab ")},
	{"open citations", repeat("[@a ")},
	{"citations", repeat("[@a; @b]")},
	{"quotations", repeat("> ")},
	{"quotations without spaces", repeat(">")},
	{"lists on one line", repeat("- ")},
	{"lists line by line", func(n int) string {
		var out strings.Builder
		for i := 0; out.Len() < n; i++ {
			out.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return out.String()
	}},
	{"quotations line by line", func(n int) string {
		var out strings.Builder
		for i := 1; out.Len() < n; i++ {
			out.WriteString(strings.Repeat(">", i) + " a\n")
		}
		return out.String()
	}},
	{"emphasis", repeat("*a **b ")},
	{"emphasis inside itself", func(n int) string { return strings.Repeat("*", n/2) + "a" + strings.Repeat("*", n/2) }},
	{"emphasis closed", repeat("a** b_ ")},
	{"mixed emphasis", repeat("_a*")},
	{"tildes", repeat("~~a ~")},
	{"backticks", func(n int) string {
		var out strings.Builder
		for i := 1; out.Len() < n; i++ {
			out.WriteString("e" + strings.Repeat("`", i))
		}
		return out.String()
	}},
	{"links in links", repeat("[a](b")},
	{"open links", repeat("[a](<b")},
	{"images", repeat("![a](")},
	{"empty links", repeat("[](a)")},
	{"link definitions", repeat("[a]: b\n")},
	{"open comments", repeat("<!-- a ")},
	{"open tags", repeat("<a b=\"")},
	{"tags", repeat("<b>")},
	{"processing instructions", repeat("<? a ")},
	{"quotation marks", repeat("\"'a ")},
	{"entities", repeat("&#x26;&lt;")},
	{"escapes", repeat("\\[\\]\\")},
	{"footnotes", repeat("[^a]")},
	{"footnote definitions", func(n int) string {
		var out strings.Builder
		for i := 0; out.Len() < n; i++ {
			fmt.Fprintf(&out, "[^%d]: a [^%d]\n\n", i, i+1)
		}
		return "[^0]\n\n" + out.String()
	}},
	{"footnotes inside each other", repeat("[^a]: ")},
	{"wide table", func(n int) string {
		return strings.Repeat("|a", n/4) + "\n" + strings.Repeat("|-", n/4) + "\n" + strings.Repeat("b\n", n/4)
	}},
	{"table lines", repeat("|\n-\n")},
	{"pipes in code", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`\\|`|\n", n/8) }},
	{"equal headings", repeat("# a\n")},
	{"marked headings", repeat("## a {#a}\n")},
	{"recommendations", func(n int) string { return "## Recommendations\n" + strings.Repeat("### a\n", n/6) }},
	{"labels", func(n int) string { return "## Recommendations\n### a {#r1}\n" + strings.Repeat("For: a; b\n", n/10) }},
	{"findings", func(n int) string { return "## Findings\n" + strings.Repeat("- a\n", n/4) }},
	{"callouts", repeat("> [!NOTE]\n\na\n\n")},
	{"terms", repeat("change agents' actor-")},
	{"own anchors", func(n int) string { return "## a\n" + strings.Repeat("[a](#a) ", n/8) }},
	{"addresses", repeat("http://a.b/(")},
	{"addresses of mail", repeat("a@b.c.")},
	{"definitions", repeat("a\n: b\n")},
	{"charts", repeat("```chart\ntype: stacked\ntitle: a\ndescription: b\n---\na|b|c|d\n" + strings.Repeat("a long name|1,200|2,300|4,500\n", 60) + "```\n")},
	{"open charts", repeat("```chart\na|b\n")},
	{"marks", repeat("{#a} ")},
	{"long words", repeat("a")},
	{"one long line", repeat("Ask. [a](b.md) ")},
}

func repeat(s string) func(int) string {
	return func(size int) string { return strings.Repeat(s, size/len(s)) }
}

// TestHostileBodies holds that 64 KB of the worst are read in far less than ten seconds, by half of it in a quarter of the time,
// and to the same rules. It counts processor time: what else a machine is doing is not the parser's fault.
func TestHostileBodies(t *testing.T) {
	const size = 32 << 10
	const most = 5 * time.Second / 4 * slowness // what grows with the square of its length takes four times as long for 64 KB
	for _, h := range hostile {
		in := h.pattern(size)
		began := cpuTime()
		d, problems := bodyOfTest("case", in)
		took := cpuTime() - began
		if testing.Verbose() {
			t.Logf("%8.1f ms  %s", float64(took.Microseconds())/1000, h.name)
		}
		if took > most {
			t.Errorf("%s: %v for %d bytes", h.name, took, len(in))
		}
		written := 0
		for _, p := range d.Body.Pieces {
			written += len(p.HTML)
		}
		if written > 40*size {
			t.Errorf("%s: %d bytes became %d", h.name, len(in), written)
		}
		t.Run(h.name, func(t *testing.T) { checkBody(t, d, problems, in) })
	}
}

func TestDeepNestingIsAnError(t *testing.T) {
	for _, in := range []string{strings.Repeat("> ", 2000) + "a", strings.Repeat("- ", 2000) + "a", "|a|\n|-|\n" + strings.Repeat("|b|\n", 1) + "\n" + strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "\n" + strings.Repeat("x\n", 200)} {
		_, problems := bodyOfTest("guide", in)
		if len(problems) != 1 || problems[0].Code != "CB064" {
			t.Errorf("%.20q…: %v", in, problems)
		}
	}
}

func TestBodiesParseAtOnce(t *testing.T) {
	want, _ := bodyOfTest("guide", benchmarkBody)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if got, _ := bodyOfTest("guide", benchmarkBody); shownDoc(got) != shownDoc(want) {
					t.Error("two parses at once differ")
				}
			}
		})
	}
	wait.Wait()
}

// benchmarkBody has about 850 words, with what a guide page has in it.
var benchmarkBody = strings.Repeat(`## What a first meeting settles

Principles earn their keep on a bad day. Two students have stopped replying, the survey closed with *nine* answers, or a
manager wants the findings softened [@healey2014, p. 14]. A team that agreed beforehand what it stands for has somewhere
to begin; the [[Values of partnership]] are one place, and [our own list](../frameworks/thornmere.md#the-list) is another.

> [!PROMPTS] In your first meeting
> - Who decides what, and **who says so**?
> - What can't change this year?

| List | Good for | Watch for |
|---|---|---:|
| [[Trust]] | New teams | 12 |
| Challenge | Old hands | 7 |

What helps is having one, knowing it, and having said what it means here. The co-researcher reads it aloud, each partner
adds a line, and whoever joins later is shown it. "Nobody remembers eight sentences", said a student -- so choose three.
As @matthews2017 put it, partnership is a process with uncertain outcomes, and the awarding gap will not close by itself.

`, 5)

func BenchmarkBody(b *testing.B) {
	kind, _ := KindNamed("guide")
	terms := append([]GlossaryTerm{}, testTerms...)
	for i := range 22 {
		terms = append(terms, GlossaryTerm{fmt.Sprintf("term number%d", i), "x"})
	}
	room := newScratch()
	b.ReportAllocs()
	for b.Loop() {
		d := &Doc{Path: "in.md", Kind: "guide", ID: "in", Entity: kind.New()}
		var problems diag.List
		parseBody(d, kind, benchmarkBody, 1, Options{Terms: terms}, &problems, room)
		room.wipe()
	}
}
