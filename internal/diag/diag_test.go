package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sample() List {
	var l List
	l.Warn("CB057", Pos{File: "b.md", Line: 3, Col: 1, Len: 4}, "no description").InCheck()
	l.Error("CB031", Pos{File: "a.md", Line: 14, Col: 3, Len: 5}, "no principle is called %q", "Trsut").Remedy("did you mean %q?", "Trust")
	l.Error("CB031", Pos{File: "a.md", Line: 14, Col: 3, Len: 5}, "no principle is called %q", "Trsut")
	l.Error("CB008", Pos{File: "odd\x1b[31m.md"}, "its name has \x07 in it")
	return l
}

func printed(t *testing.T, l List, format Format) string {
	t.Helper()
	var b strings.Builder
	if err := Print(&b, l, format, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextNamesPlaceCauseAndRemedy(t *testing.T) {
	lines := map[int]string{14: "  Trsut: Students set the order.", 3: "![](x.png)"}
	l := sample().Sorted().Excerpts(func(_ string, n int) string { return lines[n] })
	want := `a.md:14:3: error CB031: no principle is called "Trsut"
   14 |   Trsut: Students set the order.
      |   ^^^^^
  did you mean "Trust"?

b.md:3:1: warning CB057: no description
    3 | ![](x.png)
      | ^^^^

odd [31m.md: error CB008: its name has   in it

`
	if diff := cmp.Diff(want, printed(t, l, Text)); diff != "" {
		t.Error(diff)
	}
	if got := Summary(l); got != "2 errors, 1 warning" {
		t.Error(got)
	}
}

func TestALongLineIsCutAroundThePlace(t *testing.T) {
	l := List{{Code: "CB031", Severity: Error, At: Pos{File: "a.md", Line: 1, Col: 301, Len: 4}, Message: "x"}}
	l = l.Excerpts(func(string, int) string { return strings.Repeat("a", 300) + "HERE" + strings.Repeat("b", 300) })
	lines := strings.Split(printed(t, l, Text), "\n")
	at := strings.Index(lines[2], "^^^^")
	if at < 0 || []rune(lines[1])[at] != 'H' {
		t.Errorf("the mark is not below the word:\n%s\n%s", lines[1], lines[2])
	}
}

func TestMachineFormats(t *testing.T) {
	l := sample().Sorted()
	var list []map[string]any
	if err := json.Unmarshal([]byte(printed(t, l, JSON)), &list); err != nil || len(list) != 3 || list[0]["line"] != 14.0 {
		t.Errorf("%v %v", err, list)
	}
	if got := printed(t, l, GitHub); !strings.HasPrefix(got, `::error file=a.md,line=14,col=3,title=CB031::no principle is called "Trsut"%0Adid you mean "Trust"?`) {
		t.Error(got)
	}
	var sarif struct {
		Runs []struct {
			Results []struct{ RuleID, Level string }
		}
	}
	if err := json.Unmarshal([]byte(printed(t, l, SARIF)), &sarif); err != nil || len(sarif.Runs) != 1 || sarif.Runs[0].Results[0].RuleID != "CB031" {
		t.Errorf("%v %+v", err, sarif)
	}
}

func TestBuildLeavesOutWhatOnlyCheckSays(t *testing.T) {
	l := sample()
	if n := len(l.ForBuild()); n != 3 {
		t.Errorf("%d problems, want 3", n)
	}
	if !l.Failed() || (List{{Severity: Warning}}).Failed() || !(List{{Severity: Warning}}).Strict().Failed() {
		t.Error("errors fail, warnings only when strict")
	}
}

func TestExplain(t *testing.T) {
	if e, ok := Explain("cb031"); !ok || e.Code != "CB031" {
		t.Error("capitals matter")
	}
	if _, ok := Explain("CB000"); ok {
		t.Error("an unknown code is explained")
	}
}
