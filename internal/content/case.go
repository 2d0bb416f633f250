package content

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"casebook/internal/diag"
	"casebook/internal/text"
)

// Case is a student research project.
type Case struct {
	Dated        `complete:"summary"`
	Number       string           `cb:"number" doc:"The permanent number, such as CL-2018-01. Left out, it is the file's name."`
	Programme    Rel              `cb:"programme,to=programme,inverse=projects" doc:"Left out, it is the programme whose prefix begins the number."`
	Year         string           `cb:"year,required,form=academic" doc:"The academic year, such as 2018-19."`
	Studied      []Rel            `cb:"studied,required,to=unit,inverse=studied here" doc:"The department or service the work was about."`
	Question     string           `cb:"question,complete" doc:"What the project asked, ending with a question mark."`
	Sent         string           `cb:"sent,form=date" doc:"When the recommendations went to those addressed. Left out, it is the date of publication."`
	Subjects     []Rel            `cb:"subjects,complete,to=subject,inverse=projects about" doc:"Subjects of study."`
	Levels       []Rel            `cb:"levels,complete,to=level,inverse=projects about" doc:"Levels of study, such as UG1."`
	Groups       []Rel            `cb:"groups,complete,to=group,inverse=projects about" doc:"Groups of students the project is about."`
	Form         Rel              `cb:"form,complete,to=form,inverse=projects of this form" doc:"The form of partnership."`
	StudentRole  Rel              `cb:"student_role,complete,to=student role,inverse=projects in this role" doc:"What part students took."`
	Methods      []Rel            `cb:"methods,complete,to=method,inverse=used by,map" doc:"Each method, by any of its names, and how many took part: survey: 212 first-years."`
	Ethics       string           `cb:"ethics,complete,enum=review|evaluation|not-needed" doc:"Reviewed as research, an evaluation, or not needed."`
	EthicsRef    string           `cb:"ethics_ref" doc:"The number of the review."`
	EvidenceType string           `cb:"evidence_type,complete,enum=narrative|empirical|causal" doc:"What sort of evidence it is. Never used to rank."`
	Transfer     string           `cb:"transfer,complete,enum=specific|adaptable|general" doc:"How far it carries over. The reason stands under Limits."`
	Credits      Credits          `cb:"credits,required" doc:"programme, or the list of people with how each is shown and the date of their consent."`
	Funding      string           `cb:"funding" doc:"Who paid, a comma, and how much. An opportunity or programme of the library is linked."`
	FundedBy     Rel              // the opportunity or programme, when funding names one
	Outputs      []Output         `cb:"outputs" doc:"Files of the project, such as a poster."`
	BuildsOn     []Rel            `cb:"builds_on,to=case,inverse=followed by" doc:"Earlier cases it continues."`
	Exemplifies  []Rel            `cb:"exemplifies,to=principle,inverse=exemplified by,map,reason" doc:"Each principle the case shows at work, and the reason."`
	Formerly     []Rel            `cb:"formerly,to=scheme,inverse=filed under,map" doc:"How an earlier classification filed it: the scheme and its term."`
	Typed        []TypedRec       `cb:"recommendations" doc:"Instead of the section Recommendations, for records that come from a form or a table."`
	Findings     []Finding        // from the body
	Recs         []Recommendation // from the body or the list
	Gone         []string         // keys that the recommendations of a withdrawn case had: their addresses answer with its tombstone
}

// Finding is one keyed finding: a list item that ends in {#f1}.
type Finding struct {
	Key  string
	Body Body
	Text string
	At   diag.Pos
}

// Recommendation is one thing a project asks for. It has an address of its own.
type Recommendation struct {
	Key        string
	Text       string // plain, one sentence
	HTML       Body   // the same with its markup
	Detail     Body
	For        []Rel
	Because    []string // keys of findings
	Ask        Rel
	Themes     []Rel
	Groups     []Rel
	Principles []Rel
	Effort     string
	Cost       string
	Repeats    []Rel
	Extends    []Rel
	Withdrawn  string
	At         diag.Pos
}

// TypedRec is a recommendation in the front matter.
type TypedRec struct {
	Key        string   `cb:"key,required" doc:"Its permanent key, such as r1."`
	Text       string   `cb:"text,required" doc:"One sentence starting with a verb."`
	Detail     string   `cb:"detail" doc:"More about it, as plain text."`
	For        []Rel    `cb:"for,to=unit,inverse=recommendations to this unit" doc:"Who is asked."`
	Because    []string `cb:"because" doc:"Keys of the findings behind it."`
	Ask        Rel      `cb:"ask,to=ask,inverse=asked by" doc:"The recurring request it belongs to."`
	Themes     []Rel    `cb:"themes,to=theme,inverse=everything under the theme" doc:"When they differ from the case's."`
	Groups     []Rel    `cb:"groups,to=group,inverse=projects about" doc:"When they differ from the case's."`
	Principles []Rel    `cb:"principles,to=principle,inverse=recommendations" doc:"Principles it would serve."`
	Effort     string   `cb:"effort" doc:"low, medium or high, a comma and a note."`
	Cost       string   `cb:"cost" doc:"low, medium or high, a comma and a note."`
	Repeats    []Rel    `cb:"repeats,to=recommendation,inverse=repeated by" doc:"An earlier recommendation that asked the same."`
	Extends    []Rel    `cb:"extends,to=recommendation,inverse=extended by" doc:"An earlier recommendation that it takes further."`
	Withdrawn  string   `cb:"withdrawn" doc:"Why it was withdrawn."`
}

// Credits says who did the work: Programme alone, or people in the order they chose.
type Credits struct {
	Programme bool
	People    []Credit
}

// Credit is one person on one item, and the record of their consent to be named there.
type Credit struct {
	Person      Rel    `cb:"person,to=person,inverse=contributions" doc:"Who, by the name on file."`
	Unnamed     string `cb:"unnamed" doc:"Instead of a person: the words to print, such as Second-year Economics student."`
	As          string `cb:"as" doc:"The part they took, when not a researcher: staff partner."`
	Affiliation string `cb:"affiliation" doc:"Department or course."`
	Shown       string `cb:"shown,enum=full name|first name|initials|chosen name|role only" doc:"How the person chose to be named."`
	Consent     string `cb:"consent,form=date" doc:"The day on which the person agreed."`
	ConsentRef  string `cb:"consent_ref" doc:"Where the agreement is kept. Never output."`
	Review      string `cb:"review,form=date" doc:"When to ask again. Never output."`
	Unclear     bool   // it has errors, so what is missing may have been typed
	At          diag.Pos
}

// Output is a file or page a project made.
type Output struct {
	File       Rel    `cb:"file,to=file,inverse=output of,bare" doc:"A file in the folder of the case's name beside it."`
	URL        string `cb:"url,form=url" doc:"Instead of a file: an address."`
	Title      string `cb:"title" doc:"What it is."`
	Accessible string `cb:"accessible" doc:"yes, or the file that says the same in text."`
}

var (
	partKey    = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	caseNumber = regexp.MustCompile(`^[A-Z]{1,6}-\d{4}-\d{2,}$`)
)

func (c *Case) head() Head {
	h := c.Dated.head()
	h.Number = c.Number
	return h
}

func (c *Case) check(d *Doc, problems *diag.List) {
	if c.Number == "" {
		c.Number = strings.TrimSuffix(path.Base(d.Path), path.Ext(d.Path))
	}
	if !caseNumber.MatchString(c.Number) {
		at := d.At("number")
		problems.Warn("CB045", at, "%q does not look like a case number", c.Number).
			Remedy("name the file after its number, such as CL-2024-01.md")
	}
	if c.Status == "withdrawn" {
		return
	}
	if c.Question != "" && !strings.HasSuffix(strings.TrimSpace(c.Question), "?") {
		problems.Warn("CB042", d.At("question"), "the question does not end with a question mark")
	}
	c.postgraduates(d)
	if payer, _, _ := strings.Cut(c.Funding, ","); payer != "" {
		d.Refs = append(d.Refs, Ref{Relation: "funding", To: "opportunity|programme", Name: strings.TrimSpace(payer), Optional: true, At: d.At("funding")})
		c.FundedBy = Rel(len(d.Refs))
	}
	c.checkCredits(problems)
	c.checkBecause(problems)
	for _, o := range c.Outputs {
		if f, ok := d.Rel(o.File); ok && strings.EqualFold(path.Ext(f.Name), ".pdf") && o.Accessible == "" {
			problems.Warn("CB106", f.At, "%s is a PDF, which not everyone can read, and nothing says the same in text", f.Name).
				Remedy("add `accessible:` with a file that says the same, or `accessible: yes` if the PDF is tagged and was checked").InCheck()
		}
	}
}

// postgraduates adds the group of a level: taught and research postgraduates are levels and groups, and the level is typed.
func (c *Case) postgraduates(d *Doc) {
	for _, l := range c.Levels {
		level, _ := d.Rel(l)
		if name := text.Fold(level.Name); name != "pgt" && name != "pgr" {
			continue
		}
		if slices.ContainsFunc(c.Groups, func(g Rel) bool {
			group, _ := d.Rel(g)
			return text.Fold(group.Name) == text.Fold(level.Name)
		}) {
			continue
		}
		d.Refs = append(d.Refs, Ref{Relation: "groups", To: "group", Name: level.Name, Optional: true, At: level.At})
		c.Groups = append(c.Groups, Rel(len(d.Refs)))
	}
}

func (c *Case) checkCredits(problems *diag.List) {
	for _, p := range c.Credits.People {
		switch {
		case p.Person == 0 && p.Unnamed == "":
			problems.Error("CB046", p.At, "this credit names nobody").
				Remedy("write `person:` with a name on file, or `unnamed:` with a role")
		case p.Person != 0 && p.Unnamed != "":
			problems.Error("CB046", p.At, "this credit has both a person and a role for someone unnamed").
				Remedy("keep one of `person:` and `unnamed:`")
		}
	}
}

func (c *Case) checkBecause(problems *diag.List) {
	keys := []string{}
	for _, f := range c.Findings {
		keys = append(keys, f.Key)
	}
	for _, r := range c.Recs {
		for _, b := range r.Because {
			if !slices.Contains(keys, b) {
				hint := "the case has no findings with marks: end a list item under Findings with {#" + b + "}"
				if len(keys) > 0 {
					hint = "the findings here are " + strings.Join(keys, ", ")
				}
				problems.Error("CB043", r.At, "%s gives %q as its reason, but no finding has that key", r.Key, b).Remedy("%s", hint)
			}
		}
	}
}
