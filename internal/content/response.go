package content

import (
	"slices"
	"strings"

	"casebook/internal/diag"
)

// Response is what an institution answered. The case that students signed off stays as it is.
type Response struct {
	To          []Rel  `cb:"to,required,to=recommendation,inverse=responses" doc:"The recommendation, such as CL-2018-01/r1, or several."`
	Date        string `cb:"date,required,form=date" doc:"The day of the answer."`
	Decision    string `cb:"decision,required,enum=received|passed-on|accepted|accepted-in-part|accepted-in-principle|declined|already-in-place|started|done|stopped|overtaken|confirmed|not-confirmed|used-elsewhere" doc:"What was decided."`
	By          Rel    `cb:"by,to=unit,inverse=responses given,free" doc:"Who answers. Left out, it is the only one addressed. Free words for confirmed and not-confirmed."`
	PassedTo    Rel    `cb:"passed_to,to=unit,inverse=passed on to them" doc:"For passed-on: to whom."`
	OvertakenBy Rel    `cb:"overtaken_by,inverse=overtook" doc:"For overtaken: by what."`
	Due         string `cb:"due,form=date" doc:"For accepted or started: when it will be done."`
	Status      string `cb:"status,enum=draft|withdrawn" doc:"draft keeps it out."`
}

func (r *Response) head() Head { return Head{Status: r.Status} }

func (r *Response) check(d *Doc, problems *diag.List) {
	if r.Decision == "passed-on" && r.PassedTo == 0 {
		problems.Error("CB047", d.At("decision"), "the response says passed on, but not to whom").Remedy("add `passed_to:` with the unit")
	}
	if r.Decision == "overtaken" && r.OvertakenBy == 0 {
		problems.Error("CB047", d.At("decision"), "the response says overtaken, but not by what").Remedy("add `overtaken_by:` with the recommendation or case")
	}
	if slices.Contains([]string{"accepted", "started"}, r.Decision) && r.Due == "" {
		problems.Warn("CB048", d.At("decision"), "a response that says %s gives no date by which it will be done", r.Decision).
			Remedy("add `due:` with a date such as 2027-09-01").InCheck()
	}
	if d.Body.Empty() && !slices.Contains([]string{"received", "confirmed"}, r.Decision) && r.Decision != "" {
		problems.Warn("CB049", d.At("decision"), "the response says %s and nothing else", strings.ReplaceAll(r.Decision, "-", " ")).
			Remedy("write below the front matter, in a sentence or two, what was decided and why").InCheck()
	}
}
