package build

import (
	"context"
	"encoding/xml"
	"image"
	_ "image/gif"  // for the size in a picture's header
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/site"
	"casebook/internal/source"
)

// size is a picture's, in pixels.
type size struct{ width, height int }

// active are files that a browser would run as part of the site. Content may not bring any.
var active = []string{".html", ".htm", ".xhtml", ".xht", ".shtml", ".php", ".js", ".mjs", ".css", ".xml", ".xsl", ".wasm", ".htaccess"}

// most is how many pixels a picture may claim to have: more fills a reader's memory.
const most = 50_000_000

// attachments lists the files beside pages, with the size of pictures from their headers.
func (s *Snapshot) attachments(ctx context.Context, prev *Snapshot) ([]site.Attachment, diag.List, error) {
	var problems diag.List
	var files []source.File
	for _, f := range s.Tree.Files {
		if !strings.HasPrefix(f.Path, "content/") || content.IsMarkdown(f.Path) || f.Path == "content/references.json" || f.Path == "content/vocabularies.yaml" || f.Path == content.StatementFile {
			continue
		}
		if slices.Contains(active, strings.ToLower(path.Ext(f.Path))) {
			problems.Warn("CB112", diag.Pos{File: f.Path}, "a file of this sort is never published from the content folder").
				Remedy("write it as Markdown, or give readers a PDF or a picture")
			continue
		}
		if strings.EqualFold(path.Ext(f.Path), ".svg") && unsafeSVG(f.Text) {
			problems.Error("CB113", diag.Pos{File: f.Path}, "this drawing contains a script, an outside address or markup that is not drawing").
				Remedy("export it again as plain SVG, or as PNG")
			continue
		}
		files = append(files, f)
	}
	s.images = make(map[[32]byte]size, len(files))
	sizes := make([]size, len(files))
	found := make([]diag.List, len(files))
	root, err := os.OpenRoot(s.opts.Source)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	err = each(ctx, len(files), s.opts.Workers, func(i int) error {
		if known, ok := prev.images[files[i].Hash]; ok {
			sizes[i] = known
			return nil
		}
		sizes[i], found[i] = measure(root, files[i])
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	out := make([]site.Attachment, len(files))
	for i, f := range files {
		if len(found[i]) == 0 {
			s.images[f.Hash] = sizes[i]
		}
		out[i] = site.Attachment{Path: f.Path, Size: f.Size, Hash: f.Hash, Width: sizes[i].width, Height: sizes[i].height, Text: f.Text}
		problems = append(problems, found[i]...)
	}
	return out, problems, nil
}

// measure reads a picture's header. Other files have no size.
func measure(root *os.Root, f source.File) (size, diag.List) {
	var problems diag.List
	switch strings.ToLower(path.Ext(f.Path)) {
	case ".png", ".jpg", ".jpeg", ".gif":
		tooHeavy(f, &problems)
	case ".webp", ".avif", ".svg":
		tooHeavy(f, &problems)
		return size{}, problems
	default:
		return size{}, nil
	}
	file, err := source.Open(root, theme, f)
	if err != nil {
		problems.Error("CB004", diag.Pos{File: f.Path}, "the picture cannot be read: %v", err)
		return size{}, problems
	}
	defer file.Close()
	cfg, _, err := image.DecodeConfig(file)
	if err != nil {
		problems.Warn("CB114", diag.Pos{File: f.Path}, "this is not a picture that browsers can show").
			Remedy("save it again as PNG or JPEG; its name should end as its kind does")
		return size{}, problems
	}
	if cfg.Width*cfg.Height > most {
		problems.Error("CB115", diag.Pos{File: f.Path}, "the picture has %d × %d points, far more than a page can show", cfg.Width, cfg.Height).
			Remedy("make it smaller: 2,000 points across is plenty")
	}
	return size{cfg.Width, cfg.Height}, problems
}

// heavy is the number of bytes above which a picture is reported.
const heavy = 500_000

func tooHeavy(f source.File, problems *diag.List) {
	if f.Size > heavy {
		problems.Warn("CB116", diag.Pos{File: f.Path}, "the picture has %.1f MB, which every reader of its page has to load", float64(f.Size)/1e6).
			Remedy("make it smaller: 2,000 points across are plenty, and a photograph is lightest as JPEG")
	}
}

// notShapes are what no drawing needs: elements that run, embed or animate their way out of drawing.
var notShapes = []string{"script", "foreignobject", "iframe", "embed", "object", "image", "handler", "listener"}

// unsafeSVG reports markup that could do more than draw. It reads the file as a browser does: by names without their
// prefix, values with their entities resolved.
func unsafeSVG(text string) bool {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it was checked to be UTF-8
	style := 0
	for {
		token, err := d.Token()
		if err != nil {
			return err != io.EOF // what cannot be read as XML cannot be seen through
		}
		switch t := token.(type) {
		case xml.Directive:
			return true // a document type, and with it entities
		case xml.ProcInst:
			if t.Target != "xml" {
				return true
			}
		case xml.StartElement:
			name := strings.ToLower(t.Name.Local)
			if slices.Contains(notShapes, name) || slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return unsafeAttribute(name, a) }) {
				return true
			}
			if name == "style" {
				style++
			}
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "style") {
				style--
			}
		case xml.CharData:
			if style > 0 && leadsOut(string(t)) {
				return true
			}
		}
	}
}

func unsafeAttribute(element string, a xml.Attr) bool {
	name, value := strings.ToLower(a.Name.Local), squeezed(a.Value)
	switch {
	case a.Name.Space == "xmlns" || name == "xmlns":
		return false
	case strings.HasPrefix(name, "on"), strings.Contains(value, "javascript:"):
		return true
	case name == "href" || name == "src":
		return !strings.HasPrefix(value, "#") && !(element == "a" && (strings.HasPrefix(value, "https:") || strings.HasPrefix(value, "http:")))
	}
	return leadsOut(a.Value)
}

// leadsOut reports a style that fetches something.
func leadsOut(css string) bool {
	css = squeezed(css)
	if strings.Contains(css, "@import") || strings.Contains(css, `\`) {
		return true
	}
	for {
		_, after, ok := strings.Cut(css, "url(")
		if !ok {
			return false
		}
		if css = strings.TrimLeft(after, `"'`); !strings.HasPrefix(css, "#") {
			return true
		}
	}
}

// squeezed is a value in small letters without spaces and control characters, which addresses and styles may hold.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
