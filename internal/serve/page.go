package serve

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"casebook/internal/build"
)

// pageFacts is what the bar on a page says to its editor.
type pageFacts struct {
	Draft bool   `json:"draft"` // not public yet
	State string `json:"state"` // in words, empty when it is public
	Refer string `json:"refer"` // how to write a link to it: [[Trust]]
	File  string `json:"file"`  // where it is written
}

// states are the words for the states of package site, in its order: public, draft, scheduled, expired, archived, superseded,
// withdrawn.
var states = [...]string{"", "Draft", "Scheduled", "Expired", "Archived", "Superseded", "Withdrawn"}

// pageAnswer is the facts of the page at an address's path as JSON. A page that no file stands for has none.
func pageAnswer(m *moment, escaped string) answer {
	facts := pageFacts{}
	path, err := url.PathUnescape(escaped)
	if err == nil && m.snap != nil {
		if to := m.locate(path); to.status == http.StatusOK {
			facts = factsOf(m.snap, strings.TrimSuffix(to.path, "index.html"))
		}
	}
	body, err := json.Marshal(facts)
	if err != nil {
		panic("facts of a page cannot be written as JSON: " + err.Error())
	}
	return answer{status: http.StatusOK, kind: "application/json", body: body}
}

// factsOf are the facts of the page at a route. A link to it is written by its number, else by its title, else, where another
// thing is called the same or the title would not be read as a name, by its kind and id.
func factsOf(snap *build.Snapshot, path string) pageFacts {
	s := snap.Site
	route, ok := s.Route(path)
	if !ok || route.View == "redirect" {
		return pageFacts{}
	}
	doc := s.Doc(route.Node)
	if doc == nil {
		if intro, _ := s.Intro(route.Arg); route.View == "listing" && intro != nil {
			return pageFacts{File: intro.Path}
		}
		return pageFacts{}
	}
	n := s.Node(route.Node)
	namesakes := 0
	for i := range s.Nodes {
		if s.Nodes[i].Part < 0 && strings.EqualFold(s.Nodes[i].Title, n.Title) {
			namesakes++
		}
	}
	name := n.Title
	switch {
	case n.Key != "":
		name = n.Number + "/" + n.Key
	case n.Number != "":
		name = n.Number
	case n.Part >= 0 || n.Kind == "person" || namesakes > 1 || strings.ContainsAny(n.Title, "[]|#/"):
		name = n.Kind + "/" + n.ID
	}
	state := states[n.State]
	return pageFacts{Draft: state == "Draft" || state == "Scheduled", State: state, Refer: "[[" + name + "]]", File: doc.Path}
}
