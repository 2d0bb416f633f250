package cite

// apaSource is what the source is part of.
func apaSource(l line, r *Reference) line {
	switch {
	case r.ContainerTitle == "":
		return l
	case isPart(r):
		return apaBook(l, r)
	case is(r, "webpage"):
		if len(r.Authors) == 1 && r.Authors[0].Literal == r.ContainerTitle {
			return l
		}
		return l.text(r.ContainerTitle)
	}
	l = l.italic(r.ContainerTitle)
	if !isPeriodical(r) {
		return l
	}
	if r.Volume != "" {
		l = l.text(", ").italic(r.Volume)
	}
	if r.Issue != "" {
		if r.Volume == "" {
			l = l.text(", ")
		}
		l = l.text("(" + r.Issue + ")")
	}
	pages, _ := pageRange(r.Page)
	if article := articleNumber(r); article != "" {
		pages = "Article " + article
	}
	if pages != "" {
		l = l.text(", " + pages)
	}
	return l
}

// apaBook is the book around a chapter.
func apaBook(l line, r *Reference) line {
	l = l.text("In ")
	if len(r.Editors) > 0 {
		l = l.text(apaNames(r.Editors, apaStraight, false) + " " + apaEditorLabel(r.Editors) + ", ")
	}
	l = l.italic(capitalised(r.ContainerTitle))
	if note := joinNonEmpty(", ", edition(r.Edition, "ed."), labelledPages(r.Page)); note != "" {
		l = l.text(" (" + note + ")")
	}
	return l
}

// apaPublisher is left out where it is the author, and for theses, which name it in brackets.
func apaPublisher(r *Reference) string {
	if isPeriodical(r) || is(r, "thesis", "webpage", "post-weblog", "post") {
		return ""
	}
	if len(r.Authors) == 1 && r.Authors[0].Literal == r.Publisher {
		return ""
	}
	return r.Publisher
}
