package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// resolve finds what each Ref of each document leads to, and reports those that lead nowhere.
func (s *Site) resolve(problems *diag.List) {
	s.targets = make([][]Resolved, len(s.Docs))
	found := make([]diag.List, len(s.Docs))
	s.Each(len(s.Docs), func(i int) {
		d := s.Docs[i]
		if len(d.Refs) == 0 {
			return
		}
		out := make([]Resolved, len(d.Refs))
		for j := range d.Refs {
			out[j] = s.one(int32(i), d.Refs[j], &found[i])
		}
		s.targets[i] = out
		node := s.nodeOf[i]
		if d.Lang == "" && node != None && !s.shown(s.Nodes[node].State) && s.Nodes[node].State != Withdrawn {
			found[i] = nil // what is not published needs no complaint about where it points
		}
		if r, ok := d.Entity.(*content.Response); ok && r.Date > s.Today {
			// An answer that is not yet known may answer what is not yet published.
			found[i] = slices.DeleteFunc(found[i], func(p diag.Diag) bool { return p.Severity == diag.Note })
		}
	})
	*problems = append(*problems, slices.Concat(found...)...)
}

var nowhere = Resolved{Node: None, File: -1}

func (s *Site) one(doc int32, r content.Ref, problems *diag.List) Resolved {
	switch r.Relation {
	case "anchor":
		return nowhere
	case "link", "image":
		return s.link(doc, r, problems)
	case "cite":
		return s.citation(r, problems)
	case "term":
		ids := s.names.byKind["term"][text.Fold(r.Name)]
		if len(ids) == 0 || !s.Visible(ids[0]) {
			return nowhere
		}
		return Resolved{Node: ids[0], File: -1}
	}
	if r.To == "file" {
		return s.file(doc, r, problems)
	}
	if r.Name == "" {
		return nowhere
	}
	return s.named(r, problems)
}

// named resolves a name typed in front matter, a label line or a wikilink.
func (s *Site) named(r content.Ref, problems *diag.List) Resolved {
	ids := s.lookup(r.To, r.Name)
	if len(ids) == 0 && r.To == "" {
		if t, ok := s.fact(r, problems); ok {
			return t
		}
	}
	switch len(ids) {
	case 0:
		if r.Optional {
			return nowhere
		}
		s.unknown(r, problems)
		return nowhere
	case 1:
		return s.state(ids[0], r, problems)
	}
	options := make([]string, len(ids))
	for i, id := range ids {
		n := s.Nodes[id]
		options[i] = fmt.Sprintf("%s/%s (%s)", n.Kind, n.ID, s.Docs[n.Doc].Path)
	}
	problems.Error("CB030", r.At, "%q may mean %s", r.Name, text.Join(options, "or")).
		Remedy("write the one you mean with its kind, such as %s/%s", s.Nodes[ids[0]].Kind, s.Nodes[ids[0]].ID)
	return nowhere
}

// state lets a reference through to what is published, and explains one to what is not.
func (s *Site) state(id NodeID, r content.Ref, problems *diag.List) Resolved {
	n := s.Nodes[id]
	switch {
	case s.shown(n.State), n.State == Withdrawn:
		return Resolved{Node: id, File: -1}
	case n.State == Draft && r.Relation == "to":
		return Resolved{Node: id, File: -1} // statuses says so, once
	case n.State == Draft:
		problem := problems.Error("CB032", r.At, "%q is a draft, so nothing published can point to it", r.Name)
		if n.Doc >= 0 && s.Docs[n.Doc].Head.PageLike {
			problem.Remedy("give %s a `published:` date, or take this mention away until it has one", s.Docs[n.Doc].Path)
		} else {
			problem.Remedy("take `status: draft` out of %s, or this mention away until then", s.Docs[n.Doc].Path)
		}
	default:
		head := s.Docs[n.Doc].Head
		when := "is scheduled for " + text.LongDate(head.Published)
		switch {
		case n.State == Expired:
			when = "expired on " + text.LongDate(head.Expires)
		case head.Status == "withdrawn":
			when = "is withdrawn from " + text.LongDate(head.Withdrawn) + " on and has nothing to show before"
		}
		problems.Note("CB097", r.At, "%q %s, so this mention is shown without a link", r.Name, when).InCheck()
	}
	return nowhere
}

func (s *Site) unknown(r content.Ref, problems *diag.List) {
	if s.mayBeBroken(r.To) {
		return
	}
	kind := "page, case or other thing"
	if r.To != "" {
		kind = strings.ReplaceAll(r.To, "|", " or ")
	}
	problem := problems.Error("CB031", r.At, "no %s is called %q", kind, r.Name)
	if near, ok := text.Nearest(r.Name, s.candidates(r.To)); ok {
		problem.Remedy("did you mean %q%s?", near, s.where(r.To, near))
		return
	}
	if r.To != "" && !strings.Contains(r.To, "|") {
		if k, ok := content.KindNamed(r.To); ok {
			problem.Remedy("`casebook list %s` shows what there is; a new one is a file in content/%s/", r.To, k.Folder)
			return
		}
		problem.Remedy("the %s are listed in content/vocabularies.yaml", plural(r.To))
		return
	}
	problem.Remedy("check the spelling: an id, number, title or other name will do")
}

// mayBeBroken reports whether a name may belong to a file that has errors of its own: then those are said first.
func (s *Site) mayBeBroken(to string) bool {
	if to == "" || to == "recommendation" || to == "finding" {
		return len(s.broken) > 0 && (to == "" || s.broken["case"] || s.broken["insight"])
	}
	for kind := range strings.SplitSeq(to, "|") {
		if s.broken[kind] {
			return true
		}
	}
	return false
}

func (s *Site) where(to, name string) string {
	if ids := s.lookup(to, name); len(ids) > 0 && s.Nodes[ids[0]].Part < 0 {
		return " (" + s.Docs[s.Nodes[ids[0]].Doc].Path + ")"
	}
	return ""
}

// fact resolves `thing.field`: the field as it was typed there.
func (s *Site) fact(r content.Ref, problems *diag.List) (Resolved, bool) {
	i := strings.LastIndexByte(r.Name, '.')
	if i <= 0 || i == len(r.Name)-1 {
		return nowhere, false
	}
	name, field := r.Name[:i], strings.TrimSpace(r.Name[i+1:])
	ids := s.lookup("", name)
	if len(ids) != 1 {
		return nowhere, false
	}
	t := s.state(ids[0], r, problems)
	if t.Node == None {
		return t, true
	}
	d := s.Doc(t.Node)
	f, ok := d.Field(strings.ReplaceAll(field, "-", "_"))
	if !ok || f.Value == "" {
		var keys []string
		for _, f := range d.Fields {
			if f.Value != "" {
				keys = append(keys, f.Key)
			}
		}
		problem := problems.Error("CB081", r.At, "%s has no field %q to print here", s.Nodes[t.Node].Title, field)
		if near, ok := text.Nearest(field, keys); ok {
			problem.Remedy("did you mean [[%s.%s]]?", name, near)
		} else {
			problem.Remedy("it has: %s", strings.Join(keys, ", "))
		}
		return nowhere, true
	}
	t.Text = f.Value
	return t, true
}

func (s *Site) citation(r content.Ref, problems *diag.List) Resolved {
	ids := s.names.byKind["reference"][text.Fold(r.Name)]
	if len(ids) == 0 {
		ids = s.aliasOf(r.Name)
	}
	if len(ids) > 0 {
		return Resolved{Node: ids[0], File: -1}
	}
	if r.Optional {
		problems.Warn("CB080", r.At, "no reference has the key %q, so @%s is printed as it stands", r.Name, r.Name).
			Remedy("add the reference to content/references.json, or write the sign another way")
		return nowhere
	}
	problem := problems.Error("CB080", r.At, "no reference has the key %q", r.Name)
	if near, ok := text.Nearest(r.Name, s.candidates("reference")); ok {
		problem.Remedy("did you mean @%s?", near)
	} else {
		problem.Remedy("add it to content/references.json (in Zotero: Export library, CSL JSON)")
	}
	return nowhere
}

// aliasOf finds a reference by an older key kept in references/KEY.md.
func (s *Site) aliasOf(key string) []NodeID {
	for _, d := range s.Docs {
		if note, ok := d.Entity.(*content.ReferenceNote); ok {
			for _, a := range note.Aliases {
				if text.Fold(a) == text.Fold(key) {
					return s.names.byKind["reference"][text.Fold(d.ID)]
				}
			}
		}
	}
	return nil
}

// link resolves a link or image to a file: a page's source, or an attachment.
func (s *Site) link(doc int32, r content.Ref, problems *diag.List) Resolved {
	d := s.Docs[doc]
	if content.IsMarkdown("content/" + path.Base(r.Name)) {
		return s.pageLink(d, r, problems)
	}
	if strings.HasPrefix(r.Name, "/") && r.Relation == "link" && (strings.HasSuffix(r.Name, "/") || path.Ext(r.Name) == "") {
		return Resolved{Node: None, File: -1, Text: strings.TrimPrefix(r.Name, "/")} // checked when the routes are known
	}
	return s.file(doc, r, problems)
}

func (s *Site) pageLink(d *content.Doc, r content.Ref, problems *diag.List) Resolved {
	target := path.Join(path.Dir(d.Path), r.Name)
	if strings.HasPrefix(r.Name, "/") {
		target = "content" + r.Name
	}
	if !strings.HasPrefix(target, "content/") {
		problems.Error("CB053", r.At, "the link %q leads out of the content folder", r.Name).Remedy("link to a file below content/")
		return nowhere
	}
	i, ok := s.byPath[target]
	if !ok {
		s.deadLink(target, r, problems)
		return nowhere
	}
	if intro := s.Docs[i]; intro.Kind == "index" {
		return Resolved{Node: None, File: -1, Text: intro.ID + "/"}
	}
	node := s.nodeOf[i]
	if node == None {
		s.deadLink(target, r, problems)
		return nowhere
	}
	r.Name = path.Base(target)
	t := s.state(node, r, problems)
	if t.Node != None && r.Anchor != "" && !s.Docs[i].Broken && s.shown(s.Nodes[t.Node].State) && !s.hasAnchor(s.Docs[i], r.Anchor) {
		problem := problems.Error("CB052", r.At, "%s has no heading with the address #%s", target, r.Anchor)
		if near, ok := text.Nearest(r.Anchor, anchorsOf(s.Docs[i])); ok {
			problem.Remedy("did you mean #%s?", near)
		} else {
			problem.Remedy("its headings are: %s", "#"+strings.Join(anchorsOf(s.Docs[i]), ", #"))
		}
	}
	return t
}

func (s *Site) deadLink(target string, r content.Ref, problems *diag.List) {
	problem := problems.Error("CB051", r.At, "there is no file %s", target)
	var paths []string
	for _, d := range s.Docs {
		if strings.EqualFold(d.Path, target) {
			problem.Remedy("capitals matter on a web server: the file is %s", d.Path)
			return
		}
		if path.Dir(d.Path) == path.Dir(target) || path.Base(d.Path) == path.Base(target) {
			paths = append(paths, d.Path)
		}
	}
	if near, ok := text.Nearest(target, paths); ok {
		problem.Remedy("did you mean %s?", near)
		return
	}
	problem.Remedy("check the path: it counts from the folder of this file")
}

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

func (s *Site) hasAnchor(d *content.Doc, anchor string) bool { return contains(anchorsOf(d), anchor) }

// file resolves an attachment: in the folder of the page's name, or beside the page.
func (s *Site) file(doc int32, r content.Ref, problems *diag.List) Resolved {
	d := s.Docs[doc]
	own := ownFolder(d)
	for _, p := range []string{path.Join(own, r.Name), path.Join(path.Dir(d.Path), r.Name)} {
		if i, ok := s.fileAt(p); ok && strings.HasPrefix(p, own+"/") {
			return Resolved{Node: None, File: i}
		}
	}
	meant := ""
	if i := s.meant(d, r.Name); i >= 0 {
		meant = s.Attachments[i].Path
	}
	if meant != "" && !strings.HasPrefix(meant, own+"/") {
		problems.Error("CB083", r.At, "the file %s lies in another page's folder", meant).
			Remedy("move it to %s/, the folder of this page's own files", own)
		return nowhere
	}
	problem := problems.Error("CB051", r.At, "there is no file %s", path.Join(own, r.Name))
	switch name := path.Base(meant); {
	case meant == "":
		problem.Remedy("put it into the folder %s/", own)
	case strings.EqualFold(name, path.Base(r.Name)):
		problem.Remedy("capitals matter on a web server: the file is %s", name)
	default:
		problem.Remedy("did you mean %s?", name)
	}
	return nowhere
}

// ownFolder is where a page's files lie.
func ownFolder(d *content.Doc) string { return strings.TrimSuffix(d.Path, path.Ext(d.Path)) }

// meant is the attachment that a name was meant for which leads to none of the page's own: it lies elsewhere, has other
// capitals or is misspelt; -1 for none.
func (s *Site) meant(d *content.Doc, name string) int32 {
	own := ownFolder(d)
	for _, p := range []string{path.Join(own, name), path.Join(path.Dir(d.Path), name)} {
		if i, ok := s.fileAt(p); ok {
			return i
		}
	}
	places, names := map[string]int32{}, []string{}
	for i, a := range s.Attachments {
		if !strings.HasPrefix(a.Path, own+"/") {
			continue
		}
		base := path.Base(a.Path)
		if strings.EqualFold(base, path.Base(name)) {
			return int32(i)
		}
		places[base], names = int32(i), append(names, base)
	}
	if near, ok := text.Nearest(path.Base(name), names); ok {
		return places[near]
	}
	return -1
}

// meantBy is the attachment that a mention which led nowhere was meant for, -1 for none.
func (s *Site) meantBy(d *content.Doc, r content.Ref, t Resolved) int32 {
	switch {
	case t.Node != None || t.Text != "":
	case r.To == "file", (r.Relation == "link" || r.Relation == "image") && !content.IsMarkdown("content/"+path.Base(r.Name)):
		return s.meant(d, r.Name)
	}
	return -1
}

// links checks links to generated pages, which exist only once the routes do, and wikilink anchors.
func (s *Site) links(problems *diag.List) {
	for i, d := range s.Docs {
		if id := s.nodeOf[i]; id != None && !s.Visible(id) {
			continue
		}
		for j, r := range d.Refs {
			t := s.targets[i][j]
			if r.Relation == "link" && t.Node == None && t.File < 0 && t.Text != "" {
				path := t.Text
				if !strings.HasSuffix(path, "/") {
					path += "/"
				}
				if _, ok := s.byRoute[path]; !ok {
					problems.Error("CB051", r.At, "the site has no page /%s", path).Remedy("link to the file instead, such as ../guide/roles.md")
					continue
				}
				s.targets[i][j].Text = path
			}
			if r.Relation == "wiki" && r.Anchor != "" && t.Node != None && s.Doc(t.Node) != nil && !s.Doc(t.Node).Broken && s.Nodes[t.Node].Page && !s.hasAnchor(s.Doc(t.Node), r.Anchor) {
				problem := problems.Error("CB052", r.At, "%s has no heading with the address #%s", s.Nodes[t.Node].Title, r.Anchor)
				if near, ok := text.Nearest(r.Anchor, anchorsOf(s.Doc(t.Node))); ok {
					problem.Remedy("did you mean #%s?", near)
				}
			}
		}
	}
}
