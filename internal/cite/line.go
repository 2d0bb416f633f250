package cite

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is an entry in the making: all of its text in one buffer, and the stretches that it is made of. Each method gives a longer
// one, made of the one before, which is used up.
type line struct {
	bytes     []byte
	stretches []stretch
	gap       string // what then asked for
}

// stretch is a Run whose text ends there in the line.
type stretch struct {
	end    int
	italic bool
	url    string
}

// runs is the entry.
func (l line) runs() []Run {
	all, from := string(l.bytes), 0
	out := make([]Run, len(l.stretches))
	for i, s := range l.stretches {
		out[i] = Run{Text: all[from:s.end], Italic: s.italic, URL: s.url}
		from = s.end
	}
	return out
}

func (l line) text(s string) line   { return l.add(typographic(s), stretch{}) }
func (l line) italic(s string) line { return l.add(typographic(s), stretch{italic: true}) }

// link adds an address, as a link if it is one of the web: what a reference manager holds is not checked, and
// "javascript:" must not become a link.
func (l line) link(address string) line {
	if !isWeb(address) {
		return l.add(address, stretch{})
	}
	return l.add(address, stretch{url: address})
}

func isWeb(address string) bool {
	// Most addresses are the library's own, which are so plain that they need not be parsed.
	const plain = "abcdefghijklmnopqrstuvwxyz0123456789-./"
	rest, secure := strings.CutPrefix(address, "https://")
	if secure && rest != "" && rest[0] != '/' && strings.TrimLeft(rest, plain) == "" {
		return true
	}
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}

// doi adds a DOI as its registrars ask (https://www.crossref.org/display-guidelines/). Old ones hold characters, such as
// < and #, that an address cannot.
func (l line) doi(doi string) line {
	const resolver = "https://doi.org/"
	return l.add(resolver+doi, stretch{url: resolver + (&url.URL{Path: doi}).EscapedPath()})
}

// add adds text as a stretch of this sort, after the gap.
func (l line) add(s string, sort stretch) line {
	if s == "" {
		return l
	}
	if gap := l.gap; gap == newSentence {
		l = l.stop().put(" ", stretch{})
	} else if gap != "" {
		l = l.then("").put(gap, stretch{})
	}
	return l.put(s, sort)
}

func (l line) put(s string, sort stretch) line {
	l.bytes = append(l.bytes, s...)
	sort.end = len(l.bytes)
	last := len(l.stretches) - 1
	if last < 0 || l.stretches[last].url != "" || sort.url != "" || l.stretches[last].italic != sort.italic {
		l.stretches = append(l.stretches, sort)
		return l
	}
	l.stretches[last].end = sort.end
	return l
}

// newSentence as a gap ends the sentence before it.
const newSentence = ". "

// then is the line with a gap before what is added next, and without one if nothing is.
func (l line) then(gap string) line {
	l.gap = gap
	return l
}

// stop ends a sentence, unless its last sign has ended it.
func (l line) stop() line {
	l.gap = ""
	if last, _ := utf8.DecodeLastRune(l.bytes); len(l.bytes) == 0 || strings.ContainsRune(".?!…", last) {
		return l
	}
	return l.put(".", stretch{})
}

func (l line) endsWithAddress() bool {
	return len(l.stretches) > 0 && l.stretches[len(l.stretches)-1].url != ""
}

// typographic turns straight quotation marks and apostrophes into curly ones, as the rest of a page has them.
func typographic(s string) string {
	if strings.IndexByte(s, '\'') < 0 && strings.IndexByte(s, '"') < 0 {
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
