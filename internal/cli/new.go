package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/internal/build"
	"casebook/internal/content"
	"casebook/internal/report"
	"casebook/internal/site"
	"casebook/internal/text"
)

func newCommand(sh shell, c *common) *cobra.Command {
	var prefix string
	cmd := &cobra.Command{
		Use:   "new KIND [TITLE]",
		Short: "Begin a file, with every field it needs and hints for the rest",
		Long: "Begin a file, with every field it needs and hints for the rest. A case gets the next free number of its year.\n" +
			"A file that exists is never touched.",
		Example:           "  casebook new case \"Where the light is\"\n  casebook new guide \"Set the agenda together\"\n  casebook new response CL-2018-01/r1",
		Args:              takes(1, -1, "name a kind: "+strings.Join(kindNames(), ", ")),
		ValidArgsFunction: withKinds(kindNames()),
		RunE: func(cmd *cobra.Command, args []string) error {
			k, ok := kindCalled(args[0])
			if !ok {
				return unknownKind(args[0], kindNames())
			}
			p := placeOf(sh, cmd, c)
			opts, _, err := options(sh, c, p)
			if err != nil {
				return err
			}
			opts.Drafts = true
			snap, _, err := build.Load(cmd.Context(), opts, nil) // whatever is wrong elsewhere, a new file can begin
			if err != nil {
				return err
			}
			file, text, err := begin(snap.Site, k, args[1:], prefix)
			if err != nil {
				return err
			}
			if err := write(p.source, file, text); err != nil {
				return err
			}
			fmt.Fprintln(sh.out, file)
			if !c.quiet {
				fmt.Fprintln(sh.err, then(k))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&prefix, "prefix", "", "what a case's `NUMBER` begins with, when several programmes have one")
	return cmd
}

// begin decides the path and text of a new file.
func begin(s *site.Site, k content.Kind, words []string, prefix string) (file, source string, err error) {
	known := map[string]string{"published": "# " + s.Today}
	title := strings.TrimSpace(strings.Join(words, " "))
	name := ""
	switch k.Name {
	case "response":
		return beginResponse(s, k, words)
	case "case":
		if prefix, err = prefixOf(s, prefix); err != nil {
			return "", "", err
		}
		year := text.YearOf(s.Today)
		known["year"] = year
		name = freeNumber(prefix, year, numbers(s))
	case "reference":
		if title == "" {
			return "", "", wrongUse("such as `casebook new reference healey2014`", "a reference needs its key in content/references.json")
		}
		if strings.ContainsAny(title, `/\ .:`) {
			return "", "", wrongUse("it is one word, such as healey2014", "%q is not a key", title)
		}
		name, title = title, ""
		known["themes"] = ""
	case "statement":
		if title != "" {
			return "", "", wrongUse("write `casebook new statement` alone", "a site has one accessibility statement, so it needs no title")
		}
	default:
		if title == "" {
			return "", "", wrongUse(fmt.Sprintf("such as `casebook new %s \"%s\"`", k.Name, sampleTitle(k)), "%s needs a title, of which the file name is made", k.Name)
		}
		if name, err = slugName(title); err != nil {
			return "", "", err
		}
	}
	switch k.Name {
	case "insight":
		known["term"] = season(s.Today)
	case "opportunity":
		known["dates"] = "to be announced"
	case "question":
		title = strings.TrimSuffix(title, "?") + "?"
	}
	if title != "" {
		known[titleKey(k)] = quoted(title)
	}
	names := func(f content.FieldSpec) []string { return titles(s, f.To) }
	if k.File != "" {
		return k.File, skeleton(k, known, names), nil
	}
	return "content/" + k.Folder + "/" + name + ".md", skeleton(k, known, names), nil
}

// season is the term of a day: autumn from September, spring from January, summer from May.
func season(day string) string {
	name := "autumn"
	switch {
	case day[5:] < "05":
		name = "spring"
	case day[5:] < "09":
		name = "summer"
	}
	return name + " " + day[:4]
}

func titleKey(k content.Kind) string {
	switch k.Name {
	case "person":
		return "name"
	case "term":
		return "term"
	}
	return "title"
}

func sampleTitle(k content.Kind) string {
	for line := range strings.SplitSeq(exampleOf(k), "\n") {
		if title, ok := strings.CutPrefix(line, titleKey(k)+": "); ok {
			return title
		}
	}
	return "A title"
}

// prefixOf is what a new case's number begins with: as typed, or that of the only programme that has one.
func prefixOf(s *site.Site, typed string) (string, error) {
	if typed != "" {
		if strings.Trim(strings.ToUpper(typed), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || len(typed) > 6 {
			return "", wrongUse("it is one to six letters, such as --prefix CL", "--prefix cannot be %q", typed)
		}
		return strings.ToUpper(typed), nil
	}
	var found []string
	for _, id := range s.OfKind("programme") {
		if p, ok := s.Doc(id).Entity.(*content.Programme); ok && p.Prefix != "" {
			found = append(found, p.Prefix)
		}
	}
	switch len(found) {
	case 0:
		return "", wrongUse("add `prefix: CL` to a file in content/programmes/, or give it here: --prefix CL", "no programme says what its numbers begin with")
	case 1:
		return found[0], nil
	}
	return "", wrongUse("say which: --prefix "+text.Join(found, "or --prefix"), "several programmes have numbers")
}

// numbers are those that cases have, or had: withdrawn ones are never given again.
func numbers(s *site.Site) []string {
	var out []string
	for _, d := range s.Docs {
		if d.Kind == "case" {
			out = append(out, d.Head.Number, strings.TrimSuffix(path.Base(d.Path), path.Ext(d.Path)))
		}
	}
	return out
}

func titles(s *site.Site, kind string) []string {
	var out []string
	for _, r := range report.Rows(s, kind) {
		if r.Title != "" && !slices.Contains(out, r.Title) {
			out = append(out, r.Title)
		}
	}
	return out
}

// write makes one file below the site's folder. What exists is never touched, whatever its capitals.
func write(source, file, body string) error {
	root, err := os.OpenRoot(source)
	if err != nil {
		return refused(err, "open the folder", source)
	}
	defer root.Close()
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(file)), 0o755); err != nil {
		return refused(err, "make the folder", filepath.Join(source, filepath.FromSlash(path.Dir(file))))
	}
	f, err := root.OpenFile(filepath.FromSlash(file), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return wrongUse("edit that file, or choose another title", "%s exists already and was left as it is", file)
	}
	if err != nil {
		return refused(err, "write", filepath.Join(source, filepath.FromSlash(file)))
	}
	if _, err := f.WriteString(body); err != nil {
		f.Close()
		return refused(err, "write", filepath.Join(source, filepath.FromSlash(file)))
	}
	if err := f.Close(); err != nil {
		return refused(err, "write", filepath.Join(source, filepath.FromSlash(file)))
	}
	return nil
}

// then says what to do with a new file.
func then(k content.Kind) string {
	first := "fill in the fields that end in a colon, then write below the second line of hyphens (`casebook check` says what is still missing)"
	switch {
	case k.Name == "response":
		return first + "; `casebook serve` shows it on the page of the recommendation"
	case k.Name == "contact":
		return "take the # from `email:`, `form:` or `fallback:` and fill it in: a contact that nobody can reach keeps the site from being published"
	case slices.Contains(waits, k.Name):
		return first + "; it is a draft until you take `status: draft` away"
	case pageLike(k):
		return first + "; it is a draft until you take the # from `published:`"
	}
	return first + "; once that is done, the next build publishes it"
}

// pageLike reports whether a kind is published at a time.
func pageLike(k content.Kind) bool {
	return slices.ContainsFunc(content.Specs(k), func(f content.FieldSpec) bool { return f.Key == "published" })
}
