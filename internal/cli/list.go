package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"casebook/internal/content"
	"casebook/internal/report"
	"casebook/internal/text"
)

func listCommand(sh shell, c *common) *cobra.Command {
	return &cobra.Command{
		Use:   "list [KIND]",
		Short: "List what there is of a kind: number, title, other names, id",
		Long: "List what there is of a kind: number, title, other names, id. Any of them names it in front matter and in links.\n" +
			"Without a kind it says how much there is of each.\n" +
			"Themes are shown as a tree; `casebook list recommendation` shows where each stands.",
		Example:           "  casebook list case\n  casebook list themes\n  casebook list group",
		Args:              takes(0, 1, "name a kind: "+strings.Join(listable(), ", ")),
		ValidArgsFunction: withKinds(listable()),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := ""
			if len(args) > 0 {
				var ok bool
				if kind, ok = listed(args[0]); !ok {
					return unknownKind(args[0], listable())
				}
			}
			s, _, err := everything(cmd, sh, c, placeOf(sh, cmd, c))
			if err != nil {
				return err
			}
			if kind == "" {
				return printCounts(sh.out, report.Counts(s, listable()), c.format == "json")
			}
			rows := report.Rows(s, kind)
			if c.format == "json" {
				return printJSON(sh.out, rows)
			}
			if len(rows) == 0 && !c.quiet {
				fmt.Fprintf(sh.err, "there is nothing of the kind %s yet\n", kind)
			}
			return printRows(sh.out, rows)
		},
	}
}

func printCounts(w io.Writer, counts []report.Count, asJSON bool) error {
	if asJSON {
		return printJSON(w, counts)
	}
	for _, n := range counts {
		line := fmt.Sprintf("%5d  %s", n.All, n.Kind)
		if n.Hidden > 0 {
			line += fmt.Sprintf(" (%d of them not public)", n.Hidden)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// listable is every kind that `list` knows: those with a folder, parts of cases, and the small vocabularies.
func listable() []string {
	names := append(kindNames(), "recommendation")
	for _, v := range content.VocabularyKinds {
		names = append(names, v.Kind)
	}
	return names
}

// listed finds the kind that a person means: by its name, its plural, or its folder.
func listed(name string) (string, bool) {
	if k, ok := kindCalled(name); ok {
		return k.Name, true
	}
	key := text.Fold(name)
	if key == "recommendation" || key == "recommendations" {
		return "recommendation", true
	}
	for _, v := range content.VocabularyKinds {
		if key == text.Fold(v.Kind) || key == text.Fold(v.Plural) || key == text.Fold(v.Key) {
			return v.Kind, true
		}
	}
	return "", false
}

func unknownKind(name string, kinds []string) error {
	if near, ok := text.Nearest(name, kinds); ok {
		return wrongUse("did you mean "+near+"?", "there is no kind called %q", name)
	}
	return wrongUse("the kinds are "+text.Join(kinds, "and"), "there is no kind called %q", name)
}

func printRows(w io.Writer, rows []report.Row) error {
	const widest = 72
	number, title := 0, 0
	for _, r := range rows {
		number = max(number, utf8.RuneCountInString(r.Number))
		title = max(title, min(utf8.RuneCountInString(shownTitle(r)), widest))
	}
	var b strings.Builder
	for _, r := range rows {
		if number > 0 {
			b.WriteString(pad(r.Number, number) + "  ")
		}
		b.WriteString(pad(clip(shownTitle(r), widest), title) + "  " + r.ID)
		if len(r.Aka) > 0 {
			b.WriteString("  (also: " + strings.Join(r.Aka, ", ") + ")")
		}
		if r.State != "" {
			b.WriteString("  [" + r.State + "]")
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func shownTitle(r report.Row) string { return strings.Repeat("  ", r.Depth) + r.Title }

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func clip(s string, width int) string {
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	return string([]rune(s)[:width-1]) + "…"
}
