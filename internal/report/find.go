package report

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"casebook/internal/site"
	"casebook/internal/text"
)

// Subject is what a question is about: a node, an attachment, or a page that no file stands for.
type Subject struct {
	Node  site.NodeID // None for the others
	File  int32       // index into Attachments, -1 for the others
	Route site.Route  // of a page without a node
}

// Find finds what a person means by a file (content/cases/CL-2018-01.md), an address (/cases/cl-2018-01/, or the whole
// of it), or a name: id, number, title or other name, with its kind if need be (unit/library). More than one subject
// means that the name fits several.
func Find(s *site.Site, asked string) []Subject {
	asked = strings.TrimSpace(asked)
	if found, ok := byFile(s, asked); ok {
		return []Subject{found}
	}
	if found, ok := byAddress(s, asked); ok {
		return []Subject{found}
	}
	return byName(s, asked)
}

func node(id site.NodeID) Subject { return Subject{Node: id, File: -1} }

func byFile(s *site.Site, asked string) (Subject, bool) {
	file := path.Clean(strings.ReplaceAll(asked, `\`, "/"))
	for _, name := range []string{file, "content/" + file} {
		for i := range s.Nodes {
			n := s.Nodes[i]
			if n.Part < 0 && n.Doc >= 0 && s.Docs[n.Doc].Path == name {
				return node(site.NodeID(i)), true
			}
		}
		for i, a := range s.Attachments {
			if a.Path == name {
				return Subject{Node: site.None, File: int32(i)}, true
			}
		}
		for _, r := range s.Routes {
			if tr, ok := s.TranslationIn(r.Arg, r.Node, ""); ok && r.View == "translation" && s.Docs[tr.Doc].Path == name {
				return Subject{Node: r.Node, File: -1, Route: r}, true
			}
			if doc, _ := s.Intro(r.Arg); r.View == "listing" && doc != nil && doc.Path == name && r.Page <= 1 {
				return Subject{Node: site.None, File: -1, Route: r}, true
			}
		}
	}
	return Subject{}, false
}

// byAddress takes an address apart: with or without the site's own, the slashes around it and index.html behind it.
func byAddress(s *site.Site, asked string) (Subject, bool) {
	if asked == "" {
		return Subject{}, false
	}
	whole := strings.Contains(asked, "://")
	if rest, ok := strings.CutPrefix(asked, s.BaseURL); ok && s.BaseURL != "" {
		asked = rest
	}
	u, err := url.Parse(asked)
	if err != nil {
		return Subject{}, false
	}
	p := strings.TrimPrefix(u.Path, "/")
	if base, err := url.Parse(s.BaseURL); err == nil && whole {
		p = strings.TrimPrefix(p, strings.TrimPrefix(base.Path, "/"))
	}
	p = strings.TrimSuffix(p, "index.html")
	if p == "" && asked != "/" && !whole && asked != "index.html" {
		return Subject{}, false
	}
	if u.Fragment != "" {
		for i := range s.Nodes {
			if n := s.Nodes[i]; n.Anchor == u.Fragment && n.Path == p && !n.Page {
				return node(site.NodeID(i)), true
			}
		}
	}
	for i := range s.Attachments {
		if published := s.Published(int32(i)); published != "" && published == strings.ToLower(p) {
			return Subject{Node: site.None, File: int32(i)}, true
		}
	}
	for _, name := range []string{p, strings.TrimSuffix(p, "/") + "/"} {
		if r, ok := s.Route(strings.ToLower(name)); ok && (name == "" || strings.Contains(asked, "/")) {
			return Subject{Node: r.Node, File: -1, Route: r}, true
		}
	}
	// What is not published has an address too: the one it will have.
	for i := range s.Nodes {
		if n := s.Nodes[i]; n.Page && p != "" && strings.Contains(asked, "/") && n.Path == strings.ToLower(strings.TrimSuffix(p, "/")+"/") {
			return node(site.NodeID(i)), true
		}
	}
	return Subject{}, false
}

func byName(s *site.Site, asked string) []Subject {
	var found []Subject
	key := text.Fold(asked)
	if key == "" {
		return nil
	}
	for i := range s.Nodes {
		id := site.NodeID(i)
		if slices.ContainsFunc(namesOf(s, id), func(name string) bool { return text.Fold(name) == key }) {
			found = append(found, node(id))
		}
	}
	return found
}

// namesOf is everything a node may be called here.
func namesOf(s *site.Site, id site.NodeID) []string {
	n := s.Node(id)
	names := []string{n.ID, n.Kind + "/" + n.ID}
	switch {
	case n.Key != "":
		return append(names, n.Number+"/"+n.Key)
	case n.Number != "":
		names = append(names, n.Number)
	}
	if n.Title != "" {
		names = append(names, n.Title)
	}
	if n.Part < 0 && n.Doc >= 0 {
		names = append(names, s.Docs[n.Doc].Head.Aka...)
	}
	return names
}

// Near is a name or file of the site that someone may have meant.
func Near(s *site.Site, asked string) (string, bool) {
	var names []string
	for i := range s.Nodes {
		names = append(names, namesOf(s, site.NodeID(i))...)
	}
	for _, d := range s.Docs {
		if d.Lang == "" {
			names = append(names, d.Path)
		}
	}
	for _, r := range s.Routes {
		names = append(names, "/"+r.Path)
	}
	return text.Nearest(asked, names)
}
