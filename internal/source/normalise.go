package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// fault is why a text file cannot be used.
type fault struct {
	code            string
	line, col       int // 0 for the whole file; col in characters
	message, remedy string
}

const saveAs = "save it as UTF-8: in Notepad, File, Save as, Encoding UTF-8"

var bom = []byte("\uFEFF")

// normalise strips the byte order mark and turns CRLF and CR into LF, in place, or says why the bytes are not UTF-8 text.
// page says that HTML is not what the file should hold.
func normalise(raw []byte, page bool) ([]byte, *fault) {
	if bad := disguised(raw, page); bad != nil {
		return nil, bad
	}
	if bad := wide(raw); bad != nil {
		return nil, bad
	}
	for bytes.HasPrefix(raw, bom) { // twice where a file was joined from two
		raw = raw[len(bom):]
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		line, col := place(raw, i)
		return nil, &fault{"CB001", line, col, "has a NUL character, which no text has", "delete the character, or " + saveAs}
	}
	if !utf8.Valid(raw) {
		return nil, foreign(raw)
	}
	return lineFeeds(raw), nil
}

// wide recognises UTF-16 and UTF-32, by the byte order mark or by the NULs that plain letters leave in every other byte.
func wide(raw []byte) *fault {
	named := func(encoding string) *fault {
		return &fault{code: "CB001", message: "is saved in the encoding " + encoding + ", not UTF-8", remedy: saveAs}
	}
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(raw, []byte{0, 0, 0xFE, 0xFF}):
		return named("UTF-32")
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return named("UTF-16 LE (Notepad calls it Unicode)")
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return named("UTF-16 BE (Notepad calls it Unicode big endian)")
	}
	head := raw[:min(len(raw), 4096)]
	if bytes.IndexByte(head, 0) < 0 {
		return nil
	}
	var even, odd int
	for i, b := range head {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	most := len(head) / 4 // half of the half: other letters than Latin ones leave no NUL
	switch {
	case odd > most && even <= odd/8:
		return named("UTF-16 LE (Notepad calls it Unicode)")
	case even > most && odd <= even/8:
		return named("UTF-16 BE (Notepad calls it Unicode big endian)")
	}
	return nil
}

// foreign says where text stops being UTF-8 and what it likely is. The classes of bytes are those of RFC 3629 section 4.
func foreign(raw []byte) *fault {
	i := firstInvalid(raw)
	line, col := place(raw, i)
	b, next := raw[i], byte(0)
	if i+1 < len(raw) {
		next = raw[i+1]
	}
	tail := next >= 0x80 && next < 0xC0
	message := fmt.Sprintf("is not UTF-8: it looks like %s", legacy(raw))
	switch {
	case b == 0xED && next >= 0xA0 && next < 0xC0:
		message = "is not UTF-8: it has half of a two-part character (a surrogate)"
	case tail && (b == 0xC0 || b == 0xC1 || b == 0xE0 && next < 0xA0 || b == 0xF0 && next < 0x90):
		message = "is not UTF-8: it has a character written in more bytes than it needs (overlong)"
	case i+utf8.UTFMax > len(raw) && b >= 0xC2 && !utf8.FullRune(raw[i:]):
		message = "is not UTF-8: it breaks off in the middle of a character, or is Windows-1252"
	}
	return &fault{"CB001", line, col, message, saveAs}
}

// legacy tells the two old western encodings apart by the bytes that only Windows uses (curly quotes, dashes, the euro).
func legacy(raw []byte) string {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 && raw[0] < 0xA0 {
			return "Windows-1252"
		}
		raw = raw[n:]
	}
	return "Latin-1 (ISO 8859-1) or Windows-1252"
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(raw)
}

// place is the line and column, in characters, of byte i. A line ends in LF, CRLF or CR.
func place(raw []byte, i int) (line, col int) {
	before := raw[:i]
	line = 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r")) - bytes.Count(before, []byte("\r\n"))
	start := bytes.LastIndexAny(before, "\r\n") + 1
	return line, 1 + utf8.RuneCount(before[start:])
}

// lineFeeds turns CRLF and CR into LF, in place.
func lineFeeds(raw []byte) []byte {
	at := bytes.IndexByte(raw, '\r')
	if at < 0 {
		return raw
	}
	out := raw[:at]
	for i := at; i < len(raw); i++ {
		switch {
		case raw[i] != '\r':
			out = append(out, raw[i])
		case i+1 == len(raw) || raw[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}
