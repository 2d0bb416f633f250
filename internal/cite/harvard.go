package cite

// harvardEntry follows the stored CSL styles of Cite Them Right, 10th and 12th editions, and leaves out the place of
// publication as the 13th does.
func harvardEntry(l line, r *Reference, style Style, suffix string) line {
	lead := leadOf(r, style)
	l = harvardLead(l, r, lead, style).text(" (" + yearText(r, style, suffix) + ")")
	head := len(l.bytes)
	// after is the line with a gap before what is next in its body, which a space parts from its head.
	after := func(l line, gap string) line {
		if len(l.bytes) == head {
			return l.then(" ")
		}
		return l.then(gap)
	}
	l = harvardSource(after(l, ""), r, lead, style)
	for _, next := range [...]string{edition(r.Edition, "edn"), contributors(r, lead), harvardGenre(r), harvardPublisher(r, style)} {
		l = after(l, newSentence).text(next)
	}
	l = after(l, ", ").text(joinNonEmpty(", ", volumeIssue(r), published(r), harvardPages(r)))
	l = harvardAccess(l.then(newSentence), r)
	if l.endsWithAddress() {
		return l
	}
	return l.stop()
}

func harvardLead(l line, r *Reference, lead opening, style Style) line {
	switch lead {
	case leadContainer:
		return l.italic(r.ContainerTitle)
	case leadTitle:
		return harvardTitle(l, r)
	}
	names := people(r, lead)
	written := harvardNames(names, func(n Name) string { return n.inverted(style) })
	switch lead {
	case leadEditors:
		written += " " + editorLabel(names)
	case leadTranslators:
		written += " (trans.)"
	}
	return l.text(written)
}

func editorLabel(editors []Name) string {
	if len(editors) == 1 {
		return "(ed.)"
	}
	return "(eds)"
}

func harvardTitle(l line, r *Reference) line {
	if hasPlainTitle(r, Harvard) {
		return l.text("‘").text(title(r)).text("’")
	}
	l = l.italic(title(r))
	if r.Number != "" && r.Genre == "" && is(r, "report") {
		l = l.text(" (" + r.Number + ")")
	}
	if r.Part != "" {
		l = l.text(", ").text(r.Part)
	}
	return l
}

// harvardSource is the title and what it is part of.
func harvardSource(l line, r *Reference, lead opening, style Style) line {
	if lead != leadTitle {
		l = harvardTitle(l, r)
	}
	if lead == leadContainer || r.ContainerTitle == "" {
		return l
	}
	if len(r.Authors) == 1 && r.Authors[0].Literal == r.ContainerTitle {
		return l // a body's own web site
	}
	if lead != leadTitle {
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
