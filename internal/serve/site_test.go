package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/internal/build"
)

// patienceOfTests is how long a test waits for what has to happen.
const patienceOfTests = 20 * time.Second

const today = "2026-03-01"

// newSite makes a small site folder.
func newSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "casebook.yaml", "title: Canary library\n")
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "first text")
	putPage(t, dir, "content/guide/beta.md", "Beta", "other text")
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func putPage(t *testing.T, dir, name, title, text string) {
	t.Helper()
	put(t, dir, name, pageText(title, text))
}

func pageText(title, text string) string {
	return fmt.Sprintf("---\ntitle: %s\nsummary: A page about %s.\npublished: 2025-01-01\n---\n%s\n", title, title, text)
}

// previewOf is a preview of a folder as it is now, with nobody to follow it.
func previewOf(t *testing.T, dir string) *preview {
	t.Helper()
	snap, list, err := build.Load(t.Context(), build.Options{Source: dir, Today: today, Drafts: true}, nil)
	if err != nil || list.Failed() {
		t.Fatal(list, err)
	}
	p := &preview{host: "127.0.0.1"}
	p.current.Store((&moment{}).then(snap, list, nil))
	return p
}

// running is a preview that follows a folder.
type running struct {
	url  string
	said chan string // lines of the terminal
}

// start runs a preview until the test ends.
func start(t *testing.T, dir string, poll time.Duration) running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	lines, writer := io.Pipe()
	r := running{said: make(chan string, 10_000)}
	go func() {
		for s := bufio.NewScanner(lines); s.Scan(); {
			r.said <- s.Text()
		}
		close(r.said)
	}()
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Run(ctx, Options{
			Load: build.Options{Source: dir, Drafts: true}, Today: func() string { return today },
			Addr: "127.0.0.1:0", Poll: poll, Log: writer, Stdout: io.Discard, Ready: func(url string) { ready <- url },
		})
		writer.Close()
	}()
	select {
	case r.url = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return r
}

// get asks for a page.
func (r running) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	answer, err := http.Get(r.url + strings.TrimPrefix(path, "/"))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(b)
}

// open opens a page as a browser does: its events arrive in the channel, which is closed when the stream ends. It returns when
// the page's stamp is known, so that any later change is told.
func (r running) open(t *testing.T, path string) chan event {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, r.url+"-/events?path="+url.QueryEscape(path), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		t.Fatal(answer.Status)
	}
	events := make(chan event, 1000)
	go func() {
		defer answer.Body.Close()
		defer close(events)
		var e event
		for s := bufio.NewScanner(answer.Body); s.Scan(); {
			if name, ok := strings.CutPrefix(s.Text(), "event: "); ok {
				e.name = name
			}
			if data, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				e.data = data
				events <- e
			}
		}
	}()
	wait(t, events, "seen")
	return events
}

// wait takes events until one of the name comes.
func wait(t *testing.T, events chan event, name string) event {
	t.Helper()
	late, done := context.WithTimeout(t.Context(), patienceOfTests)
	defer done()
	for {
		select {
		case e, ok := <-events:
			if !ok {
				t.Fatalf("the stream ended before %q came", name)
			}
			if e.name == name {
				return e
			}
		case <-late.Done():
			t.Fatalf("%q did not come", name)
		}
	}
}

// waitSaid takes lines of the terminal until one has the words, and gives them all.
func (r running) waitSaid(t *testing.T, words string) []string {
	t.Helper()
	late, done := context.WithTimeout(t.Context(), patienceOfTests)
	defer done()
	var lines []string
	for {
		select {
		case line := <-r.said:
			lines = append(lines, line)
			if strings.Contains(line, words) {
				return lines
			}
		case <-late.Done():
			t.Fatalf("%q was not said, only:\n%s", words, strings.Join(lines, "\n"))
		}
	}
}
