package cli

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/internal/build"
	"casebook/internal/diag"
)

// common is the flags that every command takes, as typed.
type common struct {
	source  string
	output  string
	baseURL string
	drafts  bool
	asOf    string
	format  string
	quiet   bool
	verbose bool
}

func (c *common) flags(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&c.source, "source", ".", "the site's `FOLDER`")
	f.StringVar(&c.output, "output", "public", "the `FOLDER` that is published; without this flag, public in the site's folder")
	f.StringVar(&c.baseURL, "base-url", "", "`ADDRESS` of the published site, instead of base_url in casebook.yaml")
	f.BoolVar(&c.drafts, "drafts", false, "show drafts and what is scheduled")
	f.StringVar(&c.asOf, "as-of", "", "the `DATE` for which to say what is open, due or public, such as 2026-09-01")
	f.StringVar(&c.format, "format", "text", "`FORMAT` in which problems are printed: text, json, github or sarif")
	f.BoolVar(&c.quiet, "quiet", false, "say only what went wrong")
	f.BoolVar(&c.verbose, "verbose", false, "say more about what is done")
}

// place is the site that a command works on.
type place struct {
	source string // absolute
	output string // absolute
	shown  string // the output as a person would type it
}

// placeOf finds the folders. Without --output, public lies in the site's folder, wherever that is.
func placeOf(sh shell, cmd *cobra.Command, c *common) place {
	p := place{source: under(sh.Dir, c.source), shown: c.output}
	if cmd.Flags().Changed("output") {
		p.output = under(sh.Dir, c.output)
		return p
	}
	p.output = filepath.Join(p.source, c.output)
	if cmd.Flags().Changed("source") {
		p.shown = filepath.Join(c.source, c.output)
	}
	return p
}

func under(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

// isSite reports whether a folder looks like a site.
func isSite(dir string) bool {
	for _, name := range []string{"casebook.yaml", "content"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	return false
}

// needSite refuses a folder that is not a site before anything is done in it.
func needSite(p place, typed string) error {
	info, err := os.Stat(p.source)
	switch {
	case os.IsNotExist(err):
		return wrongUse("check --source, or make a site with `casebook init "+typed+"`", "there is no folder %s", p.source)
	case err != nil:
		return fmt.Errorf("look at %s: %w", p.source, err)
	case !info.IsDir():
		return wrongUse("give --source the folder that has casebook.yaml in it", "%s is a file, not a folder", p.source)
	case isSite(p.source):
		return nil
	}
	for dir := filepath.Dir(p.source); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "casebook.yaml")); err == nil {
			return wrongUse("the site is in "+dir+": go there, or add --source "+dir, "%s is not a site: it has no casebook.yaml", p.source)
		}
	}
	return wrongUse("`casebook init` makes a small library here; --source FOLDER works on another folder", "%s is not a site: it has no casebook.yaml", p.source)
}

// options turns the flags into those of a build. The list holds what is wrong with the site's time zone.
func options(sh shell, c *common, p place) (build.Options, diag.List, error) {
	if err := needSite(p, c.source); err != nil {
		return build.Options{}, nil, err
	}
	base, err := baseURL(c.baseURL)
	if err != nil {
		return build.Options{}, nil, err
	}
	zone, problems := zoneOf(p.source)
	day, err := today(sh.Env, c.asOf, zone)
	if err != nil {
		return build.Options{}, nil, err
	}
	return build.Options{Source: p.source, Today: day, Drafts: c.drafts, BaseURL: base}, problems, nil
}

func baseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", wrongUse("write the whole address, such as --base-url https://partnership.example.ac.uk/", "--base-url cannot be %q", s)
	}
	return strings.TrimSuffix(s, "/") + "/", nil
}

// today is the day for which a site is built: --as-of, else SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/) as a moment in the site's zone, else now in that zone.
func today(env Env, asOf string, zone *time.Location) (string, error) {
	if asOf != "" {
		day, err := time.Parse(time.DateOnly, asOf)
		if err != nil {
			return "", wrongUse("write year, month, day, such as --as-of 2026-09-01", "--as-of cannot be %q", asOf)
		}
		return day.Format(time.DateOnly), nil
	}
	if epoch := env.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return "", wrongUse("it is a number of seconds since 1970, such as 1788220800; or use --as-of 2026-09-01", "SOURCE_DATE_EPOCH cannot be %q", epoch)
		}
		return time.Unix(seconds, 0).In(zone).Format(time.DateOnly), nil
	}
	return env.Now().In(zone).Format(time.DateOnly), nil
}

const usualZone = "Europe/London"

// zoneOf is the site's time zone, and what is wrong with the one in casebook.yaml.
func zoneOf(source string) (*time.Location, diag.List) {
	var problems diag.List
	name := build.TimeZone(source)
	zone, err := time.LoadLocation(name)
	if err == nil && name != "" && name != "Local" {
		return zone, nil
	}
	at := diag.Pos{File: "casebook.yaml"}
	config, _ := os.ReadFile(filepath.Join(source, "casebook.yaml"))
	for i, line := range strings.Split(string(config), "\n") {
		if strings.HasPrefix(line, "timezone:") {
			col := len("timezone:") + len(line[len("timezone:"):]) - len(strings.TrimLeft(line[len("timezone:"):], " ")) + 1
			at = diag.Pos{File: "casebook.yaml", Line: i + 1, Col: col, Len: max(len(name), 1)}
		}
	}
	problems.Error("CB190", at, "there is no time zone called %q", name).
		Remedy("write a name such as %s or Europe/Dublin", usualZone)
	usual, err := time.LoadLocation(usualZone)
	if err != nil {
		panic("cli: the zone data is not in the program")
	}
	lines := strings.Split(string(config), "\n")
	return usual, problems.Excerpts(func(_ string, n int) string { return lines[n-1] })
}

// formatOf reads --format.
func formatOf(c *common) (diag.Format, error) {
	f := diag.Format(strings.ToLower(c.format))
	if !slices.Contains(diag.Formats, f) {
		return "", wrongUse("it is one of text, json, github and sarif", "--format cannot be %q", c.format)
	}
	return f, nil
}
