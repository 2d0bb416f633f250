package content

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// drawFields puts the table in the place of a fenced block with the word fields. One with a mistake stays code.
func (b *body) drawFields(fence *ast.FencedCodeBlock, at diag.Pos) {
	name := strings.TrimSpace(string(fence.Lines().Value(b.source)))
	kind := b.kindOfFields(name, at)
	if kind == nil {
		return
	}
	block := &chartBlock{title: "Fields", description: name, html: fieldsTable(*kind)}
	block.SetPos(fence.Pos())
	block.SetBlankPreviousLines(fence.HasBlankPreviousLines())
	parent := fence.Parent()
	parent.ReplaceChild(parent, fence, block)
}

// fieldsTable is the table of a kind's fields, for a fenced block with the word fields and the kind's name: it cannot fall
// behind what casebook reads.
func fieldsTable(kind Kind) string {
	var b strings.Builder
	b.WriteString(`<div class="scroll" role="region" aria-label="Fields of ` + escaped(article(kind.Name)) + `" tabindex="0"><table class="datatable datatable--stack fields">` +
		`<thead><tr><th scope="col">Field</th><th scope="col">What to type</th>` +
		`<th scope="col">What it is</th></tr></thead>` + "\n" + `<tbody>` + "\n")
	for _, f := range Specs(kind) {
		fieldRow(&b, "", f)
		for _, sub := range f.Inner() {
			fieldRow(&b, f.Key+": ", sub)
		}
	}
	b.WriteString("</tbody></table></div>\n")
	return b.String()
}

func fieldRow(b *strings.Builder, of string, f FieldSpec) {
	b.WriteString(`<tr><th scope="row" data-of="Field"><code>` + escaped(of+f.Key) + `</code>`)
	switch {
	case f.Required:
		b.WriteString(" needed")
	case f.Complete:
		b.WriteString(" for a complete record")
	}
	b.WriteString(`</th><td data-of="What to type">` + inCode(f.Wants()) + `</td><td data-of="What it is">` + inCode(f.Doc))
	if f.Inverse != "" && f.To != "file" {
		b.WriteString(" Shown there as: " + escaped(f.Inverse) + ".")
	}
	b.WriteString("</td></tr>\n")
}

// inCode is text in which backquotes mark code.
func inCode(s string) string {
	var b strings.Builder
	for i, part := range strings.Split(escaped(s), "`") {
		if i > 0 {
			b.WriteString([]string{"</code>", "<code>"}[i%2])
		}
		b.WriteString(part)
	}
	return b.String()
}

// kindOfFields reads the one line of a fields block. It is nil, after a message, when that names no kind.
func (b *body) kindOfFields(name string, at diag.Pos) *Kind {
	if name == "casebook.yaml" {
		return &Kind{Name: name, New: func() Entity { return new(Config) }}
	}
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		if k.Name == name {
			return &k
		}
		names[i] = k.Name
	}
	problem := b.problems.Error("CB105", at, "no kind is called %q, so its fields cannot be listed", name)
	if near, ok := text.Nearest(name, names); ok {
		problem.Remedy("did you mean %s?", near)
	} else {
		problem.Remedy("below the word fields stands one line with the name of a kind, such as case")
	}
	return nil
}
