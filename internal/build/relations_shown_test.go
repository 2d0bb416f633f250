package build

import (
	"path"
	"slices"
	"strings"
	"testing"

	"casebook/internal/site"
)

// shownRelations are the relations that readers see on both sides, each as "kind relation kind", with * for any kind. What a
// project only passes on, who looks after a page and whom to write to is said on one side.
var shownRelations = []string{
	"journey page guide", "journey or guide", "journey secondary guide", "journey related guide", "guide counterpart guide",
	"framework principles principle", "principle matches principle", "* exemplifies principle", "case studied unit",
	"recommendation for unit", "recommendation ask ask", "recommendation repeats recommendation", "recommendation extends recommendation",
	"response to recommendation", "response by unit", "response overtaken_by recommendation", "case builds_on case", "case methods method",
	"case groups group", "case levels level", "case subjects subject", "case form form", "case student_role student role",
	"* themes theme", "theme broader theme", "scheme terms theme", "case formerly scheme", "question answered_by case", "question unit unit",
	"insight panel programme", "insight sent_to unit", "case funding programme", "case funding opportunity", "programme counterpart programme",
	"opportunity programme programme", "event about *", "story about *", "* supersedes *", "* cite reference", "* reference reference",
	"term source reference", "term not_to_confuse term", "unit parent unit", "* wiki *", "* link *",
}

// TestBothSidesShowEachRelation holds that whatever the example library relates, the main part of each page links the other.
func TestBothSidesShowEachRelation(t *testing.T) {
	t.Parallel()
	s, files := libraryOn(t, today)
	links := map[string]map[string]bool{}
	leads := func(from, to site.Node) bool {
		if links[from.Path] == nil {
			links[from.Path] = linksOf(t, s, from.Path, files[from.Path+"index.html"])
		}
		return from.Path == to.Path || links[from.Path]["/"+strings.TrimSuffix(to.Path, "/")] ||
			to.Kind == "reference" && links[from.Path]["#"+to.Anchor] // a page that cites has a list of its own
	}
	seen := map[string]bool{}
	for i := range s.Nodes {
		for _, e := range s.In(site.NodeID(i)) {
			from, to := s.Node(e.From), s.Node(e.To)
			relation := shownAs(from.Kind, s.Relation(e), to.Kind)
			if relation == "" || !s.Listed(e.From) && s.Relation(e) != "supersedes" || !pageOf(from) || !pageOf(to) {
				continue
			}
			seen[relation] = true
			if !leads(from, to) && !(s.Relation(e) == "by" && confirms(s, e)) {
				t.Errorf("%s: /%s does not lead to /%s", relation, from.Path, to.Path)
			}
			if from.Kind == "recommendation" && s.Relation(e) == "cite" {
				from = s.Node(from.Parent) // the bibliography names the whole
			}
			if to.State == site.Withdrawn {
				continue // a tombstone tells of nothing else
			}
			if !leads(to, from) && !closed(s, e.From) {
				t.Errorf("%s: /%s does not lead back to /%s", relation, to.Path, from.Path)
			}
		}
	}
	for _, relation := range shownRelations {
		if !seen[relation] {
			t.Errorf("no %s in the library", relation)
		}
	}
}

// linksOf are the addresses that the main part of a page leads to, and the places on the page itself behind #.
func linksOf(t *testing.T, s *site.Site, at, html string) map[string]bool {
	t.Helper()
	_, main, _ := strings.Cut(html, "<main")
	main, _, _ = strings.Cut(main, "</main>")
	out := map[string]bool{}
	for _, link := range parsePage(t, "<main"+main).links {
		target, anchor, _ := strings.Cut(strings.TrimPrefix(link, s.BaseURL), "#")
		if target == "" {
			out["#"+anchor] = true
		} else if !strings.Contains(target, "://") {
			out[path.Join("/", at, target)] = true
		}
	}
	return out
}

// shownAs is the line of shownRelations that a relation falls under.
func shownAs(from, relation, to string) string {
	for _, want := range shownRelations {
		parts := strings.SplitN(want, " ", 3)
		if (parts[0] == "*" || parts[0] == from) && parts[1] == relation && (parts[2] == "*" || parts[2] == to) {
			return want
		}
	}
	return ""
}

// pageOf leaves out who answers, whom no page but the list of contacts describes, and the statement, which is a form.
func pageOf(n site.Node) bool { return !slices.Contains([]string{"contact", "statement"}, n.Kind) }

// closed are the calls that are over: pages about their subject no longer send anybody there.
func closed(s *site.Site, id site.NodeID) bool {
	return s.Node(id).Kind == "opportunity" && s.Call(id).State == site.CallClosed
}

// confirms reports a response that students give, whose words name them in their own way.
func confirms(s *site.Site, e site.Edge) bool {
	d := s.Docs[e.Doc]
	f, _ := d.Field("decision")
	return strings.HasPrefix(f.Value, "confirmed") || strings.HasPrefix(f.Value, "not")
}
