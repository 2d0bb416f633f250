package cite

import (
	"regexp"
	"slices"
	"strings"
)

// opening is what an entry begins with, and what a citation names.
type opening uint8

const (
	leadAuthors opening = iota
	leadEditors
	leadTranslators
	leadContainer // the newspaper
	leadTitle
)

func leadOf(r *Reference, style Style) opening {
	switch {
	case len(r.Authors) > 0:
		return leadAuthors
	case isPart(r) || len(r.Editors)+len(r.Translators) == 0:
		if style != APA && isPeriodical(r) && r.ContainerTitle != "" {
			return leadContainer
		}
		return leadTitle
	case len(r.Editors) > 0:
		return leadEditors
	}
	return leadTranslators
}

// people is who the entry begins with; none if it begins with a title.
func people(r *Reference, lead opening) []Name {
	switch lead {
	case leadAuthors:
		return r.Authors
	case leadEditors:
		return r.Editors
	case leadTranslators:
		return r.Translators
	}
	return nil
}

// isPart reports whether the source is a part of a book, which is named after "in".
func isPart(r *Reference) bool {
	return is(r, "chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")
}

func isPeriodical(r *Reference) bool {
	return is(r, "article-journal", "article-magazine", "article-newspaper", "review", "review-book")
}

// hasPlainTitle reports whether the title is that of a part, which is not in italics.
func hasPlainTitle(r *Reference, style Style) bool {
	if isPart(r) || isPeriodical(r) || is(r, "post-weblog") {
		return true
	}
	return style != APA && is(r, "article", "post", "speech", "personal_communication")
}

func is(r *Reference, types ...string) bool { return slices.Contains(types, r.Type) }

func title(r *Reference) string {
	if r.Title == "" {
		return "Untitled"
	}
	return r.Title
}

// articlePage is an article number among the pages: "e0209", or "article 577".
var articlePage = regexp.MustCompile(`(?i)^(?:article |art\. ?)?(e?[0-9]+)$`)

// articleNumber is the number of an article in a journal that has no pages, else empty.
func articleNumber(r *Reference) string {
	if !isPeriodical(r) {
		return ""
	}
	if r.Number != "" {
		return r.Number
	}
	found := articlePage.FindStringSubmatch(r.Page)
	if found == nil || found[1] == r.Page && !strings.HasPrefix(strings.ToLower(r.Page), "e") {
		return ""
	}
	return found[1]
}

var number = regexp.MustCompile(`^[0-9]+$`)

// ordinal is "2nd" for the digits "2".
func ordinal(s string) string {
	switch {
	case len(s) > 1 && s[len(s)-2] == '1':
		return s + "th"
	case s[len(s)-1] == '1':
		return s + "st"
	case s[len(s)-1] == '2':
		return s + "nd"
	case s[len(s)-1] == '3':
		return s + "rd"
	}
	return s + "th"
}

// edition is "2nd edn"; the first needs no saying, and words stay as they are.
func edition(s, word string) string {
	switch {
	case s == "1":
		return ""
	case number.MatchString(s):
		return ordinal(s) + " " + word
	}
	return s
}
