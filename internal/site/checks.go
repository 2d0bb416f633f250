package site

import (
	"strings"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// checks are the rules that need more than one file and belong to no other step.
func (s *Site) checks(problems *diag.List) {
	s.checkSettings(problems)
	s.checkRounds(problems)
	s.checkSelves(problems)
	s.checkMatches(problems)
	for i, d := range s.Docs {
		id := s.nodeOf[i]
		if note, ok := d.Entity.(*content.ReferenceNote); ok && note != nil && s.standIn(d) == None && !s.broken["reference"] {
			problems.Warn("CB080", diag.Pos{File: d.Path}, "no reference has the key %q, so this annotation is shown nowhere", d.ID).
				Remedy("name the file after a key in content/references.json")
		}
		if id == None || !s.Visible(id) || s.Nodes[id].State == Withdrawn {
			continue
		}
		if credits, ok := content.CreditsOf(d.Entity); ok {
			s.checkCredits(int32(i), credits, problems)
		}
		switch e := d.Entity.(type) {
		case *content.Case:
			s.checkCase(int32(i), e, problems)
		case *content.Statement:
			s.checkStatement(d, e, problems)
		}
	}
	s.checkNames(problems)
	s.checkAnswers(problems)
}

func (s *Site) checkSettings(problems *diag.List) {
	at := diag.Pos{File: "casebook.yaml"}
	if s.BaseURL == "" && !s.typedInSettings("base_url") {
		problems.Warn("CB095", at, "the site has no address, so canonical addresses, the sitemap and feeds are left out").
			Remedy("add `base_url: https://…/`, where the site will be published")
	}
	for i, d := range s.Docs {
		if c, ok := d.Entity.(*content.Config); ok {
			s.Root = s.Rel(int32(i), c.Contact)
		}
	}
	if s.Root != None {
		return
	}
	for _, id := range s.kindIDs["contact"] {
		if c, ok := s.Doc(id).Entity.(*content.Contact); ok && c.Fallback == 0 {
			s.Root = id
			return
		}
	}
	problems.Warn("CB096", at, "no contact answers for the whole site, so pages cannot say whom to ask").
		Remedy("add content/contacts/desk.md with a title and an email, and `contact:` with its title in casebook.yaml")
}

// typedInSettings reports whether a setting was typed, though perhaps not so that it can be used, which is said there.
func (s *Site) typedInSettings(key string) bool {
	for _, d := range s.Docs {
		if _, ok := d.Entity.(*content.Config); ok {
			f, typed := d.Field(key)
			return typed && strings.TrimSpace(f.Value) != ""
		}
	}
	return false
}

// rounds are the relations that must not lead back to where they began, and what to keep of them.
// A kind of "" is any.
var rounds = []struct{ kind, relation, remedy string }{
	{"theme", "broader", "keep `broader:` on the narrower of the two"},
	{"unit", "parent", "keep `parent:` on the smaller of the two"},
	{"contact", "fallback", "one contact must be reachable by itself: give it an email and no fallback"},
	{"", "supersedes", "keep `supersedes:` on the newer of the two"},
}

// ofItself are relations in which nothing can stand to itself, beside those of rounds.
var ofItself = []string{"builds_on", "see_also", "repeats", "extends", "matches", "not_to_confuse", "counterpart", "related", "secondary"}

// checkSelves warns of what names itself as something else: the line says nothing, and the page would lead to itself.
func (s *Site) checkSelves(problems *diag.List) {
	for _, e := range s.out {
		if e.From != e.To || !contains(ofItself, s.Relation(e)) {
			continue
		}
		label := strings.ReplaceAll(s.Relation(e), "_", " ")
		problems.Warn("CB092", s.Ref(e).At, "%q names itself here (%s)", s.Nodes[e.From].Title, label).
			Remedy("name the other one that you mean, or take this away")
	}
}

// checkRounds reports a theme that is broader than itself by way of others, a unit inside itself, contacts that send
// readers to each other, pages that replace each other.
func (s *Site) checkRounds(problems *diag.List) {
	const unseen, open, closed = 0, 1, 2
	for _, round := range rounds {
		state := make([]uint8, len(s.Nodes))
		var visit func(id NodeID)
		visit = func(id NodeID) {
			state[id] = open
			for _, e := range s.Out(id) {
				if s.Relation(e) != round.relation {
					continue
				}
				switch state[e.To] {
				case open:
					if e.To == id {
						problems.Error("CB092", s.Ref(e).At, "`%s` of %q names itself", round.relation, s.Nodes[id].Title).Remedy("%s", round.remedy)
						break
					}
					problems.Error("CB092", s.Ref(e).At, "`%s` goes round in a circle between %q and %q", round.relation, s.Nodes[id].Title, s.Nodes[e.To].Title).
						Remedy("%s", round.remedy)
				case unseen:
					visit(e.To)
				}
			}
			state[id] = closed
		}
		for i := range s.Nodes {
			if (round.kind == "" || s.Nodes[i].Kind == round.kind) && state[i] == unseen {
				visit(NodeID(i))
			}
		}
	}
}

// checkMatches reports a pair of principles typed on both sides.
func (s *Site) checkMatches(problems *diag.List) {
	type pair struct{ a, b NodeID }
	seen := map[pair]string{}
	for _, e := range s.out {
		if s.Relation(e) != "matches" {
			continue
		}
		r := s.Ref(e)
		word, _ := content.SplitMatch(r.Note)
		if other, ok := seen[pair{e.To, e.From}]; ok {
			if content.MatchWords[other] != word {
				problems.Error("CB093", r.At, "this match says %s, but %s calls the same pair %s", word, s.Doc(e.To).Path, other).
					Remedy("type each pair once, on either of the two")
			} else {
				problems.Warn("CB093", r.At, "this match is also typed in %s", s.Doc(e.To).Path).Remedy("keep one of the two")
			}
		}
		seen[pair{e.From, e.To}] = word
	}
}

// checkCredits looks for the record of consent behind each person credited.
func (s *Site) checkCredits(doc int32, credits content.Credits, problems *diag.List) {
	for _, cr := range credits.People {
		if cr.Person == 0 {
			continue
		}
		person := s.Rel(doc, cr.Person)
		if person == None {
			continue
		}
		p := s.Doc(person).Entity.(*content.Person)
		switch {
		case p.Withdrawn != "": // on whatever day: it stops every use at once
			problems.Warn("CB086", cr.At, "a person credited here has withdrawn their name (%s), so only their role is shown", text.LongDate(p.Withdrawn)).
				Remedy("replace the line by `unnamed:` and their role when you next edit the case")
		case cr.Shown == "role only", cr.Unclear: // what is unclear is an error already, and keeps the site from being published
		case cr.Consent == "":
			problem := problems.Add(s.blocking(), "CB084", cr.At, "this credit names a person without the date of their consent")
			problem.Remedy("add `consent:` with the date on which they agreed, or write `shown: role only`")
		case cr.Shown == "":
			problem := problems.Add(s.blocking(), "CB084", cr.At, "this credit does not say how the person chose to be named")
			problem.Remedy("add `shown:` with full name, first name, initials, chosen name or role only")
		}
	}
}

func (s *Site) checkCase(doc int32, c *content.Case, problems *diag.List) {
	d := s.Docs[doc]
	if len(c.Recs) == 0 {
		if sec, ok := d.Section("Recommendations"); !ok || sec.Body.Empty() {
			problems.Warn("CB041", diag.Pos{File: d.Path, Line: max(d.BodyLine, 1), Col: 1, Len: 1}, "the case has no recommendations and does not say why").
				Remedy("add a section ## Recommendations with one ### heading for each, or a sentence that gives the reason").InCheck()
		}
	}
	if s.Programme(s.nodeOf[doc]) == None {
		problems.Warn("CB044", d.At("number"), "no programme has the prefix of %s", c.Number).
			Remedy("add `programme:`, or `prefix:` to a file in content/programmes/").InCheck()
	}
}

// blocking is an error in build; a preview shows a role instead and warns.
func (s *Site) blocking() diag.Severity {
	if s.Drafts {
		return diag.Warning
	}
	return diag.Error
}

func (s *Site) checkAnswers(problems *diag.List) {
	for i := range s.Recs {
		for _, a := range s.Recs[i].Answers {
			if a.Decision == "done" && !a.Evidence {
				problems.Warn("CB098", s.Doc(a.Node).At("decision"), "the response says done, but links no evidence").
					Remedy("add a section ## Evidence with a link").InCheck()
			}
		}
	}
}

// Programme is the programme of a case: as typed, or the one whose prefix begins its number.
func (s *Site) Programme(id NodeID) NodeID {
	c := s.CaseOf(id)
	if c == nil {
		return None
	}
	if p := s.Rel(s.Nodes[id].Doc, c.Programme); p != None {
		return p
	}
	best, length := None, 0
	for _, p := range s.kindIDs["programme"] {
		prefix := s.Doc(p).Entity.(*content.Programme).Prefix
		if prefix != "" && len(prefix) > length && len(c.Number) > len(prefix) && c.Number[len(prefix)] == '-' && strings.EqualFold(c.Number[:len(prefix)], prefix) {
			best, length = p, len(prefix)
		}
	}
	return best
}
