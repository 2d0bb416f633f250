package library_test

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"casebook/internal/bench/library"
)

// file is one Markdown file taken apart.
type file struct {
	folder, id string // cases, GN-2012-0003
	front      map[string]any
	body       string
}

// site is a library taken apart: its files by path, and everything a name may lead to.
type site struct {
	texts map[string]string
	files map[string]file
	names map[string]int // how many things a title, id, number or key names
}

func (s site) in(folder string) []file {
	var out []file
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if f := s.files[p]; f.folder == folder && f.id != "index" {
			out = append(out, f)
		}
	}
	return out
}

var (
	wikilink  = regexp.MustCompile(`\[\[([^\]|]+)(?:\|[^\]]*)?\]\]`)
	fileLink  = regexp.MustCompile(`\]\(([^)]+\.md)\)`)
	citation  = regexp.MustCompile(`@([a-z]+\d{4})`)
	request   = regexp.MustCompile(`(?m)^### (.*)\. \{#(r\d)\}$`)
	finding   = regexp.MustCompile(`(?m)^- .*\. \{#(f\d)\}$`)
	labelLine = regexp.MustCompile(`(?m)^(For|Because|Ask|Repeats|Extends|Themes|Groups|Principles|Effort|Cost): (.*)$`)
	letters   = regexp.MustCompile(`[\pL\d]+`)
)

// taken are the libraries that were taken apart, by their options: several tests look at one, and none changes it.
var taken = map[library.Options]site{}

// apart takes a library apart: a front matter that does not split or is not YAML ends the test.
func apart(t *testing.T, opts library.Options) site {
	t.Helper()
	if _, ok := taken[opts]; !ok {
		taken[opts] = takeApart(t, opts)
	}
	return taken[opts]
}

func takeApart(t *testing.T, opts library.Options) site {
	t.Helper()
	s := site{texts: map[string]string{}, files: map[string]file{}, names: map[string]int{}}
	singular := map[string]string{"guide": "guide", "themes": "theme", "units": "unit", "asks": "ask", "principles": "principle"}
	for p, text := range library.Files(opts) {
		if _, ok := s.texts[p]; ok {
			t.Fatalf("%s is written twice", p)
		}
		s.texts[p] = text
		if path.Ext(p) != ".md" {
			continue
		}
		rest, opened := strings.CutPrefix(text, "---\n")
		front, body, closed := strings.Cut(rest, "\n---\n")
		if !opened || !closed {
			t.Fatalf("%s: the front matter does not split", p)
		}
		f := file{folder: path.Base(path.Dir(p)), id: strings.TrimSuffix(path.Base(p), ".md"), body: body}
		if err := yaml.Unmarshal([]byte(front), &f.front); err != nil {
			t.Fatalf("%s: %v\n%s", p, err, front)
		}
		s.files[p] = f
		if f.id == "index" || f.folder == "responses" {
			continue
		}
		s.names[f.id]++
		if kind := singular[f.folder]; kind != "" {
			s.names[kind+"/"+f.id]++
		}
		for _, key := range []string{"title", "name", "term"} {
			if v, ok := f.front[key].(string); ok && v != f.id {
				s.names[v]++
			}
		}
		for _, v := range list(f.front["aka"]) {
			s.names[v]++
		}
		for _, m := range request.FindAllStringSubmatch(body, -1) {
			s.names[f.id+"/"+m[2]]++
		}
	}
	return s
}

// list is a front matter value as strings: a scalar is a list of one, a map its keys.
func list(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, item := range v {
			out = append(out, list(item)...)
		}
	case map[string]any:
		out = slices.Sorted(maps.Keys(v))
	}
	return out
}

func TestEverythingNamedExists(t *testing.T) {
	for _, cases := range []int{0, 1, 2, 120} {
		s := apart(t, library.Options{Cases: cases, Seed: 5})
		for _, name := range slices.Sorted(maps.Keys(s.names)) {
			if s.names[name] > 1 {
				t.Errorf("%d cases: %q names %d things", cases, name, s.names[name])
			}
		}
		var works []struct {
			Key string `json:"citation-key"`
		}
		if err := json.Unmarshal([]byte(s.texts["content/references.json"]), &works); err != nil {
			t.Fatal(err)
		}
		keys := map[string]int{}
		for _, w := range works {
			if keys[w.Key]++; keys[w.Key] > 1 {
				t.Errorf("reference %s stands twice", w.Key)
			}
		}
		for _, p := range slices.Sorted(maps.Keys(s.files)) {
			f := s.files[p]
			for _, m := range wikilink.FindAllStringSubmatch(f.body, -1) {
				if s.names[m[1]] == 0 {
					t.Errorf("%s: nothing is called %q", p, m[1])
				}
			}
			for _, m := range fileLink.FindAllStringSubmatch(f.body, -1) {
				if to := path.Join(path.Dir(p), m[1]); s.texts[to] == "" || to == p {
					t.Errorf("%s: a link to %s", p, m[1])
				}
			}
			for _, m := range citation.FindAllStringSubmatch(f.body, -1) {
				if keys[m[1]] == 0 {
					t.Errorf("%s: no reference %q", p, m[1])
				}
			}
			for _, field := range []string{"broader", "parent", "unit", "fallback", "contact", "owner", "owners", "themes", "studied",
				"exemplifies", "methods", "builds_on", "matches", "principles", "not_to_confuse", "to", "passed_to", "overtaken_by", "secondary"} {
				for _, name := range list(f.front[field]) {
					if s.names[name] == 0 && s.names[strings.ToUpper(name[:1])+name[1:]] == 0 {
						t.Errorf("%s: %s: nothing is called %q", p, field, name)
					}
				}
			}
			if f.folder == "frameworks" && f.id != "index" && keys[f.front["reference"].(string)] == 0 {
				t.Errorf("%s: no reference %v", p, f.front["reference"])
			}
		}
	}
}

func TestCases(t *testing.T) {
	s := apart(t, library.Options{Cases: 120, Seed: 2})
	people := map[string]bool{}
	for _, f := range s.in("people") {
		people[f.front["name"].(string)] = true
	}
	titles := map[string]bool{}
	for _, f := range s.in("cases") {
		title := f.front["title"].(string)
		if titles[strings.ToLower(title)] || len(title) > 120 {
			t.Errorf("%s: title %q is taken or too long", f.id, title)
		}
		titles[strings.ToLower(title)] = true
		if n := len(strings.Fields(f.front["summary"].(string))); n > 60 {
			t.Errorf("%s: summary of %d words", f.id, n)
		}
		found := map[string]bool{}
		for _, m := range finding.FindAllStringSubmatch(f.body, -1) {
			found[m[1]] = true
		}
		asked := request.FindAllStringSubmatch(f.body, -1)
		if len(asked) != 3 || len(found) < 3 {
			t.Errorf("%s: %d recommendations, %d findings", f.id, len(asked), len(found))
		}
		for _, m := range asked {
			if n := len(strings.Fields(m[1])); n > 35 {
				t.Errorf("%s/%s: %d words", f.id, m[2], n)
			}
		}
		for _, m := range labelLine.FindAllStringSubmatch(f.body, -1) {
			for value := range strings.SplitSeq(m[2], "; ") {
				switch m[1] {
				case "Because":
					if !found[value] {
						t.Errorf("%s: no finding %s", f.id, value)
					}
				case "For", "Ask", "Themes", "Principles", "Repeats", "Extends":
					if s.names[value] == 0 {
						t.Errorf("%s: %s: nothing is called %q", f.id, m[1], value)
					}
				}
			}
		}
		credits, _ := f.front["credits"].([]any)
		for _, c := range credits {
			who, named := c.(map[string]any)["person"].(string)
			if named && (!people[who] || c.(map[string]any)["consent"] == nil) {
				t.Errorf("%s: credit %v", f.id, c)
			}
		}
		links := len(wikilink.FindAllString(f.body, -1)) + len(fileLink.FindAllString(f.body, -1))
		if links < 4 || links > 6 {
			t.Errorf("%s: %d links", f.id, links)
		}
		if n := len(citation.FindAllString(f.body, -1)); n < 1 || n > 3 {
			t.Errorf("%s: %d citations", f.id, n)
		}
	}
}

func TestResponses(t *testing.T) {
	s := apart(t, library.Options{Cases: 250, Seed: 2})
	published := map[string]string{}
	for _, f := range s.in("cases") {
		published[f.id] = f.front["published"].(time.Time).Format(time.DateOnly)
	}
	last := map[string]string{} // the latest date of a recommendation, files being in order of date
	done := map[string]bool{}
	count := map[string]int{}
	for _, f := range s.in("responses") {
		when := f.front["date"].(time.Time).Format(time.DateOnly)
		decision := f.front["decision"].(string)
		for _, to := range list(f.front["to"]) {
			number, _, _ := strings.Cut(to, "/")
			september := number[len("GN-"):][:4] + "-09-01"
			if when <= published[number] || when < september || when <= last[to] || when > "2025-06-30" {
				t.Errorf("%s to %s: %s, published %s, before it %s", f.id, to, when, published[number], last[to])
			}
			if strings.HasSuffix(decision, "confirmed") && !done[to] {
				t.Errorf("%s: %s without done", f.id, decision)
			}
			if f.front["due"] == nil && (decision == "accepted" || decision == "started") {
				t.Errorf("%s: %s without a date", f.id, decision)
			}
			last[to], done[to] = when, done[to] || decision == "done"
			count[to]++
		}
		if strings.HasSuffix(decision, "confirmed") {
			continue
		}
		for _, to := range list(f.front["to"]) {
			number, key, _ := strings.Cut(to, "/")
			_, after, _ := strings.Cut(s.files["content/cases/"+number+".md"].body, "{#"+key+"}")
			units, _, _ := strings.Cut(strings.TrimPrefix(after, "\n\nFor: "), "\n")
			if !slices.Contains(strings.Split(units, "; "), f.front["by"].(string)) {
				t.Errorf("%s: by %v, asked were %s", f.id, f.front["by"], units)
			}
		}
	}
	if share := float64(len(count)) / 750; share < 0.54 || share > 0.66 {
		t.Errorf("%.2f of recommendations have a response", share)
	}
	for to, n := range count {
		if n > 3 {
			t.Errorf("%s has %d responses", to, n)
		}
	}
}

func TestTextIsLikeProse(t *testing.T) {
	s := apart(t, library.Options{Cases: 120, Seed: 2})
	words, distinct, guideWords := 0, 0, 0
	counts := map[string]int{}
	for _, f := range s.in("cases") {
		all := letters.FindAllString(strings.ToLower(f.body), -1)
		words += len(all)
		different := map[string]bool{}
		for _, w := range all {
			different[w] = true
			counts[w]++
		}
		distinct += len(different)
	}
	for _, f := range s.in("guide") {
		guideWords += len(letters.FindAllString(f.body, -1))
	}
	within := func(what string, got, low, high int) {
		t.Helper()
		if got < low || got > high {
			t.Errorf("%s: %d, want %d to %d", what, got, low, high)
		}
	}
	within("words of a case", words/120, 700, 800)
	within("different words of a case", distinct/120, 230, 290)
	within("words of a guide page", guideWords/12, 730, 870)
	// English: the commonest word is one in fifteen to twenty, and about half of all different words occur once.
	within("parts in a thousand that are the commonest word", 1000*slices.Max(slices.Collect(maps.Values(counts)))/words, 45, 90)
	once := 0
	for _, n := range counts {
		if n == 1 {
			once++
		}
	}
	within("different words in a hundred that occur once", 100*once/len(counts), 10, 60)
}

func TestNamesOfPeopleStandInTheirCreditsOnly(t *testing.T) {
	s := apart(t, library.Options{Cases: 120, Seed: 2})
	var families []string
	for _, f := range s.in("people") {
		family, _, _ := strings.Cut(f.front["sort_name"].(string), ",")
		families = append(families, family)
	}
	anyone := regexp.MustCompile(`(?i)\b(` + strings.Join(families, "|") + `)\b`)
	for p, f := range s.files {
		if name := anyone.FindString(f.body); name != "" {
			t.Errorf("%s: %q is named", p, name)
		}
	}
	if name := anyone.FindString(s.texts["content/references.json"]); name != "" {
		t.Errorf("%q has written a reference", name)
	}
}
