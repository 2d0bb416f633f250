package render

import (
	"bytes"
	"strings"
)

// symbol is one drawing of layouts/sprite.html: its id and the whole element.
type symbol struct {
	id   string
	text string
}

const (
	symbolOpen  = `<symbol id="`
	symbolClose = `</symbol>`
	symbolUse   = `href="#i-`
)

// symbols reads the drawings from the text of the sprite. Every id begins with "i-", so that none meets an anchor.
func symbols(text string) []symbol {
	var out []symbol
	for {
		_, rest, ok := strings.Cut(text, symbolOpen)
		if !ok {
			return out
		}
		id, _, _ := strings.Cut(rest, `"`)
		body, after, ok := strings.Cut(rest, symbolClose)
		if !ok {
			return out
		}
		out = append(out, symbol{id: id, text: symbolOpen + body + symbolClose})
		text = after
	}
}

// sprite is the drawings that main uses, in the order of the file, so that equal pages stay equal bytes. What a page uses is read
// from the page: then no view can forget one, and a site's own layouts get theirs too.
// It is appended to a buffer.
func sprite(to []byte, all []symbol, main []byte) []byte {
	used := make([]bool, len(all))
	any := false
	before, _, _ := strings.Cut(symbolUse, "#")
	for from := 0; ; {
		// The number sign is rare in a page: to look for it alone is many times quicker than for all of it.
		i := bytes.IndexByte(main[from:], '#')
		if i < 0 {
			break
		}
		at := from + i - len(before)
		from += i + 1
		if at < 0 || !bytes.HasPrefix(main[at:], []byte(symbolUse)) {
			continue
		}
		main := main[from:]
		for j, s := range all {
			n := len(s.id)
			if len(main) > n && main[n] == '"' && string(main[:n]) == s.id {
				used[j], any = true, true
				break
			}
		}
	}
	if !any {
		return to
	}
	to = append(to, `<svg class="sprite" aria-hidden="true">`...)
	for j, s := range all {
		if used[j] {
			to = append(to, s.text...)
		}
	}
	return append(to, `</svg>`...)
}
