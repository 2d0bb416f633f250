package cli

import (
	"embed"

	"casebook/internal/content"
	"casebook/internal/text"
)

// examples holds one small whole file for each kind; a test parses them all.
//
//go:embed example
var examples embed.FS

// purposes says what each kind is for. A test holds that none is missing.
var purposes = map[string]string{
	"guide":       "A page of guidance for staff or students. Journeys put such pages in order; a page also stands on its own.",
	"journey":     "An ordered way through guidance: the steps of doing one thing, with back and next on each page.",
	"framework":   "A set of principles that belong together, from a publication or agreed at home, in its order.",
	"principle":   "One principle, value or step of a framework. Its text is the wording; cases and guidance show it at work.",
	"case":        "A student research project: its question, what it found, and what it asks for. Each recommendation has a page of its own.",
	"insight":     "What a panel of students said about one topic in one term: points, and suggestions that are asked and answered as recommendations are.",
	"question":    "Something that staff would like students to look into. A case can answer it.",
	"opportunity": "Something to apply for. Whether it is open follows from its dates; a closed one keeps its page.",
	"event":       "A meeting at a time and place.",
	"story":       "A first-person account, or a signed article.",
	"notice":      "A short dated message that ends. The front page shows it until then.",
	"response":    "What an institution answered to a recommendation, and when. The case that students signed off stays as it is.",
	"ask":         "The same request made by several projects. Its page tells who was asked, when, and the best outcome so far.",
	"theme":       "A subject that things are filed under. A theme may lie under several broader ones.",
	"scheme":      "A retired classification, so that what was filed under its terms is still found: each term points to a theme.",
	"method":      "A way of finding out, as a card: what it is good for, what it takes, and which projects used it.",
	"unit":        "A department, service, union or committee. Its page shows everything asked of it and everything studied there.",
	"programme":   "What projects belong to: a yearly call, a panel, a fund.",
	"person":      "Someone who has worked on a project. The name is output only where a credit records consent to it.",
	"contact":     "A role that readers can write to. People come and go; the role stays.",
	"term":        "A word of the glossary with its definition. It is linked where it is first used on a page.",
	"reference":   "What Zotero does not hold about a publication in content/references.json: an annotation, themes. The file is named after the key.",
	"page":        "A page of the library about itself, such as home (index.md), about, privacy.",
	"statement":   "What the site's accessibility statement is made of. Whether the site complies is for you to say after testing it; the fixed sentences of the model statement are added.",
	"config":      "What holds for the whole site.",
}

// sectionDocs says what stands in a section with a fixed name.
var sectionDocs = map[string]string{
	"Findings":         "a list; each item ends in a mark of its own, {#f1}, {#f2}",
	"Recommendations":  "a ### heading for each, one sentence that starts with a verb and ends in a mark, {#r1}; below it may stand lines such as `For: Library`, `Because: f1; f2`, `Ask:`, `Effort:`, then the detail",
	"Points":           "a list; each item ends in a mark of its own, {#p1}, {#p2}",
	"Suggestions":      "as Recommendations of a case: a ### heading for each with a mark, {#r1}, and lines such as `For:` and `Because: p1` below it",
	"Limits":           "what the project cannot tell, and how far it carries over",
	"Evidence":         "links to what shows it",
	"Asks of staff":    "what the principle asks of staff, as a list",
	"Asks of students": "what it asks of students",
	"Asks of everyone": "what it asks of both",
}

// configKind lets casebook.yaml be explained as kinds are.
func configKind() content.Kind {
	return content.Kind{Name: "config", New: func() content.Entity { return new(content.Config) }}
}

func kindNames() []string {
	names := make([]string, len(content.Kinds))
	for i, k := range content.Kinds {
		names[i] = k.Name
	}
	return names
}

// kindCalled finds a kind by its name, its plural or its folder.
func kindCalled(name string) (content.Kind, bool) {
	key := text.Fold(name)
	for _, k := range content.Kinds {
		if key == text.Fold(k.Name) || key == text.Fold(k.Plural) || key == text.Fold(k.Folder) || key == text.Fold(k.Name)+"s" {
			return k, true
		}
	}
	return content.Kind{}, false
}

// fileName is where a file of a kind lies, with a word in capitals for what varies.
func fileName(k content.Kind) string {
	switch k.Name {
	case "config":
		return "casebook.yaml"
	case "case":
		return "content/cases/NUMBER.md, such as content/cases/CL-2018-01.md"
	case "response":
		return "content/responses/NUMBER-KEY-DATE.md, such as content/responses/CL-2018-01-r1-2019-11-04.md (any name will do)"
	case "reference":
		return "content/references/KEY.md"
	}
	if k.File != "" {
		return k.File
	}
	return "content/" + k.Folder + "/NAME.md"
}

// address is where a file of a kind is read.
func address(k content.Kind) string {
	switch {
	case k.Name == "page":
		return "/name/ (index.md is home, /)"
	case k.File != "":
		return "/" + k.Folder + "/"
	case k.Name == "case":
		return "/cases/number/, and /cases/number/r1/ for each recommendation"
	case k.Name == "insight":
		return "/insights/name/, and /insights/name/r1/ for each suggestion"
	case k.Name == "response":
		return "on the page of each recommendation it answers, and on /responses/"
	case k.Name == "contact":
		return "on /contact/"
	case k.Name == "term":
		return "on /glossary/"
	case k.Name == "reference":
		return "on /bibliography/, or in a long one on the page of its letter"
	case k.Name == "scheme":
		return "on /themes/formerly/"
	case k.Name == "person":
		return "/people/name/, if the file says `page: yes` and a credit records consent to the full name"
	}
	return "/" + k.Folder + "/name/"
}

// exampleOf is a small whole file of the kind.
func exampleOf(k content.Kind) string {
	for _, ext := range []string{".md", ".yaml"} {
		if b, err := examples.ReadFile("example/" + k.Name + ext); err == nil {
			return string(b)
		}
	}
	return ""
}
