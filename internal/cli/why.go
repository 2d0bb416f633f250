package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"casebook/internal/build"
	"casebook/internal/diag"
	"casebook/internal/report"
	"casebook/internal/site"
	"casebook/internal/text"
)

func whyCommand(sh shell, c *common) *cobra.Command {
	return &cobra.Command{
		Use:   "why PATH",
		Short: "Say why a page is published or not, what it shows from which files, and who links to it",
		Long: "Say why a page is published or not, what it shows from which files, and who links to it. PATH is a file of the\n" +
			"site, an address, or an id, number or title.",
		Example: "  casebook why content/cases/CL-2018-01.md\n  casebook why /cases/cl-2018-01/r1/\n  casebook why CL-2018-01",
		Args:    takes(1, 1, "name a file, an address or a number, such as `casebook why CL-2018-01`; put a title in quotes"),
		RunE: func(cmd *cobra.Command, args []string) error {
			p := placeOf(sh, cmd, c)
			s, list, err := everything(cmd, sh, c, p)
			if err != nil {
				return err
			}
			asked := belowSite(sh.Dir, p.source, args[0])
			found := report.Find(s, asked)
			switch len(found) {
			case 0:
				return nothing(s, list, asked)
			case 1:
				page := report.Why(s, found[0])
				if c.format == "json" {
					return printJSON(sh.out, page)
				}
				return printWhy(sh.out, page, list)
			}
			return several(s, args[0], found)
		},
	}
}

// everything loads a site with its drafts, for questions about it.
func everything(cmd *cobra.Command, sh shell, c *common, p place) (*site.Site, diag.List, error) {
	opts, _, err := options(sh, c, p)
	if err != nil {
		return nil, nil, err
	}
	opts.Drafts = true
	snap, list, err := build.Load(cmd.Context(), opts, nil)
	if err != nil {
		return nil, nil, err
	}
	return snap.Site, list, nil
}

// belowSite turns a path on this machine into one below the site's folder; anything else stays as it is.
func belowSite(dir, source, asked string) string {
	if strings.Contains(asked, "://") {
		return asked
	}
	rel, err := filepath.Rel(source, under(dir, filepath.FromSlash(asked)))
	if err != nil || strings.HasPrefix(rel, "..") || !ofSite(filepath.ToSlash(rel)) {
		return asked
	}
	return filepath.ToSlash(rel)
}

// ofSite reports whether a path below the site's folder is one that casebook reads.
func ofSite(file string) bool {
	return file == "casebook.yaml" || strings.HasPrefix(file, "content/") || strings.HasPrefix(file, "layouts/") || strings.HasPrefix(file, "static/")
}

// nothing says that nothing of that name is in the site, and why a file of that name is not.
func nothing(s *site.Site, list diag.List, asked string) error {
	for _, d := range list {
		if d.At.File == asked || d.At.File == "content/"+asked {
			return exit{BadContent, fmt.Sprintf("%s is not published: %s", d.At.File, d.Message), d.Hint}
		}
	}
	if asked == "casebook.yaml" || strings.HasPrefix(asked, "layouts/") || strings.HasPrefix(asked, "static/") {
		return wrongUse("ask for one of the pages instead, such as `casebook why /`", "%s has no page of its own: pages are made with it", asked)
	}
	if near, ok := report.Near(s, asked); ok {
		return wrongUse("did you mean "+near+"?", "nothing in this site is called %q", asked)
	}
	return wrongUse("name a file below content/, an address such as /cases/, or an id, number or title", "nothing in this site is called %q", asked)
}

func several(s *site.Site, asked string, found []report.Subject) error {
	names := make([]string, len(found))
	for i, f := range found {
		n := s.Node(f.Node)
		names[i] = n.Kind + "/" + n.ID
	}
	return wrongUse("ask for "+text.Join(names, "or"), "%q may mean several things", asked)
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func printWhy(w io.Writer, p report.Page, list diag.List) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", p.Title)
	if p.File != "" && p.File != p.Title {
		fmt.Fprintf(&b, "  file     %s\n", p.File)
	}
	if p.Address != "" {
		fmt.Fprintf(&b, "  address  %s\n", p.Address)
	}
	for _, why := range p.Why {
		fmt.Fprintf(&b, "  %s\n", why)
	}
	if list.Failed() {
		own := 0
		for _, d := range list {
			if d.At.File == p.File && d.Severity == diag.Error {
				own++
			}
		}
		fmt.Fprintf(&b, "  but the site has %s, %s of them in this file, and is published only without any: `casebook check` lists them\n",
			text.Count(list.Count(diag.Error), "error", "errors"), text.Number(own))
	}
	if len(p.Shows) > 0 {
		fmt.Fprintf(&b, "\nIt shows\n")
		width := 0
		for _, one := range p.Shows {
			width = max(width, utf8.RuneCountInString(one.File))
		}
		for _, one := range p.Shows {
			fmt.Fprintf(&b, "  %s  %s\n", pad(one.File, width), one.What)
		}
	}
	if len(p.Linked) == 0 {
		fmt.Fprintf(&b, "\nNothing links to it.\n")
	} else {
		fmt.Fprintf(&b, "\nLinked from %s\n", text.Count(len(p.Linked), "page", "pages"))
	}
	for _, l := range p.Linked {
		draft := ""
		if l.Draft {
			draft = " (not published)"
		}
		fmt.Fprintf(&b, "  %s%s\n    %s\n", l.Title, draft, l.File)
		for _, how := range l.How {
			fmt.Fprintf(&b, "    %s\n", how)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
