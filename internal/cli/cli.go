// Package cli is the command line: flags in, exit code out, one file for each command.
//
// In come the arguments, two writers and an Env; out go the process's exit code, results on standard output and
// everything else on standard error. It alone reads the clock, the environment and the terminal. It must never decide
// anything about content: that is said by the packages it calls, and here put before a person.
package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"syscall"
	"time"
	_ "time/tzdata" // the zone data of a Windows machine, or of an empty container, is not to be relied on

	"github.com/spf13/cobra"
)

// Env is what a command may know of the machine it runs on.
type Env struct {
	Now    func() time.Time
	Getenv func(string) string
	Dir    string // the working folder
}

// System is the machine as it is.
func System() Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return Env{Now: time.Now, Getenv: os.Getenv, Dir: dir}
}

// shell is where a command runs: what it may know and where it writes.
type shell struct {
	Env
	out io.Writer // results
	err io.Writer // everything else
}

// Main runs one command and gives the exit code of the process (see the constants in exit.go).
func Main(args []string, stdout, stderr io.Writer, env Env) (code int) {
	defer func() {
		if p := recover(); p != nil {
			code = bug(stderr, p, debug.Stack(), slices.Contains(args, "--verbose"))
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once

	root := rootCommand(shell{Env: env, out: stdout, err: stderr})
	root.SetArgs(args)
	return finish(stderr, root.ExecuteContext(ctx))
}

// rootCommand is `casebook` with all its commands.
func rootCommand(sh shell) *cobra.Command {
	c := &common{}
	root := &cobra.Command{
		Use:   "casebook",
		Short: "Publish a student–staff partnership guide and case library from a folder of text files",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return next(sh, c)
		},
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(sh.out)
	root.SetErr(sh.err)
	root.SetFlagErrorFunc(wrongFlag)
	info, _ := debug.ReadBuildInfo()
	root.Version = version(info)
	root.SetVersionTemplate("{{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	c.flags(root.PersistentFlags())
	root.AddGroup(&cobra.Group{ID: "site", Title: "Publish and check:"}, &cobra.Group{ID: "write", Title: "Write:"},
		&cobra.Group{ID: "ask", Title: "Ask:"})
	for _, g := range []struct {
		id       string
		commands []*cobra.Command
	}{
		{"site", []*cobra.Command{serveCommand(sh, c), buildCommand(sh, c), checkCommand(sh, c)}},
		{"write", []*cobra.Command{initCommand(sh, c), newCommand(sh, c)}},
		{"ask", []*cobra.Command{explainCommand(sh), whyCommand(sh, c), listCommand(sh, c), searchCommand(sh, c)}},
		{"", []*cobra.Command{versionCommand(sh), completionCommand(sh)}},
	} {
		for _, cmd := range g.commands {
			cmd.GroupID = g.id
			root.AddCommand(cmd)
		}
	}
	root.SetHelpCommand(helpCommand())
	root.InitDefaultHelpFlag()
	return root
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "What a command does and which flags it takes",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), fmt.Sprint(args[0]))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}
