package content

import (
	"strings"

	"casebook/internal/diag"
)

// Opportunity is something to apply for: a call, a fund, an internship, a place on a panel, an award, a bursary. Its state is
// derived from its dates.
type Opportunity struct {
	Dated       `complete:"summary"`
	Type        string  `cb:"type,required,enum=project call|fund|internship|panel place|award|bursary" doc:"What it is."`
	Programme   Rel     `cb:"programme,to=programme,inverse=calls" doc:"The programme it belongs to."`
	Opens       string  `cb:"opens,form=moment" doc:"When applications open."`
	Deadline    string  `cb:"deadline,form=moment" doc:"When they close, such as 2027-01-22 12:00, in the site's time zone."`
	Rolling     bool    `cb:"rolling" doc:"yes when it is always open."`
	Dates       string  `cb:"dates,enum=to be announced" doc:"to be announced, while nothing is fixed."`
	Amount      string  `cb:"amount" doc:"What it gives, such as £1,500."`
	Pay         string  `cb:"pay" doc:"What the work is paid."`
	Hours       string  `cb:"hours" doc:"How many hours, and when."`
	Visa        string  `cb:"visa" doc:"What students on a visa should know."`
	Eligibility string  `cb:"eligibility" doc:"Who can apply, in plain words."`
	Apply       string  `cb:"apply,required" doc:"Where to apply: an address, or the name of a contact."`
	ApplyTo     Rel     // the contact, when apply names one
	Rounds      []Round `cb:"rounds,key=closes" doc:"When it closes several times: each date and what follows."`
	Contact     Rel     `cb:"contact,to=contact,inverse=answers for" doc:"Who answers questions about it."`
}

// Round is one of several closing dates.
type Round struct {
	Closes string `cb:"closes,required,form=date" doc:"The day on which the round closes."`
	Note   string `cb:"note" doc:"What follows, such as: decisions in March."`
}

func (o *Opportunity) check(d *Doc, problems *diag.List) {
	if o.Status == "withdrawn" {
		return
	}
	if o.Apply != "" && !strings.Contains(o.Apply, "://") {
		d.Refs = append(d.Refs, Ref{Relation: "apply", To: "contact", Name: o.Apply, At: d.At("apply")})
		o.ApplyTo = Rel(len(d.Refs))
	}
	if o.Deadline == "" && !o.Rolling && o.Dates == "" && len(o.Rounds) == 0 {
		problems.Error("CB101", d.At("type"), "nothing says until when this can be applied for").
			Remedy("add `deadline:` with a date, or `rolling: yes`, or `dates: to be announced`")
	}
	if o.Opens != "" && o.Deadline != "" && o.Deadline < o.Opens {
		problems.Error("CB102", d.At("deadline"), "it closes (%s) before it opens (%s)", o.Deadline, o.Opens).Remedy("check the years")
	}
}

// Event is a meeting at a time and place.
type Event struct {
	Dated  `enum:"status=draft|archived|withdrawn|scheduled|moved|cancelled" complete:"summary"`
	Start  string `cb:"start,required,form=moment" doc:"When it begins, such as 2027-03-10 13:00."`
	End    string `cb:"end,form=moment" doc:"When it ends."`
	Place  string `cb:"place" doc:"The room and building."`
	Online string `cb:"online,form=url" doc:"The address to join from elsewhere."`
	Access string `cb:"access" doc:"Steps, hearing loop, captions, quiet space, how to ask for something else. Needed until it is over."`
	Was    string `cb:"was,form=moment" doc:"For a moved event: when it was to be."`
	Book   string `cb:"book" doc:"How to come: an address, or words."`

	Recording  string `cb:"recording,form=url" doc:"Where the recording is."`
	Transcript string `cb:"transcript,form=url" doc:"Where the transcript is."`
	About      []Rel  `cb:"about,inverse=events about this" doc:"What it is about: cases, guidance, principles."`
	Contact    Rel    `cb:"contact,to=contact,inverse=answers for" doc:"Who answers questions about it."`
}

func (e *Event) check(d *Doc, problems *diag.List) {
	if e.Status == "withdrawn" {
		return
	}
	if e.Place == "" && e.Online == "" && e.Status != "cancelled" {
		problems.Warn("CB103", d.At("start"), "nothing says where it takes place").Remedy("add `place:` or `online:`").InCheck()
	}
	if e.Access == "" && e.Status != "cancelled" {
		problems.Warn("CB104", d.At("start"), "nothing says how accessible it is").
			Remedy("add `access:` with steps, hearing loop, captions and whom to ask for anything else").InCheck()
	}
	if e.End != "" && e.End < e.Start && len(e.End) > len("2027-03-10") {
		problems.Error("CB102", d.At("end"), "it ends (%s) before it begins (%s)", e.End, e.Start).Remedy("check the dates")
	}
}

// Story is a first-person account or a signed article.
type Story struct {
	Dated    `complete:"summary"`
	About    []Rel   `cb:"about,inverse=stories about this" doc:"What it is about: cases, recommendations, guidance."`
	Credits  Credits `cb:"credits,required" doc:"Who tells it, with how they are shown and the date of their consent."`
	FullText Rel     `cb:"full_text,to=file|reference,inverse=shorter version here" doc:"What this is the short form of: a file in the folder of the story's name beside it, or the key of a published work."`
}

func (s *Story) check(d *Doc, problems *diag.List) {
	if s.Status != "withdrawn" {
		(&Case{Credits: s.Credits}).checkCredits(problems)
	}
}

// Question is one that staff would like students to look into.
type Question struct {
	Dated      `complete:"summary"`
	Unit       Rel    `cb:"unit,required,to=unit,inverse=open questions" doc:"Who asks."`
	Fixed      string `cb:"fixed" doc:"What cannot change."`
	Open       string `cb:"open" doc:"What can."`
	AnsweredBy []Rel  `cb:"answered_by,to=case,inverse=answers question" doc:"Cases that answer it."`
	Contact    Rel    `cb:"contact,to=contact,inverse=answers for" doc:"Whom to write to about it."`
}

func (q *Question) check(d *Doc, problems *diag.List) {
	if q.Title != "" && q.Status != "withdrawn" && !strings.HasSuffix(strings.TrimSpace(q.Title), "?") {
		problems.Warn("CB042", d.At("title"), "the question does not end with a question mark").InCheck()
	}
}

// Notice is a short dated message that ends.
type Notice struct {
	Dated `required:"expires" complete:"summary"`
}
