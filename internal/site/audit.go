package site

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// checkNames is the audit of names: the full name of anyone on file, and the name they chose to be shown by, may stand only
// in an item that credits them so with consent.
func (s *Site) checkNames(problems *diag.List) {
	names := s.fullNames()
	found := make([]diag.List, len(s.Docs))
	s.Each(len(s.Docs), func(i int) {
		doc, d := int32(i), s.Docs[i]
		if _, translated := s.translationOf[doc]; !translated && !s.isShown(s.nodeOf[i], d) {
			return
		}
		s.checkConsentDays(doc, &found[i])
		if len(names.by) == 0 {
			return
		}
		names.findSlug(addressesOf(d), func(who named) {
			if s.nodeOf[i] != who.id {
				s.unconsented(doc, who, diag.Pos{File: d.Path}, &found[i])
			}
		})
		if len(s.unagreed(doc, names.find(tombstoneReason(d)))) > 0 {
			found[i].Add(s.blocking(), "CB085", diag.Pos{File: d.Path}, "the reason why this was withdrawn names a person on file").
				Remedy("write in `reason:` the class of reason, such as: at an author's request")
		}
		for _, f := range s.unagreed(doc, names.find(d.Source)) {
			at, before := placeIn(d.Path, d.Source, f.from, f.to)
			if !isSettings(d) && at.Line >= d.BodyLine || !neverShown(before) {
				s.unconsented(doc, f.named, at, &found[i])
			}
		}
	})
	*problems = append(*problems, slices.Concat(found...)...)
	for i, a := range s.Attachments {
		if s.wanted[i] == "" || len(names.by) == 0 {
			continue
		}
		doc, ok := s.beside(a.Path)
		if !ok {
			doc = -1
		}
		names.findSlug(text.Slug(strings.TrimSuffix(path.Base(a.Path), path.Ext(a.Path))), func(who named) {
			if s.agreed(doc, who) {
				return
			}
			problems.Add(s.blocking(), "CB085", diag.Pos{File: a.Path}, "the file's name holds the name of a person on file").
				Remedy("rename the file, and the link to it")
		})
		for _, f := range s.unagreed(doc, names.find(a.Text)) {
			at, _ := placeIn(a.Path, a.Text, f.from, f.to)
			problems.Add(s.blocking(), "CB085", at, "a person on file is named in this file, but the item it belongs to has no record of their consent to it").
				Remedy("write their role instead, or credit them in that item with `shown: full name` and `consent:`")
		}
	}
}

// checkConsentDays reports consent that is dated after today: until that day it counts for nothing.
func (s *Site) checkConsentDays(doc int32, problems *diag.List) {
	credits, ok := content.CreditsOf(s.Docs[doc].Entity)
	if !ok {
		return
	}
	for _, cr := range credits.People {
		who := s.Rel(doc, cr.Person)
		if who == None || cr.Consent <= s.Today || cr.Shown == "" || cr.Shown == "role only" || s.Doc(who).Entity.(*content.Person).Withdrawn != "" {
			continue
		}
		problems.Add(s.blocking(), "CB117", cr.At, "this credit's consent is dated %s, which is still to come", text.LongDate(cr.Consent)).
			Remedy("write the day on which they agreed, or `shown: role only` until they have")
	}
}

// Consented reports whether a credit records consent that counts today. A day to come counts from that day on.
func (s *Site) Consented(cr content.Credit) bool { return cr.Consent != "" && cr.Consent <= s.Today }

// isShown reports whether something of a document's text is output: on a page of its own, above a listing, below a
// reference, in the menu, as a word that things are filed under.
func (s *Site) isShown(id NodeID, d *content.Doc) bool {
	if id != None {
		return s.Visible(id) && (d.Kind != "person" || s.Nodes[id].Page) || s.Nodes[id].State == Withdrawn
	}
	return isSettings(d) || d.Lang == "" && (d.Kind == "index" || s.standIn(d) != None)
}

// tombstoneReason is why a document was withdrawn: the one line of its own that its tombstone shows. Its parse keeps no more
// of it than that, not even where it stands.
func tombstoneReason(d *content.Doc) string {
	dated := content.DatedOf(d.Entity)
	if dated == nil || dated.Withdrawn == nil || d.Head.Status != "withdrawn" {
		return ""
	}
	return dated.Withdrawn.Reason
}

// isSettings reports a file that is fields from beginning to end.
func isSettings(d *content.Doc) bool {
	switch d.Entity.(type) {
	case *content.Config, *content.Vocabularies:
		return true
	}
	return false
}

// addressesOf are the addresses of a document, present and former. An annotation has none: its file is named after a key,
// as the works of people on file are.
func addressesOf(d *content.Doc) string {
	if d.Kind == "reference" {
		return ""
	}
	out := d.ID + "/" + d.Head.Slug
	for _, a := range d.Head.Aliases {
		out += "/" + a.Path
	}
	return out
}

// beside is the document in whose folder an attachment lies.
func (s *Site) beside(file string) (doc int32, ok bool) {
	for dir := path.Dir(file); dir != "." && !ok; dir = path.Dir(dir) {
		doc, ok = s.byPath[dir+".md"]
	}
	return doc, ok
}

// placeIn is the place of some bytes of a file, as far as their first line goes, and what stands before them there.
func placeIn(file, source string, from, to int) (at diag.Pos, before string) {
	before = source[strings.LastIndexByte(source[:from], '\n')+1 : from]
	found, _, _ := strings.Cut(source[from:to], "\n")
	return diag.Pos{
		File: file, Line: 1 + strings.Count(source[:from], "\n"), Col: 1 + utf8.RuneCountInString(before), Len: utf8.RuneCountInString(found),
	}, before
}

var unquoted = strings.NewReplacer(`"`, "", "'", "")

// neverShown reports a line of front matter whose value is not printed as it stands: who is credited, where their agreement
// is kept, and comments.
func neverShown(before string) bool {
	before = strings.TrimSpace(unquoted.Replace(before))
	return strings.HasSuffix(before, "person:") || strings.Contains(before, "consent_ref:") || strings.HasPrefix(before, "#")
}

func (s *Site) unconsented(doc int32, who named, at diag.Pos, problems *diag.List) {
	if s.agreed(doc, who) {
		return
	}
	d := s.Docs[doc]
	if _, ok := content.CreditsOf(d.Entity); !ok {
		problems.Add(s.blocking(), "CB085", at, "a person on file is named here, where nothing can record their consent to it").
			Remedy("write their role instead")
		return
	}
	problems.Add(s.blocking(), "CB085", at, "a person on file is named here, but this item has no record of their consent to it").
		Remedy("write their role instead, or credit them in this item with `shown: %s` and `consent:`", who.shown())
}

// agreed reports whether an item records someone's consent to be named in it so. A day to come is said of the credit, and
// not once more of each place where the name stands.
func (s *Site) agreed(doc int32, who named) bool {
	if doc < 0 {
		return false
	}
	credits, ok := content.CreditsOf(s.Docs[doc].Entity)
	return ok && s.Doc(who.id).Entity.(*content.Person).Withdrawn == "" && slices.ContainsFunc(credits.People, func(cr content.Credit) bool {
		return cr.Shown == who.shown() && cr.Consent != "" && (s.Consented(cr) || s.Visible(s.nodeOf[doc])) && s.Rel(doc, cr.Person) == who.id
	})
}

// unagreed leaves, of the names found in a text, those to which an item records no consent: not the part of a longer name,
// nor a name that somebody who agreed goes by too, and no place twice.
func (s *Site) unagreed(doc int32, all []finding) []finding {
	var out []finding
	for i, f := range all {
		if s.isFine(doc, f.named) {
			continue
		}
		covered := false
		for j := i - 1; j >= 0 && all[j].from > f.from-longest && !covered; j-- {
			covered = f.isIn(all[j]) || f.overlaps(all[j]) && f.loose && all[j].loose
		}
		for j := i - 1; j >= 0 && all[j].isAt(f) && !covered; j-- {
			covered = true
		}
		for j := i + 1; j < len(all) && all[j].from < f.to && !covered; j++ {
			covered = f.isIn(all[j]) || all[j].isAt(f) && s.isFine(doc, all[j].named)
		}
		if !covered {
			out = append(out, f)
		}
	}
	return out
}

// isFine reports a name that may stand in an item: its own person's, or with consent.
func (s *Site) isFine(doc int32, who named) bool {
	return doc >= 0 && s.nodeOf[doc] == who.id || s.agreed(doc, who)
}
