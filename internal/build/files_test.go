package build

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"
)

// picture is a PNG of a size, or one that only claims it.
func picture(t testing.TB, width, height int) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	header := data[12:29] // "IHDR", width, height and five more
	binary.BigEndian.PutUint32(header[4:], uint32(width))
	binary.BigEndian.PutUint32(header[8:], uint32(height))
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(header))
	return string(data)
}

// TestFilesThatArePublishedAsTheyAre adds one file at a time to the small library: the theme's, and one beside a page that
// links to it.
func TestFilesThatArePublishedAsTheyAre(t *testing.T) {
	const page, beside = "content/guide/third.md", "content/guide/third/"
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">`
	rows := []struct{ name, file, text, want, remedy string }{
		{"a script that is not finished", "static/js/theme.js", "function (", "static/js/theme.js:0 warning CB110", "bracket"},
		{"a style sheet that is not there", "static/css/index.css", "@import \"nope.css\";\np{margin:0}\n", "static/css/index.css:0 warning CB111", "static/css/nope.css"},
		{"a web page", beside + "old.html", "<p>x</p>", beside + "old.html:0 warning CB112", "Markdown"},
		{"a script", beside + "run.JS", "alert(1)", beside + "run.JS:0 warning CB112", "Markdown"},
		{"a drawing", beside + "a.svg", drawing + "<path d='M0 0h9'/></svg>", "", ""},
		{"a drawing with a script", beside + "a.svg", drawing + "<script>alert(1)</script></svg>", beside + "a.svg:0 error CB113", "plain SVG"},
		{"a picture", beside + "a.png", picture(t, 1, 1), "", ""},
		{"a picture that is none", beside + "a.png", "GIF or so", beside + "a.png:0 warning CB114", "PNG or JPEG"},
		{"a heavy picture", beside + "a.png", picture(t, 1, 1) + strings.Repeat("x", 1_500_000), beside + "a.png:0 warning CB116", "JPEG"},
		{"a heavy drawing", beside + "a.svg", drawing + "<path d='M0 0" + strings.Repeat(" h9", 200_000) + "'/></svg>", beside + "a.svg:0 warning CB116", "smaller"},
		{"a picture as large as a wall", beside + "a.png", picture(t, 100_000, 100_000), beside + "a.png:0 error CB115", "smaller"},
		{"layouts that fail for this library alone", "layouts/masthead.html", `{{if eq .Home.Text "Small library"}}{{index .Nav 99}}{{end}}`, "layouts:0 error CB184", "built-in"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			files := small(t)
			files[row.file] = row.text
			if name, ok := strings.CutPrefix(row.file, beside); ok && (row.want == "" || !strings.HasSuffix(row.want, "CB112") && !strings.HasSuffix(row.want, "CB113")) {
				files[page] = "---\ntitle: Third\nsummary: Others.\npublished: 2024-01-02\n---\nSee [it](" + name + ").\n"
			}
			_, problems := load(t, folder(t, files), nil)
			checkOne(t, problems.ForBuild(), row.want, row.remedy)
		})
	}
}

// What File knows is what Paths lists: a folder is no file, and without layouts there are none.
func TestFilesByTheirPaths(t *testing.T) {
	files := small(t)
	whole, _ := load(t, folder(t, files), nil)
	files["layouts/masthead.html"] = `{{index .Nav 99}}`
	bare, _ := load(t, folder(t, files), nil)
	for _, row := range []struct {
		path string
		want bool
	}{
		{"index.html", true}, {"guide/index.html", true}, {"404.html", true}, {"search/search.js", true},
		{"", false}, {"guide/", false}, {"guide", false}, {"guideindex.html", false}, {"guide/index.html/index.html", false}, {"nowhere/index.html", false},
	} {
		if _, ok, err := whole.File(row.path); ok != row.want || err != nil {
			t.Errorf("File(%q): %t, %v", row.path, ok, err)
		}
		if _, ok, err := bare.File(row.path); ok || err != nil {
			t.Errorf("without layouts File(%q): %t, %v", row.path, ok, err)
		}
	}
}

func TestDrawingsOnlyDraw(t *testing.T) {
	check := func(name, inside string, want bool) {
		t.Helper()
		text := inside
		if !strings.Contains(text, "<svg") {
			text = `<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + "</svg>"
		}
		if got := unsafeSVG(text); got != want {
			t.Errorf("%s: unsafe is %v", name, got)
		}
	}
	check("a path", `<path d="M0 0h9" style="fill:url(#g)" filter="url('#f')"/>`, false)
	check("words", `<text x="1">Come on = go on, one on onset</text><title>on</title>`, false)
	check("a part used again", `<use xlink:href="#a"/><use href="#a"/>`, false)
	check("a style", `<style>.a{fill:red;stroke:url( "#g" )}</style>`, false)
	check("a way out for a reader", `<a href="https://x.example/"><text>x</text></a>`, false)
	check("a comment", `<!-- <script> -->`, false)
	check("what a drawing program adds", `<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:li r:resource="http://x.example/"/></r:RDF></metadata>`, false)

	check("a script", `<script>x</script>`, true)
	check("a script in capitals", `<SCRIPT>x</SCRIPT>`, true)
	check("a script by another prefix", `<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>`, true)
	check("an event", `<path onload="x"/>`, true)
	check("an event on the next line", "<path\nonload='x'/>", true)
	check("an event with a space", `<path onload = "x"/>`, true)
	check("an event on the drawing", `<svg onload="x" xmlns="http://www.w3.org/2000/svg"/>`, true)
	check("an address that runs", `<a href="javascript:x"/>`, true)
	check("the same in disguise", `<a href=" java&#115;cri&#10;pt:x"/>`, true)
	check("the same by animation", `<a><set attributeName="href" to="javascript:x"/></a>`, true)
	check("a part of another file", `<use href="https://x.example/a.svg#b"/>`, true)
	check("a part in the address", `<use href="data:image/svg+xml,x"/>`, true)
	check("a picture from elsewhere", `<image href="https://x.example/a.png"/>`, true)
	check("a page within", `<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>`, true)
	check("a style from elsewhere", `<style>@import "https://x.example/a.css";</style>`, true)
	check("a colour from elsewhere", `<path style="fill:url(https://x.example/a#b)"/>`, true)
	check("the same, escaped", `<style>p{fill:\75rl(https://x.example/)}</style>`, true)
	check("a style sheet before it", `<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>`, true)
	check("entities", `<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>`, true)
	check("what is not XML", `<svg><path></svg>`, true)
}
