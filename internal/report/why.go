package report

import (
	"fmt"
	"strings"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// Page is the answer to `casebook why`.
type Page struct {
	Title     string   `json:"title"`
	Kind      string   `json:"kind"`
	File      string   `json:"file,omitempty"`
	Address   string   `json:"address,omitempty"` // from the root, with its anchor
	Published bool     `json:"published"`
	Why       []string `json:"why"`
	Shows     []Shown  `json:"shows"`
	Linked    []Linked `json:"linked_from"`
}

// Shown is a file that a page shows something of, and what.
type Shown struct {
	What string `json:"what"`
	File string `json:"file"`
}

// Linked is one page that names another, and how.
type Linked struct {
	Title   string   `json:"title"`
	File    string   `json:"file"`
	Address string   `json:"address,omitempty"`
	Draft   bool     `json:"draft,omitempty"` // not published itself
	How     []string `json:"how"`             // sentences of its prose in quotation marks, or the relation with its note
}

// Why explains one thing of a site that was assembled with drafts, so that it also tells what will be linked.
func Why(s *site.Site, about Subject) Page {
	switch {
	case about.Node != site.None && about.Route.View == "redirect":
		return ofRedirect(s, about)
	case about.Node != site.None && about.Route.View == "translation":
		return ofTranslation(s, about)
	case about.Node != site.None:
		return ofNode(s, about.Node)
	case about.File >= 0:
		return ofFile(s, about.File)
	}
	return ofRoute(s, about.Route)
}

func ofNode(s *site.Site, id site.NodeID) Page {
	n := s.Node(id)
	p := Page{Title: titleOf(s, id), Kind: n.Kind, Address: "/" + s.Href(id)}
	if n.Doc >= 0 {
		p.File = s.Docs[n.Doc].Path
	}
	p.Published, p.Why = standing(s, id)
	if s.Visible(id) {
		p.Shows = shows(s, id)
	}
	p.Linked = linked(s, id)
	return p
}

func titleOf(s *site.Site, id site.NodeID) string {
	n := s.Node(id)
	switch {
	case n.Key != "":
		return n.Number + "/" + n.Key + ": " + n.Title
	case n.Number != "" && n.Title != "":
		return n.Number + ": " + n.Title
	case n.Kind == "response":
		r := s.Doc(id).Entity.(*content.Response)
		return fmt.Sprintf("the response of %s: %s", text.LongDate(r.Date), strings.ReplaceAll(r.Decision, "-", " "))
	case n.Title == "":
		return n.ID
	}
	return n.Title
}

// ofTranslation is of one that is published, or would be in a preview: another has no page to ask about.
func ofTranslation(s *site.Site, about Subject) Page {
	tr, _ := s.TranslationIn(about.Route.Arg, about.Node, "")
	d := s.Docs[tr.Doc]
	p := Page{Title: d.Head.Title, Kind: "translation", Address: "/" + tr.Path, File: d.Path}
	switch original := s.Doc(tr.Of).Path; {
	case !shownToAll(s, tr.Of):
		p.Why = []string{fmt.Sprintf("not published: it translates %s, which is not public", original)}
	case d.Head.Published == "" || d.Head.Status == "draft":
		p.Why = []string{"not published: it is a draft, or has no `published:` date"}
	case d.Head.Published > s.Today:
		p.Why = []string{fmt.Sprintf("not published yet: `published:` says %s", text.LongDate(d.Head.Published))}
	default:
		p.Published, p.Why = true, []string{fmt.Sprintf("published: it translates %s, and both are public", original)}
	}
	return p
}

func ofRedirect(s *site.Site, about Subject) Page {
	to := about.Route.Arg
	doc := s.Doc(about.Node)
	return Page{
		Title: "a former address", Kind: "redirect", Address: "/" + about.Route.Path, File: doc.Path, Published: shownToAll(s, about.Node),
		Why: []string{fmt.Sprintf("`aliases:` in %s sends readers on to /%s", doc.Path, to)},
	}
}

func ofFile(s *site.Site, file int32) Page {
	a := s.Attachments[file]
	p := Page{Title: a.Path, Kind: "file", File: a.Path}
	published := false
	for doc, d := range s.Docs {
		for ref := range d.Refs {
			if s.Target(int32(doc), int32(ref)).File != file {
				continue
			}
			id := nodeOf(s, int32(doc))
			link := Linked{Title: d.Head.Title, File: d.Path, How: []string{"names it"}}
			if id != site.None {
				link.Address, link.Draft = "/"+s.Node(id).Path, !shownToAll(s, id)
				published = published || !link.Draft
			}
			p.Linked = append(p.Linked, link)
		}
	}
	switch at := s.Published(file); {
	case published && at != "":
		p.Published, p.Address = true, "/"+at
		p.Why = []string{"published: a published page names it"}
	case len(p.Linked) > 0:
		p.Why = []string{"not published: only pages that are not public name it"}
	default:
		p.Why = []string{"not published: no page names it. Link to it from the page in whose folder it lies"}
	}
	return p
}

// nodeOf is the node of a whole document.
func nodeOf(s *site.Site, doc int32) site.NodeID {
	for i := range s.Nodes {
		if s.Nodes[i].Doc == doc && s.Nodes[i].Part < 0 {
			return site.NodeID(i)
		}
	}
	return site.None
}

func ofRoute(s *site.Site, r site.Route) Page {
	p := Page{Title: "/" + r.Path, Kind: r.View, Address: "/" + r.Path, Published: true}
	p.Why = []string{"published: casebook makes this page, no file stands for it"}
	if r.View != "listing" {
		return p
	}
	k, _ := content.KindNamed(r.Arg)
	ids := s.OfKind(r.Arg)
	p.Title = strings.ToUpper(k.Plural[:1]) + k.Plural[1:]
	p.Why = []string{fmt.Sprintf("published: casebook lists the %d %s there are", len(ids), k.Plural)}
	if intro, _ := s.Intro(r.Arg); intro != nil {
		p.File = intro.Path
		p.Shows = append(p.Shows, Shown{"its introduction", intro.Path})
	}
	for _, id := range ids {
		if shownToAll(s, id) {
			p.Shows = append(p.Shows, Shown{"a card", s.Doc(id).Path})
		}
	}
	return p
}
