package assets

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casebook/internal/source"
	"casebook/static"
)

// client joins the modules of the theme, with some of a site's own in their place.
func client(t *testing.T, portable bool, own map[string]string) (string, []string) {
	t.Helper()
	var list []source.File
	err := fs.WalkDir(static.FS, "js/search", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(static.FS, p)
		text := string(b)
		if o, ok := own[p]; ok {
			text = o
		}
		list = append(list, source.File{Path: "static/" + p, Text: text, IsText: true})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	out, problems := Client(source.NewTree(list), portable)
	var said []string
	for _, p := range problems {
		said = append(said, p.Code+" "+p.At.File)
	}
	return out, said
}

func TestTheClientIsOneModule(t *testing.T) {
	out, said := client(t, false, nil)
	if len(said) > 0 {
		t.Error(said)
	}
	if !strings.HasSuffix(out, "export{search}") || strings.Count(out, "export") != 1 || strings.Contains(out, `from"./`) || !strings.Contains(out, "import.meta.url") {
		t.Error(out[len(out)-100:])
	}
	// A square root is rounded alike everywhere, a power is not.
	if strings.Contains(out, "**.5") || strings.Contains(out, "Math.pow") {
		t.Error("a square root became a power")
	}
}

func TestTheClientOfASiteOnADiskIsNoModule(t *testing.T) {
	out, said := client(t, true, nil)
	if len(said) > 0 || strings.Contains(out, "export") || strings.Contains(out, "import.") || !strings.Contains(out, "document.currentScript.src") {
		t.Error(said, out[len(out)-100:])
	}
}

func TestAModuleOfTheClientThatIsMissingIsSaid(t *testing.T) {
	_, said := client(t, false, map[string]string{"js/search/box.js": "import { x } from \"./gone.js\";\nexport const box = x;\n"})
	if len(said) != 1 || said[0] != "CB111 static/js/search/box.js" {
		t.Error(said)
	}
}

func TestADiskGivesWhatANetworkGives(t *testing.T) {
	exports := func(p string) []string {
		b, err := fs.ReadFile(static.FS, p)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, m := range regexp.MustCompile(`(?m)^export (?:async )?(?:const|function) (\w+)`).FindAllStringSubmatch(string(b), -1) {
			names = append(names, m[1])
		}
		return names
	}
	if network, disk := exports("js/search/get.js"), exports("js/search/get_disk.js"); len(network) == 0 || !slices.Equal(network, disk) {
		t.Errorf("get.js exports %v, get_disk.js %v", network, disk)
	}
}

// All modules share one scope, so no two may declare the same name.
func TestTheModulesOfTheClientDeclareEachNameOnce(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^(?:export )?(?:async )?(?:const|let|function|class) ([A-Za-z0-9]+)`)
	seen := map[string]string{}
	files, err := fs.Glob(static.FS, "js/search/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, p := range files {
		if p == "js/search/get_disk.js" {
			continue // stands in the place of get.js
		}
		b, err := fs.ReadFile(static.FS, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declared.FindAllStringSubmatch(string(b), -1) {
			if before, ok := seen[m[1]]; ok {
				t.Errorf("%s is declared in %s and %s", m[1], before, p)
			}
			seen[m[1]] = p
		}
	}
}
