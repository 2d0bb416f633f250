package content

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"casebook/internal/diag"
)

// Insight is what a panel of students said about one topic in one term: points, and suggestions, which are recommendations
// with addresses and responses of their own.
type Insight struct {
	Dated       `complete:"summary"`
	Panel       Rel     `cb:"panel,required,to=programme,inverse=insights" doc:"The programme whose panel met."`
	Term        string  `cb:"term,required,form=term" doc:"When it met, such as autumn 2024."`
	Topic       string  `cb:"topic" doc:"What it talked about, in a few words."`
	Question    string  `cb:"question" doc:"What it was asked, ending with a question mark."`
	Attendance  string  `cb:"attendance" doc:"How many students of which years took part."`
	SentTo      []Rel   `cb:"sent_to,to=unit,inverse=suggestions of panels" doc:"The units that its suggestions went to, when a suggestion does not say."`
	Sent        string  `cb:"sent,form=date" doc:"When the suggestions were sent. Left out, it is the date of publication."`
	Levels      []Rel   `cb:"levels,to=level,inverse=projects about" doc:"Levels of study it is about."`
	Groups      []Rel   `cb:"groups,to=group,inverse=projects about" doc:"Groups of students it is about."`
	Credits     Credits `cb:"credits,required" doc:"Usually the word programme; or the list of people with their consent."`
	Exemplifies []Rel   `cb:"exemplifies,to=principle,inverse=exemplified by,map,reason" doc:"Each principle it shows at work, and the reason."`
	Formerly    []Rel   `cb:"formerly,to=scheme,inverse=filed under,map" doc:"How an earlier classification filed it: the scheme and its term."`
	Origin      Case    // the same as what its suggestions come from: points as findings, suggestions as recommendations
}

var termPattern = regexp.MustCompile(`^(?i)(autumn|spring|summer|winter)\s+((?:19|20)\d{2})$`)

func (i *Insight) head() Head { return i.Dated.head() }

func (i *Insight) check(d *Doc, problems *diag.List) {
	c := &i.Origin
	c.Dated, c.Programme, c.Year, c.Studied, c.Question, c.Sent = i.Dated, i.Panel, i.AcademicYear(), i.SentTo, i.Question, i.Sent
	c.Levels, c.Groups, c.Credits, c.Exemplifies = i.Levels, i.Groups, i.Credits, i.Exemplifies
	c.Number = strings.TrimSuffix(path.Base(d.Path), path.Ext(d.Path))
	if i.Status == "withdrawn" {
		return
	}
	c.checkCredits(problems)
	c.checkBecause(problems)
}

// AcademicYear is the year to which its term belongs: autumn begins one. "" without a term.
func (i *Insight) AcademicYear() string {
	m := termPattern.FindStringSubmatch(i.Term)
	if m == nil {
		return ""
	}
	year, _ := strconv.Atoi(m[2])
	if !strings.EqualFold(m[1], "autumn") {
		year--
	}
	return strconv.Itoa(year) + "-" + strconv.Itoa(year + 1)[2:]
}

// OriginOf is what an item's recommendations come from: a case, or an insight read as one. Nil for everything else.
func OriginOf(e Entity) *Case {
	switch v := e.(type) {
	case *Case:
		return v
	case *Insight:
		return &v.Origin
	}
	return nil
}

// CreditsOf are the credits of an item that has them; ok is false for a kind without.
func CreditsOf(e Entity) (c Credits, ok bool) {
	switch v := e.(type) {
	case *Case:
		return v.Credits, true
	case *Insight:
		return v.Credits, true
	case *Story:
		return v.Credits, true
	}
	return Credits{}, false
}
