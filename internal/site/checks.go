package site

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/internal/content"
	"casebook/internal/diag"
	"casebook/internal/text"
)

// checks are the rules that need more than one file and belong to no other step.
func (s *Site) checks(problems *diag.List) {
	s.checkSettings(problems)
	s.checkRounds(problems)
	s.checkMatches(problems)
	for i, d := range s.Docs {
		id := s.nodeOf[i]
		if note, ok := d.Entity.(*content.ReferenceNote); ok && note != nil && s.standIn(d) == None {
			problems.Warn("CB080", diag.Pos{File: d.Path}, "no reference has the key %q, so this annotation is shown nowhere", d.ID).
				Remedy("name the file after a key in content/references.json")
		}
		if d.Lang != "" {
			problems.Warn("CB099", diag.Pos{File: d.Path}, "this is a translation, and translations are not published yet").
				Remedy("the page in the site's own language is; keep the file for later")
		}
		if id == None || !s.Visible(id) || s.Nodes[id].State == Withdrawn {
			continue
		}
		if c, ok := d.Entity.(*content.Case); ok {
			s.checkCase(int32(i), c, problems)
		}
	}
	s.checkNames(problems)
	s.checkAnswers(problems)
}

func (s *Site) checkSettings(problems *diag.List) {
	at := diag.Pos{File: "casebook.yaml"}
	if s.BaseURL == "" {
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

// rounds are the relations that must not lead back to where they began, and what to keep of them.
var rounds = []struct{ kind, relation, remedy string }{
	{"theme", "broader", "keep `broader:` on the narrower of the two"},
	{"unit", "parent", "keep `parent:` on the smaller of the two"},
	{"contact", "fallback", "one contact must be reachable by itself: give it an email and no fallback"},
}

// checkRounds reports a theme that is broader than itself by way of others, a unit inside itself, contacts that send
// readers to each other.
func (s *Site) checkRounds(problems *diag.List) {
	const unseen, open, closed = 0, 1, 2
	for _, round := range rounds {
		state := make([]uint8, len(s.Nodes))
		var visit func(id NodeID)
		visit = func(id NodeID) {
			state[id] = open
			for _, e := range s.Out(id) {
				if s.Ref(e).Relation != round.relation {
					continue
				}
				switch state[e.To] {
				case open:
					problems.Error("CB092", s.Ref(e).At, "`%s` goes round in a circle between %q and %q", round.relation, s.Nodes[id].Title, s.Nodes[e.To].Title).
						Remedy("%s", round.remedy)
				case unseen:
					visit(e.To)
				}
			}
			state[id] = closed
		}
		for i := range s.Nodes {
			if s.Nodes[i].Kind == round.kind && state[i] == unseen {
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
		r := s.Ref(e)
		if r.Relation != "matches" {
			continue
		}
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

func (s *Site) checkCase(doc int32, c *content.Case, problems *diag.List) {
	d := s.Docs[doc]
	for _, cr := range c.Credits.People {
		if cr.Person == 0 {
			continue
		}
		person := s.Rel(doc, cr.Person)
		if person == None {
			continue
		}
		p := s.Doc(person).Entity.(*content.Person)
		switch {
		case p.Withdrawn != "" && p.Withdrawn <= s.Today:
			problems.Warn("CB086", cr.At, "a person credited here withdrew their name on %s, so only their role is shown", text.LongDate(p.Withdrawn)).
				Remedy("replace the line by `unnamed:` and their role when you next edit the case")
		case cr.Shown == "role only":
		case cr.Consent == "":
			problem := problems.Add(s.blocking(), "CB084", cr.At, "this credit names a person without the date of their consent")
			problem.Remedy("add `consent:` with the date on which they agreed, or write `shown: role only`")
		case cr.Shown == "":
			problem := problems.Add(s.blocking(), "CB084", cr.At, "this credit does not say how the person chose to be named")
			problem.Remedy("add `shown:` with full name, first name, initials, chosen name or role only")
		}
	}
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

// fullNames finds the full names of people on file in a text: an index by first word in small letters, so that a text is
// read once however many people there are.
type fullNames struct {
	by     map[string][]fullName
	slugs  map[string]NodeID // lena-okafor, as addresses and file names have it
	begins [256]bool         // first bytes of first words, in either case
}

type fullName struct {
	words []string // in small letters
	id    NodeID
}

func (s *Site) fullNames() fullNames {
	out := fullNames{by: map[string][]fullName{}, slugs: map[string]NodeID{}}
	for _, id := range s.people {
		p := s.Doc(id).Entity.(*content.Person)
		words := strings.Fields(strings.ToLower(p.Name))
		if len(words) < 2 {
			continue
		}
		last := len(words) - 1
		reversed := append([]string{words[last] + ","}, words[:last]...)
		for _, order := range [][]string{words, reversed} {
			first := order[0][:wordLength(order[0])]
			if first == "" {
				continue // it begins with a sign: a text that has it so is matched by its address only
			}
			out.by[first] = append(out.by[first], fullName{words: order, id: id})
			out.begins[first[0]] = true
			out.begins[strings.ToUpper(first)[0]] = true
		}
		out.slugs[text.Slug(p.Name)] = id
	}
	return out
}

// find calls report for each full name that stands in text, in any capitals, with where it begins and ends.
func (n fullNames) find(text string, report func(id NodeID, from, to int)) {
	for i := 0; i < len(text); {
		length := wordLength(text[i:])
		if length == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if n.begins[text[i]] {
			word := strings.ToLower(text[i : i+length])
			for _, name := range n.by[word] {
				if l := name.at(text[i:]); l > 0 {
					report(name.id, i, i+l)
				}
			}
		}
		if strings.Contains(text[i:i+length], "-") {
			n.findSlug(strings.ToLower(text[i:i+length]), func(id NodeID) { report(id, i, i+length) })
		}
		i += length
	}
}

// findSlug calls report for each full name among the parts of an address.
func (n fullNames) findSlug(slug string, report func(id NodeID)) {
	parts := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '/' })
	for from := range parts {
		for to := from + 2; to <= min(len(parts), from+5); to++ {
			if id, ok := n.slugs[strings.Join(parts[from:to], "-")]; ok {
				report(id)
			}
		}
	}
}

// wordLength is the length in bytes of the word with which a text begins, 0 when it begins with none.
func wordLength(text string) int {
	end := 0
	for end < len(text) {
		if c := text[end]; c < utf8.RuneSelf {
			if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || end > 0 && (c == '-' || c == '\'')) {
				break
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && (end == 0 || !unicode.IsMark(r) && r != '’') {
			break
		}
		end += size
	}
	return end
}

// at is the length in bytes of the name at the beginning of text, 0 when it is not there. A line may end within a name,
// but not a paragraph.
func (n fullName) at(text string) int {
	pos := 0
	for i, w := range n.words {
		if i > 0 {
			gap := gapLength(text[pos:])
			if gap == 0 {
				return 0
			}
			pos += gap
		}
		if len(text)-pos < len(w) || !strings.EqualFold(text[pos:pos+len(w)], w) {
			return 0
		}
		pos += len(w)
	}
	if r, _ := utf8.DecodeRuneInString(text[pos:]); unicode.IsLetter(r) {
		return 0
	}
	return pos
}

// gapLength is the length of what may stand between two words of a name: spaces of any sort, the end of one line, marks of
// emphasis, or the one dot or plus of an email address. 0 is no gap.
func gapLength(text string) int {
	if len(text) > 1 && (text[0] == '.' || text[0] == '+' || text[0] == '_') && wordLength(text[1:]) > 0 {
		return 1
	}
	rest := text
	for {
		cut := strings.TrimLeft(rest, " \t\u00a0\n>*_~`")
		cut = strings.TrimPrefix(cut, "&nbsp;")
		if len(cut) == len(rest) {
			break
		}
		rest = cut
	}
	gap := text[:len(text)-len(rest)]
	if lines := strings.Count(gap, "\n"); lines > 1 || lines == 0 && strings.Contains(gap, ">") {
		return 0
	}
	return len(gap)
}

// checkNames is the audit of names: the full name of anyone on file may stand only in an item that credits them with
// consent to be named in full.
func (s *Site) checkNames(problems *diag.List) {
	names := s.fullNames()
	if len(names.by) == 0 {
		return
	}
	for i, d := range s.Docs {
		id := s.nodeOf[i]
		if id == None && d.Kind != "index" || d.Kind == "person" || id != None && (!s.Visible(id) || s.Nodes[id].State == Withdrawn) {
			continue
		}
		names.findSlug(d.ID+"/"+d.Head.Slug+"/"+strings.Join(d.Head.Aliases, "/"), func(who NodeID) {
			s.unconsented(int32(i), who, diag.Pos{File: d.Path}, problems)
		})
		names.find(d.Source, func(who NodeID, from, to int) {
			at, before := placeIn(d, from, to)
			if at.Line >= d.BodyLine || !neverShown(before) {
				s.unconsented(int32(i), who, at, problems)
			}
		})
	}
	for i, a := range s.Attachments {
		if s.wanted[i] == "" {
			continue
		}
		names.findSlug(text.Slug(strings.TrimSuffix(path.Base(a.Path), path.Ext(a.Path))), func(who NodeID) {
			if doc, ok := s.beside(a.Path); ok && s.agreed(doc, who) {
				return
			}
			problems.Add(s.blocking(), "CB085", diag.Pos{File: a.Path}, "the file's name holds the name of a person on file").
				Remedy("rename the file, and the link to it")
		})
	}
}

// beside is the document in whose folder an attachment lies.
func (s *Site) beside(file string) (doc int32, ok bool) {
	for dir := path.Dir(file); dir != "." && !ok; dir = path.Dir(dir) {
		doc, ok = s.byPath[dir+".md"]
	}
	return doc, ok
}

// placeIn is the place of some bytes of a document, as far as their first line goes, and what stands before them there.
func placeIn(d *content.Doc, from, to int) (at diag.Pos, before string) {
	before = d.Source[strings.LastIndexByte(d.Source[:from], '\n')+1 : from]
	found, _, _ := strings.Cut(d.Source[from:to], "\n")
	return diag.Pos{
		File: d.Path, Line: 1 + strings.Count(d.Source[:from], "\n"), Col: 1 + utf8.RuneCountInString(before), Len: utf8.RuneCountInString(found),
	}, before
}

// neverShown reports a line of front matter whose value is not printed as it stands: who is credited, where their agreement
// is kept, and comments.
func neverShown(before string) bool {
	before = strings.TrimSpace(strings.NewReplacer(`"`, "", "'", "").Replace(before))
	return strings.HasSuffix(before, "person:") || strings.Contains(before, "consent_ref:") || strings.HasPrefix(before, "#")
}

func (s *Site) unconsented(doc int32, who NodeID, at diag.Pos, problems *diag.List) {
	if s.agreed(doc, who) {
		return
	}
	problems.Add(s.blocking(), "CB085", at, "a person on file is named here, but this item has no record of their consent to it").
		Remedy("write their role instead, or credit them in this item with `shown: full name` and `consent:`")
}

// agreed reports whether an item records someone's consent to be named in it in full.
func (s *Site) agreed(doc int32, who NodeID) bool {
	c, ok := s.Docs[doc].Entity.(*content.Case)
	return ok && s.Doc(who).Entity.(*content.Person).Withdrawn == "" && slices.ContainsFunc(c.Credits.People, func(cr content.Credit) bool {
		return cr.Shown == "full name" && cr.Consent != "" && s.Rel(doc, cr.Person) == who
	})
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
		if prefix != "" && len(prefix) > length && strings.HasPrefix(strings.ToUpper(c.Number), strings.ToUpper(prefix)+"-") {
			best, length = p, len(prefix)
		}
	}
	return best
}
