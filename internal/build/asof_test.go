package build

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// pagesThen are the pages whose text the golden files hold, as a reader of each day found them.
var pagesThen = []string{"", "cases/cl-2018-01/r1/", "responses/", "asks/tell-us-when-feedback-will-arrive/", "journeys/"}

// TestTheLibraryOnOtherDays builds the example library as of four days. Each must load without an error and be what a
// reader would have seen then: which pages there were, where each recommendation stood, which calls were open, and what a few
// telling pages said. No page of an early day speaks of what came later, and no link leads to what is not there yet.
func TestTheLibraryOnOtherDays(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2019-12-01", "2021-03-01", "2023-03-01", "2026-11-20"} {
		s, files := libraryOn(t, day)
		if day < "2024" {
			knowsNothingOfLater(t, day, s, files)
		}
		if day == "2019-12-01" { // when most is yet to come
			checkPages(t, files, s.BaseURL)
		}
		golden := filepath.Join("testdata", "asof", day+".txt")
		got := asOf(s)
		for _, path := range pagesThen {
			got += "\nThe page /" + path + "\n"
			if html, ok := files[path+"index.html"]; ok {
				got += "  " + strings.Join(mainText(t, html), "\n  ") + "\n"
			} else {
				got += "  (there is none)\n"
			}
		}
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("as of %s (-want +got; go test ./internal/build -run OtherDays -update writes it anew):\n%s", day, diff)
		}
	}
}

// asOf is what a reader finds on a day, in lines.
func asOf(s *site.Site) string {
	var b strings.Builder
	b.WriteString("Pages\n")
	views := map[string]int{}
	for _, r := range s.Routes {
		if r.Page < 2 {
			views[r.View]++
		}
	}
	for _, view := range sorted(views) {
		fmt.Fprintf(&b, "  %3d %s\n", views[view], view)
	}
	answers := map[site.NodeID]bool{}
	counts := map[site.Bucket]int{}
	recs := s.OfKind("recommendation")
	for _, id := range recs {
		counts[s.Rec(id).Bucket()]++
		for _, a := range s.Rec(id).Answers {
			answers[a.Node] = true
		}
	}
	fmt.Fprintf(&b, "Register, %d with %d responses\n", len(recs), len(answers))
	for _, bucket := range site.Buckets {
		if counts[bucket] > 0 {
			fmt.Fprintf(&b, "  %3d %s\n", counts[bucket], bucket.Word())
		}
	}
	b.WriteString("Where each stands\n")
	for _, id := range recs {
		n, r := s.Node(id), s.Rec(id)
		st := r.Standing()
		fmt.Fprintf(&b, "  %s: %s", n.ID, strings.TrimSpace(st.Word+" "+st.How))
		if r.Since != "" {
			fmt.Fprintf(&b, " since %s", r.Since)
		}
		if r.Due != "" {
			fmt.Fprintf(&b, ", due %s", r.Due)
		}
		b.WriteString("\n")
	}
	b.WriteString("Calls, events, notices\n")
	for _, id := range s.OfKind("opportunity") {
		c := s.Call(id)
		fmt.Fprintf(&b, "  %s: %s\n", s.Node(id).ID, strings.TrimSpace(c.State.Word()+" "+c.Closes))
	}
	for _, id := range s.OfKind("event") {
		fmt.Fprintf(&b, "  %s: over %v\n", s.Node(id).ID, s.Over(id))
	}
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Kind == "notice" && s.Visible(site.NodeID(i)) {
			fmt.Fprintf(&b, "  %s: archived %v\n", n.ID, n.State == site.Archived)
		}
	}
	return b.String()
}

func sorted(counts map[string]int) []string {
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
