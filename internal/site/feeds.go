package site

import "strings"

// Feed is one feed of the library: what it tells of, and where it lies without its extension.
type Feed struct {
	Path  string // feeds/responses; .atom and .json stand behind it
	Title string
	About string // what it brings, a sentence
	Of    string // everything, case, response, theme or unit
	Node  NodeID // the theme or unit, None
	Page  string // the page that it belongs to, from the root
}

// OpenSearchPath describes the search page to browsers, where there is one.
const OpenSearchPath = "opensearch.xml"

// FeedFormats are the formats of each feed (RFC 4287; https://www.jsonfeed.org/version/1.1/).
func FeedFormats() []struct{ Name, Ext, Media string } {
	return []struct{ Name, Ext, Media string }{{"Atom", ".atom", "application/atom+xml"}, {"JSON Feed", ".json", "application/feed+json"}}
}

// Feeds are all feeds. A feed needs whole addresses: without a base URL there is none.
func (s *Site) Feeds() []Feed {
	out := s.LibraryFeeds()
	for _, kind := range []string{"theme", "unit"} {
		for _, id := range s.kindIDs[kind] {
			if f, ok := s.FeedOf(id); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// LibraryFeeds are those of the whole library.
func (s *Site) LibraryFeeds() []Feed {
	if s.BaseURL == "" {
		return nil
	}
	out := []Feed{{Path: "feeds/everything", Title: "Everything new", About: "Whatever is published or changed, and every response.", Of: "everything", Node: None}}
	if len(s.kindIDs["case"]) > 0 {
		out = append(out, Feed{Path: "feeds/cases", Title: "New cases", About: "Each project when it is published.", Of: "case", Node: None, Page: "cases/"})
	}
	if len(s.kindIDs["recommendation"]) > 0 {
		out = append(out, Feed{Path: "feeds/responses", Title: "Responses", About: "Each answer to what students have recommended.", Of: "response", Node: None, Page: "responses/"})
	}
	return out
}

// FeedOf is the feed of a theme or unit; ok is false for everything else.
func (s *Site) FeedOf(id NodeID) (f Feed, ok bool) {
	n := s.Node(id)
	if s.BaseURL == "" || n.Kind != "theme" && n.Kind != "unit" || !s.Listed(id) {
		return Feed{}, false
	}
	f = Feed{Path: "feeds/" + n.Kind + "/" + lastPart(n.Path), Title: n.Title, About: "What is published under this theme, and answers to what was recommended on it.", Of: n.Kind, Node: id, Page: n.Path}
	if n.Kind == "unit" {
		f.Title, f.About = "What is asked of "+n.Title, "Each recommendation addressed to it, and again when it is answered."
	}
	return f, true
}

// lastPart is an address below its kind's folder: "a/b" of "themes/a/b/".
func lastPart(path string) string {
	_, name, _ := strings.Cut(strings.TrimSuffix(path, "/"), "/")
	return name
}
