package source

import (
	"bytes"
	"strings"
)

// signatures are the first bytes of files that are not text (https://en.wikipedia.org/wiki/List_of_file_signatures), in the
// order they are tried.
var signatures = []struct {
	at    int
	magic string
	what  string
}{
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel file"},
	{0, "%PDF-", "a PDF file"},
	{0, "\x89PNG\r\n\x1a\n", "a PNG picture"},
	{0, "\xFF\xD8\xFF", "a JPEG picture"},
	{0, "GIF87a", "a GIF picture"},
	{0, "GIF89a", "a GIF picture"},
	{8, "WEBP", "a WebP picture"},
	{4, "ftyp", "a video or a HEIC picture"},
	{0, `{\rtf`, "a rich text (RTF) file"},
	{0, "\x1f\x8b\x08", "a gzip archive"},
	{0, "bplist00", "a Mac property list"},
}

// packages are the documents that are ZIP archives inside, by a name that only they contain.
var packages = []struct{ inside, what string }{
	{"word/", "a Word file"},
	{"xl/", "an Excel file"},
	{"ppt/", "a PowerPoint file"},
	{"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument (LibreOffice) file"},
	{"mimetypeapplication/epub", "an EPUB book"},
	{"Index/Document.iwa", "a Pages file"},
}

// disguised recognises a file whose name promises text and whose bytes are something else.
func disguised(raw []byte, page bool) *fault {
	what := kindOf(raw, page)
	if what == "" {
		return nil
	}
	return &fault{code: "CB002", message: "is " + what + " with the name of a text file",
		remedy: "paste its text into a plain text editor and save that, or give the file its right name"}
}

func kindOf(raw []byte, page bool) string {
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		for _, p := range packages {
			if bytes.Contains(raw, []byte(p.inside)) {
				return p.what
			}
		}
		return "a ZIP archive"
	}
	for _, s := range signatures {
		if len(raw) >= s.at && bytes.HasPrefix(raw[s.at:], []byte(s.magic)) && (s.at == 0 || container(raw[:s.at])) {
			return s.what
		}
	}
	if !page {
		return ""
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 512)], bom), " \t\r\n")
	for _, tag := range []string{"<!doctype html", "<html", "<?xml"} {
		if len(head) >= len(tag) && strings.EqualFold(string(head[:len(tag)]), tag) {
			return "an HTML or XML document"
		}
	}
	return ""
}

// container keeps a text that happens to say WEBP or ftyp near its start from being taken for a picture.
func container(head []byte) bool {
	return bytes.HasPrefix(head, []byte("RIFF")) || bytes.IndexByte(head, 0) >= 0
}
