package content

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// TestChart runs testdata/chart/*.txtar, which are as those of TestBody.
func TestChart(t *testing.T) {
	files, err := filepath.Glob("testdata/chart/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			comment, in := markdownOf(string(want))
			d, problems := bodyOfTest(kindOfComment(comment), in)
			checkBody(t, d, problems, in)
			checkWellFormed(t, shownDoc(d))
			got := comment + "-- in.md --\n" + in + "-- body.html --\n" + endLine(shownDoc(d)) + "-- diag --\n" + shownProblems(problems)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got (go test -update writes what came out)\n%s", diff)
			}
		})
	}
}

// goodChart is the settings of a chart that is right; the rows begin on line 6.
const goodChart = "```chart\ntype: %s\ntitle: T\ndescription: D\n---\n%s\n```\n"

func TestMistakesInCharts(t *testing.T) {
	rows := func(n int) string { return "A | B" + strings.Repeat("\nc | 1", n) }
	bar := func(rows string) string { return fmt.Sprintf(goodChart, "bar", rows) }
	check := func(name, in string, want ...string) {
		t.Helper()
		d, problems := bodyOfTest("guide", in)
		var got []string
		for _, p := range problems.Sorted() {
			got = append(got, fmt.Sprintf("%d:%d+%d %s %s | %s", p.At.Line, p.At.Col, p.At.Len, p.Code, p.Message, p.Hint))
		}
		if len(got) != len(want) {
			t.Errorf("%s: said\n  %s\nwant\n  %s", name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
			return
		}
		for i := range want {
			place, words, _ := strings.Cut(want[i], " … ")
			if !strings.HasPrefix(got[i], place) || !strings.Contains(got[i], words) {
				t.Errorf("%s: said %q, want %q", name, got[i], want[i])
			}
		}
		if drawn := strings.Contains(shown(d.Body), "<figure"); drawn != (len(want) == 0) {
			t.Errorf("%s: drawn is %v", name, drawn)
		}
	}
	settings := func(lines string) string { return "```chart\n" + lines + "\n---\nA | B\nc | 1\n```\n" }
	check("nothing wrong", bar("A | B\nc | 1"))
	check("a type misspelt", settings("type: brr\ntitle: T\ndescription: D"), "2:7+3 CB076 … did you mean `type: bar`?")
	check("a type that there is not", settings("type: pie\ntitle: T\ndescription: D"), "2:7+3 CB076 … write `type: stacked` for parts of a whole; the types are bar, stacked, line, dot")
	check("a type that nobody has", settings("type: sunburst\ntitle: T\ndescription: D"), "2:7+8 CB076 … the types are bar, stacked, line, dot")
	check("no type", settings("title: T\ndescription: D"), "1:4+5 CB075 this chart has no type … `type: bar`")
	check("no title", settings("type: bar\ndescription: D"), "1:4+5 CB075 this chart has no title … `title:")
	check("an empty title", settings("type: bar\ntitle:\ndescription: D"), "1:4+5 CB075 this chart has no title")
	check("no title and no description", settings("type: bar"), "1:4+5 CB075 this chart has no title and no description … `description:")
	check("a setting misspelt is one mistake", settings("type: bar\ntitel: T\ndescription: D"), "3:1+5 CB076 … did you mean `title:`?")
	check("a setting that there is not", settings("type: bar\ntitle: T\ndescription: D\ncolour: red"), "5:1+6 CB076 … the settings are type, title, description, unit, source")
	check("a setting twice", settings("type: bar\ntitle: T\ndescription: D\ntitle: U"), "5:1+8 CB076 … on line 3 | keep one")
	check("a line that goes on without indentation", settings("type: bar\ntitle: T\ndescription: D\nand more"), "5:1+8 CB076 … two spaces")
	check("a line that goes on", settings("type: bar\ntitle: T\ndescription: D\n  and: more"))
	check("words behind chart", "```chart bar\ntype: bar\ntitle: T\ndescription: D\n---\nA | B\nc | 1\n```\n", "1:10+3 CB076 … a line of its own")
	check("no line between", "```chart\ntype: bar\ntitle: T\ndescription: D\nA | B\nc | 1\n```\n", "5:1+5 CB077 … put a line ---")
	check("nothing but settings", "```chart\ntype: bar\ntitle: T\ndescription: D\n```\n", "1:4+5 CB077 this chart has no numbers … header row")
	check("an empty block", "```chart\n```\n", "1:4+5 CB075 this chart has no type and no title and no description")
	check("never closed", "```chart\ntype: bar\ntitle: T\n\n## More\n\nText.\n", "1:4+5 CB075 this chart is never closed … three signs")
	check("a dash from a word processor", strings.Replace(bar("A | B\nc | 1"), "---", "—", 1))
	check("no rows", bar("A | B"), "6:1+5 CB077 this chart has no rows … Micro 1 | 19")
	check("no header", bar(""), "1:4+5 CB077 this chart has no rows")
	check("numbers in the place of the header", bar("a | 1\nb | 2"), "6:1+5 CB077 … no header row")
	check("years are names of columns", fmt.Sprintf(goodChart, "dot", "A | 2018 | 2024\nb | 2 | 3"))
	check("a column without a name", bar("A |\nb | 2"), "6:4+1 CB077 a column of this chart has no name")
	check("one column", bar("A\nb"), "6:1+1 CB077 … | put | between")
	check("a row of more cells", bar("A | B\nc | 1 | 2\nd | 3"), "7:1+9 CB077 this row has 3 cells, and the header row has 2 … leave the cell empty")
	check("a row of more cells and a word", bar("A | B\nc | 1 | 2\nd | x"), "7:1+9 CB077", "8:5+1 CB078")
	check("a row of one cell", bar("A | B\nc\nd | 3"), "7:1+1 CB077 this row has one cell")
	check("all rows of more cells", bar("A | B\nc | 1 | 2\nd | 3 | 4"), "6:1+5 CB077 the header row has 2 cells, and each row below has 3")
	check("no more than three rows", bar("A | B\nc | 1"+strings.Repeat("\nc", 9)), "8:1+1 CB077", "9:1+1 CB077", "10:1+1 CB077")
	check("a row without a name", bar("A | B\n | 1"), "7:2+3 CB077 this row has no name")
	check("a row of a Markdown table without a name", bar("| A | B |\n| | 1 |"), "7:3+3 CB077 this row has no name")
	check("a row with a sign too many", bar("A | B\nc | 1 |"), "7:1+7 CB077 this row has 3 cells")
	check("a bar with two columns", bar("A | B | C\nc | 1 | 2"), "6:1+9 CB077 a bar chart has one column of numbers … `type: stacked`")
	check("words in a cell", bar("A | B\nc | about 40"), `7:5+8 CB078 "about 40" is no number … leave the cell empty`)
	check("a unit in a cell", bar("A | B\nc | 19 days"), "7:5+7 CB078 … write 19 alone, and `unit: days`")
	check("a decimal comma", bar("A | B\nc | 12,5"), "7:5+4 CB078 … : 12.5")
	check("thousands with a space", bar("A | B\nc | 12 500"), "7:5+6 CB078 … 12,500")
	check("far too large", bar("A | B\nc | 1,000,000,000,000,001"), "7:5+21 CB078 … too large to draw | give it in other units")
	check("far too small", bar("A | B\nc | 0.0000000001"), "7:5+12 CB078 … too small to draw")
	check("an accent before the cell", bar("A | B\nCafé | x"), "7:8+1 CB078")
	check("a column of words", bar("A | B\nc | x\nc | x\nc | x\nc | x\nc | x"), "7:5+1 CB078", "8:5+1 CB078", "9:5+1 CB078")
	check("no number at all", bar("A | B\nc | –\nd |"), "7:1+5 CB077 this chart has rows and no number in them")
	check("two sorts of number", fmt.Sprintf(goodChart, "line", "A | B | C\nc | 40% | 3\nd | 41% | £3"), "8:11+2 CB078 this number is in £, and those before it are in %")
	check("sixty rows", bar(rows(60)))
	check("sixty-one rows", bar(rows(61)), "67:1+5 CB079 this chart has 61 rows, and at most 60 are drawn")
	check("eight series", fmt.Sprintf(goodChart, "line", "A"+strings.Repeat(" | B", 8)+"\nc"+strings.Repeat(" | 1", 8)))
	check("nine series", fmt.Sprintf(goodChart, "line", "A"+strings.Repeat(" | B", 9)+"\nc"+strings.Repeat(" | 1", 9)), "6:1+37 CB079 this chart has 9 columns of numbers")
}

func TestChartNumber(t *testing.T) {
	check := func(in, shown string, value float64, sign string) {
		t.Helper()
		n, problem := chartNumberOf(in)
		if problem != "" || n != (chartNumber{shown, value, sign}) {
			t.Errorf("%q is %+v %s", in, n, problem)
		}
	}
	for _, missing := range []string{"", "-", "–", "—", "−"} {
		check(missing, "", 0, "")
	}
	check("0", "0", 0, "")
	check("007", "007", 7, "")
	check("1234.5", "1234.5", 1234.5, "")
	check("1,234,567", "1,234,567", 1234567, "")
	check(".5", ".5", 0.5, "")
	check("-3", "−3", -3, "")
	check("–3", "−3", -3, "")
	check("−3%", "−3%", -3, "%")
	check("+3", "+3", 3, "")
	check("12 %", "12%", 12, "%")
	check("£1,200.50", "£1,200.50", 1200.5, "£")
	check("£ 5", "£5", 5, "£")
	check("-£5", "−£5", -5, "£")
	check("£-5", "−£5", -5, "£")
	check("€5", "€5", 5, "€")
	check("1,000,000,000,000,000", "1,000,000,000,000,000", 1e15, "")
	for _, bad := range []string{"a", "1e5", "0x10", "NaN", "Inf", "1,23", "12,34,567", "1.2.3", "1.", "--3", "-£-3", "£5%", "%", "£", "+", "3-4", "1 000", "²", "١", "1,000,000,000,000,001", strings.Repeat("9", 400), "." + strings.Repeat("0", 400) + "1"} {
		if n, problem := chartNumberOf(bad); problem == "" {
			t.Errorf("%q is %+v", bad, n)
		}
	}
}

func TestChartScale(t *testing.T) {
	check := func(sign, want string, values ...float64) {
		t.Helper()
		c := chart{sign: sign}
		for _, v := range values {
			c.rows = append(c.rows, chartRow{numbers: []chartNumber{{shown: "x", value: v}, {}}})
		}
		s := c.newScale(4)
		var got []string
		for _, tick := range s.ticks {
			got = append(got, s.tick(tick))
			if share := s.share(tick); share < 0 || share > 1 {
				t.Errorf("%v: %v lies outside", values, tick)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%v: %s, want %s", values, strings.Join(got, " "), want)
		}
		for _, v := range values {
			if v < s.low || v > s.high || s.high <= s.low {
				t.Errorf("%v: %v lies outside %+v", values, v, s)
			}
		}
	}
	check("", "0 0.5 1.0", 0, 0)
	check("", "0 2 4 6", 5)
	check("", "−6 −4 −2 0", -5)
	check("", "0 20 40 60", 3, 41)
	check("%", "0% 10% 20% 30% 40%", 40, 20)
	check("", "90 92 94 96 98", 91, 96.5)
	check("", "−98 −96 −94 −92 −90", -91, -96.5)
	check("", "−10 −5 0 5", -7, 3)
	check("£", "−£10 −£5 £0 £5", -7, 3)
	check("", "0 500 1,000 1,500", 100, 1200)
	check("£", "£0 £1m £2m £3m", 100, 2.5e6)
	check("", "0 0.5m 1m 1.5m", 100, 1.2e6)
	check("", "0 2bn 4bn 6bn 8bn", 1e9, 8e9)
	check("", "0 500tn 1,000tn", 1e15)
	check("", "0 0.5 1.0 1.5", 0.2, 1.3)
	check("", "0 0.000005 0.000010 0.000015", 0.000004, 0.000012)
	check("", "0.99990 0.99995 1.00000 1.00005 1.00010", 0.9999, 1.00009)
	check("", "0 500tn 1,000tn", 1e-9, 1e15)
	for _, v := range []float64{1e15 - 1, 1e-9, 3e14, -1e15} {
		c := chart{rows: []chartRow{{numbers: []chartNumber{{shown: "x", value: v}, {shown: "x", value: 1e15}}}}}
		if s := c.newScale(4); len(s.ticks) < 2 || len(s.ticks) > 7 || math.IsNaN(s.share(v)) {
			t.Errorf("%v: %+v", v, s)
		}
	}
}

func TestChartPlaces(t *testing.T) {
	check := func(want string, names ...string) {
		t.Helper()
		c := chart{}
		for _, name := range names {
			c.rows = append(c.rows, chartRow{name: name})
		}
		c.setInTime()
		var got []string
		for _, p := range c.places {
			got = append(got, fmt.Sprintf("%s@%.2f", c.rows[p.row].name, p.x))
		}
		if c.timed {
			got = append(got, "timed")
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%v: %s, want %s", names, strings.Join(got, " "), want)
		}
	}
	check("2015@0.00 2019@0.80 2020@1.00 timed", "2015", "2019", "2020")
	check("2015@0.00 2019@0.80 2020@1.00 timed", "2020", "2019", "2015")
	check("2016-17@0.00 2018–19@0.50 2020/21@1.00 timed", "2016-17", "2018–19", "2020/21")
	check("2010-11@0.00 2011-12@1.00 timed", "2010-11", "2011-12")
	check("November 2010@0.00 December 2010@1.00 timed", "2010-11", "2010-12")
	check("1 March 2024@0.00 2 March 2024@0.20 6 March 2024@1.00 timed", "2024-03-01", "2024-03-06", "2024-03-02")
	check("2024-02-30@0.00 2024-03-01@1.00", "2024-02-30", "2024-03-01")
	check("1@0.00 2@0.14 8@1.00", "1", "2", "8")
	check("2019@0.00 2019@0.50 2020@1.00", "2019", "2019", "2020")
	check("First@0.00 2@0.50 Last@1.00", "First", "2", "Last")
	check("2020@0.50 timed", "2020")
	check("Only@0.50", "Only")
}

func TestNamesOfLinesKeepApart(t *testing.T) {
	c := chart{names: []string{"Year"}, rows: []chartRow{{name: "2020"}}, kind: "line"}
	for i := range maxChartSeries {
		c.names = append(c.names, strings.Repeat("long words ", i+1))
		c.rows[0].numbers = append(c.rows[0].numbers, chartNumber{shown: "1", value: float64(i % 2)})
	}
	c.setInTime()
	ends := c.ends(c.newScale(4), c.places)
	for i := 1; i < len(ends); i++ {
		if gap := ends[i].at - ends[i-1].at; gap < (ends[i].height()+ends[i-1].height())/2 {
			t.Errorf("%v and %v touch", ends[i-1], ends[i])
		}
	}
	if len(ends) != maxChartSeries || ends[0].at < -0.2 || ends[len(ends)-1].at > 1 {
		t.Errorf("%v", ends)
	}
}

func TestWrapped(t *testing.T) {
	check := func(f func(string, int, int) []string, in string, width, lines int, want string) {
		t.Helper()
		if got := strings.Join(f(in, width, lines), "/"); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	check(wrapped, "Law", 10, 2, "Law")
	check(wrapped, "", 10, 2, "")
	check(wrapped, "Natural sciences together", 15, 3, "Natural/sciences/together")
	check(wrapped, "Natural sciences together", 16, 3, "Natural sciences/together")
	check(wrapped, "Natural sciences together", 16, 1, "Natural…")
	check(wrapped, "Antidisestablishmentarianism today", 10, 3, "Antidises…")
	check(balanced, "There was nowhere to take a problem", 30, 3, "There was nowhere/to take a problem")
	check(balanced, "Law", 30, 3, "Law")
}

// TestWordsOfAChart holds that its numbers are not among the words of a text.
func TestWordsOfAChart(t *testing.T) {
	b := body{scratch: newScratch()}
	list := ast.NewListItem(0)
	list.AppendChild(list, &chartBlock{title: "A title", description: "It says so.", html: "<b>12</b>"})
	if got := b.plain(list); got != "A title: It says so." {
		t.Error(got)
	}
}

// FuzzChart holds that whatever is typed into a fence nothing panics, what is written is well formed, and each number
// stands in the table.
func FuzzChart(f *testing.F) {
	files, _ := filepath.Glob("testdata/chart/*.txtar")
	fences := regexp.MustCompile("(?s)chart\n(.*?)\n---\n(.*?)\n```")
	for _, file := range files {
		golden, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		_, in := markdownOf(string(golden))
		for _, m := range fences.FindAllStringSubmatch(in, -1) {
			for kind := range chartTypes {
				f.Add(uint8(kind), m[1], m[2])
			}
		}
	}
	f.Add(uint8(2), "title: %!d(x)\n", "A % | B\nc%s | 1\n2 | 1000000000000000\n3|0.000000001\n")
	f.Add(uint8(2), "unit: \x00", "\\| | \\\n| 1 | 2\n")
	f.Fuzz(func(t *testing.T, kind uint8, settings, rows string) {
		settings = "type: " + chartTypes[int(kind)%len(chartTypes)] + "\ntitle: T\ndescription: D\n" + settings
		in := "```chart\n" + settings + "\n---\n" + rows + "\n```\n"
		if !utf8.ValidString(in) || strings.Contains(in, "\r") {
			t.Skip("source refuses it")
		}
		d, problems := bodyOfTest("guide", in)
		checkBody(t, d, problems, in)
		written := shown(d.Body)
		checkWellFormed(t, written)
		if len(problems) > 0 || !strings.HasPrefix(written, "<figure class=\"chart") || strings.Count(written, "<figure") > 1 {
			return
		}
		cells := cellsWritten(written)
		for _, want := range numbersTyped(in) {
			if !cells[want] {
				t.Errorf("%q stands nowhere in the table of\n%s", want, written)
			}
		}
	})
}

// numbersTyped are the numbers below the header row of the first chart, read as simply as can be.
func numbersTyped(in string) []string {
	_, rows, _ := strings.Cut(in, "\n---\n")
	rows, _, _ = strings.Cut(rows, "\n```")
	var out []string
	header := false
	for line := range strings.SplitSeq(rows, "\n") {
		if strings.Contains(line, `\`) || strings.TrimSpace(line) == "" {
			continue
		}
		if !header {
			header = true
			continue
		}
		for i, cell := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
			if cell = strings.Trim(cell, " \t"); i > 0 && regexp.MustCompile(`^[0-9.,]+$`).MatchString(cell) {
				out = append(out, cell)
			}
		}
	}
	return out
}

// cellsWritten is what the cells of tables hold.
func cellsWritten(written string) map[string]bool {
	out := map[string]bool{}
	z := html.NewTokenizer(strings.NewReader(written))
	words, inside := "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "td" {
				words, inside = "", true
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "td" {
				out[words], inside = true, false
			}
		case html.TextToken:
			if inside {
				words += string(z.Text())
			}
		}
	}
}

// checkWellFormed holds that each tag that begins ends, in order, and that attributes are free of ids and styles.
func checkWellFormed(t *testing.T, written string) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(written))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		switch token.Type {
		case html.StartTagToken:
			if !strings.Contains(" br hr input ", " "+token.Data+" ") {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> ends %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v never end", open)
	}
	for chart := range strings.SplitSeq(written, "<figure class=\"chart") {
		if drawn, _, ok := strings.Cut(chart, "</figure>"); ok && regexp.MustCompile(` (id|style|on\w+|href)="`).MatchString(drawn) {
			t.Errorf("a chart has an id, a style or more: %s", drawn)
		}
	}
}
