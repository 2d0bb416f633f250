package build

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
)

// host answers as the plainest web server does: a file for its path, index.html for a folder's, and nothing else.
func host(files map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		text, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, text)
	})
}

var inStyle = regexp.MustCompile(`url\(["']?([^"')]+)["']?\)`)

// walk asks for every address of a host that can be reached from some of its addresses: pages, what they load, and what they
// offer. It gives what was asked for, and what did not answer with 200.
func walk(t *testing.T, server *httptest.Server, from ...string) (asked map[string]bool, faults []string) {
	t.Helper()
	client := server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	asked = map[string]bool{}
	type step struct{ to, on string }
	var queue []step
	follow := func(at *url.URL, link string) {
		to, err := at.Parse(link)
		if err != nil {
			faults = append(faults, at.Path+": the address "+link+" cannot be read")
			return
		}
		if to.Scheme != "http" || to.Host != at.Host {
			return
		}
		to.Fragment, to.RawQuery = "", ""
		if !asked[to.String()] {
			asked[to.String()] = true
			queue = append(queue, step{to.String(), at.Path})
		}
	}
	root, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range from {
		follow(root, f)
	}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		answer, err := client.Get(next.to)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if answer.StatusCode != http.StatusOK {
			faults = append(faults, next.on+" leads to "+strings.TrimPrefix(next.to, server.URL)+": "+answer.Status)
			continue
		}
		var links []string
		switch path.Ext(next.to) {
		case "", ".html":
			links = parsePage(t, string(body)).links
		case ".css":
			for _, m := range inStyle.FindAllStringSubmatch(string(body), -1) {
				links = append(links, m[1])
			}
		}
		for _, link := range links {
			follow(answer.Request.URL, link)
		}
	}
	return asked, faults
}

// TestTheExampleLibraryOverHTTP follows every link from the front page and from the 404 page, at the root of a host and in a
// folder of one.
func TestTheExampleLibraryOverHTTP(t *testing.T) {
	t.Parallel()
	s := dressed()
	for _, base := range []string{"/", "/a/b/"} {
		var err error
		s, _, err = Load(context.Background(), Options{Source: "../..", Today: today, BaseURL: "https://library.example" + base}, s)
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(base, "/"), host(outputs(t, s))))
		defer server.Close()
		asked, faults := walk(t, server, base, base+"404.html")
		for _, f := range faults {
			t.Errorf("below %s: %s", base, f)
		}
		count := map[string]int{}
		for to := range asked {
			count[path.Ext(to)]++
		}
		if count[""] < len(s.Site.Routes)*9/10 || count[".css"] == 0 || count[".js"] == 0 || count[".svg"] == 0 {
			t.Errorf("below %s: of %d pages only %v were reached", base, len(s.Site.Routes), count)
		}
	}
}

// The walk finds what is not there, what leads out of the folder, and what only a redirect would find.
func TestTheWalkFindsWhatIsMissing(t *testing.T) {
	server := httptest.NewServer(http.StripPrefix("/a", host(map[string]string{
		"index.html":      `<link rel="stylesheet" href="s.css"><a href="page">x</a><a href="/page/">x</a><a href="page/#x">x</a><img src="none.png"><a href="https://x.example/">x</a>`,
		"s.css":           `b{background:url("none.svg")}`,
		"page/index.html": `<a href="../">x</a>`,
	})))
	defer server.Close()
	asked, faults := walk(t, server, "/a/")
	if len(asked) != 7 || len(faults) != 4 {
		t.Errorf("asked for %v, found %q", asked, faults)
	}
}
