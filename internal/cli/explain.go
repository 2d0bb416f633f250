package cli

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

var diagCode = regexp.MustCompile(`(?i)^cb-?\d+$`)

func explainCommand(sh shell) *cobra.Command {
	return &cobra.Command{
		Use:               "explain [KIND|CODE]",
		Short:             "Explain the fields of a kind, or what a message means and how to mend it",
		Example:           "  casebook explain case\n  casebook explain config\n  casebook explain CB031",
		Args:              takes(0, 1, "ask for one kind or one code at a time"),
		ValidArgsFunction: withKinds(append(kindNames(), "config")),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return explainAll(sh.out)
			}
			if diagCode.MatchString(args[0]) {
				return explainCode(sh.out, args[0])
			}
			if key := text.Fold(args[0]); key == "config" || key == "casebook.yaml" {
				return explainKind(sh.out, configKind())
			}
			k, ok := kindCalled(partOf(args[0]))
			if !ok {
				return unknownKind(args[0], append(kindNames(), "config"))
			}
			return explainKind(sh.out, k)
		},
	}
}

// partOf leads from what is written inside a file of another kind to that kind.
func partOf(name string) string {
	switch text.Fold(name) {
	case "recommendation", "recommendations", "finding", "findings", "credit", "credits":
		return "case"
	}
	return name
}

func explainAll(w io.Writer) error {
	var b strings.Builder
	b.WriteString("The kinds of thing a library holds, each in its folder below content/:\n\n")
	for _, k := range content.Kinds {
		first, _, _ := strings.Cut(purposes[k.Name], ". ")
		fmt.Fprintf(&b, "  %-10s %s\n", k.Name, strings.TrimSuffix(first, "."))
	}
	b.WriteString("\n  casebook explain case     what a case holds, with an example\n" +
		"  casebook explain config   what casebook.yaml holds\n" +
		"  casebook explain CB031    what a message with that code means\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func explainCode(w io.Writer, code string) error {
	code = strings.ToUpper(strings.ReplaceAll(code, "-", ""))
	e, ok := diag.Explain(code)
	if !ok {
		var codes []string
		for _, known := range diag.Explanations {
			codes = append(codes, known.Code)
		}
		remedy := "codes have the form CB031; a message shows its own"
		if near, ok := text.Nearest(code, codes); ok {
			remedy = "did you mean " + near + "?"
		}
		return wrongUse(remedy, "there is no message with the code %s", code)
	}
	_, err := fmt.Fprintf(w, "%s: %s\n\n%s\n\nHow to mend it\n%s\n", e.Code, e.Title, wrap(e.Means, "  "), wrap(e.Mend, "  "))
	return err
}

func explainKind(w io.Writer, k content.Kind) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n  file     %s\n", k.Name, wrap(purposes[k.Name], "  "), fileName(k))
	if k.Name != "config" {
		fmt.Fprintf(&b, "  address  %s\n", address(k))
	}
	b.WriteString("\nFields (R required, C needed for a complete record)\n")
	for _, f := range content.Specs(k) {
		field(&b, f, "")
		for _, sub := range f.Inner() {
			field(&b, sub, "    ")
		}
	}
	if len(k.Sections) > 0 {
		b.WriteString("\nSections of the text with a place of their own; other headings stay where they are\n")
		for _, s := range k.Sections {
			fmt.Fprintf(&b, "  ## %s\n%s\n", s, wrap(sectionDocs[s], "       "))
		}
	}
	if text := exampleOf(k); text != "" {
		b.WriteString("\nA small example\n\n")
		for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
			b.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// field prints one field in two parts: what to type, and what it is.
func field(b *strings.Builder, f content.FieldSpec, indent string) {
	mark := " "
	if f.Complete {
		mark = "C"
	}
	if f.Required {
		mark = "R"
	}
	below := indent + strings.Repeat(" ", 18)
	fmt.Fprintf(b, "%s%s %-15s %s\n", indent, mark, f.Key, strings.TrimPrefix(wrap(f.Wants(), below), below))
	if f.Doc != "" {
		fmt.Fprintf(b, "%s\n", wrap(f.Doc, below))
	}
	if f.Inverse != "" && f.To != "file" {
		fmt.Fprintf(b, "%s\n", wrap("Shown there as: "+f.Inverse+".", below))
	}
}

// wrap breaks a text into lines of about a hundred characters, each with the indent before it.
func wrap(s, indent string) string {
	const width = 100
	var b strings.Builder
	line := indent
	for _, word := range strings.Fields(s) {
		if len([]rune(line))+len([]rune(word)) >= width && line != indent {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = indent
		}
		line += word + " "
	}
	return b.String() + strings.TrimRight(line, " ")
}
