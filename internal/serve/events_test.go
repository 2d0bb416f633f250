package serve

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"casebook/internal/diag"

	"github.com/google/go-cmp/cmp"
)

func TestProblemsJSON(t *testing.T) {
	hostile := "</script><img src=x onerror=alert(1)>\n\u2028\"event: reload"
	var list diag.List
	list.Warn("CB050", diag.Pos{File: "content/a.md", Line: 1}, "only a warning")
	list = append(list, diag.Diag{Code: "CB010", Severity: diag.Error, At: diag.Pos{File: "content/<b>.md", Line: 3, Col: 2}, Message: hostile, Hint: "mend it", Excerpt: hostile})
	text := problemsJSON(problemsOf(list, nil))
	if strings.ContainsAny(text, "<>\n\r\u2028") {
		t.Errorf("not fit for an event or a page: %s", text)
	}
	var got struct {
		Problems []problem
		More     int
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	want := []problem{{Place: "content/<b>.md:3:2", Message: hostile, Remedy: "mend it", Excerpt: hostile}}
	if d := cmp.Diff(want, got.Problems); d != "" || got.More != 0 {
		t.Errorf("-want +got:\n%s", d)
	}

	many := problemsOf(nil, errors.New("disk on fire"))
	for range 60 {
		many = append(many, problem{})
	}
	if err := json.Unmarshal([]byte(problemsJSON(many)), &got); err != nil || len(got.Problems) != 50 || got.More != 11 {
		t.Errorf("of 61 problems: %d and %d more (%v)", len(got.Problems), got.More, err)
	}

	page := string(problemsPage(problemsOf(list, nil)))
	if strings.Contains(page, "<img") || strings.Contains(page, "<b>") || !strings.Contains(page, "content/&lt;b&gt;.md:3:2") {
		t.Errorf("the page of problems is not escaped: %s", page)
	}
}

func TestStamp(t *testing.T) {
	paths := []string{"assets/chart.1111.js", "assets/site.1111.css", "assets/site.2222.css"}
	page := func(css, js, text string) answer {
		return answer{status: 200, body: fmt.Appendf(nil, `<link href="../%s"><script src="../%s"></script>%s`, css, js, text)}
	}
	check := func(name string, a, b answer, samePage, sameStyles bool) {
		t.Helper()
		x, y := stampOf(a, paths), stampOf(b, paths)
		if (x.page == y.page) != samePage || (x.styles == y.styles) != sameStyles {
			t.Errorf("%s: %v and %v", name, x, y)
		}
		if back, ok := parseStamp(x.String()); !ok || back != x {
			t.Errorf("%s: %v reads as %v", name, x, back)
		}
	}
	first := page("assets/site.1111.css", "assets/chart.1111.js", "text")
	gone := first
	gone.status = 404
	check("nothing changed", first, first, true, true)
	check("only the stylesheet changed", first, page("assets/site.2222.css", "assets/chart.1111.js", "text"), true, false)
	check("a script changed", first, page("assets/site.1111.css", "assets/chart.2222.js", "text"), false, true)
	check("the text changed", first, page("assets/site.1111.css", "assets/chart.1111.js", "other"), false, true)
	check("the page went", first, gone, false, true)
	check("a stylesheet that is not ours is text", page("x.css", "", `"y.css"`), page("x.css", "", `"z.css"`), false, true)
	for _, text := range []string{"", ".", "a.", ".b", "ab"} {
		if s, ok := parseStamp(text); ok {
			t.Errorf("parseStamp(%q) = %v", text, s)
		}
	}
}

func TestCatchUp(t *testing.T) {
	calm := &moment{}
	wrong := &moment{problems: []problem{{Message: "one"}}}
	worse := &moment{problems: []problem{{Message: "two"}}}
	now := stampOf(calm.answer("/"), nil)
	check := func(name string, before tab, m *moment, want ...string) tab {
		t.Helper()
		after, events := catchUp(before, m)
		var got []string
		for _, e := range events {
			got = append(got, e.name)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
		if again, more := catchUp(after, m); len(more) > 0 || again != after {
			t.Errorf("%s: says %v again", name, more)
		}
		return after
	}
	fresh := check("an unknown tab is told what it shows", tab{path: "/"}, calm, "seen")
	check("nothing changed", fresh, calm)
	check("the page changed before the tab connected", tab{path: "/", seen: stamp{"x", now.styles}, known: true}, calm, "reload")
	check("its styles did", tab{path: "/", seen: stamp{now.page, "x"}, known: true}, calm, "styles")
	broken := check("errors are shown", fresh, wrong, "problems", "reload") // the stand-in lists them
	broken = check("other errors are shown", broken, worse, "problems", "reload")
	check("mended", broken, calm, "ok", "reload")
}

func TestWithDevLine(t *testing.T) {
	check := func(page, want string) {
		t.Helper()
		if got := string(withDevLine([]byte(page))); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if back := strings.Replace(string(withDevLine([]byte(page))), DevLine, "", 1); back != page {
			t.Errorf("without the line: %s", back)
		}
	}
	check("<head><title>x</title></head><body></body>", "<head><title>x</title>"+DevLine+"</head><body></body>")
	check("<head></head><pre>&lt;/head></head></pre>", "<head>"+DevLine+"</head><pre>&lt;/head></head></pre>")
	check("<p>no head", "<p>no head")
	check("", "")
}

func TestSameOrigin(t *testing.T) {
	check := func(origin, site string, want bool) {
		t.Helper()
		r := httptest.NewRequest(http.MethodGet, "http://localhost:8420/-/events?path=/", nil)
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		if site != "" {
			r.Header.Set("Sec-Fetch-Site", site)
		}
		if got := sameOrigin(r); got != want {
			t.Errorf("Origin %q, Sec-Fetch-Site %q: %v", origin, site, got)
		}
	}
	check("", "", true)
	check("http://localhost:8420", "same-origin", true)
	check("", "same-origin", true)
	check("", "none", true)
	check("http://evil.example", "", false)
	check("http://localhost:3000", "", false)
	check("https://localhost:8420", "", false)
	check("null", "", false)
	check("", "cross-site", false)
	check("", "same-site", false)
	check("http://localhost:8420", "cross-site", false)
}

func TestReport(t *testing.T) {
	var was, now diag.List
	was.Warn("CB050", diag.Pos{File: "a.md", Line: 1}, "known")
	now.Warn("CB050", diag.Pos{File: "a.md", Line: 9}, "known")
	now.Warn("CB051", diag.Pos{File: "a.md", Line: 2}, "new")
	check := func(name string, files []string, was, now diag.List, err error, want string) {
		t.Helper()
		if d := cmp.Diff(want, report(files, was, now, err, false)); d != "" {
			t.Errorf("%s: -want +got:\n%s", name, d)
		}
	}
	check("a clean start", nil, nil, diag.List{}, nil, "")
	check("names", []string{"a.md", "b.md"}, nil, nil, nil, "changed: a.md, b.md\n")
	check("numbers", []string{"a", "b", "c", "d"}, nil, nil, nil, "changed: 4 files\n")
	check("what is known is not said again", nil, was, now, nil, "a.md:2:1: warning CB051: new\n\n2 warnings\n")
	check("what is mended is", nil, was, nil, nil, "no problems\n")
	check("an error", nil, nil, diag.List{{Code: "CB010", Severity: diag.Error, At: diag.Pos{File: "a.md"}, Message: "bad"}}, nil,
		"a.md: error CB010: bad\n\n1 error; the preview stays as it was and shows the errors on top\n")
	check("a broken machine", []string{"a.md"}, nil, nil, errors.New("no disk"), "changed: a.md\nthe site could not be read (no disk), so the preview stays as it was\n")
}

func TestTheSearchPageChangesWithWhatCanBeFound(t *testing.T) {
	dir := newSite(t)
	stamps := func() (search, other stamp) {
		m := previewOf(t, dir).current.Load()
		return m.stamp("/search/", m.answer("/search/")), m.stamp("/guide/alpha/", m.answer("/guide/alpha/"))
	}
	search, other := stamps()
	if again, _ := stamps(); again != search {
		t.Error("nothing changed, and the search page did")
	}
	putPage(t, dir, "content/guide/beta.md", "Beta", "quagga")
	if now, same := stamps(); now == search || same != other {
		t.Error("after an edit elsewhere the search page is the same, or another page is not")
	}
}
