package content

import (
	"strings"

	"casebook/internal/diag"
)

// Theme is a subject that things are filed under. A theme may lie under several broader ones.
type Theme struct {
	Item
	Broader []Rel  `cb:"broader,to=theme,inverse=narrower" doc:"The wider theme, or themes, it lies under."`
	Scope   string `cb:"scope" doc:"One sentence: what belongs here and what does not."`
}

// Scheme is a retired classification: its terms live on as pointers to themes.
type Scheme struct {
	Item
	Retired string `cb:"retired,form=published" doc:"When it went out of use."`
	Terms   []Rel  `cb:"terms,to=theme,inverse=formerly,map,flip" doc:"Each old term and the theme or themes it became, or: none, and the reason."`
}

// Method is a card: what a way of finding out is good for.
type Method struct {
	Item
	People    string `cb:"people" doc:"How many people it takes."`
	Time      string `cb:"time" doc:"How long it takes."`
	Materials string `cb:"materials" doc:"What has to be at hand."`
	Ethics    string `cb:"ethics" doc:"What to watch for."`
}

// Unit is a department, service, union or committee.
type Unit struct {
	Item
	Type    string `cb:"type" doc:"Department, service, union, committee, university."`
	Parent  Rel    `cb:"parent,to=unit,inverse=parts" doc:"The unit it belongs to."`
	Contact Rel    `cb:"contact,to=contact,inverse=answers for" doc:"Who answers for it."`
}

// Programme is what projects belong to: a yearly call, a panel, a fund.
type Programme struct {
	Item
	Prefix      string `cb:"prefix" doc:"What its projects' numbers begin with, such as CL."`
	Owners      []Rel  `cb:"owners,to=unit,inverse=runs" doc:"The units that run it."`
	Since       string `cb:"since" doc:"The first year."`
	Cycle       string `cb:"cycle" doc:"When it comes round."`
	Who         string `cb:"who" doc:"Who can take part."`
	Contact     Rel    `cb:"contact,to=contact,inverse=answers for" doc:"Who answers questions about it."`
	Pay         string `cb:"pay" doc:"What students are paid, such as £14.20 an hour."`
	Amount      string `cb:"amount" doc:"What it gives, such as £1,500."`
	Reviewed    string `cb:"reviewed,form=date" doc:"When pay, amount and the rest were last checked. Notes on them say so."`
	Counterpart Rel    `cb:"counterpart,to=programme,inverse=counterpart" doc:"The programme for the other audience."`
}

// Ask is the same request made by several projects.
type Ask struct {
	Item `complete:"summary"`
}

// Person is someone who has worked on a project. The name is output only where a credit records consent.
type Person struct {
	Name      string `cb:"name,required" doc:"The full name."`
	SortName  string `cb:"sort_name" doc:"Family name first, for lists."`
	Chosen    string `cb:"chosen_name" doc:"The name to print where a credit says chosen name."`
	Pronouns  string `cb:"pronouns" doc:"Only if the person gave them."`
	ORCID     string `cb:"orcid,form=orcid" doc:"A researcher's identifier, such as 0000-0002-1825-0097."`
	Page      bool   `cb:"page" doc:"yes when the person agreed to a page that lists their work."`
	Withdrawn string `cb:"withdrawn,form=date" doc:"The day on which the person withdrew their name. Setting it stops every use at once, whatever the day."`
	Status    string `cb:"status,enum=draft" doc:"draft keeps it out."`
}

func (p *Person) head() Head { return Head{Title: p.Name, Status: p.Status} }

// Contact is a role that people can write to.
type Contact struct {
	Title        string   `cb:"title,required,max=120" doc:"The role, such as Partnership desk."`
	Aka          []string `cb:"aka" doc:"Other names for it."`
	Email        string   `cb:"email,form=email" doc:"Where to write. An email or a form is required, unless fallback is given."`
	FormAddress  string   `cb:"form,form=url" doc:"The address of a form, instead of or beside an email. One of the two is required, unless fallback is given."`
	Unit         Rel      `cb:"unit,to=unit,inverse=contacts" doc:"Where it belongs."`
	ResponseTime string   `cb:"response_time" doc:"How soon a reader hears back, such as: within three working days."`
	Fallback     Rel      `cb:"fallback,to=contact,inverse=stands in for" doc:"Who answers when this role is empty. With a fallback it needs neither email nor form."`
	Status       string   `cb:"status,enum=draft" doc:"draft keeps it out."`
}

func (c *Contact) head() Head { return Head{Title: c.Title, Aka: c.Aka, Status: c.Status} }

func (c *Contact) check(d *Doc, problems *diag.List) {
	if c.Email == "" && c.FormAddress == "" && c.Fallback == 0 {
		problems.Error("CB038", d.At("title"), "the contact %q cannot be reached", c.Title).
			Remedy("add `email:`, `form:` or a `fallback:` contact")
	}
}

// Term is a word of the glossary. Its body is the definition.
type Term struct {
	Term         string   `cb:"term,required,max=80" doc:"The word or phrase."`
	Aka          []string `cb:"aka" doc:"Other forms of it."`
	NotToConfuse []Rel    `cb:"not_to_confuse,to=term,inverse=not to be confused with" doc:"Terms that are often mixed up with it."`
	Link         string   `cb:"link,enum=by-hand" doc:"by-hand for a word too ordinary to be linked wherever it stands: then only its other names are, and [[it]] where somebody writes so."`
	Source       Rel      `cb:"source,to=reference,inverse=cited in" doc:"The reference the definition leans on."`
	Status       string   `cb:"status,enum=draft" doc:"draft keeps it out."`
}

func (t *Term) head() Head { return Head{Title: t.Term, Aka: t.Aka, Status: t.Status} }

// ReferenceNote is what Zotero does not hold about a reference. Its body is an annotation.
type ReferenceNote struct {
	Themes   []Rel    `cb:"themes,to=theme,inverse=everything under the theme" doc:"Themes it is about."`
	Verified string   `cb:"verified,form=date" doc:"When someone checked its details."`
	Aliases  []string `cb:"aliases" doc:"Other keys it has been cited by."`
}

func (r *ReferenceNote) head() Head { return Head{Aka: r.Aliases} }

// None reports whether a scheme's term was left unmapped on purpose ("none, reason"), and why.
func None(name string) (reason string, ok bool) {
	rest, ok := strings.CutPrefix(name, "none")
	if !ok {
		return "", false
	}
	reason, ok = strings.CutPrefix(strings.TrimSpace(rest), ",")
	return strings.TrimSpace(reason), ok
}

// head says from when on there is such a programme: the academic year since which it runs.
func (p *Programme) head() Head {
	h := p.Item.head()
	h.Begins = beginning(p.Since)
	return h
}

// beginning is the first day of an academic year or of a year; "" for other words.
func beginning(year string) string {
	switch {
	case len(year) < 4 || !bareYear.MatchString(year[:4]):
		return ""
	case len(year) == 4:
		return year + "-01-01"
	}
	return year[:4] + "-09-01"
}

// head says from when on a classification is a retired one.
func (s *Scheme) head() Head {
	h := s.Item.head()
	h.Begins = s.Retired
	return h
}
