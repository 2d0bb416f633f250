package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"casebook/internal/content"
	"casebook/internal/diag"
)

// shelf is a library small enough to read at a glance and without a fault. Rows of tables add files to it, or write others
// in their place.
const shelf = `
-- casebook.yaml --
title: Shelf
base_url: https://shelf.example/
contact: Desk
-- content/vocabularies.yaml --
groups:
  everyone: Everyone
  commuters: Commuters
-- content/contacts/desk.md --
---
title: Desk
email: desk@shelf.example
---
-- content/units/college.md --
---
title: College
---
-- content/units/economics.md --
---
title: Economics
parent: College
---
-- content/units/library.md --
---
title: The Library
---
-- content/themes/feedback.md --
---
title: Feedback
---
-- content/methods/survey.md --
---
title: Survey
---
-- content/programmes/lab.md --
---
title: Change Lab
prefix: CL
---
-- content/people/ada.md --
---
name: Ada Lovell
---
-- content/guide/first.md --
---
title: First steps
summary: How to begin.
published: 2024-01-02
---
Begin.
-- content/cases/CL-2020-01.md --
---
title: Late comments
summary: Comments came too late.
year: 2020-21
published: 2021-06-20
studied: [Economics]
themes: [Feedback]
credits: programme
---
## Recommendations
### Publish the dates. {#r1}
For: Economics
### Open the room. {#r2}
For: The Library; Economics
`

// joined is the site of the shelf with other files on it, and every problem of parsing and assembling, in order. A file
// without any text is taken off the shelf; what is not content stands as an attachment.
func joined(t testing.TB, cfg Config, more string) (*Site, diag.List) {
	t.Helper()
	files := map[string]string{}
	for _, text := range []string{shelf, more} {
		for _, f := range txtar.Parse([]byte(text)).Files {
			if files[f.Name] = string(f.Data); len(f.Data) == 0 {
				delete(files, f.Name)
			}
		}
	}
	if cfg.Today == "" {
		cfg.Today = "2026-11-20"
	}
	var docs []*content.Doc
	var attachments []Attachment
	var problems diag.List
	var opts content.Options
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(path, "content/") && !content.IsMarkdown(path) && path != "content/vocabularies.yaml" && path != "content/references.json" && path != content.StatementFile {
			attachments = append(attachments, Attachment{Path: path, Size: int64(len(files[path])), Text: files[path]})
			continue
		}
		d, found := content.Parse(path, files[path], opts)
		problems = append(problems, found...)
		if d != nil {
			if c, ok := d.Entity.(*content.Config); ok {
				opts.Languages = c.Languages
			}
			docs = append(docs, d)
		}
	}
	s, found := Assemble(cfg, docs, attachments)
	all := slices.DeleteFunc(append(problems, found...), func(d diag.Diag) bool { return d.Code == "CB040" }) // records here are thin on purpose
	return s, all.Sorted()
}

// said is each problem as file:line severity code, marked when only check says it.
func said(problems diag.List) []string {
	out := []string{}
	for _, p := range problems {
		line := fmt.Sprintf("%s:%d %s %s", p.At.File, p.At.Line, p.Severity, p.Code)
		if p.Check {
			line += " in check"
		}
		out = append(out, line)
	}
	return out
}
