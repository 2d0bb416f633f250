package content

import (
	"fmt"
	"reflect"
	"strings"

	"casebook/internal/text"
)

// List reports a field that takes several values.
func (f FieldSpec) List() bool { return f.kind != nil && f.kind.Kind() == reflect.Slice }

// YesNo reports a field that is yes or no.
func (f FieldSpec) YesNo() bool { return f.kind != nil && f.kind.Kind() == reflect.Bool }

// Inner are the fields of each of its values.
func (f FieldSpec) Inner() []FieldSpec {
	if f.Key == "credits" {
		return specs[reflect.TypeFor[Credit]()]
	}
	return f.Fields
}

// Wants says what is typed after a field's name.
func (f FieldSpec) Wants() string {
	switch {
	case f.YesNo():
		return "yes or no"
	case len(f.Enum) > 0:
		return text.Join(f.Enum, "or")
	case f.To == "file":
		return "a file"
	case strings.HasPrefix(f.To, "file|"):
		return "a file, or " + article(thing(strings.TrimPrefix(f.To, "file|")))
	case f.Flip:
		return "lines of `old term: " + thing(f.To) + "`"
	case f.Map || f.Key == "exemplifies" && f.Reason:
		return "lines of `" + thing(f.To) + ": …`"
	case f.Inverse != "" && f.List():
		return "a list of " + things(f.To)
	case f.Inverse != "":
		return article(thing(f.To))
	case len(f.Fields) > 0 && f.MapKey != "":
		return "lines of `" + f.MapKey + ": …`"
	case len(f.Fields) > 0 && f.List():
		return "a list; each has"
	case len(f.Fields) > 0:
		return "lines below it"
	case f.Key == "credits":
		return "the word programme, or a list; each has"
	}
	word := map[string]string{"date": "a date, 2024-04-19", "academic": "an academic year, 2018-19", "published": "a date, 2024-04-19, or a year",
		"duration": "12 months", "url": "an address, https://…", "email": "an email address", "doi": "a DOI", "orcid": "an ORCID",
		"moment": "a date and time, 2027-01-22 12:00", "term": "a season and a year, autumn 2024", "slug": "letters, digits and hyphens", "address": "an address below the site's root"}[f.Form]
	if word == "" {
		word = "text"
	}
	switch {
	case f.Max > 0:
		word += fmt.Sprintf(", at most %d characters", f.Max)
	case f.Words > 0:
		word += fmt.Sprintf(", at most %d words", f.Words)
	}
	if f.List() {
		return "a list: " + word
	}
	return word
}

// thing is a kind, or several, as a person says it.
func thing(to string) string {
	if to == "" || to == "any" {
		return "thing of any kind"
	}
	return text.Join(strings.Split(to, "|"), "or")
}

func things(to string) string {
	if to == "" || to == "any" {
		return "things of any kind"
	}
	return thing(to) + "s, by any of their names"
}
