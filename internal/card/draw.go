package card

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// The colours of the light theme (static/css/tokens.css).
var (
	paper  = color.RGBA{0xfb, 0xf9, 0xf4, 0xff}
	ink    = color.RGBA{0x21, 0x1f, 0x1b, 0xff}
	ink2   = color.RGBA{0x56, 0x51, 0x47, 0xff}
	accent = color.RGBA{0x0d, 0x4f, 0x4a, 0xff}
	rule   = color.RGBA{0xdd, 0xd6, 0xc7, 0xff}
)

// shades is how many steps lead from the paper to a colour; the edges of letters need no more.
const shades = 15

// pen is a colour in the palette: the place of its first shade.
type pen uint8

const (
	inPaper  pen = 0
	inInk    pen = 1
	inInk2   pen = 1 + shades
	inAccent pen = 1 + 2*shades
	inRule   pen = 1 + 3*shades
)

// full is the pen's colour without paper in it.
func (p pen) full() uint8 {
	if p == inPaper || p == inRule {
		return uint8(p)
	}
	return uint8(p) + shades - 1
}

var palette = func() color.Palette {
	out := color.Palette{paper}
	for _, c := range []color.RGBA{ink, ink2, accent} {
		for i := 1; i <= shades; i++ {
			out = append(out, color.RGBA{mixed(paper.R, c.R, i), mixed(paper.G, c.G, i), mixed(paper.B, c.B, i), 0xff})
		}
	}
	return append(out, rule)
}()

func mixed(from, to uint8, step int) uint8 {
	return uint8((int(from)*(shades-step) + int(to)*step) / shades)
}

// sheet is a picture being drawn.
type sheet struct {
	*image.Paletted
	site, of string // whose masthead it has
}

func blank() *sheet {
	s := &sheet{Paletted: image.NewPaletted(image.Rect(0, 0, Width, Height), palette)}
	s.masthead()
	return s
}

// fill draws a filled rectangle.
func (s *sheet) fill(x, y, width, height int, with pen) {
	for ; height > 0; y, height = y+1, height-1 {
		row := s.Pix[s.PixOffset(x, y):][:width]
		for i := range row {
			row[i] = with.full()
		}
	}
}

// write sets a line of text with its baseline at y and gives where it ends. extra is added after each letter, in pixels.
func (s *sheet) write(face font.Face, text string, x, y, extra int, with pen) int {
	dot := fixed.P(x, y)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			dot.X += face.Kern(before, r)
		}
		area, mask, at, advance, ok := face.Glyph(dot, r)
		if !ok {
			continue
		}
		s.stamp(area.Intersect(s.Rect), mask.(*image.Alpha), at, with)
		dot.X += advance + fixed.I(extra)
		before = r
	}
	return dot.X.Round()
}

// stamp draws a letter's mask. Where letters touch the darker one stays.
func (s *sheet) stamp(area image.Rectangle, mask *image.Alpha, at image.Point, with pen) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := s.Pix[s.PixOffset(area.Min.X, y):][:area.Dx()]
		from := mask.Pix[mask.PixOffset(at.X, at.Y+y-area.Min.Y):][:area.Dx()]
		for i, a := range from {
			if shade := (int(a)*shades + 127) / 255; shade > 0 {
				row[i] = max(row[i], uint8(with)+uint8(shade)-1)
			}
		}
	}
}

const (
	left  = 80
	right = Width - left
	below = 180 // the first line of pixels that no masthead reaches
)

// Draw is the card as a PNG.
func Draw(c Card) []byte {
	s := sheets.Get().(*sheet)
	defer sheets.Put(s)
	s.draw(c)
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: encoders}
	if err := enc.Encode(&b, s.Paletted); err != nil {
		panic("card: " + err.Error()) // a buffer takes everything
	}
	return b.Bytes()
}

// sheets and encoders are 2 MB a card, the rooms of the compression among them: they are used again.
var (
	sheets   = sync.Pool{New: func() any { return blank() }}
	encoders = new(encoderPool)
)

// encoderPool is a png.EncoderBufferPool.
type encoderPool struct{ sync.Pool }

func (p *encoderPool) Get() *png.EncoderBuffer {
	b, _ := p.Pool.Get().(*png.EncoderBuffer)
	return b
}

func (p *encoderPool) Put(b *png.EncoderBuffer) { p.Pool.Put(b) }

// draw draws a card on a sheet. The masthead of the card before stays if it is the same, as in one library it is.
func (s *sheet) draw(c Card) {
	clear(s.Pix[below*s.Stride:])
	if s.site != c.Site || s.of != c.Of {
		clear(s.Pix[:below*s.Stride])
		s.site, s.of = c.Site, c.Of
		s.masthead()
	}
	x := left
	if c.Number != "" && has(medium(), c.Number+c.Key) {
		x = s.spine(c) + 56
	}
	s.words(c, x)
	s.fill(left, Height-56, right-left, 2, inRule)
}

// masthead is the heavy and the fine rule, the sign and the name of the library.
func (s *sheet) masthead() {
	s.fill(0, 0, Width, 18, inAccent)
	s.fill(0, 26, Width, 3, inAccent)
	s.sign(left, 76)
	x := left + 62
	name, of := s.site, s.of
	if !has(serif(), name) {
		name = ""
	}
	if !has(sans(), of) {
		of = ""
	}
	if of == "" {
		s.write(sized(serif(), 42), clipped(sized(serif(), 42), name, right-x), x, 118, 0, inInk)
		return
	}
	s.write(sized(serif(), 38), clipped(sized(serif(), 38), name, right-x), x, 104, 0, inInk)
	s.write(sized(sans(), 22), clipped(sized(sans(), 22), of, right-x), x, 136, 0, inInk2)
}

// sign is the library's own: a bound report with its spine.
func (s *sheet) sign(x, y int) {
	s.frame(x, y, 44, 58, 4, inAccent)
	s.fill(x+31, y, 4, 58, inAccent)
	for i := range 3 {
		s.fill(x+9, y+14+i*10, 15, 4, inAccent)
	}
	s.fill(x+9, y+44, 8, 4, inAccent)
	s.fill(x+37, y+22, 3, 4, inAccent)
}

func (s *sheet) frame(x, y, width, height, line int, with pen) {
	s.fill(x, y, width, line, with)
	s.fill(x, y+height-line, width, line, with)
	s.fill(x, y, line, height, with)
	s.fill(x+width-line, y, line, height, with)
}

// spine is the catalogue number as the label of a bound report, between double rules. It gives where the label ends.
func (s *sheet) spine(c Card) int {
	const widest, most = 260, 4
	face := sized(medium(), 40)
	lines := strings.FieldsFunc(c.Number, func(r rune) bool { return r == '-' || r == ' ' })
	lines = lines[:min(len(lines), most)]
	width := 148
	for i, l := range lines {
		lines[i] = clipped(face, l, widest)
		width = max(width, measure(face, lines[i])+52)
	}
	key := clipped(face, c.Key, width-26)
	height := 56 + 52*len(lines)
	if key != "" {
		height += 76
	}
	y := 216
	centre := func(l string, y int) { s.write(face, l, left+(width-measure(face, l))/2, y, 0, inInk) }
	s.fill(left, y, 2, height, inRule)
	s.fill(left+width-2, y, 2, height, inRule)
	for _, top := range []int{y, y + height - 14} {
		s.fill(left, top, width, 5, inInk)
		s.fill(left, top+9, width, 5, inInk)
	}
	y += 66
	for _, l := range lines {
		centre(l, y)
		y += 52
	}
	if key != "" {
		s.fill(left+40, y-28, width-80, 2, inInk2)
		centre(key, y+26)
	}
	return left + width
}

// words are the label, the title and the sentence below it.
func (s *sheet) words(c Card, x int) {
	y := 236
	if c.Label != "" && has(medium(), c.Label) {
		s.write(sized(medium(), 28), c.Label, x, y, 0, inAccent)
		y += 22
	}
	size, lines := set(c.Title, right-x)
	face := sized(serif(), float64(size))
	y += size * 7 / 8
	for _, l := range lines {
		s.write(face, l, x, y, 0, inInk)
		y += size * 116 / 100
	}
	if c.Text == "" || !has(sans(), c.Text) {
		return
	}
	small := sized(sans(), 28)
	y += 4
	for i, l := range wrapped(small, c.Text, right-x, 3) {
		if y+i*40 < Height-72 {
			s.write(small, l, x, y+i*40, 0, inInk2)
		}
	}
}
