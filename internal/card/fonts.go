package card

import (
	"sync"

	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// The fonts have Welsh letters and those of most languages written in Latin. Liberation Serif is under the SIL Open Font
// License 1.1, the Go fonts under a BSD licence; both may be embedded.
var (
	serif  = sync.OnceValue(func() *sfnt.Font { return parsed(liberationserifregular.TTF) })
	sans   = sync.OnceValue(func() *sfnt.Font { return parsed(goregular.TTF) })
	medium = sync.OnceValue(func() *sfnt.Font { return parsed(gomedium.TTF) })
)

func parsed(data []byte) *sfnt.Font {
	f, err := opentype.Parse(data)
	if err != nil {
		panic("card: an embedded font is broken: " + err.Error())
	}
	return f
}

// sized is a font at a size in pixels. A face is used by one drawing at a time.
func sized(f *sfnt.Font, pixels float64) font.Face {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: pixels, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic("card: an embedded font is broken: " + err.Error())
	}
	return face
}

// Fits reports whether the fonts have every letter of the title. Of the other words a card leaves out what they lack.
func (c Card) Fits() bool { return c.Title != "" && has(serif(), c.Title) }

func has(f *sfnt.Font, s string) bool {
	var b sfnt.Buffer
	for _, r := range s {
		if i, err := f.GlyphIndex(&b, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}
