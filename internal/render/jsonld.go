package render

import (
	"html"
	"html/template"
	"iter"
	"strconv"
	"strings"

	"casebook/internal/text"
)

// jsonLD is the text of a JSON-LD data block (https://www.w3.org/TR/json-ld11/), written piece by piece: through
// encoding/json the blocks of forty thousand pages would cost ten times as much. What is empty is left out.
//
// "<" is written \u003c (text.AppendJSON), so nothing in a text can end the script element early. The element holds data: no script runs, and a
// strict content security policy allows it.
type jsonLD struct {
	out  []byte
	base string // of every address of the site, as text in JSON
}

func (w *jsonLD) comma() {
	switch w.out[len(w.out)-1] {
	case '{', '[', ':':
	default:
		w.out = append(w.out, ',')
	}
}

func (w *jsonLD) key(key string) {
	w.comma()
	if key != "" {
		w.out = append(append(append(w.out, '"'), key...), '"', ':')
	}
}

// text writes a property; key "" writes an element of a list.
func (w *jsonLD) text(key, value string) {
	if value == "" {
		return
	}
	w.key(key)
	w.out = text.AppendJSON(w.out, value)
}

// said writes the words of HTML, about most characters of them at most; nothing when there are none.
func (w *jsonLD) said(key string, h template.HTML, most int) {
	words, space := make([]byte, 0, mostWords), false
	for part := range texts(string(h)) {
		space = space || strings.HasPrefix(part, " ") || strings.HasPrefix(part, "\n")
		for word := range strings.FieldsSeq(part) {
			if space && len(words) > 0 {
				words = append(words, ' ')
			}
			if len(words)+len(word) > most {
				w.text(key, string(words)+"…")
				return
			}
			words, space = append(words, word...), true
		}
		space = strings.HasSuffix(part, " ") || strings.HasSuffix(part, "\n")
	}
	w.text(key, string(words))
}

// texts are what stands between the tags of HTML.
func texts(h string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for more := true; more; {
			var part, tag string
			part, tag, more = strings.Cut(h, "<")
			if strings.IndexByte(part, '&') >= 0 {
				part = html.UnescapeString(part)
			}
			if part != "" && !yield(part) {
				return
			}
			_, h, _ = strings.Cut(tag, ">")
		}
	}
}

func (w *jsonLD) number(key string, n int) {
	w.key(key)
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

// local writes an address of the site, given from its root.
func (w *jsonLD) local(key, path string) {
	w.key(key)
	w.out = append(appendIRI(append(append(append(w.out, '"'), w.base...), path...), len(path)), '"')
}

// open begins an object of the types given; key "" begins an element of a list.
func (w *jsonLD) open(key string, types ...string) {
	w.key(key)
	w.out = append(w.out, '{')
	if len(types) == 1 {
		w.text("@type", types[0])
		return
	}
	at := w.list("@type")
	for _, t := range types {
		w.text("", t)
	}
	w.end(at)
}

func (w *jsonLD) close() { w.out = append(w.out, '}') }

// list begins a list, which end ends. A list of nothing is left out.
func (w *jsonLD) list(key string) (began int) {
	began = len(w.out)
	w.key(key)
	w.out = append(w.out, '[')
	return began
}

func (w *jsonLD) end(began int) {
	if w.out[len(w.out)-1] == '[' {
		w.out = w.out[:began]
		return
	}
	w.out = append(w.out, ']')
}

// item names a thing that has an address of its own.
func (w *jsonLD) item(key, kind, path, name string) {
	w.open(key, kind)
	if path != "" {
		w.local("@id", path)
	}
	w.text("name", name)
	w.close()
}

// named is a thing without an address.
func (w *jsonLD) named(key, kind, name string) {
	if name != "" {
		w.item(key, kind, "", name)
	}
}

// appendIRI escapes the last n bytes of an address where they are not ASCII, as the address stands in a link (RFC 3987, 3.1).
// Paths of the site hold nothing else that needs it.
func appendIRI(out []byte, n int) []byte {
	for i := len(out) - n; i < len(out); i++ {
		if out[i] >= 0x80 {
			rest := string(out[i:])
			return appendURL(out[:i], rest, true)
		}
	}
	return out
}
