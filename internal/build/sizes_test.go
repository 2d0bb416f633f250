package build

import (
	"path"
	"regexp"
	"strconv"
	"testing"
)

var citeLink = regexp.MustCompile(`href="?([^" >]+\.cite\.\w+)"?>[^<]*, (under|about) (\d+) KB</a>`)

// TestTheSizesOfCitationFiles holds what is said of them on the pages of the example library: less than a kilobyte where that
// is said, and elsewhere neither half of the size nor twice as much.
func TestTheSizesOfCitationFiles(t *testing.T) {
	t.Parallel()
	_, files := libraryOn(t, today)
	links := 0
	for page, text := range files {
		if path.Ext(page) != ".html" {
			continue
		}
		for _, m := range citeLink.FindAllStringSubmatch(text, -1) {
			links++
			said, _ := strconv.Atoi(m[3])
			is := len(files[path.Join(path.Dir(page), m[1])])
			if is == 0 || m[2] == "under" && is >= said<<10 || m[2] == "about" && (is < said<<9 || is > said<<11) {
				t.Errorf("%s says that %s has %s %d KB; it has %d bytes", page, m[1], m[2], said, is)
			}
		}
	}
	if links < 200 {
		t.Errorf("%d links found", links)
	}
}
