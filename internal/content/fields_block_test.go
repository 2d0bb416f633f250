package content

import (
	"strings"
	"testing"
)

// The table has a row for every field of every kind, and for each field within credits.
func TestTheFieldsOfEveryKind(t *testing.T) {
	for _, k := range Kinds {
		doc, problems := Parse("content/pages/x.md", "---\ntitle: X\nsummary: X.\npublished: 2026-01-01\n---\n```fields\n"+k.Name+"\n```\n", Options{})
		if len(problems) > 0 {
			t.Errorf("%s: %v", k.Name, problems)
			continue
		}
		html := doc.Body.Pieces[0].HTML
		for _, f := range Specs(k) {
			if !strings.Contains(html, "<code>"+f.Key+"</code>") {
				t.Errorf("%s: no row for %s", k.Name, f.Key)
			}
			if f.Wants() == "" || f.Doc == "" {
				t.Errorf("%s: %s says nothing", k.Name, f.Key)
			}
			for _, sub := range f.Inner() {
				if !strings.Contains(html, "<code>"+f.Key+": "+sub.Key+"</code>") {
					t.Errorf("%s: no row for %s of %s", k.Name, sub.Key, f.Key)
				}
			}
		}
	}
}
