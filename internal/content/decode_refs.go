package content

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"casebook/internal/text"
)

// ref records a mention and names it.
func (d *decoder) ref(spec *FieldSpec, n *yaml.Node, name, note string) Rel {
	to := spec.To
	if to == "any" {
		to = ""
	}
	d.doc.Refs = append(d.doc.Refs, Ref{Relation: spec.Key, To: to, Name: name, Note: note, Optional: spec.Free, From: d.from, At: d.at(n)})
	return Rel(len(d.doc.Refs))
}

func (d *decoder) rels(spec *FieldSpec, n *yaml.Node) []Rel {
	if n.Kind == yaml.MappingNode {
		return d.relMap(spec, n)
	}
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	if spec.Reason || spec.Flip || spec.Key == "matches" {
		d.problems.Error("CB037", d.at(n), "`%s` gives names without saying why", spec.Key).
			Remedy("write each on a line of its own with a colon and the reason, such as `Trust: they agreed the agenda together`")
	}
	var out []Rel
	for _, item := range items {
		if empty(item) || !d.sound(item, spec.Key) {
			continue
		}
		if name := d.scalar(spec, item); name != "" {
			out = append(out, d.ref(spec, item, name, ""))
		}
	}
	return out
}

// relMap decodes a map of name and note; with Flip of note and name; with Groups of heading and list.
func (d *decoder) relMap(spec *FieldSpec, n *yaml.Node) []Rel {
	if !spec.Map && !spec.Groups && spec.Key != "exemplifies" {
		d.wrong(spec, n, "a list of names")
		return nil
	}
	var out []Rel
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			d.problems.Error("CB022", d.at(key), "%q stands twice under `%s`", key.Value, spec.Key).Remedy("keep one of the two")
			continue
		}
		seen[key.Value] = true
		if !d.sound(value, key.Value) {
			continue
		}
		out = append(out, d.relPair(spec, key, value)...)
	}
	return out
}

func (d *decoder) relPair(spec *FieldSpec, key, value *yaml.Node) []Rel {
	name := strings.TrimSpace(key.Value)
	values := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		values = value.Content
	}
	var out []Rel
	for _, v := range values {
		if v.Kind != yaml.ScalarNode {
			d.wrong(spec, v, "one piece of text for each name")
			continue
		}
		note := text.Curly(strings.TrimSpace(strip(v.Value)))
		switch {
		case spec.Flip:
			if reason, none := None(note); none {
				out = append(out, d.ref(spec, key, "", text.Curly(name)))
				d.doc.Refs[len(d.doc.Refs)-1].Mention = &Mention{Label: reason}
				continue
			}
			out = append(out, d.ref(spec, v, note, text.Curly(name)))
		case spec.Groups:
			out = append(out, d.ref(spec, v, note, text.Curly(name)))
		default:
			if spec.Reason && note == "" {
				d.problems.Error("CB037", d.at(key), "`%s` names %q without saying why", spec.Key, name).
					Remedy("write the reason after the colon, in one sentence")
			}
			out = append(out, d.ref(spec, key, name, note))
		}
	}
	return out
}
