package cite

import "testing"

func TestInText(t *testing.T) {
	refs := libraryByKey(t)
	refs["page"] = decode(t, `{"type":"webpage","title":"Who pays?"}`)
	refs["part"] = decode(t, `{"type":"chapter","title":"Ladders","editor":[{"family":"Rust"}],"issued":{"raw":"2001"}}`)
	refs["echo"] = decode(t, `{"type":"article-newspaper","title":"Heard","container-title":"The Echo","issued":{"raw":"2001-02-03"}}`)
	refs["berg"] = decode(t, `{"type":"book","author":[{"family":"Berg","given":"Anna","non-dropping-particle":"van der"},{"literal":"Sparqs' staff"}],"issued":{"raw":"2001"}}`)
	cite := func(keys ...string) (out []Cited) {
		for _, key := range keys {
			out = append(out, Cited{Ref: refs[key]})
		}
		return out
	}
	at := func(key, locator string) Cited { return Cited{Ref: refs[key], Locator: locator} }

	for _, row := range []struct {
		in           []Cited
		harvard, apa string
	}{
		{cite("bovill2017"), "(Bovill, 2017)", "(Bovill, 2017)"},
		{cite("carless2018"), "(Carless and Boud, 2018)", "(Carless & Boud, 2018)"},
		{append([]Cited{at("healey2014", "p. 14")}, cite("bovill2017")...),
			"(Healey, Flint and Harrington, 2014, p. 14; Bovill, 2017)", "(Healey et al., 2014, p. 14; Bovill, 2017)"},
		{cite("ali2021"), "(Ali et al., 2021)", "(Ali et al., 2021)"},
		{cite("berg"), "(van der Berg and Sparqs’ staff, 2001)", "(van der Berg & Sparqs’ staff, 2001)"},
		{cite("page"), "(Who pays?, no date)", "(Who pays?, n.d.)"},
		{cite("part"), "(‘Ladders’, 2001)", "(“Ladders”, 2001)"},
		{cite("echo"), "(The Echo, 2001)", "(“Heard”, 2001)"},
		{[]Cited{{Ref: refs["bovill2017"], Suffix: "a", Prefix: "see", Locator: "Priority 1"}},
			"(see Bovill, 2017a, Priority 1)", "(see Bovill, 2017a, Priority 1)"},
	} {
		check(t, row.harvard, InText(row.in, Harvard), row.harvard)
		check(t, row.apa, InText(row.in, APA), row.apa)
	}

	for _, row := range []struct {
		in           Cited
		harvard, apa string
	}{
		{at("matthews2017", ""), "Matthews (2017)", "Matthews (2017)"},
		{at("carless2018", "p. 3"), "Carless and Boud (2018, p. 3)", "Carless and Boud (2018, p. 3)"},
		{at("healey2014", ""), "Healey, Flint and Harrington (2014)", "Healey et al. (2014)"},
		{Cited{Ref: refs["page"], Suffix: "b"}, "Who pays? (no date b)", "Who pays? (n.d.-b)"},
	} {
		check(t, row.harvard, Narrative(row.in, Harvard), row.harvard)
		check(t, row.apa, Narrative(row.in, APA), row.apa)
	}
}

func TestLocator(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"p. 14", "p. 14"},
		{" p14 ", "p. 14"},
		{"pp. 6-7", "pp. 6–7"},
		{"pp 6 – 7", "pp. 6–7"},
		{"p. 6-7", "pp. 6–7"},
		{"pp. 6, 9", "pp. 6, 9"},
		{"p. iv", "p. iv"},
		{"Priority 1", "Priority 1"},
		{"part 2-3", "part 2-3"},
		{"14", "14"},
	} {
		check(t, row.in, locator(row.in), row.want)
	}
}
