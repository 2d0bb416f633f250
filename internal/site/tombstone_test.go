package site

import (
	"slices"
	"strings"
	"testing"
)

// TestATombstoneBeginsOnItsDay holds that what is to be withdrawn has no address before that day, as its content is gone from
// the file already; a preview shows the tombstone at once.
func TestATombstoneBeginsOnItsDay(t *testing.T) {
	const files = "-- content/cases/CL-2021-01.md --\n---\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2026-11-21, reason: asked, contact: Desk}\naliases: [/old/]\n---\n" +
		"-- content/guide/second.md --\n---\ntitle: Second steps\nsummary: How to go on.\npublished: 2024-01-03\n---\n" +
		"See [[CL-2021-01]].\nSee [[CL-2021-01/r1]].\nSee [it](../cases/CL-2021-01.md).\nSee [[CL-2021-01|the project]].\n" +
		"-- content/responses/one.md --\n---\nto: CL-2021-01/r1\ndate: 2022-10-01\ndecision: done\n---\nIt is.\n"
	check := func(name string, cfg Config, view string, problems ...string) {
		t.Helper()
		s, found := joined(t, cfg, files)
		if got := said(found); !slices.Equal(got, problems) {
			t.Errorf("%s: said %q, want %q", name, got, problems)
		}
		for _, p := range found {
			if p.Code == "CB097" && !strings.Contains(p.Message, "is withdrawn from 21 November 2026 on") {
				t.Errorf("%s: %s", name, p.Message)
			}
		}
		r, ok := s.Route("cases/cl-2021-01/")
		if ok != (view != "") || r.View != view {
			t.Errorf("%s: the address answers with %q, want %q", name, r.View, view)
		}
		if _, alias := s.Route("old/"); alias != ok {
			t.Errorf("%s: an alias leads there: %v", name, alias)
		}
		if slices.ContainsFunc(s.OfKind("case"), func(id NodeID) bool { return s.Nodes[id].ID == "cl-2021-01" }) {
			t.Errorf("%s: it is listed", name)
		}
		doc := s.byPath["content/guide/second.md"]
		for i, ref := range s.Docs[doc].Refs {
			if leads := s.Target(doc, int32(i)).Node != None; leads != ok {
				t.Errorf("%s: the mention %q leads somewhere: %v", name, ref.Name, leads)
			}
		}
	}
	const second = "content/guide/second.md:"
	check("the day before", Config{Today: "2026-11-20"}, "", second+"6 note CB097 in check", second+"7 note CB097 in check", second+"8 note CB097 in check", second+"9 note CB097 in check", "content/responses/one.md:2 note CB097 in check")
	check("a preview on that day", Config{Today: "2026-11-20", Drafts: true}, "tombstone", "content/responses/one.md:2 warning CB091")
	check("the day", Config{Today: "2026-11-21"}, "tombstone", "content/responses/one.md:2 warning CB091")
}

// The addresses of a withdrawn case's recommendations answer as the case does, as long as the file still has their marks.
func TestATombstoneForEachRecommendation(t *testing.T) {
	s, _ := joined(t, Config{Today: "2026-11-21"}, "-- content/cases/CL-2021-01.md --\n---\nyear: 2021-22\nstatus: withdrawn\nwithdrawn: {date: 2026-11-20, reason: asked, contact: Desk}\n---\n"+
		"## Recommendations\n\n### Open the room. {#r1}\n\n### Say when. {#r3}\n")
	for path, want := range map[string]string{"cases/cl-2021-01/": "", "cases/cl-2021-01/r1/": "r1", "cases/cl-2021-01/r3/": "r3"} {
		r, ok := s.Route(path)
		if !ok || r.View != "tombstone" || r.Arg != want {
			t.Errorf("%s: %+v %v", path, r, ok)
		}
	}
	if _, ok := s.Route("cases/cl-2021-01/r2/"); ok {
		t.Error("an address that was never there answers")
	}
	if len(s.OfKind("recommendation")) > 2 {
		t.Error("a withdrawn recommendation is listed")
	}
}
