package search

import (
	"bytes"
	"cmp"
	"slices"
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
	Path   string // from the site's root
	Append func(buffer []byte) []byte
}

// Build makes the index of documents, whose addresses differ. It counts the words of titles, names and headings; those of
// texts have been counted. The documents are sorted.
func Build(docs []Document, setup Setup) Index {
	slices.SortFunc(docs, func(a, b Document) int { return cmp.Compare(a.URL, b.URL) })
	b := newBuilder(setup, len(docs))
	for _, d := range docs {
		b.add(d)
	}
	return b.write()
}

// builder holds what is gathered of one document after another.
type builder struct {
	setup Setup
	docs  []Document // without what they are found by

	tokenizer text.Tokenizer
	ids       text.Vocabulary
	words     []wordInfo
	keys      text.Vocabulary // of terms
	terms     []termInfo
	typed     []typed
	phrases   map[string]phrase
	said      []int32 // the words of phrases

	open    []entry // of the document that is being counted
	lengths []docLengths

	weighed []weighed // room for the entries of one term, and for the headings that they name
	places  []place
}

// wordInfo is one word as it is written after folding.
type wordInfo struct {
	term   int32 // -1 for a stop word
	df     int32
	doc    int32 // the last one seen, plus one
	plain  bool  // not only a compound
	marked bool  // in a title or heading
}

// termInfo is one key. While a document is counted, at says where its entry is.
type termInfo struct {
	plain   bool
	doc     int32 // the last one seen, plus one
	at      int32
	entries []byte // as file writes and weigh reads them
}

// docLengths is what weights depend on beside the term. It is small, for every posting looks at it.
type docLengths struct {
	title, headings, text int32
	aside                 bool
}

func newBuilder(setup Setup, docs int) *builder {
	return &builder{
		setup: setup, docs: make([]Document, 0, docs), lengths: make([]docLengths, 0, docs),
		// About what a document adds to each: growing takes as much room again.
		typed: make([]typed, 0, 3*docs), phrases: make(map[string]phrase, 4*docs), said: make([]int32, 0, 50*docs),
	}
}

// add counts the next document, in the order of addresses, and keeps a copy of what results show: its room may be used again.
func (b *builder) add(d Document) {
	doc := int32(len(b.docs))
	l := docLengths{aside: d.Aside}
	l.title = b.title(doc, &d)
	l.headings = b.headings(doc, &d)
	l.text = b.texts(doc, &d)
	b.exact(doc, &d)
	b.file()
	b.lengths = append(b.lengths, l)
	d.Names, d.Keys, d.Words, d.About = nil, nil, nil, nil
	d.Headings, d.Texts, d.Values = slices.Clone(d.Headings), kept(slices.Clone(d.Texts), mostText), slices.Clone(d.Values)
	b.docs = append(b.docs, d)
}

// word finds a word, or makes its number.
func (b *builder) word(w []byte) int32 {
	id := b.ids.Number(w)
	if id < len(b.words) {
		return int32(id)
	}
	info := wordInfo{term: -1}
	if s := string(w); !b.setup.English {
		info.term = b.term(s)
	} else if !text.IsStopWord(s) {
		info.term = b.term(text.Stem(s))
	}
	b.words = append(b.words, info)
	return int32(id)
}

func (b *builder) term(key string) int32 {
	id := b.keys.Number([]byte(key))
	if id == len(b.terms) {
		b.terms = append(b.terms, termInfo{})
	}
	return int32(id)
}

// phrase is where the words of a short text are in said. Most short texts are said of many documents: of all that a unit or a
// theme has, of a case and its recommendations.
type phrase struct{ from, to int32 }

// say gives the words of a short text: twice their numbers, and 1 for the whole of a compound.
func (b *builder) say(s string) []int32 {
	if p, ok := b.phrases[s]; ok {
		return b.said[p.from:p.to]
	}
	from := len(b.said)
	b.tokenizer.Terms(s, func(w []byte, kind text.TermKind) {
		b.said = append(b.said, b.word(w)<<1|int32(bit(kind == text.Whole)))
	})
	b.phrases[s] = phrase{int32(from), int32(len(b.said))}
	return b.said[from:]
}

// see files a word with a document and gives the entry of its term, or nil for a stop word. It is good until the next call.
func (b *builder) see(word, doc int32, whole, marked bool) *entry {
	info := &b.words[word]
	if info.doc != doc+1 {
		info.doc = doc + 1
		info.df++
	}
	info.plain = info.plain || !whole
	info.marked = info.marked || marked
	if info.term < 0 {
		return nil
	}
	t := &b.terms[info.term]
	t.plain = t.plain || !whole
	return b.entry(info.term, doc)
}

// spoken sees the words of a title, name or heading and gives its length: stop words and wholes do not count.
func (b *builder) spoken(s string, doc int32, each func(e *entry, length int)) (length int) {
	said := b.say(s)
	for _, w := range said {
		if w&1 == 0 && b.words[w>>1].term >= 0 {
			length++
		}
	}
	short := min(max(length, 1), maxLength)
	for _, w := range said {
		if e := b.see(w>>1, doc, w&1 == 1, true); e != nil {
			each(e, short)
		}
	}
	return length
}

// title files the words of the title and, each as a title of its own, of the number and the other names.
func (b *builder) title(doc int32, d *Document) (length int32) {
	stands := func(e *entry, length int) {
		if e.title == 0 || length < e.title {
			e.title = length
		}
	}
	length = int32(b.spoken(d.Title, doc, stands))
	b.spoken(d.Number, doc, stands)
	for _, name := range d.Names {
		b.spoken(name, doc, stands)
	}
	return length
}

func (b *builder) headings(doc int32, d *Document) (length int32) {
	for i, h := range d.Headings {
		length += int32(b.spoken(h.Text, doc, func(e *entry, length int) { e.stands(i, length) }))
	}
	return length
}

func (b *builder) texts(doc int32, d *Document) (length int32) {
	add := func(word int32, n int, whole bool) {
		e := b.see(word, doc, whole, false)
		if e == nil {
			return
		}
		e.tf += n
		if !whole {
			length += int32(n)
		}
	}
	for _, c := range d.Words {
		c.Each(func(w []byte, n int, whole bool) { add(b.word(w), n, whole) })
	}
	about := func(s string) {
		for _, w := range b.say(s) {
			add(w>>1, 1, w&1 == 1)
		}
	}
	about(d.Summary)
	for _, s := range d.About {
		about(s)
	}
	return length
}

// exact files what finds a document when it is typed exactly: the number, with and without leading zeros, and the keys.
func (b *builder) exact(doc int32, d *Document) {
	file := func(term string) {
		if term != "" {
			b.typed = append(b.typed, typed{term, doc})
		}
	}
	term, short := exactTerms(&b.tokenizer, d.Number)
	file(term)
	if short != term {
		file(short)
	}
	for _, k := range d.Keys {
		term, _ := exactTerms(&b.tokenizer, k)
		file(term)
	}
}

// typed is a term that finds a document when it is typed exactly.
type typed struct {
	term string
	doc  int32
}

// exactTerms are the term under which a number is found when it is typed exactly, and that of the number without the zeros that people
// leave out of CL-2018-01. They are empty for what is none.
func exactTerms(t *text.Tokenizer, s string) (term, short string) {
	all := append(make([]byte, 0, 32), '#')
	few := append(make([]byte, 0, 32), '#')
	t.Terms(s, func(w []byte, kind text.TermKind) {
		if kind != text.Whole {
			all = append(all, w...)
			last := len(w) - 1
			few = append(append(few, bytes.TrimLeft(w[:last], "0")...), w[last])
		}
	})
	return exactTerm(all), exactTerm(few)
}

func exactTerm(b []byte) string {
	if n := utf8.RuneCount(b) - 1; n < 2 || n > 24 || !bytes.ContainsAny(b, "0123456789") {
		return ""
	}
	return string(b)
}
