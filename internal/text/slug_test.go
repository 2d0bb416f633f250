package text

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var slugs = []struct{ in, want string }{
	{"", ""},
	{"Feedback", "feedback"},
	{"CL-2018-01", "cl-2018-01"},
	{"Waiting for week six: when first-year feedback arrives", "waiting-for-week-six-when-first-year-feedback-arrives"},
	{"don’t", "dont"},
	{"don't ‘quote’", "dont-quote"},
	{"students' union", "students-union"},
	{"Tŷ a gŵn", "ty-a-gwn"},
	{"Tŷ a gŵn: ymgysylltu â myfyrwyr", "ty-a-gwn-ymgysylltu-a-myfyrwyr"},
	{"Ŵŷâêîôû", "wyaeiou"},
	{"T\u0302y\u0302", "ty"}, // marks typed apart
	{"Straße Æthel Øre Đorđe Łódź ŒUVRE Þing", "strasse-aethel-ore-dorde-lodz-oeuvre-thing"},
	{"STRAẞE", "strasse"},
	{"İstanbul ısı", "istanbul-isi"},
	{"ﬁnance Ｌａｗ", "finance-law"},
	{"  --Law & order--  ", "law-order"},
	{"student–staff — partnership_work", "student-staff-partnership-work"},
	{"co\u00adcreation and zero\u200bwidth", "cocreation-and-zerowidth"},
	{"C", "c"},
	{"C++", "c-plus-plus"},
	{"C#", "c-sharp"},
	{"C# and F#, or C++.", "c-sharp-and-f-sharp-or-c-plus-plus"},
	{"LGBTQ+ students", "lgbtq-plus-students"},
	{"1+1 = a+b, #5 + #tag", "1-1-a-b-5-tag"},
	{"学生 partners", "学生-partners"},
	{"Студенты", "студенты"},
	{"한국어", "한국어"},
	{"سال ۱۴", "سال-۱۴"},
	{"../../etc/passwd", "etc-passwd"},
	{`..\con:`, "con"},
	{"½ m² 2.5%", "m-2-5"},
	{"a\x00b\xffc", "a-b-c"},
	{"\xf6û", "u"},
	{"🎓", ""},
	{"'’‘", ""},
}

func TestSlug(t *testing.T) {
	for _, row := range slugs {
		check(t, row.in, Slug(row.in), row.want)
	}
}

func TestHeadingID(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"What we don’t know", "what-we-dont-know"},
		{"Tŷ a gŵn", "ty-a-gwn"},
		{"2018–19", "2018-19"},
		{"", "section"},
		{"…", "section"},
		{"学生", "学生"},
	} {
		check(t, row.in, HeadingID(row.in), row.want)
	}
}

func FuzzSlug(f *testing.F) {
	for _, row := range slugs {
		f.Add(row.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		for _, r := range slug {
			ascii := r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z'
			if !ascii && (r <= unicode.MaxASCII || !isWordRune(r) || unicode.ToLower(r) != r) {
				t.Fatalf("Slug(%q) = %q has %q", s, slug, r)
			}
		}
		if strings.Trim(slug, "-") != slug || strings.Contains(slug, "--") {
			t.Fatalf("Slug(%q) = %q has a loose hyphen", s, slug)
		}
		if again := Slug(slug); again != slug {
			t.Fatalf("Slug(%q) = %q, and its slug is %q", s, slug, again)
		}
		if !norm.NFC.IsNormalString(slug) {
			t.Fatalf("Slug(%q) = %q is not NFC", s, slug)
		}
		if nfd := Slug(norm.NFD.String(s)); nfd != slug {
			t.Fatalf("Slug(%q) = %q, but %q when its accents are typed apart", s, slug, nfd)
		}
		fold := Fold(s)
		if again := Fold(fold); again != fold {
			t.Fatalf("Fold(%q) = %q, and its fold is %q", s, fold, again)
		}
	})
}
