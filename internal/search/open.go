package search

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Reader reads an index. It remembers what it has read, so it is for one goroutine.
type Reader struct {
	start   start
	root    root
	bounds  []string
	load    func(path string) ([]byte, error)
	shards  map[int]*shard
	lists   map[int]*spellList
	rows    map[int][]Row
	texts   map[int][]textDoc
	facets  *facetsFile
	phrases [][][]string
	tally   tally
}

// shard is one term shard, its entries not yet unpacked.
type shard struct {
	terms   []string // without the hyphen of compounds
	whole   []bool
	d, s, x []string
	lists   map[int]*list
}

// list is one term's postings.
type list struct {
	counts   counts
	postings []posting
}

type spellList struct {
	words []string
	df    []int
}

// Open reads the root of the index that a start is of; load gives a file by its path from the site's root. Portable indexes are
// not for it.
func Open(starts []byte, load func(path string) ([]byte, error)) (*Reader, error) {
	x := &Reader{load: load, shards: map[int]*shard{}, lists: map[int]*spellList{}, rows: map[int][]Row{}, texts: map[int][]textDoc{}}
	if err := json.Unmarshal(starts, &x.start); err != nil {
		return nil, fmt.Errorf("read where the index is: %w", err)
	}
	if err := x.file("root", &x.root); err != nil {
		return nil, err
	}
	if x.root.Version != version || x.root.N < 0 || x.root.Rows < 1 || x.root.Title < 1 {
		return nil, x.damaged("root")
	}
	x.bounds = strings.Split(x.root.Terms, " ")
	for _, group := range x.root.Synonyms {
		var phrases [][]string
		for _, p := range strings.Split(group, "|") {
			phrases = append(phrases, strings.Fields(p))
		}
		x.phrases = append(x.phrases, phrases)
	}
	return x, nil
}

// file reads one JSON file of the index.
func (x *Reader) file(name string, into any) error {
	path := x.start.Dir + name + x.start.Ext
	b, err := x.load(path)
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("read %s: the file is damaged: %w", path, err)
	}
	return nil
}

func (x *Reader) damaged(name string) error {
	return fmt.Errorf("read %s: the file is damaged", x.start.Dir+name+x.start.Ext)
}

// shardOf is the shard in which a term stands, if anywhere.
func (x *Reader) shardOf(term string) int {
	return max(sort.Search(len(x.bounds), func(i int) bool { return byUnits(x.bounds[i], term) > 0 })-1, 0)
}

func (x *Reader) shard(i int) (*shard, error) {
	if s, ok := x.shards[i]; ok {
		return s, nil
	}
	if x.root.N == 0 || x.root.Terms == "" && len(x.bounds) == 0 {
		return &shard{}, nil
	}
	name := fmt.Sprintf("t%d", i)
	var f shardFile
	if err := x.file(name, &f); err != nil {
		return nil, err
	}
	s := &shard{terms: strings.Split(f.W, " "), d: strings.Split(f.D, " "), s: strings.Split(f.S, " "), x: strings.Split(f.X, " "), lists: map[int]*list{}}
	if len(s.terms) != len(s.d) || len(s.terms) != len(s.s) || len(s.terms) != len(s.x) {
		return nil, x.damaged(name)
	}
	s.whole = make([]bool, len(s.terms))
	for i, t := range s.terms {
		s.terms[i], s.whole[i] = strings.CutPrefix(t, "-")
	}
	x.shards[i] = s
	return s, nil
}

// term unpacks a term's postings; nil when the index has no such term.
func (x *Reader) term(term string) (*list, error) {
	s, err := x.shard(x.shardOf(term))
	if err != nil {
		return nil, err
	}
	i := sort.Search(len(s.terms), func(i int) bool { return byUnits(s.terms[i], term) >= 0 })
	if i == len(s.terms) || s.terms[i] != term {
		return nil, nil
	}
	if l, ok := s.lists[i]; ok {
		return l, nil
	}
	l, err := unpackList(s.d[i], s.s[i], s.x[i], x.root.N)
	if err != nil {
		return nil, err
	}
	s.lists[i] = l
	return l, nil
}

func unpackList(ds, ss, xs string, n int) (*list, error) {
	d, s, x := unpacker{rest: ds}, unpacker{rest: ss}, unpacker{rest: xs}
	l := &list{postings: make([]posting, 0, len(ss))}
	cut := strings.HasPrefix(ds, "!")
	if cut {
		d.rest = ds[1:]
		l.counts = counts{d.number(), d.number(), d.number(), d.number()}
	}
	next := 0
	for s.rest != "" && d.err == nil && s.err == nil && x.err == nil {
		p := posting{doc: next + d.number()}
		next = p.doc + 1
		flags := s.symbol()
		p.level = flags % 16
		if flags&16 != 0 {
			p.title = x.symbol()
		}
		if flags&32 != 0 {
			p.heads = x.symbol()
			after := 0
			for count := x.number(); count > 0 && x.err == nil; count-- {
				h := after + x.number()
				p.in = append(p.in, place{h, x.symbol()})
				after = h + 1
			}
		}
		if p.doc >= n || flags >= 64 {
			s.fail("names a document that is not there")
		}
		l.postings = append(l.postings, p)
	}
	for _, u := range []unpacker{d, s, x} {
		if u.err != nil {
			return nil, u.err
		}
		if u.rest != "" {
			return nil, fmt.Errorf("the index is damaged: its lists are not equally long")
		}
	}
	if !cut {
		l.counts.all = len(l.postings)
		for _, p := range l.postings {
			l.counts.title += bit(p.title > 0)
			l.counts.headings += bit(p.heads > 0)
			l.counts.text += bit(p.level > 0)
		}
	}
	return l, nil
}

// beginnings are the terms that begin with a word, none when they reach over more than maxRange shards.
func (x *Reader) beginnings(word string) ([]string, error) {
	from := x.shardOf(word)
	to := from
	for to+1 < len(x.bounds) && strings.HasPrefix(x.bounds[to+1], word) {
		to++
	}
	if to-from >= maxRange {
		return nil, nil
	}
	var out []string
	for i := from; i <= to; i++ {
		s, err := x.shard(i)
		if err != nil {
			return nil, err
		}
		for j := sort.Search(len(s.terms), func(j int) bool { return byUnits(s.terms[j], word) >= 0 }); j < len(s.terms) && strings.HasPrefix(s.terms[j], word); j++ {
			if !s.whole[j] {
				out = append(out, s.terms[j])
			}
		}
	}
	return out, nil
}

// maxRange is how many shards the terms with one beginning may reach over.
const maxRange = 4

// spelling is the list of words that begin with a character, nil without one.
func (x *Reader) spelling(first rune) (*spellList, error) {
	i := 0
	for _, r := range x.root.Spell {
		if r == first {
			break
		}
		i++
	}
	if i == utf8.RuneCountInString(x.root.Spell) {
		return nil, nil
	}
	if l, ok := x.lists[i]; ok {
		return l, nil
	}
	name := fmt.Sprintf("s%d", i)
	var f [2]string
	if err := x.file(name, &f); err != nil {
		return nil, err
	}
	l := &spellList{words: strings.Split(f[0], " ")}
	u := unpacker{rest: f[1]}
	for range l.words {
		l.df = append(l.df, u.symbol())
	}
	if u.err != nil || u.rest != "" {
		return nil, x.damaged(name)
	}
	x.lists[i] = l
	return l, nil
}
