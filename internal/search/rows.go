package search

import "fmt"

// Row is what a result shows at once.
type Row struct {
	URL, Title, Kind, Number string
	Status                   Status // of a recommendation
}

// Rows reads what hits show.
func Rows(x *Reader, hits []Hit) ([]Row, error) {
	out := make([]Row, len(hits))
	for i, h := range hits {
		f, err := x.rowFile(h.Doc / x.root.Rows)
		if err != nil {
			return nil, err
		}
		at := h.Doc % x.root.Rows
		if at >= len(f.U) {
			return nil, x.damaged(fmt.Sprintf("r%d", h.Doc/x.root.Rows))
		}
		k, s := unpacker{rest: f.K[at : at+1]}, unpacker{rest: f.S[at : at+1]}
		kind, status := k.symbol(), s.symbol()
		if k.err != nil || s.err != nil || kind >= len(x.root.Kinds) || status > len(x.root.Status) {
			return nil, x.damaged(fmt.Sprintf("r%d", h.Doc/x.root.Rows))
		}
		out[i] = Row{URL: f.U[at], Title: f.T[at], Kind: x.root.Kinds[kind], Number: f.N[at]}
		if status > 0 {
			out[i].Status = Status{x.root.Status[status-1][0], x.root.Status[status-1][1]}
		}
	}
	return out, nil
}

func (x *Reader) rowFile(i int) (*rowFile, error) {
	if f, ok := x.rows[i]; ok {
		return f, nil
	}
	name := fmt.Sprintf("r%d", i)
	var f rowFile
	if err := x.file(name, &f); err != nil {
		return nil, err
	}
	if n := len(f.U); len(f.T) != n || len(f.K) != n || len(f.S) != n || len(f.N) != n {
		return nil, x.damaged(name)
	}
	x.rows[i] = &f
	return &f, nil
}

// Text reads a document's summary, headings and texts.
func Text(x *Reader, doc int) (Document, error) {
	i := doc / x.root.Text
	list, ok := x.texts[i]
	if !ok {
		if err := x.file(fmt.Sprintf("x%d", i), &list); err != nil {
			return Document{}, err
		}
		x.texts[i] = list
	}
	at := doc % x.root.Text
	if doc < 0 || at >= len(list) || len(list[at].X) > len(list[at].H)+1 {
		return Document{}, x.damaged(fmt.Sprintf("x%d", i))
	}
	d := Document{Summary: list[at].S, Texts: list[at].X}
	for _, h := range list[at].H {
		d.Headings = append(d.Headings, Heading{h[0], h[1]})
	}
	return d, nil
}
