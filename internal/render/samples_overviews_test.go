package render

// Sample values for the views over the whole library.

func coverageSample() Coverage {
	rows := []CountRow{{link("Assessment and feedback"), []CountCell{{"2", "../sample/"}, {}}}, {link("Careers"), []CountCell{{}, {"1", ""}}}}
	return Coverage{
		frame("What has been studied, and what has not", "Cases", links("Cases")...), "Projects counted by what they are about.",
		[]CoverageSection{
			{ID: "principles", Heading: "Principles", Note: "How many projects show each principle.", Narrow: []CountTable{
				{link("Thornmere principles"), "Principle", []Link{{Text: "Projects"}}, []CountRow{{link("Name the power"), []CountCell{{"2", "../sample/"}}}, {link("Learn out loud"), []CountCell{{}}}}}},
				Gaps: []Gap{{"Thornmere principles: no project on", links("Learn out loud"), ""}}},
			{ID: "years", Heading: "Themes by year", Wide: []CountTable{{Link{Text: "Projects on each theme"}, "Theme", links("2018–19", "2019–20"), rows}},
				Gaps: []Gap{{"No project on", append(links("Travel"), Link{Text: "Placements"}), "and 12 more"}}},
		},
	}
}

func timelineSample() Timeline {
	return Timeline{
		frame("Timeline", "Cases", links("Cases")...), "Year by year.", []Link{{Text: "2021–22", Href: "#y2021-22"}},
		[]TimelineYear{{"y2021-22", "2021–22", []TimelineLine{
			{"Projects", link("Four projects"), nil, []TimelineEntry{{Text: "From rep to relay", Href: "../sample/", Mark: Mark{Number: "CL-2021-03"}}}, link("and three more")},
			{"Requests made", link("Twelve recommendations"), tallies()[:3], nil, Link{}},
			{"Answers given", Link{Text: "Nine answers"}, nil, []TimelineEntry{{"Give each new rep a hand-over pack", "../sample/", Mark{"CL-2021-03", "r3"}, done, "Students’ Union, 4 November 2021"}}, Link{Text: "and eight more"}},
		}}},
	}
}

func aToZSample() AToZ {
	return AToZ{
		frame("A to Z", "About", links("About")...), "Every page by its name.", []Link{{Text: "B", Href: "#letter-b"}, {Text: "C"}, {Text: "P", Href: "../sample/#letter-p"}}, "308 names",
		[]LetterGroup{{"letter-b", "B", "goes on from the page before", []LetterEntry{
			{"Before you begin", "../sample/", "guidance", Mark{}, Link{}}, {"Proofs together", "../sample/", "", Mark{Number: "CL-2020-04"}, Link{}},
			{"Power dynamics", "", "guidance", Mark{}, link("Before you begin")},
		}}}, Paging{"1 to 400 of 620", Link{}, link("Next page"), []Link{{Text: "1", Href: "../sample/", Current: true}}},
	}
}

func changesSample() Changes {
	return Changes{
		frame("Recent changes", "About", links("About")...), "The newest first.",
		[]ChangeMonth{{"m2026-10", "October 2026", []ChangeFact{
			{Date{"2026-10-20", "20 October"}, principled, "", "Answer within twenty working days.", "../sample/", Mark{"CL-2021-03", "r2"}, "Registry, with one more recommendation"},
			{Date{"2026-10-05", "5 October"}, Status{}, "Changed", "Pay and recognise", "../sample/", Mark{}, "new pay rate"},
		}}}, links("Timeline"), links("Everything new (Atom)"),
	}
}
