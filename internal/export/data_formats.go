package export

import (
	"strings"

	"casebook/internal/text"
)

// appendRows writes a collection as a list of objects, one a line. What is empty is left out.
func appendRows(b []byte, c Collection) []byte {
	b = append(b, '[')
	first := true
	for r := range c.rows {
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(b, "\n{"...)
		open := len(b)
		for i := range c.Columns {
			col := &c.Columns[i]
			values := col.value(r)
			if len(values) == 0 || !col.List && values[0] == "" {
				continue
			}
			if len(b) > open {
				b = append(b, ',')
			}
			b = append(append(append(b, '"'), col.Key...), `":`...)
			if col.List {
				b = appendList(b, values)
			} else {
				b = text.AppendJSON(b, values[0])
			}
		}
		b = append(b, '}')
	}
	return append(b, "\n]\n"...)
}

// appendTable writes a collection as CSV (RFC 4180). The mark at its beginning tells spreadsheets that it is UTF-8.
func appendTable(b []byte, c Collection) []byte {
	b = append(b, "\ufeff"...)
	for i, col := range c.Columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, col.Key...)
	}
	b = append(b, '\r', '\n')
	for r := range c.rows {
		for i := range c.Columns {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendCell(b, c.Columns[i].value(r))
		}
		b = append(b, '\r', '\n')
	}
	return b
}

// appendCell writes one cell; the values of a list stand between semicolons. A cell that a spreadsheet would take for a formula
// begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection), after any space, as some drop it.
func appendCell(b []byte, values []string) []byte {
	if len(values) == 0 || len(values) == 1 && values[0] == "" {
		return b
	}
	quoted := len(values) > 1
	for _, v := range values {
		quoted = quoted || strings.ContainsAny(v, "\",;\r\n\t") || v != "" && (v[0] == ' ' || v[len(v)-1] == ' ')
	}
	if quoted {
		b = append(b, '"')
	}
	if formula(values[0]) {
		b = append(b, '\'')
	}
	for i, v := range values {
		if i > 0 {
			b = append(b, "; "...)
		}
		if !quoted {
			b = append(b, v...)
			continue
		}
		for {
			before, after, found := strings.Cut(v, `"`)
			b = append(b, before...)
			if !found {
				break
			}
			b = append(b, `""`...)
			v = after
		}
	}
	if quoted {
		b = append(b, '"')
	}
	return b
}

// formula reports a value whose first sign makes it a formula, wide forms of the signs included.
func formula(s string) bool {
	if s != "" && (s[0] == '\t' || s[0] == '\r' || s[0] == '\n') {
		return true
	}
	s = strings.TrimLeft(s, " \t\r\n\u00a0")
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// appendDictionary writes what the columns of all collections mean, as a table of its own.
func appendDictionary(b []byte, all []Collection) []byte {
	b = append(b, "\ufeffcollection,column,list,meaning\r\n"...)
	for _, c := range all {
		for _, col := range c.Columns {
			list := "no"
			if col.List {
				list = "yes"
			}
			for i, v := range []string{c.Name, col.Key, list, col.Doc} {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendCell(b, []string{v})
			}
			b = append(b, '\r', '\n')
		}
	}
	return b
}
