package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// project is a case file with more front matter and the lines below its one recommendation.
func project(number, more, labels string) string {
	year := number[3:7]
	return fmt.Sprintf("-- content/cases/%s.md --\n---\ntitle: Case %s\nsummary: One.\nyear: %s-%02d\npublished: %s-12-01\ncredits: programme\n%s---\n## Recommendations\n### Do it. {#r1}\n%s\n",
		number, number, year, (int(year[2]-'0')*10+int(year[3]-'0')+1)%100, year, more, labels)
}

// few are themes, groups, methods and asks that the shelf does not have.
const few = `
-- content/units/law.md --
---
title: Law
---
-- content/units/art.md --
---
title: Art
---
-- content/themes/housing.md --
---
title: Housing
---
-- content/asks/dates.md --
---
title: Tell us when
summary: Dates, please.
---
`

func TestRelated(t *testing.T) {
	check := func(name string, most int, files string, want ...string) {
		t.Helper()
		s, problems := joined(t, Config{}, few+files)
		if got := said(problems.ForBuild()); len(got) > 0 {
			t.Fatalf("%s: %q %s", name, got, problems[0].Message)
		}
		got := []string{}
		for _, r := range s.RelatedTo(s.Called("case", "CL-2010-01"), most) {
			got = append(got, s.Nodes[r.Node].Number+": "+r.Reason)
		}
		if want == nil {
			want = []string{}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	const law, art = "studied: [Law]\n", "studied: [Art]\n"
	one := func(more, labels string) string { return project("CL-2010-01", law+more, labels) }

	check("nothing shared", 5, one("", "")+project("CL-2011-01", art, ""))
	check("one theme", 5, one("themes: [Housing]\n", "")+project("CL-2011-01", art+"themes: [Housing]\n", ""), "CL-2011-01: also about housing")
	check("an ask before a theme and a group", 5, one("themes: [Housing]\ngroups: [Commuters]\n", "Ask: Tell us when\n")+
		project("CL-2011-01", art+"themes: [Housing]\ngroups: [Commuters]\n", "")+project("CL-2012-01", art, "Ask: Tell us when\n"),
		"CL-2012-01: asks the same: Tell us when", "CL-2011-01: also about housing")
	check("a theme and a group before a method", 5, one("themes: [Housing]\ngroups: [Commuters]\nmethods:\n  Survey: 9\n", "")+
		project("CL-2011-01", art+"methods:\n  Survey: 12\n", "")+project("CL-2012-01", art+"groups: [Commuters]\n", "")+project("CL-2013-01", art+"themes: [Housing]\n", ""),
		"CL-2013-01: also about housing", "CL-2012-01: also about commuters", "CL-2011-01: uses the same method: survey")
	check("a theme before a place", 5, one("themes: [Housing]\n", "")+project("CL-2011-01", law, "")+project("CL-2012-01", art+"themes: [Housing]\n", ""),
		"CL-2012-01: also about housing", "CL-2011-01: also studied Law")
	check("more that is shared counts more", 5, one("themes: [Housing]\n", "")+project("CL-2011-01", art+"themes: [Housing]\n", "")+project("CL-2012-01", law+"themes: [Housing]\n", ""),
		"CL-2012-01: also about housing", "CL-2011-01: also about housing")
	check("everyone is no group", 5, one("groups: [Everyone]\n", "")+project("CL-2011-01", art+"groups: [Everyone]\n", ""))
	check("the theme of a recommendation is its case's", 5, one("themes: [Housing]\n", "")+project("CL-2011-01", art, "Themes: Housing\n"), "CL-2011-01: also about housing")
	check("no more than asked for, the first of equals", 2, one("themes: [Housing]\n", "")+project("CL-2013-01", art+"themes: [Housing]\n", "")+project("CL-2011-01", art+"themes: [Housing]\n", "")+
		project("CL-2012-01", art+"themes: [Housing]\n", ""), "CL-2011-01: also about housing", "CL-2012-01: also about housing")
	check("what it builds on stands elsewhere", 5, one("themes: [Housing]\nbuilds_on: [CL-2009-01]\n", "")+project("CL-2009-01", art+"themes: [Housing]\n", "")+
		project("CL-2011-01", art+"themes: [Housing]\nbuilds_on: [CL-2010-01]\n", ""))
	check("a draft is no neighbour", 5, one("themes: [Housing]\n", "")+strings.Replace(project("CL-2011-01", art+"themes: [Housing]\n", ""), "published: 2011-12-01\n", "", 1))
	check("nor what is kept only", 5, one("themes: [Housing]\n", "")+project("CL-2011-01", art+"themes: [Housing]\nstatus: archived\n", ""))
	many := ""
	for i := range widest + 1 {
		many += project(fmt.Sprintf("CL-2011-%02d", i), art+"themes: [Housing]\n", "")
	}
	check("what everyone shares says nothing", 5, one("themes: [Housing]\n", "")+many)
}

func TestLowerFirst(t *testing.T) {
	for in, want := range map[string]string{"Housing": "housing", "UG1": "UG1", "": "", "Über": "Über", "a": "a", "A": "A"} {
		if got := lowerFirst(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
