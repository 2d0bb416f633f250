package cite

// harvardEntry follows the stored CSL styles of Cite Them Right, 10th and 12th editions, and leaves out the place of
// publication as the 13th does.
func harvardEntry(r Reference, style Style, suffix string) []Run {
	lead := leadOf(r, style)
	l := harvardLead(r, lead, style).text(" (" + yearText(r, style, suffix) + ")")
	body := harvardSource(r, lead, style)
	for _, next := range [][]Run{
		line(nil).text(edition(r.Edition, "edn")),
		line(nil).text(contributors(r, lead)),
		line(nil).text(harvardGenre(r)),
		line(nil).text(harvardPublisher(r, style)),
	} {
		if len(body) == 0 {
			body = next
			continue
		}
		body = body.sentence(next)
	}
	if tail := joinNonEmpty(", ", volumeIssue(r), published(r), harvardPages(r)); tail != "" {
		if len(body) > 0 {
			body = body.text(", ")
		}
		body = body.text(tail)
	}
	if len(body) > 0 {
		l = l.text(" ").join(body)
	}
	l = l.sentence(harvardAccess(r))
	if l.endsWithAddress() {
		return l
	}
	return l.stop()
}

func harvardLead(r Reference, lead opening, style Style) line {
	switch lead {
	case leadContainer:
		return line(nil).italic(r.ContainerTitle)
	case leadTitle:
		return harvardTitle(r)
	}
	names := people(r, lead)
	written := harvardNames(names, func(n Name) string { return n.inverted(style) })
	switch lead {
	case leadEditors:
		written += " " + editorLabel(names)
	case leadTranslators:
		written += " (trans.)"
	}
	return line(nil).text(written)
}

func editorLabel(editors []Name) string {
	if len(editors) == 1 {
		return "(ed.)"
	}
	return "(eds)"
}

func harvardTitle(r Reference) line {
	if hasPlainTitle(r, Harvard) {
		return line(nil).text("‘" + typographic(title(r)) + "’")
	}
	l := line(nil).italic(title(r))
	if r.Number != "" && r.Genre == "" && is(r, "report") {
		l = l.text(" (" + r.Number + ")")
	}
	if r.Part != "" {
		l = l.text(", " + r.Part)
	}
	return l
}

// harvardSource is the title and what it is part of.
func harvardSource(r Reference, lead opening, style Style) line {
	var l line
	if lead != leadTitle {
		l = harvardTitle(r)
	}
	if lead == leadContainer || r.ContainerTitle == "" {
		return l
	}
	if len(r.Authors) == 1 && r.Authors[0].Literal == r.ContainerTitle {
		return l // a body's own web site
	}
	if len(l) > 0 {
		l = l.text(", ")
	}
	if isPart(r) {
		l = l.text("in ")
		if len(r.Editors) > 0 {
			l = l.text(harvardNames(r.Editors, editorOf(style)) + " " + editorLabel(r.Editors) + " ")
		}
	}
	l = l.italic(r.ContainerTitle)
	if is(r, "article") && r.Page == "" && r.Volume == "" {
		l = l.text(" [Preprint]")
	}
	return l
}

// editorOf writes the editor of the book around a chapter: "C. Rust", in the 10th edition "Rust, C.".
func editorOf(style Style) func(Name) string {
	if style == HarvardCiteThemRight10 {
		return func(n Name) string { return n.inverted(style) }
	}
	return func(n Name) string { return n.straight(style) }
}
