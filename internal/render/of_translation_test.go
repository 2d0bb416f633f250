package render

import (
	"strings"
	"testing"
)

const welsh = `
-- content/guide/roles.md --
---
title: Roles
summary: What to be.
published: 2024-01-03
---
## How

Ask, as [about](../pages/about.md).
-- content/guide/roles.cy.md --
---
title: Rolau
summary: Beth i fod.
published: 2024-01-04
---
## Un

1

## Dau

2

## Sut

Gofynnwch [@healey2014]: [amdanom](../pages/about.md), [[about]], [eto](../pages/about.md#pwy), [yma](roles.cy.md#sut).
-- content/pages/about.cy.md --
---
title: Amdanom ni
summary: Pwy ydym ni.
published: 2024-01-03
---
## Pwy

Ni.
`

func inWelsh(t *testing.T) *Pages {
	return built(t, strings.Replace(smallLibrary, "title: Library\n", "title: Library\nlanguages: [cy]\n", 1)+welsh)
}

func TestATranslatedPage(t *testing.T) {
	p := inWelsh(t)
	v := drawn[Plain](t, p, "cy/guide/roles/")
	same(t, "words", []string{v.PageTitle, v.Summary, v.Title, v.Lang, v.Interface, v.Canonical, v.Section}, []string{
		"Rolau", "Beth i fod.", "Rolau – Library", "cy", "en-GB", "https://library.example/p/cy/guide/roles/", drawn[Guide](t, p, "guide/roles/").Section})
	same(t, "switch", v.Translations, []Translation{{"en-GB", "English", "../../../guide/roles/"}})
	same(t, "dates", v.Dates, Dates{Published: date("2024-01-04")})
	body := string(v.Body[0].HTML)
	for _, want := range []string{
		`<a href="../../../cy/about/">amdanom</a>`, `<a href="../../../cy/about/">Amdanom ni</a>`, `<a href="../../../cy/about/#pwy">eto</a>`, `<a href="#sut">yma</a>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in %s", want, body)
		}
	}
	same(t, "the original's switch", drawn[Guide](t, p, "guide/roles/").Translations, []Translation{{"cy", "Cymraeg", "../../cy/guide/roles/"}})
	same(t, "the original's links", string(drawn[Guide](t, p, "guide/roles/").Body[0].HTML), "<h2 id=\"how\">How</h2>\n<p>Ask, as <a href=\"../../about/\">about</a>.</p>\n")
	same(t, "another page", len(drawn[Home](t, p, "").Translations), 0)
}

// TestTheHeadNamesTheOtherLanguages holds that each page of a set names all of them, itself too.
func TestTheHeadNamesTheOtherLanguages(t *testing.T) {
	p := inWelsh(t)
	const pair = `<link rel="alternate" hreflang="en-GB" href="https://library.example/p/guide/roles/"><link rel="alternate" hreflang="cy" href="https://library.example/p/cy/guide/roles/">` +
		`<link rel="alternate" hreflang="x-default" href="https://library.example/p/guide/roles/">`
	check := func(path string, want ...string) {
		t.Helper()
		r, _ := p.Route(path)
		page, err := p.Append(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range want {
			if !strings.Contains(string(page), want) {
				t.Errorf("%s has no %s", path, want)
			}
		}
	}
	check("guide/roles/", pair, `<html lang="en-GB">`, `<header class="masthead">`)
	check("cy/guide/roles/", pair, `<html lang="cy">`, `"inLanguage":"cy"`, `<meta property="og:locale" content="cy">`, `<meta property="og:title" content="Rolau">`,
		`"translationOfWork":{"@type":"WebPage","@id":"https://library.example/p/guide/roles/"}`, `"datePublished":"2024-01-04"`,
		`<a class="skip" href="#main" lang="en-GB" dir="ltr">`, `<header class="masthead" lang="en-GB" dir="ltr">`, `<footer class="footer" lang="en-GB" dir="ltr">`, `<div class="wrap" lang="en-GB" dir="ltr">`, `<nav class="trace" lang="en-GB" dir="ltr"`,
		`<h2 id="contents" lang="en-GB" dir="ltr">`, `<h2 id="sources" lang="en-GB" dir="ltr">`, `<div lang="en-GB" dir="ltr"><ol class="refs"`, `<div class="folio__wide" lang="en-GB" dir="ltr">`)
}

func TestLanguageNames(t *testing.T) {
	for tag, want := range map[string]string{"cy": "Cymraeg", "en-GB": "English", "ga": "Gaeilge", "fr": "français", "zh-Hant": "繁體中文", "x-none": "x-none", "not a tag": "not a tag"} {
		same(t, tag, languageName(tag), want)
	}
}

// TestTheDirectionOfALanguage holds that a page is set the way its language is written, and the words of the site around it theirs.
func TestTheDirectionOfALanguage(t *testing.T) {
	p := inWelsh(t)
	if page := pageAt(t, p, "cy/guide/roles/"); !strings.Contains(page, `<html lang="cy">`) || !strings.Contains(page, `<header class="masthead" lang="en-GB" dir="ltr">`) {
		t.Errorf("Welsh: %s", page)
	}
	p = built(t, strings.NewReplacer("title: Library\n", "title: Library\nlanguages: [ar]\n", ".cy.md", ".ar.md").Replace(smallLibrary+welsh))
	page := pageAt(t, p, "ar/guide/roles/")
	for _, want := range []string{
		`<html lang="ar" dir="rtl">`, `<header class="masthead" lang="en-GB" dir="ltr">`, `<nav class="trace" lang="en-GB" dir="ltr"`, `<footer class="footer" lang="en-GB" dir="ltr">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in %s", want, page)
		}
	}
	if page := pageAt(t, p, "guide/roles/"); !strings.Contains(page, `<html lang="en-GB">`) {
		t.Errorf("English: %s", page)
	}
	p = built(t, strings.Replace(smallLibrary, "title: Library\n", "title: Library\nlanguage: he\n", 1))
	if page := pageAt(t, p, ""); !strings.Contains(page, `<html lang="he" dir="rtl">`) {
		t.Errorf("a library in Hebrew: %s", page)
	}
}

// pageAt is the whole HTML of a page.
func pageAt(t testing.TB, p *Pages, path string) string {
	t.Helper()
	r, ok := p.Route(path)
	if !ok {
		t.Fatalf("there is no /%s", path)
	}
	page, err := p.Append(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}
