package content

import (
	"slices"
	"strings"

	"casebook/internal/diag"
	"casebook/internal/text"
)

var chartSettings = []string{"type", "title", "description", "unit", "source"}

// chartMissing is what to type for each setting that a chart cannot do without.
var chartMissing = []struct{ name, write string }{
	{"type", "`type: bar` (or stacked, line, dot)"},
	{"title", "`title: What it is about`"},
	{"description", "`description: One sentence that says what it shows, for readers who cannot see it`"},
}

// settings reads the lines above the three hyphens and gives those below, nil when they cannot be told apart.
func (r *chartReader) settings(c *chart, lines []chartLine) []chartLine {
	last := ""
	values := map[string]string{}
	for i, line := range lines {
		switch {
		case line.text == "":
			continue
		case isDivider(line.text):
			r.keep(c, values)
			return lines[i+1:]
		}
		key, value, ok := strings.Cut(line.text, ":")
		name := strings.ToLower(strings.TrimSpace(key))
		known := ok && slices.Contains(chartSettings, name)
		switch {
		case known:
			if first, twice := r.set[name]; twice {
				r.error("CB076", r.place(line), "the setting %s stands twice, here and on line %d", name, r.place(first).Line).Remedy("keep one of the two")
				continue
			}
			r.set[name], last = line, name
			values[name] = unquoted(strings.TrimSpace(value))
		case line.indented && last != "":
			values[last] = strings.TrimSpace(values[last] + " " + line.text)
		case strings.Contains(line.text, "|"):
			r.error("CB077", r.place(line), "a row of numbers begins here, and nothing parts it from the settings above").
				Remedy("put a line --- between the last setting and the header row")
			r.keep(c, values)
			return nil
		default:
			r.unknownSetting(line, strings.TrimSpace(key), ok)
		}
	}
	r.keep(c, values)
	if !r.failed {
		r.error("CB077", r.at, "this chart has no numbers").
			Remedy("below the settings put a line ---, then a header row such as `Module | Days`, then one row for each bar or point")
	}
	return nil
}

// unknownSetting counts a misspelt setting as given, so that one mistake is one message.
func (r *chartReader) unknownSetting(line chartLine, key string, colon bool) {
	if !colon {
		r.error("CB076", r.place(line), "this line is no setting of a chart").
			Remedy("write a setting and a colon first; to go on with the line above, begin with two spaces")
		return
	}
	at := r.body.at(line.start, line.start+len(key))
	problem := r.error("CB076", at, "a chart has no setting %q", text.Clip(key, 40))
	if near, ok := text.Nearest(key, chartSettings); ok {
		problem.Remedy("did you mean `%s:`?", near)
		r.set[near] = line
		return
	}
	problem.Remedy("the settings are %s", strings.Join(chartSettings, ", "))
}

// keep puts the settings into the chart and says which are missing.
func (r *chartReader) keep(c *chart, values map[string]string) {
	c.title, c.description = smart(values["title"]), smart(values["description"])
	c.unit, c.source = smart(values["unit"]), smart(values["source"])
	var names, lines []string
	for _, m := range chartMissing {
		_, typed := r.set[m.name]
		if value, read := values[m.name]; !typed || read && value == "" {
			names, lines = append(names, m.name), append(lines, m.write)
		}
	}
	if len(names) > 0 {
		r.error("CB075", r.at, "this chart has no %s", strings.Join(names, " and no ")).Remedy("add %s", strings.Join(lines, " and "))
	}
	r.kind(c, values["type"])
}

// kind reads the type.
func (r *chartReader) kind(c *chart, typed string) {
	kind := strings.ToLower(typed)
	if kind == "" || slices.Contains(chartTypes, kind) {
		c.kind = kind
		return
	}
	line := r.set["type"]
	start := line.start + strings.Index(line.text, ":") + 1
	for start < line.stop()-1 && strings.ContainsRune(" \t\"", rune(r.body.source[start])) {
		start++
	}
	problem := r.error("CB076", r.body.at(start, line.stop()), "there is no chart of type %q", text.Clip(typed, 40))
	all := strings.Join(chartTypes, ", ")
	if near, ok := text.Nearest(kind, chartTypes); ok {
		problem.Remedy("did you mean `type: %s`?", near)
		return
	}
	var names []string
	for _, other := range chartTypesElsewhere {
		names = append(names, other.name)
	}
	if near, ok := text.Nearest(kind, names); ok {
		other := chartTypesElsewhere[slices.Index(names, near)]
		problem.Remedy("write `type: %s` for %s; the types are %s", other.here, other.of, all)
		return
	}
	problem.Remedy("the types are %s", all)
}

// chartTypesElsewhere is what spreadsheets call charts.
var chartTypesElsewhere = []struct{ name, here, of string }{
	{"column", "bar", "one number for each name"},
	{"histogram", "bar", "one number for each name"},
	{"pie", "stacked", "parts of a whole"},
	{"doughnut", "stacked", "parts of a whole"},
	{"area", "stacked", "parts of a whole"},
	{"scatter", "dot", "several numbers for each name on one scale"},
}

func (r *chartReader) place(line chartLine) diag.Pos { return r.body.at(line.start, line.stop()) }

// isDivider is true of three hyphens, also where a word processor made dashes of them.
func isDivider(line string) bool {
	rest := strings.Trim(line, "-–—")
	return rest == "" && (len(line) >= 3)
}

// unquoted takes off the quotation marks that front matter would need.
func unquoted(value string) string {
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		return value[1 : len(value)-1]
	}
	return value
}
