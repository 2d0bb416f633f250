package main

import (
	"os"
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
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1795348800") // 2026-11-22 12:00 UTC
			return nil
		},
	})
}
