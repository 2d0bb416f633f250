package render

import "path"

// mostItems is how many things of a list stand in the data of its page.
const mostItems = 100

// ldList is a page that lists others. The list of themes is a set of terms; a unit's or programme's page is about that body.
func (p *Pages) ldList(w *jsonLD, a *about) {
	links := listed(a.view)
	links = links[:min(len(links), mostItems)]
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
	w.text("license", licence(p.Settings.Licence).Href)
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

// listed are the things that a page lists, in its order.
func listed(view any) (out []Link) {
	cards := func(groups []CardGroup) {
		for _, g := range groups {
			for _, c := range g.Cards {
				out = append(out, Link{Text: c.Title, Href: c.Href})
			}
		}
	}
	requests := func(groups []RequestGroup) {
		for _, g := range groups {
			for _, q := range g.Requests {
				out = append(out, Link{Text: q.Text, Href: q.Href})
			}
		}
	}
	switch v := view.(type) {
	case Listing:
		cards(v.Groups)
	case Programme:
		cards(v.Projects)
	case Unit:
		requests(v.Groups)
	case Register:
		for _, row := range v.Rows {
			out = append(out, Link{Text: row.Text, Href: row.Href})
		}
	case Ask:
		for _, row := range v.Asked {
			out = append(out, Link{Href: row.Href})
		}
	}
	kept := out[:0]
	for _, l := range out {
		if l.Href != "" {
			kept = append(kept, l)
		}
	}
	return kept
}
