//go:build unix

package output

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain runs this program as a build that publishes for ever, for TestKilled.
func TestMain(m *testing.M) {
	out := os.Getenv("OUTPUT_TEST_PUBLISH")
	if out == "" {
		os.Exit(m.Run())
	}
	for n := 0; ; n++ {
		s, err := Open(out, Options{})
		if err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
		for p, text := range killedSite(n) {
			if err := s.Write(File{Path: p, Bytes: []byte(text)}); err != nil {
				fmt.Println("failed:", err)
				os.Exit(1)
			}
			fmt.Println("wrote")
		}
		if _, err := s.Publish(); err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
		fmt.Println("published")
	}
}

// killedSite is a site whose every page says which build it is of; every other build has a page more.
func killedSite(n int) pages {
	site := pages{"build": fmt.Sprint(n)}
	for i := range 12 + n%2 {
		site[fmt.Sprintf("p%d/index.html", i)] = fmt.Sprint(n)
	}
	return site
}

// TestKilled kills a build again and again, a little later each time, and holds that what is published is one build, whole.
func TestKilled(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for kill := 0; kill < 60; kill += 2 {
		build := exec.Command(os.Args[0])
		build.Env = append(os.Environ(), "OUTPUT_TEST_PUBLISH="+out)
		said, err := build.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := build.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(said)
		for i := 0; i < 1+kill && lines.Scan(); i++ {
			if strings.HasPrefix(lines.Text(), "failed") {
				t.Fatal(lines.Text())
			}
		}
		build.Process.Kill()
		build.Wait()
		if _, err := os.Stat(out); err != nil {
			if kill > 15 {
				t.Fatal("nothing was ever published")
			}
			continue
		}
		got, n := look(t, out), 0
		fmt.Sscan(got["build"], &n)
		if want := killedSite(n); len(want) != len(got) {
			t.Fatalf("after kill %d: %d files, want %d", kill, len(got), len(want))
		}
		for p, text := range got {
			if text != fmt.Sprint(n) {
				t.Fatalf("after kill %d: %s is of build %s, others of %d", kill, p, text, n)
			}
		}
	}
	publish(t, out, Options{}, killedSite(1))
	for _, e := range must(os.ReadDir(filepath.Dir(out))) {
		if strings.HasSuffix(e.Name(), "lock") {
			t.Error("the lock outlived the builds")
		}
	}
}
