package search

import (
	"encoding/binary"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling writes the words that a misspelt one may be meant for, by their first character.
func (b *builder) spelling() (files [][]byte, letters string) {
	var list []wordInfo
	for _, w := range b.words {
		switch {
		case !w.plain, w.term < 0, len(w.word) < 3, strings.ContainsAny(w.word, "0123456789"):
		case len(b.docs) >= 2000 && w.df < 2 && !w.marked:
		default:
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(x, y wordInfo) int { return byUnits(x.word, y.word) })
	for len(list) > 0 {
		first, _ := utf8.DecodeRuneInString(list[0].word)
		var words []string
		var df []byte
		for len(list) > 0 && strings.HasPrefix(list[0].word, string(first)) {
			words = append(words, list[0].word)
			df = appendSymbol(df, halfOctaves(int(list[0].df)))
			list = list[1:]
		}
		files = append(files, marshal([2]string{strings.Join(words, " "), string(df)}))
		letters += string(first)
	}
	return files, letters
}

// halfOctaves is floor(2·log2(n)) of a number from 1 on.
func halfOctaves(n int) int {
	k := 2 * (bits.Len(uint(n)) - 1)
	if low := 1 << (k / 2); n*n >= 2*low*low {
		k++
	}
	return k
}

type rowFile struct {
	U []string `json:"u"`
	T []string `json:"t"`
	K string   `json:"k"`
	S string   `json:"s"`
	N []string `json:"n"`
}

// rows writes what a result shows at once. One file serves all while it is small; then few documents share one.
func (b *builder) rows(r root) (files [][]byte, each int) {
	size := 0
	for _, d := range b.docs {
		size += len(d.URL) + len(d.Title) + len(d.Number) + 10
	}
	each = len(b.docs)
	if size > wholeTable {
		each = max(32, (len(b.docs)+999)/1000)
	}
	each = max(each, 1)
	for docs := range slices.Chunk(b.docs, each) {
		var f rowFile
		var kinds, statuses []byte
		for _, d := range docs {
			f.U = append(f.U, d.URL)
			f.T = append(f.T, d.Title)
			f.N = append(f.N, d.Number)
			kinds = appendSymbol(kinds, slices.Index(r.Kinds, d.Kind))
			statuses = appendSymbol(statuses, 1+slices.Index(r.Status, [2]string{d.Status.Class, d.Status.Words}))
		}
		f.K, f.S = string(kinds), string(statuses)
		files = append(files, marshal(f))
	}
	return files, each
}

type textDoc struct {
	S string      `json:"s"`
	H [][2]string `json:"h"`
	X []string    `json:"x"`
}

// hashTexts writes everything that text files are made of: making them twice would cost more than all their words.
func hashTexts(to io.Writer, docs []Document) {
	var buffer []byte
	say := func(s string) {
		buffer = binary.AppendUvarint(buffer, uint64(len(s)))
		buffer = append(buffer, s...)
	}
	for _, d := range docs {
		buffer = binary.AppendUvarint(buffer[:0], uint64(len(d.Headings)))
		say(d.Summary)
		for _, h := range d.Headings {
			say(h.Text)
			say(h.Anchor)
		}
		for _, t := range d.Texts {
			say(t)
		}
		to.Write(buffer) // a hash takes everything
	}
}

func textFile(docs []Document) []byte {
	out := make([]textDoc, len(docs))
	for i, d := range docs {
		out[i] = textDoc{S: d.Summary, H: make([][2]string, len(d.Headings)), X: d.Texts}
		for j, h := range d.Headings {
			out[i].H[j] = [2]string{h.Text, h.Anchor}
		}
		if out[i].X == nil {
			out[i].X = []string{}
		}
	}
	return marshal(out)
}

type facetsFile struct {
	Months string      `json:"months"`
	Facets []facetFile `json:"facets"`
}

type facetFile struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	More   bool        `json:"more"`
	Values []valueFile `json:"values"`
}

type valueFile struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Parent int    `json:"parent"`
	Docs   string `json:"docs"`
}

// facets writes the values and, for each, the documents that have it or a narrower one.
func (b *builder) facets() []byte {
	var months []byte
	has := make([][]int32, len(b.setup.Values))
	for i, d := range b.docs {
		months = appendSymbol(appendSymbol(months, d.Month/symbols), d.Month%symbols)
		for _, v := range d.Values {
			has[v] = append(has[v], int32(i))
		}
	}
	out := facetsFile{Months: string(months), Facets: []facetFile{}}
	numbers := make(map[Value]int, len(b.setup.Values))
	for i, v := range b.setup.Values {
		numbers[v] = i
	}
	for _, f := range b.setup.Facets {
		docs := make([][]int32, len(f.Values))
		for i, v := range f.Values {
			number, had := numbers[Value{f.ID, v.ID}]
			for at := i; had && at >= 0; at = f.Values[at].Parent {
				docs[at] = append(docs[at], has[number]...)
			}
		}
		file := facetFile{ID: f.ID, Title: f.Title, More: f.More, Values: []valueFile{}}
		for i, v := range f.Values {
			slices.Sort(docs[i])
			file.Values = append(file.Values, valueFile{v.ID, v.Title, v.Parent, string(packDocs(slices.Compact(docs[i])))})
		}
		out.Facets = append(out.Facets, file)
	}
	return marshal(out)
}

func packDocs(docs []int32) []byte {
	var out []byte
	next := int32(0)
	for _, d := range docs {
		out = appendNumber(out, int(d-next))
		next = d + 1
	}
	return out
}

// synonyms are the groups as the client compares them: phrases of keys.
func (b *builder) synonyms() []string {
	out := []string{}
	for _, group := range b.setup.Synonyms {
		var phrases []string
		for _, phrase := range group {
			var keys []string
			for _, w := range queryWords(phrase, b.setup.English) {
				if !w.stop {
					keys = append(keys, w.key)
				}
			}
			if p := strings.Join(keys, " "); p != "" && !slices.Contains(phrases, p) {
				phrases = append(phrases, p)
			}
		}
		if len(phrases) > 1 {
			out = append(out, strings.Join(phrases, "|"))
		}
	}
	return out
}
