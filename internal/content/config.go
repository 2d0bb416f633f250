package content

import (
	"strings"

	"casebook/internal/diag"
)

// Pair is one `Name: value` line.
type Pair struct {
	Name  string
	Value string
	At    diag.Pos
}

// Pairs keeps such lines in their order.
type Pairs []Pair

// Config is casebook.yaml.
type Config struct {
	Title         string    `cb:"title,required,max=120" doc:"The site's name."`
	BaseURL       string    `cb:"base_url,form=url" doc:"Where it is published. Needed for feeds, the sitemap and citations."`
	Language      string    `cb:"language" doc:"The site's language, such as en-GB."`
	Languages     []string  `cb:"languages" doc:"Further languages, for translations such as name.cy.md."`
	Timezone      string    `cb:"timezone" doc:"The zone in which days begin, such as Europe/London."`
	Currency      string    `cb:"currency" doc:"The currency of amounts, such as GBP."`
	Organisation  string    `cb:"organisation" doc:"Who publishes the site."`
	Contact       Rel       `cb:"contact,to=contact,inverse=answers for" doc:"The contact for everything that has no other."`
	Licence       string    `cb:"licence" doc:"The licence of everything that has no other, such as CC BY 4.0."`
	CitationStyle string    `cb:"citation_style,enum=harvard|harvard-10|apa" doc:"harvard (Cite Them Right 13th edition), harvard-10 or apa (7th edition)."`
	ReviewEvery   string    `cb:"review_every,form=duration" doc:"How often guidance is checked when a page does not say."`
	Audience      string    `cb:"audience,enum=staff|students|both" doc:"Who pages are for when they do not say."`
	Cards         string    `cb:"cards,enum=each" doc:"each draws a preview picture for every page, which takes long for a large library. Left out, there is one for each kind of page and each theme."`
	Navigation    Pairs     `cb:"navigation" doc:"The menu: a list of lines such as Guide: guide/"`
	Defaults      []Default `cb:"defaults,key=kind" doc:"For a kind: owner, audience, licence, language, review_every."`
}

// Default is what items of one kind have when they do not say.
type Default struct {
	Kind        string `cb:"kind" doc:"The kind."`
	Owner       Rel    `cb:"owner,to=contact,inverse=looks after" doc:"Who looks after it."`
	Audience    string `cb:"audience,enum=staff|students|both" doc:"Who it is for."`
	Licence     string `cb:"licence" doc:"Its licence."`
	Language    string `cb:"language" doc:"Its language."`
	ReviewEvery string `cb:"review_every,form=duration" doc:"How often it is checked."`
}

func (c *Config) head() Head { return Head{Title: c.Title} }

// Intro introduces a listing: index.md in a kind's folder.
type Intro struct {
	Item
}

// Vocabularies is content/vocabularies.yaml.
type Vocabularies struct {
	Words    []VocabularyWord
	Synonyms []string // lines of words that mean the same, for search
}

// VocabularyWord is one value of a small vocabulary.
type VocabularyWord struct {
	Kind  string // group, level, form, student role, subject, audience
	ID    string
	Title string
	Aka   []string
	At    diag.Pos
}

func (v *Vocabularies) head() Head { return Head{Title: "vocabularies"} }

// vocabularyWord reads `id: Title, aka, aka`, with semicolons in place of the commas where a name has commas of its own.
func vocabularyWord(kind string, p Pair) VocabularyWord {
	between := ","
	if strings.Contains(p.Value, ";") {
		between = ";"
	}
	names := strings.Split(p.Value, between)
	w := VocabularyWord{Kind: kind, ID: p.Name, Title: strings.TrimSpace(names[0]), At: p.At}
	for _, n := range names[1:] {
		if n = strings.TrimSpace(n); n != "" {
			w.Aka = append(w.Aka, n)
		}
	}
	return w
}
