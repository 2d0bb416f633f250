package text

import (
	"encoding/json"
	"strings"
	"testing"
)

func FuzzAppendJSON(f *testing.F) {
	for _, s := range []string{"", "a", `say "so"`, `C:\x`, "line\nline\r\ttab", "</script>", "a&b", "\x00\x1f\x7f", "ŵ学", "\u2028\u2029", "\xff", "a\xc3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		written := AppendJSON([]byte("x"), s)[1:]
		var got string
		if err := json.Unmarshal(written, &got); err != nil {
			t.Fatalf("%q: %s: %v", s, written, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); got != want && strings.ToValidUTF8(got, "") != strings.ToValidUTF8(string([]rune(s)), "") {
			t.Fatalf("%q became %q, want %q", s, got, want)
		}
		if strings.ContainsAny(string(written), "<>&\n\u2028") {
			t.Fatalf("%s is not safe in HTML", written)
		}
	})
}
