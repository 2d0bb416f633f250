package search

import (
	"fmt"
	"strings"
)

// Row is what a result shows at once.
type Row struct {
	URL, Title, Kind, Number string
	Status                   Status // of a recommendation

	file, place int // of its text
}

// Rows reads what hits show.
func Rows(x *Reader, hits []Hit) ([]Row, error) {
	out := make([]Row, len(hits))
	for i, h := range hits {
		r, err := x.row(h.Doc)
		if err != nil {
			return nil, err
		}
		out[i] = r
	}
	return out, nil
}

func (x *Reader) row(doc int) (Row, error) {
	n, at := doc/x.root.Rows, doc%x.root.Rows
	rows, ok := x.rows[n]
	if !ok {
		name := fmt.Sprintf("r%d", n)
		f := x.root.Table
		if f == nil {
			f = &rowFile{}
			if err := x.file(name, f); err != nil {
				return Row{}, err
			}
		} else {
			name = "root"
		}
		if rows, ok = x.unpackRows(*f); !ok {
			return Row{}, x.damaged(name)
		}
		x.rows[n] = rows
	}
	if at >= len(rows) {
		return Row{}, x.damaged("root")
	}
	return rows[at], nil
}

// unpackRows reads a file of rows, if it is one.
func (x *Reader) unpackRows(f rowFile) ([]Row, bool) {
	urls, titles, numbers := strings.Split(f.U, "\n"), strings.Split(f.T, "\n"), strings.Split(f.N, "\n")
	n := len(urls)
	if len(titles) != n || len(numbers) != n || len(f.P) != n || len(f.K) != n || len(f.S) != n {
		return nil, false
	}
	p, k, s, t := unpacker{rest: f.P}, unpacker{rest: f.K}, unpacker{rest: f.S}, unpacker{rest: f.X}
	out := make([]Row, n)
	file, place, before := 0, 0, ""
	for i := range out {
		prefix, kind, status := p.symbol(), k.symbol(), s.symbol()
		switch step := 0; i {
		case 0:
			file = t.number()
		default:
			step = t.symbol()
			file, place = file+step, place+1
			if step > 0 {
				place = 0
			}
		}
		if prefix > len(before) || kind >= len(x.root.Kinds) || status > len(x.root.Status) {
			return nil, false
		}
		before = before[:prefix] + urls[i]
		out[i] = Row{URL: before, Title: titles[i], Kind: x.root.Kinds[kind][0], Number: numbers[i], file: file, place: place}
		if status > 0 {
			out[i].Status = Status{x.root.Status[status-1][0], x.root.Status[status-1][1]}
		}
	}
	return out, p.err == nil && k.err == nil && s.err == nil && t.err == nil && t.rest == ""
}

// Text reads a document's summary, headings and texts.
func Text(x *Reader, doc int) (Document, error) {
	r, err := x.row(doc)
	if err != nil {
		return Document{}, err
	}
	list, ok := x.texts[r.file]
	if !ok {
		if err := x.file(fmt.Sprintf("x%d", r.file), &list); err != nil {
			return Document{}, err
		}
		x.texts[r.file] = list
	}
	if r.place >= len(list) || len(list[r.place].X) > len(list[r.place].H)+1 {
		return Document{}, x.damaged(fmt.Sprintf("x%d", r.file))
	}
	d := Document{Summary: list[r.place].S, Texts: list[r.place].X}
	for _, h := range list[r.place].H {
		d.Headings = append(d.Headings, Heading{h[0], h[1]})
	}
	return d, nil
}
