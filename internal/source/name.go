package source

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/diag"
)

// maxName is the longest name of a file or folder in bytes. Disks allow 255, and a published name can grow by an ending.
const maxName = 200

// ignored reports whether a path is passed over in silence.
func ignored(p string) bool {
	if litter(path.Base(p)) {
		return true
	}
	// The packages that embed the theme stand among its files.
	return path.Ext(p) == ".go" && (strings.HasPrefix(p, "layouts/") || strings.HasPrefix(p, "static/"))
}

// litter reports whether a name is hidden or is one that editors and systems leave behind.
func litter(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx":
		return true
	case "4913": // Vim's test whether it can write in a folder
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".swp", ".swo", ".swx", ".tmp":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$") ||
		len(name) > 1 && strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// goodName says whether a path's last part can be used at all, and warns if it would fail on somebody's machine.
func (l *lister) goodName(p string) bool {
	name := path.Base(p)
	at := diag.Pos{File: printable(p)}
	switch {
	case !utf8.ValidString(name):
		l.diags.Error("CB008", at, "its name is not written in UTF-8").Remedy("rename it with plain letters")
		return false
	case strings.ContainsFunc(name, unprintable) || strings.Contains(name, `\`):
		l.diags.Error("CB008", at, "its name has a backslash, a line break or another character that cannot be seen").
			Remedy("rename it with letters, digits and hyphens")
		return false
	case len(name) > maxName:
		l.diags.Error("CB008", at, "its name is %d bytes long, and %d is the most", len(name), maxName).
			Remedy("give it a shorter name; the title stands inside the file")
		return false
	}
	if why := hostile(name); why != "" {
		l.diags.Warn("CB006", at, "%s, so nobody can open it on Windows", why).
			Remedy("rename it with letters, digits and hyphens")
	}
	return true
}

// unprintable is true for control characters and for those that reorder the text around them.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// printable makes a path fit to stand in a message.
func printable(p string) string {
	return strings.Map(func(r rune) rune {
		if unprintable(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(p, "?"))
}

// reserved are the device names of Windows, which it sees with any extension and in any capitals
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com0": true, "com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"com¹": true, "com²": true, "com³": true,
	"lpt0": true, "lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
	"lpt¹": true, "lpt²": true, "lpt³": true,
}

// hostile says what Windows has against a name, or "".
func hostile(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case reserved[strings.ToLower(stem)]:
		return "its name is that of a device"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "its name ends in a dot or a space"
	case strings.ContainsAny(name, `<>:"|?*`):
		return `its name has one of < > : " | ? *`
	}
	return ""
}

var (
	// conflict is how Dropbox, Nextcloud, Syncthing and Google Drive name the loser of two edits.
	conflict = regexp.MustCompile(`(?i)conflicted copy|\.sync-conflict-|\[conflict\]|\(conflict\b`)
	// duplicate is how systems number a second file of one name; the parts are what the first is called.
	duplicate = regexp.MustCompile(`^(.+?)(?: \(\d{1,2}\)| - Copy(?: \(\d+\))?| copy(?: \d+)?)(\.[^.]+)$`)
)

// warnCopy warns of a second copy of a file. A number in brackets alone proves nothing ("Minutes (2).md"), so it must stand
// beside the file that it repeats.
func (l *lister) warnCopy(p string, siblings []fs.DirEntry) {
	if !strings.HasPrefix(p, "content/") {
		return
	}
	// Most names have neither a space nor a bracket, and the expressions are slow.
	if !strings.ContainsAny(path.Base(p), " ([") && !strings.Contains(p, ".sync-") {
		return
	}
	const remedy = "compare the two, keep what is right in one of them, and delete the other"
	name := path.Base(p)
	if conflict.MatchString(name) {
		l.diags.Warn("CB007", diag.Pos{File: p}, "looks like a copy that a synchronised folder made when two people edited one file").Remedy(remedy)
		return
	}
	m := duplicate.FindStringSubmatch(name)
	if m == nil {
		return
	}
	first := m[1] + m[2]
	_, found := slices.BinarySearchFunc(siblings, first, func(d fs.DirEntry, want string) int { return strings.Compare(d.Name(), want) })
	if found {
		l.diags.Warn("CB007", diag.Pos{File: p}, "looks like a second copy of %q", first).Remedy(remedy)
	}
}
