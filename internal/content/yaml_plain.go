package content

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// plainNodes reads the commonest front matter there is, that of a response: lines of `field: words` and nothing else. It
// gives the nodes that the library would (a fuzz target holds it to that) at a twentieth of the price, which counts when a
// library has thirty thousand of them. ok is false for a text with anything in it that needs YAML to be known: then nothing
// is said of it here. The values are parts of the text.
func plainNodes(text string) (root yaml.Node, ok bool) {
	lines := strings.Count(text, "\n")
	if lines == 0 || text[len(text)-1] != '\n' {
		return yaml.Node{}, false
	}
	all := make([]yaml.Node, 1+2*lines)
	pointers := make([]*yaml.Node, 1+2*lines)
	for i := range all {
		pointers[i] = &all[i]
	}
	for i := range lines {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		at := plainField(line)
		if at == 0 {
			return yaml.Node{}, false
		}
		key, value := line[:strings.IndexByte(line, ':')], strings.TrimRight(line[at:], " ")
		if key == "null" || strings.EqualFold(value, "null") {
			return yaml.Node{}, false
		}
		all[1+2*i] = yaml.Node{Kind: yaml.ScalarNode, Value: key, Line: i + 1, Column: 1}
		all[2+2*i] = yaml.Node{Kind: yaml.ScalarNode, Value: value, Line: i + 1, Column: at + 1}
	}
	all[0] = yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1, Content: pointers[1:]}
	return yaml.Node{Kind: yaml.DocumentNode, Line: 1, Column: 1, Content: pointers[:1:1]}, true
}

// plainField is where the value of a line begins, 0 for a line that is not a field's name in small letters, a colon, and a
// value that begins with a letter or digit and has nothing in it but ordinary characters.
func plainField(line string) int {
	at := 0
	for at < len(line) && (line[at] >= 'a' && line[at] <= 'z' || line[at] == '_' && at > 0) {
		at++
	}
	if at == 0 || at > 64 || !strings.HasPrefix(line[at:], ": ") {
		return 0
	}
	for at++; at < len(line) && line[at] == ' '; at++ {
	}
	if at == len(line) || !isLetterOrDigit(line[at]) || line[len(line)-1] == ':' {
		return 0
	}
	for i := at; i < len(line); i++ {
		switch c := line[i]; {
		case c < ' ' || c > '~':
			return 0
		case c == ':' && line[i+1] == ' ', c == '#' && line[i-1] == ' ':
			return 0
		}
	}
	return at
}

func isLetterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
