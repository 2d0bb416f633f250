package content

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
)

// undefinedLink is what goldmark leaves of [words][name] when no line says where the name leads.
var undefinedLink = regexp.MustCompile(`(\[[^\[\]]+)?\]\[([^\[\]^@][^\[\]]*)\]`)

// undefinedLinks warns of links by name whose address is nowhere: their brackets are printed.
func (b *body) undefinedLinks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			if c.Kind() != ast.KindCodeSpan && c.Type() == ast.TypeInline {
				b.undefinedLinks(c)
			}
			continue
		}
		words := t.Value(b.source)
		if !bytes.Contains(words, []byte("][")) {
			continue
		}
		for _, m := range undefinedLink.FindAllSubmatchIndex(words, -1) {
			name, label := string(words[m[4]:m[5]]), "words"
			if m[2] >= 0 {
				label = string(words[m[2]+1 : m[3]])
			}
			if numeral.MatchString(name) {
				continue // [1][2] are notes of another kind
			}
			b.problems.Warn("CB051", b.at(t.Segment.Start+m[0], t.Segment.Start+m[1]), "nothing says where [%s] leads, so the brackets are printed", name).
				Remedy("write [%s](address)", label)
		}
	}
}

var numeral = regexp.MustCompile(`^[0-9]+$`)
