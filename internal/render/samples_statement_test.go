package render

func statementSample() Statement {
	v := Statement{
		Frame: frame("Accessibility statement", "About"), Summary: "What was tested and what is known to be difficult.", Note: "Thornmere does not exist.",
		Website: "partnership.thornmere.example", RunBy: "the University of Thornmere", Organisation: "The University of Thornmere",
		UsersCan: []string{"read every page without scrolling sideways at 320 pixels"}, Difficulties: []string{"wide tables scroll in a frame of their own"},
		Contact: sampleContact(), Problems: sampleContact(), Formats: "Ask for large print.", Reply: "two working days", Northern: true,
		Standard: standards["WCAG 2.2 AA"], Compliance: "partially", Because: "non-compliances and exemptions",
		Fails:      []Barrier{{Text: "Some titles of works are not marked as being in another language.", Criterion: "3.1.2 Language of parts", Level: "WCAG 2.2", Fixed: Date{"2027-03-31", "31 March 2027"}, Alternative: "Ask us."}},
		Burden:     []Barrier{{Text: "Recordings of early showcases.", Assessment: "Captions would cost more than the archive does in a year.", Alternative: "The reports hold the same."}},
		OutOfScope: []Barrier{{Text: "Files published before 23 September 2018.", Alternative: "Ask for a text version."}},
		Doing:      []string{"a test with people who use screen readers"},
		Prepared:   Date{"2026-11-16", "16 November 2026"}, Reviewed: Date{"2026-11-16", "16 November 2026"}, Tested: Date{"2026-11-12", "12 November 2026"},
		TestedBy: "the library’s editors", Against: "WCAG 2.2 AA", Sample: "One page of each kind.", Checks: []string{"The keyboard alone."}, Unchecked: []string{"Voice control."},
	}
	v.Contents = v.contents()
	return v
}
