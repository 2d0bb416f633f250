package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// next is `casebook` alone: what to do next.
func next(sh shell, c *common) error {
	source := under(sh.Dir, c.source)
	if isSite(source) {
		_, err := fmt.Fprint(sh.out, `This folder is a site.

  casebook serve --open    see it in a browser while you write
  casebook new case        begin a case; casebook explain lists the other kinds
  casebook check           find what is wrong or missing, then casebook build publishes it

casebook help shows every command.
`)
		return err
	}
	_, err := fmt.Fprint(sh.out, `casebook publishes a partnership guide and case library from a folder of text files. To begin:

  casebook init my-library             make a small library that works
  cd my-library, casebook serve --open see it in a browser while you change it
  casebook build                       publish it to the folder public/

This folder is not a site: it has no casebook.yaml. casebook help shows every command.
`)
	return err
}

// withKinds completes an argument with the names of kinds.
func withKinds(names []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}
