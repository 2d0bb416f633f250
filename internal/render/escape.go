package render

import (
	"fmt"
	"slices"
	"strings"

	"casebook/internal/text"
)

// The escapers of html/template that layouts come to need, by the names under which it puts them into a tree. They must agree
// with html/template byte for byte: FuzzEscapers compares them.

// escaper is a chain of escapers as one function that appends. safe: the value is template.HTML.
func escaper(names []string, safe bool) (func(out []byte, s string) []byte, error) {
	chain := make([]string, len(names))
	for i, n := range names {
		chain[i] = strings.TrimPrefix(n, "_html_template_")
	}
	switch {
	case safe && slices.Equal(chain, []string{"htmlescaper"}):
		return func(out []byte, s string) []byte { return append(out, s...) }, nil
	case safe:
	case slices.Equal(chain, []string{"htmlescaper"}), slices.Equal(chain, []string{"rcdataescaper"}), slices.Equal(chain, []string{"attrescaper"}):
		return appendEscaped, nil
	case slices.Equal(chain, []string{"urlfilter", "urlnormalizer", "attrescaper"}):
		return func(out []byte, s string) []byte { return appendURL(out, safeURL(s), true) }, nil
	case slices.Equal(chain, []string{"urlfilter", "attrescaper"}):
		return func(out []byte, s string) []byte { return appendEscaped(out, safeURL(s)) }, nil
	case slices.Equal(chain, []string{"urlescaper", "attrescaper"}):
		return func(out []byte, s string) []byte { return appendURL(out, s, false) }, nil
	}
	return nil, fmt.Errorf("the escapers %v", names)
}

// escapes is what a byte becomes in an element or a quoted attribute. The plus is escaped too, against UTF-7.
var escapes = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

// escaped are the bytes that escapes knows: a quarter of a kilobyte, which stays at hand while text goes by.
var escaped = func() (t [256]bool) {
	for c, with := range escapes {
		t[c] = with != ""
	}
	return t
}()

// appendEscaped writes text for an element or a quoted attribute.
func appendEscaped(out []byte, s string) []byte {
	for {
		n := text.UpTo(s, &escaped)
		out = append(out, s[:n]...)
		if n == len(s) {
			return out
		}
		out = append(out, escapes[s[n]]...)
		s = s[n+1:]
	}
}

// safeURL is an address that is relative or has a harmless scheme, else a mark that leads nowhere.
func safeURL(s string) string {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return s
	}
	return "#ZgotmplZ"
}

// inAddress are the bytes that need a look in an address, inPart those in a part of one, such as a fragment: all but the
// unreserved characters of RFC 3986, and in an address the reserved ones (but quotes and brackets).
var inAddress, inPart = allBut(unreserved + "!#$*,/:;=?@[]"), allBut(unreserved)

const unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"

func allBut(plain string) (t [256]bool) {
	for c := range t {
		t[c] = strings.IndexByte(plain, byte(c)) < 0
	}
	return t
}

// appendURL writes an address for a quoted attribute. whole: what is escaped already stays; else s is a part, such as a fragment.
func appendURL(out []byte, s string, whole bool) []byte {
	const hex = "0123456789abcdef"
	special := &inPart
	if whole {
		special = &inAddress
	}
	for {
		n := text.UpTo(s, special)
		out = append(out, s[:n]...)
		if n == len(s) {
			return out
		}
		switch c := s[n]; {
		case whole && (c == '&' || c == '+'):
			out = append(out, escapes[c]...)
		case whole && c == '%' && n+2 < len(s) && isHex(s[n+1]) && isHex(s[n+2]):
			out = append(out, c)
		default:
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
		s = s[n+1:]
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
