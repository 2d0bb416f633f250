package site

import (
	"path"
	"slices"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// Translation is a published document that says in another language what a page says. It has an address, and nothing else of
// a node: it is found from its original, and stands in no list, count or relation.
type Translation struct {
	Doc  int32  // index into Site.Docs
	Of   NodeID // the page that it translates
	Lang string // as casebook.yaml has it: cy
	Path string // from the root: cy/guide/roles/
}

// translatedKinds are those whose page is a title, a summary and a text. Of others the facts around the text would be missing.
var translatedKinds = []string{"guide", "page"}

// translate finds the translations that are as public as their original and their own front matter say, and reports files that
// cannot become one.
func (s *Site) translate(problems *diag.List) {
	if len(s.Settings.Languages) == 0 {
		return
	}
	s.translationOf, s.translations = map[int32]Translation{}, map[NodeID][]Translation{}
	for i, d := range s.Docs {
		if d.Lang == "" || d.Head.NoFront && !d.Broken {
			continue
		}
		at := diag.Pos{File: d.Path}
		if !slices.Contains(translatedKinds, d.Kind) || d.ID == "index" {
			problems.Warn("CB099", at, "this is a translation, and only those of guide pages and pages below content/pages/ are published, not the front page").
				Remedy("the page in the site's own language is; keep the file for later")
			continue
		}
		original := s.original(d)
		if original == None {
			s.withoutOriginal(d, problems)
			continue
		}
		if s.Visible(original) && !s.Drafts && d.Head.Published == "" && d.Head.Status == "" && !d.Broken {
			problems.Warn("CB135", at, "this translation has no day of publication, so it is not published").
				Remedy("add a line published: with the day, or status: draft while it is not yet meant to be read")
		}
		if s.Visible(original) && s.shown(s.stateOf(d)) {
			tr := Translation{Doc: int32(i), Of: original, Lang: d.Lang, Path: d.Lang + "/" + s.Nodes[original].Path}
			s.translationOf[tr.Doc] = tr
			s.translations[original] = append(s.translations[original], tr)
			s.checkAge(tr, problems)
		}
	}
}

// original is the page that a document translates: of the same kind and id.
func (s *Site) original(d *content.Doc) NodeID {
	for _, id := range s.names.byKind[d.Kind][text.Fold(d.ID)] {
		if s.Nodes[id].ID == d.ID {
			return id
		}
	}
	return None
}

func (s *Site) withoutOriginal(d *content.Doc, problems *diag.List) {
	var ids []string
	for i := range s.Nodes {
		if s.Nodes[i].Kind == d.Kind {
			ids = append(ids, s.Nodes[i].ID)
		}
	}
	ext := path.Ext(d.Path)
	kind, _ := content.KindNamed(d.Kind)
	problem := problems.Warn("CB099", diag.Pos{File: d.Path}, "this is a translation of content/%s/%s%s, and there is no such file, so it is not published", kind.Folder, d.ID, ext)
	if near, ok := text.Nearest(d.ID, ids); ok {
		problem.Remedy("did you mean to name it %s.%s%s?", path.Base(near), d.Lang, ext)
		return
	}
	problem.Remedy("name it after the file that it translates, with .%s before the ending; the page in the site's own language comes first", d.Lang)
}

// checkAge warns when the original tells of a change after the day on which the translation was last written or looked at.
func (s *Site) checkAge(tr Translation, problems *diag.List) {
	d := s.Docs[tr.Doc]
	changed, translated := s.lastWritten(s.Doc(tr.Of)), s.lastWritten(d)
	if dated := content.DatedOf(d.Entity); dated != nil {
		translated = max(translated, s.Reviewed(dated))
	}
	if changed == "" || translated == "" || changed <= translated {
		return
	}
	problems.Warn("CB134", d.At("published"), "%s was changed on %s; this translation of it is of %s", s.Doc(tr.Of).Path, text.LongDate(changed), text.LongDate(translated)).
		Remedy("bring it up to date and add the day to its `changes:`; if nothing has to change, write the day as `reviewed:`").InCheck()
}

// lastWritten is the day of a document's latest change, else that of its publication; "" when only a year is known.
func (s *Site) lastWritten(d *content.Doc) string {
	day := s.Updated(d)
	if len(d.Head.Published) == len("2006-01-02") {
		day = max(day, d.Head.Published)
	}
	return day
}

// TranslationIn is the translation of a page into a language. With an anchor it must have that heading.
func (s *Site) TranslationIn(lang string, id NodeID, anchor string) (Translation, bool) {
	if lang == "" {
		return Translation{}, false
	}
	for _, tr := range s.translations[id] {
		if tr.Lang == lang && (anchor == "" || hasAnchor(s.Docs[tr.Doc], anchor)) {
			return tr, true
		}
	}
	return Translation{}, false
}

// AnyLanguage marks, among versions, the one for readers of none of their languages.
const AnyLanguage = "x-default"

// Version is one language in which a page can be read.
type Version struct {
	Lang string // a tag such as en-GB (BCP 47), or AnyLanguage
	Path string // from the root
}

// Versions are the languages of a page that has translations, or is one: its original, each translation, and the original again
// for any other language. Of other pages there are none.
func (s *Site) Versions(r Route) []Version {
	translations := s.translations[r.Node]
	if len(translations) == 0 || r.View != "translation" && r.Path != s.Nodes[r.Node].Path {
		return nil
	}
	original := s.Nodes[r.Node].Path
	out := []Version{{s.Inherited(r.Node).Language, original}}
	for _, tr := range translations {
		out = append(out, Version{tr.Lang, tr.Path})
	}
	return append(out, Version{AnyLanguage, original})
}

// Translated reports whether any page has a translation.
func (s *Site) Translated() bool { return len(s.translations) > 0 }

// translationLink resolves a link to the file of a translation.
func (s *Site) translationLink(doc int32, r content.Ref, problems *diag.List) Resolved {
	tr, ok := s.translationOf[doc]
	if !ok {
		problems.Note("CB097", r.At, "the translation %s is not published, so this mention is shown without a link", s.Docs[doc].Path).InCheck()
		return nowhere
	}
	return Resolved{Node: None, File: -1, Text: tr.Path} // its anchor is checked when the routes are known
}

// translationRoutes gives each translation its page.
func (s *Site) translationRoutes(taken claims, problems *diag.List) {
	if len(s.translationOf) == 0 {
		return
	}
	for i, d := range s.Docs {
		tr, ok := s.translationOf[int32(i)]
		if ok && taken.take(tr.Path, d.Path, d.At("title"), problems) {
			s.Routes = append(s.Routes, Route{Path: tr.Path, View: "translation", Node: tr.Of, Arg: tr.Lang, Page: 1})
		}
	}
}

// leftOut reports a translation that is not published: nothing is said of where it points.
func (s *Site) leftOut(doc int32) bool {
	if s.Docs[doc].Lang == "" {
		return false
	}
	_, ok := s.translationOf[doc]
	return !ok
}
