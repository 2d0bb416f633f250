package render

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"casebook/internal/cite"
)

// coins is a reference as a ContextObject in a span, from which Zotero and others take a whole list at once
// (COinS, after ANSI/NISO Z39.88-2004). The span holds no text, so nothing is read out or seen. Only the bibliography has them:
// on a case, reference managers would take its sources for the case itself, which its own tags describe.
func coins(r cite.Reference) template.HTML {
	var b strings.Builder
	b.WriteString("ctx_ver=Z39.88-2004")
	add := func(key, value string) {
		if value != "" {
			b.WriteString("&" + key + "=" + url.QueryEscape(value))
		}
	}
	article := false
	switch r.Type {
	case "article-journal", "article-magazine", "article-newspaper", "article", "review", "review-book":
		article = true
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal")
		add("rft.genre", "article")
		add("rft.atitle", r.Title)
		add("rft.jtitle", r.ContainerTitle)
		add("rft.volume", r.Volume)
		add("rft.issue", r.Issue)
	case "webpage", "post-weblog", "post", "dataset":
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")
		add("rft.title", r.Title)
		add("rft.source", r.ContainerTitle)
		add("rft.identifier", r.URL)
	default:
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:book")
		switch r.Type {
		case "chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia":
			add("rft.genre", "bookitem")
			add("rft.atitle", r.Title)
			add("rft.btitle", r.ContainerTitle)
		case "report", "thesis":
			add("rft.genre", "report")
			add("rft.btitle", r.Title)
		default:
			add("rft.genre", "book")
			add("rft.btitle", r.Title)
		}
		add("rft.pub", r.Publisher)
		add("rft.place", r.Place)
		add("rft.edition", r.Edition)
		add("rft.isbn", r.ISBN)
	}
	if r.Page != "" {
		add("rft.pages", r.Page)
	} else if article {
		add("rft.artnum", r.Number)
	}
	add("rft.date", isoDate(r.Issued))
	for i, name := range r.Authors {
		if i == 0 && name.Family != "" {
			add("rft.aulast", name.Short())
			add("rft.aufirst", name.Given)
		}
		add("rft.au", familyFirst(name))
	}
	if article {
		add("rft.issn", r.ISSN)
	}
	add("rft.language", r.Language)
	if r.DOI != "" {
		add("rft_id", "info:doi/"+r.DOI)
	} else {
		add("rft_id", outside(r))
	}
	return template.HTML(`<span class="Z3988" title="` + template.HTMLEscapeString(b.String()) + `"></span>`)
}

// isoDate is as much of a date as is known: 2019-05-03, 2019-05, 2019.
func isoDate(d cite.Date) string {
	if d.Year == 0 {
		return ""
	}
	out := strconv.Itoa(d.Year)
	for _, part := range []int{d.Month, d.Day} {
		if part == 0 {
			break
		}
		out += "-" + strconv.Itoa(part/10) + strconv.Itoa(part%10)
	}
	return out
}
