package text

import "unicode/utf8"

const hexDigits = "0123456789abcdef"

// inJSON are the bytes that need a look in a JSON string. Most text has none.
var inJSON = func() (out [256]bool) {
	for c := range out {
		out[c] = c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&'
	}
	return out
}()

// UpTo is how many bytes of s stand before the first of those. Eight at a time are looked at in about two thirds of the time.
func UpTo(s string, those *[256]bool) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		if those[w[0]] || those[w[1]] || those[w[2]] || those[w[3]] || those[w[4]] || those[w[5]] || those[w[6]] || those[w[7]] {
			break
		}
	}
	for i < len(s) && !those[s[i]] {
		i++
	}
	return i
}

// AppendJSON appends s as a JSON string (RFC 8259), in quotation marks. It writes what encoding/json writes: bytes that are no
// UTF-8 become U+FFFD, and <, > and & are escaped, so that the text may stand in HTML too.
func AppendJSON(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; ; {
		if i += UpTo(s[i:], &inJSON); i == len(s) {
			break
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				b = append(append(b, s[from:i]...), `\ufffd`...)
				from = i + 1
			case r == '\u2028' || r == '\u2029':
				b = append(append(b, s[from:i]...), `\u202`...)
				b = append(b, hexDigits[r&0xf])
				from = i + size
			}
			i += size
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}
