package output

import (
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// checkPath refuses a path that is not plainly inside the output, on this system or another.
func checkPath(p string) error {
	bad := p == "." || !fs.ValidPath(p) || !filepath.IsLocal(filepath.FromSlash(p)) || strings.ContainsAny(p, `\:`) ||
		strings.ContainsFunc(p, unicode.IsControl)
	first, _, _ := strings.Cut(p, "/")
	if bad || strings.HasPrefix(strings.ToLower(first), markName) {
		return &Error{Clash, strconv.Quote(p), "is not a path that can be published", "this is a fault in casebook: please report it", nil}
	}
	return nil
}

// fold gives equal keys to paths that some disk takes for one: composed alike (NFC) and without regard to capitals.
func fold(p string) string {
	for i := range len(p) {
		if c := p[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			// Folding can undo the composition, so compose last; a Caser must not be shared.
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(p)))
		}
	}
	return p
}

// names are the paths of one build.
type names struct {
	files   map[string]string // folded path → the path as given
	folders map[string]string // folded folder → a file in it
}

// claim takes a path, or says which one it clashes with.
func (n names) claim(p, key string) error {
	clash := func(other string) error {
		return &Error{Clash, p, "has the same address as " + other, "give one of the two another title or slug", nil}
	}
	if other, taken := n.files[key]; taken {
		return clash(other)
	}
	if other, taken := n.folders[key]; taken {
		return clash(other)
	}
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if other, taken := n.files[dir]; taken {
			return clash(other)
		}
		if _, known := n.folders[dir]; known {
			break // and so are the folders above it
		}
		n.folders[dir] = p
	}
	n.files[key] = p
	return nil
}
