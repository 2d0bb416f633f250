package content

import (
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// items are the sound values of a list, or the one that stands alone.
func (d *decoder) items(spec *FieldSpec, n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	var out []*yaml.Node
	for _, item := range n.Content {
		if !empty(item) && d.sound(item, spec.Key) {
			out = append(out, item)
		}
	}
	return out
}

// pairs decodes a list of one-line maps, or one map: name and value in the order written.
func (d *decoder) pairs(spec *FieldSpec, n *yaml.Node) Pairs {
	maps := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		maps = n.Content
	}
	var out Pairs
	for _, m := range maps {
		if m.Kind != yaml.MappingNode {
			d.wrong(spec, m, "lines of the form `Name: value`")
			continue
		}
		for i := 0; i+1 < len(m.Content); i += 2 {
			key, value := m.Content[i], m.Content[i+1]
			if d.sound(value, key.Value) {
				out = append(out, Pair{Name: strip(key.Value), Value: d.scalar(spec, value), At: d.at(key)})
			}
		}
	}
	return out
}

// credits decodes the word programme or a list of credits.
func (d *decoder) credits(n *yaml.Node) Credits {
	if n.Kind == yaml.ScalarNode {
		if text.Fold(n.Value) == "programme" {
			return Credits{Programme: true}
		}
		d.problems.Error("CB023", d.at(n), "`credits` is either the word programme or a list of people, not %q", n.Value).
			Remedy("write `credits: programme`, or a list of lines beginning with `- person:` or `- unnamed:`")
		return Credits{}
	}
	if n.Kind == yaml.MappingNode {
		n = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}, Line: n.Line, Column: n.Column}
	}
	fields := specs[reflect.TypeFor[Credit]()]
	var out Credits
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode {
			d.problems.Error("CB023", d.at(item), "each credit is lines of its own, not one piece of text").
				Remedy("write `- person: %s` and below it `shown:` and `consent:`, or `- unnamed: %s`", item.Value, item.Value)
			continue
		}
		c := Credit{At: d.at(item)}
		before := len(*d.problems)
		d.mapping(item, reflect.ValueOf(&c).Elem(), fields, "credit", false)
		c.Unclear = slices.ContainsFunc((*d.problems)[before:], func(p diag.Diag) bool { return p.Severity == diag.Error })
		out.People = append(out.People, c)
	}
	return out
}
