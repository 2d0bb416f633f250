package cite

// What follows title and source in a Harvard entry: who helped, who published it, where in it, and its address.

// contributors names those who are neither at the head of the entry nor after "in".
func contributors(r *Reference, lead opening) string {
	straight := func(n Name) string { return n.straight(Harvard) }
	var edited, translated string
	if len(r.Editors) > 0 && lead != leadEditors && !isPart(r) {
		edited = "Edited by " + harvardNames(r.Editors, straight)
	}
	if len(r.Translators) > 0 && lead != leadTranslators {
		translated = "Translated by " + harvardNames(r.Translators, straight)
	}
	return joinNonEmpty(". ", edited, translated)
}

func harvardGenre(r *Reference) string {
	switch {
	case is(r, "thesis"):
		return r.Genre
	case is(r, "report") && r.Genre != "":
		return joinNonEmpty(" ", r.Genre, r.Number)
	}
	return ""
}

func harvardPublisher(r *Reference, style Style) string {
	if isPeriodical(r) {
		return ""
	}
	publisher := r.Publisher
	if style == HarvardCiteThemRight10 && !is(r, "thesis") {
		publisher = joinNonEmpty(": ", r.Place, r.Publisher)
	}
	if is(r, "thesis", "report") {
		return publisher
	}
	if series := joinNonEmpty(", ", r.Collection, r.CollectionNumber); series != "" {
		publisher = joinNonEmpty(" ", publisher, "("+series+")")
	}
	return joinNonEmpty(", ", r.Event, publisher)
}

func volumeIssue(r *Reference) string {
	if !isPeriodical(r) {
		return ""
	}
	if r.Issue == "" {
		return r.Volume
	}
	return r.Volume + "(" + r.Issue + ")"
}

// published is the day of what comes out by the day.
func published(r *Reference) string {
	if is(r, "article-newspaper", "article-magazine", "post-weblog", "post", "speech") {
		return dayMonth(r.Issued)
	}
	return ""
}

func harvardPages(r *Reference) string {
	if article := articleNumber(r); article != "" {
		return "article " + article
	}
	if isPart(r) || isPeriodical(r) || is(r, "article", "book", "report") {
		return labelledPages(r.Page)
	}
	return ""
}

func harvardAccess(l line, r *Reference) line {
	switch {
	case r.DOI != "":
		return l.text("Available at: ").doi(r.DOI)
	case r.URL == "":
		return l
	}
	l = l.text("Available at: ").link(r.URL)
	if r.Accessed.Year == 0 {
		return l
	}
	return l.text(" (Accessed: " + joinNonEmpty(" ", dayMonth(r.Accessed), r.Accessed.YearText()) + ")")
}
