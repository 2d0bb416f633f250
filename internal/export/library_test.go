package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"casebook/internal/content"
	"casebook/internal/site"
)

// bytesOf is a file as it is published.
func bytesOf(f File) []byte {
	if f.Open == nil {
		return f.Append(nil)
	}
	r := f.Open()
	defer r.Close()
	b, err := io.ReadAll(iotest.OneByteReader(r))
	if err != nil {
		panic(err)
	}
	return b
}

// library is the small library of testdata, for a day.
func library(t testing.TB, base string) *site.Site {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/library.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*content.Doc
	for _, f := range ar.Files {
		d, problems := content.Parse(f.Name, string(f.Data), content.Options{})
		if problems.Failed() {
			t.Fatal(f.Name, problems)
		}
		if d != nil {
			docs = append(docs, d)
		}
	}
	slices.SortFunc(docs, func(a, b *content.Doc) int { return strings.Compare(a.Path, b.Path) })
	if base == "none" {
		for _, d := range docs {
			if c, ok := d.Entity.(*content.Config); ok {
				c.BaseURL = ""
			}
		}
		base = ""
	}
	s, problems := site.Assemble(site.Config{Today: "2026-11-22", BaseURL: base}, docs, nil)
	if problems.Failed() {
		t.Fatal(problems)
	}
	return s
}

// TestFilesOfTheSmallLibrary compares chosen files with what was looked at.
func TestFilesOfTheSmallLibrary(t *testing.T) {
	files := made(library(t, ""))
	for _, p := range []string{
		"cases/cl-2018-01/cl-2018-01.cite.ris", "cases/cl-2018-01/cl-2018-01.cite.bib", "cases/cl-2018-01/cl-2018-01.cite.json", "stories/mine/mine.cite.bib",
		"themes/teaching/teaching.cite.ris", "data/library.cite.json", "bibliography/references.cite.bib",
		"feeds/everything.atom", "feeds/everything.json", "feeds/cases.atom", "feeds/responses.json", "feeds/theme/teaching.atom", "feeds/unit/registry.atom",
		"feeds/calendar.ics", "feeds/event/clinic.ics", "data/cases.csv", "data/cases.json", "data/recommendations.csv", "data/relations.csv", "data/dictionary.csv",
	} {
		golden := "testdata/golden/" + strings.ReplaceAll(p, "/", "__")
		got, ok := files[p]
		if !ok {
			t.Errorf("%s is not made", p)
			continue
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Error(err)
			continue
		}
		// A checkout may have turned the ends of lines.
		if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
			t.Errorf("%s differs from %s: look at the difference, then run the test with UPDATE=1\n%s", p, golden, got)
		}
	}
}

// TestEveryFileIsWhatItSays parses every file by its type, and holds what no file may say.
func TestEveryFileIsWhatItSays(t *testing.T) {
	for _, base := range []string{"", "none"} {
		files, again := made(library(t, base)), made(library(t, base))
		for p, text := range files {
			for _, hidden := range []string{"Iolo", "Prys", "Quill", "Secret draft", "consent", `"c"`, "2027-01-01"} {
				if strings.Contains(string(text), hidden) && !strings.HasPrefix(p, "data/schema/") && p != "data/dictionary.csv" {
					t.Errorf("%s says %q", p, hidden)
				}
			}
			if !bytes.Equal(again[p], text) {
				t.Errorf("%s differs when made again", p)
			}
			switch path.Ext(p) {
			case ".json":
				if !json.Valid(text) {
					t.Errorf("%s is no JSON", p)
				}
				if strings.HasPrefix(p, "feeds/") {
					checkJSONFeed(t, p, text)
				}
			case ".atom":
				checkAtom(t, p, text)
			case ".ics":
				checkCalendar(t, p, string(text))
			case ".csv":
				checkTable(t, p, text)
			case ".xml":
				if err := xml.Unmarshal(text, new(struct{ XMLName xml.Name })); err != nil {
					t.Errorf("%s: %v", p, err)
				}
			}
		}
		for p := range files {
			if base == "none" && (path.Ext(p) == ".atom" || p == "sitemap.xml") {
				t.Errorf("%s is made without an address of the site", p)
			}
		}
	}
}

func checkAtom(t *testing.T, p string, text []byte) {
	t.Helper()
	var f struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(text, &f); err != nil {
		t.Errorf("%s: %v", p, err)
		return
	}
	if f.ID == "" || f.Title == "" || f.Author == "" || len(f.Links) != 2 || f.Links[0].Rel != "self" || f.Links[0].Href != f.ID {
		t.Errorf("%s lacks what a feed must have: %+v", p, f)
	}
	latest, ids := "", map[string]bool{}
	for _, e := range f.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || e.Title == "" || !strings.HasPrefix(e.ID, "https://x.example/lib/") || e.Link.Href == "" || ids[e.ID] {
			t.Errorf("%s: the entry %+v: %v", p, e, err)
		}
		ids[e.ID] = true
		latest = max(latest, e.Updated)
	}
	if len(f.Entries) > mostEntries || latest != "" && latest != f.Updated {
		t.Errorf("%s: %d entries, updated %s, the latest entry %s", p, len(f.Entries), f.Updated, latest)
	}
}

func checkJSONFeed(t *testing.T, p string, text []byte) {
	t.Helper()
	var f struct {
		Version string `json:"version"`
		Title   string `json:"title"`
		Items   []struct {
			ID        string    `json:"id"`
			Text      string    `json:"content_text"`
			Published time.Time `json:"date_published"`
			Modified  time.Time `json:"date_modified"`
		} `json:"items"`
	}
	if err := json.Unmarshal(text, &f); err != nil || f.Version != "https://jsonfeed.org/version/1.1" || f.Title == "" || f.Items == nil {
		t.Errorf("%s: %v %+v", p, err, f)
	}
	for _, i := range f.Items {
		if i.ID == "" || i.Text == "" || i.Modified.Before(i.Published) {
			t.Errorf("%s: %+v", p, i)
		}
	}
}

func checkCalendar(t *testing.T, p, text string) {
	t.Helper()
	if !strings.HasSuffix(text, "END:VCALENDAR\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Errorf("%s: lines do not end as they should", p)
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%s: %q has more than 75 octets", p, line)
		}
	}
	depth, uids := 0, map[string]bool{}
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case !ok || name == "":
			t.Errorf("%s: %q is no line of a calendar", p, line)
		case name == "BEGIN":
			depth++
		case name == "END":
			depth--
		case name == "UID" && (uids[value] || !strings.Contains(value, "@")):
			t.Errorf("%s: the id %s stands twice or is not unique", p, value)
		case name == "UID":
			uids[value] = true
		}
	}
	if depth != 0 {
		t.Errorf("%s: BEGIN and END do not match", p)
	}
}

func checkTable(t *testing.T, p string, text []byte) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	records, err := r.ReadAll()
	if err != nil || len(records) < 2 {
		t.Errorf("%s: %d records, %v", p, len(records), err)
	}
	for _, record := range records {
		for _, cell := range record {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%s: %q is a formula", p, cell)
			}
		}
	}
}

// TestColumnsAreDescribedAndAgree holds that JSON and CSV say the same, and that no column is without its meaning.
func TestColumnsAreDescribedAndAgree(t *testing.T) {
	s := library(t, "")
	files := made(s)
	for _, c := range Of(s).Collections() {
		var rows []map[string]any
		if err := json.Unmarshal(files["data/"+c.Name+".json"], &rows); err != nil {
			t.Fatal(c.Name, err)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(files["data/"+c.Name+".csv"], []byte("\ufeff"))))
		table, err := r.ReadAll()
		if err != nil || len(table) != len(rows)+1 {
			t.Errorf("%s: %d rows of JSON, %d lines of CSV, %v", c.Name, len(rows), len(table), err)
			continue
		}
		for i, col := range c.Columns {
			if col.Doc == "" || table[0][i] != col.Key || slices.Contains(table[0][:i], col.Key) {
				t.Errorf("%s: the column %s has no meaning, another head or a twin", c.Name, col.Key)
			}
			for n, row := range rows {
				want := ""
				switch v := row[col.Key].(type) {
				case string:
					want = v
				case []any:
					var parts []string
					for _, one := range v {
						parts = append(parts, one.(string))
					}
					want = strings.Join(parts, "; ")
				}
				if got := table[n+1][i]; strings.TrimPrefix(got, "'") != want && got != want {
					t.Errorf("%s, row %d, %s: %q in CSV, %q in JSON", c.Name, n+1, col.Key, got, want)
				}
			}
		}
	}
}

func FuzzAppendCell(f *testing.F) {
	for _, s := range []string{"", "=1+1", `a"b`, "a,b", "a\nb", " =x", "\t=x", "＝1", "-5", "@SUM(1)", "\u00a0+1", "\r\n-", ";"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if strings.ContainsRune(a+b, '\r') {
			t.Skip("encoding/csv reads CR LF as LF")
		}
		line := append(append(append([]byte("x,"), appendCell(nil, []string{a})...), ','), appendCell(nil, []string{a, b})...)
		record, err := csv.NewReader(bytes.NewReader(append(line, '\r', '\n'))).Read()
		if err != nil || len(record) != 3 {
			t.Fatalf("%q: %q %v", line, record, err)
		}
		for i, want := range []string{a, a + "; " + b} {
			got := record[i+1]
			if got != want && got != "'"+want {
				t.Fatalf("%q became %q", want, got)
			}
			if s := strings.TrimLeft(got, " \u00a0"); s != "" && strings.ContainsRune("=+-@\t\n", rune(s[0])) {
				t.Fatalf("%q is a formula", got)
			}
		}
	})
}

func FuzzCalendarText(f *testing.F) {
	for _, s := range []string{"a", "a,b;c\\d", "line\nBEGIN:VEVENT", strings.Repeat("ŵ", 80), "\x00\x7f", "\r", "\xff", strings.Repeat("学", 26)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := calendar{}
		c.text("SUMMARY", s)
		out := string(c.bytes)
		for line := range strings.SplitSeq(out, "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") || line != strings.ToValidUTF8(line, "") {
				t.Fatalf("%q from %q", line, s)
			}
		}
		if whole := strings.TrimSuffix(strings.ReplaceAll(out, "\r\n ", ""), "\r\n"); strings.Contains(whole, "\r\n") {
			t.Fatalf("%q has more than one line", out)
		}
	})
}

// The citation file of a theme is put together from the entries of the library's: each of its works must be among them.
func TestWorksUnderAThemeAreWorksOfTheLibrary(t *testing.T) {
	s := library(t, "")
	all, under := s.AllWorks(), 0
	for _, theme := range s.OfKind("theme") {
		for _, id := range s.WorksUnder(theme) {
			under++
			if !slices.Contains(all, id) {
				t.Errorf("%s, under %s, is no work of the library", s.Node(id).ID, s.Node(theme).ID)
			}
		}
	}
	if under == 0 {
		t.Error("no theme has works")
	}
}

func TestFilesHaveDifferentPaths(t *testing.T) {
	var paths []string
	for _, f := range Of(library(t, "")).Files() {
		paths = append(paths, f.Path)
	}
	sort.Strings(paths)
	if n := len(slices.Compact(slices.Clone(paths))); n != len(paths) {
		t.Errorf("%d files at %d paths: %v", len(paths), n, paths)
	}
}
