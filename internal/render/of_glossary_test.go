package render

import (
	"fmt"
	"strings"
	"testing"
)

func TestGlossary(t *testing.T) {
	v := drawn[Glossary](t, built(t, smallLibrary), "glossary/")
	same(t, "entries by letter, an accent on its letter", v.Groups, []TermGroup{
		{ID: "letter-c", Letter: "C", Terms: []Term{{
			ID: "change-agent", Term: "change agent", Aka: "agent", HTML: "<p>One who changes things.</p>\n",
			Confuse: []Link{{Text: "éclair", Href: "#eclair"}},
			Source:  `<a href="../bibliography/#ref-healey2014">Healey (2014)</a>`,
			UsedIn:  []Link{{Text: "Marks without stories", Href: "../cases/cl-2020-01/"}, {Text: "Before you begin", Href: "../guide/begin/"}},
		}}},
		{ID: "letter-e", Letter: "E", Terms: []Term{{
			ID: "eclair", Term: "éclair", HTML: "<p>A cake, and no <a href=\"#change-agent\" class=\"term\">change agent</a>.</p>\n",
			Confuse: []Link{{Text: "change agent", Href: "#change-agent"}},
		}}},
	})
	same(t, "letters", []Link{v.Letters[0], v.Letters[2], v.Letters[25]}, []Link{{Text: "A"}, {Text: "C", Href: "#letter-c"}, {Text: "Z"}})
}

func TestATermThatManyPagesUse(t *testing.T) {
	check := func(pages int, named int, more string) {
		t.Helper()
		files := smallLibrary
		for i := range pages {
			files += fmt.Sprintf("-- content/guide/use-%02d.md --\n---\ntitle: Use %d\npublished: 2024-01-01\n---\nA change agent acts.\n", i, i)
		}
		term := drawn[Glossary](t, built(t, files), "glossary/").Groups[0].Terms[0]
		same(t, "pages and the rest", []any{len(term.UsedIn), term.More}, []any{named, more})
	}
	check(mostUsedIn-2, mostUsedIn, "")
	check(mostUsedIn+1, mostUsedIn, "and three more")
}

func TestAlphabet(t *testing.T) {
	letters := alphabet([]string{"0–9", "B", "Ζ"})
	same(t, "size", len(letters), 28)
	same(t, "some", []Link{letters[0], letters[1], letters[26], letters[27]}, []Link{{Text: "A"}, {Text: "B", Href: "#letter-b"}, {Text: "0–9", Href: "#letter-0-9"}, {Text: "Ζ", Href: "#letter-ζ"}})
}

func TestBibliography(t *testing.T) {
	v := drawn[Bibliography](t, built(t, smallLibrary), "bibliography/")
	same(t, "summary", v.Summary, "Every work on file, with the pages that cite it.")
	for _, g := range v.Groups {
		for i := range g.References {
			if c := string(g.References[i].COinS); strings.Count(c, `<span class="Z3988" title="`) != 1 {
				t.Errorf("%s: %s", g.References[i].ID, c)
			}
			g.References[i].COinS = ""
		}
	}
	same(t, "every work, in order", v.Groups, []ReferenceGroup{
		{ID: "letter-a", Heading: "A", References: []Reference{{ID: "ref-arnstein1969", HTML: "Arnstein, S. (1969) <cite>A ladder</cite>."}}},
		{ID: "letter-b", Heading: "B", References: []Reference{{
			ID: "ref-bovill2020", HTML: "Bovill, C. (2020) <cite>Co-creating</cite>.",
			CitedIn: []Item{{Text: "Waiting for week six", Href: "../cases/cl-2018-01/", Note: ", p. 9, p. 12"}, {Text: "Values", Href: "../frameworks/values/", Note: ", p. 3"}},
		}}},
		{ID: "letter-h", Heading: "H", References: []Reference{{
			ID: "ref-healey2014", HTML: "Healey, M. (2014) <cite>Engagement</cite>.", Note: "<p>Start <em>here</em>.</p>\n",
			CitedIn: []Item{{Text: "Values", Href: "../frameworks/values/"}, {Text: "change agent", Href: "../glossary/#change-agent"}, {Text: "Before you begin", Href: "../guide/begin/"}},
		}}},
	})
}

func TestContacts(t *testing.T) {
	v := drawn[Contacts](t, built(t, smallLibrary), "contact/")
	same(t, "the one for everything comes first", v.Contacts, []Contact{
		{ID: "desk", Role: "Partnership desk", Unit: Link{Text: "Registry", Href: "../units/registry/"},
			Email: Link{Text: "desk@library.example", Href: "mailto:desk@library.example"}, Responds: "within three days"},
		{ID: "access", Role: "Access", Fallback: Link{Text: "Partnership desk", Href: "#desk"}, HTML: "<p>Ask about <em>ramps</em>.</p>\n"},
	})
}

func TestFormerly(t *testing.T) {
	v := drawn[Formerly](t, built(t, smallLibrary), "themes/formerly/")
	same(t, "frame", []any{v.PageTitle, v.Summary, v.Trace}, []any{"Formerly filed under", "One older classification and where the terms went.", []Link{{Text: "Themes", Href: "../../themes/"}}})
	same(t, "schemes", v.Schemes, []Scheme{{
		ID: "archive", Title: "Archive", Retired: "Retired in 2021", HTML: "<p>Twelve <em>headings</em>.</p>\n",
		Terms: []FormerTerm{
			{ID: "archive-marking", Term: "Marking", Themes: []Link{{Text: "Feedback", Href: "../../themes/feedback/"}, {Text: "Assessment", Href: "../../themes/assessment/"}},
				Items: []Link{{Text: "Waiting for week six", Href: "../../cases/cl-2018-01/"}}},
			{ID: "archive-other", Term: "Other", Reason: "It held nothing in common."},
		},
	}})
}
