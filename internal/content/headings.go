package content

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"casebook/internal/text"
)

// anchors gives out ids that are unique on a page.
type anchors struct{ last map[string]int } // each id given, and the last number tried behind it

func (a anchors) has(id string) bool { return a.last[id] > 0 }

// take gives the id, or the id and a number. Ten thousand equal headings cost ten thousand steps, not fifty million.
func (a anchors) take(id string) string {
	if reservedAnchor(id) {
		id = "h-" + id
	}
	if !a.has(id) {
		a.last[id] = 1
		return id
	}
	for n := a.last[id] + 1; ; n++ {
		numbered := id + "-" + strconv.Itoa(n)
		if !a.has(numbered) {
			a.last[id], a.last[numbered] = n, 1
			return numbered
		}
	}
}

// reservedAnchors are ids that layouts print around a body, and names that scripts expect to find on a window, a document
// or a plain object. Anchors are public addresses, so a name leaves this list as rarely as it enters.
var reservedAnchors = func() map[string]bool {
	out := map[string]bool{}
	for _, id := range strings.Fields(`
		again answer asked asks best broader builds-on calls cases cite cite-title combined compare contact contents data detail
		effort elsewhere everyone filed filters find find-large findings follow followed-by formerly funding given guidance help
		helps in-practice insights latest limits main mentioned methods narrower notices now others parties parts people
		principles projects question questions recommendations record related repeats rows search secondary sitenav sources
		staff stations steps strip students studied themes to tone trail used ways why within works
		anchors body children close constructor cookie defaultview document domain event focus forms frames hasownproperty head
		history images length links location name navigator open opener origin parent proto prototype referrer screen scripts
		self status submit title top tostring url valueof window`) {
		out[id] = true
	}
	return out
}()

// LayoutAnchor reports whether an id is one that a layout may print and no text has.
func LayoutAnchor(id string) bool { return reservedAnchors[id] }

func reservedAnchor(id string) bool {
	return reservedAnchors[id] || strings.HasPrefix(id, "cb-") || strings.HasPrefix(id, "i-")
}

var headingMark = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// headed is a heading on its way to an id.
type headed struct {
	node    *ast.Heading
	in      *stretch
	top     bool // not inside a quotation, list or callout
	callout bool
	mark    string
	text    string
}

// giveIDs gives every heading and callout its id, checks levels, and lists the headings. Typed ids come first, because they
// were chosen; callouts come last, so that a new one never changes a heading's id.
func (b *body) giveIDs(list []*stretch) {
	for _, s := range list {
		for _, id := range []string{s.id, s.key} {
			if id != "" {
				b.ids.last[id] = 1
			}
		}
	}
	var heads []headed
	var callouts []*calloutTitle
	for _, s := range list {
		for _, n := range s.nodes {
			b.collect(n, s, true, false, &heads, &callouts)
		}
	}
	for _, h := range heads {
		if h.mark != "" {
			b.ids.last[h.mark] = 1
		}
	}
	level, in := 1, b.main
	for _, h := range heads {
		if h.in != in {
			level, in = h.in.level(), h.in
		}
		b.checkLevel(h, &level)
		id := h.mark
		if id == "" {
			id = b.ids.take(text.HeadingID(h.text))
		}
		h.node.SetAttributeString("id", id)
		if !h.top || h.text == "" {
			continue
		}
		entry := Heading{Level: h.node.Level, ID: id, Text: h.text, At: b.headingAt(h.node)}
		if h.in.role == roleText && h.in.section == "" {
			b.doc.Headings = append(b.doc.Headings, entry)
		} else {
			h.in.headings = append(h.in.headings, entry)
		}
	}
	for _, c := range callouts {
		words := c.callout.heading
		if !c.callout.setting && c.HasChildren() {
			words = b.plain(c)
		}
		c.id = b.ids.take(text.HeadingID(words))
	}
}

// level is that of the heading a stretch stands under.
func (s *stretch) level() int {
	switch {
	case s.role == roleRecommendation:
		return 3
	case s.section != "":
		return 2
	}
	return 1
}

// collect finds the headings and callouts in a block, takes off their marks and reads their text.
func (b *body) collect(n ast.Node, in *stretch, top, callout bool, heads *[]headed, callouts *[]*calloutTitle) {
	switch n := n.(type) {
	case *ast.Heading:
		h := headed{node: n, in: in, top: top, callout: callout}
		if mark, start, stop := b.takeMark(n); mark != "" {
			h.mark = b.claimMark(mark, start, stop)
		}
		h.text = b.plain(n)
		*heads = append(*heads, h)
		return
	case *calloutTitle:
		*callouts = append(*callouts, n)
		return
	case *ast.Paragraph, *ast.TextBlock, *ast.CodeBlock, *ast.FencedCodeBlock:
		return
	}
	if _, ok := n.FirstChild().(*calloutTitle); ok {
		callout = true
	}
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		b.collect(c, in, false, callout, heads, callouts)
	}
}

// claimMark is the typed id of a heading, or nothing after saying why it cannot be had.
func (b *body) claimMark(mark string, start, stop int) string {
	at := b.at(start, stop)
	if !headingMark.MatchString(mark) {
		b.problems.Error("CB068", at, "the mark {#%s} cannot be an anchor", mark).
			Remedy("begin it with a small letter and go on with small letters, digits and hyphens, such as {#%s}", text.HeadingID(mark))
		return ""
	}
	if line, ok := b.marked[mark]; ok {
		b.problems.Error("CB068", at, "the mark {#%s} stands twice, here and on line %d", mark, line).
			Remedy("each heading, finding and recommendation needs a mark of its own")
		return ""
	}
	if reservedAnchor(mark) || b.ids.has(mark) {
		b.problems.Error("CB068", at, "the mark {#%s} is taken: the page uses it elsewhere", mark).
			Remedy("choose another, such as {#on-%s}", mark)
		return ""
	}
	b.marked[mark] = at.Line
	return mark
}

// checkLevel says when headings skip a level. The page's title is the only heading of the first level, and a callout's
// heading is of the third.
func (b *body) checkLevel(h headed, level *int) {
	if h.callout {
		h.node.Level = max(h.node.Level, 4)
		return
	}
	at := b.headingAt(h.node)
	if h.node.Level == 1 {
		h.node.Level = 2
		b.problems.Warn("CB060", at, "a page has one title, so this heading is shown as one of the second level").
			Remedy("write ## instead of #")
	}
	if h.text == "" {
		b.problems.Warn("CB060", at, "this heading has no words").Remedy("write them behind the signs, or delete the line")
	}
	if !h.top {
		return
	}
	if h.node.Level > *level+1 {
		signs := strings.Repeat("#", *level+1)
		b.problems.Warn("CB060", at, "this heading skips a level, which confuses readers who listen to the page").Remedy("write %s", signs)
	}
	*level = h.node.Level
}

// cutMark takes {#mark} off the end of a typed line.
func cutMark(line string) (rest, mark string) {
	line = strings.TrimSpace(line)
	i := strings.LastIndex(line, "{#")
	if i < 0 || !strings.HasSuffix(line, "}") || strings.ContainsAny(line[i+2:len(line)-1], "{} ") {
		return line, ""
	}
	return strings.TrimSpace(line[:i]), line[i+2 : len(line)-1]
}

// takeMark takes {#mark} off the end of a block's words and gives its place. Without one the block is left
// alone and the mark is empty.
func (b *body) takeMark(n ast.Node) (mark string, start, stop int) {
	last, ok := n.LastChild().(*ast.Text)
	if !ok || last.IsRaw() {
		return "", 0, 0
	}
	first := last
	for {
		previous, ok := first.PreviousSibling().(*ast.Text)
		if !ok || previous.IsRaw() || previous.SoftLineBreak() || previous.HardLineBreak() || previous.Segment.Stop != first.Segment.Start {
			break
		}
		first = previous
		if len(b.source[first.Segment.Start:last.Segment.Stop]) > 200 {
			break
		}
	}
	words := string(b.source[first.Segment.Start:last.Segment.Stop])
	rest, mark := cutMark(words)
	if mark == "" {
		return "", 0, 0
	}
	cut := first.Segment.Start + len(words) - len(strings.TrimLeft(words, " \t\n")) + len(rest)
	if rest == "" {
		cut = first.Segment.Start
	}
	start = first.Segment.Start + strings.LastIndex(words, "{#")
	b.taken = append(b.taken, start)
	for t := last; t != nil && t.Segment.Start >= cut; {
		previous, _ := t.PreviousSibling().(*ast.Text)
		n.RemoveChild(n, t)
		if t == first {
			break
		}
		t = previous
	}
	if t, ok := n.LastChild().(*ast.Text); ok && t.Segment.Stop > cut && t.Segment.Start < cut {
		t.Segment = t.Segment.WithStop(cut)
		t.SetSoftLineBreak(false)
		t.SetHardLineBreak(false)
	}
	return strings.Clone(mark), start, start + len(mark) + 3 // a key is kept, and not the sentence that it ends
}
