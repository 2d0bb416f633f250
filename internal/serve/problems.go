package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"

	"casebook/internal/diag"
)

// problem is one thing to mend, as the browser shows it.
type problem struct {
	Place   string `json:"place"` // content/cases/CL-2018-01.md:14:3; empty for a fault of the machine
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
	Excerpt string `json:"excerpt"`
}

// mostProblems is how many are shown: an editor mends the first and looks again.
const mostProblems = 50

// problemsOf lists the errors of a load; warnings do not keep a site from being shown.
func problemsOf(list diag.List, err error) []problem {
	var out []problem
	if err != nil {
		out = append(out, problem{Message: "the site could not be read: " + err.Error(), Remedy: "the preview tries again by itself"})
	}
	for _, d := range list {
		if d.Severity != diag.Error {
			continue
		}
		out = append(out, problem{Place: d.At.String(), Message: d.Message, Remedy: d.Hint, Excerpt: d.Excerpt})
	}
	return out
}

// problemsJSON is what the stream of events carries. It has no line break, which would end the event, and no < that a page
// could take for markup.
func problemsJSON(problems []problem) string {
	list := struct {
		Problems []problem `json:"problems"`
		More     int       `json:"more"` // that are not in the list
	}{Problems: problems[:min(len(problems), mostProblems)], More: max(len(problems)-mostProblems, 0)}
	b, err := json.Marshal(list)
	if err != nil {
		panic("a list of texts cannot be written as JSON: " + err.Error())
	}
	return string(b)
}

//go:embed problems.html
var problemsLayout string

var problemsTemplate = template.Must(template.New("problems").Parse(problemsLayout))

// problemsPage stands in for a site that has not been without errors yet.
func problemsPage(problems []problem) []byte {
	var b bytes.Buffer
	if err := problemsTemplate.Execute(&b, problems[:min(len(problems), mostProblems)]); err != nil {
		panic("the page of problems does not fit its layout: " + err.Error())
	}
	return b.Bytes()
}
