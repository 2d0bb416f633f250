package cite

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/internal/text"
)

var awkward = Reference{
	Key: "CL-2018-01", Type: "report", Title: "100% of R&D: $5, #1, a_b, {x} ~ ^ \\ “ŵ学”\nand more", Number: "CL-2018-01", Part: "recommendation 2",
	Authors:   []Name{{Family: "Berg", Given: "Anna", Particle: "van der", Suffix: "Jr"}, {Literal: "Student Union, Welsh and Irish"}, {Family: "Smith and Jones", Given: "A."}},
	Issued:    Date{Year: 2019, Month: 6, Day: 20},
	Accessed:  Date{Year: 2020, Month: 1, Day: 2},
	Publisher: "University of Thornmere", DOI: "10.1000/a_b%{c}", URL: "https://x.example/a_b?c=d&e=50%25#f{g}", Language: "cy", Abstract: "Line one\r\nER  - \r\nTY  - BOOK",
	Page: "6-7",
}

// TestFormats compares the files of the example library's references, and of one that is awkward, with what was looked at.
func TestFormats(t *testing.T) {
	refs := append(library(t), awkward)
	for _, f := range Formats() {
		name := "testdata/formats" + f.Ext
		got := f.Append(nil, refs)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s: look at it, then run the test with UPDATE=1", f.Name, name)
		}
	}
}

// readRIS reads RIS as programs do: entries of tag and value, in order.
func readRIS(t *testing.T, file string) [][][2]string {
	t.Helper()
	var out [][][2]string
	var entry [][2]string
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if line == "" && entry == nil {
			continue
		}
		if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("%q is no line of RIS", line)
		}
		tag, value := line[:2], line[6:]
		if (tag == "TY") != (len(entry) == 0) || (tag == "ER") != (value == "") {
			t.Fatalf("%q does not stand where it may", line)
		}
		if tag == "ER" {
			out, entry = append(out, entry), nil
			continue
		}
		entry = append(entry, [2]string{tag, value})
	}
	if entry != nil {
		t.Fatal("the last entry has no end")
	}
	return out
}

type bibEntryRead struct {
	kind, key string
	fields    map[string]string
}

// readBibTeX reads entries and the values between balanced braces.
func readBibTeX(t *testing.T, file string) []bibEntryRead {
	t.Helper()
	var out []bibEntryRead
	head := regexp.MustCompile(`^@([a-z]+)\{([A-Za-z0-9:._-]+)`)
	field := regexp.MustCompile(`^,\n  ([a-z]+) = `)
	for rest := file; strings.TrimSpace(rest) != ""; {
		m := head.FindStringSubmatch(rest)
		if m == nil {
			t.Fatalf("no entry begins at %.60q", rest)
		}
		e := bibEntryRead{m[1], m[2], map[string]string{}}
		rest = rest[len(m[0]):]
		for {
			m := field.FindStringSubmatch(rest)
			if m == nil {
				break
			}
			rest = rest[len(m[0]):]
			if rest[0] != '{' { // a month
				e.fields[m[1]], rest = rest[:3], rest[3:]
				continue
			}
			depth, end := 0, -1
			for i := range len(rest) {
				switch rest[i] {
				case '{':
					depth++
				case '}':
					depth--
				}
				if depth == 0 {
					end = i
					break
				}
			}
			if end < 0 {
				t.Fatalf("the value of %s has no end: %.60q", m[1], rest)
			}
			e.fields[m[1]], rest = rest[1:end], rest[end+1:]
		}
		if !strings.HasPrefix(rest, "\n}\n\n") {
			t.Fatalf("the entry %s does not end at %.60q", e.key, rest)
		}
		out, rest = append(out, e), rest[4:]
	}
	return out
}

// untex takes escapes and braces away.
func untex(s string) string {
	return strings.NewReplacer(`\textbraceleft{}`, "{", `\textbraceright{}`, "}", `\textasciitilde{}`, "~", `\textasciicircum{}`, "^", `\textbackslash{}`, `\`,
		`\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", "{", "", "}", "").Replace(s)
}

func fileOf(f form, refs ...Reference) []byte { return Format{form: &f}.Append(nil, refs) }

// checkFormats reads back what was written of one reference.
func checkFormats(t *testing.T, r Reference) {
	t.Helper()
	tagged := readRIS(t, string(fileOf(ris, r, r)))
	title := oneLine(titled(&r))
	if len(tagged) != 2 || title != "" && !slices.Contains(tagged[0], [2]string{"TI", title}) {
		t.Fatalf("RIS lost the title %q: %q", title, tagged)
	}
	bib := readBibTeX(t, string(fileOf(bibTeX, r, r)))
	if len(bib) != 2 || bib[0].key == bib[1].key || untex(bib[0].fields["title"]) != title {
		t.Fatalf("BibTeX made %q of the title %q", bib, title)
	}
	var items []json.RawMessage
	list := fileOf(csl, r, r)
	if err := json.Unmarshal(list, &items); err != nil || len(items) != 2 {
		t.Fatalf("%s: %v", list, err)
	}
	back, err := Decode(items[0])
	if err != nil {
		t.Fatal(err)
	}
	if want := plainValue(title); back.Title != want {
		t.Fatalf("CSL-JSON lost the title %q: %q", want, back.Title)
	}
	for _, s := range []string{string(list), string(fileOf(ris, r)), string(fileOf(bibTeX, r))} {
		if !utf8.ValidString(s) {
			t.Fatalf("%q is not UTF-8", s)
		}
	}
}

// plainValue is a text as Decode keeps it.
func plainValue(s string) string { return text.Plain(markup.ReplaceAllString(s, "")) }

func TestFormatsAreReadBack(t *testing.T) {
	for _, r := range library(t) {
		var items []json.RawMessage
		if err := json.Unmarshal(fileOf(csl, r), &items); err != nil {
			t.Fatal(err)
		}
		back, err := Decode(items[0])
		if err != nil {
			t.Fatal(err)
		}
		back.ID, back.CitationKey, r.ID, r.CitationKey = "", "", "", ""
		check(t, "what CSL-JSON keeps of "+r.Key, back, r)
	}
	for _, r := range append(library(t), awkward, Reference{}, Reference{Title: "x", Issued: Date{Literal: "in press"}}, Reference{Issued: Date{Year: 2019, EndYear: 2021}}) {
		checkFormats(t, r)
	}
	e := readBibTeX(t, string(fileOf(bibTeX, awkward)))[0]
	check(t, "names", e.fields["author"], `van der Berg, Jr, Anna and {Student Union, Welsh and Irish} and {Smith and Jones}, A.`)
	check(t, "an address is not escaped", e.fields["url"], "https://x.example/a_b?c=d&e=50%25#f%7Bg%7D")
	var keys []string
	for _, e := range readBibTeX(t, string(fileOf(bibTeX, Reference{Key: "a b"}, Reference{Key: "a-b"}, Reference{Key: "学"}, Reference{}))) {
		keys = append(keys, e.key)
	}
	check(t, "a key of two works", keys, []string{"a-b", "a-ba", "ref", "refa"})
}

func FuzzFormats(f *testing.F) {
	for _, s := range []string{"Title", "a\nER  - \n", `\end{document}`, "}{", "%", "\u2028", "\xff", "\u200bx", "A, B and C", "=1+1", "<i>x</i>"} {
		f.Add("key", s, "Family", s)
	}
	f.Fuzz(func(t *testing.T, key, title, family, more string) {
		checkFormats(t, Reference{
			Key: key, Type: "report", Title: title, Authors: []Name{{Family: family, Given: more}, {Literal: title}}, Issued: Date{Year: 2020, Month: 12},
			Publisher: more, Abstract: more, URL: more, DOI: more, Number: more, Page: more, Edition: title, Genre: more, ContainerTitle: more,
		})
	})
}

func BenchmarkFormats(b *testing.B) {
	r := Reference{
		Key: "CL-2018-01", Type: "report", Title: "Waiting for week six: when first-year feedback arrives", Number: "CL-2018-01",
		Authors: []Name{{Family: "Dunbar", Given: "Amara"}, {Literal: "Change Lab"}}, Issued: Date{Year: 2019, Month: 6, Day: 20}, Publisher: "University of Thornmere",
		URL: "https://partnership.thornmere.example/cases/cl-2018-01/", Language: "en-GB",
		Abstract: "First-years could not use comments that came after the next deadline; knowing the date mattered as much as the students’ own speed.",
	}
	refs := []Reference{r, r, r, r}
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			var buffer []byte
			b.ReportAllocs()
			for b.Loop() {
				buffer = f.Append(buffer[:0], refs)
			}
		})
	}
}
