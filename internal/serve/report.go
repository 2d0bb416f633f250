package serve

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"casebook/internal/build"
	"casebook/internal/diag"
)

// report is what the terminal says about a load: which files changed, what is wrong now, and how much there is to mend.
func report(files []string, was, now diag.List, err error, colour bool) string {
	var b bytes.Buffer
	b.WriteString(sentence(files))
	if err != nil {
		fmt.Fprintf(&b, "the site could not be read (%v), so the preview stays as it was\n", err)
		return b.String()
	}
	if slices.Equal(was, now) {
		return b.String()
	}
	diag.Print(&b, news(was, now), diag.Text, colour) // a buffer takes everything
	b.WriteString(diag.Summary(now))
	if now.Failed() {
		b.WriteString("; the preview stays as it was and shows the errors on top")
	}
	b.WriteString("\n")
	return b.String()
}

// news is what to print of a list: every error, and the warnings that were not there before, wherever they have moved to.
func news(was, now diag.List) diag.List {
	type key struct{ file, code, message string }
	known := map[key]bool{}
	for _, d := range was {
		known[key{d.At.File, d.Code, d.Message}] = true
	}
	return slices.DeleteFunc(slices.Clone(now), func(d diag.Diag) bool {
		return d.Severity != diag.Error && known[key{d.At.File, d.Code, d.Message}]
	})
}

// sentence names what changed, or says how much.
func sentence(files []string) string {
	switch n := len(files); {
	case n == 0:
		return ""
	case n <= 3:
		return "changed: " + strings.Join(files, ", ") + "\n"
	default:
		return fmt.Sprintf("changed: %d files\n", n)
	}
}

// changed lists the files that differ between two snapshots.
func changed(a, b *build.Snapshot) []string {
	if a == nil || b == nil {
		return nil
	}
	var out []string
	old, now := a.Tree.Files, b.Tree.Files
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0].Path < now[0].Path:
			out, old = append(out, old[0].Path), old[1:]
		case len(old) == 0 || now[0].Path < old[0].Path:
			out, now = append(out, now[0].Path), now[1:]
		default:
			if old[0].Hash != now[0].Hash {
				out = append(out, now[0].Path)
			}
			old, now = old[1:], now[1:]
		}
	}
	return out
}
