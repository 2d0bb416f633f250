package build

import (
	"strings"
	"testing"
)

// inWelsh is the small library with two of its pages in Welsh.
func inWelsh(t testing.TB) map[string]string {
	files := small(t)
	files["casebook.yaml"] += "languages: [cy]\n"
	files["content/pages/about.md"] = "---\ntitle: About us\nsummary: Who we are.\npublished: 2024-01-02\n---\n## Who\n\nUs. Read [the first steps](../guide/first.md).\n"
	files["content/pages/about.cy.md"] = "---\ntitle: Amdanom ni\nsummary: Pwy ydym ni.\npublished: 2024-01-02\n---\n## Pwy\n\nNi. Darllenwch [[first]].\n"
	files["content/guide/first.cy.md"] = "---\ntitle: Camau cyntaf\nsummary: Sut i ddechrau gwefandir.\npublished: 2024-01-02\naliases: [cy/hen]\n---\n## Sut i ddechrau\n\n" +
		"Gweler [amdanom](../pages/about.md), [pwy](../pages/about.md#pwy), [eto](../pages/about.md#who), [y nesaf](second.md), [yma](#sut-i-ddechrau), " +
		"[Amdanom](about.cy.md), [[CL-2021-01]], [nhw](/cy/about/#pwy), [cynllun](plan.pdf) a [@healey2014].\n"
	files["content/guide/first.cy.md"] = strings.Replace(files["content/guide/first.cy.md"], "(about.cy.md)", "(../pages/about.cy.md)", 1)
	files["content/guide/first/plan.pdf"] = "%PDF-1.4"
	return files
}

func TestEveryLinkOfTranslationsResolves(t *testing.T) {
	s, problems := load(t, folder(t, inWelsh(t)), nil)
	if got := problems.ForBuild(); len(got) > 0 {
		t.Fatal(got)
	}
	files := outputs(t, s)
	checkPages(t, files, s.Site.BaseURL)
	body := files["cy/guide/first/index.html"]
	for _, want := range []string{`href="../../../cy/about/"`, `href="../../../cy/about/#pwy"`, `href="../../../about/#who"`, `href="../../../guide/second/"`, `href="../../../guide/first/plan.pdf"`, `href="#ref-healey2014"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the Welsh page has no %s", want)
		}
	}
	if !strings.Contains(files["cy/hen/index.html"], `href="../../cy/guide/first/"`) {
		t.Error("a former address of a translation leads elsewhere")
	}
	const alternates = `<xhtml:link rel="alternate" hreflang="en-GB" href="https://small.example/partnership/about/"/><xhtml:link rel="alternate" hreflang="cy" href="https://small.example/partnership/cy/about/"/>` +
		`<xhtml:link rel="alternate" hreflang="x-default" href="https://small.example/partnership/about/"/></url>`
	if strings.Count(files["sitemap.xml"], alternates) != 2 || !strings.Contains(files["sitemap.xml"], `xmlns:xhtml=`) {
		t.Errorf("the sitemap lacks the languages: %s", files["sitemap.xml"])
	}
	for p, text := range files {
		if strings.HasPrefix(p, "cy/") || p == "sitemap.xml" {
			continue
		}
		if strings.Contains(text, "gwefandir") || strings.Contains(text, "Camau cyntaf") {
			t.Errorf("%s has words of a translation", p)
		}
	}
}

func TestASiteWithoutTranslationsIsAsItWas(t *testing.T) {
	s, _ := load(t, folder(t, small(t)), nil)
	for p, text := range outputs(t, s) {
		if strings.Contains(text, "x-default") || strings.Contains(text, "xmlns:xhtml") {
			t.Errorf("%s speaks of other languages", p)
		}
	}
}
