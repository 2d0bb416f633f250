package content

import (
	"reflect"
	"strings"

	"casebook/internal/diag"
)

// StatementFile is the one file that the accessibility statement is made from.
const StatementFile = "content/accessibility.yaml"

// Statement is what an editor knows about the accessibility of the site after testing it. The page is made of the sentences
// that the law gives (SI 2018/952, regulation 8, and the model statement under it) and of these facts. Whether the site
// complies is never worked out: Compliance is the editors' own word, and without it nothing is published.
type Statement struct {
	Title        string   `cb:"title,max=120" doc:"When it is to be called something else than Accessibility statement."`
	Summary      string   `cb:"summary,words=60" doc:"One or two sentences: shown below the title and in previews of the address."`
	Aka          []string `cb:"aka" doc:"Other names it may be called by, in links and in search."`
	Aliases      []Alias  `cb:"aliases,form=address" doc:"Earlier addresses that lead here."`
	Status       string   `cb:"status,enum=draft" doc:"draft keeps it out until it is finished."`
	Note         string   `cb:"note" doc:"Something to say before everything else, such as that the statement is an example."`
	Website      string   `cb:"website,required" doc:"What it applies to: the domain, or which parts of it."`
	Organisation string   `cb:"organisation" doc:"Who runs the website, when not the organisation of casebook.yaml."`
	Nation       string   `cb:"nation,required,enum=England|Scotland|Wales|Northern Ireland" doc:"Where the organisation is based: another body enforces the law in Northern Ireland."`
	UsersCan     []string `cb:"users_can" doc:"What people should be able to do, each going on from the words: you should be able to. Only what was tested; leave it out otherwise."`
	Difficulties []string `cb:"difficulties" doc:"What is known to be difficult, the worst first, in words that a reader can act on."`
	Contact      Rel      `cb:"contact,required,to=contact,inverse=answers for" doc:"Who answers about accessibility and sends other formats. A contact has an email or a form, so it is never a telephone alone."`
	Formats      string   `cb:"formats" doc:"Which other formats can be asked for: large print, a recording."`
	Reply        string   `cb:"reply" doc:"How soon an answer comes, such as two working days, when the contact does not say."`
	Problems     Rel      `cb:"problems,to=contact,inverse=answers for" doc:"Who hears of barriers, when not the same contact."`
	Compliance   string   `cb:"compliance,enum=fully|partially|not" doc:"Whether the website is fully, partially or not compliant, as found by testing. casebook never fills it in, and nothing is published until you have."`
	Fails        []Fails  `cb:"fails" doc:"What does not meet the standard: problem, criterion, fixed_by."`
	Burden       []Burden `cb:"burden" doc:"What would be a disproportionate burden to put right: content, assessment."`
	OutOfScope   []Exempt `cb:"out_of_scope" doc:"Content that the regulations do not cover: content, reason."`
	Doing        []string `cb:"doing" doc:"What is being done to improve accessibility."`
	Prepared     string   `cb:"prepared,required,form=date" doc:"The day the statement was prepared; the page is there from that day."`
	Reviewed     string   `cb:"reviewed,required,form=date" doc:"The day it was last reviewed. After 12 months check says that it is old."`
	Tested       string   `cb:"tested,required,form=date" doc:"The day the website was last tested."`
	TestedBy     string   `cb:"tested_by,required" doc:"Who carried the test out: the editors themselves, or a company by name."`
	Against      string   `cb:"against,enum=WCAG 2.2 AA|WCAG 2.1 AA" doc:"The standard tested against, WCAG 2.2 AA unless you say otherwise."`
	Sample       string   `cb:"sample,required" doc:"Which pages were tested and how they were chosen."`
	Checks       []string `cb:"checks" doc:"How it was tested and what was found, one line for each."`
	Unchecked    []string `cb:"unchecked" doc:"What was not tested, so that readers can judge the rest."`
}

// Fails is content that does not meet the standard.
type Fails struct {
	Problem     string `cb:"problem,required" doc:"What is wrong and whom it keeps from what, in a sentence or two."`
	Criterion   string `cb:"criterion,required,form=criterion" doc:"The success criterion it fails: its number and name, such as 1.1.1 Non-text content."`
	FixedBy     string `cb:"fixed_by,required,form=date" doc:"The day by which it will be put right."`
	Alternative string `cb:"alternative" doc:"Where the same can be had until then."`
}

// Burden is content that it would be too much to put right.
type Burden struct {
	Content     string `cb:"content,required" doc:"What it is."`
	Assessment  string `cb:"assessment,required" doc:"How the burden was assessed, and what was weighed."`
	Alternative string `cb:"alternative" doc:"Where the same can be had."`
}

// Exempt is content that the regulations do not cover.
type Exempt struct {
	Content     string `cb:"content,required,bare" doc:"What it is, and why the regulations do not cover it."`
	Alternative string `cb:"alternative" doc:"Where the same can be had."`
}

// head makes of the day of preparation the day from which it is public.
func (s *Statement) head() Head {
	title := s.Title
	if title == "" {
		title = "Accessibility statement"
	}
	return Head{Title: title, Summary: s.Summary, Aka: s.Aka, Aliases: s.Aliases, Status: s.Status, PageLike: true, Published: s.Prepared, Updated: s.Reviewed}
}

func (s *Statement) check(d *Doc, problems *diag.List) {
	if s.Status == "draft" {
		return
	}
	listed := len(s.Fails) + len(s.Burden) + len(s.OutOfScope)
	if typed, _ := d.Field("compliance"); s.Compliance == "" && strings.TrimSpace(typed.Value) == "" {
		problems.Error("CB130", d.At("compliance"), "the accessibility statement does not say whether the website complies").
			Remedy("test the site, then add `compliance: fully`, `partially` or `not`; or add `status: draft` until you have")
		return
	}
	switch {
	case s.Compliance == "fully" && listed > 0:
		problems.Error("CB131", d.At("compliance"), "the statement says fully compliant and lists what is not").
			Remedy("write `compliance: partially`, or take away what has been put right")
	case (s.Compliance == "partially" || s.Compliance == "not") && listed == 0:
		problems.Error("CB131", d.At("compliance"), "the statement says %s compliant and does not say because of what", s.Compliance).
			Remedy("list it below `fails:`, `burden:` or `out_of_scope:`")
	}
}

func parseStatement(file, source string, problems *diag.List) *Doc {
	s := &Statement{}
	d := &Doc{Path: file, Kind: "statement", ID: "accessibility", Entity: s, Source: source}
	defer func() { d.Broken = problems.Failed() }()
	n := yamlFile(file, source, problems)
	if n == nil {
		d.Head = s.head()
		d.Head.NoFront = true
		if !problems.Failed() {
			problems.Warn("CB074", diag.Pos{File: file, Line: 1, Col: 1, Len: 1}, "the file is empty, so there is no accessibility statement").
				Remedy("`casebook explain statement` shows what belongs in it")
		}
		return d
	}
	dec := &decoder{doc: d, problems: problems, lines: strings.Split(source, "\n")}
	dec.mapping(n, reflect.ValueOf(s).Elem(), specs[reflect.TypeFor[Statement]()], "statement", true)
	s.check(d, problems)
	d.Head = s.head()
	return d
}
