package site

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// Leads reports whether a menu entry leads somewhere: to a page of the site, or to a whole address outside it.
func (s *Site) Leads(target string) bool {
	if strings.Contains(target, "://") {
		return strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "http://")
	}
	_, ok := s.Route(menuPath(target))
	return ok
}

func menuPath(target string) string {
	path := strings.Trim(target, "/")
	if path == "" {
		return ""
	}
	return path + "/"
}

// checkMenu reports entries that can lead nowhere. A listing that is empty today is left out of the menu without a word.
func (s *Site) checkMenu(problems *diag.List) {
	var known []string
	for _, k := range content.Kinds {
		known = append(known, k.Folder+"/")
	}
	known = append(known, "bibliography/", "contact/", "principles/compare/", "themes/formerly/", "coverage/", "timeline/", "a-z/", "changes/")
	for _, item := range s.Settings.Navigation {
		path := menuPath(item.Value)
		if s.Leads(item.Value) || contains(known, path) {
			continue
		}
		problem := problems.Warn("CB094", item.At, "the menu entry %q leads to %s, which the site does not have", item.Name, item.Value)
		for _, r := range s.Routes {
			if strings.Count(r.Path, "/") == 1 {
				known = append(known, r.Path)
			}
		}
		if near, ok := text.Nearest(path, known); ok {
			problem.Remedy("did you mean %s? Until then the entry is left out", near)
			continue
		}
		problem.Remedy("write the address of a page, such as guide/, or a whole address that begins with https://")
	}
}
