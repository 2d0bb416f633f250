package library

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// reference is one work in CSL-JSON, as Zotero exports it (https://docs.citationstyles.org/en/stable/specification.html).
type reference struct {
	ID        string   `json:"id"`
	Key       string   `json:"citation-key"`
	Type      string   `json:"type"`
	Author    []author `json:"author"`
	Editor    []author `json:"editor,omitempty"`
	Issued    issued   `json:"issued"`
	Title     string   `json:"title"`
	Container string   `json:"container-title,omitempty"`
	Volume    string   `json:"volume,omitempty"`
	Issue     string   `json:"issue,omitempty"`
	Page      string   `json:"page,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Place     string   `json:"publisher-place,omitempty"`
	DOI       string   `json:"DOI,omitempty"`
}

type author struct {
	Family string `json:"family"`
	Given  string `json:"given"`
}

type issued struct {
	Parts [1][1]int `json:"date-parts"`
}

func planReferences(rng *rand.Rand, n *names, count int) []reference {
	families := 300 + count/10 // enough that the draws for a free key end soon
	authors := make([]author, families)
	for i := range authors {
		authors[i] = author{Family: upper(n.words[i%len(n.words)]), Given: string(rune('A'+rng.IntN(26))) + "."}
	}
	journals := things(24, func() thing { return n.around("Journal of", 1, 2, "") })
	taken := map[string]bool{}
	var out []reference
	for len(out) < count {
		first, year := pick(rng, authors), within(rng, 1985, 2024)
		key := fmt.Sprintf("%s%d", strings.ToLower(first.Family), year)
		if taken[key] {
			continue
		}
		taken[key] = true
		r := reference{ID: key, Key: key, Author: []author{first}, Title: n.split()}
		r.Issued.Parts[0][0] = year
		for range rng.IntN(4) {
			r.Author = append(r.Author, pick(rng, authors))
		}
		out = append(out, shaped(rng, n, r, pick(rng, journals).title, pick(rng, authors)))
	}
	return out
}

// shaped makes a reference an article, a chapter, a book or a report, with what each of these needs.
func shaped(rng *rand.Rand, n *names, r reference, journal string, editor author) reference {
	from := within(rng, 1, 400)
	pages := fmt.Sprintf("%d-%d", from, from+within(rng, 6, 30))
	switch rng.IntN(10) {
	case 0:
		r.Type, r.Container, r.Editor, r.Page = "chapter", n.title(4, 7), []author{editor}, pages
	case 1:
		r.Type = "book"
	case 2:
		r.Type = "report"
	default:
		r.Type, r.Container, r.Page = "article-journal", journal, pages
		r.Volume, r.Issue = fmt.Sprint(within(rng, 1, 50)), fmt.Sprint(within(rng, 1, 6))
		// 10.5555 is set aside for examples.
		r.DOI = "10.5555/" + r.Key
		return r
	}
	r.Publisher, r.Place = upper(pick(rng, n.words))+" Press", upper(pick(rng, n.words))
	return r
}

func (l *library) referencesJSON() string {
	text, err := json.MarshalIndent(l.references, "", "  ")
	if err != nil {
		panic("library: references hold only text and numbers: " + err.Error())
	}
	return string(text) + "\n"
}
