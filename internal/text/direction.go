package text

import "golang.org/x/text/language"

// Direction is which way a language is written, as HTML's dir has it: "rtl" or "ltr". lang is a language tag such as "ar" or
// "ur-PK"; the script decides, the likely one where the tag names none. One that is not known is "ltr".
func Direction(lang string) string {
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return "rtl"
	}
	return "ltr"
}
