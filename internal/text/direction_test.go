package text

import "testing"

func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "rtl", "he": "rtl", "fa": "rtl", "ur-PK": "rtl", "ps": "rtl", "yi": "rtl", "dv": "rtl", "pa-Arab": "rtl", "ckb": "rtl",
		"en-GB": "ltr", "cy": "ltr", "pa": "ltr", "tr": "ltr", "uz": "ltr", "zh": "ltr", "": "ltr", "no such": "ltr",
	} {
		if got := Direction(lang); got != want {
			t.Errorf("Direction(%q) = %q, want %q", lang, got, want)
		}
	}
}
