package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

const indexPath = "a-z/"

// aToZView is every page by its name, and other names with the page to see instead.
func (p *Pages) aToZView(r site.Route) AToZ {
	lines := p.records.index()
	from := (max(r.Page, 1) - 1) * site.IndexSize
	here := lines[from:min(from+site.IndexSize, len(lines))]
	title := "A to Z"
	v := AToZ{Showing: counted(len(lines), "name", "names"), Letters: p.lettersOf(r.Path, lines)}
	if r.Page > 1 {
		title += ", page " + strconv.Itoa(r.Page)
	} else {
		v.Summary = "Every page of the library by its name, and other names that lead to it. Recommendations stand on the page of their project."
	}
	v.Frame = p.frame(r, title, v.Summary)
	v.Paging = p.pagingOf(r.Path, indexPath, r.Page, len(lines), site.IndexSize)
	for i, l := range here {
		if i == 0 || l.letter != here[i-1].letter {
			g := LetterGroup{ID: letterID(l.letter), Letter: l.letter}
			if i == 0 && from > 0 && lines[from-1].letter == l.letter {
				g.Note = "goes on from the page before"
			}
			v.Groups = append(v.Groups, g)
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Entries = append(g.Entries, p.letterEntry(r.Path, l))
	}
	return v
}

// indexLine is a line of the index with what it is sorted by.
type indexLine struct {
	site.IndexLine
	name   string
	letter string
}

// indexOf are the lines of the index in the order of the site's language. Marks before the first letter do not count.
func indexOf(s *site.Site) []indexLine {
	var out []indexLine
	for _, l := range s.IndexLines() {
		line := indexLine{IndexLine: l, name: l.Aka}
		switch {
		case l.Aka != "":
		case l.Node == site.None:
			line.name = listTitle(s, l.Route)
		case s.Node(l.Node).Kind == "person":
			line.name = sortName(s, l.Node)
		default:
			line.name = s.Node(l.Node).Title
		}
		line.letter = text.IndexLetter(line.name)
		out = append(out, line)
	}
	order := text.Collate(s.Settings.Language)
	bare := func(name string) string {
		return strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	slices.SortFunc(out, func(a, b indexLine) int {
		if a.letter != b.letter {
			return order(a.letter, b.letter)
		}
		return cmp.Or(order(bare(a.name), bare(b.name)), cmp.Compare(a.Path, b.Path))
	})
	return out
}

// listTitle is what a list that casebook makes is called.
func listTitle(s *site.Site, r site.Route) string {
	kind, title := r.Arg, ""
	switch r.View {
	case "listing":
		k, _ := content.KindNamed(r.Arg)
		title = k.ListTitle()
	case "vocabulary":
		return wordKinds[r.Arg].many
	case "register":
		kind, title = "response", "Asked and answered"
	case "glossary":
		kind, title = "term", "Glossary"
	case "bibliography":
		kind, title = "reference", "Bibliography"
	case "contacts":
		kind, title = "contact", "Contact"
	case "formerly":
		kind, title = "scheme", "Formerly filed under"
	case "people":
		kind, title = "person", "People"
	case "crosswalk":
		return "Frameworks side by side"
	case "coverage":
		return coverageTitle
	case "timeline":
		return timelineTitle
	case "changes":
		return changesTitle
	case "feeds":
		return feedsTitle
	case "data":
		return dataTitle
	}
	if d, _ := s.Intro(kind); d != nil {
		return cmp.Or(d.Head.Title, title)
	}
	return title
}

// lettersOf lead to where each letter begins, on whichever page that is.
func (p *Pages) lettersOf(from string, lines []indexLine) []Link {
	var present []string
	pageOf := map[string]string{}
	for i, l := range lines {
		if i > 0 && l.letter == lines[i-1].letter {
			continue
		}
		present = append(present, l.letter)
		path := indexPath
		if page := i/site.IndexSize + 1; page > 1 {
			path += "page/" + strconv.Itoa(page) + "/"
		}
		pageOf[letterID(l.letter)] = path
	}
	letters := alphabet(present)
	for i, l := range letters {
		if path, ok := pageOf[strings.TrimPrefix(l.Href, "#")]; ok && path != from {
			letters[i].Href = p.URL(from, path+l.Href)
		}
	}
	return letters
}

func (p *Pages) letterEntry(from string, l indexLine) LetterEntry {
	href := p.URL(from, l.Path)
	if l.Node == site.None {
		return LetterEntry{Text: l.name, Href: href}
	}
	n := p.Node(l.Node)
	if l.Aka != "" {
		out := LetterEntry{Text: l.Aka, See: Link{Text: n.Title, Href: href}}
		if p.twice[n.Title] {
			out.Note = p.kindInWords(l.Node)
		}
		return out
	}
	out := LetterEntry{Text: l.name, Href: href, Note: p.kindInWords(l.Node)}
	if n.Kind == "case" {
		out.Mark.Number, out.Note = n.Number, ""
	}
	return out
}

// kindInWords says what a page is, in a list of pages of all kinds; "" for a page that is no more than that.
func (p *Pages) kindInWords(id site.NodeID) string {
	n := p.Node(id)
	switch n.Kind {
	case "page", "person", "statement":
		return ""
	case "guide":
		return "guidance"
	case "ask":
		return "request"
	case "unit":
		return cmp.Or(lower(p.Doc(id).Entity.(*content.Unit).Type), "department or service")
	}
	return cmp.Or(wordKinds[n.Kind].one, n.Kind)
}
