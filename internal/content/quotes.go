package content

import (
	"strings"
	"unicode"
)

// doubleQuoted is a value as YAML reads it for certain: in straight double quotes. Marks that enclose the whole value are
// taken for quotes and left out, as are those that pair with nothing, which word processors leave behind; pairs within the
// value are part of its words.
func doubleQuoted(value string) string {
	value = strings.TrimSpace(value)
	if !strings.HasPrefix(value, `"`) { // inside double quotes a backslash begins an escape already
		value = strings.ReplaceAll(value, `\`, `\\`)
	}
	runes := []rune(value)
	partner := partners(runes)
	last := len(runes) - 1
	var b strings.Builder
	for i, r := range runes {
		other, isMark := partner[i]
		switch {
		case !isMark:
			b.WriteRune(r)
		case other < 0 || i == 0 && other == last || i == last && other == 0:
		case r == '"':
			b.WriteString(`\"`)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + strings.TrimSpace(b.String()) + `"`
}

// partners pairs the quotation marks of a text: each mark's place, and that of its partner, -1 for none. An apostrophe is
// no mark.
func partners(runes []rune) map[int]int {
	out := map[int]int{}
	var open []int
	opens := func(marks string) int { // the latest open mark that is one of marks, as a place in open; -1 for none
		for i := len(open) - 1; i >= 0; i-- {
			if strings.ContainsRune(marks, runes[open[i]]) {
				return i
			}
		}
		return -1
	}
	for i := 0; i < len(runes); i++ {
		closes, begins := "", false
		switch runes[i] {
		case '\\':
			i++ // what follows is escaped
			continue
		case '"':
			closes, begins = `"“”„‟`, true
		case '“':
			closes, begins = "„", true
		case '”':
			closes = `"“„‟`
		case '„', '‟', '‘', '‚':
			begins = true
		case '’':
			if i+1 < len(runes) && unicode.IsLetter(runes[i+1]) || opens("‘‚") < 0 {
				continue
			}
			closes = "‘‚"
		default:
			continue
		}
		out[i] = -1
		if at := opens(closes); closes != "" && at >= 0 {
			out[open[at]], out[i] = i, open[at]
			open = open[:at]
		} else if begins {
			open = append(open, i)
		}
	}
	return out
}
