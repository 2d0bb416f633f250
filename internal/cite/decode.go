package cite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"casebook/internal/text"
)

// item is a CSL-JSON item as it is written (https://github.com/citation-style-language/schema, csl-data.json).
type item struct {
	ID               value     `json:"id"`
	CitationKey      value     `json:"citation-key"`
	Type             value     `json:"type"`
	Title            value     `json:"title"`
	ContainerTitle   value     `json:"container-title"`
	CollectionTitle  value     `json:"collection-title"`
	CollectionNumber value     `json:"collection-number"`
	EventTitle       value     `json:"event-title"`
	Event            value     `json:"event"` // its name before CSL 1.0.2
	Genre            value     `json:"genre"`
	Edition          value     `json:"edition"`
	Number           value     `json:"number"`
	Author           names     `json:"author"`
	Editor           names     `json:"editor"`
	Translator       names     `json:"translator"`
	Issued           dateValue `json:"issued"`
	Accessed         dateValue `json:"accessed"`
	Volume           value     `json:"volume"`
	Issue            value     `json:"issue"`
	Page             value     `json:"page"`
	Publisher        value     `json:"publisher"`
	PublisherPlace   value     `json:"publisher-place"`
	DOI              value     `json:"DOI"`
	ISBN             value     `json:"ISBN"`
	ISSN             value     `json:"ISSN"`
	URL              value     `json:"URL"`
	Language         value     `json:"language"`
	Abstract         value     `json:"abstract"`
}

// Decode reads one CSL-JSON item as reference managers write it: values may be numbers or text, dates parts, raw or
// literal, titles may hold <i> and its like, which are taken off. Fields it does not know are passed over. The error is
// for an editor to read.
func Decode(raw json.RawMessage) (Reference, error) {
	if !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) {
		return Reference{}, errors.New("a reference must stand in curly brackets: { … }")
	}
	var in item
	if err := json.Unmarshal(raw, &in); err != nil {
		return Reference{}, explain(err)
	}
	r := Reference{
		ID: string(in.ID), CitationKey: string(in.CitationKey), Type: string(in.Type),
		Title: string(in.Title), ContainerTitle: string(in.ContainerTitle), Collection: string(in.CollectionTitle),
		CollectionNumber: string(in.CollectionNumber), Event: string(in.EventTitle), Genre: string(in.Genre),
		Edition: string(in.Edition), Number: string(in.Number),
		Authors: in.Author, Editors: in.Editor, Translators: in.Translator,
		Issued: Date(in.Issued), Accessed: Date(in.Accessed),
		Volume: string(in.Volume), Issue: string(in.Issue), Page: string(in.Page),
		Publisher: string(in.Publisher), Place: string(in.PublisherPlace),
		DOI: bareDOI(string(in.DOI)), ISBN: string(in.ISBN), ISSN: string(in.ISSN), URL: string(in.URL),
		Language: string(in.Language), Abstract: string(in.Abstract),
	}
	if r.Event == "" {
		r.Event = string(in.Event)
	}
	if doi := bareDOI(r.URL); r.DOI == "" && doi != r.URL && strings.HasPrefix(doi, "10.") {
		r.DOI = doi
	}
	r.Key = ownKey(r)
	return r, nil
}

// explain says in an editor's words what encoding/json says in Go's.
func explain(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return errors.New("this reference is not valid JSON: export it again from the reference manager")
	}
	return err
}

// doiPrefix is what may stand before a DOI; https://doi.org/ is the form that registrars ask to be shown.
var doiPrefix = regexp.MustCompile(`(?i)^(https?://(dx\.)?doi\.org/|doi:\s*)`)

func bareDOI(s string) string { return doiPrefix.ReplaceAllString(s, "") }

// markup is the rich text that CSL-JSON allows in titles.
var markup = regexp.MustCompile(`(?i)</?(?:i|b|sup|sub|sc)>|<span(?: [^<>]*)?>|</span>`)

// value is text that may have been written as a JSON number, on one line and without markup.
type value string

func (v *value) UnmarshalJSON(raw []byte) error {
	var s string
	switch {
	case raw[0] == '"':
		if err := json.Unmarshal(raw, &s); err != nil {
			return err
		}
	case raw[0] == '[' || raw[0] == '{':
		return fmt.Errorf("%s should be text in quotation marks or a number", quoted(raw))
	case string(raw) != "null":
		s = string(raw)
	}
	*v = value(text.Plain(markup.ReplaceAllString(s, "")))
	return nil
}

// names is a list of people and bodies.
type names []Name

func (n *names) UnmarshalJSON(raw []byte) error {
	var list []struct {
		Family              value `json:"family"`
		Given               value `json:"given"`
		Literal             value `json:"literal"`
		Suffix              value `json:"suffix"`
		DroppingParticle    value `json:"dropping-particle"`
		NonDroppingParticle value `json:"non-dropping-particle"`
	}
	if err := json.Unmarshal(raw, &list); err != nil {
		return fmt.Errorf("%s should be a list of names, each { \"family\": …, \"given\": … } or { \"literal\": … }", quoted(raw))
	}
	*n = nil
	for _, l := range list {
		name := Name{
			Family: string(l.Family), Given: string(l.Given), Literal: string(l.Literal), Suffix: string(l.Suffix),
			DroppingParticle: string(l.DroppingParticle), Particle: string(l.NonDroppingParticle),
		}
		if name != (Name{}) {
			*n = append(*n, name)
		}
	}
	return nil
}

// quoted is the beginning of a value, to find it by.
func quoted(raw []byte) string { return text.Clip(text.Plain(string(raw)), 60) }
