package build

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// addresses are the texts of a block of JSON-LD that are addresses. It must parse.
func addresses(t *testing.T, block string) (out []string) {
	t.Helper()
	var all any
	if err := json.Unmarshal([]byte(block), &all); err != nil {
		t.Errorf("%v in %s", err, block)
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, v := range v {
				if key != "@context" && key != "urlTemplate" {
					walk(v)
				}
			}
		case []any:
			for _, v := range v {
				walk(v)
			}
		case string:
			if strings.HasPrefix(v, "https://") {
				out = append(out, v)
			}
		}
	}
	walk(all)
	return out
}

// linked is what each sort of page must say of itself: its types, and properties that no such page may lack.
var linked = map[string]struct {
	types    string
	required string
}{
	"home":           {"WebSite", "@id url name publisher inLanguage"},
	"case":           {"Report LearningResource", "@id name reportNumber identifier abstract author datePublished about keywords isPartOf license image"},
	"recommendation": {"CreativeWork", "@id text isPartOf identifier position creativeWorkStatus audience author"},
	"guide":          {"WebPage", "@id name mainEntity isPartOf"},
	"insight":        {"WebPage", "@id name mainEntity isPartOf"},
	"story":          {"BlogPosting", "headline datePublished author image"},
	"journey":        {"ItemList", "name itemListElement numberOfItems"},
	"framework":      {"DefinedTermSet", "name hasDefinedTerm"},
	"glossary":       {"DefinedTermSet", "name hasDefinedTerm"},
	"principle":      {"DefinedTerm", "name description termCode inDefinedTermSet"},
	"theme":          {"DefinedTerm", "name description termCode inDefinedTermSet"},
	"method":         {"HowTo", "name description step supply"},
	"event":          {"EducationEvent", "name startDate eventStatus eventAttendanceMode location"},
	"person":         {"ProfilePage", "name mainEntity"},
	"page":           {"WebPage", "name datePublished"},
	"question":       {"WebPage", "name datePublished"},
	"notice":         {"WebPage", "name datePublished"},
	"contacts":       {"ContactPage", "name"},
	"statement":      {"WebPage", "name"},
	"data":           {"Dataset", "name description license distribution isPartOf"},
	"opportunity":    {"MonetaryGrant|EducationalOccupationalProgram", "name description"},
	"listing":        {"CollectionPage|DefinedTermSet CollectionPage", "name"},
	"tombstone":      {"", ""},
}

// TestEveryPageSaysWhatItIs holds the table of JSON-LD for every page of the example library. That its addresses lead to
// pages and anchors is held with all other links.
func TestEveryPageSaysWhatItIs(t *testing.T) {
	t.Parallel()
	library, files := libraryOn(t, today)
	seen := map[string]bool{}
	for _, r := range library.Routes {
		seen[r.View] = true
		data := parsePage(t, files[strings.TrimSuffix(r.Path, "index.html")+"index.html"]).data
		want, ok := linked[r.View]
		if !ok {
			want.types, want.required = "CollectionPage", "@id name description isPartOf"
		}
		if want.types == "" || r.View == "redirect" {
			if len(data) > 0 {
				t.Errorf("/%s says what it is", r.Path)
			}
			continue
		}
		if len(data) != 1 {
			t.Errorf("/%s has %d blocks of JSON-LD", r.Path, len(data))
			continue
		}
		var doc struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(data[0]), &doc); err != nil || doc.Context != "https://schema.org" || len(doc.Graph) == 0 {
			t.Errorf("/%s: %v, %s", r.Path, err, data[0])
			continue
		}
		thing := doc.Graph[0]
		if types := strings.Trim(fmt.Sprint(thing["@type"]), "[]"); !slices.Contains(strings.Split(want.types, "|"), types) {
			t.Errorf("/%s is %s, want %s", r.Path, types, want.types)
		}
		for key := range strings.FieldsSeq(want.required) {
			if thing[key] == nil {
				t.Errorf("/%s, a %v, has no %s", r.Path, thing["@type"], key)
			}
		}
		if last := doc.Graph[len(doc.Graph)-1]; r.View != "home" && last["@type"] != "BreadcrumbList" {
			t.Errorf("/%s has no breadcrumbs", r.Path)
		}
	}
	for view := range linked {
		if !seen[view] {
			t.Errorf("the example library has no %s", view)
		}
	}
}
