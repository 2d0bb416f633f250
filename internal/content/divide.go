package content

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// role is what becomes of a stretch.
type role uint8

const (
	roleText           role = iota // of the body, or of a named section
	roleFinding                    // a list item
	roleRecommendation             // a heading and what follows it
)

// stretch is a run of the document that ends up in one place.
type stretch struct {
	role     role
	section  string // canonical name; empty for the body
	id       string // anchor of the section
	key      string // of a finding or recommendation: f1
	given    bool   // the key was typed
	point    bool   // a finding that is a point of an insight
	text     string // plain, of a finding or recommendation
	head     *ast.Heading
	item     *ast.ListItem
	labels   []*labelLine
	nodes    []ast.Node // nil where a block turned out to be empty
	headings []Heading
	notes    []*extast.Footnote
	at       diag.Pos
}

// stretch puts one into the room for them. It stays where it is when more room is needed than there is.
func (b *body) stretch(s stretch) *stretch {
	b.stretches = append(b.stretches, s)
	return &b.stretches[len(b.stretches)-1]
}

// notesIn is the stretch that prints its footnotes: sections and details print their own, because a detail has a page of
// its own; all others leave them to the body.
func (s *stretch) notesIn(main *stretch) *stretch {
	if s.section == "" && s.role == roleText {
		return main
	}
	return s
}

const (
	sectionFindings        = "Findings"
	sectionPoints          = "Points" // of an insight
	sectionRecommendations = "Recommendations"
	sectionSuggestions     = "Suggestions" // of an insight
)

// asks reports a kind whose text has recommendations.
func asks(k Kind) bool { return k.Name == "case" || k.Name == "insight" }

// divide lifts the kind's named sections out of the document, and the findings and recommendations out of those.
func (b *body) divide(root ast.Node) []*stretch {
	current := b.stretch(stretch{})
	b.main = current
	list := []*stretch{current}
	start := func(s *stretch) {
		current = s
		list = append(list, s)
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *extast.FootnoteList:
			continue
		case *labelLine:
			current.labels = append(current.labels, n)
			continue
		case *ast.Heading:
			if name := b.sectionOf(n, true); name != "" {
				start(b.newSection(n, name, list))
				continue
			}
			if n.Level != 3 && asks(b.kind) && current.inRecommendations() && b.isMarkedHeading(n) {
				b.wrongLevel(n)
				start(b.stretch(stretch{role: roleRecommendation, head: n, at: b.headingAt(n)}))
				continue
			}
			if n.Level <= 2 {
				if current.section != "" || current.role != roleText {
					start(b.stretch(stretch{}))
				}
			} else if n.Level == 3 && asks(b.kind) && current.inRecommendations() {
				start(b.stretch(stretch{role: roleRecommendation, head: n, at: b.headingAt(n)}))
				continue
			}
		case *ast.Paragraph:
			if name := b.unspacedSection(n); name != "" {
				start(b.stretch(stretch{section: name, id: text.HeadingID(name), at: b.headingAt(n)}))
				continue
			}
		case *ast.List:
			if (current.section == sectionFindings || current.section == sectionPoints) && asks(b.kind) {
				for item := n.FirstChild(); item != nil; item = item.NextSibling() {
					list = append(list, b.stretch(stretch{role: roleFinding, point: current.section == sectionPoints, item: item.(*ast.ListItem), nodes: children(item), at: b.itemAt(item)}))
				}
				continue
			}
		}
		current.nodes = append(current.nodes, n)
	}
	return list
}

func (s *stretch) inRecommendations() bool {
	return s.section == sectionRecommendations || s.section == sectionSuggestions || s.role == roleRecommendation
}

func (b *body) newSection(n *ast.Heading, name string, list []*stretch) *stretch {
	s := b.stretch(stretch{section: name, id: text.HeadingID(name), head: n, at: b.headingAt(n)})
	for _, other := range list {
		if other.section == name {
			b.problems.Error("CB068", s.at, "the section %s stands twice, here and on line %d", name, other.at.Line).
				Remedy("put everything under one of the two headings")
			break
		}
	}
	return s
}

// sectionOf is the named section that a heading begins. A heading that is nearly one counts as it, so that a misspelt word
// brings one message and not a flood; say tells whether to give that message.
func (b *body) sectionOf(n *ast.Heading, say bool) string {
	if len(b.kind.Sections) == 0 {
		return ""
	}
	typed, mark := cutMark(b.raw(n))
	if n.Level <= 2 {
		name, near := b.sectionNamed(typed)
		if near && say {
			b.problems.Error("CB061", b.headingAt(n), "the heading %q is nearly the name of a section", typed).
				Remedy("write `## %s`; if something else is meant, choose words that differ more", name)
		}
		if name != "" {
			return name
		}
	}
	if mark != "" {
		return ""
	}
	name := b.meantSection(typed, b.places.lineEnd(max(n.Pos(), 0)))
	if name != "" && say {
		b.sayMeant(n, name)
	}
	return name
}

// foldedSections are the names of the sections of all kinds, folded: every heading is compared with them.
var foldedSections = func() map[string]string {
	out := map[string]string{}
	for _, k := range Kinds {
		for _, name := range k.Sections {
			out[name] = text.Fold(name)
		}
	}
	return out
}()

// sectionNamed is the section of the kind that a heading names, or nearly names, empty for none.
func (b *body) sectionNamed(typed string) (name string, near bool) {
	if i := slices.Index(b.kind.Sections, typed); i >= 0 {
		return b.kind.Sections[i], false
	}
	folded := text.Fold(typed)
	for _, name := range b.kind.Sections {
		if foldedSections[name] == folded {
			return name, false
		}
	}
	for _, name := range b.kind.Sections {
		if misspelt(folded, foldedSections[name]) {
			return name, true
		}
	}
	return "", false
}

// unspacedSection is the section that a line such as ##Findings or **Findings** was meant to begin.
func (b *body) unspacedSection(n *ast.Paragraph) string {
	if !asks(b.kind) || n.Lines().Len() == 0 {
		return ""
	}
	line := n.Lines().At(0)
	typed := line.Value(b.source)
	_, words, ok := unspaced(typed)
	if n.Lines().Len() == 1 && bytes.HasPrefix(typed, []byte("**")) {
		words, ok = strings.Trim(string(typed), "*_: \n"), true
	}
	if !ok {
		return ""
	}
	name := b.meantSection(words, line.Stop)
	if name != "" {
		b.sayMeant(n, name)
	}
	return name
}

// sayMeant says that a line is not the heading of the section that it was meant as, though it counts as one.
func (b *body) sayMeant(n ast.Node, name string) {
	b.sectionSaid = true
	start := max(n.Pos(), 0)
	at := b.at(start, b.places.lineEnd(start))
	b.problems.Error("CB061", at, "this line does not begin the section %s, so what stands below it would be other text", name).
		Remedy("write `## %s`", name)
}

// misspelt is one letter wrong in short words and one or two in longer ones; both are folded.
func misspelt(typed, name string) bool {
	limit := 2
	if len(name) <= 4 {
		limit = 1
	}
	if difference := len(typed) - len(name); difference > 2*limit || difference < -2*limit {
		return false
	}
	distance := text.Distance(typed, name)
	return distance > 0 && distance <= limit
}

// underRecommendations reports whether a heading of the third level stands under Recommendations. It is asked while goldmark
// still builds the tree, about each heading in turn, so it never looks behind the last heading it was asked about.
func (b *body) underRecommendations(h *ast.Heading) bool {
	if h == b.answered {
		return b.answer
	}
	answer := false
	for n := h.PreviousSibling(); n != nil; n = n.PreviousSibling() {
		other, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		if other == b.answered {
			answer = b.answer
			break
		}
		if name := b.sectionOf(other, false); name != "" || other.Level <= 2 {
			answer = name == sectionRecommendations || name == sectionSuggestions
			break
		}
	}
	b.answered, b.answer = h, answer
	return answer
}

func (b *body) headingAt(n ast.Node) diag.Pos {
	start := max(n.Pos(), 0)
	return b.at(start, b.places.lineEnd(start))
}

func (b *body) itemAt(item ast.Node) diag.Pos {
	start := max(item.Pos(), 0)
	return b.at(start, b.places.lineEnd(start))
}
