package content

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// plainReader reads the commonest front matter there is: fields with plain words, words in double quotes or a list in
// brackets, and lists and fields below a field, set in by two spaces. It gives the nodes that the library would (a fuzz
// target holds it to that) at a twentieth of the price, which counts when a library has forty thousand files.
//
// It goes line by line. Its methods give nil for what is not plain, and then all is given up.
type plainReader struct {
	rest     string // the lines after this one
	line     string
	number   int          // of line, from 1; past the last line there is an empty one
	at       int          // where on the line to go on
	nodes    []yaml.Node  // room, kept from one text to the next
	pointers []*yaml.Node // the same
}

// read gives the mapping that a text is, whose values are parts of the text. It is nil for a text with anything in it that
// needs YAML to be known: then nothing is said of it here. The nodes last until the next text is read.
func (p *plainReader) read(text string) *yaml.Node {
	if text == "" || text[len(text)-1] != '\n' {
		return nil
	}
	p.rest, p.number = text, 0
	p.next()
	fields := p.fields(0)
	if p.rest != "" || p.line != "" {
		return nil
	}
	return fields
}

// wipe holds on to nothing of the text that was read.
func (p *plainReader) wipe() {
	clear(p.nodes)
	clear(p.pointers)
	*p = plainReader{nodes: p.nodes[:0], pointers: p.pointers[:0]}
}

func (p *plainReader) next() {
	p.line, p.rest, _ = strings.Cut(p.rest, "\n")
	p.number++
	p.at = 0
	for p.at < len(p.line) && p.line[p.at] == ' ' {
		p.at++
	}
}

// node is a new node at a place of the line.
func (p *plainReader) node(kind yaml.Kind, at int) *yaml.Node {
	p.nodes = append(p.nodes, yaml.Node{Kind: kind, Line: p.number, Column: at + 1})
	return &p.nodes[len(p.nodes)-1]
}

// children gives the nodes to their parent. What they hold themselves was given before, so each has its own stretch.
func (p *plainReader) children(n *yaml.Node, of []*yaml.Node) *yaml.Node {
	from := len(p.pointers)
	p.pointers = append(p.pointers, of...)
	n.Content = p.pointers[from:len(p.pointers):len(p.pointers)]
	return n
}

// fields reads the lines `name: value` that are set in this far. The first may stand behind the hyphen of a list.
func (p *plainReader) fields(indent int) *yaml.Node {
	if p.at != indent || len(p.line) == indent {
		return nil
	}
	n := p.node(yaml.MappingNode, indent)
	var room [48]*yaml.Node
	of := room[:0]
	for p.at == indent && len(p.line) > indent {
		end := plainName(p.line, indent)
		if end == 0 {
			return nil
		}
		name := p.node(yaml.ScalarNode, indent)
		if name.Value = p.line[indent:end]; strings.EqualFold(name.Value, "null") {
			return nil
		}
		value := p.below(end, indent)
		if value == nil {
			return nil
		}
		of = append(of, name, value)
	}
	if p.at > indent {
		return nil
	}
	return p.children(n, of)
}

// below reads what a field whose name ends there has: a value on its line, or what is set in below it.
func (p *plainReader) below(end, indent int) *yaml.Node {
	if p.at = end + 1; p.at < len(p.line) {
		return p.value()
	}
	p.next()
	if p.at != indent+2 || p.at == len(p.line) {
		return nil
	}
	if p.line[p.at] == '-' {
		return p.list(indent + 2)
	}
	return p.fields(indent + 2)
}

// list reads the lines `- value` that are set in this far, and fields behind a hyphen with those below them.
func (p *plainReader) list(indent int) *yaml.Node {
	n := p.node(yaml.SequenceNode, indent)
	var room [24]*yaml.Node
	of := room[:0]
	for p.at == indent && len(p.line) > indent {
		if !strings.HasPrefix(p.line[indent:], "- ") || indent+2 == len(p.line) || p.line[indent+2] == ' ' {
			return nil
		}
		p.at = indent + 2
		var item *yaml.Node
		if plainName(p.line, p.at) > 0 {
			item = p.fields(p.at)
		} else {
			item = p.value()
		}
		if item == nil {
			return nil
		}
		of = append(of, item)
	}
	if p.at > indent {
		return nil
	}
	return p.children(n, of)
}

// value reads what is left of the line.
func (p *plainReader) value() *yaml.Node {
	from, end := p.at, len(p.line)
	for from < end && p.line[from] == ' ' {
		from++
	}
	for end > from && p.line[end-1] == ' ' {
		end--
	}
	if from == end {
		return nil
	}
	var n *yaml.Node
	switch value := p.line[from:end]; {
	case value[0] == '"' && isQuoted(value):
		n = p.node(yaml.ScalarNode, from)
		n.Value, n.Style = value[1:len(value)-1], yaml.DoubleQuotedStyle
	case value[0] == '[' && value[len(value)-1] == ']':
		n = p.bracketed(from, end)
	case isPlain(value) && !strings.EqualFold(value, "null"):
		n = p.node(yaml.ScalarNode, from)
		n.Value = value
	}
	p.next()
	return n
}

// bracketed reads a list in brackets of ordinary words.
func (p *plainReader) bracketed(from, end int) *yaml.Node {
	n := p.node(yaml.SequenceNode, from)
	n.Style = yaml.FlowStyle
	var room [24]*yaml.Node
	of := room[:0]
	for at := from + 1; at < end; at++ {
		for p.line[at] == ' ' {
			at++
		}
		begin := at
		for isOrdinary(p.line[at]) {
			at++
		}
		word := strings.TrimRight(p.line[begin:at], " ")
		if word == "" || !isLetterOrDigit(word[0]) || strings.EqualFold(word, "null") || p.line[at] != ',' && at != end-1 {
			return nil
		}
		item := p.node(yaml.ScalarNode, begin)
		item.Value = word
		of = append(of, item)
	}
	return p.children(n, of)
}

// plainName is where the name of a field ends that begins there, 0 if none does: a letter or digit and then ordinary characters up to
// a colon, behind which the line or a word ends.
func plainName(line string, at int) int {
	end := at
	for end < len(line) && isOrdinary(line[end]) {
		end++
	}
	if end == at || end-at > 128 || !isLetterOrDigit(line[at]) || line[end-1] == ' ' {
		return 0
	}
	if end == len(line) || line[end] != ':' || end+1 < len(line) && line[end+1] != ' ' {
		return 0
	}
	return end
}

// isPlain reports a value that begins with a letter or digit and in which nothing is a sign of YAML.
func isPlain(value string) bool {
	if !isLetterOrDigit(value[0]) || value[len(value)-1] == ':' {
		return false
	}
	for i := range len(value) {
		if c := value[i]; c == ':' && value[i+1] == ' ' || c == '#' && value[i-1] == ' ' {
			return false
		}
	}
	return isPrintable(value)
}

// isQuoted reports words in double quotes in which every character stands for itself.
func isQuoted(value string) bool {
	if len(value) < 2 || value[len(value)-1] != '"' {
		return false
	}
	words := value[1 : len(value)-1]
	return !strings.ContainsAny(words, `"\`) && isPrintable(words)
}

// isPrintable reports text without control characters and without what only looks like text: line ends of other alphabets,
// byte order marks, bytes that are no UTF-8.
func isPrintable(s string) bool {
	for _, r := range s {
		if r < ' ' || r > '~' && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0xfeff {
			return false
		}
	}
	return true
}

// isOrdinary reports a character that is no sign of YAML, wherever it stands in a word.
func isOrdinary(c byte) bool {
	return isLetterOrDigit(c) || c == ' ' || c == '_' || c == '-' || c == '.' || c == '/'
}

func isLetterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
