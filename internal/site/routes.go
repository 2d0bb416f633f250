package site

import (
	"cmp"
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
)

// PageSize is how many items a listing shows before it is paged.
const PageSize = 50

// routes lists every page of the site, and reports two that want one address.
func (s *Site) routes(problems *diag.List) {
	most := 0
	for i := range s.Nodes {
		if s.Nodes[i].Page {
			most++
		}
	}
	most += most / 8 // what casebook makes of them
	taken := make(claims, most)
	s.Routes = make([]Route, 0, most)
	var list []NodeID
	for i := range s.Nodes {
		id, n := NodeID(i), s.Nodes[i]
		if !n.Page || !(s.Visible(id) || n.State == Withdrawn) {
			continue
		}
		if n.Parent != None && taken[addressKey(s.Nodes[n.Parent].Path)].what != s.whatIs(id) {
			continue // the address of the whole is another's, which has been said
		}
		view := n.Kind
		switch {
		case n.State == Withdrawn:
			view = "tombstone"
		case n.Kind == "page" && n.Path == "":
			view = "home"
		case n.Kind == "person" && !s.namedInFull(id):
			continue
		case isVocabulary(n.Kind):
			view = "term"
			if len(s.In(id)) == 0 {
				continue
			}
		}
		if n.Kind == "person" {
			s.Nodes[i].Page = true
		}
		s.addRoute(taken, Route{Path: n.Path, View: view, Node: id, Page: 1}, s.whatIs(id), problems)
		if view != "tombstone" {
			list = s.filedPages(list, func(path, view, arg string, page int) {
				s.addRoute(taken, Route{Path: path, View: view, Node: id, Arg: arg, Page: page}, s.whatIs(id), problems)
			}, id)
		}
		if c := s.CaseOf(id); c != nil && view == "tombstone" {
			for _, key := range c.Gone {
				s.addRoute(taken, Route{Path: n.Path + key + "/", View: view, Node: id, Arg: key, Page: 1}, s.whatIs(id), problems)
			}
		}
	}
	s.translationRoutes(taken, problems)
	s.pagePeople()
	s.generated(taken, problems)
	s.attachments(taken, problems)
	s.aliases(taken, problems)
	slices.SortFunc(s.Routes, func(a, b Route) int { return cmp.Compare(a.Path, b.Path) })
	s.byRoute = make(map[string]int32, len(s.Routes))
	for i, r := range s.Routes {
		s.byRoute[r.Path] = int32(i)
	}
}

func isVocabulary(kind string) bool { _, ok := vocabularyFolder[kind]; return ok }

// namedInFull reports whether a person is named in full, with consent, somewhere that is shown.
func (s *Site) namedInFull(id NodeID) bool {
	for _, e := range s.Inverse(id, "person") {
		if s.creditedInFull(e) && s.Visible(e.From) {
			return true
		}
	}
	return false
}

// pagePeople takes the page from people who have no contribution in full name.
func (s *Site) pagePeople() {
	for _, id := range s.people {
		if s.Nodes[id].Page && !s.namedInFull(id) {
			s.Nodes[id].Page = false
		}
	}
}

// Credit is the consent record behind an edge from an item to a person.
func (s *Site) Credit(e Edge) (content.Credit, bool) {
	credits, _ := content.CreditsOf(s.Docs[e.Doc].Entity)
	for _, p := range credits.People {
		if p.Person == content.Rel(e.Ref+1) {
			return p, true
		}
	}
	return content.Credit{}, false
}

func (s *Site) whatIs(id NodeID) string {
	n := s.Nodes[id]
	if n.Doc < 0 {
		return n.Kind
	}
	return s.Docs[n.Doc].Path
}

func (s *Site) addRoute(taken claims, r Route, what string, problems *diag.List) {
	at := diag.Pos{} // of a page that casebook makes
	if r.Node != None {
		at = s.titleAt(r.Node)
		if s.Nodes[r.Node].Kind == "recommendation" {
			at = s.Recommendation(r.Node).At
		}
	}
	if taken.take(r.Path, what, at, problems) {
		s.Routes = append(s.Routes, r)
	}
}

// listed are the kinds whose folder has a listing.
var listed = []string{"guide", "journey", "framework", "principle", "case", "insight", "ask", "question", "opportunity", "event", "story", "notice", "theme", "method", "unit", "programme"}

// generated adds the pages that no file stands for.
func (s *Site) generated(taken claims, problems *diag.List) {
	add := addRoutes(func(path, view, arg string, page int) {
		s.addRoute(taken, Route{Path: path, View: view, Node: None, Arg: arg, Page: page}, "a page that casebook makes", problems)
	})
	for _, name := range listed {
		if len(s.kindIDs[name]) == 0 && !s.introducedAlone(name) {
			continue
		}
		k, _ := content.KindNamed(name)
		add.inPages(k.Folder+"/", "listing", name, pages(len(s.kindIDs[name])))
	}
	cases := map[string]int{}
	for _, id := range s.kindIDs["case"] {
		cases[s.CaseOf(id).Year]++
	}
	for _, year := range s.Years() {
		add.inPages("cases/year/"+year+"/", "year", year, pages(cases[year]))
	}
	for _, v := range content.VocabularyKinds {
		if folder, ok := vocabularyFolder[v.Kind]; ok && v.Kind != "audience" && s.anyUsed(v.Kind) {
			add(folder+"/", "vocabulary", v.Kind, 1)
		}
	}
	s.registers(add)
	if len(s.kindIDs["term"]) > 0 {
		s.entries(add, "term", glossaryPath, "glossary")
	}
	s.entries(add, "reference", BibliographyPath, "bibliography")
	if len(s.kindIDs["contact"]) > 0 {
		add("contact/", "contacts", "", 1)
	}
	if len(s.kindIDs["scheme"]) > 0 {
		add("themes/formerly/", "formerly", "", 1)
	}
	if len(s.kindIDs["framework"]) > 1 {
		add("principles/compare/", "crosswalk", "", 1)
	}
	people := 0
	for _, id := range s.kindIDs["person"] {
		if s.Nodes[id].Page {
			people++
		}
	}
	if people > 0 {
		add.inPages("people/", "people", "", pages(people))
	}
	if _, ok := taken[""]; !ok {
		add("", "home", "", 1)
	}
	if s.BaseURL != "" || len(s.InCalendar()) > 0 {
		add("feeds/", "feeds", "", 1)
	}
	add("data/", "data", "", 1)
	s.overviews(add)
}

func pages(n int) int { return pagesOf(n, PageSize) }

func pagesOf(n, size int) int { return max(1, (n+size-1)/size) }

// aliases adds a redirect for each former address.
func (s *Site) aliases(taken claims, problems *diag.List) {
	for i, d := range s.Docs {
		id := s.nodeOf[i]
		tr, translated := s.translationOf[int32(i)]
		if !translated && (id == None || !s.Visible(id) && s.Nodes[id].State != Withdrawn) {
			continue
		}
		for _, a := range d.Head.Aliases {
			path := a.Path
			if !strings.HasSuffix(path, ".html") {
				path += "/"
			}
			switch {
			case !taken.takeAlias(path, d.Path, a.At, problems):
			case translated:
				s.Routes = append(s.Routes, Route{Path: path, View: "redirect", Node: tr.Of, Arg: tr.Path})
			default:
				s.Routes = append(s.Routes, Route{Path: path, View: "redirect", Node: id, Arg: s.Href(id)})
			}
		}
	}
}

// Intro is the document that introduces a kind's listing and its number, -1 without one.
func (s *Site) Intro(kind string) (*content.Doc, int32) {
	k, _ := content.KindNamed(kind)
	if i, ok := s.byPath["content/"+k.Folder+"/index.md"]; ok && s.Docs[i].Kind == "index" {
		return s.Docs[i], i
	}
	return nil, -1
}

// introducedAlone reports whether a listing that lists nothing has a page all the same, for its introduction: where nothing of
// the kind has been written, so that whoever writes the introduction first can see it. Where all is yet to come, so is the page.
func (s *Site) introducedAlone(kind string) bool {
	intro, _ := s.Intro(kind)
	return intro != nil && !s.toCome(kind)
}

// toCome reports whether all that there is of a kind waits for its day.
func (s *Site) toCome(kind string) bool {
	waits := false
	for i := range s.Nodes {
		if s.Nodes[i].Kind != kind {
			continue
		}
		if s.Visible(NodeID(i)) {
			return false
		}
		waits = waits || s.Nodes[i].State == Scheduled
	}
	return waits
}

func (s *Site) anyUsed(kind string) bool {
	for i := range s.Nodes {
		if s.Nodes[i].Kind == kind && len(s.In(NodeID(i))) > 0 {
			return true
		}
	}
	return false
}
