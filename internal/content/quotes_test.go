package content

import (
	"strings"
	"testing"
)

// TestQuotesThatAreSuggested holds what is offered for a value that YAML cannot read: it can be read, and says what was
// written, without a mark that pairs with nothing.
func TestQuotesThatAreSuggested(t *testing.T) {
	check := func(line, want string) {
		t.Helper()
		_, problems := Parse("content/guide/x.md", "---\n"+line+"\nsummary: S.\npublished: 2024-01-02\n---\n", Options{})
		if len(problems) != 1 || problems[0].Code != "CB014" {
			t.Fatalf("%s: %v", line, problems)
		}
		_, hint, _ := strings.Cut(problems[0].Hint, "`")
		if hint = strings.TrimSuffix(hint, "`"); hint != want {
			t.Errorf("%s: offers %s, want %s", line, hint, want)
		}
		if d, problems := Parse("content/guide/x.md", "---\n"+hint+"\nsummary: S.\npublished: 2024-01-02\n---\n", Options{}); problems.Failed() || d.Head.Title == "" {
			t.Errorf("%s: what is offered cannot be read: %v", hint, problems)
		}
	}
	check(`title: Partnership: a guide`, `title: "Partnership: a guide"`)
	check(`title: “Partnership: a guide”`, `title: "Partnership: a guide"`)
	check(`title: „Partnership: a guide“`, `title: "Partnership: a guide"`)
	check(`title: ”Partnership: a guide”`, `title: "Partnership: a guide"`)
	check(`title: ‘Partnership: a guide’`, `title: "Partnership: a guide"`)
	check(`title: “Partnership: a guide`, `title: "Partnership: a guide"`)
	check(`title: Partnership: a guide”`, `title: "Partnership: a guide"`)
	check(`title: Partnership: “a guide`, `title: "Partnership: a guide"`)
	check(`title: ‘Partnership: a guide`, `title: "Partnership: a guide"`)
	check(`title: "Partnership: a guide”`, `title: "Partnership: a guide"`)
	check(`title: “Partnership: a guide"`, `title: "Partnership: a guide"`)
	check(`title: "Partnership: a guide`, `title: "Partnership: a guide"`)
	check(`title: The second week: “now”`, `title: "The second week: “now”"`)
	check(`title: “Now”: the second week`, `title: "“Now”: the second week"`)
	check(`title: “Now”: or “later”`, `title: "“Now”: or “later”"`)
	check(`title: “Say “now”: or later”`, `title: "Say “now”: or later"`)
	check(`title: Don’t wait: the students’ view`, `title: "Don’t wait: the students’ view"`)
	check(`title: ‘Now’: the students’ view`, `title: "‘Now’: the students’ view"`)
	check(`title: "Now" and later`, `title: "\"Now\" and later"`)
	check(`title: "Now \"and\" later`, `title: "Now \"and\" later"`)
	check(`title: 'it's “now'`, `title: "it's now"`)
	check(`title: 'it's "now"'`, `title: "it's \"now\""`)
	check(`title: @now “`, `title: "@now"`)
}
