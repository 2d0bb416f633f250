package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"casebook/internal/build"
	"casebook/internal/diag"
)

func checkCommand(sh shell, c *common) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say everything that is wrong or missing, and write nothing",
		Long: "Say everything that a build would say, and more: gaps in records, answers without evidence, mentions of what is\n" +
			"not yet public. Nothing is written.",
		Example: "  casebook check\n  casebook check --strict --format github\n  casebook check --as-of 2027-01-22",
		Args:    takes(0, 0, "it looks at the whole site; --source FOLDER chooses which"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			format, err := formatOf(c)
			if err != nil {
				return err
			}
			opts, zone, err := options(sh, c, placeOf(sh, cmd, c))
			if err != nil {
				return err
			}
			_, list, err := build.Load(cmd.Context(), opts, nil)
			if err != nil {
				return err
			}
			list = append(list, zone...).Sorted()
			code := codeOf(list)
			if strict {
				list = list.Strict()
				if code == Done && list.Failed() {
					code = BadContent
				}
			}
			if err := say(sh, sh.out, list, c, format); err != nil {
				return err
			}
			if format == diag.Text && !c.quiet {
				fmt.Fprintln(sh.out, diag.Summary(list))
			}
			if code != Done {
				return exit{code: code}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "take every warning for an error")
	return cmd
}
