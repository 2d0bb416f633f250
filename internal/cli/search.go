package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"casebook/internal/build"
	"casebook/internal/search"
)

// found is one result as `casebook search --format json` prints it.
type found struct {
	URL     string  `json:"url"`
	Title   string  `json:"title"`
	Kind    string  `json:"kind"`
	Number  string  `json:"number,omitempty"`
	Summary string  `json:"summary,omitempty"`
	Heading string  `json:"heading,omitempty"`
	Status  string  `json:"status,omitempty"`
	Score   float64 `json:"score"`
}

func searchCommand(sh shell, c *common) *cobra.Command {
	var filters []string
	var limit int
	var explain, asJSON bool
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search the site as its readers do, with the same ranking",
		Long: "Search the site as its readers do, with the same index and the same ranking. Drafts are not found. A filter names a list of\n" +
			"the search page and one of its values; several values of one list are alternatives.",
		Example: "  casebook search assessment feedback\n  casebook search \"lecture capture\" --filter theme=feedback --filter kind=case\n  casebook search econmics --explain",
		Args:    takes(0, 100, "say what to look for, such as `casebook search assessment feedback`"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && len(filters) == 0 {
				return wrongUse("say what to look for, such as `casebook search assessment feedback`", "there is nothing to search for")
			}
			wanted, err := filtersOf(filters)
			if err != nil {
				return err
			}
			x, err := indexOf(cmd, sh, c)
			if err != nil {
				return err
			}
			if err := search.CheckFilters(x, wanted); err != nil {
				return wrongUse("`casebook search --help` says how filters are written", "%v", err)
			}
			q := search.Query{Text: strings.Join(args, " "), Filters: wanted, Limit: limit}
			r, err := search.Rank(x, q)
			if err != nil {
				return err
			}
			results, err := resultsOf(x, r)
			if err != nil {
				return err
			}
			if asJSON || c.format == "json" {
				return printJSON(sh.out, map[string]any{"total": r.Total, "results": results})
			}
			printResults(sh.out, q.Text, r, results)
			if explain {
				return printReadings(sh.out, x, q)
			}
			return nil
		},
	}
	cmd.Flags().StringArrayVar(&filters, "filter", nil, "only what has this `value`: theme=feedback, kind=case, year=2023-24")
	cmd.Flags().IntVar(&limit, "limit", 10, "how many results to print, 0 for all")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the results as JSON")
	cmd.Flags().BoolVar(&explain, "explain", false, "say how each word was read")
	return cmd
}

// filtersOf reads name=value.
func filtersOf(typed []string) (map[string][]string, error) {
	out := map[string][]string{}
	for _, f := range typed {
		name, value, ok := strings.Cut(f, "=")
		if !ok || name == "" || value == "" {
			return nil, wrongUse("write it as theme=feedback", "the filter %q has no name or no value", f)
		}
		out[name] = append(out[name], value)
	}
	return out, nil
}

// indexOf loads the site as it is published and opens its index.
func indexOf(cmd *cobra.Command, sh shell, c *common) (*search.Reader, error) {
	opts, _, err := options(sh, c, placeOf(sh, cmd, c))
	if err != nil {
		return nil, err
	}
	snap, _, err := build.Load(cmd.Context(), opts, nil) // what is wrong with the content is for check to say
	if err != nil {
		return nil, err
	}
	index := search.OfSite(snap.Site, true)
	files := make(map[string]func([]byte) []byte, len(index.Files))
	for _, f := range index.Files {
		files[f.Path] = f.Append
	}
	return search.Open(index.Start, func(path string) ([]byte, error) {
		if f, ok := files[path]; ok {
			return f(nil), nil
		}
		return nil, fmt.Errorf("there is no such file")
	})
}

func resultsOf(x *search.Reader, r search.Ranking) ([]found, error) {
	rows, err := search.Rows(x, r.Hits)
	if err != nil {
		return nil, err
	}
	out := make([]found, len(rows))
	for i, row := range rows {
		f := found{URL: row.URL, Title: row.Title, Kind: row.Kind, Number: row.Number, Status: row.Status.Words, Score: r.Hits[i].Score}
		d, err := search.Text(x, r.Hits[i].Doc)
		if err != nil {
			return nil, err
		}
		f.Summary = d.Summary
		if s := r.Hits[i].Section; s >= 0 && s < len(d.Headings) && d.Headings[s].Anchor != "" && !strings.Contains(f.URL, "#") {
			f.URL += "#" + d.Headings[s].Anchor
			f.Heading = d.Headings[s].Text
		}
		out[i] = f
	}
	return out, nil
}

func printResults(w io.Writer, query string, r search.Ranking, results []found) {
	for _, c := range r.Corrected {
		fmt.Fprintf(w, "no page says %q; looked for %q instead\n", c[0], c[1])
	}
	if len(r.Unknown) > 0 && r.Total > 0 {
		fmt.Fprintf(w, "no page says: %s\n", strings.Join(r.Unknown, ", "))
	}
	switch r.Total {
	case 0:
		fmt.Fprintf(w, "nothing found for %q\n", query)
		return
	case 1:
		fmt.Fprintln(w, "1 result")
	default:
		fmt.Fprintf(w, "%d results\n", r.Total)
	}
	for i, f := range results {
		head := f.Title
		if f.Number != "" {
			head = f.Number + "  " + head
		}
		kind := f.Kind
		if f.Status != "" {
			kind += ", " + strings.ToLower(f.Status)
		}
		fmt.Fprintf(w, "\n%2d. %s\n    %s · /%s\n", i+1, head, kind, f.URL)
		if f.Heading != "" && f.Heading != f.Title {
			fmt.Fprintf(w, "    in: %s\n", f.Heading)
		}
	}
}

func printReadings(w io.Writer, x *search.Reader, q search.Query) error {
	readings, err := search.Explain(x, q.Text)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nhow each word was read:")
	for _, r := range readings {
		if len(r.Terms) == 0 {
			fmt.Fprintf(w, "  %s: no page has it, nor anything like it\n", r.Word)
		}
		for _, t := range r.Terms {
			fmt.Fprintf(w, "  %s: %s (%s, weight %.2f, in %d documents)\n", r.Word, t.Term, t.How, t.Weight, t.Documents)
		}
	}
	return nil
}
