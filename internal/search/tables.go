package search

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling writes the words that a misspelt one may be meant for, by their first character.
func (b *builder) spelling() (files [][]byte, letters string) {
	type spelt struct {
		word []byte
		df   int32
	}
	list := make([]spelt, 0, len(b.words))
	for i, w := range b.words {
		word := b.ids.Word(i)
		switch {
		case !w.plain, w.term < 0, len(word) < 3, bytes.ContainsAny(word, "0123456789"):
		case len(b.docs) >= 2000 && w.df < 2 && !w.marked:
		default:
			list = append(list, spelt{word, w.df})
		}
	}
	slices.SortFunc(list, func(x, y spelt) int { return byUnits(x.word, y.word) })
	for len(list) > 0 {
		_, size := utf8.DecodeRune(list[0].word)
		first := list[0].word[:size]
		var words, df []byte
		for len(list) > 0 && bytes.HasPrefix(list[0].word, first) {
			words = append(append(words, ' '), list[0].word...)
			df = appendSymbol(df, halfOctaves(int(list[0].df)))
			list = list[1:]
		}
		files = append(files, marshal([2]string{string(words[1:]), string(df)}))
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

// rowFile is rows of documents that follow each other. Lists are one string, their members parted by line feeds.
type rowFile struct {
	P string `json:"p"` // how many characters each address has in common with the one before, a symbol each
	U string `json:"u"` // and what follows them
	T string `json:"t"`
	K string `json:"k"`
	S string `json:"s"`
	N string `json:"n"`
	X string `json:"x"` // the text file of each: the first as a number, then a symbol each for how much further on it is
}

const (
	wholeTable = 120000 // up to this many bytes of addresses and titles are one table
	rowFiles   = 400    // at most, otherwise
)

// rowsEach is how many documents share a file of rows: one table serves all while it is small, then files of few.
func (b *builder) rowsEach() int {
	size := 0
	for _, d := range b.docs {
		size += len(d.URL) + len(d.Title) + len(d.Number) + 10
	}
	if size <= wholeTable {
		return max(len(b.docs), 1)
	}
	return max(32, (len(b.docs)+rowFiles-1)/rowFiles)
}

// groups divides the documents, as they follow each other, into those whose texts share a file. No group reaches over the end of
// a row file.
func (b *builder) groups(rows int) [][]Document {
	total := 0
	for _, d := range b.docs {
		total += textSize(d)
	}
	size := max(textFileSize, total/textFiles)
	var out [][]Document
	from, have := 0, 0
	for i, d := range b.docs {
		n := textSize(d)
		if i > from && (i%rows == 0 || have+n > size) {
			out = append(out, b.docs[from:i])
			from, have = i, 0
		}
		have += n
	}
	if from < len(b.docs) {
		out = append(out, b.docs[from:])
	}
	return out
}

const (
	textFileSize = 4000 // bytes of text in a file, unless one document has more
	textFiles    = 400  // about how many there may be in a large library
)

func textSize(d Document) int {
	n := len(d.Summary)
	for _, h := range d.Headings {
		n += len(h.Text) + len(h.Anchor)
	}
	for _, t := range d.Texts {
		n += len(t)
	}
	return n
}

// rows writes what a result shows at once.
func (b *builder) rows(r root, groups [][]Document) []rowFile {
	var files []rowFile
	group, left := -1, 0
	for docs := range slices.Chunk(b.docs, r.Rows) {
		var f rowFile
		var prefixes, kinds, statuses, texts []byte
		var urls, titles, numbers []string
		before := ""
		for i, d := range docs {
			step := 0
			if left == 0 {
				group++
				step, left = 1, len(groups[group])
			}
			left--
			if i == 0 {
				texts = appendNumber(texts, group)
			} else {
				texts = appendSymbol(texts, step)
			}
			n := common(before, d.URL)
			prefixes = appendSymbol(prefixes, n)
			urls = append(urls, d.URL[n:])
			before = d.URL
			titles = append(titles, oneLine(d.Title))
			numbers = append(numbers, oneLine(d.Number))
			kinds = appendSymbol(kinds, slices.Index(r.Kinds, kindOf(d.Kind)))
			statuses = appendSymbol(statuses, 1+slices.Index(r.Status, [2]string{d.Status.Class, d.Status.Words}))
		}
		f.P, f.U, f.X = string(prefixes), strings.Join(urls, "\n"), string(texts)
		f.T, f.K, f.S, f.N = strings.Join(titles, "\n"), string(kinds), string(statuses), strings.Join(numbers, "\n")
		files = append(files, f)
	}
	return files
}

// common is how many characters two addresses have in common at their beginning, as far as one symbol and ASCII go.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && n < symbols-1 && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

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

func appendTexts(b []byte, docs []Document) []byte {
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
	return appendJSON(b, out)
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
