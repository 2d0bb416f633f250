package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Format is how a list is printed.
type Format string

const (
	// Text is for people.
	Text Format = "text"
	// JSON is one array of objects.
	JSON Format = "json"
	// GitHub is the workflow command form that annotates a change
	// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
	GitHub Format = "github"
	// SARIF is the OASIS Static Analysis Results Interchange Format 2.1.0.
	SARIF Format = "sarif"
)

// Formats lists the formats by the name a person types.
var Formats = []Format{Text, JSON, GitHub, SARIF}

// Print writes the list, which should be Sorted and have its Excerpts. Colour is used in Text only.
func Print(w io.Writer, l List, format Format, colour bool) error {
	switch format {
	case JSON:
		return printJSON(w, l)
	case GitHub:
		return printGitHub(w, l)
	case SARIF:
		return printSARIF(w, l)
	}
	return printText(w, l, colour)
}

func printText(w io.Writer, l List, colour bool) error {
	paint := func(code, s string) string {
		if !colour {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	hue := map[Severity]string{Note: "36", Warning: "33", Error: "31"}
	var b strings.Builder
	for _, d := range l {
		fmt.Fprintf(&b, "%s: %s %s: %s\n", clean(d.At.String()), paint(hue[d.Severity], d.Severity.String()), d.Code, d.Message)
		if d.Excerpt != "" {
			excerpt(&b, d, paint)
		}
		if d.Hint != "" {
			for line := range strings.SplitSeq(d.Hint, "\n") {
				fmt.Fprintf(&b, "  %s\n", line)
			}
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// excerptWidth keeps a long paragraph from filling the screen: the line is cut around the place.
const excerptWidth = 100

func excerpt(b *strings.Builder, d Diag, paint func(code, s string) string) {
	line := []rune(strings.ReplaceAll(strings.TrimRight(d.Excerpt, " "), "\t", " "))
	col := min(max(d.At.Col, 1)-1, len(line))
	length := max(d.At.Len, 1)
	from := 0
	if col > excerptWidth*3/4 {
		from = col - excerptWidth/2
	}
	to := min(len(line), from+excerptWidth)
	shown := string(line[from:to])
	if from > 0 {
		shown = "…" + shown
		col++
	}
	if to < len(line) {
		shown += "…"
	}
	number := fmt.Sprintf("%5d", d.At.Line)
	length = min(length, max(utf8.RuneCountInString(shown)-(col-from), 1))
	fmt.Fprintf(b, "%s | %s\n", number, shown)
	fmt.Fprintf(b, "      | %s%s\n", strings.Repeat(" ", col-from), paint("31", strings.Repeat("^", length)))
}

type jsonDiag struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Length   int    `json:"length,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Remedy   string `json:"remedy,omitempty"`
}

func printJSON(w io.Writer, l List) error {
	out := make([]jsonDiag, 0, len(l))
	for _, d := range l {
		out = append(out, jsonDiag{d.At.File, d.At.Line, d.At.Col, d.At.Len, d.Severity.String(), d.Code, d.Message, d.Hint})
	}
	return encode(w, out)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func printGitHub(w io.Writer, l List) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	var b strings.Builder
	for _, d := range l {
		word := map[Severity]string{Note: "notice", Warning: "warning", Error: "error"}[d.Severity]
		fmt.Fprintf(&b, "::%s file=%s,line=%d,col=%d,title=%s::%s", word, property.Replace(d.At.File), max(d.At.Line, 1), max(d.At.Col, 1),
			d.Code, data.Replace(d.Message))
		if d.Hint != "" {
			b.WriteString(data.Replace("\n" + d.Hint))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printSARIF(w io.Writer, l List) error {
	type object = map[string]any
	rules := []object{}
	seen := map[string]bool{}
	results := []object{}
	for _, d := range l {
		if !seen[d.Code] {
			seen[d.Code] = true
			e, _ := Explain(d.Code)
			rules = append(rules, object{"id": d.Code, "shortDescription": object{"text": e.Title}})
		}
		text := d.Message
		if d.Hint != "" {
			text += ". " + d.Hint
		}
		results = append(results, object{
			"ruleId":  d.Code,
			"level":   d.Severity.String(),
			"message": object{"text": text},
			"locations": []object{{"physicalLocation": object{
				"artifactLocation": object{"uri": d.At.File},
				"region":           object{"startLine": max(d.At.Line, 1), "startColumn": max(d.At.Col, 1)},
			}}},
		})
	}
	return encode(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []object{{
			"tool":    object{"driver": object{"name": "casebook", "rules": rules}},
			"results": results,
		}},
	})
}

// Summary is the closing line of a run: "3 errors, 1 warning".
func Summary(l List) string {
	parts := []string{}
	for _, s := range []Severity{Error, Warning, Note} {
		switch n := l.Count(s); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+s.String())
		default:
			parts = append(parts, fmt.Sprintf("%d %ss", n, s))
		}
	}
	if len(parts) == 0 {
		return "no problems"
	}
	return strings.Join(parts, ", ")
}
