package render

import (
	"html/template"
	"reflect"
	"testing"
)

// Sample values for every view: one filled as the example library would fill it. The tests render them, the preview shows them.

func frame(pageTitle, section string, trace ...Link) Frame {
	return Frame{
		Lang: "en-GB", Title: pageTitle + " – Partnership Library", PageTitle: pageTitle, Description: "What “" + pageTitle + "” is about.",
		Root: "../", Canonical: "https://partnership.thornmere.example/sample/", Section: section, Trace: trace, SearchHref: "../search/",
		BuiltOn: Date{"2026-11-20", "20 November 2026"},
	}
}

func link(text string) Link { return Link{Text: text, Href: "../sample/"} }

func item(text, note string) Item { return Item{Text: text, Href: "../sample/", Note: note} }

func links(texts ...string) []Link {
	var out []Link
	for _, t := range texts {
		out = append(out, link(t))
	}
	return out
}

func row(term, text string) Row { return Row{Term: term, Items: []Item{{Text: text}}} }

func rec(key, text, short string, status Status, since, to string) Request {
	return Request{
		Key: key, Text: text, Short: short, Href: "../cases/cl-2021-03/" + key + "/", Mark: Mark{"CL-2021-03", key}, From: link("From rep to relay"),
		Status: status, Since: since, To: to, Year: "2021–22", Address: "partnership.thornmere.example/cases/cl-2021-03/" + key + "/",
	}
}

var (
	none       = Status{Class: "none", Word: "No response yet"}
	considered = Status{Class: "considered", Word: "Being considered"}
	agreed     = Status{Class: "agreed", Word: "Agreed"}
	principled = Status{"agreed-part", "Agreed", "in principle"}
	underway   = Status{Class: "underway", Word: "Under way"}
	done       = Status{Class: "done", Word: "Done"}
	confirmed  = Status{Class: "confirmed", Word: "Done and confirmed"}
	notyet     = Status{Class: "notyet", Word: "Students say not yet"}
	declined   = Status{"declined", "Declined", "with a reason"}
	stopped    = Status{Class: "stopped", Word: "Stopped"}
	overtaken  = Status{Class: "overtaken", Word: "Overtaken"}
)

func tallies() []Tally {
	var out []Tally
	for i, s := range []Status{none, considered, agreed, underway, done, confirmed, notyet, declined, stopped, overtaken} {
		s.How = ""
		out = append(out, Tally{s, []string{"11", "2", "14", "10", "24", "6", "1", "4", "1", "1"}[i], "../responses/"})
	}
	return out
}

func sampleRecs() []Request {
	return []Request{
		rec("r1", "Keep a public log of what was raised, who has it and what they decided.", "Keep a public log of actions", underway, "since October 2023", "to the Students’ Union, Registry"),
		rec("r2", "Answer every point a representative raises within twenty working days.", "Answer within twenty working days", principled, "since March 2023", "to Registry"),
		rec("r3", "Give each new representative a pack from the one before, with every open point in it.", "Give each new rep a hand-over pack", done, "September 2022", "by the Students’ Union"),
		rec("r4", "Recognise the hours that representatives give, in pay or on the transcript.", "Recognise the hours reps give", none, "asked 3 years 4 months ago", "to the Students’ Union, CEP"),
	}
}

func sampleCards() []Card {
	return []Card{
		{Kind: "Case", Title: "Waiting for week six: when first-year feedback arrives", Href: "../cases/cl-2018-01/", Mark: Mark{Number: "CL-2018-01"},
			Summary: "First-years could not use comments that came after the next deadline; knowing the date mattered as much as speed.",
			Meta:    []string{"Economics, 2018–19", "survey of 212", "3 recommendations, 1 confirmed"}, Reason: "Both ask for dates that somebody keeps to."},
		{Kind: "Case", Title: "Proofs together", Href: "../cases/cl-2020-04/", Mark: Mark{Number: "CL-2020-04"}, Status: done,
			Summary: "Mathematics trains and pays the students who lead its problem classes.", Meta: []string{"Mathematics, 2020–21"}},
	}
}

func sampleRefs() []Reference {
	return []Reference{{
		ID: "ref-cooksather2019", HTML: `Cook-Sather, A., Bahti, M. and Ntem, A. (2019) <cite>Pedagogical Partnerships: A How-To Guide for Faculty, Students, and Academic Developers in Higher Education</cite>. Elon University Center for Engaged Learning. Available at: <a href="https://doi.org/10.36284/celelon.oa1">https://doi.org/10.36284/celelon.oa1</a>`,
		Note: "<p>A whole book on setting up a programme, with the letters and agendas.</p>", CitedIn: []Item{item("Pay and recognise", ""), item("Roles you might take", ", p. 14")},
		COinS: `<span class="Z3988" title="ctx_ver=Z39.88-2004"></span>`,
	}}
}

func sampleBacklinks() []Backlink {
	return []Backlink{
		{"How feedback becomes action", "../sample/", "The trail of one point, from a forum to a committee and back, was first drawn in this project.", nil},
		{"and two more pages", "", "", links("Say what can change", "A year of asking")},
	}
}

func sampleDates() Dates {
	return Dates{
		Published: Date{"2022", "2022"}, Reviewed: Date{"2026-09-02", "2 September 2026"}, NextReview: Date{"2027-09-02", "2 September 2027"},
		Updated: Date{"2026-10-05", "5 October 2026"}, Changes: []Change{{Date{"2026-10-05", "5 October 2026"}, "new pay rate"}},
		Owner: item("Partnership desk", ", CEP"), Themes: links("Feedback"), Replaces: item("An older page", ""), Overdue: "This page was due to be checked in September. It may be out of date.",
	}
}

func sampleCite() CiteBlock {
	return CiteBlock{
		Heading: "Cite this case", Style: "Harvard (Cite Them Right)", HTML: `Calloway, I., Wren, T. and Change Lab (2022) <i>From rep to relay</i> (CL-2021-03). University of Thornmere. Available at: https://<wbr>partnership.<wbr>thornmere.example/<wbr>cases/<wbr>cl-2021-03/`,
		Other: CiteText{Style: "APA, 7th edition", HTML: "Calloway, I., Wren, T., &amp; Change Lab. (2022). <i>From rep to relay</i>."},
		Files: "For reference managers, the case with its two recommendations:", Exports: links("RIS, 2 KB", "BibTeX, 2 KB", "CSL-JSON, 2 KB"),
		Licence: link("CC BY 4.0"),
	}
}

func sampleContact() Contact {
	return Contact{"desk", "Head of Learning Platforms", link("Digital Education"), Link{Text: "digital-education@thornmere.example", Href: "mailto:digital-education@thornmere.example"},
		link("Write by form"), "within three working days", link("Partnership desk"), "<p>Asks about course sites and recordings.</p>"}
}

func sampleMatches() []Match {
	return []Match{
		{"close", "Close", "Inclusivity", "../sample/", link("Values of partnership"), "Both ask who is kept out, and by what."},
		{"broader", "Broader", "Foster inclusive partnerships", "../sample/", link("Five propositions"), "Ours names pay, time and place; theirs the wider aim."},
	}
}

func caseSample() Case {
	f := frame("From rep to relay", "Cases", links("Cases", "2021–22", "Student voice")...)
	f.Notice = Notice{"A later project goes further.", link("Did anyone act?")}
	f.Translations = []Translation{{"cy", "Cymraeg", "../cy/sample/"}, {"ga", "Gaeilge", "../ga/sample/"}}
	f.NoIndex = true
	f.Head = Meta(Tag{Name: "citation_title", Content: "From rep to relay"})
	return Case{
		Frame: f, Mark: Mark{Number: "CL-2021-03"},
		Summary: "Student representatives carry points into meetings faithfully; what comes back out is seldom written down, so the next representative carries them in again.",
		Glance: []Row{
			{Term: "Where", Items: []Item{item("Students’ Union", ", with nine departments")}}, row("Who", "Undergraduate course representatives, all years"),
			row("Evidence", "62 sets of minutes; 10 interviews"), row("Strength", "Empirical enquiry (type 2 of 3)"),
			row("Carries over", "Adaptable: any committee that keeps minutes"), row("Year", "2021–22, published 20 June 2022")},
		StripHead: "Four recommendations: one done, one with no response yet",
		Requests:  sampleRecs(), NoRequests: "",
		Question: "When a student representative raises a point at a staff–student forum, what happens to it, and who finds out?",
		Methods:  []Item{item("Document analysis", ", 62 sets of minutes"), item("Interviews", ", 10 representatives")}, Ethics: "Ethics: reviewed as research, June 2021.",
		Headings: []ContentsItem{{"What we did", "what-we-did"}},
		Body: []Block{{HTML: `<h2 id="what-we-did">What we did</h2>
<p>Four students read every set of minutes that nine departments could find for the years 2019–20 to 2021–22, sixty-two sets in all. They marked each point that a student had raised and followed it from meeting to meeting until it was closed or vanished. Ten representatives then talked through the trail of one point they remembered raising.</p>
<figure class="chart chart--bar"><figcaption><p class="chart__title">What became of 212 points raised by representatives</p><p class="chart__says">Nearly half were never mentioned again.</p><p class="chart__source">Source: the team’s reading of 62 sets of minutes.</p></figcaption><table class="chart__table" aria-label="What became of 212 points raised by representatives"><thead><tr><th scope="col">Outcome in the minutes</th><th scope="col" class="num">Points</th><td></td></tr></thead><tbody><tr><th scope="row">Never mentioned again</th><td class="num">96</td><td class="chart__bar"><svg width="100%" height="18" aria-hidden="true"><rect class="chart__s1" x="0%" width="100%" height="100%"/></svg></td></tr><tr><th scope="row">Closed with a stated answer</th><td class="num">55</td><td class="chart__bar"><svg width="100%" height="18" aria-hidden="true"><rect class="chart__s1" x="0%" width="57.29%" height="100%"/></svg></td></tr></tbody></table></figure>
`}},
		Findings: []Finding{
			{Key: "f1", HTML: "Most points leave no trace. Of 212 points raised, 96 appear in one set of minutes and never again.", LeadsTo: []Link{{Text: "r1", Href: "#r1"}}},
			{Key: "f2", HTML: "A stated answer is rare: 55 points were closed with a reason or an outcome that a reader could understand.", LeadsTo: []Link{{Text: "r1", Href: "#r1"}, {Text: "r2", Href: "#r2"}}},
			{Key: "f3", HTML: "Points return with the calendar. A third of those raised in 2021–22 had been raised by someone else before."}},
		Beside:     Block{Notes: []Note{{Kind: "Source", Label: "Source: Cook-Sather (2019)", HTML: "<p>Cook-Sather, A. (2019) <cite>Partnerships</cite>.</p>"}}},
		FindingsOf: []Block{{HTML: `<blockquote class="quote"><p>I kept saying it was with the department. After two terms I stopped saying anything.</p><footer>Second-year representative, in interview</footer></blockquote>`}},
		Limits: []Block{{HTML: "<p>Minutes record what a secretary chose to write. A point may have been settled in a corridor and left no trace, so the first figure is a ceiling, not a count of neglect. Two departments had lost a year of minutes. All ten interviewees had stayed in the role for at least a year.</p>", Notes: []Note{{Variant: "case", Kind: "Followed by", Items: []NoteItem{{Link: link("Did anyone act? Six years of recommendations"), Mark: Mark{Number: "CL-2024-01"}}}}}},
			{HTML: "<p>The method needs nothing but minutes and patience, and would carry to any committee.</p>"}},
		Outputs:  []Output{{"Poster, with a text version", "../sample/poster.pdf", "PDF, 310 KB", link("text version")}},
		People:   []Row{row("Researchers", "Ines Calloway; Tobias Wren; a second-year English student; R. O."), row("Staff partner", "Student Voice manager, Students’ Union")},
		Filed:    []Row{{Term: "Themes", Items: []Item{item("Student voice and closing the loop", "")}, Wide: true}, row("Formerly", "“Representation”, in the 2018–21 archive")},
		BuildsOn: sampleCards()[1:], FollowedBy: sampleCards()[:1], Principles: []Item{item("Answer what is asked", ": the study shows the cost of not answering")},
		Also: []CardGroup{{ID: "stories", Heading: "Stories about this", Cards: sampleCards()[:1]}}, Related: sampleCards(), References: sampleRefs(), Backlinks: sampleBacklinks(), Cite: sampleCite(), Contact: link("Write to data protection"), Dates: sampleDates(),
	}
}

func recommendationSample() Recommendation {
	var siblings []Sibling
	for i, r := range sampleRecs() {
		siblings = append(siblings, Sibling{Key: r.Key, Text: r.Text, Short: r.Short, Href: r.Href, Status: r.Status, Current: i == 1})
	}
	return Recommendation{
		Frame: frame("Answer every point a student representative raises within twenty working days.", "Asked and answered", links("Cases", "From rep to relay", "Recommendations")...),
		Also:  []CardGroup{{ID: "stories", Heading: "Stories about this", Cards: sampleCards()[:1]}},
		Mark:  Mark{"CL-2021-03", "r2"}, Status: principled, Voice: voiceOf("insight"),
		Why:   "Registry supports the aim and has promised a date for part of it. That date, 31 July 2024, has passed without a further response.",
		Since: "Since 14 March 2023. Asked 3 years 4 months ago.", Waiting: []Item{item("Law", "")},
		Stations: []Station{{"Found", "finding f2", "reached"}, {"Asked", "20 June 2022", "reached"}, {"Answered", "28 September 2022", "last"}, {"Done", "not yet", "ahead"}, {"Confirmed", "by students, not yet", "ahead"}},
		Detail:   "<p>Twenty days is one month of term. A “no” with its reason counts.</p>",
		To:       []Item{item("Academic Registry", "")}, Because: []Finding{{Key: "f2", Href: "../cases/cl-2021-03/#f2", HTML: "of 212 points raised, 55 were closed with an answer a reader could understand."}},
		Case: link("From rep to relay"), CaseNote: "62 sets of minutes, nine departments.",
		Trail: []TrailEntry{
			{Symbol: "asked", Word: "Asked", Date: Date{"2022-06-20", "20 June 2022"}, Note: "Published with the case, and sent to Registry."},
			{ID: "cl-2021-03-r2-2022-09-28", Symbol: "considered", Class: "considered", Word: "Being considered", How: "Registry", Date: Date{"2022-09-28", "28 September 2022"}, HTML: "<p>Committee secretaries will be asked how long an answer takes at present. We expect to reply in full after the spring round of forums.</p>"},
			{Symbol: "agreed-part", Class: "agreed-part", Word: "Agreed", How: "in principle, Registry", Date: Date{"2023-03-14", "14 March 2023"}, HTML: "<p>Twenty days is right for anything a department can settle by itself, and guidance to chairs will say so.</p>", Evidence: []Item{item("Guidance to chairs 2023–24", " (PDF, 120 KB)")}, Due: Date{"2024-07-31", "31 July 2024"}},
			{Symbol: "dated", Word: "The promised date passed", Date: Date{"2024-07-31", "31 July 2024"}, Note: "No response has been recorded since. Noted by the library, not by Registry."},
			{Symbol: "asked", Word: "Asked again", How: "by another project", Date: Date{"2025-07-08", "8 July 2025"}, Request: Mention{Text: "Answer each recommendation within a term of receiving it.", Href: "../sample/", Mark: Mark{"CL-2024-01", "r2"}, Status: underway}},
		},
		Again: "The same request, five times in four years", Ask: link("Tell us what happened"),
		Asked: []TableRow{
			{Mark: Mark{"CL-2021-03", "r1"}, Href: "../sample/", When: "2021–22", To: "Students’ Union", Status: underway},
			{Mark: Mark{"CL-2021-03", "r2"}, When: "2021–22, this one", To: "Registry", Status: principled, Current: true},
			{Source: "Insight Panel", Href: "../sample/", When: "Autumn 2024", To: "CEP", Status: done, Text: "Answer every question"}},
		Repeats: []Request{{Text: "Answer each recommendation within a term.", Href: "../sample/", Status: underway, Notes: []string{"repeats this one"}, Mark: Mark{"CL-2024-01", "r2"}}},
		Effort:  "Medium: a habit for chairs and secretaries.", Cost: "Cost: low.", Filed: []Row{row("Themes", "Student voice")}, Principles: []Item{item("Answer what is asked", "")},
		Guidance: links("Respond to a recommendation", "Show what changed"), Used: link("Tell us what you did"), Siblings: siblings, All: link("All sixty recommendations"), Cite: sampleCite(), Backlinks: sampleBacklinks(),
		Dates: Dates{Published: Date{"2022-06-20", "20 June 2022"}},
	}
}

func guideSample() Guide {
	steps := []JourneyMark{}
	for i, t := range []string{"What partnership is", "Why work this way", "Choose your principles", "Roles you might take", "Before you begin", "Pay and recognise", "Recruit inclusively", "Research or evaluation?", "Your first meeting", "Keep going, end well"} {
		state := "before"
		if i == 5 {
			state = "here"
		} else if i > 5 {
			state = "ahead"
		}
		steps = append(steps, JourneyMark{[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}[i], t, "../sample/", state})
	}
	return Guide{
		Also:     []CardGroup{{ID: "events", Heading: "Events about this", Cards: sampleCards()[:1]}},
		Frame:    frame("Pay and recognise", "Guide", links("Guide")...),
		Summary:  "Settle what students will be paid, how and when before anyone starts. Late or unclear money does more harm to a partnership than a modest rate.",
		Audience: "For staff.", Counterpart: link("Students have their own version of this page"),
		Journey:  JourneyBar{"Start a partnership", "../sample/", "Step 6 of 10", steps, StepLink{"Back, step 5", "Before you begin", "../sample/"}, StepLink{"On, step 7", "Recruit inclusively", "../sample/"}},
		AlsoIn:   []Item{item("Act on student research", ", step 2 of 4")},
		Contents: []ContentsItem{{"Why pay comes early", "why"}, {"How much, and for what", "how-much"}, {"Getting people on the payroll", "payroll"}, {"When it cannot be money", "not-money"}},
		Body: []Block{
			{HTML: `<h2 id="why">Why pay comes early</h2><p>A student who gives you forty hours is giving up forty hours of something else. For some that is a society evening; for others it is the shift that covers the rent. If the work is unpaid, the second group quietly drops out, and you are left in partnership with whoever could afford to say yes.<span class="ref"><a href="#ref-cooksather2019" aria-label="Source 1">[1]</a></span></p>`, Notes: []Note{{Kind: "Source 1", HTML: "<p>Cook-Sather, Bahti and Ntem (2019), <cite>Pedagogical Partnerships</cite>: a book-length guide to setting up a programme.</p>"}}},
			{HTML: `<p>So decide about money while you are still deciding about everything else. Write the rate, the hours and the pay date into the invitation, not into an email after the interview.<sup class="fnref"><a href="#fn1" id="fnref1">1</a></sup></p><h2 id="how-much">How much, and for what</h2><p>Research roles are paid at the university’s student researcher rate, which is <strong class="fact">£14.20 an hour</strong> this year. Count the whole of the work: reading, meetings, the training you ask for, writing up, and the half hour in which someone explains the expenses form.</p>`, Notes: []Note{{Kind: "Fact", HTML: `<p>Rate from 1 August 2026, holiday pay included. Checked with Human Resources on <time datetime="2026-09-02">2 September 2026</time>.</p>`}, {Kind: "Co-researcher", Label: "Word: co-researcher", HTML: "<p>A student who shares decisions about the question, the method and the findings. Not the same as a research assistant, who carries out someone else’s design.</p>"}}},
			{HTML: `<p>A <a class="term" href="../glossary/#co-researcher">co-researcher</a> on a term-long project usually needs between thirty and sixty hours. If your sum comes to more than that, the project is too big for a term and pay is only the first thing that will go wrong.</p>
<section class="callout callout--warning"><h3>Expenses are paid before, not after</h3><p>Book travel and rooms yourself, on the department’s card. Asking a student to pay £60 and wait for it is asking for a loan.</p></section>
<h2 id="payroll">Getting people on the payroll</h2><p>Allow six weeks. Nothing in this process is difficult, but each part waits for the one before it.</p><ol><li>Send the role to the Student Jobs desk with a start date, the hours and a cost code.</li><li>Ask each student to bring their right-to-work papers in person. Nobody may start before this is done.</li><li>Check visa hours with the student, kindly and in private.</li></ol>`, Notes: []Note{{Variant: "open", Kind: "Still open", Items: []NoteItem{{Link: link("Recognise the hours that student representatives give."), Mark: Mark{"CL-2021-03", "r4"}, Status: none}}, Text: "Asked of the Students’ Union and CEP 3 years 4 months ago."}}},
			{HTML: `<h2 id="not-money">When it cannot be money</h2><p>Sometimes the work sits inside a module, or the rules of a funder forbid wages. Then say so at the start, ask for less, and offer something that is worth having to the person in front of you.</p>
<div class="scroll" role="region" aria-labelledby="ways" tabindex="0"><table class="datatable"><caption id="ways">Four ways to recognise work, and where each goes wrong</caption><thead><tr><th scope="col">Way</th><th scope="col">Suits</th><th scope="col">Watch for</th></tr></thead><tbody><tr><th scope="row">Wages</th><td>Any role with hours you can count</td><td>Visa limits; effect on benefits</td></tr><tr><th scope="row">Bursary</th><td>Students who cannot take wages</td><td>Must not buy hours; ask Finance first</td></tr></tbody></table></div>
<section class="example"><h3>A letter that says it all</h3><p>“You will be paid for 40 hours at £14.20, on 28 November and 19 December. The pay is for your time, not for agreeing with us.”</p></section>
<section class="options"><h3>Three ways to sign timesheets</h3><ul><li>You sign them.</li><li>A colleague outside the project signs them.</li><li>Hours are agreed at the start and paid in two parts.</li></ul></section>
<section class="prompts"><h3>Talk it through</h3><p class="prompts__setting">Twenty minutes, staff and students together, before the invitation goes out</p><ol><li>Who could not take this role on the terms as they stand? What would have to change for them?</li><li>What happens to someone’s pay if the project stops early, or if they are ill?</li></ol></section>
<dl><dt>Bursary</dt><dd>A sum for support, not for hours.</dd></dl><ul><li><input type="checkbox" disabled checked> Rate agreed</li><li><input type="checkbox" disabled> Pay dates told</li></ul><pre><code>rate × hours = cost</code></pre><section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>A month is the least. <a href="#fnref1" aria-label="Back to the text">↩</a></p></li></ol></section>`},
		},
		Principles: []Item{item("Share the credit", ": pay is the first credit")}, InPractice: sampleCards(), Requests: sampleRecs()[2:],
		References: sampleRefs(), Backlinks: sampleBacklinks(), Cite: sampleCite(), Dates: sampleDates(),
	}
}

func unitSample() Unit {
	in := func(wait, waitNote, text string, s Status, notes ...string) Request {
		return Request{Text: text, Href: "../sample/", Wait: wait, WaitNote: waitNote, From: link("Same module, five layouts"), Mark: Mark{"CL-2019-03", "r3"}, Status: s, Notes: notes}
	}
	return Unit{
		Frame:   frame("Digital Education", "Departments and services", links("Departments and services")...),
		Summary: "Nine recommendations from five projects have been addressed to this service. Five still need something from it.", Aka: "Learning technology",
		Tally: tallies()[:5],
		Groups: []RequestGroup{
			{"waiting", "Waiting for a first answer", "Longest waiting first. The first hundred of 240.", link("All 300 recommendations to Digital Education"), []Request{
				in("5 years", "since June 2020", "Show every deadline of a course in one place.", none, "asked by three projects"),
				in("17 months", "since June 2025", "Show lift and step-free routes beside every room in the timetable.", none, "also to Estates")}},
			{"open", "Answered, not finished", "", Link{}, []Request{in("Overdue", "by 10 weeks", "Correct the captions of every recording on core modules.", underway, "promised for 1 September 2026")}},
			{"settled", "Settled", "", Link{}, []Request{in("2 years", "to finish", "Agree a smallest layout that every course site keeps to.", done, "no evidence linked"), in("Stopped", "March 2024", "Pay students to walk through each course site every summer.", stopped)}},
		},
		Empty: "Nothing else has been asked.", Body: []Block{{HTML: "<h2 id=\"about\">About</h2><p>Looks after the course sites.</p>"}},
		Given:   []Request{{Text: "Pay students to caption lectures in their own subject.", Href: "../sample/", Status: declined, Who: "Digital Education", Date: Date{"2025-09-30", "30 September 2025"}, Mark: Mark{"CL-2021-04", "r3"}}},
		Respond: link("Respond to a recommendation"), Follow: links("Feed (Atom)", "Spreadsheet (CSV, 4 KB)"), Studied: sampleCards(),
		Within: links("University of Thornmere"), Parts: links("Lecture capture"), Runs: links("Seedcorn Fund"), Questions: sampleCards()[:1], Contact: sampleContact(), Backlinks: sampleBacklinks(),
	}
}

func homeSample() Home {
	f := frame("What students found, what they asked for, and what happened next.", "")
	f.Root, f.SearchHref = "", "search/"
	latest := func(text, who string, s Status) Request {
		return Request{Text: text, Href: "sample/", Status: s, Who: who, Date: Date{"2026-11-06", "6 November 2026"}, Mark: Mark{"CL-2023-02", "r1"}}
	}
	return Home{
		Frame:   f,
		Summary: "Since 2018 students have researched life at Thornmere and put recommendations to the people who can act on them. This is the record, with a guide to doing the work together.",
		Try:     links("late feedback", "paying students", "one-hour timetable days"),
		Notices: []HomeNotice{{"clinic", "Responding to research: an hour to try", "<p>Bring a recommendation addressed to you.</p>", Date{"2026-11-10", "10 November 2026"}}},
		Doors: []Door{
			{"door-staff", link("I work here"), "Plan a partnership step by step, see what has been asked of your department, and answer it.", links("Start a partnership, in ten steps", "Find what is asked of your department", "Respond to a recommendation")},
			{"door-students", link("I study here"), "Read what other students found, see whether anything changed, and pick a question nobody has answered.", links("Browse projects by theme", "Questions nobody has studied yet")}},
		Record: Record{"Seven years, 2018–19 to 2024–25",
			[]Count{{"24", "projects", "sample/"}, {"74", "recommendations", "sample/"}, {"61", "have an answer", "sample/"}, {"31", "done, 6 confirmed by students", "sample/"}},
			[]BarPart{{"none", "0.1", "17.4"}, {"agreed", "17.5", "17.6"}, {"underway", "35.1", "16.2"}, {"done", "51.3", "33.8"}, {"confirmed", "85.1", "8.1"}, {"declined", "93.2", "5.4"}, {"overtaken", "98.6", "1.4"}}, tallies()},
		Latest: []Request{
			latest("Run buses from the library until the last reader has left.", "Estates", underway),
			latest("Keep one laboratory session a week quiet.", "Confirmed by the Disabled Students’ Network", confirmed),
			latest("Make no allegation on the word of a detector alone.", "Computing", principled),
			latest("Pay students to caption lectures in their own subject.", "Digital Education", declined)},
		LatestMore: link("All responses"),
		Calls: []Card{{Label: "Closes in 9 days, Friday 4 December", Title: "Seedcorn Fund, first round", Href: "sample/", Summary: "For staff working with students. Up to £1,500."},
			{Label: "Open all year", Title: "Student Insight Panel places", Href: "sample/", Summary: "For any student. Three paid evenings a year."}},
		CallsMore: link("All calls and the calendar file"), Body: []Block{{HTML: "<h2 id=\"about\">About</h2><p>Kept since 2018.</p>"}},
	}
}

func filtersSample() []FilterGroup {
	return []FilterGroup{
		{"What happened", []Filter{{Href: "../sample/", Count: "11", Status: none, Text: "No response yet"}, {Href: "../sample/", Count: "24", Status: done, Current: true, Text: "Done"}, {Count: "0", Status: stopped, Text: "Stopped"}}},
		{"Year", []Filter{{Text: "2024–25", Href: "../sample/", Count: "4"}, {Text: "2018–19", Href: "../sample/", Count: "4"}}}}
}

func crosswalkSample() Crosswalk {
	m := sampleMatches()
	for i := range m {
		m[i].Framework = Link{}
	}
	return Crosswalk{
		Frame:   frame("Three frameworks side by side", "Principles", links("Principles")...),
		Summary: "Start from the principles agreed here in 2021–22 and read across to two that are widely used. Every match says what kind it is and why we think so.",
		Key:     []MatchKind{{"exact", "Exact", "the same idea"}, {"close", "Close", "nearly the same idea"}, {"broader", "Broader", "takes ours in, and more"}, {"narrower", "Narrower", "a part of ours"}, {"related", "Related", "worth reading together"}},
		Columns: []CrossColumn{{"Thornmere principles", "../sample/", "CEP and Students’ Union, 2021–22. Agreement of eight."}, {"Values of partnership", "../sample/", "Healey, Flint and Harrington, 2014. Eight values."}, {"Five propositions", "../sample/", "Matthews, 2017. List of five."}},
		Rows: []CrossRow{
			{"Start with a shared question", "../sample/", "5 cases", []CrossCell{{}, {}}},
			{"Make taking part possible", "../sample/", "9 cases", []CrossCell{{m[:1]}, {m[1:]}}}},
		Rest: []CrossRest{{links("Authenticity", "Empowerment", "Community")}, {links("Enact partnership for transformation")}}, RestLabel: "Nothing of ours yet",
		Body:     []Block{{HTML: `<h2 id="reading">Reading this table</h2><p>The wording of the two published frameworks is theirs; the matches are our judgement, and open to argument.</p>`}},
		Coverage: link("What has been studied, and what has not"), Downloads: links("The matches as a spreadsheet (CSV, 3 KB)"), Dates: sampleDates(),
	}
}

// samples is a filled view for each entry of AllViews, by layout.
func samples() map[string]any {
	cards := sampleCards()
	plain := []Block{{HTML: "<p>Kept by the partnership desk. Every page says who looks after it.</p>"}}
	cs := frame("Cases", "Cases")
	return map[string]any{
		"home": homeSample(), "case": caseSample(), "recommendation": recommendationSample(), "guide": guideSample(), "unit": unitSample(), "crosswalk": crosswalkSample(),
		"page": Plain{frame("About this library", "About", links("About")...), "What it holds, who keeps it, and how to take part.", guideSample().Contents, guideSample().Body, sampleRefs(), sampleBacklinks(), sampleCite(), sampleDates()},
		"journey": Journey{frame("Start a partnership", "Guide", links("Guide")...), "Ten steps from an idea to a partnership that ends well.", "For staff.", "<p>Take them in order the first time.</p>",
			[]JourneyStep{{"1", false, cards[:1]}, {"9", false, cards}, {"10", true, cards[1:]}}, cards, cards[:1], sampleDates()},
		"framework": Framework{frame("Student partnership staircase", "Principles", links("Principles")...), "scale", "Four steps from telling to sharing.", "sparqs, 2011", []Item{item("CEP", ""), item("Students’ Union", "")}, plain,
			[]FrameworkGroup{{"Steps", []FrameworkItem{{"1", "Information provider", "../sample/", "Students answer what they are asked.", "3 cases"}, {"2", "Actor", "../sample/", "Students gather and read the answers.", ""}, {"3", "Expert", "../sample/", "Students are asked what they know.", "1 case"}, {"4", "Partner", "../sample/", "Students decide with staff.", ""}}}},
			[]string{"Led by students", "Led by staff"}, []FrameworkRow{{"Broad", []FrameworkItem{{"", "One", "../sample/", "First cell", "2 cases"}, {"2", "Two", "../sample/", "", ""}}}}, link("All frameworks side by side"), sampleRefs(), sampleBacklinks(), sampleDates()},
		"principle": Principle{frame("Make taking part possible", "Principles", links("Principles", "Thornmere principles")...), link("Thornmere principles"), "Third of eight", "Pay, time and place decide who can say yes.", plain,
			"<p>Offer pay and say so first.</p>", "<p>Say what stands in your way.</p>", "<p>Ask who is missing.</p>", sampleMatches(), cards, "The latest hundred of 1,834.", cards[1:], sampleRecs()[:2], links("Another list"), sampleRefs(), sampleBacklinks(), sampleCite(), sampleDates(), "../crosswalk/"},
		"insight": Insight{Frame: frame("How we want to hear back", "Asked and answered", links("Insights")...), Summary: "Ten panellists on silence.", Glance: []Row{row("Met", "Autumn 2024"), row("Sent to", "CEP")},
			StripHead: "Two suggestions: one done", Requests: sampleRecs()[:2], Question: "What would make an answer feel like one?", Body: plain, Points: []Finding{{Key: "p1", HTML: "Silence reads as no.", LeadsTo: links("r1")}},
			Beside: Block{Under: []Note{{Kind: "Fact: amount", Items: []NoteItem{{Before: "£1,500, kept on", Link: Link{Text: "Seedcorn", Href: "../seedcorn/"}}}, Text: "Checked on 1 May 2026."}}}, PointsOf: []Block{{HTML: "<p>In no order.</p>"}}, Limits: plain, People: []Row{row("Credited to", "Student Insight Panel")}, Filed: []Row{row("Themes", "Student voice")}, Principles: []Item{item("Trust", ": they were told why")},
			Also: []CardGroup{{ID: "stories", Heading: "Stories about this", Cards: cards[:1]}}, References: sampleRefs(), Backlinks: sampleBacklinks(), Cite: sampleCite(), Dates: sampleDates()},
		"entry": Entry{Frame: frame("Seedcorn Fund, autumn round", "Guide", links("Opportunities")...), Kind: "Fund", State: "Closing soon", StateClass: "soon", StateNote: "Closes in two weeks, on Friday 4 December 2026.", Summary: "Small sums for a first try.", Byline: "By Amara Dunbar",
			Glance: []Row{row("Amount", "£1,500")}, Action: link("Apply"), Body: plain, People: []Row{row("Author", "A tutor")}, Also: []CardGroup{{ID: "funded", Heading: "Projects it has paid for", Cards: cards[:1]}},
			References: sampleRefs(), Backlinks: sampleBacklinks(), Contact: sampleContact(), Cite: sampleCite(), Dates: sampleDates()},
		"ask": Ask{frame("Tell us when feedback will arrive", "Asked and answered", links("Asked and answered")...), "A date that is kept lets students plan.", "Asked three times, from 2018–19 to 2022–23, of three departments and services.", tallies()[:3],
			[]TableRow{{Mark{"CL-2018-01", "r1"}, "../sample/", "", "2018–19", "Publish the return date beside every deadline.", "Economics", confirmed, false}, {Mark{}, "../sample/", "Insight Panel", "Autumn 2024", "Give a date.", "CEP", none, true}},
			Request{Text: "Publish the return date beside every deadline.", Href: "../sample/", Mark: Mark{"CL-2018-01", "r1"}, Status: confirmed, Who: "Economics", Date: Date{"2020-01-10", "10 January 2020"}}, "<p>Dates now stand beside each deadline.</p>", plain, links("Feedback"), cards, sampleBacklinks(), sampleDates(), link("All three recommendations")},
		"files": Files{frame("Data", "About", links("About")...), "Everything as tables.", plain, []FileSection{
			{"collections", "Collections", "CSV files open in Excel.", []FileRow{{link("Cases"), "Each project.", links("CSV, 120 KB", "JSON, 140 KB")}, {Link{Text: "Findings"}, "", links("CSV, 20 KB")}}},
		}, []FieldTable{{"columns-cases", "Cases", []Field{{"id", "The permanent id."}, {"title", "The name."}}}}},
		"theme": Theme{frame("Assessment and feedback", "Cases", links("Themes")...), "Marks, comments, deadlines and the rules around them.", plain, "Marking", links("Learning"), links("Feedback", "Assessment literacy"), cards, tallies()[:4],
			[]RequestGroup{{"waiting", "No response yet", "Longest waiting first.", Link{}, sampleRecs()[3:]}, {"open", "Under way", "", Link{}, sampleRecs()[:1]}}, []CardGroup{{ID: "y2018", Heading: "2018–19", Cards: cards}}, cards[:1], cards[:1], cards[:1], cards[:1], cards[:1], cards[:1], []Item{item("Watson (2003)", ": Closing the loop")}, []Item{{"Marking and feedback", "../sample/", ", in the 2018–21 archive"}}, links("Feed (Atom)"), sampleBacklinks(), sampleCite()},
		"method": Method{frame("Document analysis", "Guide", links("Methods")...), "Reading what was written at the time.", "minutes analysis, policy review", []Row{row("Good for", "what was decided"), row("Not for", "how it felt"), row("People", "two readers"), row("Time", "a day for every ten documents")}, plain, "Used by four projects, with 9 to 62 documents.",
			[]MethodUse{{"From rep to relay", "../sample/", Mark{Number: "CL-2021-03"}, "Minutes analysis, 62 sets", "2021–22"}}, []Item{item("Interviews", ", in 2 projects")}, sampleRefs(), sampleBacklinks(), sampleDates(), link("All 120 cases")},
		"programme": Programme{frame("Change Lab", "Take part", links("Programmes")...), "Student research teams, paid and answered.", []Row{row("Since", "2018–19"), row("Who can take part", "any student")}, item("The same for staff", ""), []Card{{Label: "Closes in two weeks", Title: "Change Lab call", Href: "../sample/"}}, plain, []CardGroup{{ID: "y2021", Heading: "2021–22", Cards: cards}}, "No project is published for 2025–26.", cards[:1], cards[:1], sampleContact(), sampleBacklinks(), sampleDates()},
		"person":    Person{frame("Ines Calloway", "Cases", links("People")...), "she/her", Link{Text: "ORCID 0000-0002-1825-0097", Href: "https://orcid.org/0000-0002-1825-0097"}, plain, cards},
		"listing": Listing{cs, "Every project, newest first.", plain, []Link{{Text: "A", Href: "../sample/a/"}, {Text: "B"}, {Text: "C", Href: "../sample/c/"}}, filtersSample(), "24 projects", []CardGroup{{ID: "y2024", Heading: "2024–25", Note: "Two projects", Cards: cards}, {ID: "y2021", Heading: "2021–22", Cards: cards[1:]}}, "Nothing is filed here yet.",
			Paging{"1 to 20 of 24", link("Back"), link("Next four"), []Link{{Text: "1", Href: "../sample/", Current: true}, {Text: "2", Href: "../sample/"}}}, []FilterGroup{{"By theme", []Filter{{Text: "Feedback", Href: "../sample/", Count: "8"}}}}, links("Feed (Atom)"), true},
		"register": Register{frame("Asked and answered", "Asked and answered", links("Home")...), "Everything students have recommended, and what became of it.", link("Law, with what has waited longest first"), homeSample().Record, filtersSample(), "83 recommendations and suggestions", links("Done"),
			[]RegisterRow{{"Keep a public log of what was raised, who has it and what they decided.", "../sample/", Mark{"CL-2021-03", "r1"}, underway, "since October 2023", links("Students’ Union", "Registry"), "2021–22"},
				{"Recognise the hours that representatives give.", "../sample/", Mark{"CL-2021-03", "r4"}, none, "asked 3 years ago", links("CEP"), "2021–22"}}, "No recommendation has this status.",
			Paging{"1 to 50 of 83", Link{}, link("Next 33"), []Link{{Text: "1", Href: "../sample/", Current: true}}}, []Block{{HTML: `<h2 id="counts">What counts as done</h2><p>What the institution says, with its evidence.</p>`}}, links("Spreadsheet (CSV, 20 KB)")},
		"glossary":     Glossary{frame("Glossary", "Guide"), "Words as this library uses them.", plain, []Link{{Text: "C", Href: "#c"}, {Text: "D"}}, []TermGroup{{"c", "C", []Term{{"co-creation", "co-creation", "co-design", "<p>Making something together from the first question on.</p>", links("consultation"), "Bovill (2019)", links("Roles you might take"), "and three more"}, {ID: "commuter-student", Term: "commuter student", HTML: "<p>A student who travels in.</p>"}}, []NamedTerm{{"consent", "consent", "../sample/"}}}}, Paging{Where: "1 to 50 of 83", Next: link("Next 33")}},
		"bibliography": Bibliography{frame("Bibliography", "Guide"), "Everything cited, and where.", plain, []Link{{Text: "C", Href: "#c", Current: true}}, "84 works", []ReferenceGroup{{"c", "C", sampleRefs()}}, links("RIS"), Paging{Where: "1 to 50 of 83", Next: link("Next 33")}},
		"formerly": Formerly{frame("Formerly filed under", "Cases", links("Themes")...), "Two older classifications and where their terms went.", plain, []Scheme{{"archive", "2018–21 archive", "Retired in 2021", "<p>Twelve narrow categories.</p>",
			[]FormerTerm{{"marking", "Marking and feedback", links("Feedback"), "", links("Waiting for week six")}, {"misc", "Miscellaneous", nil, "Left unmapped: it held three unrelated projects.", nil}}}}},
		"contacts": Contacts{frame("Who answers", "About"), "Roles, not names.", plain, []Contact{sampleContact(), {ID: "root", Role: "Partnership desk"}}},
		"coverage": coverageSample(), "timeline": timelineSample(), "atoz": aToZSample(), "changes": changesSample(),
		"statement": statementSample(),
		"tombstone": Tombstone{frame("CL-2023-04 was withdrawn", "Cases", links("Cases")...), Mark{Number: "CL-2023-04"}, "2023–24", "at an author’s request", Date{"2025-02-11", "11 February 2025"}, link("Write to data protection")},
		"search": Search{frame("Search the library", ""), []BrowseList{{"by-status", link("What happened"), []Filter{{Status: done, Count: "3", Href: "../sample/"}, {Status: declined, Count: "0"}}}, {"by-year", Link{Text: "Year"}, []Filter{{Text: "2021–22", Href: "../sample/", Count: "4"}}}},
			links("Everything from A to Z"), links("How are lab partners chosen?"), link("All open questions"), link("partnership desk")},
		"notfound": NotFound{frame("There is no page here", ""), "The address may be old or misspelt.", links("Cases", "Glossary")},
		"redirect": Redirect{frame("This page has moved", ""), link("Waiting for week six")},
	}
}

// shared is the fragments that all samples have around them.
func shared(t testing.TB, set *Set, root string) Frame {
	t.Helper()
	part := func(name string, data any) template.HTML {
		out, err := Fragment(set, name, data)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	nav := []Link{{Text: "Guide", Href: root + "guide.html"}, {Text: "Cases", Href: root + "case.html", Current: true}, {Text: "Asked and answered", Href: root + "recommendation.html"}, {Text: "Departments and services", Href: root + "unit.html"}, {Text: "Principles", Href: root + "crosswalk.html"}, {Text: "Take part", Href: root + "programme.html"}}
	return Frame{
		AssetsHTML: part("assets", Assets{root + "casebook.css", root + "theme.js", root + "main.js", false, root + "favicon.svg", links("New responses"), link("Library")}),
		HeaderHTML: part("masthead", Masthead{"", "", Link{Text: "Partnership Library", Href: root + "home.html"}, "University of Thornmere", nav, root + "search/"}),
		HelpHTML:   part("help", Help{Contact: Link{Text: "partnership desk", Href: "mailto:partnership@thornmere.example"}, Promise: "we answer within three working days"}),
		FooterHTML: part("footer", Footer{"", "", []FooterColumn{
			{"Read", links("Start a partnership", "Act on student research", "For students", "Methods", "Glossary")},
			{"Look up", links("Cases by year", "Themes", "Response register", "What nobody has studied", "Bibliography")},
			{"Take part", links("Open calls", "Propose a project", "Events")},
			{"About", links("About this library", "Accessibility statement", "Privacy and taking things down", "Data and feeds")},
		}, "Kept by the Centre for Educational Partnership with Thornmere Students’ Union.", Date{"2026-11-20", "20 November 2026"}, link("CC BY 4.0")}),
	}
}

// framed is a sample with the fragments in its frame.
func framed(view any, fragments Frame) any {
	v := reflect.New(reflect.TypeOf(view)).Elem()
	v.Set(reflect.ValueOf(view))
	f := v.FieldByName("Frame").Addr().Interface().(*Frame)
	f.AssetsHTML, f.HeaderHTML, f.HelpHTML, f.FooterHTML = fragments.AssetsHTML, fragments.HeaderHTML, fragments.HelpHTML, fragments.FooterHTML
	return v.Interface()
}
