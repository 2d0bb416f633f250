package build

import (
	"testing"

	"casebook/internal/site"
)

// TestEveryRelationOccurs: the example library shows each relation that casebook knows, so that each is seen on both sides.
func TestEveryRelationOccurs(t *testing.T) {
	t.Parallel()
	library, _ := libraryOn(t, today)
	found := map[string]bool{}
	for i := range library.Nodes {
		id := library.Nodes[i]
		for _, e := range library.In(site.NodeID(i)) {
			found[library.Node(e.From).Kind+" "+library.Relation(e)+" "+id.Kind] = true
		}
	}
	for _, want := range []string{
		"journey page guide", "journey or guide", "journey secondary guide", "journey related guide", "guide counterpart guide", "framework principles principle",
		"framework reference reference", "principle matches principle", "case exemplifies principle", "guide exemplifies principle", "insight exemplifies principle",
		"case studied unit", "recommendation for unit", "recommendation ask ask", "recommendation repeats recommendation", "recommendation extends recommendation",
		"response to recommendation", "response by unit", "response passed_to unit", "response overtaken_by recommendation", "case builds_on case", "case methods method",
		"case groups group", "case levels level", "case subjects subject", "case form form", "case student_role student role", "case themes theme", "guide themes theme",
		"insight themes theme", "opportunity themes theme", "question themes theme", "theme broader theme", "scheme terms theme", "case formerly scheme",
		"question answered_by case", "question unit unit", "insight panel programme", "insight sent_to unit", "opportunity programme programme", "case funding programme", "case funding opportunity",
		"event about case", "story about case", "case person person", "story person person", "guide owner contact", "unit parent unit", "notice supersedes notice",
		"case cite reference", "guide cite reference", "guide wiki case", "guide term term", "guide link guide",
	} {
		if !found[want] {
			t.Errorf("no %s", want)
		}
	}
}
