package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"

	"casebook/internal/text"
)

// wikilink is [[name#anchor|label]].
type wikilink struct {
	ast.BaseInline
	name, anchor, label string
	start, stop         int
}

var kindWikilink = ast.NewNodeKind("Wikilink")

func (*wikilink) Kind() ast.NodeKind { return kindWikilink }

// Dump is for debugging goldmark.
func (n *wikilink) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// words is what a wikilink says in plain text: its label, else its name without the kind.
func (n *wikilink) words() string {
	if n.label != "" {
		return n.label
	}
	if kind, rest, ok := strings.Cut(n.name, "/"); ok {
		if _, known := KindNamed(kind); known {
			return rest
		}
	}
	return n.name
}

// wikilinks parses wikilinks; see wikilink.
type wikilinks struct{}

func (wikilinks) Trigger() []byte { return []byte{'[', '!'} }

// maxBracket is how far away the end of a bracket is looked for, in bytes.
const maxBracket = 400

func (wikilinks) Parse(parent ast.Node, block markdowntext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	embedded := bytes.HasPrefix(line, []byte("![["))
	if !embedded && !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	b := bodyOf(pc)
	if embedded {
		block.Advance(1)
		if _, ok := bracket(block, "[[", "]]"); ok {
			b.problems.Error("CB055", b.at(segment.Start, segment.Start+3), "double brackets do not show an image").
				Remedy("write ![what it shows](name.png)")
		}
		return nil
	}
	typed, ok := bracket(block, "[[", "]]")
	if !ok {
		if !bytes.HasPrefix(line, []byte("[[[")) {
			problem := b.problems.Error("CB055", b.at(segment.Start, segment.Start+2), "these double brackets are never closed")
			if parent.Kind() == extast.KindTableCell {
				problem.Remedy(`close them with ]]; in a table write [[name\|words]], with a backslash before the line`)
			} else {
				problem.Remedy("close them with ]], as in [[Trust]]")
			}
		}
		return nil
	}
	_, after := block.Position()
	n := &wikilink{start: segment.Start, stop: after.Start}
	name, label, labelled := strings.Cut(typed, "|")
	if labelled {
		name = strings.TrimSuffix(name, `\`)
		n.label = smart(strip(string(decoded([]byte(strings.TrimSpace(label))))))
	}
	n.name = strings.TrimSpace(strip(name))
	if i := strings.IndexByte(n.name, '#'); i >= 0 && i < len(n.name)-1 { // but C# is a name
		n.name, n.anchor = strings.TrimSpace(n.name[:i]), text.HeadingID(n.name[i+1:])
	}
	if n.name == "" {
		problem := b.problems.Error("CB055", b.at(n.start, n.stop), "these double brackets name nothing")
		if n.anchor != "" {
			problem.Remedy("for a heading of this page write [words](#%s)", n.anchor)
		} else {
			problem.Remedy("write a title, number or file name in them, as in [[Trust]]")
		}
		return nil
	}
	return n
}

// bracket reads from an opening to a closing bracket, at most maxBracket bytes and over line ends, which become spaces.
// Without an end, or with another opening bracket before it, the reader stays where it was.
func bracket(block markdowntext.Reader, open, end string) (string, bool) {
	number, position := block.Position()
	block.Advance(len(open))
	var read []byte
	for {
		line, _ := block.PeekLine()
		if line == nil || len(read) > maxBracket {
			break
		}
		line = line[:min(len(line), maxBracket)]
		i := bytes.Index(line, []byte(end))
		if i < 0 {
			read = append(append(read, bytes.TrimSpace(line)...), ' ')
			if bytes.IndexByte(line, '[') >= 0 {
				break
			}
			block.AdvanceLine()
			continue
		}
		read = append(read, line[:i]...)
		if bytes.IndexByte(read, '[') >= 0 {
			break
		}
		block.Advance(i + len(end))
		return string(read), true
	}
	block.SetPosition(number, position)
	return "", false
}

func (b *body) wikilink(parent ast.Node, n *wikilink, in within) {
	at := b.at(n.start, n.stop)
	if in.link {
		b.problems.Error("CB055", at, "a link cannot stand inside another link").Remedy("take away one of the two")
		words := ast.NewString([]byte(n.words()))
		words.SetRaw(true)
		parent.ReplaceChild(parent, n, words)
		return
	}
	wrapper := b.linkTo(Ref{Relation: "wiki", Name: n.name, Mention: &Mention{Anchor: n.anchor, Label: n.label}, At: at})
	if n.label == "" {
		parent.ReplaceChild(parent, n, &hole{ref: wrapper.ref, words: n.words()})
		return
	}
	words := ast.NewString([]byte(n.label))
	words.SetRaw(true)
	wrapper.AppendChild(wrapper, words)
	parent.ReplaceChild(parent, n, wrapper)
}
