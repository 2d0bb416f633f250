package content

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// maxRecommendationWords keeps a recommendation to one sentence that can be answered.
const maxRecommendationWords = 35

// giveKeys takes the marks off findings and recommendations. What has none gets the next free key in the message, and for
// the rest of this run, so that one forgotten mark does not bring a second message from whatever names it.
func (b *body) giveKeys(list []*stretch) {
	lines, highest := map[string]int{}, map[string]int{}
	var without []*stretch
	for _, s := range list {
		words := s.words()
		if words == nil {
			if s.role != roleText {
				without = append(without, s)
			}
			continue
		}
		key, start, stop := b.takeMark(words)
		if key == "" && s.role == roleFinding {
			key, start, stop = b.takeMark(lastWords(s.item))
		}
		if key == "" {
			if s.key = b.markInside(s, words); lines[s.key] == 0 && s.key != "" {
				lines[s.key] = s.at.Line
				b.marked[s.key] = s.at.Line
				s.text = b.plain(words)
				b.problems.Error(s.noMark(), s.at, "the mark {#%s} does not stand at the end", s.key).Remedy("move it to the end of the %s, behind its last word and its full stop", s.name())
				continue
			}
		}
		line, taken := lines[key]
		switch {
		case key == "":
			without = append(without, s)
		case !partKey.MatchString(key):
			b.problems.Error(s.noMark(), b.at(start, stop), "the mark {#%s} is not a key", key).
				Remedy("a key is a small letter and then small letters or digits, such as %s1", s.letter())
			without = append(without, s)
			s.given = true
		case taken:
			b.problems.Error("CB068", b.at(start, stop), "the mark {#%s} stands twice, here and on line %d", key, line).
				Remedy("keys are permanent: leave the older one and give this one the next free number")
			without = append(without, s)
			s.given = true
		default:
			s.key, lines[key] = key, b.at(start, stop).Line
			b.marked[key] = lines[key]
			if n, err := strconv.Atoi(key[1:]); err == nil {
				highest[key[:1]] = max(highest[key[:1]], n)
			}
		}
		s.text = b.plain(words)
	}
	for _, s := range without {
		// One more than the highest, not the first gap: a number that fell out of use stays unused.
		highest[s.letter()]++
		s.key = s.letter() + strconv.Itoa(highest[s.letter()])
		if !s.given {
			b.problems.Error(s.noMark(), s.at, "this %s has no mark", s.name()).Remedy("add {#%s} at the end of the line", s.key)
		}
	}
	for _, s := range list {
		if s.role != roleRecommendation {
			continue
		}
		if n := text.CountWords(s.text); n > maxRecommendationWords {
			b.problems.Warn("CB070", s.at, "the recommendation has %d words; aim for at most %d", n, maxRecommendationWords).
				Remedy("keep one sentence that starts with a verb, and move the rest below it")
		}
	}
}

// words is the block that holds the sentence of a finding or recommendation.
func (s *stretch) words() ast.Node {
	switch s.role {
	case roleRecommendation:
		return s.head
	case roleFinding:
		if len(s.nodes) > 0 && (s.nodes[0].Kind() == ast.KindParagraph || s.nodes[0].Kind() == ast.KindTextBlock) {
			return s.nodes[0]
		}
	}
	return nil
}

// lastWords is the last block of words in a block, however deep: a finding's mark may stand behind a list inside it.
func lastWords(n ast.Node) ast.Node {
	for n.LastChild() != nil && n.LastChild().Type() == ast.TypeBlock {
		n = n.LastChild()
	}
	return n
}

func (s *stretch) name() string {
	switch {
	case s.point:
		return "point"
	case s.role == roleFinding:
		return "finding"
	}
	return "recommendation"
}

func (s *stretch) letter() string { return s.name()[:1] }

func (s *stretch) noMark() string {
	if s.role == roleFinding {
		return "CB067"
	}
	return "CB065"
}

// find adds a finding to its case.
func (b *body) find(s *stretch, words Body) {
	d := b.doc
	d.Parts = append(d.Parts, Part{Kind: "finding", Key: s.key, Text: s.text, At: s.at})
	c := OriginOf(d.Entity)
	c.Findings = append(c.Findings, Finding{Key: s.key, Body: words, Text: s.text, At: s.at})
}

// recommend adds a recommendation of the body to its case.
func (b *body) recommend(s *stretch, inline, detail Body) {
	d, c := b.doc, OriginOf(b.doc.Entity)
	d.Parts = append(d.Parts, Part{Kind: "recommendation", Key: s.key, Text: s.text, At: s.at})
	typed := b.labels(s)
	typed.Key, typed.Text = s.key, s.text
	c.Recs = append(c.Recs, typed.recommendation(inline, detail, s.at))
}

// recommendation is a typed one with its words as HTML.
func (t TypedRec) recommendation(inline, detail Body, at diag.Pos) Recommendation {
	return Recommendation{
		Key: t.Key, Text: t.Text, HTML: inline, Detail: detail, For: t.For, Because: t.Because, Ask: t.Ask, Themes: t.Themes,
		Groups: t.Groups, Principles: t.Principles, Effort: text.Curly(t.Effort), Cost: text.Curly(t.Cost), Repeats: t.Repeats, Extends: t.Extends,
		Withdrawn: text.Curly(t.Withdrawn), At: at,
	}
}

// convertTyped makes recommendations of those in the front matter.
func convertTyped(d *Doc, problems *diag.List) {
	c, ok := d.Entity.(*Case)
	if !ok || len(c.Typed) == 0 {
		return
	}
	at := d.At("recommendations")
	if len(c.Recs) > 0 {
		problems.Error("CB066", at, "recommendations stand in the front matter and in the text").
			Remedy("keep one of the two: the list `recommendations:` or the section ## Recommendations, which begins on line %d", c.Recs[0].At.Line)
		return
	}
	seen := map[string]bool{}
	for _, f := range c.Findings {
		seen[f.Key] = true
	}
	for _, t := range c.Typed {
		if t.Key == "" || t.Text == "" {
			continue // reported as missing fields
		}
		place := d.nameOwner(t, at)
		switch {
		case !partKey.MatchString(t.Key):
			problems.Error("CB065", place, "%q is not a key", t.Key).
				Remedy("a key is a small letter and then small letters or digits, such as r1")
		case seen[t.Key]:
			problems.Error("CB068", place, "the key %s stands twice", t.Key).Remedy("give one of the two the next free number")
		}
		seen[t.Key] = true
		if n := text.CountWords(t.Text); n > maxRecommendationWords {
			problems.Warn("CB070", place, "the recommendation %s has %d words; aim for at most %d", t.Key, n, maxRecommendationWords).
				Remedy("keep one sentence that starts with a verb, and move the rest into `detail:`")
		}
		d.Parts = append(d.Parts, Part{Kind: "recommendation", Key: t.Key, Text: t.Text, At: place})
		c.Recs = append(c.Recs, t.recommendation(plainBody(t.Text), plainParagraphs(t.Detail), place))
		var words text.Counter
		words.Add(t.Detail)
		d.Words = append(d.Words, PartWords{t.Key, words.Counts()})
		d.Prose = append(d.Prose, Prose{Part: t.Key, Heading: t.Text, ID: t.Key, Text: text.Plain(t.Detail)})
	}
}

// nameOwner writes a recommendation's key into the references it makes, and gives the place of the first of them.
func (d *Doc) nameOwner(t TypedRec, at diag.Pos) diag.Pos {
	rels := slices.Concat(t.For, []Rel{t.Ask}, t.Themes, t.Groups, t.Principles, t.Repeats, t.Extends)
	first := true
	for _, r := range rels {
		if r <= 0 || int(r) > len(d.Refs) {
			continue
		}
		d.Refs[r-1].From = t.Key
		if first {
			at, first = d.Refs[r-1].At, false
		}
	}
	return at
}

// recLabels are the label lines: every field of a typed recommendation but its words.
var recLabels = func() []FieldSpec {
	var out []FieldSpec
	for _, f := range fieldsOf(reflect.TypeFor[TypedRec](), nil) {
		if f.Key != "key" && f.Key != "text" && f.Key != "detail" {
			out = append(out, f)
		}
	}
	return out
}()

// labels decodes the label lines below a recommendation.
func (b *body) labels(s *stretch) TypedRec {
	var out TypedRec
	seen := map[string]int{}
	signed := false
	b.from = s.key
	for _, l := range s.labels {
		at := b.at(l.start, l.colon)
		if l.misspelt {
			b.problems.Error("CB069", at, "%q is not a label", b.source[l.start:l.colon]).
				Remedy("did you mean `%s:`? If the detail begins here, begin it with other words", label(l.spec))
		}
		if l.signed && !signed {
			signed = true
			b.problems.Error("CB069", at, "a label stands without signs and without bold letters").
				Remedy("write `%s: %s`, and the other labels in the same way", label(l.spec), bytes.TrimSpace(b.source[l.colon+1:l.stop]))
		}
		v := reflect.ValueOf(&out).Elem().FieldByIndex(l.spec.index)
		if line, ok := seen[l.spec.Key]; ok && v.Kind() != reflect.Slice {
			b.problems.Error("CB068", at, "the label %s stands twice, here and on line %d", label(l.spec), line).Remedy("keep one of the two")
			continue
		}
		seen[l.spec.Key] = at.Line
		b.fill(v, l)
	}
	b.from = ""
	return out
}

func label(f *FieldSpec) string { return strings.ToUpper(f.Key[:1]) + f.Key[1:] }

// fill puts a label's value into its field.
func (b *body) fill(v reflect.Value, l *labelLine) {
	typed := string(b.source[l.colon+1 : l.stop])
	whole := strings.TrimSpace(typed)
	switch to := v.Addr().Interface().(type) {
	case *string:
		*to = strip(whole)
	case *Rel:
		if whole != "" {
			*to = b.labelRef(l, typed, l.colon+1)
		}
	case *[]string:
		for value := range strings.SplitSeq(whole, ";") {
			if value = strings.TrimSpace(value); value != "" {
				*to = append(*to, strip(value))
			}
		}
	case *[]Rel:
		start := l.colon + 1
		for value := range strings.SplitSeq(typed, ";") {
			if strings.TrimSpace(value) != "" {
				*to = append(*to, b.labelRef(l, value, start))
			}
			start += len(value) + 1
		}
	}
}

// labelRef is a Ref to what the words that begin at start name.
func (b *body) labelRef(l *labelLine, value string, start int) Rel {
	start += len(value) - len(strings.TrimLeft(value, " \t"))
	value = strings.TrimSpace(value)
	b.doc.Refs = append(b.doc.Refs, Ref{Relation: l.spec.Key, To: l.spec.To, Name: strip(value), From: b.from, At: b.at(start, start+len(value))})
	return Rel(len(b.doc.Refs))
}
