package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"casebook/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"casebook": func() { os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr, cli.System())) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"shown": shown},
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1795348800") // 2026-11-22 12:00 UTC
			handbook, err := filepath.Abs("../../content/pages")
			e.Setenv("HANDBOOK", handbook)
			return err
		},
	})
}

var seconds = regexp.MustCompile(`in [0-9.]+ s`)

// shown FILE checks that a page of the handbook shows each line that the last command wrote, but for how long it took.
func shown(ts *testscript.TestScript, _ bool, args []string) {
	page, err := os.ReadFile(filepath.Join(ts.Getenv("HANDBOOK"), args[0]))
	ts.Check(err)
	text := seconds.ReplaceAllString(string(page), "in N s")
	for line := range strings.Lines(ts.ReadFile("stdout") + ts.ReadFile("stderr")) {
		if line = seconds.ReplaceAllString(strings.TrimSpace(line), "in N s"); !strings.Contains(text, line) {
			ts.Fatalf("%s does not show %q", args[0], line)
		}
	}
}
