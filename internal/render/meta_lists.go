package render

import "path"

// mostItems is how many things of a list stand in the data of its page.
const mostItems = 100

// ldList is a page that lists others. The list of themes is a set of terms; a unit's or programme's page is about that body.
func (p *Pages) ldList(w *jsonLD, a *about) {
	var room [mostItems]Link
	links := appendListed(room[:0], a.view)
	if a.View == "listing" && a.Arg == "theme" {
		p.ldThing(w, a, "DefinedTermSet", "CollectionPage")
		w.text("description", a.Description)
		p.ldWithin(w, a)
		at := w.list("hasDefinedTerm")
		for _, l := range links {
			w.item("", "DefinedTerm", fromRoot(a.Path, l.Href), l.Text)
		}
		w.end(at)
		w.close()
		return
	}
	p.ldPage(w, a, "CollectionPage")
	switch a.View {
	case "unit", "programme", "filed", "term":
		p.ldNode(w, "about", a.Route.Node)
	}
	if len(links) > 0 {
		w.open("mainEntity", "ItemList")
		p.ldItems(w, a, links)
		w.close()
	}
	w.close()
}

// ldData is the library's data, each file of it a distribution.
func (p *Pages) ldData(w *jsonLD, a *about) {
	p.ldThing(w, a, "Dataset")
	w.text("description", a.Description)
	p.ldOrganisation(w, "creator")
	w.text("license", p.licence.Href)
	v, _ := a.view.(Files)
	at := w.list("distribution")
	for _, s := range v.Sections {
		for _, row := range s.Rows {
			for _, file := range row.Files {
				href := fromRoot(a.Path, file.Href)
				w.open("", "DataDownload")
				w.text("name", row.Name.Text)
				w.local("contentUrl", href)
				w.text("encodingFormat", mediaTypes[path.Ext(href)])
				w.close()
			}
		}
	}
	w.end(at)
	p.ldWithin(w, a)
	w.close()
}

// ldItems are the things of a list in its order.
func (p *Pages) ldItems(w *jsonLD, a *about, links []Link) {
	w.number("numberOfItems", len(links))
	at := w.list("itemListElement")
	for i, l := range links {
		w.open("", "ListItem")
		w.number("position", i+1)
		w.local("url", fromRoot(a.Path, l.Href))
		w.close()
	}
	w.end(at)
}

// ldJourney is the steps of a journey in their order; of several pages in one step the first stands for it.
func (p *Pages) ldJourney(w *jsonLD, a *about) {
	p.ldThing(w, a, "ItemList")
	w.text("description", a.Description)
	w.text("itemListOrder", "https://schema.org/ItemListOrderAscending")
	var links []Link
	v, _ := a.view.(Journey)
	for _, step := range v.Steps {
		if len(step.Choices) > 0 {
			links = append(links, Link{Href: step.Choices[0].Href})
		}
	}
	p.ldItems(w, a, links)
	w.local("mainEntityOfPage", a.Path)
	w.close()
}

// appendListed appends the things that a page lists and that have an address, in its order, while there is room.
func appendListed(out []Link, view any) []Link {
	add := func(text, href string) {
		if href != "" && len(out) < cap(out) {
			out = append(out, Link{Text: text, Href: href})
		}
	}
	cards := func(groups []CardGroup) {
		for _, g := range groups {
			for i := range g.Cards {
				add(g.Cards[i].Title, g.Cards[i].Href)
			}
		}
	}
	switch v := view.(type) {
	case Listing:
		cards(v.Groups)
	case Programme:
		cards(v.Projects)
	case Unit:
		for _, g := range v.Groups {
			for _, q := range g.Requests {
				add(q.Text, q.Href)
			}
		}
	case Register:
		for i := range v.Rows {
			add(v.Rows[i].Text, v.Rows[i].Href)
		}
	case Ask:
		for _, row := range v.Asked {
			add("", row.Href)
		}
	}
	return out
}
