package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/text"
)

// termIndex finds terms by their first word. It is made once for all files.
type termIndex struct {
	byFirst map[string][]glossaryTerm // by the first folded word, names with most words first
	begins  [256][256]bool            // first two bytes that those words may be written with, the second 0 for a word of one byte
}

// glossary finds the first use of each term in a body.
type glossary struct {
	*termIndex
	used map[string]bool // ids already linked
}

type glossaryTerm struct {
	words []string // folded
	id    string
}

// newGlossary begins a body; nil when there are no terms. used is empty.
func newGlossary(d *Doc, opts Options, used map[string]bool) *glossary {
	if len(opts.Terms) == 0 {
		return nil
	}
	index := opts.index
	if index == nil {
		index = indexTerms(opts.Terms)
	}
	g := &glossary{termIndex: index, used: used}
	if d.Kind == "term" {
		g.used[d.ID] = true
	}
	return g
}

func indexTerms(terms []GlossaryTerm) *termIndex {
	g := &termIndex{byFirst: make(map[string][]glossaryTerm, len(terms))}
	for a := range g.begins {
		for b := range g.begins[a] {
			g.begins[a][b] = !plainLetter[a] || b > 0 && !plainLetter[b] // folding may change it
		}
	}
	for _, t := range terms {
		words := strings.Fields(string(appendFolded(nil, []byte(t.Name))))
		if len(words) == 0 {
			continue
		}
		g.byFirst[words[0]] = append(g.byFirst[words[0]], glossaryTerm{words, t.ID})
		g.begin(words[0])
	}
	for _, list := range g.byFirst {
		if len(list) > 1 {
			slices.SortStableFunc(list, func(a, b glossaryTerm) int { return len(b.words) - len(a.words) })
		}
	}
	return g
}

// begin notes the ways in which a folded word may begin, small or capital; a word of one letter may have an s behind it.
func (g *termIndex) begin(word string) {
	seconds := "\x00s"
	if len(word) > 1 {
		seconds = word[1:2]
	}
	for _, first := range []byte(word[:1] + strings.ToUpper(word[:1])) {
		for _, second := range []byte(seconds + strings.ToUpper(seconds)) {
			g.begins[first][second] = true
		}
	}
}

// appendFolded is text.Fold, without its costs for plain ASCII.
func appendFolded(to, word []byte) []byte {
	begin, gap := len(to), false
	for _, c := range word {
		switch {
		case c >= utf8.RuneSelf:
			return append(to[:begin], text.Fold(string(word))...)
		case c == '\'':
		case c == ' ' || c == '-' || c == '_' || c >= '\t' && c <= '\r':
			gap = true
		default:
			if gap && len(to) > begin {
				to = append(to, ' ')
			}
			gap = false
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			to = append(to, c)
		}
	}
	return to
}

// glossaryWord is one word of a run of text nodes.
type glossaryWord struct {
	start, stop int32 // offsets in the source
	joined      bool  // only a space, dash or apostrophe lies between it and the word before
	hyphen      bool  // only a hyphen does
}

// linkTerms links first uses among the words of a block. Emphasis is looked into; links, code and the like are not.
func (b *body) linkTerms(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; {
		var matches []glossaryMatch
		var behind ast.Node
		b.words, behind = b.wordsFrom(c)
		for i := 0; i < len(b.words); {
			if w := &b.words[i]; !b.terms.mayBegin(b.source[w.start:w.stop]) {
				i++
				continue
			}
			t, count := b.terms.match(b.source, b.words[i:])
			if count == 0 {
				i++
				continue
			}
			if !b.terms.used[t.id] {
				b.terms.used[t.id] = true
				matches = append(matches, glossaryMatch{t.id, int(b.words[i].start), int(b.words[i+count-1].stop)})
			}
			i += count
		}
		b.linkMatches(parent, matches)
		if behind == nil {
			return
		}
		if behind.Kind() == ast.KindEmphasis {
			b.linkTerms(behind)
		}
		c = behind.NextSibling()
	}
}

type glossaryMatch struct {
	id          string
	start, stop int // offsets in the source
}

// match is the longest term that begins at the first word, and how many words it takes.
func (g *glossary) match(source []byte, words []glossaryWord) (glossaryTerm, int) {
	w := words[0]
	if w.hyphen {
		return glossaryTerm{}, 0
	}
	var space [64]byte
	folded := appendFolded(space[:0], source[w.start:w.stop])
	for _, t := range g.byFirst[string(folded)] {
		if g.follows(t, source, words) {
			return t, len(t.words)
		}
	}
	if n := len(folded); n > 1 && folded[n-1] == 's' {
		for _, t := range g.byFirst[string(folded[:n-1])] {
			if len(t.words) == 1 && g.follows(t, source, words) {
				return t, 1
			}
		}
	}
	return glossaryTerm{}, 0
}

// mayBegin is a quick look at the first two bytes of a word: false when no term begins so.
func (g *termIndex) mayBegin(word []byte) bool {
	if len(word) == 1 {
		return g.begins[word[0]][0]
	}
	return g.begins[word[0]][word[1]]
}

// follows reports whether the rest of a term's words stand behind the first, the last perhaps with a plural s.
func (g *glossary) follows(t glossaryTerm, source []byte, words []glossaryWord) bool {
	n := len(t.words)
	if n > len(words) || n < len(words) && words[n].hyphen {
		return false
	}
	var space [64]byte
	for i := 1; i < n; i++ {
		folded := string(appendFolded(space[:0], source[words[i].start:words[i].stop]))
		if !words[i].joined || folded != t.words[i] && (i < n-1 || folded != t.words[i]+"s") {
			return false
		}
	}
	return true
}

// linkMatches puts the words of each match between two holes, from the last to the first so that nodes are cut only
// behind what is still to do.
func (b *body) linkMatches(parent ast.Node, matches []glossaryMatch) {
	base := len(b.doc.Refs)
	for _, m := range matches {
		b.linkTo(Ref{Relation: "term", To: "term", Name: m.id, Mention: new(Mention), At: b.at(m.start, m.stop)})
	}
	for i, m := range slices.Backward(matches) {
		cutText(parent, m.stop)
		cutText(parent, m.start)
		first, last := textAt(parent, m.start), textAt(parent, m.stop-1)
		wrapper := &linked{ref: base + i}
		parent.InsertBefore(parent, first, wrapper)
		for c := ast.Node(first); c != nil; {
			next := c.NextSibling()
			wrapper.AppendChild(wrapper, c)
			if c == last {
				break
			}
			c = next
		}
		b.doc.Refs[base+i].Mention.Label = b.plain(wrapper)
	}
}

// textAt is the text among a block's own that holds an offset of the source, nil for none.
func textAt(parent ast.Node, offset int) *ast.Text {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && t.Segment.Start <= offset && offset < t.Segment.Stop {
			return t
		}
	}
	return nil
}

// cutText cuts the text that goes across an offset of the source in two.
func cutText(parent ast.Node, offset int) {
	n := textAt(parent, offset)
	if n == nil || n.Segment.Start == offset {
		return
	}
	rest := ast.NewTextSegment(n.Segment.WithStart(offset))
	rest.SetSoftLineBreak(n.SoftLineBreak())
	rest.SetHardLineBreak(n.HardLineBreak())
	n.SetSoftLineBreak(false)
	n.SetHardLineBreak(false)
	n.Segment = n.Segment.WithStop(offset)
	parent.InsertAfter(parent, n, rest)
}

// plainLetter is the bytes that are letters or digits by themselves.
var plainLetter = func() (t [256]bool) {
	for c := range t[:utf8.RuneSelf] {
		t[c] = isTermRune(rune(c))
	}
	return t
}()

// wordsFrom reads the words of a run of text nodes and gives the node that ends the run. The run is contiguous in the
// source: where the typographer put a character of its own, the typed one is there.
func (b *body) wordsFrom(n ast.Node) ([]glossaryWord, ast.Node) {
	r := wordReader{words: b.words[:0], harmless: true}
	for ; n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			r.read(n.Value(b.source), n.Segment.Start)
			if n.SoftLineBreak() || n.HardLineBreak() {
				r.sign(' ')
			}
		case *ast.String:
			for _, c := range string(n.Value) {
				r.sign(c)
			}
		default:
			return r.words, n
		}
	}
	return r.words, nil
}

// wordReader gathers words and what lies between them.
type wordReader struct {
	words      []glossaryWord
	open       bool // the last word may go on
	apostrophe bool // behind it
	between    int  // signs since the last word
	harmless   bool // all of them
	dash       bool // the one sign is a hyphen
}

// read reads a text that begins at base in the source.
func (r *wordReader) read(value []byte, base int) {
	for i := 0; i < len(value); {
		from := i
		for i < len(value) && plainLetter[value[i]] {
			i++
		}
		if i > from {
			r.letters(base+from, base+i)
			if i < len(value) && value[i] == ' ' { // what most words end with
				r.space()
				i++
			}
			continue
		}
		c, size := utf8.DecodeRune(value[i:])
		if c >= utf8.RuneSelf && isTermRune(c) {
			r.letters(base+i, base+i+size)
		} else {
			r.sign(c)
		}
		i += size
	}
}

// letters adds to the open word, or begins one.
func (r *wordReader) letters(start, stop int) {
	if !r.open {
		joined := r.harmless && r.between > 0 && r.between <= 4
		r.words = append(r.words, glossaryWord{start: int32(start), joined: joined, hyphen: r.dash && r.between == 1})
	}
	r.words[len(r.words)-1].stop = int32(stop)
	r.open, r.apostrophe = true, false
}

// space is the sign of a space behind a letter.
func (r *wordReader) space() {
	r.open, r.between, r.harmless, r.dash = false, 1, true, false
}

// sign reads what is no letter. It ends a word, unless it is an apostrophe that letters may follow.
func (r *wordReader) sign(c rune) {
	if r.open {
		if c != ' ' && !r.apostrophe && isApostrophe(c) {
			r.apostrophe = true
			return
		}
		r.open, r.apostrophe, r.between, r.harmless = false, false, 0, true
	}
	r.between++
	r.dash = c == '-' && r.between == 1
	r.harmless = r.harmless && (c == ' ' || c == '_' || isApostrophe(c) || unicode.IsSpace(c) || unicode.Is(unicode.Pd, c))
}

func isTermRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }
