// Package diag says what went wrong, where, and what to do about it.
//
// Problems in content are data: a List travels beside the value that a stage made, with file, line, column, cause and
// remedy, and is printed once at the end of a run. A Go error is kept for a broken machine or a bug of ours. Nothing here
// reads a file: who has the lines attaches them with Excerpts.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether a problem stops publication.
type Severity uint8

const (
	// Note is worth knowing in `check` only.
	Note Severity = iota
	// Warning is published and said.
	Warning
	// Error leaves the published site untouched.
	Error
)

// String is the word printed for the severity.
func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Pos is a place in a source file. Line and Col count from 1, Col and Len in characters (not bytes). Line 0 means the
// whole file.
type Pos struct {
	File string
	Line int
	Col  int
	Len  int
}

// String is file:line:col, as editors' tools understand it.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, max(p.Col, 1))
}

// Diag is one problem.
type Diag struct {
	Code     string
	Severity Severity
	At       Pos
	Message  string // cause, lower case, no full stop, the editor's words
	Hint     string // remedy, the same
	Excerpt  string // the source line, attached before printing
	Check    bool   // said by `check` only: a gap in a record rather than a fault
}

// List is every problem of a stage or a run.
type List []Diag

// Add appends a problem and gives its place, so that a hint can follow.
func (l *List) Add(severity Severity, code string, at Pos, format string, args ...any) *Diag {
	*l = append(*l, Diag{Code: code, Severity: severity, At: at, Message: clean(fmt.Sprintf(format, args...))})
	return &(*l)[len(*l)-1]
}

// Error appends an error.
func (l *List) Error(code string, at Pos, format string, args ...any) *Diag {
	return l.Add(Error, code, at, format, args...)
}

// Warn appends a warning.
func (l *List) Warn(code string, at Pos, format string, args ...any) *Diag {
	return l.Add(Warning, code, at, format, args...)
}

// Note appends a note.
func (l *List) Note(code string, at Pos, format string, args ...any) *Diag {
	return l.Add(Note, code, at, format, args...)
}

// Remedy says what to do. It changes the Diag it is called on, which is still being built.
func (d *Diag) Remedy(format string, args ...any) *Diag {
	d.Hint = clean(fmt.Sprintf(format, args...))
	return d
}

// InCheck keeps a problem for `casebook check`: build and serve do not say it.
func (d *Diag) InCheck() *Diag {
	d.Check = true
	return d
}

// ForBuild is the list without what only `check` says.
func (l List) ForBuild() List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diag) bool { return d.Check })
}

// Count is how many problems have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Failed reports whether the list has an error.
func (l List) Failed() bool { return l.Count(Error) > 0 }

// Strict turns every warning into an error.
func (l List) Strict() List {
	out := slices.Clone(l)
	for i := range out {
		if out[i].Severity == Warning {
			out[i].Severity = Error
		}
	}
	return out
}

// Sorted is the list by file, line, column and code, each problem once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diag) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Col, b.At.Col),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(out, func(a, b Diag) bool { return a.At == b.At && a.Code == b.Code && a.Message == b.Message })
}

// Excerpts attaches to each problem the line it stands in. lines gives the text of a line (from 1) or "".
func (l List) Excerpts(line func(file string, n int) string) List {
	out := slices.Clone(l)
	for i, d := range out {
		if d.At.Line > 0 {
			out[i].Excerpt = clean(line(d.At.File, d.At.Line))
		}
	}
	return out
}

// clean makes text safe for a terminal: control characters become spaces.
func clean(s string) string {
	safe := true
	for _, r := range s {
		if control(r) {
			safe = false
			break
		}
	}
	if safe {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if control(r) {
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}

// control is true for C0 and C1 controls and for the characters that reorder text (bidirectional overrides).
func control(r rune) bool {
	return r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
