package cli

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"casebook/internal/text"
)

// starter is the small library that `casebook init` writes. A script test holds that it passes `casebook check --strict`.
//
//go:embed all:starter
var starter embed.FS

func initCommand(sh shell, c *common) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Make a small library that works, to change into your own",
		Long: "Make a small library that works, to change into your own: three cases with responses, a journey of two guide pages,\n" +
			"a framework of three principles, and what they refer to. A file that exists is never touched.",
		Example: "  casebook init my-library",
		Args:    takes(0, 1, "name one folder; one with spaces in its name goes in quotes"),
		RunE: func(_ *cobra.Command, args []string) error {
			typed := c.source
			if len(args) == 1 {
				typed = args[0]
			}
			dir := under(sh.Dir, typed)
			zone, _ := zoneOf(dir)
			day, err := today(sh.Env, c.asOf, zone)
			if err != nil {
				return err
			}
			return start(sh, c, dir, typed, day)
		},
	}
}

// shellWord is a folder's name as a command line takes it for one word.
func shellWord(name string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("/\\:._-+,~", r)
	}
	switch {
	case strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0:
		return name
	case strings.ContainsAny(name, "\"$`!"):
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return `"` + name + `"` // which Windows takes as well
}

// start writes the starter library into a folder that is new, empty, or holds nothing of a site.
func start(sh shell, c *common, dir, typed, day string) error {
	there, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return refused(err, "look into the folder", dir)
	}
	var kept []string
	var inTheWay []string
	for _, e := range there {
		switch strings.ToLower(e.Name()) {
		case "casebook.yaml", "content", "layouts", "static", "public":
			inTheWay = append(inTheWay, e.Name())
		case "readme.md", ".gitignore":
			kept = append(kept, e.Name())
		}
	}
	if len(inTheWay) > 0 {
		return wrongUse("nothing was written. Name another folder, such as `casebook init my-library`",
			"%s has %s already", dir, text.Join(inTheWay, "and"))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return refused(err, "make the folder", dir)
	}
	n := 0
	err = fs.WalkDir(starter, "starter", func(name string, e fs.DirEntry, err error) error {
		file := strings.TrimPrefix(name, "starter/")
		if err != nil || e.IsDir() || slices.ContainsFunc(kept, func(name string) bool { return strings.EqualFold(name, file) }) {
			return err
		}
		body, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		n++
		return write(dir, file, strings.ReplaceAll(string(body), "{{today}}", day))
	})
	if err != nil {
		return err
	}
	if c.quiet {
		return nil
	}
	fmt.Fprintf(sh.out, "wrote %d files to %s\n", n, folder(typed))
	for _, name := range kept {
		fmt.Fprintln(sh.err, name+" is yours and was left as it is")
	}
	if filepath.Clean(typed) != "." {
		fmt.Fprintf(sh.err, "next: cd %s, then casebook serve --open\n", shellWord(typed))
	} else {
		fmt.Fprintln(sh.err, "next: casebook serve --open")
	}
	return nil
}
