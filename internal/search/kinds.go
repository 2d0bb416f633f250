package search

import "casebook/internal/text"

// kindWords are the kinds of documents in the order of their facet: the id, what one is called, and what several are.
var kindWords = [][3]string{
	{"guide", "Guide", "Guides"}, {"case", "Case", "Cases"}, {"recommendation", "Recommendation", "Recommendations"},
	{"insight", "Insight", "Insights"}, {"story", "Story", "Stories"}, {"method", "Method", "Methods"},
	{"opportunity", "Opportunity", "Opportunities"}, {"event", "Event", "Events"}, {"ask", "Request", "Requests"},
	{"question", "Open question", "Open questions"}, {"principle", "Principle", "Principles"}, {"framework", "Framework", "Frameworks"},
	{"term", "Glossary term", "Glossary terms"}, {"theme", "Theme", "Themes"},
	{"unit", "Department or service", "Departments and services"}, {"journey", "Journey", "Journeys"},
	{"programme", "Programme", "Programmes"}, {"reference", "Reference", "References"}, {"notice", "Notice", "Notices"},
	{"person", "Person", "People"}, {"contact", "Contact", "Contacts"}, {"page", "Page", "Pages"},
}

// kindOf is a kind with its words. One that has none of its own, such as a level, is called by its id.
func kindOf(id string) [3]string {
	for _, k := range kindWords {
		if k[0] == id {
			return k
		}
	}
	one := text.UpperFirst(id)
	return [3]string{id, one, one + "s"}
}
