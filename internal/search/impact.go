package search

import "math"

// The parameters of the ranking, as FORMAT.md states them. They were measured on several collections; a change of one is a
// change for the client too.
const (
	saturation  = 1.8 // k1 of BM25
	titleNorm   = 0.6 // b of each field
	headingNorm = 0.2
	textNorm    = 0.3

	textLevels    = 15
	headingLevels = 45
	maxLength     = symbols - 1 // longest title or heading that is told from a longer one
	maxPostings   = 4096
)

// level is a term's weight in a field, in steps from 1 to top.
func level(tf int, length int32, mean, norm float64, top int) int {
	if tf == 0 {
		return 0
	}
	if mean == 0 {
		mean = 1
	}
	f := float64(tf) / (float64(tf) + saturation*(1-norm+norm*float64(length)/mean))
	return min(max(int(math.Floor(f*float64(top)+0.5)), 1), top)
}

// octaves is the binary logarithm of x, which is at least 1, in 1/1024, made of operations that every machine does alike.
func octaves(x float64) float64 {
	k := 0.0
	for x >= 2 {
		x /= 2
		k += 1024
	}
	for b := 512.0; b >= 1; b /= 2 {
		x = float64(x * x)
		if x >= 2 {
			x /= 2
			k += b
		}
	}
	return k
}

// idf is the worth of a term that df of n documents have.
func idf(n, df int) float64 {
	return octaves(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}

// counts says how many documents have a term at all, and in each field.
type counts struct{ all, title, headings, text int }

// worth holds the factors of a term's fields.
type worth struct{ all, title, headings, text float64 }

func worthOf(n int, c counts) worth {
	i := idf(n, c.all)
	return worth{i, idf(n, c.title) + i, 0.5 * float64(idf(n, c.headings)+i), 0.5 * float64(idf(n, c.text)+i)}
}

// score is what a posting earns.
func (w worth) score(p posting, meanTitle float64) float64 {
	t := 0.0
	if p.title > 0 {
		t = 2.8 * float64(1/(1.72+float64(float64(1.08*float64(p.title)*1000)/meanTitle)))
	}
	h := float64(2.8*float64(p.heads)) / headingLevels
	b := float64(2.8*float64(p.level)) / textLevels
	return float64(float64(w.title*t)+float64(w.headings*h)) + float64(w.text*b)
}

// posting is one document of a term.
type posting struct {
	doc   int
	level int // in the text
	title int // length of the title or name it stands in, 0 for none
	heads int // weight in the headings
	in    []place
}

// place is one heading that a term stands in.
type place struct{ heading, length int }
