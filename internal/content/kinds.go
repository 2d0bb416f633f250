package content

import (
	"strings"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// Kind is one sort of thing a library holds. A new kind is one file with its struct, one line in Kinds, one layout.
type Kind struct {
	Name     string // case
	Plural   string // cases, as a listing calls them
	Folder   string // below content/, and first part of the address
	File     string // the one file it lives in, when there is only one; Folder is then only its address
	Page     bool   // has a page of its own; others are anchors
	Sections []string
	New      func() Entity
}

// Entity is the typed front matter of a document.
type Entity interface {
	// head says what site needs to know whatever the kind.
	head() Head
}

// checker is an entity with rules that tags cannot say.
type checker interface {
	check(d *Doc, problems *diag.List)
}

// Kinds is every kind that has a folder, in the order in which `casebook explain` lists them.
var Kinds = []Kind{
	{Name: "guide", Plural: "guide pages", Folder: "guide", Page: true, New: func() Entity { return new(Guide) }},
	{Name: "journey", Plural: "journeys", Folder: "journeys", Page: true, New: func() Entity { return new(Journey) }},
	{Name: "framework", Plural: "frameworks", Folder: "frameworks", Page: true, New: func() Entity { return new(Framework) }},
	{Name: "principle", Plural: "principles", Folder: "principles", Page: true, Sections: []string{"Asks of staff", "Asks of students", "Asks of everyone"}, New: func() Entity { return new(Principle) }},
	{Name: "case", Plural: "cases", Folder: "cases", Page: true, Sections: []string{"Findings", "Recommendations", "Limits"}, New: func() Entity { return new(Case) }},
	{Name: "insight", Plural: "insights", Folder: "insights", Page: true, Sections: []string{"Points", "Suggestions", "Limits"}, New: func() Entity { return new(Insight) }},
	{Name: "response", Plural: "responses", Folder: "responses", Sections: []string{"Evidence"}, New: func() Entity { return new(Response) }},
	{Name: "ask", Plural: "asks", Folder: "asks", Page: true, New: func() Entity { return new(Ask) }},
	{Name: "question", Plural: "open questions", Folder: "questions", Page: true, New: func() Entity { return new(Question) }},
	{Name: "opportunity", Plural: "opportunities", Folder: "opportunities", Page: true, New: func() Entity { return new(Opportunity) }},
	{Name: "event", Plural: "events", Folder: "events", Page: true, New: func() Entity { return new(Event) }},
	{Name: "story", Plural: "stories", Folder: "stories", Page: true, New: func() Entity { return new(Story) }},
	{Name: "notice", Plural: "notices", Folder: "notices", Page: true, New: func() Entity { return new(Notice) }},
	{Name: "theme", Plural: "themes", Folder: "themes", Page: true, New: func() Entity { return new(Theme) }},
	{Name: "scheme", Plural: "retired classifications", Folder: "schemes", New: func() Entity { return new(Scheme) }},
	{Name: "method", Plural: "methods", Folder: "methods", Page: true, New: func() Entity { return new(Method) }},
	{Name: "unit", Plural: "departments and services", Folder: "units", Page: true, New: func() Entity { return new(Unit) }},
	{Name: "programme", Plural: "programmes", Folder: "programmes", Page: true, New: func() Entity { return new(Programme) }},
	{Name: "person", Plural: "people", Folder: "people", Page: true, New: func() Entity { return new(Person) }},
	{Name: "contact", Plural: "contacts", Folder: "contacts", New: func() Entity { return new(Contact) }},
	{Name: "term", Plural: "glossary terms", Folder: "glossary", New: func() Entity { return new(Term) }},
	{Name: "reference", Plural: "references", Folder: "references", New: func() Entity { return new(ReferenceNote) }},
	{Name: "page", Plural: "pages", Folder: "pages", Page: true, New: func() Entity { return new(PlainPage) }},
	{Name: "statement", Plural: "accessibility statements", Folder: "accessibility", File: StatementFile, Page: true, New: func() Entity { return new(Statement) }},
}

// KindNamed finds a kind by its name.
func KindNamed(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// ListTitle is what the list of a kind is called unless its index.md has a title.
func (k Kind) ListTitle() string {
	switch k.Name {
	case "guide":
		return "Guide"
	case "ask":
		return "Requests and their history"
	}
	return text.UpperFirst(k.Plural)
}

// kindIn finds the kind whose folder a path below content/ starts with.
func kindIn(folder string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Folder == folder && k.File == "" {
			return k, true
		}
	}
	return Kind{}, false
}

// VocabularyKinds names the small vocabularies of vocabularies.yaml and the kind of thing each holds.
var VocabularyKinds = []struct{ Key, Kind, Plural string }{
	{"audiences", "audience", "audiences"},
	{"groups", "group", "groups"},
	{"levels", "level", "levels"},
	{"forms", "form", "forms"},
	{"student_roles", "student role", "student roles"},
	{"subjects", "subject", "subjects"},
}

// ID is the permanent id of a path below a kind's folder: each part slugged, the extension left out.
func ID(path string) string {
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		path = path[:i]
	}
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = text.Slug(p)
	}
	return strings.Join(parts, "/")
}
