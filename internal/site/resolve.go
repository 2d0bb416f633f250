package site

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// resolve finds what each Ref of each document leads to, and reports those that lead nowhere.
func (s *Site) resolve(problems *diag.List) {
	targetAt := make([]int32, len(s.Docs)+1)
	for i, d := range s.Docs {
		targetAt[i+1] = targetAt[i] + int32(len(d.Refs))
	}
	targets := make([]target, targetAt[len(s.Docs)])
	texts := make([]map[int32]string, len(s.Docs))
	found := make([]diag.List, len(s.Docs))
	s.Each(len(s.Docs), func(i int) {
		d := s.Docs[i]
		if len(d.Refs) == 0 {
			return
		}
		for j := range d.Refs {
			at := targetAt[i] + int32(j)
			t := s.one(int32(i), d.Refs[j], &found[i])
			targets[at] = target{t.Node, t.File}
			if t.Text != "" {
				if texts[i] == nil {
					texts[i] = map[int32]string{}
				}
				targets[at].file, texts[i][at] = hasText, t.Text
			}
		}
		node := s.nodeOf[i]
		if s.leftOut(int32(i)) || node != None && !s.shown(s.Nodes[node].State) && s.Nodes[node].State != Withdrawn {
			found[i] = nil // what is not published needs no complaint about where it points
		}
		if r, ok := d.Entity.(*content.Response); ok && r.Date > s.Today {
			// An answer that is not yet known may answer what is not yet published.
			found[i] = slices.DeleteFunc(found[i], func(p diag.Diag) bool { return p.Severity == diag.Note })
		}
	})
	s.targets, s.targetAt, s.targetText = targets, targetAt, map[int32]string{}
	for _, of := range texts {
		maps.Copy(s.targetText, of)
	}
	*problems = append(*problems, slices.Concat(found...)...)
}

// retarget keeps what an address leads to, which is known only with the routes.
func (s *Site) retarget(at int32, t Resolved) {
	s.targets[at] = target{t.Node, t.File}
	if t.Text != "" {
		s.targets[at].file, s.targetText[at] = hasText, t.Text
	}
}

var nowhere = Resolved{Node: None, File: -1}

// fileEnding is how the name of a file ends and the key of a reference does not.
var fileEnding = regexp.MustCompile(`\.[A-Za-z]\w{1,4}$`)

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
	if r.To == "file" || r.To == "file|reference" && (s.FileBeside(doc, r.Name) >= 0 || fileEnding.MatchString(r.Name)) {
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
	if n := s.Nodes[ids[0]]; isVocabulary(n.Kind) && s.Docs[n.Doc].Broken {
		return nowhere // two words of one name, which is said there
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
		case s.Awaits(id) != "":
			when = s.Awaits(id)
		case head.Begins > s.Today:
			when = "begins on " + text.LongDate(head.Begins)
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
	word, rest, slash := strings.Cut(r.Name, "/")
	word, rest = strings.ToLower(strings.TrimSpace(word)), strings.TrimSpace(rest)
	if s.mayBeBroken(r.To) || slash && r.To == "" && s.broken[word] {
		return
	}
	kind := "page, case or other thing"
	if r.To != "" {
		kind = strings.ReplaceAll(r.To, "|", " or ")
	}
	problem := problems.Error("CB031", r.At, "no %s is called %q", kind, r.Name)
	if several := s.several(r); several != "" {
		problem.Remedy("%s", several)
		return
	}
	if near, ok := text.Nearest(r.Name, ofSameItem(r.Name, s.candidates(r.To))); ok {
		problem.Remedy("did you mean %q%s?", near, s.where(r.To, near))
		return
	}
	if r.To == "recommendation" {
		problem.Remedy("a recommendation is called by the number of its case, a slash and its own mark, such as CL-2018-01/r1")
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
	if name, ok := s.nearKind(word, rest); ok && r.To == "" {
		problem.Remedy("did you mean %q%s?", name, s.where("", name))
		return
	}
	problem.Remedy("check the spelling: an id, number, title or other name will do")
}

// nearKind is what a mistyped kind/name may have meant: either of the two may be misspelt.
func (s *Site) nearKind(kind, name string) (string, bool) {
	if name == "" {
		return "", false
	}
	if near, ok := text.Nearest(kind, s.names.kinds); ok {
		kind = near
	}
	if near, ok := text.Nearest(name, s.candidates(kind)); ok {
		return kind + "/" + near, true
	}
	return "", false
}

// mayBeBroken reports whether a name may belong to a file that has errors of its own: then those are said first.
func (s *Site) mayBeBroken(to string) bool {
	switch to {
	case "":
		for kind := range s.broken {
			if !slices.Contains(notLinked, kind) {
				return true
			}
		}
		return false
	case "recommendation", "finding":
		return s.broken["case"] || s.broken["insight"]
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
	if n := s.Nodes[t.Node]; n.State == Withdrawn {
		problems.Warn("CB081", r.At, "%s was withdrawn, so it has no field %q to print here", cmp.Or(n.Number, n.ID), field).
			Remedy("write the sentence without it: until then a link to what is left of the page stands there")
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
	if s.broken["reference"] {
		return nowhere // it may be one that could not be read
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
	if name, _, _ := strings.Cut(r.Name, "?"); strings.HasPrefix(name, "/") && r.Relation == "link" &&
		(strings.HasSuffix(name, "/") || path.Ext(name) == "" || path.Ext(name) == ".html") {
		return Resolved{Node: None, File: -1, Text: r.Name} // checked when the routes are known
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
	if s.Docs[i].Lang != "" {
		return s.translationLink(i, r, problems)
	}
	if intro := s.Docs[i]; intro.Kind == "index" {
		if r.Said().Anchor != "" {
			s.checkAnchor(intro, target, r, problems)
		}
		return Resolved{Node: None, File: -1, Text: intro.ID + "/"}
	}
	node := s.nodeOf[i]
	if node == None {
		s.deadLink(target, r, problems)
		return nowhere
	}
	r.Name = path.Base(target)
	t, anchor := s.state(node, r, problems), r.Said().Anchor
	if _, ok := s.TranslationIn(d.Lang, t.Node, anchor); !ok && t.Node != None && anchor != "" && s.shown(s.Nodes[t.Node].State) {
		s.checkAnchor(s.Docs[i], target, r, problems)
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

// file resolves an attachment: in the folder of the page's name, or beside the page.
func (s *Site) file(doc int32, r content.Ref, problems *diag.List) Resolved {
	d := s.Docs[doc]
	own := ownFolder(d)
	places := placesOf(d, r.Name)
	for _, p := range places {
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
	if meant == "" && r.Relation == "link" && s.notAFile(d, r, problems) {
		return nowhere
	}
	place := places[0]
	if len(places) > 1 && (strings.HasPrefix(r.Name, "../") || strings.HasPrefix(path.Clean(r.Name), path.Base(own)+"/")) {
		place = places[1] // the folder is part of the name
	}
	problem := problems.Error("CB051", r.At, "there is no file %s", place)
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

// placesOf are the paths that the name of a file may mean: in the page's own folder, beside the page, or from the content
// folder.
func placesOf(d *content.Doc, name string) []string {
	if strings.HasPrefix(name, "/") {
		return []string{"content" + path.Clean(name)}
	}
	return []string{path.Join(ownFolder(d), name), path.Join(path.Dir(d.Path), name)}
}

// ownFolder is where a page's files lie, and those of its translations.
func ownFolder(d *content.Doc) string {
	folder := strings.TrimSuffix(d.Path, path.Ext(d.Path))
	if d.Lang != "" {
		folder = strings.TrimSuffix(folder, "."+d.Lang)
	}
	return folder
}

// meant is the attachment that a name was meant for which leads to none of the page's own: it lies elsewhere, has other
// capitals or is misspelt; -1 for none.
func (s *Site) meant(d *content.Doc, name string) int32 {
	own := ownFolder(d)
	for _, p := range placesOf(d, name) {
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
	case strings.HasPrefix(r.To, "file"), (r.Relation == "link" || r.Relation == "image") && !content.IsMarkdown("content/"+path.Base(r.Name)):
		return s.meant(d, r.Name)
	}
	return -1
}
