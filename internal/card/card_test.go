package card

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"strings"
	"testing"
)

var full = Card{
	Site: "Partnership Library", Of: "University of Thornmere", Label: "Recommendation", Number: "CL-2021-03", Key: "r2",
	Title: "Tŷ a dŵr: answer every point a student representative raises within twenty working days, and say so in the minutes", Text: "Asked in 2022.",
}

// TestTheNameFollowsTheDrawing holds that a change of the drawing changes the names of the pictures, which browsers keep for
// ever. When it fails after such a change, put the new word into the constant drawn.
func TestTheNameFollowsTheDrawing(t *testing.T) {
	h := sha256.New()
	for _, c := range []Card{full, {Title: "Themes", Site: "Shelf", Text: "What it is about."}} {
		s := blank()
		s.draw(c)
		h.Write(s.Pix)
	}
	if got := hex.EncodeToString(h.Sum(nil))[:4]; got != drawn {
		t.Errorf("the cards are drawn as %s, their names say %s", got, drawn)
	}
}

// TestEachCardIsDrawnOnCleanPaper holds that nothing of the card drawn before is left on a sheet.
func TestEachCardIsDrawnOnCleanPaper(t *testing.T) {
	for _, short := range []Card{{Title: "Themes"}, {Title: "Themes", Site: full.Site, Of: full.Of}} {
		clean := blank()
		clean.draw(short)
		used := blank()
		used.draw(full)
		used.draw(short)
		if !bytes.Equal(used.Pix, clean.Pix) {
			t.Errorf("%+v looks other than on a new sheet", short)
		}
	}
}

func TestCards(t *testing.T) {
	check := func(name string, c Card) {
		t.Helper()
		if !c.Fits() {
			t.Errorf("%s does not fit", name)
		}
		data := Draw(c)
		if cfg, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || cfg.Width != Width || cfg.Height != Height {
			t.Errorf("%s: %v, %d × %d", name, err, cfg.Width, cfg.Height)
		}
		if len(data) > 60<<10 {
			t.Errorf("%s weighs %d bytes", name, len(data))
		}
		if !bytes.Equal(data, Draw(c)) {
			t.Errorf("%s: drawn twice, it differs", name)
		}
	}
	check("full", full)
	check("a title alone", Card{Title: "T"})
	check("one endless word", Card{Title: strings.Repeat("Donaudampf", 20)})
	check("many lines", Card{Title: strings.Repeat("many words ", 60), Text: strings.Repeat("more words ", 60)})
	check("an insight", Card{Title: "What commuters said", Label: "Insight", Number: "Autumn 2024"})
	check("a number without end", Card{Title: "T", Number: strings.Repeat("9", 80), Key: strings.Repeat("r", 40)})
	check("names in letters that the fonts lack", Card{Title: "T", Site: "図書館", Of: "大学", Label: "事例", Text: "日本語"})
}

func TestTitlesThatCannotBeDrawn(t *testing.T) {
	for title, want := range map[string]bool{"": false, "Tŷ, dŵr, ẁ ẃ ẅ ỳ": true, "Pravidlo číslo šest, łódź, ğ": true, "Προτάσεις": true, "図書館": false, "مكتبة": false, "🎓 Party": false} {
		if got := (Card{Title: title}).Fits(); got != want {
			t.Errorf("%q fits: %v", title, got)
		}
	}
}

func TestNames(t *testing.T) {
	name := full.Name("cases/cl-2021-03/r2/")
	if !strings.HasPrefix(name, "assets/cards/cases-cl-2021-03-r2.") || !strings.HasSuffix(name, ".png") {
		t.Error(name)
	}
	seen := map[string]bool{name: true}
	for _, change := range []func(*Card){
		func(c *Card) { c.Site = "x" }, func(c *Card) { c.Of = "x" }, func(c *Card) { c.Label = "x" }, func(c *Card) { c.Number = "x" },
		func(c *Card) { c.Key = "x" }, func(c *Card) { c.Title = "x" }, func(c *Card) { c.Text = "x" },
	} {
		c := full
		change(&c)
		if n := c.Name("cases/cl-2021-03/r2/"); seen[n] {
			t.Errorf("%+v has the name of another", c)
		} else {
			seen[n] = true
		}
	}
	if name := full.Name(""); !strings.HasPrefix(name, "assets/cards/site.") {
		t.Error(name)
	}
}

func TestCardsInWords(t *testing.T) {
	check := func(c Card, want string) {
		t.Helper()
		if got := c.Alt(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(Card{Title: "Answer all.", Label: "Recommendation", Number: "CL-2021-03", Key: "r2", Site: "Shelf", Of: "Uni"}, "Recommendation CL-2021-03 r2: Answer all. Shelf, Uni.")
	check(Card{Title: "Cases", Site: "Shelf"}, "Cases. Shelf.")
	check(Card{Title: "Shelf"}, "Shelf.")
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		Draw(full)
	}
}
