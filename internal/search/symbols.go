package search

import "fmt"

// symbols is how many values one character of a packed string can have.
const symbols = 91

// last is how many of them end a number.
const last = 46

// appendSymbol writes one value from 0 to 90.
func appendSymbol(b []byte, v int) []byte {
	c := byte(v) + 35
	if c >= '\\' {
		c++
	}
	return append(b, c)
}

// appendNumber writes a number from 0 on.
func appendNumber(b []byte, n int) []byte {
	var digits [12]byte
	at := len(digits) - 1
	digits[at] = byte(n % last)
	for n /= last; n > 0; n /= symbols - last {
		at--
		digits[at] = byte(n%(symbols-last)) + last
	}
	for _, d := range digits[at:] {
		b = appendSymbol(b, int(d))
	}
	return b
}

// unpacker reads a packed string. After the first fault it gives zeros and keeps the error.
type unpacker struct {
	rest string
	err  error
}

func (u *unpacker) symbol() int {
	if u.rest == "" {
		u.fail("ends early")
		return 0
	}
	c := u.rest[0]
	u.rest = u.rest[1:]
	v := int(c) - 35
	if c > '\\' {
		v--
	}
	if v < 0 || v >= symbols || c == '\\' {
		u.fail("has a character that is no symbol")
		return 0
	}
	return v
}

func (u *unpacker) number() int {
	n := 0
	for range 8 {
		v := u.symbol()
		if v < last {
			return n*last + v
		}
		n = n*(symbols-last) + v - last
	}
	u.fail("has a number too long")
	return 0
}

func (u *unpacker) fail(what string) {
	if u.err == nil {
		u.err = fmt.Errorf("the index is damaged: a list %s", what)
	}
	u.rest = ""
}
