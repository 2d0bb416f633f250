package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
	"text/template"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/internal/diag"
	"casebook/internal/output"
	"casebook/internal/text"
)

// Exit codes of the program.
const (
	Done       = 0
	BadContent = 1  // the content has errors
	WrongUse   = 2  // of the command
	BadSetup   = 3  // casebook.yaml or a layout is broken
	BadMachine = 4  // disk, permission, port
	Bug        = 70 // in casebook; EX_SOFTWARE of sysexits.h
)

// exit ends a command with a code. Without a message everything has been said.
type exit struct {
	code    int
	message string
	remedy  string
}

func (e exit) Error() string { return e.message }

func wrongUse(remedy, format string, args ...any) error {
	return exit{code: WrongUse, message: fmt.Sprintf(format, args...), remedy: remedy}
}

// refused says what the machine did not let the command do, in an editor's words where they are known.
func refused(err error, what, name string) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return exit{BadMachine, fmt.Sprintf("cannot %s %s: this account may not", what, name),
			"ask whoever looks after the folder to let you write there, or use a folder of your own"}
	case errors.Is(err, syscall.EROFS):
		return exit{BadMachine, fmt.Sprintf("cannot %s %s: the disk can only be read", what, name), "copy the folder to a disk of your own, and work there"}
	case errors.Is(err, syscall.ENOSPC):
		return exit{BadMachine, fmt.Sprintf("cannot %s %s: the disk is full", what, name), "make room on it and try again"}
	case errors.Is(err, syscall.ENOTDIR):
		return exit{BadMachine, fmt.Sprintf("cannot %s %s: a file stands where a folder is needed", what, name), "move that file away, or name another folder"}
	}
	return fmt.Errorf("cannot %s %s: %w", what, name, err)
}

// finish prints what ended the run, if anything did, and gives its exit code.
func finish(w io.Writer, err error) int {
	if err == nil {
		return Done
	}
	e := ended(err)
	if e.message != "" {
		fmt.Fprintf(w, "casebook: %s\n", e.message)
	}
	for line := range strings.SplitSeq(e.remedy, "\n") {
		if line != "" {
			fmt.Fprintf(w, "  %s\n", line)
		}
	}
	return e.code
}

func ended(err error) exit {
	if e := (exit{}); errors.As(err, &e) {
		return e
	}
	if e := (*output.Error)(nil); errors.As(err, &e) {
		code := map[output.Kind]int{output.Refused: WrongUse, output.Clash: Bug}[e.Kind]
		if code == 0 {
			code = BadMachine
		}
		return exit{code, e.Error(), e.Remedy}
	}
	if e := (template.ExecError{}); errors.As(err, &e) {
		return exit{BadSetup, "a layout fails on a page: " + e.Error(), "mend layouts/" + e.Name + ".html, or take your copy away to use the built-in one"}
	}
	if errors.Is(err, context.Canceled) {
		return exit{BadMachine, "stopped before it was finished", "what was published before is as it was"}
	}
	return exit{code: BadMachine, message: err.Error()}
}

// codeOf is the exit code of a list with errors: a broken config or layout is said before broken content, which may
// only follow from it.
func codeOf(l diag.List) int {
	code := Done
	for _, d := range l {
		if d.Severity != diag.Error {
			continue
		}
		if d.At.File == "casebook.yaml" || d.At.File == "layouts" || strings.HasPrefix(d.At.File, "layouts/") {
			return BadSetup
		}
		code = BadContent
	}
	return code
}

// bug reports a panic. The stack is for whoever mends it, not for an editor.
func bug(w io.Writer, p any, stack []byte, verbose bool) int {
	fmt.Fprintf(w, "casebook: this is a bug in casebook, not a mistake of yours: %v\n", p)
	if verbose {
		fmt.Fprintf(w, "\n%s\n", stack)
		fmt.Fprintf(w, "  please report it where you got casebook, with the lines above and what `casebook version` prints\n")
	} else {
		fmt.Fprintf(w, "  please run the same command with --verbose and report what it prints where you got casebook\n")
	}
	fmt.Fprintf(w, "  what was published before is as it was\n")
	return Bug
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	if near, ok := text.Nearest(name, names); ok {
		return wrongUse("did you mean `casebook "+near+"`?", "there is no command called %q", name)
	}
	return wrongUse("the commands are "+text.Join(names, "and"), "there is no command called %q", name)
}

// wrongFlag puts a mistake in a flag into words.
func wrongFlag(cmd *cobra.Command, err error) error {
	help := "`" + cmd.CommandPath() + " --help` lists the flags"
	if e := (*pflag.NotExistError)(nil); errors.As(err, &e) {
		name := e.GetSpecifiedName()
		if e.GetSpecifiedShortnames() != "" {
			return wrongUse(help, "%s has no flag -%s", cmd.CommandPath(), name)
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near, ok := text.Nearest(name, names); ok {
			help = "did you mean --" + near + "?"
		}
		return wrongUse(help, "%s has no flag --%s", cmd.CommandPath(), name)
	}
	if e := (*pflag.ValueRequiredError)(nil); errors.As(err, &e) {
		return wrongUse(help, "--%s needs a value after it", e.GetSpecifiedName())
	}
	if e := (*pflag.InvalidValueError)(nil); errors.As(err, &e) {
		return wrongUse(example(e.GetFlag(), help), "--%s cannot be %q", e.GetFlag().Name, e.GetValue())
	}
	return wrongUse(help, "%v", err)
}

func example(f *pflag.Flag, otherwise string) string {
	switch f.Value.Type() {
	case "duration":
		return "write a number and a unit, such as --" + f.Name + " 2s"
	case "bool":
		return "write --" + f.Name + " alone"
	}
	return otherwise
}

// takes says how many arguments a command wants, in its own words.
func takes(least, most int, remedy string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return wrongUse(remedy, "%s needs something more", cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return wrongUse(remedy, "%s does not take %q", cmd.CommandPath(), args[most])
		}
		return nil
	}
}
