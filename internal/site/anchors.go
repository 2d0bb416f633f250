package site

import (
	"path"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// anchorsOf are the ids of a document that a message can offer: its headings, findings and recommendations.
func anchorsOf(d *content.Doc) []string {
	var out []string
	for _, h := range d.Headings {
		out = append(out, h.ID)
	}
	for _, sec := range d.Sections {
		out = append(out, sec.ID)
		for _, h := range sec.Headings {
			out = append(out, h.ID)
		}
	}
	for _, p := range d.Parts {
		out = append(out, p.Key)
	}
	return out
}

// hasAnchor also knows what anchorsOf does not offer: callouts, notes, and headings inside a quotation or list.
func hasAnchor(d *content.Doc, anchor string) bool {
	if contains(anchorsOf(d), anchor) {
		return true
	}
	if inBody(d.Body, anchor) {
		return true
	}
	for _, sec := range d.Sections {
		if inBody(sec.Body, anchor) {
			return true
		}
	}
	if c := content.OriginOf(d.Entity); c != nil {
		for _, f := range c.Findings {
			if inBody(f.Body, anchor) {
				return true
			}
		}
		for _, rec := range c.Recs {
			if inBody(rec.Detail, anchor) {
				return true
			}
		}
	}
	return false
}

func inBody(b content.Body, anchor string) bool {
	if strings.ContainsAny(anchor, `"<>&`) {
		return false
	}
	for _, p := range b.Pieces {
		if strings.Contains(p.HTML, ` id="`+anchor+`"`) {
			return true
		}
	}
	return false
}

// checkAnchor reports a mention of a heading that a document does not have. what is the document as the editor knows it.
func (s *Site) checkAnchor(d *content.Doc, what string, r content.Ref, problems *diag.List) {
	anchor := r.Said().Anchor
	if d.Broken || hasAnchor(d, anchor) {
		return
	}
	problem := problems.Error("CB052", r.At, "%s has no heading with the address #%s", what, anchor)
	known := anchorsOf(d)
	near, ok := text.Nearest(anchor, known)
	switch {
	case ok:
		problem.Remedy("did you mean #%s?", near)
	case len(known) == 0:
		problem.Remedy("it has no headings at all: take #%s away", anchor)
	default:
		problem.Remedy("its headings are: %s", "#"+strings.Join(known, ", #"))
	}
}

// links checks what can be known only when the routes are: links to addresses of the site, and anchors of wikilinks.
func (s *Site) links(problems *diag.List) {
	for i, d := range s.Docs {
		if id := s.nodeOf[i]; id != None && !s.Visible(id) || s.leftOut(int32(i)) {
			continue
		}
		for j := range d.Refs {
			if relation := d.Refs[j].Relation; relation != "link" && relation != "wiki" {
				continue
			}
			r := d.Refs[j]
			t, anchor := s.Target(int32(i), int32(j)), r.Said().Anchor
			switch {
			case r.Relation == "link" && t.Node == None && t.File < 0 && t.Text != "":
				s.retarget(s.targetAt[i]+int32(j), s.toAddress(t.Text, r, problems))
			case r.Relation == "wiki" && anchor != "" && t.Node != None && t.Text == "" && s.Visible(t.Node):
				if _, ok := s.TranslationIn(d.Lang, t.Node, anchor); !ok {
					s.nodeAnchor(t.Node, s.Nodes[t.Node].Title, r, problems)
				}
			}
		}
	}
}

// nodeAnchor checks an anchor on the page of a node. What stands on a longer page has one place there and no headings; a
// recommendation's page has only those of its own text.
func (s *Site) nodeAnchor(id NodeID, what string, r content.Ref, problems *diag.List) {
	anchor := r.Said().Anchor
	n := s.Nodes[id]
	switch {
	case !n.Page:
		problems.Error("CB052", r.At, "%s has no page of its own, and so no heading with the address #%s", what, anchor).
			Remedy("take #%s away: the link leads to its place on a longer page", anchor)
	case n.Kind != "recommendation":
		s.checkAnchor(s.Docs[n.Doc], what, r, problems)
	case !s.Docs[n.Doc].Broken && !inBody(s.Recommendation(id).Detail, anchor):
		problems.Error("CB052", r.At, "the page of %s/%s has no heading with the address #%s", n.Number, n.Key, anchor).
			Remedy("take #%s away, or link to the whole it comes from", anchor)
	}
}

// listToCome reports whether a folder's listing has no page only because all that it will list is yet to come.
func (s *Site) listToCome(folder string) bool {
	for _, name := range listed {
		if k, _ := content.KindNamed(name); k.Folder == folder {
			return s.toCome(name)
		}
	}
	return false
}

// toAddress resolves a link to an address of the site: of a document's page, of one that casebook makes, or an alias.
func (s *Site) toAddress(typed string, r content.Ref, problems *diag.List) Resolved {
	anchor := r.Said().Anchor
	address, query, asks := strings.Cut(strings.TrimPrefix(typed, "/"), "?")
	address = strings.TrimSuffix(address, "index.html")
	if address != "" && !strings.HasSuffix(address, "/") && path.Ext(address) != ".html" {
		address += "/"
	}
	i, ok := s.byRoute[address]
	if kind, isList := strings.CutSuffix(address, "/"); !ok && isList && s.listToCome(kind) {
		problems.Note("CB097", r.At, "/%s lists nothing yet, so this mention is shown without a link", address).InCheck()
		return nowhere
	}
	if !ok {
		problem := problems.Error("CB051", r.At, "the site has no page /%s", address)
		if near, ok := text.Nearest(address, s.addressesLike(address)); ok {
			problem.Remedy("did you mean /%s?", near)
		} else {
			problem.Remedy("link to the file instead, such as ../guide/roles.md")
		}
		return nowhere
	}
	if asks {
		problems.Error("CB051", r.At, "the page /%s takes no question, so ?%s does nothing", address, query).Remedy("write /%s", address)
		return nowhere
	}
	route := s.Routes[i]
	if route.Node != None && (route.View == "redirect" || route.Path == s.Nodes[route.Node].Path) {
		n := s.Nodes[route.Node]
		if anchor != "" && n.Page && s.Visible(route.Node) && !isVocabulary(n.Kind) && !content.LayoutAnchor(anchor) {
			s.nodeAnchor(route.Node, "the page /"+n.Path, r, problems)
		}
		return Resolved{Node: route.Node, File: -1}
	}
	if address == "" {
		address = "./" // a home page that no file stands for
	}
	if anchor == "" || route.View == "tombstone" {
		return Resolved{Node: None, File: -1, Text: address}
	}
	if tr, ok := s.TranslationIn(route.Arg, route.Node, ""); ok && route.View == "translation" && !content.LayoutAnchor(anchor) {
		s.checkAnchor(s.Docs[tr.Doc], s.Docs[tr.Doc].Path, r, problems)
	}
	s.checkEntry(route, r, problems)
	return Resolved{Node: None, File: -1, Text: address + "#" + anchor}
}

// addressesLike are the addresses of the site in the folder of one that leads nowhere.
func (s *Site) addressesLike(address string) []string {
	folder := path.Dir(strings.TrimSuffix(address, "/"))
	var out []string
	for _, r := range s.Routes {
		if path.Dir(strings.TrimSuffix(r.Path, "/")) == folder && r.Path != "" {
			out = append(out, r.Path)
		}
	}
	return out
}

// entryKinds are the kinds whose entries make up a page that casebook makes, by its view. Of other such pages the layouts
// alone know the ids.
var entryKinds = map[string]string{"contacts": "contact", "glossary": "term", "bibliography": "reference"}

// checkEntry reports an anchor that is no entry of a page of entries.
func (s *Site) checkEntry(route Route, r content.Ref, problems *diag.List) {
	anchor := r.Said().Anchor
	kind, ok := entryKinds[route.View]
	if !ok || content.LayoutAnchor(anchor) || strings.HasPrefix(anchor, "letter-") {
		return
	}
	var known []string
	for i := range s.Nodes {
		if n := s.Nodes[i]; n.Kind == kind {
			if n.Anchor == anchor && s.Visible(NodeID(i)) && (route.Arg == "" || n.Path == route.Path) {
				return
			}
			if s.Visible(NodeID(i)) {
				known = append(known, n.Anchor)
			}
		}
	}
	problem := problems.Error("CB052", r.At, "the page /%s has nothing at the address #%s", route.Path, anchor)
	if near, ok := text.Nearest(anchor, known); ok {
		problem.Remedy("did you mean #%s?", near)
		return
	}
	problem.Remedy("take #%s away, or open the page and copy the address of the entry you mean", anchor)
}
