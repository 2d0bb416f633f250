package content

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"

	"casebook/internal/diag"
)

var update = flag.Bool("update", false, "write what came out into the golden files")

// TestBody runs testdata/body/*.txtar: in.md is the Markdown of a file named by the first word of the comment (kind, a
// case when there is none), body.html what is shown, refs what it names, diag what is wrong with it.
func TestBody(t *testing.T) {
	files, err := filepath.Glob("testdata/body/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			comment, in := markdownOf(string(want))
			d, problems := bodyOfTest(kindOfComment(comment), in)
			got := comment + "-- in.md --\n" + in
			for _, part := range []struct{ name, text string }{
				{"body.html", shownDoc(d)}, {"refs", shownRefs(d.Refs)}, {"diag", shownProblems(problems)},
			} {
				got += "-- " + part.name + " --\n" + endLine(part.text)
			}
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got (go test -update writes what came out)\n%s", diff)
			}
		})
	}
}

// markdownOf takes the comment and in.md out of a golden file, which has the txtar format.
func markdownOf(golden string) (comment, in string) {
	comment, rest, _ := strings.Cut(golden, "-- in.md --\n")
	in, _, _ = strings.Cut(rest, "-- body.html --\n")
	return comment, in
}

func kindOfComment(comment string) string {
	for _, word := range strings.Fields(comment) {
		if _, ok := KindNamed(strings.Trim(word, ".:")); ok {
			return strings.Trim(word, ".:")
		}
	}
	return "case"
}

// testTerms is the glossary of the tests.
var testTerms = []GlossaryTerm{
	{"actor", "actor"}, {"awarding gap", "awarding-gap"}, {"attainment gap", "awarding-gap"}, {"change agent", "change-agent"}, {"co-researcher", "co-researcher"},
	{"partner", "partner"}, {"staff–student partnership", "partnership"}, {"students’ union", "union"}, {"café", "cafe"},
}

// bodyOfTest reads Markdown as a file of a kind, from its first line.
func bodyOfTest(name, markdown string) (*Doc, diag.List) {
	kind, _ := KindNamed(name)
	d := &Doc{Path: "in.md", Kind: name, ID: "in", Entity: kind.New()}
	var problems diag.List
	parseBody(d, kind, markdown, 1, Options{Terms: testTerms}, &problems, newScratch())
	return d, problems
}

// shown is a body with its holes in view.
func shown(b Body) string {
	var out strings.Builder
	for _, p := range b.Pieces {
		out.WriteString(p.HTML)
		switch {
		case p.Hole == End:
			out.WriteString("⟦end⟧\n")
		case p.Ref >= 0:
			fmt.Fprintf(&out, "⟦%d:%s⟧", p.Ref, [...]string{"whole", "open", "close"}[p.Hole])
		}
	}
	return out.String()
}

// shownDoc is everything that parseBody put into a document but its references.
func shownDoc(d *Doc) string {
	var out strings.Builder
	out.WriteString(shown(d.Body))
	headings := func(list []Heading) {
		for _, h := range list {
			fmt.Fprintf(&out, "[heading %d #%s %q at %d:%d]\n", h.Level, h.ID, h.Text, h.At.Line, h.At.Col)
		}
	}
	headings(d.Headings)
	for _, s := range d.Sections {
		fmt.Fprintf(&out, "\n[section %s #%s at %d:%d]\n%s", s.Name, s.ID, s.At.Line, s.At.Col, shown(s.Body))
		headings(s.Headings)
	}
	c, ok := d.Entity.(*Case)
	if !ok {
		return out.String()
	}
	for _, f := range c.Findings {
		fmt.Fprintf(&out, "\n[finding %s at %d:%d] %s\n%s\n", f.Key, f.At.Line, f.At.Col, f.Text, shown(f.Body))
	}
	for _, r := range c.Recs {
		fmt.Fprintf(&out, "\n[recommendation %s at %d:%d] %s\n%s\n", r.Key, r.At.Line, r.At.Col, r.Text, shown(r.HTML))
		if fields := shownLabels(d, r); fields != "" {
			out.WriteString(fields + "\n")
		}
		out.WriteString(shown(r.Detail))
	}
	return out.String()
}

func shownLabels(d *Doc, r Recommendation) string {
	var out []string
	names := func(label string, rels ...Rel) {
		for _, rel := range rels {
			if ref, ok := d.Rel(rel); ok {
				out = append(out, label+"="+ref.Name)
			}
		}
	}
	names("for", r.For...)
	for _, b := range r.Because {
		out = append(out, "because="+b)
	}
	names("ask", r.Ask)
	names("themes", r.Themes...)
	names("groups", r.Groups...)
	names("principles", r.Principles...)
	names("repeats", r.Repeats...)
	names("extends", r.Extends...)
	for _, f := range []struct{ name, value string }{{"effort", r.Effort}, {"cost", r.Cost}, {"withdrawn", r.Withdrawn}} {
		if f.value != "" {
			out = append(out, f.name+"="+f.value)
		}
	}
	return strings.Join(out, " | ")
}

func shownRefs(refs []Ref) string {
	var out strings.Builder
	for i, r := range refs {
		said := r.Said()
		fmt.Fprintf(&out, "%d %s", i, r.Relation)
		for _, f := range []struct{ name, value string }{
			{"to", r.To}, {"name", r.Name}, {"anchor", said.Anchor}, {"label", said.Label}, {"note", r.Note}, {"locator", said.Locator}, {"from", r.From}, {"alt", said.Alt},
		} {
			if f.value != "" {
				fmt.Fprintf(&out, " %s=%q", f.name, f.value)
			}
		}
		if said.Count > 0 {
			fmt.Fprintf(&out, " count=%d", said.Count)
		}
		if said.Narrative {
			out.WriteString(" narrative")
		}
		fmt.Fprintf(&out, " at %d:%d+%d\n", r.At.Line, r.At.Col, r.At.Len)
		if said.Sentence != "" {
			fmt.Fprintf(&out, "  in: %s\n", said.Sentence)
		}
	}
	return out.String()
}

func shownProblems(l diag.List) string {
	var out strings.Builder
	for _, p := range l.Sorted() {
		fmt.Fprintf(&out, "%d:%d+%d %s %s: %s\n  %s\n", p.At.Line, p.At.Col, p.At.Len, p.Severity, p.Code, p.Message, p.Hint)
	}
	return out.String()
}

// endLine ends text with a line end.
func endLine(s string) string {
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

// TestBareAddressesAreLookedForWhereOneMayBe holds that the sign of a citation behind a dash does not become an email address.
func TestBareAddressesAreLookedForWhereOneMayBe(t *testing.T) {
	check := func(markdown string, want goldmark.Markdown) {
		t.Helper()
		if engineFor(markdown) != want {
			t.Errorf("%q is read by another engine", markdown)
		}
	}
	check("We did it together--@b.cc says so.", unlinked)
	check("And so on... or not.", unlinked)
	check("Write to desk@library.example -- or call.", commonMark)
	check("See www.example.org.", commonMark)
	check("A co-researcher said so. [@healey2014]", ordinary)
}
