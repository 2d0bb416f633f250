package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"html/template"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shelf is a library with one of each sort of page, a PDF beside a case, and cards.
func shelf(t testing.TB, change func(string) string) *Pages {
	t.Helper()
	text, err := os.ReadFile("testdata/meta.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return builtWith(t, change(string(text)), site.Attachment{Path: "content/cases/CL-2018-01/poster.pdf", Size: 310_000})
}

func asIs(s string) string { return s }

// headOf is the part of a page's head that machines read, one tag on a line, with its JSON-LD indented.
func headOf(t testing.TB, p *Pages, path string) string {
	t.Helper()
	head, _, _ := strings.Cut(pageAt(t, p, path), "<body>")
	var b strings.Builder
	for _, tag := range regexp.MustCompile(`<(?:meta (?:name="description"|property|name="(?:citation|DC))|link rel="(?:canonical|schema))[^>]*>`).FindAllString(head, -1) {
		b.WriteString(tag + "\n")
	}
	_, block, ok := strings.Cut(head, `<script type="application/ld+json">`)
	block, _, closed := strings.Cut(block, `</script>`)
	if !ok {
		return b.String()
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, []byte(block), "", " "); err != nil || !closed {
		t.Fatalf("/%s: %v in %s", path, err, block)
	}
	return b.String() + indented.String() + "\n"
}

// TestWhatMachinesAreTold holds the head of one page of each sort.
func TestWhatMachinesAreTold(t *testing.T) {
	p := shelf(t, asIs)
	var b strings.Builder
	for _, path := range []string{
		"", "cases/cl-2018-01/", "cases/cl-2019-01/", "cases/cl-2018-01/r1/", "guide/begin/", "insights/food/", "stories/mine/", "journeys/first/", "frameworks/ours/",
		"principles/trust/", "themes/", "themes/feedback/", "methods/survey/", "opportunities/fund/", "opportunities/call/", "events/fair/", "glossary/", "people/bo-ek/",
		"questions/why/", "about/", "contact/", "cases/", "units/registry/", "groups/commuters/", "responses/",
	} {
		b.WriteString("-- /" + path + " --\n" + headOf(t, p, path))
	}
	const golden = "testdata/meta.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("-want +got (go test ./internal/render -run Machines -update writes it anew):\n%s", diff)
	}
}

// TestNoNameWithoutConsent holds that machines learn no more of a person than readers do.
func TestNoNameWithoutConsent(t *testing.T) {
	p := shelf(t, asIs)
	for _, path := range []string{"cases/cl-2018-01/", "cases/cl-2018-01/r1/"} {
		head := headOf(t, p, path)
		for _, hidden := range []string{"Quill", "Zed", "Sol", "0000-0001-5109-3700", "role"} {
			if strings.Contains(head, hidden) {
				t.Errorf("/%s says %q", path, hidden)
			}
		}
		for _, shown := range []string{"Ek, Bo", "Ana", "Change Lab"} {
			if !strings.Contains(head, shown) {
				t.Errorf("/%s does not say %q", path, shown)
			}
		}
	}
}

// TestWithoutAnAddress holds that what needs an absolute address is left out when the site has none.
func TestWithoutAnAddress(t *testing.T) {
	p := shelf(t, func(s string) string { return strings.Replace(s, "base_url: https://shelf.example/p/\n", "", 1) })
	head := headOf(t, p, "cases/cl-2018-01/")
	for _, absent := range []string{"ld+json", "@graph", "og:url", "og:image", "canonical", "_url", "DC.identifier\" content=\"\"", "isPartOf", `content=""`} {
		if strings.Contains(head, absent) {
			t.Errorf("the head has %s:\n%s", absent, head)
		}
	}
	if !strings.Contains(head, `<meta name="citation_author" content="Ek, Bo">`) {
		t.Error(head)
	}
}

// TestHighwireTagsStandOnCasesOnly: elsewhere they would make a journal article of the page.
func TestHighwireTagsStandOnCasesOnly(t *testing.T) {
	p := shelf(t, asIs)
	for _, r := range p.Routes {
		page, err := p.Append(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(page), "citation_"); got != (r.View == "case") {
			t.Errorf("/%s has citation tags: %v", r.Path, got)
		}
		if got := strings.Contains(string(page), "schema.DC"); got != citable(r.View) {
			t.Errorf("/%s has Dublin Core: %v", r.Path, got)
		}
	}
}

func TestWordsOfHTML(t *testing.T) {
	check := func(h, want string) {
		t.Helper()
		w := &jsonLD{out: []byte{'{'}}
		w.said("t", template.HTML(h), 20)
		if got := string(w.out); got != "{"+want {
			t.Errorf("%s: %s, want %s", h, got, want)
		}
	}
	check("", "")
	check("<p></p>\n", "")
	check("<p>One</p>\n<p>two <em>th</em>ree</p>", `"t":"One two three"`)
	check("a &lt;b&gt; &amp; c", `"t":"a \u003cb\u003e \u0026 c"`)
	check("<p>one two three four five six</p>", `"t":"one two three four …"`)
	check("<p>cut <a href", `"t":"cut"`)
}

func TestLengthsOfTime(t *testing.T) {
	for typed, want := range map[string]string{"": "", "6 weeks": "P6W", "1 hour": "PT1H", "90 minutes": "PT90M", "3 to 6 weeks": "", "Half a day": "", "2 days": "P2D", "2 terms": ""} {
		if got := lasting(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
