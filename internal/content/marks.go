package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/text"
)

// numberedMark is a mark that nobody types but for a finding, a point or a recommendation.
var numberedMark = regexp.MustCompile(`\{#([frp])[0-9]+\}`)

// keyed is what a mark's letter stands for in a kind: what it is called, its section, and how its line begins.
type keyed struct{ name, section, begins string }

func keyedBy(k Kind, letter byte) (keyed, bool) {
	switch {
	case letter == 'r' && k.Name == "insight":
		return keyed{"suggestion", sectionSuggestions, "###"}, true
	case letter == 'r':
		return keyed{"recommendation", sectionRecommendations, "###"}, true
	case letter == 'f' && k.Name == "case":
		return keyed{"finding", sectionFindings, "-"}, true
	case letter == 'p' && k.Name == "insight":
		return keyed{"point", sectionPoints, "-"}, true
	}
	return keyed{}, false
}

// lostMarks reports each mark that is on no finding and no recommendation. What it stands on would be shown as other text,
// and its address would not exist. After a section whose heading was not one, only that is said.
func (b *body) lostMarks(list []*stretch) {
	if !asks(b.kind) || b.sectionSaid || !numberedMark.Match(b.source) {
		return
	}
	for _, s := range list {
		if s.role == roleFinding && !s.given {
			continue // its lack of a mark has been said
		}
		for _, n := range s.nodes {
			b.lostIn(n, s)
		}
	}
}

// lostIn looks for marks in the words of one block and of those inside it.
func (b *body) lostIn(n ast.Node, in *stretch) {
	switch n.Kind() {
	case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, kindChart, kindLabelLine:
		return
	}
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock {
		for ; c != nil; c = c.NextSibling() {
			b.lostIn(c, in)
		}
		return
	}
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		for _, m := range numberedMark.FindAllSubmatchIndex(line.Value(b.source), -1) {
			start, stop := line.Start-line.Padding+m[0], line.Start-line.Padding+m[1]
			what, ok := keyedBy(b.kind, b.source[start+2])
			if !ok || slices.Contains(b.taken, start) || start > 0 && b.source[start-1] == '\\' || markInCode(n, start) {
				continue
			}
			if _, again := b.marked[string(b.source[start+2:stop-1])]; again && n.Kind() == ast.KindHeading {
				continue // giveIDs says that it stands twice
			}
			b.lost(what, string(b.source[start:stop]), string(line.Value(b.source)), in, start, stop)
		}
	}
}

func (b *body) lost(what keyed, mark, line string, in *stretch, start, stop int) {
	b.lostOn = append(b.lostOn, b.at(start, stop).Line)
	problem := b.problems.Error("CB107", b.at(start, stop), "the mark %s stands on no %s, so the %s would be missing", mark, what.name, what.name)
	there := in.section == what.section || what.begins == "###" && in.inRecommendations()
	switch words := strings.TrimLeft(line, "#"); {
	case !there:
		problem.Remedy("move it below the heading `## %s`, as a line of its own that begins with `%s `", what.section, what.begins)
	case what.begins == "###" && strings.HasPrefix(line, "###") && words != "" && words[0] != ' ':
		problem.Remedy("put a space after ###")
	default:
		problem.Remedy("write the %s as a line of its own that begins with `%s `", what.name, what.begins)
	}
}

// markInside is the key of a mark that stands among the words of a finding or recommendation, and not at their end.
func (b *body) markInside(s *stretch, words ast.Node) string {
	for i := range words.Lines().Len() {
		line := words.Lines().At(i)
		for _, m := range numberedMark.FindAllIndex(line.Value(b.source), -1) {
			if start := line.Start - line.Padding + m[0]; b.source[start+2] == s.letter()[0] && !markInCode(words, start) {
				return string(b.source[start+2 : start+m[1]-m[0]-1])
			}
		}
	}
	return ""
}

// markInCode reports whether a byte of a block's words stands in a code span.
func markInCode(n ast.Node, at int) bool {
	found := false
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering && c.Parent().Kind() == ast.KindCodeSpan && t.Segment.Start <= at && at < t.Segment.Stop {
			found = true
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}

// isMarkedHeading reports a heading with the mark of a recommendation.
func (b *body) isMarkedHeading(n *ast.Heading) bool {
	_, mark := cutMark(b.raw(n))
	return mark != "" && mark[0] == 'r' && numberedMark.MatchString("{#"+mark+"}")
}

// wrongLevel reports a heading with the mark of a recommendation that is not of the third level. It counts as one, so that
// what names it is not blamed as well.
func (b *body) wrongLevel(n *ast.Heading) {
	what, _ := keyedBy(b.kind, 'r')
	_, mark := cutMark(b.raw(n))
	b.problems.Error("CB107", b.headingAt(n), "the mark {#%s} stands on a heading of level %d, and a %s is one of level 3", mark, n.Level, what.name).
		Remedy("write `### %s`", b.raw(n))
}

// meantSection is the section of findings or recommendations that a line was meant to begin, though its level, its words or
// a missing space keep it from it. typed are the words, after is where the text below it begins. A line of words around
// the section's name is one only with marks below it, and none is one beside the section itself.
func (b *body) meantSection(typed string, after int) string {
	if !asks(b.kind) {
		return ""
	}
	folded := text.Fold(typed)
	for _, letter := range []byte("rfp") {
		what, ok := keyedBy(b.kind, letter)
		if !ok {
			continue
		}
		name := foldedSections[what.section]
		singular := strings.TrimSuffix(name, "s")
		if !strings.Contains(folded, singular) {
			continue
		}
		words := strings.Fields(folded)
		if !slices.Contains(words, name) && !slices.Contains(words, singular) || b.hasSection(name) {
			continue
		}
		if len(words) == 1 && words[0] == name || b.marksBelow(after, letter) {
			return what.section
		}
	}
	return ""
}

var anyHeading = regexp.MustCompile(`(?m)^ {0,3}##?[ \t]+(.+)$`)

// hasSection reports whether a line of the text is the heading of a section; name is folded.
func (b *body) hasSection(name string) bool {
	for _, m := range anyHeading.FindAllSubmatch(b.source, -1) {
		typed, _ := cutMark(strings.TrimRight(string(m[1]), "# \t"))
		if folded := text.Fold(typed); folded == name || misspelt(folded, name) {
			return true
		}
	}
	return false
}

// marksBelow reports marks of a letter between a place and the next heading of the first or second level.
func (b *body) marksBelow(after int, letter byte) bool {
	rest := b.source[min(after, len(b.source)):]
	if next := anyHeading.FindIndex(rest); next != nil {
		rest = rest[:next[0]]
	}
	return bytes.Contains(rest, []byte("{#"+string(letter))) && slices.ContainsFunc(numberedMark.FindAllSubmatch(rest, -1), func(m [][]byte) bool { return m[1][0] == letter })
}

// unspaced splits a line such as ##Findings, whose signs make no heading without a space after them.
func unspaced(line []byte) (signs, words string, ok bool) {
	line = bytes.TrimSpace(line)
	rest := bytes.TrimLeft(line, "#")
	n := len(line) - len(rest)
	if n == 0 || n > 6 || len(rest) == 0 || rest[0] == ' ' || rest[0] == '\t' {
		return "", "", false
	}
	return string(line[:n]), string(rest), true
}

// checkUnspaced warns of a line in a paragraph that was meant as a heading. One sign alone may be a hashtag or a number.
func (b *body) checkUnspaced(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if line.Start >= line.Stop || b.source[line.Start] != '#' {
			continue
		}
		signs, words, ok := unspaced(line.Value(b.source))
		at := b.at(line.Start, line.Stop)
		if !ok || len(signs) < 2 || slices.Contains(b.lostOn, at.Line) {
			continue
		}
		b.problems.Warn("CB108", at, "%s is no heading without a space after it, so this line is shown as text", signs).Remedy("write `%s %s`", signs, words)
		return
	}
}
