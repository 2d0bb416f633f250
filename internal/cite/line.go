package cite

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is an entry in the making. Each method gives a longer one, made of the one before, which is used up.
type line []Run

func (l line) text(s string) line   { return l.add(Run{Text: typographic(s)}) }
func (l line) italic(s string) line { return l.add(Run{Text: typographic(s), Italic: true}) }

// link adds an address, as a link if it is one of the web: what a reference manager holds is not checked, and
// "javascript:" must not become a link.
func (l line) link(address string) line {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return l.add(Run{Text: address})
	}
	return l.add(Run{Text: address, URL: address})
}

// doi adds a DOI as its registrars ask (https://www.crossref.org/display-guidelines/). Old ones hold characters, such as
// < and #, that an address cannot.
func (l line) doi(doi string) line {
	const resolver = "https://doi.org/"
	return l.add(Run{Text: resolver + doi, URL: resolver + (&url.URL{Path: doi}).EscapedPath()})
}

func (l line) add(run Run) line {
	if run.Text == "" {
		return l
	}
	end := len(l) - 1
	if end < 0 || l[end].URL != "" || run.URL != "" || l[end].Italic != run.Italic {
		return append(l, run)
	}
	l[end].Text += run.Text
	return l
}

func (l line) join(other line) line {
	for _, run := range other {
		l = l.add(run)
	}
	return l
}

// stop ends a sentence, unless its last sign has ended it.
func (l line) stop() line {
	if len(l) == 0 || strings.ContainsRune(".?!…", l.last()) {
		return l
	}
	return l.text(".")
}

func (l line) last() rune {
	r, _ := utf8.DecodeLastRuneInString(l[len(l)-1].Text)
	return r
}

// sentence appends a sentence after the one before.
func (l line) sentence(next line) line {
	if len(next) == 0 {
		return l
	}
	return l.stop().text(" ").join(next)
}

func (l line) endsWithAddress() bool { return len(l) > 0 && l[len(l)-1].URL != "" }

// typographic turns straight quotation marks and apostrophes into curly ones, as the rest of a page has them.
func typographic(s string) string {
	if !strings.ContainsAny(s, `'"`) {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([–—-‘“", before)
		switch {
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

var rangeDash = regexp.MustCompile(`\s*(?:-{1,3}|–|—|−)\s*`)

// pageRange writes ranges with an en dash, and says whether there is more than one page.
func pageRange(s string) (pages string, several bool) {
	if s == "" {
		return "", false
	}
	pages = rangeDash.ReplaceAllString(s, "–")
	return pages, strings.ContainsAny(pages, "–,;&")
}

// labelledPages is "p. 5" or "pp. 6–7".
func labelledPages(s string) string {
	pages, several := pageRange(s)
	switch {
	case pages == "":
		return ""
	case several:
		return "pp. " + pages
	}
	return "p. " + pages
}
