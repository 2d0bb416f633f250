package text

import (
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, row := range []struct {
		in   int
		want string
	}{
		{0, "zero"}, {1, "one"}, {12, "twelve"}, {20, "twenty"}, {21, "21"}, {999, "999"}, {1000, "1,000"},
		{12345, "12,345"}, {1234567, "1,234,567"}, {-3, "−3"}, {-1234, "−1,234"},
		{math.MinInt64, "−9,223,372,036,854,775,808"},
	} {
		check(t, row.in, Number(row.in), row.want)
	}
}

func TestCount(t *testing.T) {
	for _, row := range []struct {
		in   int
		want string
	}{
		{0, "no cases"}, {1, "one case"}, {2, "two cases"}, {24, "24 cases"}, {1200, "1,200 cases"},
	} {
		check(t, row.in, Count(row.in, "case", "cases"), row.want)
	}
}

func TestJoin(t *testing.T) {
	for _, row := range []struct {
		want string
		in   []string
	}{
		{"", nil}, {"a", []string{"a"}}, {"a and b", []string{"a", "b"}}, {"a, b and c", []string{"a", "b", "c"}},
	} {
		check(t, row.in, Join(row.in, "and"), row.want)
	}
}

func TestInitials(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"Rosa Ortega", "R. O."},
		{"  rosa  ortega ", "r. o."},
		{"Jean-Luc Picard", "J.-L. P."},
		{"J.-L. Picard", "J.-L. P."},
		{"I.M. Kinchin", "I. M. K."},
		{"I. M.", "I. M."},
		{"Anna van der Berg", "A. v. d. B."},
		{"Marie d’Arcy", "M. d’A."},
		{"Siân O'Brien", "S. O."},
		{"E\u0301lodie Ŵyn", "É. Ŵ."},
		{"Robin (Bob) Smith", "R. B. S."},
		{"Alex Cook-Sather 3", "A. C.-S."},
		{"李 明", "李. 明."},
		{"- -", ""},
	} {
		check(t, row.in, Initials(row.in), row.want)
	}
}
