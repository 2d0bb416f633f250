package content

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// ofFields are the codes of problems that a schema can see: a field missing, unknown, of the wrong shape or form.
var ofFields = []string{"CB020", "CB021", "CB023", "CB024", "CB026", "CB027", "CB028", "CB029", "CB037"}

func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for _, k := range Kinds {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(k, "")))
		if err != nil {
			t.Fatal(k.Name, err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(k.Name+".json", doc); err != nil {
			t.Fatal(k.Name, err)
		}
		if out[k.Name], err = c.Compile(k.Name + ".json"); err != nil {
			t.Fatal(k.Name, err)
		}
	}
	return out
}

// asJSON is YAML as editors' programs see it: dates are text.
func asJSON(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[n.Content[i].Value] = asJSON(t, n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, asJSON(t, c))
		}
		return out
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.TrimPrefix(n.Value, "+")))
		if err != nil {
			return n.Value
		}
		return v
	}
	return n.Value
}

// agree compares what the schema says of a file's front matter with what the checker says.
func agree(t *testing.T, schemas map[string]*jsonschema.Schema, path, text string) {
	t.Helper()
	d, problems := Parse(path, text, Options{})
	if d == nil || d.Kind == "index" {
		return
	}
	_, rest, _ := strings.Cut(text, "---\n")
	front, _, found := strings.Cut(rest, "\n---")
	var n yaml.Node
	if err := yaml.Load([]byte(front), &n); err != nil || !found || len(n.Content) == 0 {
		return
	}
	var said []string
	for _, p := range problems {
		if slices.Contains(ofFields, p.Code) && p.At.Line <= strings.Count(front, "\n")+3 {
			said = append(said, p.Code+" "+p.Message)
		}
	}
	err := schemas[d.Kind].Validate(asJSON(t, n.Content[0]))
	if (err == nil) != (len(said) == 0) {
		t.Errorf("%s\n%s\nthe schema says: %v\nthe checker says: %v", path, front, err, said)
	}
}

// TestTheSchemaAgreesWithTheCheckerOnTheExampleLibrary goes through every file of the repository's own library.
func TestTheSchemaAgreesWithTheCheckerOnTheExampleLibrary(t *testing.T) {
	schemas := compiled(t)
	n := 0
	err := filepath.WalkDir("../../content", func(p string, e os.DirEntry, err error) error {
		rel := filepath.ToSlash(strings.TrimPrefix(p, filepath.FromSlash("../../")))
		if err != nil || e.IsDir() || !IsMarkdown(rel) {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		n++
		agree(t, schemas, rel, string(data))
		return nil
	})
	if err != nil || n < 300 {
		t.Errorf("%d files: %v", n, err)
	}
}

// TestTheSchemaAgreesWithTheCheckerOnMistakes changes a sound case, line by line.
func TestTheSchemaAgreesWithTheCheckerOnMistakes(t *testing.T) {
	schemas := compiled(t)
	sound := map[string]string{
		"title": "One", "summary": "Two.", "year": "2018-19", "published": "2019-06-20", "studied": "[Economics]", "credits": "programme", "themes": "[Feedback]",
		"ethics": "review", "methods": "{survey: 212 people}", "outputs": "[poster.pdf]", "changes": "{2020-01-02: a word}", "exemplifies": "{Trust: they met}",
	}
	write := func(change map[string]string) string {
		b := "---\n"
		for _, key := range []string{"title", "summary", "year", "published", "studied", "credits", "themes", "ethics", "methods", "outputs", "changes", "exemplifies"} {
			value := sound[key]
			if other, ok := change[key]; ok {
				value = other
			}
			if value != "gone" {
				b += key + ": " + value + "\n"
			}
		}
		return b + change["more"] + "---\n## Recommendations\n### Do it. {#r1}\n"
	}
	agree(t, schemas, "content/cases/CL-2018-01.md", write(nil))
	rows := []struct{ key, value string }{
		{"title", "gone"}, {"title", ""}, {"title", "2018"}, {"title", "[a, b]"}, {"title", "{a: b}"}, {"title", strings.Repeat("long ", 30)}, {"title", `"  "`},
		{"summary", ""}, {"summary", "gone"}, {"summary", "yes"},
		{"year", "2018"}, {"year", "2018-2019"}, {"year", "gone"}, {"year", "[2018-19]"}, {"year", "2018/19"},
		{"published", "2019"}, {"published", "1819"}, {"published", "soon"}, {"published", "20/06/2019"}, {"published", "2019-13-01"}, {"published", "gone"}, {"published", `"2019"`},
		{"studied", "Economics"}, {"studied", "[]"}, {"studied", ""}, {"studied", "{Economics: why}"}, {"studied", "[[a]]"}, {"studied", "[Economics, ]"},
		{"credits", "nobody"}, {"credits", "Programme"}, {"credits", "[{person: A, shown: full name, consent: 2019-01-01}]"}, {"credits", "[{person: A, shown: naked, consent: 2019-01-01}]"},
		{"credits", "{unnamed: A student}"}, {"credits", "[A]"}, {"credits", "[{person: A, shown: Full-Name, consent: tomorrow}]"}, {"credits", "[{persona: A, unnamed: x}]"},
		{"ethics", "Not needed"}, {"ethics", "not_needed"}, {"ethics", "maybe"}, {"ethics", ""}, {"ethics", "3"},
		{"methods", "[survey]"}, {"methods", "survey"}, {"methods", "{survey: }"}, {"methods", "{survey: [a, b]}"}, {"methods", "{survey: {a: b}}"},
		{"outputs", "poster.pdf"}, {"outputs", "[{file: poster.pdf, accessible: yes}]"}, {"outputs", "[{url: ftp://x.example/}]"}, {"outputs", "[{name: x}]"}, {"outputs", "[{url: https://x.example/a}]"},
		{"changes", "{soon: a word}"}, {"changes", "[{date: 2020-01-02, note: x}]"}, {"changes", "[{note: x}]"}, {"changes", "x"}, {"changes", "{2020-01-02: }"},
		{"exemplifies", "[Trust]"}, {"exemplifies", "Trust"}, {"exemplifies", ""},
		{"more", "doi: 10.1234/abc\n"}, {"more", "doi: https://doi.org/10.1234/abc\n"}, {"more", "doi: abc\n"}, {"more", "colour: red\n"}, {"more", "review_every: 12 months\n"}, {"more", "review_every: often\n"},
		{"more", "slug: a-b\n"}, {"more", "slug: A b\n"}, {"more", "status: withdrawn\nwithdrawn: {date: 2020-01-01, reason: asked, contact: Desk}\n"},
		{"more", "status: withdrawn\n"}, {"more", "status: withdrawn\ncolour: red\nwithdrawn: {date: 2020-01-01, reason: asked, contact: Desk}\n"}, {"more", "status: published\n"}, {"more", "status: Draft\n"},
		{"more", "recommendations: [{key: r1, text: Do it.}]\n"}, {"more", "recommendations: [{key: r1}]\n"},
	}
	for _, row := range rows {
		agree(t, schemas, "content/cases/CL-2018-01.md", write(map[string]string{row.key: row.value}))
	}
	for _, row := range []struct{ path, text string }{
		{"content/events/a.md", "---\ntitle: A\nstart: 2027-03-10 13:00\nend: 2027-03-10 25:00\n---\n"},
		{"content/events/a.md", "---\ntitle: A\nstart: 2027-03-10 9:30\nstatus: moved\nonline: x.example\n---\n"},
		{"content/events/a.md", "---\ntitle: A\nstart: 2027-03-10T09:30\nstatus: Cancelled\nonline: https://x.example/\n---\n"},
		{"content/events/a.md", "---\ntitle: A\n---\n"},
		{"content/opportunities/a.md", "---\ntitle: A\ntype: Project-Call\napply: https://x.example/\nrolling: Yes\nrounds: {2027-01-02: x}\n---\n"},
		{"content/opportunities/a.md", "---\ntitle: A\ntype: gift\napply: https://x.example/\nrolling: sometimes\n---\n"},
		{"content/insights/a.md", "---\ntitle: A\npanel: P\nterm: Autumn 2024\ncredits: programme\n---\n"},
		{"content/insights/a.md", "---\ntitle: A\npanel: P\nterm: Michaelmas 2024\ncredits: programme\n---\n"},
		{"content/people/a.md", "---\nname: A B\norcid: 0000-0002-1825-0097\n---\n"},
		{"content/people/a.md", "---\nname: A B\norcid: 12\n---\n"},
		{"content/contacts/a.md", "---\ntitle: Desk\nemail: a b\n---\n"},
		{"content/contacts/a.md", "---\ntitle: Desk\nemail: a@x.example\n---\n"},
		{"content/responses/a.md", "---\nto: CL-2018-01/r1\ndate: 2020-01-01\ndecision: accepted in part\n---\n"},
		{"content/responses/a.md", "---\nto: []\ndate: 2020-01-01\ndecision: done\n---\n"},
		{"content/principles/a.md", "---\ntitle: A\nmatches: [B]\n---\n"},
		{"content/frameworks/a.md", "---\ntitle: A\nkind: list\nprinciples: {One: [A, B], Two: [C]}\n---\n"},
		{"content/journeys/a.md", "---\ntitle: A\nsteps: [one, {or: [a, b], title: x, optional: yes}, {pages: x}]\n---\n"},
		{"content/journeys/a.md", "---\ntitle: A\nsteps: [one, {or: [a, b], title: x, optional: yes}]\n---\n"},
		{"content/schemes/a.md", "---\ntitle: A\nretired: 2020\n---\n"},
	} {
		agree(t, schemas, row.path, row.text)
	}
}
