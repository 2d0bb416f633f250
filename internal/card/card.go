// Package card draws the pictures that stand for pages where their addresses are shared (og:image).
//
// In come the words of a Card; out comes a PNG of 1200 × 630 pixels. Of says which cards a site has. The same words give the
// same bytes on every machine. It never draws letters that its fonts lack: Fits says so beforehand.
package card

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"casebook/internal/text"
)

// The size of a card in pixels, as Open Graph recommends (https://ogp.me/#structured).
const (
	Width  = 1200
	Height = 630
)

// Card is the words on a picture. All but the title may be empty.
type Card struct {
	Site   string // the library
	Of     string // whose it is
	Label  string // what the title is the title of: "Case"
	Number string // a catalogue number: CL-2021-03
	Key    string // r2
	Title  string
	Text   string // a sentence below the title
}

// drawn names the way cards are drawn. It is part of their names, so it must change with every change of the drawing; a test
// compares it with a drawn card.
const drawn = "474b"

// Name is the path of the picture from the site's root, for the page at a path: it changes with the words on the card, so a
// host may let browsers keep it for ever.
func (c Card) Name(page string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{drawn, c.Site, c.Of, c.Label, c.Number, c.Key, c.Title, c.Text}, "\x00")))
	name := strings.Trim(text.Slug(strings.ReplaceAll(page, "/", "-")), "-")
	if name == "" {
		name = "site"
	}
	return "assets/cards/" + name + "." + hex.EncodeToString(sum[:5]) + ".png"
}

// Alt is the picture in words: "Case CL-2021-03: From rep to relay. Partnership Library, University of Thornmere."
func (c Card) Alt() string {
	out := strings.TrimSuffix(c.Title, ".") + "."
	if c.Label != "" {
		out = strings.TrimSpace(c.Label+" "+c.mark()) + ": " + out
	}
	switch {
	case c.Site == "":
		return out
	case c.Of == "":
		return out + " " + c.Site + "."
	}
	return out + " " + c.Site + ", " + c.Of + "."
}

func (c Card) mark() string {
	if c.Key == "" {
		return c.Number
	}
	return c.Number + " " + c.Key
}
