package library

import "strings"

// front writes one file: front matter, then Markdown.
type front struct{ strings.Builder }

func newFront() *front {
	f := &front{}
	f.WriteString("---\n")
	return f
}

func (f *front) field(key, value string) {
	f.WriteString(key + ": " + scalar(value) + "\n")
}

func (f *front) list(key string, values ...string) {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = scalar(v)
	}
	f.WriteString(key + ": [" + strings.Join(quoted, ", ") + "]\n")
}

// lines writes text as it stands, each part on a line of its own.
func (f *front) lines(lines ...string) {
	for _, line := range lines {
		f.WriteString(line + "\n")
	}
}

// body ends the front matter and gives the whole file. Blocks are set apart by blank lines.
func (f *front) body(blocks ...string) string {
	size := len("---\n")
	for _, block := range blocks {
		size += len(block) + 2
	}
	f.Grow(size)
	f.WriteString("---\n")
	for i, block := range blocks {
		if i > 0 {
			f.WriteByte('\n')
		}
		f.WriteString(block)
		f.WriteByte('\n')
	}
	return f.String()
}

// scalar quotes what YAML could read as something else; the rest stays plain, as an editor would type it.
func scalar(v string) string {
	if v == "" || strings.ContainsAny(v, ",[]{}#\"") || strings.Contains(v, ": ") || strings.ContainsAny(v[:1], "-?:&*!|>'%@`0123456789") && !isDate(v) {
		return `"` + strings.ReplaceAll(v, `"`, `\"`) + `"`
	}
	return v
}

// isDate reports whether v is a day or an academic year, which are typed without quotes.
func isDate(v string) bool {
	for _, r := range v {
		if (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return len(v) == len("2019-20") || len(v) == len("2019-06-20")
}
