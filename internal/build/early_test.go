package build

import (
	"context"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"casebook/internal/diag"
	"casebook/internal/site"
)

// built is the example library of a day, its files and what was found to be wrong.
type built struct {
	site     *site.Site
	files    map[string]string
	problems diag.List
}

// builtToday keeps the library of today, which many tests read.
var builtToday = sync.OnceValue(func() built { return buildOn(today) })

func buildOn(day string) built {
	s, problems, err := Load(context.Background(), Options{Source: "../..", Today: day}, dressed())
	if err != nil {
		panic(err)
	}
	files, err := everyFile(s)
	if err != nil {
		panic(err)
	}
	return built{s.Site, files, problems}
}

// libraryOn is the example library of a day with the text of its files. It must load without an error.
func libraryOn(t *testing.T, day string) (*site.Site, map[string]string) {
	t.Helper()
	b := builtToday
	if day != today {
		b = func() built { return buildOn(day) }
	}
	library := b()
	if library.problems.Failed() {
		t.Fatalf("%s: %v", day, library.problems.ForBuild())
	}
	return library.site, library.files
}

// mainText is what a page says in its main part, a line for each block.
func mainText(t *testing.T, page string) []string {
	t.Helper()
	_, main, _ := strings.Cut(page, "<main")
	main, _, _ = strings.Cut(main, "</main>")
	root, err := html.Parse(strings.NewReader("<main" + main)) // the rest is the same on every page
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			var b strings.Builder
			gather(&b, n)
			var lines []string
			for line := range strings.Lines(b.String()) {
				if line = strings.Join(strings.Fields(line), " "); line != "" {
					lines = append(lines, line)
				}
			}
			return lines
		}
	}
	t.Fatal("a page without a main part")
	return nil
}

// inLine are the elements that do not begin a line of their own.
var inLine = map[string]bool{"a": true, "abbr": true, "b": true, "bdi": true, "cite": true, "code": true, "em": true, "i": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "wbr": true}

func gather(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		return
	case n.Type == html.ElementNode && (n.Data == "svg" || n.Data == "script" || n.Data == "style"):
		return
	}
	block := n.Type == html.ElementNode && !inLine[n.Data]
	if block {
		b.WriteByte('\n')
	}
	for c := range n.ChildNodes() {
		gather(b, c)
	}
	if block {
		b.WriteByte('\n')
	}
}

// planned are the lines of early days that rightly name a later year: promises, and sentences about what was already planned.
var planned = regexp.MustCompile(`^Due by |Promised for \d|^On time due |` + strings.Join([]string{
	"The joint degrees are due for review in 2022–23, when the question can be put again",
	"from a digital fund that runs until July 2023",
	"the captioning contract ran to 2024",
	"The interviewing module is to be redesigned for accreditation in 2026–27",
	"are promised by September 2024 on the same terms",
	"On the committee’s agenda for 15 March 2023",
	`When it met, such as autumn 2024|When they close, such as 2027-01-22`, // the examples of a field
}, "|"))

var (
	caseNumber = regexp.MustCompile(`^CL-\d{4}-\d\d$`)
	anyYear    = regexp.MustCompile(`\b20\d\d\b`)
	anyDate    = regexp.MustCompile(`\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b`)
)

// knowsNothingOfLater looks through every page of an early day for years, days, numbers and names of things that nobody could
// have known then.
func knowsNothingOfLater(t *testing.T, day string, s *site.Site, files map[string]string) {
	t.Helper()
	unknown := namesToCome(s)
	for _, r := range s.Routes {
		if r.View == "redirect" {
			continue
		}
		text := strings.Join(mainText(t, files[r.Path+"index.html"]), "\n")
		say := func(at int, of string) {
			from := strings.LastIndexByte(text[:at], '\n') + 1
			line, _, _ := strings.Cut(text[from:], "\n")
			if !planned.MatchString(line) {
				t.Errorf("%s: /%s speaks of %s: %s", day, r.Path, of, line)
			}
		}
		for _, at := range anyYear.FindAllStringIndex(text, -1) {
			if word := text[at[0]:at[1]]; word > day[:4] {
				say(at[0], word)
			}
		}
		for _, at := range anyDate.FindAllStringIndex(text, -1) {
			date := text[at[0]:at[1]]
			if d, err := time.Parse("2 January 2006", date); err != nil || d.Format(time.DateOnly) > day {
				say(at[0], date)
			}
		}
		for _, name := range unknown {
			if at := strings.Index(text, name); at >= 0 {
				say(at, name)
			}
		}
	}
}

// namesToCome are the numbers and the longer titles of what is not published yet. A title of one or two words may be said by
// anybody.
func namesToCome(s *site.Site) (out []string) {
	for i, n := range s.Nodes {
		if s.Visible(site.NodeID(i)) || n.Key != "" {
			continue
		}
		if caseNumber.MatchString(n.Number) {
			out = append(out, n.Number)
		}
		if strings.Count(n.Title, " ") > 1 {
			out = append(out, n.Title)
		}
	}
	return out
}

// TestTheStatementClaimsNoLaterTests: a preview of a day before the tests says nothing of them.
func TestTheStatementClaimsNoLaterTests(t *testing.T) {
	t.Parallel()
	_, early := libraryOn(t, today)
	_, late := libraryOn(t, "2026-11-22")
	said := func(files map[string]string) string {
		return strings.Join(mainText(t, files["accessibility/index.html"]), "\n")
	}
	for _, words := range []string{"It was last reviewed on", "This website was last tested on", "What was tested, and how", "What was not tested"} {
		if strings.Contains(said(early), words) {
			t.Errorf("two days before the tests: %s", words)
		}
		if !strings.Contains(said(late), words) {
			t.Errorf("on the day of the tests not: %s", words)
		}
	}
}
