package cite

// apaSource is what the source is part of.
func apaSource(r Reference) line {
	switch {
	case r.ContainerTitle == "":
		return nil
	case isPart(r):
		return apaBook(r)
	case is(r, "webpage"):
		if len(r.Authors) == 1 && r.Authors[0].Literal == r.ContainerTitle {
			return nil
		}
		return line(nil).text(r.ContainerTitle)
	}
	l := line(nil).italic(r.ContainerTitle)
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
func apaBook(r Reference) line {
	l := line(nil).text("In ")
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
func apaPublisher(r Reference) string {
	if isPeriodical(r) || is(r, "thesis", "webpage", "post-weblog", "post") {
		return ""
	}
	if len(r.Authors) == 1 && r.Authors[0].Literal == r.Publisher {
		return ""
	}
	return r.Publisher
}
