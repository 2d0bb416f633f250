package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/internal/text"
)

// Index is the files of an index. Start belongs in front of the client's script.
type Index struct {
	Start  []byte // says where the files are
	Folder string // of the files, ending in a slash
	Files  []File
}

// File is one file of an index, made when it is asked for.
type File struct {
	Path string // from the site's root
	Make func() []byte
}

// Build makes the index of documents, whose addresses differ. It counts the words of titles, names and headings; those of
// texts have been counted. The documents are taken over: they are sorted, their texts cut, their words let go when they are filed.
func Build(docs []Document, setup Setup) Index {
	slices.SortFunc(docs, func(a, b Document) int { return cmp.Compare(a.URL, b.URL) })
	for i := range docs {
		docs[i].Texts = kept(docs[i].Texts, mostText)
	}
	b := &builder{setup: setup, docs: docs, ids: make(map[string]int32, 1<<14), keys: make(map[string]int32, 1<<14)}
	b.count()
	return b.write()
}

// builder holds what Build gathers.
type builder struct {
	setup Setup
	docs  []Document

	ids   map[string]int32 // of words
	words []wordInfo
	keys  map[string]int32 // of terms
	terms []termInfo

	tokenizer text.Tokenizer

	open    []entry // of the document that is being counted
	lengths []docLengths
	mean    struct{ title, headings, text float64 }

	weighed []weighed // room for the entries of one term, and for the headings that they name
	places  []place
}

// wordInfo is one word as it is written after folding.
type wordInfo struct {
	word   string
	term   int32 // -1 for a stop word
	df     int32
	doc    int32 // the last one seen, plus one
	plain  bool  // not only a compound
	marked bool  // in a title or heading
}

// termInfo is one key. While a document is counted, at says where its entry is.
type termInfo struct {
	term    string
	plain   bool
	df      int32
	doc     int32 // the last one seen, plus one
	at      int
	entries []byte // as file writes and weigh reads them
}

type docLengths struct{ title, headings, text int }

// word finds a word, or makes its number.
func (b *builder) word(w []byte) int32 {
	if id, ok := b.ids[string(w)]; ok {
		return id
	}
	s := string(w)
	id := int32(len(b.words))
	b.ids[s] = id
	info := wordInfo{word: s, term: -1}
	if !b.setup.English || !text.IsStopWord(s) {
		key := s
		if b.setup.English {
			key = text.Stem(s)
		}
		info.term = b.term(key)
	}
	b.words = append(b.words, info)
	return id
}

func (b *builder) term(key string) int32 {
	if id, ok := b.keys[key]; ok {
		return id
	}
	id := int32(len(b.terms))
	b.keys[key] = id
	b.terms = append(b.terms, termInfo{term: key})
	return id
}

// count goes through all documents once.
func (b *builder) count() {
	b.lengths = make([]docLengths, len(b.docs))
	for i := range b.docs {
		b.title(i)
		b.headings(i)
		b.texts(i)
		b.exact(i)
		b.file()
		b.docs[i].Words = nil
	}
	for _, l := range b.lengths {
		b.mean.title += float64(l.title)
		b.mean.headings += float64(l.headings)
		b.mean.text += float64(l.text)
	}
	if n := float64(len(b.docs)); n > 0 {
		b.mean.title, b.mean.headings, b.mean.text = b.mean.title/n, b.mean.headings/n, b.mean.text/n
	}
}

// see files a word with a document and gives the place of its term's entry, or -1 for a stop word.
func (b *builder) see(w []byte, doc int, whole, marked bool) int {
	info := &b.words[b.word(w)]
	if info.doc != int32(doc)+1 {
		info.doc = int32(doc) + 1
		info.df++
	}
	info.plain = info.plain || !whole
	info.marked = info.marked || marked
	if info.term < 0 {
		return -1
	}
	t := &b.terms[info.term]
	t.plain = t.plain || !whole
	return b.entry(info.term, doc)
}

// spoken are the words of a short text that are no stop words, and how many of them are no wholes.
func (b *builder) spoken(s string, doc int) (at []int, length int) {
	b.tokenizer.Terms(s, func(w []byte, kind text.TermKind) {
		e := b.see(w, doc, kind == text.Whole, true)
		if e < 0 {
			return
		}
		if kind != text.Whole {
			length++
		}
		at = append(at, e)
	})
	return at, length
}

// title files the words of the title and, each as a title of its own, of the number and the other names.
func (b *builder) title(doc int) {
	d := &b.docs[doc]
	for i, s := range slices.Concat([]string{d.Title, d.Number}, d.Names) {
		at, length := b.spoken(s, doc)
		if i == 0 {
			b.lengths[doc].title = length
		}
		length = min(max(length, 1), maxLength)
		for _, e := range at {
			if x := &b.open[e]; x.title == 0 || length < x.title {
				x.title = length
			}
		}
	}
}

func (b *builder) headings(doc int) {
	for i, h := range b.docs[doc].Headings {
		at, length := b.spoken(h.Text, doc)
		b.lengths[doc].headings += length
		length = min(max(length, 1), maxLength)
		for _, e := range at {
			b.open[e].stands(i, length)
		}
	}
}

func (b *builder) texts(doc int) {
	d := &b.docs[doc]
	add := func(w []byte, n int, whole bool) {
		at := b.see(w, doc, whole, false)
		if at < 0 {
			return
		}
		b.open[at].tf += n
		if !whole {
			b.lengths[doc].text += n
		}
	}
	for _, c := range d.Words {
		c.Each(add)
	}
	for _, s := range append([]string{d.Summary}, d.About...) {
		b.tokenizer.Terms(s, func(w []byte, kind text.TermKind) { add(w, 1, kind == text.Whole) })
	}
}

// leadingZeros are those that people leave out of CL-2018-01.
var leadingZeros = regexp.MustCompile(`\b0+\B`)

// exact files what finds a document when it is typed exactly.
func (b *builder) exact(doc int) {
	d := &b.docs[doc]
	for _, k := range append([]string{d.Number, leadingZeros.ReplaceAllString(d.Number, "")}, d.Keys...) {
		if key := exactKey(k); key != "" {
			t := b.term("#" + key)
			b.terms[t].plain = true
			b.open[b.entry(t, doc)].title = 1
		}
	}
}

// exactKey is the key under which a number is found when it is typed exactly, empty for what is none.
func exactKey(s string) string {
	var out []byte
	text.Terms(s, func(w []byte, kind text.TermKind) {
		if kind != text.Whole {
			out = append(out, w...)
		}
	})
	n := utf8.RuneCount(out)
	if n < 2 || n > 24 || !strings.ContainsAny(string(out), "0123456789") {
		return ""
	}
	return string(out)
}
