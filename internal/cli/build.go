package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"casebook/internal/build"
	"casebook/internal/diag"
	"casebook/internal/output"
	"casebook/internal/text"
)

func buildCommand(sh shell, c *common) *cobra.Command {
	var clean, portable bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Publish the site to a folder",
		Long: "Publish the site to public/, all of it or nothing: when the content has errors, what was published before\n" +
			"stays as it is. Any web host can serve the folder, under any address.",
		Example: "  casebook build\n  casebook build --output ../website/partnership\n  casebook build --portable --output copy-for-the-committee",
		Args:    takes(0, 0, "`casebook build --help` shows what it takes"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p := placeOf(sh, cmd, c)
			opts, zone, err := options(sh, c, p)
			if err != nil {
				return err
			}
			opts.Portable, opts.Once = portable, true
			return publish(cmd.Context(), sh, c, p, opts, zone, clean)
		},
	}
	cmd.Flags().BoolVar(&clean, "clean", false, "publish from nothing: compare with nothing, keep no earlier copy")
	cmd.Flags().BoolVar(&portable, "portable", false, "make a copy that opens from a disk, without a web server")
	return cmd
}

// publish loads the site, prints its problems and publishes it if it has no errors.
func publish(ctx context.Context, sh shell, c *common, p place, opts build.Options, zone diag.List, clean bool) error {
	format, err := formatOf(c)
	if err != nil {
		return err
	}
	begin := sh.Now()
	if c.verbose {
		fmt.Fprintf(sh.err, "building %s as of %s\n", p.source, text.LongDate(opts.Today))
	}
	snap, list, err := build.Load(ctx, opts, nil)
	if err != nil {
		return err
	}
	list = append(list.ForBuild(), zone...).Sorted()
	// In a form for machines the list is the result, and the sentences are for people.
	problems, sentences := sh.err, sh.out
	if format != diag.Text {
		problems, sentences = sh.out, sh.err
	}
	if err := say(sh, problems, list, c, format); err != nil {
		return err
	}
	if list.Failed() {
		return exit{codeOf(list), diag.Summary(list) + ": nothing was published; " + folder(p.shown) + " is as it was", ""}
	}
	report, err := build.Publish(ctx, snap, p.output, build.PublishOptions{Clean: clean})
	if err != nil {
		return err
	}
	if c.quiet {
		return nil
	}
	if len(list) > 0 {
		fmt.Fprintln(sh.err, diag.Summary(list))
	}
	fmt.Fprintln(sentences, published(len(snap.Site.Routes), report, folder(p.shown), sh.Now().Sub(begin)))
	if files, bytes := snap.SearchSize(); bytes > 0 {
		fmt.Fprintln(sentences, indexed(files, bytes))
	}
	if !report.AllAtOnce {
		fmt.Fprintln(sh.err, "not all at once: this disk cannot exchange two folders, so for a moment readers could meet old and new pages side by side")
	}
	return nil
}

// published is the closing line of a build.
func published(pages int, r output.Report, to string, took time.Duration) string {
	files := fmt.Sprintf("%d files: %d written, %d unchanged", r.Written+r.Unchanged, r.Written, r.Unchanged)
	if r.Removed > 0 {
		files += fmt.Sprintf(", %d removed", r.Removed)
	}
	noun := "pages"
	if pages == 1 {
		noun = "page"
	}
	return fmt.Sprintf("published %d %s to %s (%s) in %.2f s", pages, noun, to, files, took.Seconds())
}

// indexed says how large the search index is.
func indexed(files, bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("the search index has %d files, %d KB in all", files, (bytes+1023)>>10)
	}
	return fmt.Sprintf("the search index has %d files, %.1f MB in all", files, float64(bytes)/(1<<20))
}

// folder shows a path as that of a folder.
func folder(path string) string { return filepath.ToSlash(filepath.Clean(path)) + "/" }
