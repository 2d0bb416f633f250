package cli

import (
	"slices"
	"strings"

	"casebook/internal/content"
	"casebook/internal/report"
	"casebook/internal/site"
	"casebook/internal/text"
)

// beginResponse is the file for an answer to one or several recommendations.
func beginResponse(s *site.Site, k content.Kind, names []string) (file, body string, err error) {
	if len(names) == 0 {
		return "", "", wrongUse("such as `casebook new response CL-2018-01/r1`; `casebook list recommendation` shows them all",
			"a response needs the recommendation it answers")
	}
	var to, units []string
	for _, name := range names {
		id, err := recommendation(s, name)
		if err != nil {
			return "", "", err
		}
		n := s.Node(id)
		to = append(to, n.Number+"/"+n.Key)
		for _, u := range s.Rec(id).For {
			if t := s.Node(u).Title; !slices.Contains(units, t) {
				units = append(units, t)
			}
		}
	}
	known := map[string]string{"to": to[0], "date": s.Today}
	if len(to) > 1 {
		known["to"] = "[" + strings.Join(to, ", ") + "]"
	}
	if len(units) > 1 {
		known["by"] = "" // several were asked, so the answer has to say whose it is
	}
	name := strings.ReplaceAll(to[0], "/", "-") + "-" + s.Today
	there := func(f content.FieldSpec) []string {
		if f.Key == "by" {
			return units
		}
		return titles(s, f.To)
	}
	return "content/responses/" + name + ".md", skeleton(k, known, there), nil
}

// recommendation finds one by its number and key.
func recommendation(s *site.Site, name string) (site.NodeID, error) {
	found := slices.DeleteFunc(report.Find(s, name), func(f report.Subject) bool { return f.Node == site.None || s.Node(f.Node).Kind != "recommendation" })
	if len(found) == 1 {
		return found[0].Node, nil
	}
	var all, here []string
	number, _, _ := strings.Cut(name, "/")
	for _, r := range report.Rows(s, "recommendation") {
		all = append(all, r.Number)
		if strings.EqualFold(number, r.Number[:strings.IndexByte(r.Number, '/')]) {
			here = append(here, r.Number)
		}
	}
	remedy := "`casebook list recommendation` shows them all"
	if len(here) > 0 {
		remedy = "the case has " + text.Join(here, "and")
	} else if near, ok := text.Nearest(name, all); ok {
		remedy = "did you mean " + near + "?"
	}
	return site.None, wrongUse(remedy, "there is no recommendation %q", name)
}
