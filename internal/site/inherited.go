package site

import (
	"cmp"

	"casebook/internal/content"
	"casebook/internal/text"
)

// Inherited is what an item has whether or not it is typed on it.
type Inherited struct {
	Owner       NodeID // a contact, None without any
	Audience    string // staff, students, both
	Licence     string // as typed: CC BY 4.0
	Language    string // a tag such as en-GB (BCP 47)
	ReviewEvery string // as typed: 12 months
}

// Inherited takes each fact from the item, else from its programme, else from the defaults for its kind, else from the site,
// whose owner is the root contact. A part has what its whole has; a page that no file stands for, None, what the site has.
func (s *Site) Inherited(id NodeID) Inherited {
	if p := s.Node(id).Parent; p != None {
		id = p
	}
	n := s.Node(id)
	out := s.typedOn(id)
	if n.Doc >= 0 && n.Part < 0 {
		out = out.or(s.typedOn(s.programmeOf(id)))
	}
	for _, d := range s.Settings.Defaults {
		if text.SameName(d.Kind, n.Kind) {
			out = out.or(Inherited{Owner: s.Rel(s.byPath["casebook.yaml"], d.Owner), Audience: d.Audience, Licence: d.Licence, Language: d.Language, ReviewEvery: d.ReviewEvery})
		}
	}
	set := &s.Settings
	return out.or(Inherited{Owner: s.Root, Audience: set.Audience, Licence: set.Licence, Language: set.Language, ReviewEvery: set.ReviewEvery})
}

// or fills in what is missing.
func (i Inherited) or(other Inherited) Inherited {
	if i.Owner == None {
		i.Owner = other.Owner
	}
	i.Audience = cmp.Or(i.Audience, other.Audience)
	i.Licence = cmp.Or(i.Licence, other.Licence)
	i.Language = cmp.Or(i.Language, other.Language)
	i.ReviewEvery = cmp.Or(i.ReviewEvery, other.ReviewEvery)
	return i
}

// typedOn is what an item's own file says.
func (s *Site) typedOn(id NodeID) Inherited {
	out := Inherited{Owner: None}
	d := s.Doc(id)
	if d == nil {
		return out
	}
	if item := content.ItemOf(d.Entity); item != nil {
		out = Inherited{Owner: s.Rel(s.Nodes[id].Doc, item.Owner), Audience: item.Audience, Licence: item.Licence, Language: item.Language}
	}
	if dated := content.DatedOf(d.Entity); dated != nil {
		out.ReviewEvery = dated.ReviewEvery
	}
	return out
}

// programmeOf is the programme that an item belongs to: the one it names, or the one whose prefix begins its number.
func (s *Site) programmeOf(id NodeID) NodeID {
	for _, e := range s.Out(id) {
		if r := s.Relation(e); (r == "programme" || r == "panel") && s.Nodes[e.To].Kind == "programme" {
			return e.To
		}
	}
	return s.Programme(id)
}
