package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/internal/text"
)

// HashLength is how many characters the name of the index's folder has.
const HashLength = 10

// start is what the client's script begins with.
type start struct {
	Dir string `json:"dir"`
	Ext string `json:"ext"`
}

// version is that of the format.
const version = 3

// root is what every reader reads first.
type root struct {
	Version  int               `json:"version"`
	N        int               `json:"n"`
	English  bool              `json:"english"`
	Title    int               `json:"title"`
	Terms    string            `json:"terms"`
	Spell    string            `json:"spell"`
	Rows     int               `json:"rows"`
	Stop     string            `json:"stop"`
	Spelt    map[string]string `json:"spellings"`
	Kinds    [][3]string       `json:"kinds"`
	Status   [][2]string       `json:"status"`
	Synonyms []string          `json:"synonyms"`
	Table    *rowFile          `json:"table,omitempty"` // the rows, when they are few
}

// write puts what was gathered into files.
func (b *builder) write() Index {
	st := start{Ext: ".json"}
	if b.setup.Portable {
		st.Ext = ".js"
	}
	mean := meansOf(b.lengths)
	r := root{Version: version, N: len(b.docs), English: b.setup.English, Title: max(int(math.Round(mean.title*1000)), 1), Kinds: [][3]string{}, Status: [][2]string{}, Synonyms: b.synonyms()}
	if b.setup.English {
		r.Stop, r.Spelt = text.StopWords, text.Spellings()
	}
	for _, d := range b.docs {
		if s := [2]string{d.Status.Class, d.Status.Words}; s[0] != "" && !slices.Contains(r.Status, s) {
			r.Status = append(r.Status, s)
		}
		if k := kindOf(d.Kind); !slices.Contains(r.Kinds, k) {
			r.Kinds = append(r.Kinds, k)
		}
	}
	slices.SortFunc(r.Kinds, func(a, b [3]string) int { return slices.Compare(a[:], b[:]) })
	slices.SortFunc(r.Status, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	var files []File
	portable := b.setup.Portable // by itself: a file must not keep what it was gathered from
	add := func(name string, appendTo func([]byte) []byte) {
		files = append(files, File{name, func(b []byte) []byte {
			if !portable {
				return appendTo(b)
			}
			// A site that is opened from disk has scripts that hand over their value.
			b = append(append(append(b, `casebookSearch("`...), name...), `",`...)
			return append(appendTo(b), ");\n"...)
		}})
	}
	ready := func(name string, value []byte) { add(name, func(b []byte) []byte { return append(b, value...) }) }

	shards, bounds := b.shards(mean, float64(r.Title))
	for i, s := range shards {
		ready("t"+strconv.Itoa(i), s)
	}
	r.Terms = strings.Join(bounds, " ")
	b.terms, b.keys, b.phrases, b.said = nil, text.Vocabulary{}, nil, nil // the rest needs room as well
	lists, letters := b.spelling()
	for i, s := range lists {
		ready("s"+strconv.Itoa(i), s)
	}
	r.Spell = letters
	r.Rows = b.rowsEach()
	groups := b.groups(r.Rows)
	rows := b.rows(r, groups)
	if len(rows) == 1 {
		r.Table = &rows[0]
	} else {
		for i, f := range rows {
			ready("r"+strconv.Itoa(i), marshal(f))
		}
	}
	ready("facets", b.facets())
	ready("root", marshal(r))
	texts := len(files)
	for i, docs := range groups {
		add("x"+strconv.Itoa(i), func(b []byte) []byte { return appendTexts(b, docs) })
	}

	sum := sha256.New()
	var buffer []byte
	for _, f := range files[:texts] {
		buffer = f.Append(buffer[:0])
		fmt.Fprintf(sum, "%s %x\n", f.Path, sha256.Sum256(buffer))
	}
	hashTexts(sum, b.docs)
	st.Dir = "search/" + hex.EncodeToString(sum.Sum(nil)[:HashLength/2]) + "/"
	for i, f := range files {
		files[i].Path = st.Dir + f.Path + st.Ext
	}
	return Index{Start: marshal(st), Folder: st.Dir, Files: files}
}

// marshal is JSON without a line feed at the end and with < > & as they are: nothing here is ever part of a page.
func marshal(v any) []byte { return appendJSON(nil, v) }

func appendJSON(b []byte, v any) []byte {
	out := bytes.NewBuffer(b)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("search: a value cannot be JSON: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}
