package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mustShow checks what a page says.
func (r running) mustShow(t *testing.T, path string, status int, words string) {
	t.Helper()
	got, body := r.get(t, path)
	if got != status || !strings.Contains(body, words) {
		t.Errorf("%s: %d without %q:\n%s", path, got, words, body)
	}
}

func TestAnEditReachesTheTabThatShowsIt(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	alpha, beta := r.open(t, "/guide/alpha/"), r.open(t, "/guide/beta/")
	r.mustShow(t, "/guide/alpha/", 200, "first text")
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "second text")
	wait(t, alpha, "reload")
	r.mustShow(t, "/guide/alpha/", 200, "second text")
	r.waitSaid(t, "changed: content/guide/alpha.md")

	// The other tab hears of its own page only: were it told of alpha's, that would come first.
	putPage(t, dir, "content/guide/beta.md", "Beta", "third text")
	wait(t, beta, "reload")
	if len(beta) > 0 {
		t.Errorf("beta was told more: %v", <-beta)
	}
}

func TestSavedByRename(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	alpha := r.open(t, "/guide/alpha/")
	for i, name := range []string{".alpha.md.tmp", "alpha.md~", "4913"} {
		temp, final := filepath.Join(dir, "content/guide", name), filepath.Join(dir, "content/guide/alpha.md")
		text := fmt.Sprintf("saved %d", i)
		if err := os.WriteFile(temp, []byte(pageText("Alpha", text)), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(temp, final); err != nil {
			t.Fatal(err)
		}
		wait(t, alpha, "reload")
		r.mustShow(t, "/guide/alpha/", 200, text)
	}
}

func TestABrokenEditAndItsRepair(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	alpha := r.open(t, "/guide/alpha/")
	put(t, dir, "content/guide/alpha.md", "---\ntitle: Alpha\nbroken text\n")
	e := wait(t, alpha, "problems")
	var got struct{ Problems []problem }
	if err := json.Unmarshal([]byte(e.data), &got); err != nil || len(got.Problems) == 0 || !strings.HasPrefix(got.Problems[0].Place, "content/guide/alpha.md") {
		t.Errorf("%v: %s", err, e.data)
	}
	r.waitSaid(t, "the preview stays as it was")
	r.mustShow(t, "/guide/alpha/", 200, "first text")
	late := r.open(t, "/guide/beta/") // a page opened now shows the problem too
	_ = late

	putPage(t, dir, "content/guide/alpha.md", "Alpha", "mended text")
	wait(t, alpha, "ok")
	wait(t, alpha, "reload")
	wait(t, late, "ok")
	r.mustShow(t, "/guide/alpha/", 200, "mended text")
}

func TestErrorsAtTheStart(t *testing.T) {
	dir := newSite(t)
	put(t, dir, "content/guide/alpha.md", "---\ntitle: Alpha\nbroken text\n")
	r := start(t, dir, 0)
	r.mustShow(t, "/guide/beta/", 503, "content/guide/alpha.md")
	r.mustShow(t, "/", 503, DevLine)
	home := r.open(t, "/")
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "mended text")
	wait(t, home, "reload")
	r.mustShow(t, "/guide/alpha/", 200, "mended text")
}

func TestFolders(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	home := r.open(t, "/guide/new/deep/gamma/")
	putPage(t, dir, "content/guide/new/deep/gamma.md", "Gamma", "in a new folder")
	wait(t, home, "reload")
	r.mustShow(t, "/guide/new/deep/gamma/", 200, "in a new folder")

	putPage(t, dir, "content/guide/new/deep/gamma.md", "Gamma", "edited in the new folder")
	wait(t, home, "reload")

	moved := r.open(t, "/guide/moved/deep/gamma/")
	if err := os.Rename(filepath.Join(dir, "content/guide/new"), filepath.Join(dir, "content/guide/moved")); err != nil {
		t.Fatal(err)
	}
	wait(t, moved, "reload")
	wait(t, home, "reload")
	r.mustShow(t, "/guide/moved/deep/gamma/", 200, "edited in the new folder")
	if status, _ := r.get(t, "/guide/new/deep/gamma/"); status != 404 {
		t.Errorf("the old address answers %d", status)
	}

	putPage(t, dir, "content/guide/moved/deep/gamma.md", "Gamma", "edited after the move")
	wait(t, moved, "reload")
	r.mustShow(t, "/guide/moved/deep/gamma/", 200, "edited after the move")

	aside := filepath.Join(dir, "aside")
	if err := os.Rename(filepath.Join(dir, "content/guide"), aside); err != nil {
		t.Fatal(err)
	}
	wait(t, moved, "problems") // a site without a page
	if err := os.Rename(aside, filepath.Join(dir, "content/guide")); err != nil {
		t.Fatal(err)
	}
	wait(t, moved, "ok")
	putPage(t, dir, "content/guide/moved/deep/gamma.md", "Gamma", "edited after it came back")
	wait(t, moved, "reload")
}

func TestABurstIsFewLoads(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	last := r.open(t, "/guide/page-299/")
	for i := range 300 {
		putPage(t, dir, fmt.Sprintf("content/guide/page-%d.md", i), fmt.Sprintf("Page %d", i), "text")
	}
	put(t, dir, "content/guide/alpha.md", pageText("Alpha", "the end"))
	wait(t, last, "reload")
	alpha := r.open(t, "/guide/alpha/")
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "after the end")
	wait(t, alpha, "reload")
	for i := range 300 {
		if status, _ := r.get(t, fmt.Sprintf("/guide/page-%d/", i)); status != 200 {
			t.Fatalf("page %d: %d", i, status)
		}
	}
	loads := 0
	for _, line := range r.waitSaid(t, "changed: content/guide/alpha.md") {
		if strings.HasPrefix(line, "changed: ") {
			loads++
		}
	}
	if loads > 6 {
		t.Errorf("%d loads", loads)
	}
}

func TestPolling(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 10*time.Millisecond)
	r.waitSaid(t, "looking for changes every 10ms")
	alpha := r.open(t, "/guide/alpha/")
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "seen without an event")
	wait(t, alpha, "reload")
	r.mustShow(t, "/guide/alpha/", 200, "seen without an event")
	if err := os.Remove(filepath.Join(dir, "content/guide/alpha.md")); err != nil {
		t.Fatal(err)
	}
	wait(t, alpha, "reload")
	if status, _ := r.get(t, "/guide/alpha/"); status != 404 {
		t.Errorf("a deleted page answers %d", status)
	}
}

func TestAHundredTabs(t *testing.T) {
	dir := newSite(t)
	r := start(t, dir, 0)
	tabs := make([]chan event, 100)
	for i := range tabs {
		tabs[i] = r.open(t, "/guide/alpha/")
	}
	putPage(t, dir, "content/guide/alpha.md", "Alpha", "for all")
	for _, tab := range tabs {
		wait(t, tab, "reload")
	}
	// That Run ends, which start waits for, shows that no stream is left behind.
}

func TestCrowdsAndLongAddresses(t *testing.T) {
	r := start(t, newSite(t), 0)
	for range 200 {
		conn, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(r.url, "http://"), "/"))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: local") // and no more
	}
	r.mustShow(t, "/guide/alpha/", 200, "first text")
	r.mustShow(t, "/"+strings.Repeat("a", 100_000), 431, "")
}

func TestRunNeedsAFolder(t *testing.T) {
	err := Run(t.Context(), Options{Today: func() string { return today }, Addr: "127.0.0.1:0", Log: t.Output(), Stdout: t.Output()})
	if err == nil {
		t.Error("ran without a site folder")
	}
}

func TestANewDay(t *testing.T) {
	p := &preview{opts: Options{Today: func() string { return "2026-03-02" }}}
	f := &follower{p: p, bell: newBell(""), today: "2026-03-02"}
	f.look()
	if f.due() {
		t.Error("due on the same day")
	}
	f.today = today
	if !f.due() {
		t.Error("not due on the next day")
	}
}

func TestLook(t *testing.T) {
	dir := newSite(t)
	_, was := look(dir)
	check := func(name string, differs bool, change func() error) {
		t.Helper()
		if err := change(); err != nil {
			t.Fatal(err)
		}
		_, now := look(dir)
		if (now != was) != differs {
			t.Errorf("%s: seen is %v", name, now != was)
		}
		was = now
	}
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	check("nothing", false, func() error { return nil })
	check("another size", true, func() error { return os.WriteFile(at("content/guide/alpha.md"), []byte("x"), 0o644) })
	check("another time", true, func() error {
		return os.Chtimes(at("content/guide/alpha.md"), time.Time{}, time.Unix(1_000_000_000, 0))
	})
	check("other rights", false, func() error { return os.Chmod(at("content/guide/alpha.md"), 0o600) })
	check("another name", true, func() error { return os.Rename(at("content/guide/alpha.md"), at("content/guide/omega.md")) })
	check("a folder", true, func() error { return os.Mkdir(at("content/guide/empty"), 0o755) })
	check("a hidden file", false, func() error { return os.WriteFile(at("content/.DS_Store"), []byte("x"), 0o644) })
	check("something beside the site", false, func() error { return os.WriteFile(at("public"), []byte("x"), 0o644) })
	check("the configuration", true, func() error { return os.Remove(at("casebook.yaml")) })
	check("a layout", true, func() error { return os.MkdirAll(at("layouts"), 0o755) })
	check("a link to a folder that it lies in", true, func() error { return os.Symlink("..", at("content/guide/loop")) })
	check("a link out", true, func() error { return os.Symlink("/", at("content/guide/out")) })
	check("all of it", true, func() error { return os.RemoveAll(dir) })
}

func TestAStreamEndsWithItsTab(t *testing.T) {
	p := previewOf(t, newSite(t))
	ended := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.ServeHTTP(w, r)
		close(ended)
	}))
	defer server.Close()
	ctx, leave := context.WithTimeout(t.Context(), patienceOfTests)
	defer leave()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/-/events?path=/", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	select {
	case <-ended:
	case <-ctx.Done():
		t.Error("the stream goes on without its tab")
	}
}
