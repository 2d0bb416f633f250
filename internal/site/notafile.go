package site

import (
	"path"
	"regexp"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
)

var (
	mailbox = regexp.MustCompile(`^[^/\s@]+@[^/\s@]+\.[^/\s@]+$`)
	webSite = regexp.MustCompile(`(?i)^(www\.[^/\s]+\.[^/\s]+|[^/\s]+\.(com|org|net|edu|info|io|eu|uk))(/|\?|$)`)
)

// dataPages are where what stands in a data file is published.
var dataPages = map[string]string{"content/vocabularies.yaml": "/groups/", "content/references.json": "/bibliography/", content.StatementFile: "/accessibility/"}

// notAFile reports a link that reads as the name of a file beside the page and was meant as something else: an address of
// the web, a mailbox, a page's text, a listing, a data file. It is false when a file was meant.
func (s *Site) notAFile(d *content.Doc, r content.Ref, problems *diag.List) bool {
	if mailbox.MatchString(r.Name) {
		problems.Error("CB051", r.At, "there is no file %s", r.Name).Remedy("for an email address write mailto:%s", r.Name)
		return true
	}
	if webSite.MatchString(r.Name) {
		problems.Error("CB051", r.At, "there is no file %s", r.Name).Remedy("for a site on the web write https://%s", r.Name)
		return true
	}
	named, _, _ := strings.Cut(r.Name, "?")
	target := path.Join(path.Dir(d.Path), named)
	if strings.HasPrefix(named, "/") {
		target = "content" + path.Clean(named)
	}
	if page, ok := dataPages[target]; ok {
		problems.Error("CB051", r.At, "%s is not published as a file", target).Remedy("link to a page that is made of it, such as %s", page)
		return true
	}
	if source, ok := s.sourceOf(strings.TrimSuffix(target, path.Ext(target))); ok && (path.Ext(named) == ".html" || path.Ext(named) == ".htm" || path.Ext(named) == "") {
		near := path.Join(path.Dir(path.Clean(named)), path.Base(source)) // as it is typed from here
		if path.Join(path.Dir(d.Path), near) != source {
			near = source
		}
		problems.Error("CB051", r.At, "there is no file %s", target).Remedy("did you mean %s? Links lead to the text of a page", near)
		return true
	}
	for _, k := range content.Kinds {
		if k.File == "" && target == "content/"+k.Folder && path.Ext(named) == "" {
			problems.Error("CB051", r.At, "%s is a folder", target).Remedy("to link to its listing write /%s/", k.Folder)
			return true
		}
	}
	if path.Ext(named) == "" {
		problems.Error("CB051", r.At, "there is no file %s", target).Remedy("write the whole name of a file, such as ../guide/roles.md")
		return true
	}
	return false
}

// sourceOf is the text of a page by its path without the ending, whatever its capitals.
func (s *Site) sourceOf(stem string) (string, bool) {
	for _, ext := range []string{".md", ".markdown"} {
		if i, ok := s.byPath[stem+ext]; ok {
			return s.Docs[i].Path, true
		}
	}
	for _, d := range s.Docs {
		if content.IsMarkdown(d.Path) && strings.EqualFold(ownFolder(d), stem) {
			return d.Path, true
		}
	}
	return "", false
}
