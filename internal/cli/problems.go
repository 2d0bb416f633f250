package cli

import (
	"fmt"
	"io"

	"casebook/internal/diag"
)

// say prints a list of problems. With --quiet only errors are said.
func say(sh shell, w io.Writer, l diag.List, c *common, format diag.Format) error {
	if c.quiet {
		l = errorsOf(l)
	}
	if len(l) == 0 && format != diag.JSON && format != diag.SARIF {
		return nil
	}
	if err := diag.Print(w, l, format, format == diag.Text && colour(sh.Env, w)); err != nil {
		return fmt.Errorf("print the problems: %w", err)
	}
	return nil
}

func errorsOf(l diag.List) diag.List {
	var out diag.List
	for _, d := range l {
		if d.Severity == diag.Error {
			out = append(out, d)
		}
	}
	return out
}
