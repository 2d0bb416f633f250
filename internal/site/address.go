package site

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// vocabularyFolder is where the pages of a small vocabulary's words lie.
var vocabularyFolder = map[string]string{
	"group": "groups", "level": "levels", "form": "forms", "student role": "roles", "subject": "subjects", "audience": "audiences",
}

// addresses gives each node its path.
func (s *Site) addresses() {
	s.climbing = make([]string, len(s.Nodes))
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch n.Kind {
		case "page":
			n.Path = n.ID + "/"
			if n.ID == "index" {
				n.Path = ""
			} else if slug := s.slugOf(n); slug != "" {
				n.Path = withLast(n.ID, slug) + "/"
			}
		case "statement":
			n.Path = "accessibility/"
		case "recommendation":
			n.Path = s.Nodes[n.Parent].Path + n.Key + "/"
		case "finding":
			n.Path = s.Nodes[n.Parent].Path
		case "reference":
			// all at once, below
		case "contact":
			n.Path, n.Anchor = "contact/", anchorID(n.ID)
		case "term":
			n.Anchor = anchorID(n.ID) // its path as of references, below
		case "scheme":
			n.Path, n.Anchor = "themes/formerly/", anchorID(n.ID)
		case "response":
			n.Path, n.Anchor = "responses/", anchorID(n.ID)
		case "person":
			p := s.Docs[n.Doc].Entity.(*content.Person)
			n.Page = p.Page && p.Withdrawn == ""
			n.Path = "people/" + n.ID + "/"
		default:
			if folder, ok := vocabularyFolder[n.Kind]; ok {
				n.Path, n.Page = folder+"/"+n.ID+"/", n.Kind != "audience"
				break
			}
			kind, _ := content.KindNamed(n.Kind)
			id := n.ID
			if slug := s.slugOf(n); slug != "" {
				id = withLast(id, slug)
			}
			n.Path = kind.Folder + "/" + id + "/"
		}
		if n.Page {
			s.climbing[i] = ways + n.Path
			n.Path = s.climbing[i][len(ways):]
		}
	}
	s.placeEntries()
}

func (s *Site) slugOf(n *Node) string { return s.Docs[n.Doc].Head.Slug }

func withLast(id, slug string) string {
	if i := strings.LastIndexByte(id, '/'); i >= 0 {
		return id[:i+1] + slug
	}
	return slug
}

func anchorID(id string) string { return strings.ReplaceAll(id, "/", "-") }

// claim is who wants an address.
type claim struct {
	what  string
	at    diag.Pos
	alias bool // it only leads elsewhere
}

// claims finds two things at one address, compared by NFC and case folding as the strictest disk does.
type claims map[string]claim

// addressKey is the same for addresses that are one on the strictest disk.
func addressKey(address string) string {
	return strings.ToLower(norm.NFC.String(strings.TrimSuffix(address, "index.html")))
}

func (c claims) take(address, what string, at diag.Pos, problems *diag.List) bool {
	key := addressKey(address)
	first, ok := c[key]
	if ok {
		other := first.what
		if at.File == "" {
			at, other = first.at, what // a page that casebook makes has no file: the other one has to move
		}
		problems.Error("CB034", at, "two things would have the address /%s: this one and %s", address, other).
			Remedy("rename one of the two files, or give one a `slug:`")
		return false
	}
	c[key] = claim{what: what, at: at}
	return true
}

// takeAlias takes a former address of a file. When it is not free, it is the alias that has to go.
func (c claims) takeAlias(address, file string, at diag.Pos, problems *diag.List) bool {
	key := addressKey(address)
	first, ok := c[key]
	if !ok {
		c[key] = claim{what: file, at: at, alias: true}
		return true
	}
	cause, remedy := "is the address of "+first.what, "take this alias away"
	switch {
	case first.alias && first.what == file:
		cause, remedy = "stands twice", "take one of the two away"
	case first.alias:
		cause, remedy = "is also an alias of "+first.what, "take one of the two away"
	case first.what == file:
		cause = "is this file's own address"
	}
	problems.Error("CB034", at, "the alias /%s %s", address, cause).Remedy("%s", remedy)
	return false
}

// attachments gives every attachment that a published page names its address: beside the page, slugged, with its
// extension. Others are a warning.
func (s *Site) attachments(taken claims, problems *diag.List) {
	used := make([]int32, len(s.Attachments)) // by which document
	for i := range used {
		used[i] = -1
	}
	hidden := make([]bool, len(s.Attachments))
	for doc, d := range s.Docs {
		node := s.nodeOf[doc]
		for j := range d.Refs {
			t := s.Target(int32(doc), int32(j))
			if t.File < 0 {
				if i := s.meantBy(d, d.Refs[j], t); i >= 0 {
					hidden[i] = true // the message about the link names it
				}
				continue
			}
			switch tr, ok := s.translationOf[int32(doc)]; {
			case ok:
				used[t.File] = s.Nodes[tr.Of].Doc
			case node != None && !s.Visible(node) || s.leftOut(int32(doc)):
				hidden[t.File] = true
			case node != None, d.Kind == "index" && d.Lang == "", s.standIn(d) != None:
				used[t.File] = int32(doc)
			}
		}
	}
	s.wanted = make([]string, len(s.Attachments))
	for i, a := range s.Attachments {
		at := diag.Pos{File: a.Path}
		if used[i] < 0 {
			if !hidden[i] {
				problem := problems.Warn("CB082", at, "no published page names this file, so it is not published")
				if page := strings.TrimSuffix(a.Path, path.Ext(a.Path)); content.IsMarkdown(page) {
					problem.Remedy("if it is meant as a page, name it %s: it has a second ending, which some computers hide", path.Base(page))
				} else {
					problem.Remedy("link to it from the page beside it, or take it away")
				}
			}
			continue
		}
		name := path.Base(a.Path)
		ext := strings.ToLower(path.Ext(name))
		address := s.attachmentFolder(used[i]) + text.Slug(strings.TrimSuffix(name, path.Ext(name))) + ext
		if taken.take(address, a.Path, at, problems) {
			s.wanted[i] = address
		}
	}
}

// attachmentFolder is the address of the page that shows a document: its own, or the one on which it stands.
func (s *Site) attachmentFolder(doc int32) string {
	if id := s.nodeOf[doc]; id != None {
		return s.Nodes[id].Path
	}
	if s.standIn(s.Docs[doc]) != None {
		return BibliographyPath // however many pages it has
	}
	return s.Docs[doc].ID + "/"
}

// fileAt finds an attachment by its path.
func (s *Site) fileAt(p string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(s.Attachments, p, func(a Attachment, p string) int { return strings.Compare(a.Path, p) })
	return int32(i), ok
}

// Href is the address of a node from the root, with its anchor: cases/cl-2018-01/#f1.
func (s *Site) Href(id NodeID) string {
	n := s.Node(id)
	if n.Anchor == "" || n.Page {
		return n.Path
	}
	return n.Path + "#" + n.Anchor
}

// URL makes a page-relative address: from the page at `from` to an address from the root. Every link is (prefix to the
// root) + (path from the root), so that what repeats on pages of one depth is the same bytes.
func (s *Site) URL(from, to string) string {
	return Root(from) + s.finish(to)
}

// ways are as many ways up as most pages need to the root.
const ways = "../../../../../"

// URLTo is URL to a node's Href. A large site writes millions of them: that of a node with a page of its own is the end of one long
// address, so that it need not be made again for each link.
func (s *Site) URLTo(from string, id NodeID) string {
	root := Root(from) // also "./" is an end of the ways
	if s.climbing[id] == "" || s.Portable || len(root) > len(ways) {
		return s.URL(from, s.Href(id))
	}
	return s.climbing[id][len(ways)-len(root):]
}

// Absolute is an address with the base URL, "" without one.
func (s *Site) Absolute(to string) string {
	if s.BaseURL == "" {
		return ""
	}
	return s.BaseURL + to
}

// finish adds index.html for a portable site.
func (s *Site) finish(to string) string {
	if !s.Portable {
		return to
	}
	p, anchor, found := strings.Cut(to, "#")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	if found {
		return p + "#" + anchor
	}
	return p
}

// Root is the prefix from a page to the root: "../../" for cases/x/, "./" for home.
func Root(path string) string {
	const deep = "../../../../../../../../"
	n := strings.Count(path, "/")
	switch {
	case n == 0:
		return "./"
	case n*len("../") <= len(deep):
		return deep[:n*len("../")]
	}
	return strings.Repeat("../", n)
}
