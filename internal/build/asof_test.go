package build

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/internal/content"
	"casebook/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestTheLibraryOnOtherDays builds the example library as of three days. Each must load without an error and be what a
// reader would have seen then: what was published, where each recommendation stood, which calls were open.
func TestTheLibraryOnOtherDays(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2019-12-01", "2023-03-01", "2026-11-20"} {
		s, problems, err := Load(context.Background(), Options{Source: "../..", Today: day}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if problems.Failed() {
			t.Errorf("%s: %v", day, problems.ForBuild())
			continue
		}
		golden := filepath.Join("testdata", "asof", day+".txt")
		got := asOf(s.Site)
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
	b.WriteString("Listed\n")
	for _, k := range content.Kinds {
		if n := len(s.OfKind(k.Name)); n > 0 {
			fmt.Fprintf(&b, "  %3d %s\n", n, k.Plural)
		}
	}
	counts := map[site.Bucket]int{}
	recs := s.OfKind("recommendation")
	for _, id := range recs {
		counts[s.Rec(id).Standing().Bucket]++
	}
	fmt.Fprintf(&b, "Register, %d\n", len(recs))
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
