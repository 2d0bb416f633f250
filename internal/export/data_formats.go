package export

import (
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"casebook/internal/text"
)

// tableForm is how a collection is written: what stands before its rows, each row, and what stands after.
type tableForm struct {
	head func(b []byte, c Collection) []byte
	row  func(b []byte, c Collection, r row, first bool) []byte
	tail string
}

// jsonForm is a list of objects, one a line. What is empty is left out.
func jsonForm() tableForm {
	return tableForm{func(b []byte, _ Collection) []byte { return append(b, '[') }, jsonRow, "\n]\n"}
}

func jsonRow(b []byte, c Collection, r row, first bool) []byte {
	if !first {
		b = append(b, ',')
	}
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
	return append(b, '}')
}

// csvForm is CSV (RFC 4180). The mark at its beginning tells spreadsheets that it is UTF-8.
func csvForm() tableForm { return tableForm{csvHead, csvRow, ""} }

func csvHead(b []byte, c Collection) []byte {
	b = append(b, "\ufeff"...)
	for i, col := range c.Columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, col.Key...)
	}
	return append(b, '\r', '\n')
}

func csvRow(b []byte, c Collection, r row, _ bool) []byte {
	for i := range c.Columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCell(b, c.Columns[i].value(r))
	}
	return append(b, '\r', '\n')
}

// pieceSize is about how many bytes of a table are made at a time.
const pieceSize = 32 << 10

// pieces are a collection as it is written, one after the other in the same bytes: a long one is never in memory as a whole.
func (f tableForm) pieces(c Collection) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		piece := f.head(make([]byte, 0, 2*pieceSize), c)
		first := true
		for r := range c.rows {
			piece = f.row(piece, c, r, first)
			first = false
			if len(piece) < pieceSize {
				continue
			}
			if !yield(piece) {
				return
			}
			piece = piece[:0]
		}
		yield(append(piece, f.tail...))
	}
}

// size is how many bytes a collection takes.
func (f tableForm) size(c Collection) int {
	n := 0
	for piece := range f.pieces(c) {
		n += len(piece)
	}
	return n
}

// open reads a collection piece by piece.
func (f tableForm) open(c Collection) io.ReadCloser {
	next, stop := iter.Pull(f.pieces(c))
	return &tableReader{next: next, stop: stop}
}

type tableReader struct {
	next  func() ([]byte, bool)
	stop  func()
	piece []byte // what is left of it
}

func (t *tableReader) Read(p []byte) (int, error) {
	for len(t.piece) == 0 {
		piece, more := t.next()
		if !more {
			return 0, io.EOF
		}
		t.piece = piece
	}
	n := copy(p, t.piece)
	t.piece = t.piece[n:]
	return n, nil
}

func (t *tableReader) Close() error {
	t.stop()
	return nil
}

// appendCell writes one cell; the values of a list stand between semicolons. A cell that a spreadsheet would take for a formula
// begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection), after any space, as some drop it.
func appendCell(b []byte, values []string) []byte {
	if len(values) == 0 || len(values) == 1 && values[0] == "" {
		return b
	}
	quoted := len(values) > 1
	for _, v := range values {
		quoted = quoted || parts(v) || v != "" && (v[0] == ' ' || v[len(v)-1] == ' ')
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

// parting are the signs that would part cells or rows, or the values of a list.
var parting = [256]bool{'"': true, ',': true, ';': true, '\r': true, '\n': true, '\t': true}

func parts(v string) bool {
	for i := range len(v) {
		if parting[v[i]] {
			return true
		}
	}
	return false
}

// formula reports a value whose first sign makes it a formula, wide forms of the signs included.
func formula(s string) bool {
	if s == "" || s[0] >= '0' && s[0] <= '9' || s[0] > '@' && s[0] < utf8.RuneSelf {
		return false // a digit or letter, as most begin with
	}
	if s[0] == '\t' || s[0] == '\r' || s[0] == '\n' {
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
