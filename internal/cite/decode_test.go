package cite

import (
	"encoding/json"
	"testing"
)

func TestDecodeReadsEveryField(t *testing.T) {
	got := decode(t, `{
		"id": "http://zotero.org/users/1/items/AB", "citation-key": "rust2011", "type": "chapter",
		"title": "On <i>trust</i>,\n <span class=\"nocase\">sparqs</span> and H<sub>2</sub>O if a<b and c>d", "container-title": "Book",
		"collection-title": "Series", "collection-number": 4, "event": "Forum", "genre": "Essay", "edition": 2, "number": "7",
		"author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der", "suffix": "Jr"}, {"literal": "Change Lab"}, {}],
		"editor": [{"family": "Humboldt", "given": "A.", "dropping-particle": "von"}], "translator": null,
		"issued": {"date-parts": [[2011, "5", 3]]}, "accessed": {"date-parts": [["2025"]]},
		"volume": 1, "issue": "2-3", "page": "6-7", "publisher": "P", "publisher-place": "L",
		"DOI": "doi: 10.1/A", "ISBN": "978", "ISSN": "1234", "URL": "https://x.example", "language": "en-GB", "abstract": "a",
		"unheard-of": {"x": []}
	}`)
	check(t, "item", got, Reference{
		Key: "rust2011", ID: "http://zotero.org/users/1/items/AB", CitationKey: "rust2011", Type: "chapter",
		Title: "On trust, sparqs and H2O if a<b and c>d", ContainerTitle: "Book", Collection: "Series", CollectionNumber: "4",
		Event: "Forum", Genre: "Essay", Edition: "2", Number: "7",
		Authors: []Name{{Family: "Berg", Given: "Anna", Particle: "van der", Suffix: "Jr"}, {Literal: "Change Lab"}},
		Editors: []Name{{Family: "Humboldt", Given: "A.", DroppingParticle: "von"}},
		Issued:  Date{Year: 2011, Month: 5, Day: 3}, Accessed: Date{Year: 2025},
		Volume: "1", Issue: "2-3", Page: "6-7", Publisher: "P", Place: "L",
		DOI: "10.1/A", ISBN: "978", ISSN: "1234", URL: "https://x.example", Language: "en-GB", Abstract: "a",
	})
}

func TestDecodeDates(t *testing.T) {
	for _, row := range []struct {
		in   string
		want Date
	}{
		{`null`, Date{}},
		{`{}`, Date{}},
		{`{"date-parts":[[]]}`, Date{}},
		{`{"date-parts":[[2019]]}`, Date{Year: 2019}},
		{`{"date-parts":[["2019","05"]]}`, Date{Year: 2019, Month: 5}},
		{`{"date-parts":[[2019,0,0]]}`, Date{Year: 2019}},
		{`{"date-parts":[[2019,21]]}`, Date{Year: 2019}},
		{`{"date-parts":[[2019,9],[2020,6]]}`, Date{Year: 2019, Month: 9, EndYear: 2020}},
		{`{"raw":"2019-05-03"}`, Date{Year: 2019, Month: 5, Day: 3}},
		{`{"raw":"2019-05"}`, Date{Year: 2019, Month: 5}},
		{`{"literal":"Spring 2019"}`, Date{Year: 2019, Literal: "Spring 2019"}},
		{`{"literal":"2018 to 2019"}`, Date{Literal: "2018 to 2019"}},
		{`{"literal":"n.d."}`, Date{}},
		{`{"literal":"forthcoming"}`, Date{Literal: "forthcoming"}},
		{`"2019"`, Date{Year: 2019}},
		{`2019`, Date{Year: 2019}},
	} {
		check(t, row.in, decode(t, `{"issued":`+row.in+`}`).Issued, row.want)
	}
}

func TestDecodeFindsADOIInTheAddress(t *testing.T) {
	check(t, "doi", decode(t, `{"URL":"http://dx.doi.org/10.1/x"}`).DOI, "10.1/x")
	check(t, "no doi", decode(t, `{"URL":"https://x.example/10.1/x"}`).DOI, "")
}

func TestDecodeSaysWhatIsWrong(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{``, "a reference must stand in curly brackets: { … }"},
		{`["x"]`, "a reference must stand in curly brackets: { … }"},
		{`{"title":`, "this reference is not valid JSON: export it again from the reference manager"},
		{`{"title":["x"]}`, `["x"] should be text in quotation marks or a number`},
		{`{"author":"Bovill"}`, `"Bovill" should be a list of names, each { "family": …, "given": … } or { "literal": … }`},
		{`{"issued":["2019"]}`, `["2019"] should be a date, such as { "date-parts": [[2019, 5, 3]] }`},
		{`{"issued":{"date-parts":[["May"]]}}`, `{"date-parts":[["May"]]} should be a date, such as { "date-parts": [[2019, 5, 3]] }`},
		{`{"issued":{"date-parts":[[2019,1,1,1]]}}`, `{"date-parts":[[2019,1,1,1]]} should be a date, such as { "date-parts": [[2019, 5, 3]] }`},
	} {
		_, err := Decode(json.RawMessage(row.in))
		if err == nil {
			t.Errorf("%s: no error", row.in)
			continue
		}
		check(t, row.in, err.Error(), row.want)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(`{"title":"Steps: ","author":[{"family":"Ash","given":"A"}],"issued":{"raw":"2019"}}`)
	f.Add(`{"id":1,"type":"chapter","editor":[{"literal":"x"}],"page":"article 5","edition":"11"}`)
	f.Fuzz(func(t *testing.T, item string) {
		r, err := Decode(json.RawMessage(item))
		if err != nil {
			return
		}
		for _, style := range []Style{Harvard, HarvardCiteThemRight10, APA} {
			for _, run := range Entry(r, style, "a") {
				if run.Text == "" {
					t.Fatalf("%s: an empty run", item)
				}
			}
			InText([]Cited{{Ref: r, Locator: "p. 1-2"}}, style)
			Sort([]Reference{r, r}, style)
		}
		if keys := Keys([]Reference{r, r}); keys[0] == keys[1] || keys[0] == "" {
			t.Fatalf("%s: keys %q", item, keys)
		}
	})
}
