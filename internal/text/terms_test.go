package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// spoken is what Terms gives, with + for parts and = for wholes.
func spoken(s string) string {
	var out []string
	Terms(s, func(w []byte, kind TermKind) { out = append(out, [...]string{"", "+", "="}[kind]+string(w)) })
	return strings.Join(out, " ")
}

func TestTerms(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := spoken(in); got != want {
			t.Errorf("Terms(%q) gives %q, want %q", in, got, want)
		}
	}
	check("", "")
	check("Assessment and feedback", "assessment and feedback")
	check("don’t don't DON‘T", "dont dont dont")
	check("students' student's STUDENT’S", "students student student")
	check("rock 'n' roll", "rock n roll")
	check("O’Brien's", "obrien")
	check("its'shape", "itsshape")
	check("co-creation", "+co +creation =cocreation")
	check("co\u2011creation co\u2010creation", "+co +creation =cocreation +co +creation =cocreation")
	check("student–staff", "+student +staff =studentstaff")
	check("student - staff -x- y_", "student staff x y")
	check("CL-2018-01/r2", "+cl +2018 +01 =cl201801 r2")
	check("camelCase GitHub PGTs iPhone", "+camel +case =camelcase +git +hub =github pgts +i +phone =iphone")
	check("addDevToolbarApp()", "+add +dev +toolbar +app =adddevtoolbarapp")
	check("snake_case", "+snake +case =snakecase")
	check("3.5 1,500 £14.20", "3 5 1 500 14 20")
	check("naïve Éducation ÅNGSTRÖM", "naive education angstrom")
	check("e\u0301cole x\u200by", "ecole xy")
	check("Straße œuvre Łódź Þór", "strasse oeuvre lodz thor")
	check("ﬁnd ２０２３ x²", "find 2023 x2")
	check("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ")
	check("日本語 テスト", "日本語 テスト")
	check("a\u2028b <b>c</b> &amp;", "a b b c b amp")
	check("\xff\x00é", "e")
	check(strings.Repeat("x", 50), strings.Repeat("x", 40))
	check(strings.Repeat("x", 30)+"-"+strings.Repeat("y", 30), "+"+strings.Repeat("x", 30)+" +"+strings.Repeat("y", 30))
}

func FuzzTerms(f *testing.F) {
	for _, s := range []string{"co-creation", "don’t", "aB-cD_e", "é́́", "ŉ", "İstanbul", "ẞ", "\xff", "ﷺ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		whole := ""
		Terms(s, func(w []byte, kind TermKind) {
			if len(w) == 0 || !utf8.Valid(w) || utf8.RuneCount(w) > MaxTerm {
				t.Errorf("%q gives %q", s, w)
			}
			if len(w) > 255 {
				t.Errorf("%q gives a word of %d bytes", s, len(w))
			}
			if kind == Whole {
				whole = string(w)
			}
		})
		_ = whole
		var c Counter
		c.Add(s)
		c.Add(s)
		n := 0
		c.Counts().Each(func(w []byte, count int, _ bool) {
			n++
			if count%2 != 0 {
				t.Errorf("%q twice has %q %d times", s, w, count)
			}
		})
	})
}

func TestStem(t *testing.T) {
	check := func(words string) {
		t.Helper()
		var keys []string
		for _, w := range strings.Fields(words) {
			if k := Stem(w); !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
		if len(keys) != 1 {
			t.Errorf("%s have the keys %s, want one", words, strings.Join(keys, ", "))
		}
	}
	check("organise organize organised organizing organises")
	check("behaviour behavior behaviours behavioral behavioural")
	check("centre center centres")
	check("programme program programmes")
	check("analyse analyze analysing analyzed")
	check("travelled traveled travelling")
	check("modelling modeling models")
	check("catalogue catalog catalogues")
	check("enrolment enrollment")
	check("licence license licenses")
	check("decolonise decolonize decolonising")
	check("connect connected connection connections connecting")
	for _, w := range []string{"at", "r2", "cl201801", "σισυφοσ", "x"} {
		if Stem(w) != w {
			t.Errorf("Stem(%q) is %q", w, Stem(w))
		}
	}
	for _, pair := range [][2]string{{"four", "for"}, {"hour", "hor"}, {"rise", "rize"}} {
		if Stem(pair[0]) == Stem(pair[1]) {
			t.Errorf("%s and %s are one word", pair[0], pair[1])
		}
	}
}

func TestCounts(t *testing.T) {
	var c Counter
	c.Add("Feedback on feedback, co-created")
	c.Add("cocreated")
	first := c.Counts()
	got := map[string]int{}
	first.Each(func(w []byte, n int, whole bool) {
		if whole {
			t.Errorf("%q was met as a word of its own", w)
		}
		got[string(w)] = n
	})
	if got["feedback"] != 2 || got["cocreated"] != 2 || first.Total != 6 || len(got) != 5 {
		t.Errorf("got %v, %d in all", got, first.Total)
	}
	c.Add("co-op")
	c.Counts().Each(func(w []byte, n int, whole bool) {
		if whole != (string(w) == "coop") || n != 1 {
			t.Errorf("%q %d %v", w, n, whole)
		}
	})
	if empty := c.Counts(); empty.Total != 0 || len(empty.packed) != 0 {
		t.Error("a counter gives its words twice")
	}
}

// TestSettled: a text is only called settled if taking marks away changes nothing.
func TestSettled(t *testing.T) {
	for r := rune(0x80); r < 0x30000; r++ {
		if s := string(r); settled([]byte(s)) && withoutMarks(s) != s {
			t.Errorf("%U changes", r)
		}
	}
}
