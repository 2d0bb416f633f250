package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func utf16Bytes(s string, order binary.AppendByteOrder) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

// normaliseRows are pairs of what is on the disk and what it means: the text, or "code line:col start of message".
var normaliseRows = []struct{ name, in, want string }{
	{"plain", "a\nb\n", "a\nb\n"},
	{"empty", "", ""},
	{"byte order mark", "\uFEFF---\ntitle: x\n", "---\ntitle: x\n"},
	{"two marks", "\uFEFF\uFEFFx", "x"},
	{"CRLF", "a\r\nb\r\n", "a\nb\n"},
	{"CR", "a\rb\r", "a\nb\n"},
	{"mixed ends", "a\r\nb\rc\nd\r\r\n\n", "a\nb\nc\nd\n\n\n"},
	{"accents and emoji", "Tŷ café – 学生 🎓", "Tŷ café – 学生 🎓"},
	{"talks about formats", "see WEBP and ftyp, PK and GIF", "see WEBP and ftyp, PK and GIF"},
	{"a comment is no document", "<!-- note -->\n# x\n", "<!-- note -->\n# x\n"},

	{"UTF-16 LE with mark", "\xff\xfe" + utf16Bytes("title: Tŷ\n", binary.LittleEndian), "CB001 0:0 is saved in the encoding UTF-16 LE"},
	{"UTF-16 BE with mark", "\xfe\xff" + utf16Bytes("title: Tŷ\n", binary.BigEndian), "CB001 0:0 is saved in the encoding UTF-16 BE"},
	{"UTF-16 LE without mark", utf16Bytes("title: Tŷ\n", binary.LittleEndian), "CB001 0:0 is saved in the encoding UTF-16 LE"},
	{"UTF-16 BE without mark", utf16Bytes("title: Tŷ\n", binary.BigEndian), "CB001 0:0 is saved in the encoding UTF-16 BE"},
	{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00", "CB001 0:0 is saved in the encoding UTF-32"},
	{"Latin-1", "a\ncaf\xe9 x", "CB001 2:4 is not UTF-8: it looks like Latin-1"},
	{"Windows-1252", "a\r\n\x93caf\xe9\x94", "CB001 2:1 is not UTF-8: it looks like Windows-1252"},
	{"a curly quote after an accent", "caf\xe9 \x92", "CB001 1:4 is not UTF-8: it looks like Windows-1252"},
	{"column in characters", "学生é\xe9 ", "CB001 1:4 is not UTF-8"},
	{"NUL", "a\nbc\x00d", "CB001 2:3 has a NUL"},
	{"overlong", "a\xc0\xafb", "CB001 1:2 is not UTF-8: it has a character written in more bytes than it needs (overlong)"},
	{"overlong, three bytes", "a\xe0\x80\xafb", "CB001 1:2 is not UTF-8: it has a character written in more bytes"},
	{"surrogate", "a\xed\xa0\x80b", "CB001 1:2 is not UTF-8: it has half of a two-part character (a surrogate)"},
	{"cut off", "a\xe5\xad", "CB001 1:2 is not UTF-8: it breaks off"},

	{"Word", "PK\x03\x04\x14\x00word/document.xml", "CB002 0:0 is a Word file"},
	{"Excel", "PK\x03\x04\x14\x00xl/workbook.xml", "CB002 0:0 is an Excel file"},
	{"OpenDocument", "PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "CB002 0:0 is an OpenDocument"},
	{"ZIP", "PK\x03\x04\x14\x00x.txt", "CB002 0:0 is a ZIP archive"},
	{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "CB002 0:0 is an old Word or Excel file"},
	{"PDF", "%PDF-1.7\n", "CB002 0:0 is a PDF file"},
	{"PNG", "\x89PNG\r\n\x1a\n\x00", "CB002 0:0 is a PNG picture"},
	{"JPEG", "\xff\xd8\xff\xe0\x00", "CB002 0:0 is a JPEG picture"},
	{"WebP", "RIFF\x10\x00\x00\x00WEBPVP8 ", "CB002 0:0 is a WebP picture"},
	{"HEIC", "\x00\x00\x00\x18ftypheic", "CB002 0:0 is a video or a HEIC picture"},
	{"RTF", `{\rtf1\ansi x}`, "CB002 0:0 is a rich text (RTF) file"},
	{"HTML", "\uFEFF \r\n<!DOCTYPE html><p>x", "CB002 0:0 is an HTML or XML document"},
	{"HTML without doctype", "<HTML><p>x", "CB002 0:0 is an HTML or XML document"},
}

func TestNormalise(t *testing.T) {
	for _, row := range normaliseRows {
		clean, bad := normalise([]byte(row.in), true)
		got := string(clean)
		if bad != nil {
			got = fmt.Sprintf("%s %d:%d %s", bad.code, bad.line, bad.col, bad.message)
			if bad.remedy == "" {
				t.Errorf("%s: no remedy", row.name)
			}
		}
		if bad == nil && got != row.want || bad != nil && !strings.HasPrefix(got, row.want) {
			t.Errorf("%s: normalise(%q)\n got %q\nwant %q", row.name, row.in, got, row.want)
		}
	}
}

func TestHTMLIsFineWhereItBelongs(t *testing.T) {
	if _, bad := normalise([]byte("<!doctype html><p>x"), false); bad != nil {
		t.Error(bad.message)
	}
}

func FuzzNormalise(f *testing.F) {
	for _, row := range normaliseRows {
		f.Add([]byte(row.in), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, page bool) {
		raw := bytes.Clone(in)
		out, bad := normalise(raw, page)
		if bad != nil {
			if bad.code == "" || bad.message == "" || bad.remedy == "" || bad.line < 0 || bad.line > 1+bytes.Count(in, []byte("\n"))+bytes.Count(in, []byte("\r")) {
				t.Fatalf("%q: %+v", in, bad)
			}
			return
		}
		if !utf8.Valid(out) || bytes.ContainsAny(out, "\r\x00") || bytes.HasPrefix(out, bom) {
			t.Fatalf("%q gives %q", in, out)
		}
		again, bad := normalise(bytes.Clone(out), page)
		if bad != nil || !bytes.Equal(again, out) {
			t.Fatalf("%q is not settled: %q %+v", out, again, bad)
		}
	})
}
