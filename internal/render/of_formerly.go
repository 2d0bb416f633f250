package render

import (
	"cmp"
	"slices"

	"casebook/internal/content"
	"casebook/internal/site"
	"casebook/internal/text"
)

// formerlyView is the retired classifications, the oldest first, and where their terms went.
func (p *Pages) formerlyView(r site.Route) Formerly {
	ids := slices.Clone(p.OfKind("scheme"))
	retired := func(id site.NodeID) string { return p.Doc(id).Entity.(*content.Scheme).Retired }
	slices.SortStableFunc(ids, func(a, b site.NodeID) int { return cmp.Compare(retired(a), retired(b)) })
	summary := text.UpperFirst(text.Count(len(ids), "older classification", "older classifications")) + " and where the terms went."
	in := p.preface(r.Path, "scheme", "Formerly filed under", summary)
	v := Formerly{
		Frame:   p.frame(r, in.title, in.summary, p.up(r.Path, "themes/", "Themes")...),
		Summary: in.summary,
		Intro:   in.body,
	}
	for _, id := range ids {
		n := p.Node(id)
		scheme := Scheme{ID: n.Anchor, Title: n.Title, HTML: p.prose(r.Path, n.Doc, false).html(p.Docs[n.Doc].Body), Terms: p.formerTerms(r.Path, id)}
		if year := retired(id); len(year) >= 4 {
			scheme.Retired = "Retired in " + year[:4]
		}
		v.Schemes = append(v.Schemes, scheme)
	}
	return v
}

// formerTerms are a scheme's terms in its order. One that became several themes stands once.
func (p *Pages) formerTerms(from string, scheme site.NodeID) []FormerTerm {
	n := p.Node(scheme)
	d := p.Docs[n.Doc]
	filed := p.filedUnder(scheme)
	var out []FormerTerm
	at := map[string]int{}
	for _, rel := range d.Entity.(*content.Scheme).Terms {
		ref, ok := d.Rel(rel)
		if !ok {
			continue
		}
		i, known := at[ref.Note]
		if !known {
			i = len(out)
			at[ref.Note] = i
			out = append(out, FormerTerm{ID: n.Anchor + "-" + text.Slug(ref.Note), Term: ref.Note, Items: p.someFiled(from, filed[text.Fold(ref.Note)])})
		}
		switch id := p.Rel(n.Doc, rel); {
		case p.Visible(id):
			out[i].Themes = append(out[i].Themes, p.link(from, id))
		case ref.Name == "":
			out[i].Reason = sentence(ref.Said().Label)
		}
	}
	return out
}

// mostFormerly is how many items of an old term are named.
const mostFormerly = 25

// someFiled are the first items of an old term, and where the others are.
func (p *Pages) someFiled(from string, ids []site.NodeID) []Link {
	out := p.links(from, ids[:min(len(ids), mostFormerly)])
	if n := len(ids) - mostFormerly; n > 0 {
		out = append(out, p.moreCases(from, n))
	}
	return out
}

// moreCases leads to n cases for which there is no room, where no list has them by themselves.
func (p *Pages) moreCases(from string, n int) Link {
	return Link{Text: "and " + text.Number(n) + " more, in the list of all cases", Href: p.URL(from, "cases/")}
}

// filedUnder are the listed items of each term of a scheme, by the folded term.
func (p *Pages) filedUnder(scheme site.NodeID) map[string][]site.NodeID {
	out := map[string][]site.NodeID{}
	for _, e := range p.Inverse(scheme, "formerly") {
		term := text.Fold(p.Ref(e).Note)
		if p.Listed(e.From) && !slices.Contains(out[term], e.From) {
			out[term] = append(out[term], e.From)
		}
	}
	return out
}
