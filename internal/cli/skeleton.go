package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/content"
	"casebook/internal/text"
)

// later are fields that nobody needs on the first day; a new file only names them.
var later = []string{"aliases", "slug", "status", "changes", "withdrawn", "supersedes", "expires", "on_expiry", "doi", "number",
	"recommendations", "language", "licence", "see_also", "primary", "reviewed"}

// waits are kinds that would be published at once and have text worth waiting for: a new one begins as a draft.
var waits = []string{"journey", "framework", "principle", "scheme", "method", "statement"}

// skeleton is the text of a new file: every required field, with the values that are known; the others as comments to
// take the # from. known maps a field to its value as YAML, "" for one that has to be filled in here; names gives what may
// be named in a field, for hints.
func skeleton(k content.Kind, known map[string]string, names func(f content.FieldSpec) []string) string {
	var b strings.Builder
	if k.File == "" {
		b.WriteString("---\n")
	}
	var rest, last []content.FieldSpec
	for _, f := range content.Specs(k) {
		value, given := known[f.Key]
		switch {
		case given && value != "" && !strings.HasPrefix(value, "#"):
			fmt.Fprintf(&b, "%s: %s\n", f.Key, value)
		case f.Required || given && value == "":
			fmt.Fprintf(&b, "# %s\n%s:\n", hint(f, names(f)), f.Key)
		case slices.Contains(later, f.Key):
			last = append(last, f)
		default:
			rest = append(rest, f)
		}
	}
	if slices.Contains(waits, k.Name) {
		b.WriteString("# Take this line away to publish it.\nstatus: draft\n")
	}
	slices.SortStableFunc(rest, func(a, b content.FieldSpec) int { return order(a) - order(b) })
	if len(rest) > 0 {
		b.WriteString("#\n# Take the # away from those you want:\n")
	}
	complete := false
	for _, f := range rest {
		if f.Complete && !complete {
			b.WriteString("#\n# For a complete record:\n")
			complete = true
		}
		if !f.Complete && complete {
			b.WriteString("#\n# If it helps:\n")
			complete = false
		}
		value := strings.TrimPrefix(known[f.Key], "# ")
		if value != "" {
			value = " " + value
		}
		fmt.Fprintf(&b, "#%s:%s\n#   %s\n", f.Key, value, hint(f, names(f)))
	}
	if len(last) > 0 {
		keys := make([]string, len(last))
		for i, f := range last {
			keys[i] = f.Key
		}
		fmt.Fprintf(&b, "#\n# Seldom needed: %s. `casebook explain %s` says what they are.\n", strings.Join(keys, ", "), k.Name)
	}
	if k.File != "" {
		return b.String()
	}
	b.WriteString("---\n" + bodies[k.Name])
	return b.String()
}

// order puts the date of publication first, then what a complete record needs.
func order(f content.FieldSpec) int {
	switch {
	case f.Key == "published":
		return 0
	case f.Complete:
		return 1
	}
	return 2
}

// hint says what belongs in a field: what it is, what may be written, and which names there are.
func hint(f content.FieldSpec, there []string) string {
	const most = 12
	out := f.Doc
	switch {
	case len(f.Enum) > 0:
		return out + " One of: " + strings.Join(f.Enum, ", ") + "."
	case f.YesNo():
		return out + " Write yes or no."
	case f.To == "" || f.To == "any" || f.To == "file" || strings.Contains(f.To, "|"):
		return out
	}
	if f.List() && !f.Map && !f.Flip && len(f.Fields) == 0 {
		out += " A list in brackets: [one, two]."
	}
	switch {
	case len(there) == 0:
		return out
	case len(there) <= most:
		return out + " There are: " + strings.Join(there, ", ") + "."
	}
	return out + " `casebook list " + strconv.Quote(f.To) + "` shows what there is."
}

// bodies are the first lines below the front matter, for kinds whose files begin as drafts and whose text has a shape.
var bodies = map[string]string{
	"case": `## What we did

Whom you asked, when, how many answered, and how the project came about.

## Findings

- What you found, in a sentence with its number. {#f1}

## Recommendations

### Ask for one thing, in a sentence that begins with a verb. {#r1}
Because: f1

Why, and what it would take.

## Limits

Whom you could not ask, and how far this carries over.
`,
	"insight": `How the panel came to talk about this, and what it did.

## Points

- What was said, in a sentence. {#p1}

## Suggestions

### Ask for one thing, in a sentence that begins with a verb. {#r1}
Because: p1

Why, and what it would take.

## Limits

Who was not in the room.
`,
	"question":  "Why it matters, and what would help to know.\n",
	"principle": "## Asks of staff\n\n- \n\n## Asks of students\n\n- \n",
	"method":    "## Good for\n\n- \n\n## Not for\n\n- \n\n## Steps\n\n1. \n",
}

// freeNumber is the next number of a programme in a year: one more than the highest that was ever used.
func freeNumber(prefix, year string, used []string) string {
	begin := strings.ToUpper(prefix) + "-" + year[:4] + "-"
	highest := 0
	for _, u := range used {
		rest, ok := strings.CutPrefix(strings.ToUpper(u), begin)
		if n, err := strconv.Atoi(rest); ok && err == nil {
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("%s%02d", begin, highest+1)
}

// quoted writes text as a YAML value in double quotes, whose escapes for quotes and backslashes are Go's.
func quoted(s string) string { return strconv.Quote(strings.Join(strings.Fields(s), " ")) }

// slugName is the file name for a title.
func slugName(title string) (string, error) {
	name := text.Slug(title)
	if name == "" {
		return "", wrongUse("give it a title with letters or digits", "no file name can be made from %q", title)
	}
	return name, nil
}
