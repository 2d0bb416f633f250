package render

import (
	"html/template"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// translatedView is a guide page or page in another language. The page is in that language; the words of the interface around
// it stay in the site's, and the layout marks them so.
func (p *Pages) translatedView(r site.Route) Plain {
	tr, _ := p.TranslationIn(r.Arg, r.Node, "")
	d := p.Docs[tr.Doc]
	var trace []Link
	if d.Kind == "guide" {
		trace = p.up(r.Path, "guide/", "Guide")
	}
	pr := p.prose(r.Path, tr.Doc, true)
	v := Plain{
		Frame:      p.frame(r, d.Head.Title, d.Head.Summary, trace...),
		Summary:    d.Head.Summary,
		Contents:   contents(d.Headings),
		Body:       pr.blocks(d.Body),
		References: pr.references(),
		Dates:      p.translationDates(d),
	}
	v.Lang, v.Interface = tr.Lang, p.Settings.Language
	v.Dir, v.InterfaceDir = rightToLeft(v.Lang), text.Direction(v.Interface)
	if d.Head.Title == p.Node(tr.Of).Title { // each title is used once on a site
		v.Title = d.Head.Title + " (" + languageName(tr.Lang) + ") – " + p.Settings.Title
	}
	switch d.Head.Status {
	case "archived":
		v.Notice = Notice{Text: archivedNotice}
	case "draft":
		v.NoIndex = true
	}
	if d.Head.Published == "" || d.Head.Published > p.Today {
		v.NoIndex = true
	}
	return v
}

// translationDates are those of the translation itself.
func (p *Pages) translationDates(d *content.Doc) Dates {
	out := Dates{Updated: date(p.Updated(d))}
	if dated := content.DatedOf(d.Entity); dated != nil {
		out.Published, out.Reviewed = date(dated.Published), date(p.Reviewed(dated))
	}
	return out
}

// inOtherLanguages puts into a frame the way to the same page in other languages, for readers and for search engines, which
// want each page of such a set to name all of them (https://developers.google.com/search/docs/specialty/international/localized-versions).
func (p *Pages) inOtherLanguages(f *Frame, r site.Route) {
	var tags []Tag
	for _, v := range p.Versions(r) {
		tags = append(tags, Tag{Rel: "alternate", Lang: v.Lang, Href: p.address(v.Path)})
		if v.Path != r.Path && v.Lang != site.AnyLanguage {
			f.Translations = append(f.Translations, Translation{Lang: v.Lang, Text: languageName(v.Lang), Href: p.URL(r.Path, v.Path)})
		}
	}
	if len(tags) == 0 || p.BaseURL == "" {
		return
	}
	f.Head = template.HTML(string(f.Head) + string(Meta(tags...)))
}

// languageName is what a language is called in itself, without its region: Cymraeg. Of one that is not known it is the tag.
func languageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	base, _ := t.Base()
	script, sure := t.Script()
	if sure == language.Exact {
		t, err = language.Compose(base, script)
	} else {
		t, err = language.Compose(base)
	}
	name := display.Self.Name(t)
	if err != nil || name == "" {
		return tag
	}
	return name
}
