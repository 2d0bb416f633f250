package render

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"casebook/internal/cite"
)

func TestCOinS(t *testing.T) {
	check := func(name string, r cite.Reference, want string) {
		t.Helper()
		text := strings.TrimSuffix(strings.TrimPrefix(string(coins(r)), `<span class="Z3988" title="`), `"></span>`)
		if strings.ContainsAny(text, `<>"`) {
			t.Errorf("%s: %s", name, text)
		}
		var got []string
		for pair := range strings.SplitSeq(html.UnescapeString(text), "&") {
			key, value, _ := strings.Cut(pair, "=")
			value, err := url.QueryUnescape(value)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			got = append(got, key+"="+value)
		}
		same(t, name, strings.Join(got[1:], "\n"), strings.ReplaceAll(strings.TrimSpace(want), "\n\t\t", "\n"))
	}
	check("an article", cite.Reference{
		Type: "article-journal", Title: `Doors & "<ladders>"`, ContainerTitle: "Higher Education", Volume: "79", Issue: "6", Page: "1–12", ISSN: "0018-1560",
		Authors: []cite.Name{{Family: "Berg", Particle: "van der", Given: "Cleo"}, {Literal: "Advance HE"}}, Issued: cite.Date{Year: 2020, Month: 3}, DOI: "10.1000/x",
	}, `
		rft_val_fmt=info:ofi/fmt:kev:mtx:journal
		rft.genre=article
		rft.atitle=Doors & "<ladders>"
		rft.jtitle=Higher Education
		rft.volume=79
		rft.issue=6
		rft.pages=1–12
		rft.date=2020-03
		rft.aulast=van der Berg
		rft.aufirst=Cleo
		rft.au=van der Berg, Cleo
		rft.au=Advance HE
		rft.issn=0018-1560
		rft_id=info:doi/10.1000/x`)
	check("a chapter", cite.Reference{Type: "chapter", Title: "One", ContainerTitle: "Whole", Publisher: "Press", Place: "Leeds", ISBN: "978", Issued: cite.Date{Year: 2019, Month: 5, Day: 3}}, `
		rft_val_fmt=info:ofi/fmt:kev:mtx:book
		rft.genre=bookitem
		rft.atitle=One
		rft.btitle=Whole
		rft.pub=Press
		rft.place=Leeds
		rft.isbn=978
		rft.date=2019-05-03`)
	check("a report", cite.Reference{Type: "report", Title: "R", URL: "https://x.example/?a=1&b=2"}, `
		rft_val_fmt=info:ofi/fmt:kev:mtx:book
		rft.genre=report
		rft.btitle=R
		rft_id=https://x.example/?a=1&b=2`)
	check("a web page", cite.Reference{Type: "webpage", Title: "W", ContainerTitle: "Site", URL: "https://x.example/"}, `
		rft_val_fmt=info:ofi/fmt:kev:mtx:dc
		rft.title=W
		rft.source=Site
		rft.identifier=https://x.example/
		rft_id=https://x.example/`)
	check("nothing known", cite.Reference{}, "rft_val_fmt=info:ofi/fmt:kev:mtx:book\nrft.genre=book")
}
